//! Accounts and their keys.

use std::sync::atomic::Ordering;

use desk::views::accounts::{AccountFault, FormFault, SaveResult};
use desk::{DeskError, Keychain, KeychainError, KeysState, LeadStep, Preferences};
use serde_json::json;

use crate::stage::{Stage, current, everything_in, form, saved, server};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_has_the_practice_account_alone() {
    let stage = Stage::new();
    let overview = stage.desk.overview();
    assert!(overview.first_start);
    assert_eq!((overview.accounts.len(), overview.current.as_str()), (1, "practice"));
    assert!(!stage.desk.choose_account("practice".into()).await.unwrap().first_start);
    assert!(!stage.restart().await.desk.overview().first_start, "the choice is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_there_at_the_next_start_and_its_keys_are_in_the_keychain_alone() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    assert_eq!((account.name.as_str(), account.keys), ("Support", KeysState::Saved));
    assert!(stage.host.keychain.has(&account.id));
    let stage = stage.restart().await;
    let overview = stage.desk.overview();
    assert_eq!(current(&overview).id, account.id);
    assert_eq!(stage.host.keychain.loads.load(Ordering::SeqCst), 0, "the start asks nobody");
    for (file, content) in everything_in(&stage.host.folder) {
        let text = String::from_utf8_lossy(&content);
        assert!(!text.contains(server.secret_key()), "a key is in {}", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_wrong_with_a_form_is_said_at_once_and_nothing_is_saved() {
    let (stage, server) = (Stage::new(), server().await);
    let wrong = form(
        &server,
        json!({ "name": " ", "address": "", "organisation": "", "callsPerWindow": 0, "accessKey": "", "leadHost": "a b" }),
    );
    let SaveResult::Faults { faults } = stage.desk.save_account(wrong).await.unwrap() else {
        panic!("it was saved")
    };
    assert_eq!(faults.len(), 6, "{faults:?}");
    assert!(faults.contains(&AccountFault::Form(FormFault::NameEmpty)));
    assert!(faults.contains(&AccountFault::Form(FormFault::LeadHostUnreadable { given: "a b".into() })));
    assert_eq!(stage.desk.overview().accounts.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_takes_no_keys_is_said_and_nothing_is_saved() {
    let (stage, server) = (Stage::new(), server().await);
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let answer = stage.desk.save_account(form(&server, json!({}))).await.unwrap();
    assert!(matches!(answer, SaveResult::KeychainLocked));
    stage.host.keychain.fail(Some(KeychainError::Absent("no such thing".into())));
    let answer = stage.desk.save_account(form(&server, json!({}))).await.unwrap();
    assert!(matches!(answer, SaveResult::NoKeychain { why } if why == "no such thing"));
    assert_eq!(stage.desk.overview().accounts.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_for_this_session_are_gone_at_the_next_start() {
    let (stage, server) = (Stage::new(), server().await);
    let overview = saved(stage.desk.save_account(form(&server, json!({ "keep": "session" }))).await.unwrap());
    let account = current(&overview);
    assert_eq!(account.keys, KeysState::Session);
    assert!(!stage.host.keychain.has(&account.id));
    let stage = stage.restart().await;
    assert_eq!(current(&stage.desk.look_for_keys().await).keys, KeysState::Missing);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_changed_keeps_its_keys_where_none_are_given_and_may_be_allowed_more() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let changed = json!({ "id": account.id, "name": "Claims", "accessKey": "", "secretKey": "" });
    let overview = saved(stage.desk.save_account(form(&server, changed)).await.unwrap());
    let changed = current(&overview);
    assert_eq!((overview.accounts.len(), changed.name.as_str()), (2, "Claims"));
    assert_eq!((changed.keys, changed.lead_step), (KeysState::Saved, LeadStep::Ticket));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keychain_is_known_once_it_was_asked_and_found_open_when_it_is() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let stage = stage.restart().await;
    stage.host.keychain.fail(Some(KeychainError::Locked));
    assert_eq!(current(&stage.desk.look_for_keys().await).keys, KeysState::Locked);
    stage.host.keychain.fail(None);
    assert_eq!(current(&stage.desk.look_for_keys().await).keys, KeysState::Saved);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_somebody_removed_from_the_keychain_are_missing_and_nobody_is_to_unlock_it() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let stage = stage.restart().await;
    stage.host.keychain.forget(&account.id);
    assert_eq!(current(&stage.desk.look_for_keys().await).keys, KeysState::Missing);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_removed_leaves_no_keys_and_no_presets_behind() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let overview = stage.desk.remove_account(account.id.clone()).await.unwrap();
    assert_eq!((overview.accounts.len(), overview.current.as_str()), (1, "practice"));
    assert!(!stage.host.keychain.has(&account.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_is_no_accounts_removes_nothing_and_nothing_is_kept_for_no_days() {
    let stage = Stage::new();
    let bystander = stage.file("app/other.ticketcourier", "kept");
    for id in ["../other", "practice", ""] {
        let answer = stage.desk.remove_account(id.into()).await;
        assert_eq!(answer.unwrap_err(), DeskError::NotPossible, "{id}");
    }
    assert!(bystander.is_file());
    let preferences = Preferences { keep_days: Some(0), ..Preferences::default() };
    assert_eq!(stage.desk.set_preferences(preferences).await.unwrap_err(), DeskError::NotPossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_address_is_taken_apart() {
    let address = desk::read_address("https://api.example.com/v2/Organizations/22824/x?y=z");
    assert_eq!(address.map(|address| address.host).as_deref(), Some("https://api.example.com"));
    assert!(desk::read_address("no address").is_none());
}
