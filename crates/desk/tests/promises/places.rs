//! Keys stay where they belong. There is always a second server, and the keys of the first never arrive there.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;

use desk::views::accounts::{AccountFault, AccountView, FormFault, NotTried, SaveResult, Tried};
use desk::views::outbox::WaitingView;
use desk::views::setup::{GivenKeys, KeysNeeded, SetupTaken};
use desk::views::ticket::{LeadsAnswer, TicketAnswer};
use desk::{DraftText, KeepKeys, KeysState};
use practice_server::{Fault, Options, PracticeServer};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use service_crm::Host;

use crate::setup;
use outbox::State;

use crate::stage::{Stage, current, form, saved, server_with, update};

const CANARY: &str = "canary-of-the-first-server";

/// The first server, whose keys are watched, and a second one with keys of its own.
async fn two() -> (PracticeServer, PracticeServer) {
    let keys = |key: &str| Options {
        access_key: format!("{key}-access"),
        secret_key: format!("{key}-secret"),
        limit: None,
        readings_pass: true,
        ..Options::default()
    };
    (server_with(keys(CANARY)).await, server_with(keys("second")).await)
}

/// How many calls have brought a key of the first server.
fn canaries(server: &PracticeServer) -> usize {
    let calls = server.record().last_calls;
    let has = |value: &str| value.contains(CANARY);
    let brought = |call: &practice_server::Call| {
        has(&call.head.uri.to_string())
            || call.head.headers.values().any(|value| has(&String::from_utf8_lossy(value.as_bytes())))
    };
    calls.iter().filter(|call| brought(call)).count()
}

/// The form of an account with one box changed and the key boxes empty.
fn without_keys(
    account: &AccountView,
    server: &PracticeServer,
    changed: Value,
) -> desk::views::accounts::AccountForm {
    let mut boxes = json!({ "id": account.id, "accessKey": "", "secretKey": "" });
    boxes.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
    form(server, boxes)
}

/// Writes another server's address over an account's in the settings and their copy, as a text editor does.
fn edit(folder: &Path, from: &str, to: &str) {
    let mut edited = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            edited += text.matches(from).count();
            std::fs::write(entry.path(), text.replace(from, to)).unwrap();
        }
    }
    assert!(edited > 0, "there was nothing to edit");
}

/// Everything that asks a server by itself or by a press.
async fn ask(stage: &Stage) -> (TicketAnswer, LeadsAnswer) {
    stage.desk.look_for_keys().await;
    let ticket = stage.desk.read_ticket("143".into(), true).await.unwrap();
    (ticket, stage.desk.find_leads("george.jackson@example.com".into()).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_keys_are_tried_and_saved_at_their_own_place_alone_and_it_is_said_why() {
    let ((first, second), stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    for changed in [
        json!({ "address": second.base_url() }),
        json!({ "leadHost": second.base_url() }),
        json!({ "organisation": "666" }),
    ] {
        let form = || without_keys(&account, &first, changed.clone());
        let tried = stage.desk.try_connection(form()).await.unwrap();
        let wanted = [AccountFault::Form(FormFault::KeysOfAnotherPlace)];
        assert!(
            matches!(&tried, Tried::NotTried(NotTried::Faults { faults }) if *faults == wanted),
            "{changed}: {tried:?}"
        );
        let answer = stage.desk.save_account(form()).await.unwrap();
        assert!(
            matches!(&answer, SaveResult::Faults { faults } if *faults == wanted),
            "{changed}: {answer:?}"
        );
    }
    assert_eq!(current(&stage.desk.overview()).host, first.base_url(), "nothing was saved");
    ask(&stage).await;
    assert_eq!(second.record().calls, 0);
    let spelled =
        json!({ "address": format!("{}/api/tenants/1", first.base_url().to_uppercase()), "leadHost": "" });
    let answer = stage.desk.save_account(without_keys(&account, &first, spelled)).await.unwrap();
    assert_eq!(current(&saved(answer)).keys, KeysState::Saved, "the same place, spelled otherwise");
    let (ticket, leads) = ask(&stage).await;
    assert!(matches!(ticket, TicketAnswer::Seen { .. }), "{ticket:?}");
    assert!(matches!(leads, LeadsAnswer::NoHost), "{leads:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_were_saved_for_a_place_do_not_come_back_for_another_after_those_of_a_session() {
    let ((first, second), stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    let moved = json!({ "id": account.id, "keep": "session" });
    let overview = saved(stage.desk.save_account(form(&second, moved)).await.unwrap());
    assert_eq!(current(&overview).keys, KeysState::Session);
    let (ticket, _) = ask(&stage).await;
    assert!(matches!(ticket, TicketAnswer::Seen { .. }), "{ticket:?}");
    let stage = stage.restart().await;
    let calls = second.record().calls;
    ask(&stage).await;
    assert_eq!(current(&stage.desk.overview()).keys, KeysState::Missing);
    assert_eq!((second.record().calls, canaries(&second)), (calls, 0));
    assert!(!stage.host.keychain.has(&account.id), "those of the place before are forgotten");
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_a_session_are_for_their_place_as_well() {
    let ((first, second), stage) = (two().await, Stage::new());
    let overview = saved(stage.desk.save_account(form(&first, json!({ "keep": "session" }))).await.unwrap());
    let account = current(&overview);
    for changed in [json!({ "address": second.base_url() }), json!({ "leadHost": second.base_url() })] {
        let form = || without_keys(&account, &first, changed.clone());
        let tried = stage.desk.try_connection(form()).await.unwrap();
        assert!(matches!(tried, Tried::NotTried(NotTried::Faults { .. })), "{tried:?}");
        let answer = stage.desk.save_account(form()).await.unwrap();
        assert!(matches!(answer, SaveResult::Faults { .. }), "{answer:?}");
    }
    ask(&stage).await;
    assert_eq!(second.record().calls, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_were_edited_by_hand_take_no_keys_with_them() {
    let ((first, second), stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    let stage = stage.restart_after(|folder| edit(folder, &first.base_url(), &second.base_url())).await;
    assert_eq!(current(&stage.desk.overview()).host, second.base_url());
    let tried = stage.desk.try_connection(without_keys(&account, &second, json!({}))).await.unwrap();
    assert!(matches!(tried, Tried::NotTried(_)), "{tried:?}");
    let (ticket, leads) = ask(&stage).await;
    assert!(matches!(ticket, TicketAnswer::KeysNotAvailable { .. }), "{ticket:?}");
    assert!(matches!(leads, LeadsAnswer::KeysNotAvailable { .. }), "{leads:?}");
    assert_eq!(current(&stage.desk.overview()).keys, KeysState::Missing);
    assert_eq!(second.record().calls, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_host_that_was_edited_by_hand_gets_no_keys() {
    let ((first, second), stage) = (two().await, Stage::new());
    stage.add(&first).await;
    let (from, to) =
        (format!("\"leadHost\": \"{}", first.base_url()), format!("\"leadHost\": \"{}", second.base_url()));
    let stage = stage.restart_after(|folder| edit(folder, &from, &to)).await;
    let (_, leads) = ask(&stage).await;
    assert!(matches!(leads, LeadsAnswer::KeysNotAvailable { .. }), "{leads:?}");
    assert_eq!(second.record().calls, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_of_the_first_versions_is_bound_to_the_place_where_it_is_used_first() {
    let ((first, second), stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    let old = json!([first.access_key(), first.secret_key()]).to_string();
    stage.host.keychain.kept.lock().unwrap().insert(account.id.clone(), old.into());
    let stage = stage.restart().await;
    let (ticket, _) = ask(&stage).await;
    assert!(matches!(ticket, TicketAnswer::Seen { .. }), "{ticket:?}");
    let kept = stage.host.keychain.kept.lock().unwrap()[&account.id].expose_secret().to_owned();
    assert!(kept.contains(&first.base_url()), "it was written anew");
    let stage = stage.restart_after(|folder| edit(folder, &first.base_url(), &second.base_url())).await;
    ask(&stage).await;
    assert_eq!(second.record().calls, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_that_changes_the_place_takes_no_keys_with_it() {
    let ((first, second), stage) = (two().await, Stage::new());
    let mut changed = setup::set_up(&stage, &first, |_| {}).await;
    changed.revision += 1;
    changed.account.lead_host = Some(Host::parse(&second.base_url()).unwrap().0);
    let preview = setup::open(&stage, &changed).await;
    assert_eq!(preview.keys, KeysNeeded::Both);
    let taken = setup::take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Keys { .. }), "{taken:?}");
    changed.account.host = Host::parse(&second.base_url()).unwrap().0;
    let preview = setup::open(&stage, &changed).await;
    let given =
        GivenKeys::Both { access_key: second.access_key().into(), secret_key: second.secret_key().into() };
    let taken = setup::take(&stage, &preview, given, KeepKeys::Session).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    ask(&stage).await;
    let stage = stage.restart().await;
    ask(&stage).await;
    assert_eq!(canaries(&second), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_is_slow_while_the_account_changes_makes_no_client_of_the_account_before() {
    let ((first, second), stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    let stage = stage.restart().await;
    let calls = first.record().calls;
    let (go, slow) = channel();
    *stage.host.keychain.slow.lock().unwrap() = Some(slow);
    let desk = stage.desk.clone();
    let reading = tokio::spawn(async move { desk.read_ticket("143".into(), true).await.unwrap() });
    while stage.host.keychain.loads.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    saved(stage.desk.save_account(form(&second, json!({ "id": account.id }))).await.unwrap());
    drop(go);
    let ticket = reading.await.unwrap();
    assert!(matches!(ticket, TicketAnswer::Seen { .. }), "{ticket:?}");
    ask(&stage).await;
    assert_eq!((canaries(&second), first.record().calls), (0, calls), "nor does anything go to the first");
    assert!(second.record().calls > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_waits_goes_to_another_place_only_by_a_persons_word() {
    let ((first, second), mut stage) = (two().await, Stage::new());
    let account = stage.add(&first).await;
    first.inject_always(Fault::Refuse);
    let sent = stage.send_off("On Hold").await;
    stage.until(|delivery| matches!(delivery.waiting, Some(WaitingView::Connection { .. }))).await;
    saved(stage.desk.save_account(form(&second, json!({ "id": account.id }))).await.unwrap());
    let waits =
        stage.until(|delivery| matches!(&delivery.waiting, Some(WaitingView::PlaceChanged { .. }))).await;
    let Some(WaitingView::PlaceChanged { from, to }) = waits.waiting else { panic!("{waits:?}") };
    assert_eq!((from.host, to.host), (first.base_url(), second.base_url()));
    // Another one of the account goes, so the first has had its chance.
    let text = DraftText { ticket: "#144".into(), ..update("On Hold") };
    stage.desk.update_ticket(text, false, |_| {}).await.unwrap();
    stage.until(|delivery| delivery.ticket == "144" && delivery.state == State::Done).await;
    assert_eq!(second.record().applied.len(), 1, "the one that waits did not go");
    let mut stage = stage.restart().await;
    stage.desk.look_for_keys().await;
    stage.desk.send_to_new_place(sent.id).await.unwrap();
    stage.until(|delivery| delivery.id == sent.id && delivery.state == State::Done).await;
    assert_eq!((second.record().applied.len(), first.record().applied.len()), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_address_is_put_right_in_one_step_for_all_that_waits() {
    let ((right, wrong), mut stage) = (two().await, Stage::new());
    let keys = json!({ "accessKey": right.access_key(), "secretKey": right.secret_key() });
    let overview = saved(stage.desk.save_account(form(&wrong, keys)).await.unwrap());
    let account = current(&overview);
    wrong.inject_always(Fault::Refuse);
    for status in ["On Hold", "Open", "Resolved"] {
        stage.send_off(status).await;
    }
    // What is being sent is on its way there, and waits a moment later.
    stage.until(|told| told.id == 1 && matches!(told.waiting, Some(WaitingView::Connection { .. }))).await;
    assert_eq!(stage.desk.waiting_of(account.id.clone()).await.unwrap(), 3);
    let put_right = form(&right, json!({ "id": account.id }));
    let SaveResult::Saved { waiting_elsewhere, .. } = stage.desk.save_account(put_right).await.unwrap()
    else {
        panic!("it was not saved")
    };
    assert_eq!(waiting_elsewhere, 3);
    assert_eq!(right.record().applied.len(), 0, "nothing goes there unasked");
    assert_eq!(stage.desk.send_all_to_new_place(account.id.clone()).await.unwrap(), 3);
    stage.until(|told| told.id == 3 && told.state == State::Done).await;
    let sent: Vec<String> =
        right.record().applied.iter().map(|applied| applied.fields[0].1.clone()).collect();
    assert_eq!(sent, ["On Hold", "Open", "Resolved"], "in their order, each once");
    assert_eq!(stage.desk.send_all_to_new_place(account.id.clone()).await.unwrap(), 0);
    assert_eq!(stage.desk.send_all_to_new_place("nobody".into()).await.unwrap(), 0);
    let again = form(&right, json!({ "id": account.id, "name": "Other" }));
    let SaveResult::Saved { waiting_elsewhere, .. } = stage.desk.save_account(again).await.unwrap() else {
        panic!("it was not saved")
    };
    assert_eq!(waiting_elsewhere, 0);
}
