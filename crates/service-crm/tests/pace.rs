//! The account's limit is kept by waiting: the server never has to say 429.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test's way to fail

mod common;

use std::sync::{Arc, Mutex};

use common::*;
use practice_server::Options;
use service_crm::{CancellationToken, Client, Progress};

/// One window of 5 s has to pass, in real time: it is the server's clock that counts.
#[tokio::test]
async fn more_calls_than_the_limit_all_go_through_and_none_is_turned_away() {
    let server = server_with(Options { limit: Some(5), ..Options::default() }).await;
    let mut account = account(&server.base_url(), "practice-access-key", "practice-secret-key");
    account.calls_per_window = 5;
    let client = Client::new(account).unwrap();
    let waits = Arc::new(Mutex::new(Vec::new()));

    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..7 {
        let (client, waits) = (client.clone(), waits.clone());
        calls.spawn(async move {
            let heard = |step| {
                if let Progress::Waiting { asked, .. } = step {
                    waits.lock().unwrap().push(asked);
                }
            };
            client.update_ticket(&update(vec![]), &CancellationToken::new(), heard).await
        });
    }
    while let Some(settled) = calls.join_next().await {
        settled.unwrap().unwrap();
    }

    let record = server.record();
    assert_eq!((record.applied.len(), record.calls, record.too_many), (7, 7, 0));
    let waits = waits.lock().unwrap();
    assert!(!waits.is_empty(), "who waits is told");
    assert!(!waits.contains(&true), "and that it is the app's own count, not the server, that asks for it");
}

#[tokio::test]
async fn a_limit_that_is_lower_than_the_account_believes_is_waited_out() {
    let server = server_with(Options { limit: Some(1), retry_after: true, ..Options::default() }).await;
    let client = client_of(&server);
    send(&client, &update(vec![])).await.unwrap();
    let mut aside = send_aside(&client, &update(vec![]));
    aside.until(|step| matches!(step, Progress::Waiting { asked: true, .. })).await;
    assert_eq!((server.record().too_many, server.record().applied.len()), (1, 1));
    aside.cancel.cancel();
    aside.failure().await;
}
