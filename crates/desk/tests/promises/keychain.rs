//! The keychain, which may wait for a person.

use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;

use desk::views::accounts::SaveResult;
use desk::views::outbox::Sent;
use desk::{Event, KeychainError, KeysState};
use serde_json::json;

use crate::stage::{Stage, form, saved, server, update};

fn waits(event: Event) -> Option<bool> {
    match event {
        Event::KeychainWaits(waits) => Some(waits),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn send_does_not_ask_the_keychain_for_a_client_that_is_there() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let sent = stage.send_off("On Hold").await;
    stage.until(|told| told.id == sent.id && told.settled_at.is_some()).await;
    let asked = stage.host.keychain.loads.load(Ordering::SeqCst);
    // Locked meanwhile, it would ask a person at each Send.
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let sent = stage.send_off("Open").await;
    stage.until(|told| told.id == sent.id && told.settled_at.is_some()).await;
    assert_eq!(stage.host.keychain.loads.load(Ordering::SeqCst), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_waits_for_a_person_is_said_holds_up_nobody_else_and_can_be_given_up() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let mut stage = stage.restart().await;
    let (answer, slow) = channel();
    *stage.host.keychain.slow.lock().unwrap() = Some(slow);
    let desk = stage.desk.clone();
    let sending = tokio::spawn(async move { desk.update_ticket(update("On Hold"), |_| {}).await });
    assert!(stage.hear(waits).await, "it is said after a while");
    // Another account is saved and asked meanwhile.
    let other = saved(stage.desk.save_account(form(&server, json!({ "name": "Other" }))).await.unwrap());
    assert_eq!(other.accounts.len(), 3);
    stage.desk.give_up_keychain();
    let sent = sending.await.unwrap().unwrap();
    assert!(matches!(sent, Sent::KeysNotAvailable { keys: KeysState::Locked }), "{sent:?}");
    assert!(!stage.hear(waits).await, "nobody waits any more");
    assert_eq!(stage.desk.draft().await.unwrap().changes[0].value, "On Hold", "what was typed is there");
    drop(answer);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_keyring_yet_that_is_said_and_nothing_is_saved() {
    let (stage, server) = (Stage::new(), server().await);
    stage.host.keychain.fail(Some(KeychainError::NoKeyring));
    let answer = stage.desk.save_account(form(&server, json!({}))).await.unwrap();
    assert!(matches!(answer, SaveResult::NoKeyring), "{answer:?}");
    assert_eq!(stage.desk.overview().accounts.len(), 1, "practice alone");
}
