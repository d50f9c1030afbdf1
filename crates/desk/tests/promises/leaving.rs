//! Ending the app, and what is removed as time goes by.

use desk::{Event, KeychainError, Preferences, Theme};
use practice_server::{Fault, Outcome};
use serde_json::json;

use crate::stage::{Stage, form, saved, server};

const DAY: i64 = 24 * 60 * 60 * 1000;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_on_its_way_is_known_and_goes_on_at_the_next_start() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    // Whoever closes before the outbox is open closes at once.
    stage.desk.draft().await.unwrap();
    assert!(stage.desk.asked_to_close().is_none() && stage.desk.is_at_rest());
    server.inject(Fault::Silence(Outcome::NotApplied));
    server.inject_always(Fault::Refuse);
    stage.send_off("On Hold").await;
    server.wait_for_calls(1).await;
    let on_the_way = stage.desk.asked_to_close().unwrap();
    assert_eq!(on_the_way.sending + on_the_way.waiting, 1);
    assert!(!stage.desk.is_at_rest());
    server.clear_faults();
    stage = stage.restart().await;
    stage.desk.draft().await.unwrap();
    let top = stage.desk.outbox_top().await.unwrap();
    assert_eq!(top.on_the_way_total + top.needs_you_total, 1, "it is not lost: {top:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_keys_keeps_nobody() {
    let (stage, server) = (Stage::new(), server().await);
    let keep = json!({ "keep": "session" });
    saved(stage.desk.save_account(form(&server, keep)).await.unwrap());
    server.inject_always(Fault::Refuse);
    stage.send_off("On Hold").await;
    let mut stage = stage.restart().await;
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let waits = |told: &desk::views::outbox::DeliveryView| {
        matches!(told.waiting, Some(desk::views::outbox::WaitingView::Keys { .. }))
    };
    stage.until(waits).await;
    assert!(stage.desk.asked_to_close().is_some() && stage.desk.is_at_rest());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_is_removed_when_it_was_kept_as_long_as_the_person_wants() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let sent = stage.send_off("On Hold").await;
    stage.until(|told| told.id == sent.id && told.settled_at.is_some()).await;
    stage.later(31 * DAY);
    let preferences = Preferences {
        theme: Theme::Dark,
        keep_days: Some(30),
        language: Some("es".into()),
        ..Preferences::default()
    };
    assert_eq!(stage.desk.set_preferences(preferences.clone()).await.unwrap().preferences, preferences);
    assert!(stage.desk.delivery(sent.id).await.is_ok(), "a clock that may have jumped is no reason");
    for _ in 0..3 {
        stage.later(DAY);
        stage.desk.set_preferences(preferences.clone()).await.unwrap();
    }
    let removed = stage
        .hear(|event| match event {
            Event::OutboxRemoved(removed) => Some(removed),
            _ => None,
        })
        .await;
    assert_eq!(removed, [sent.id]);
    assert!(stage.desk.outbox_page(Default::default(), None).await.unwrap().deliveries.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_in_the_same_folder_is_told_that_it_is_in_use() {
    let stage = Stage::new();
    stage.desk.draft().await.unwrap();
    let second = desk::Desk::new(stage.host.clone(), stage.requests.clone());
    second.open().unwrap();
    assert_eq!(second.draft().await.unwrap_err(), desk::DeskError::InUse);
}
