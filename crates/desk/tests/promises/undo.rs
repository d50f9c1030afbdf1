//! Undo: the moment after Send in which nothing goes yet.

use std::sync::atomic::Ordering;

use desk::views::draft::DraftView;
use desk::views::outbox::{DeliveryView, Sent, UndoneView};
use desk::{Change, DeskError, DraftText};
use outbox::State;

use crate::stage::{Stage, server, update};

/// Longer than any test, so that only what a test does ends the moment.
const LONG: u32 = 3_600_000;

fn holding(stage: &Stage) {
    stage.host.time_to_undo.store(LONG, Ordering::SeqCst);
}

async fn state(stage: &Stage, delivery: &DeliveryView) -> State {
    stage.desk.delivery(delivery.id).await.unwrap().delivery.state
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_hands_the_draft_back_whole_and_nothing_was_sent() {
    let server = server().await;
    let stage = Stage::new();
    stage.add(&server).await;
    holding(&stage);
    let files = [stage.file("b.pdf", "second"), stage.file("a.pdf", "first"), stage.file("c.pdf", "third")];
    stage.desk.attach(files.to_vec()).await.unwrap();
    let there = stage.desk.draft().await.unwrap();
    stage.desk.move_file(there.attachments[2].id, 0).await.unwrap();
    stage.desk.detach(there.attachments[1].id).await.unwrap();
    // As somebody types it, with what was typed for a note beside it.
    let typed = DraftText { ticket: " #143".into(), note: "for later".into(), ..update("On Hold") };
    let fields = [("Status", "On Hold"), ("Title", "A title")];
    let changes = fields.map(|(field, value)| Change { field: field.into(), value: value.into() }).to_vec();
    let typed = DraftText { changes, ..typed };
    stage.desk.save_draft(typed.clone()).await.unwrap();
    let before = stage.desk.draft().await.unwrap();
    let Sent::Accepted { delivery, draft, .. } =
        stage.desk.update_ticket(typed, false, |_| {}).await.unwrap()
    else {
        panic!("not accepted")
    };
    assert_eq!(delivery.state, State::HeldBack);
    assert_eq!(delivery.goes_at, Some(delivery.created_at + i64::from(LONG)));
    assert!(draft.attachments.is_empty());
    // The stick is gone by now.
    for file in files {
        std::fs::remove_file(file).unwrap();
    }
    let UndoneView::Draft { draft } = stage.desk.undo(delivery.id, false).await.unwrap() else { panic!() };
    let typed = |draft: &DraftView| {
        format!("{:?}", (draft.job, &draft.ticket, &draft.lead, &draft.changes, &draft.note, &draft.fields))
    };
    assert_eq!(typed(&draft), typed(&before));
    let names = |draft: &DraftView| {
        let removed = draft.removed.iter().map(|file| file.name.clone());
        draft.attachments.iter().map(|file| file.name.clone()).chain(removed).collect::<Vec<_>>()
    };
    assert_eq!(names(&draft), names(&before));
    assert_eq!(stage.desk.outbox_top().await.unwrap().on_the_way_total, 0);
    assert!(server.record().applied.is_empty() && server.record().calls == 0, "not even a question");
    // It can be sent as if nothing had been, from the app's own copies.
    stage.host.time_to_undo.store(0, Ordering::SeqCst);
    let mut stage = stage;
    stage.send_off("Open").await;
    stage.until(|delivery| delivery.state == State::Done).await;
    let applied = server.record().applied;
    assert_eq!((applied.len(), applied[0].files.len()), (1, 2));
    assert_eq!(applied[0].files[0].name, names(&before)[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_together_since_is_never_in_the_way_without_a_word() {
    let server = server().await;
    let stage = Stage::new();
    stage.add(&server).await;
    holding(&stage);
    let first = stage.send_off("On Hold").await;
    let next = DraftText { ticket: "144".into(), ..update("Open") };
    stage.desk.save_draft(next.clone()).await.unwrap();
    let UndoneView::InTheWay { delivery } = stage.desk.undo(first.id, false).await.unwrap() else { panic!() };
    assert_eq!((delivery.state, delivery.asked_back, delivery.goes_at), (State::HeldBack, true, None));
    assert_eq!(stage.desk.draft().await.unwrap().ticket, "144");
    // Neither the next one nor a restart sends what a person took back.
    let second = stage.send_off("Resolved").await;
    assert_eq!(state(&stage, &first).await, State::HeldBack);
    let stage = stage.restart().await;
    assert_eq!(state(&stage, &second).await, State::Waiting, "behind it");
    assert_eq!(state(&stage, &first).await, State::HeldBack);
    let UndoneView::Draft { draft } = stage.desk.undo(first.id, true).await.unwrap() else { panic!() };
    assert_eq!(draft.changes[0].value, "On Hold");
    assert!(server.record().applied.iter().all(|applied| applied.fields[0].1 != "On Hold"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_moment_ends_by_itself_by_the_next_by_a_press_and_by_closing_and_then_undo_is_too_late() {
    let server = server().await;
    let mut stage = Stage::new();
    stage.add(&server).await;
    holding(&stage);
    let pressed = stage.send_off("On Hold").await;
    stage.desk.send_now(pressed.id).await.unwrap();
    stage.until(|delivery| delivery.id == pressed.id && delivery.state == State::Done).await;
    let late = stage.desk.undo(pressed.id, false).await;
    assert!(matches!(late, Err(DeskError::NotPossible)), "{late:?}");
    let before_next = stage.send_off("Open").await;
    assert_eq!(state(&stage, &before_next).await, State::HeldBack);
    let before_closing = stage.send_off("Resolved").await;
    stage.until(|delivery| delivery.id == before_next.id && delivery.state == State::Done).await;
    assert_eq!(state(&stage, &before_closing).await, State::HeldBack);
    assert!(stage.desk.asked_to_close().is_some());
    stage.until(|delivery| delivery.id == before_closing.id && delivery.state == State::Done).await;
    stage.host.time_to_undo.store(1, Ordering::SeqCst);
    let by_itself = stage.send_off("On Hold").await;
    stage.until(|delivery| delivery.id == by_itself.id && delivery.state == State::Done).await;
    let order: Vec<_> = server.record().applied.iter().map(|applied| applied.fields[0].1.clone()).collect();
    assert_eq!(order, ["On Hold", "Open", "Resolved", "On Hold"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_it_sends_at_once() {
    let server = server().await;
    let mut stage = Stage::new();
    let account = stage.add(&server).await;
    holding(&stage);
    let preferences = desk::Preferences { send_at_once: true, ..desk::Preferences::default() };
    stage.desk.set_preferences(preferences).await.unwrap();
    let sent = stage.send_off("On Hold").await;
    assert_eq!((sent.state, sent.account), (State::Waiting, account.id));
    stage.until(|delivery| delivery.id == sent.id && delivery.state == State::Done).await;
}
