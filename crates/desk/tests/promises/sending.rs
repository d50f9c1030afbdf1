//! Send: from the draft to what became of it.

use std::sync::Arc;
use std::sync::Mutex;

use desk::views::fields::{ChangeFault, DraftFault};
use desk::views::outbox::{DeliveryView, Sent};
use desk::{Change, DraftText, Event, KeychainError, KeysState};
use outbox::{Job, State};
use practice_server::{Fault, Outcome};
use serde_json::json;
use service_crm::{NumeralFault, UpdateFault};
use team_setup::{SetupField, SetupKind, ValueFault};

use crate::setup::{limited, numbered, set_up};
use crate::stage::{Stage, current, form, saved, server, update};

#[tokio::test(flavor = "multi_thread")]
async fn an_update_with_a_file_is_done_told_of_and_in_the_list() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let file = stage.file("Invoice.pdf", "Invoice");
    let attached = stage.desk.attach(vec![file]).await.unwrap();
    assert_eq!(attached.added, 1);
    let copied = Arc::new(Mutex::new(Vec::new()));
    let tell = copied.clone();
    let sent =
        stage.desk.update_ticket(update("On Hold"), false, move |step| tell.lock().unwrap().push(step)).await;
    let Sent::Accepted { delivery, draft, .. } = sent.unwrap() else { panic!("it was not sent") };
    assert_eq!((draft.ticket.as_str(), draft.attachments.len()), ("", 0), "the draft is free for the next");
    assert!(!copied.lock().unwrap().is_empty(), "how far the copying is is told");
    let done = stage.until(|told| told.id == delivery.id && told.settled_at.is_some()).await;
    assert_eq!(done.state, State::Done);
    let applied = server.record().applied;
    assert_eq!((applied.len(), applied[0].ticket.as_str()), (1, "143"));
    assert_eq!(applied[0].files[0].name, "Invoice.pdf");
    let page = stage.desk.outbox_page(Default::default(), None).await.unwrap();
    assert_eq!(page.deliveries.iter().map(|one| one.id).collect::<Vec<_>>(), [delivery.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn how_far_a_delivery_is_is_told() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let sent = stage.send_off("On Hold").await;
    let id = stage
        .hear(|event| match event {
            Event::OutboxProgress(progress) => Some(progress.id),
            _ => None,
        })
        .await;
    assert_eq!(id, sent.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_draft_is_said_by_send_itself_and_the_text_is_kept() {
    let (stage, server) = (Stage::new(), server().await);
    set_up(&stage, &server, |setup| setup.fields = vec![numbered("mx_Amount", 10.0)]).await;
    let change = |value: &str| Change { field: "mx_Amount".into(), value: value.into() };
    let text = DraftText { ticket: "143".into(), changes: vec![change("11")], ..DraftText::default() };
    let fault = ChangeFault { change: 0, fault: ValueFault::ValueTooGreat { most: 10.0 } };
    let sent = stage.desk.update_ticket(text.clone(), false, |_| {}).await.unwrap();
    assert!(
        matches!(&sent, Sent::Faults { faults } if *faults == [DraftFault::Value(fault.clone())]),
        "{sent:?}"
    );
    assert_eq!(
        stage.desk.check_draft(text).await.unwrap(),
        [DraftFault::Value(fault)],
        "the same, beforehand"
    );
    let sent = stage.desk.update_ticket(DraftText::default(), false, |_| {}).await.unwrap();
    let Sent::Faults { faults } = sent else { panic!("{sent:?}") };
    assert!(faults.contains(&DraftFault::Draft(UpdateFault::TicketEmpty)), "{faults:?}");
    assert_eq!(server.record().applied.len(), 0);
    let typed = DraftText { ticket: "".into(), changes: vec![change("12")], ..DraftText::default() };
    stage.desk.update_ticket(typed, false, |_| {}).await.unwrap();
    assert_eq!(stage.desk.draft().await.unwrap().changes, [change("12")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_the_team_does_not_allow_is_refused_again_when_it_is_sent() {
    let (stage, server) = (Stage::new(), server().await);
    let file = stage.file("Large.pdf", "more than four");
    // Added under the practice account, which has no team.
    stage.desk.attach(vec![file]).await.unwrap();
    set_up(&stage, &server, |setup| setup.limits = limited(4)).await;
    let sent = stage.send("On Hold").await;
    assert!(matches!(&sent, Sent::NotAllowed { left } if left.len() == 1), "{sent:?}");
    let attached = stage.desk.attach(vec![stage.file("Other.pdf", "too large too")]).await.unwrap();
    assert_eq!((attached.added, attached.left.len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keys_nothing_is_sent_and_it_is_said_why() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let stage = stage.restart().await;
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let sent = stage.send("On Hold").await;
    assert!(matches!(sent, Sent::KeysNotAvailable { keys: KeysState::Locked }), "{sent:?}");
    assert_eq!(stage.desk.draft().await.unwrap().ticket, "#143", "what was typed is kept");
    stage.host.keychain.fail(None);
    stage.send_off("On Hold").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_changed_since_it_was_added_is_not_sent() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let file = stage.file("Invoice.pdf", "Invoice");
    stage.desk.attach(vec![file.clone()]).await.unwrap();
    std::fs::write(file, "another one").unwrap();
    let sent = stage.send("On Hold").await;
    assert!(matches!(&sent, Sent::NotTaken { failures } if failures.len() == 1), "{sent:?}");
    assert_eq!(stage.desk.draft().await.unwrap().attachments.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_sent_in_one_form_however_they_were_typed_and_that_form_is_told_before() {
    let (mut stage, server) = (Stage::new(), server().await);
    set_up(&stage, &server, |setup| {
        let field = |name: &str, kind| SetupField::new(name, name, kind);
        let fields = [
            ("DueDate", SetupKind::Time),
            ("CcEmails", SetupKind::Emails),
            ("CustomData.Purchase_Date", SetupKind::Date),
        ];
        setup.fields = fields.map(|(name, kind)| field(name, kind)).to_vec();
        setup.fields.push(numbered("CustomData.Order_Amount", 1e9));
    })
    .await;
    let typed = [
        ("DueDate", "Thu, 24 Dec 2026, 5:00 PM", "2026-12-24T17:00:00"),
        ("CcEmails", "'a@x.org'; Doe, Jane <b@x.org>", "a@x.org,b@x.org"),
        ("CustomData.Purchase_Date", "24/12/2026", "2026-12-24"),
        ("CustomData.Order_Amount", "₹ 2,34,567.50", "234567.50"),
    ];
    let change = |field: &str, value: &str| Change { field: field.into(), value: value.into() };
    for (field, value, sent) in typed {
        let told = stage.desk.read_value(change(field, value)).await.unwrap();
        assert_eq!(told.as_deref(), Some(sent));
    }
    let changes = typed.map(|(field, value, _)| change(field, value)).to_vec();
    let text = DraftText { ticket: "143".into(), changes, ..DraftText::default() };
    stage.desk.update_ticket(text, false, |_| {}).await.unwrap();
    stage.until(|told| told.settled_at.is_some()).await;
    let expected = typed.map(|(field, _, sent)| (field.to_owned(), sent.to_owned()));
    assert_eq!(server.record().applied[0].fields, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_could_be_several_is_refused_with_what_it_could_be_and_nothing_is_sent() {
    let (stage, server) = (Stage::new(), server().await);
    set_up(&stage, &server, |setup| setup.fields = vec![numbered("mx_Amount", 1e9)]).await;
    let change = |value: &str| Change { field: "mx_Amount".into(), value: value.into() };
    let text = DraftText { ticket: "143".into(), changes: vec![change("1.234")], ..DraftText::default() };
    let why = NumeralFault::Doubtful { one: "1234".into(), other: "1.2340".into() };
    let fault = ChangeFault { change: 0, fault: ValueFault::ValueNotANumber { why } };
    let sent = stage.desk.update_ticket(text, false, |_| {}).await.unwrap();
    assert!(matches!(&sent, Sent::Faults { faults } if *faults == [DraftFault::Value(fault)]), "{sent:?}");
    assert_eq!(stage.desk.draft().await.unwrap().changes, [change("1.234")], "kept as it was typed");
    assert_eq!(stage.desk.read_value(change("1.234")).await.unwrap(), None);
    for value in ["2026-12-24T17:00:00+05:30", "03/04/2026", "24.12.26"] {
        let due = Change { field: "DueDate".into(), value: value.into() };
        let text = DraftText { ticket: "143".into(), changes: vec![due], ..DraftText::default() };
        let sent = stage.desk.update_ticket(text, false, |_| {}).await.unwrap();
        assert!(matches!(sent, Sent::Faults { .. }), "{value}: {sent:?}");
    }
    assert_eq!(server.record().applied.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_presses_of_send_one_is_told_to_wait() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let file = stage.file("Large.bin", vec![7; 8 << 20]);
    stage.desk.attach(vec![file]).await.unwrap();
    let (first, second) = tokio::join!(
        stage.desk.update_ticket(update("On Hold"), false, |_| {}),
        stage.desk.update_ticket(update("On Hold"), false, |_| {})
    );
    assert!(matches!(first.unwrap(), Sent::Accepted { .. }));
    assert_eq!(second.unwrap_err(), desk::DeskError::Busy);
    assert_eq!(stage.desk.storage().await.unwrap().deliveries, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn copying_that_is_stopped_sends_nothing() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let file = stage.file("Large.bin", vec![7; 1 << 20]);
    stage.desk.attach(vec![file]).await.unwrap();
    let stopping = stage.desk.clone();
    // At the first report of copying, the person stops it.
    let sent =
        stage.desk.update_ticket(update("On Hold"), false, move |_| stopping.stop_copying()).await.unwrap();
    if !matches!(sent, Sent::Stopped) {
        // A file system that copies in no time is done by then.
        assert!(matches!(sent, Sent::Accepted { .. }), "{sent:?}");
        return;
    }
    assert_eq!(stage.desk.draft().await.unwrap().attachments.len(), 1);
    assert_eq!(stage.desk.storage().await.unwrap().deliveries, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_have_been_done_waits_for_the_person_and_never_goes_again_by_itself() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    server.inject(Fault::Cut(Outcome::Applied));
    let sent = stage.send_off("On Hold").await;
    let open = stage.until(|told| told.id == sent.id && told.finding.is_some()).await;
    assert!(open.needs_you);
    let done = stage.desk.it_was_done(sent.id).await.unwrap();
    assert_eq!((done.needs_you, done.state), (false, State::Done));
    assert_eq!(server.record().applied.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_keys_that_are_shared_a_note_says_who_sent_what_was_done() {
    let (mut stage, server) = (Stage::new(), server().await);
    let signed = form(&server, json!({ "signOff": " Sent by Ann Lee " }));
    let overview = saved(stage.desk.save_account(signed).await.unwrap());
    assert_eq!(current(&overview).sign_off, "Sent by Ann Lee");
    let sent = stage.send_off("On Hold").await;
    let is_note = |delivery: &DeliveryView| delivery.job == Job::Note && delivery.state == State::Done;
    let note = stage.until(is_note).await;
    assert_eq!((note.ticket.as_str(), note.note.as_str()), ("143", "Sent by Ann Lee"));
    assert!(note.id > sent.id, "behind what it is about");
    let record = server.record();
    assert_eq!((record.applied.len(), record.notes.len()), (1, 1));

    // What was refused is signed by nobody, and so is a note.
    server.inject("status-400-json-not-applied".parse().unwrap());
    let refused = stage.send_off("Closed").await;
    stage.until(|delivery| delivery.id == refused.id && delivery.state == State::Refused).await;
    // What a person says was done is.
    server.inject("cut-applied".parse().unwrap());
    let unknown = stage.send_off("Resolved").await;
    stage.until(|delivery| delivery.id == unknown.id && delivery.state == State::MayBeDone).await;
    assert_eq!(server.record().notes.len(), 1);
    stage.desk.it_was_done(unknown.id).await.unwrap();
    stage.until(|delivery| is_note(delivery) && delivery.id > unknown.id).await;
    assert_eq!(server.record().notes.len(), 2);
}
