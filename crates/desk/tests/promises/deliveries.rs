//! The list of what was sent.

use desk::DeskError;
use desk::views::outbox::{Exported, WaitingView};
use outbox::State;
use practice_server::{Body, Fault, Outcome};

use crate::stage::{Stage, server};

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_one_can_be_left_or_used_again() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    server.inject(Fault::Status(400, Body::Json, Outcome::NotApplied));
    let sent = stage.send_off("On Hold").await;
    let refused = stage.until(|told| told.id == sent.id && told.needs_you).await;
    assert_eq!(refused.attempts, 1);
    assert_eq!(stage.desk.outbox_top().await.unwrap().needs_you_total, 1);
    let again = stage.desk.use_again(sent.id).await.unwrap();
    assert_eq!((again.draft.ticket.as_str(), again.draft.changes.len()), ("143", 1));
    let whole = stage.desk.delivery(sent.id).await.unwrap();
    assert_eq!(whole.attempts.len(), 1);
    server.inject(Fault::Status(400, Body::Json, Outcome::NotApplied));
    let other = stage.send_off("Open").await;
    stage.until(|told| told.id == other.id && told.needs_you).await;
    assert!(!stage.desk.leave(other.id).await.unwrap().needs_you);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_waits_is_cancelled_and_one_that_is_done_cannot_be() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    server.inject_always(Fault::Refuse);
    let sent = stage.send_off("On Hold").await;
    stage
        .until(|told| told.id == sent.id && matches!(told.waiting, Some(WaitingView::Connection { .. })))
        .await;
    stage.desk.cancel(sent.id).await.unwrap();
    stage.until(|told| told.id == sent.id && told.state == State::Cancelled).await;
    server.clear_faults();
    let done = stage.send_off("Open").await;
    stage.until(|told| told.id == done.id && told.settled_at.is_some()).await;
    for refused in [
        stage.desk.it_was_done(done.id).await.unwrap_err(),
        stage.desk.send_again(done.id).await.unwrap_err(),
        stage.desk.leave(done.id).await.unwrap_err(),
    ] {
        assert_eq!(refused, DeskError::NotPossible);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_may_be_done_is_looked_at_again_and_sent_again_by_a_person_alone() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    server.inject(Fault::Cut(Outcome::NotApplied));
    let sent = stage.send_off("On Hold").await;
    stage.until(|told| told.id == sent.id && told.finding.is_some()).await;
    let looked = stage.desk.look_at_ticket(sent.id).await.unwrap();
    assert!(looked.finding.is_some() && looked.needs_you);
    stage.desk.send_again(sent.id).await.unwrap();
    stage.until(|told| told.id == sent.id && told.attempts == 2 && told.settled_at.is_some()).await;
    assert_eq!(server.record().applied.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_saved_where_the_person_wants_it() {
    let (mut stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let sent = stage.send_off("On Hold").await;
    stage.until(|told| told.id == sent.id && told.settled_at.is_some()).await;
    let path = stage.path("list.csv");
    let saved = stage.desk.export_csv(Default::default(), words(), Some(path.clone())).await.unwrap();
    assert!(matches!(saved, Exported::Saved { rows: 1, .. }), "{saved:?}");
    assert!(std::fs::read_to_string(path).unwrap().contains("143"));
    let nowhere = Some(stage.path("no folder/list.csv"));
    assert!(matches!(
        stage.desk.export_csv(Default::default(), words(), nowhere).await.unwrap(),
        Exported::Failed { .. }
    ));
    assert!(matches!(
        stage.desk.export_csv(Default::default(), words(), None).await.unwrap(),
        Exported::NotChosen
    ));
    let accounts = stage.desk.outbox_accounts().await.unwrap();
    assert_eq!(accounts.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), [account.id]);
    let storage = stage.desk.storage().await.unwrap();
    assert_eq!((storage.deliveries, storage.spool_files), (1, 0));
    assert!(stage.desk.rescue().await.unwrap().is_none());
}

/// The screen's, which has a word for everything; here each is its own name.
fn words() -> desk::ExportWords {
    let columns = [
        "ticket", "state", "sent", "settled", "account", "changes", "files", "attempts", "answer", "failure",
        "number", "what", "note",
    ];
    let columns: serde_json::Map<_, _> =
        columns.into_iter().map(|column| (column.to_owned(), column.into())).collect();
    let words = serde_json::json!({ "columns": columns, "states": {}, "jobs": {}, "fields": {} });
    serde_json::from_value(words).unwrap()
}
