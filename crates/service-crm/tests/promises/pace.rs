//! The account's limit is kept by waiting: the server never has to say 429. Many desks share one without talking.

#[path = "../../examples/desks/office.rs"]
mod office;

use std::sync::{Arc, Mutex};

use crate::common::*;
use office::{Kind, Office};
use practice_server::Options;
use service_crm::{Account, CancellationToken, Client, Progress};

/// One window of 5 s has to pass, in real time: it is the server's clock that counts.
#[tokio::test]
async fn more_calls_than_the_limit_all_go_through_and_none_is_turned_away() {
    let server = server_with(Options { limit: Some(5), ..known_keys() }).await;
    let account = Account { calls_per_window: 5, ..account_at(&server.base_url()) };
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
    let server = server_with(Options { limit: Some(1), retry_after: true, ..known_keys() }).await;
    let client = client_of(&server);
    send(&client, &update(vec![])).await.unwrap();
    let mut aside = send_aside(&client, &update(vec![]));
    aside.until(|step| matches!(step, Progress::Waiting { .. })).await;
    assert_eq!((server.record().too_many, server.record().applied.len()), (1, 1));
    aside.cancel.cancel();
    aside.failure().await;
}

/// The aims of `cargo xtask simulate desks`, in virtual time; the lots are drawn from seeds, so the figures are
/// the same every time.
#[test]
fn fifty_desks_share_one_limit_without_talking_to_each_other() {
    const RUNS: u32 = 6;
    let office = Office { desks: 50, limit: 25, minutes: 10, late: 0, light: 0 };
    for kind in Kind::ALL {
        let (mut used, mut refused, mut apart) = (0.0, 0.0, 0.0);
        for seed in 0..RUNS {
            let outcome = office.open(kind, false, seed.into());
            used += outcome.used / f64::from(RUNS);
            refused += outcome.refused / f64::from(RUNS);
            apart += outcome.apart / f64::from(RUNS);
        }
        assert!(used >= 0.90, "{kind:?}: {used}");
        assert!(refused <= 0.01, "{kind:?}: {refused}");
        assert!(apart <= 1.5, "{kind:?}: {apart}");
    }
}

#[test]
fn a_lone_desk_uses_the_whole_limit() {
    let office = Office { desks: 1, limit: 25, minutes: 5, late: 0, light: 0 };
    let outcome = office.open(Kind::Fixed, false, 1);
    assert!(outcome.used >= 0.96 && outcome.refused <= 0.001, "{outcome:?}");
}

#[test]
fn who_comes_late_gets_a_share_and_takes_nobodys() {
    let office = Office { desks: 50, limit: 25, minutes: 10, late: 5, light: 0 };
    let outcome = office.open(Kind::Sliding, true, 1);
    assert!(outcome.used >= 0.80 && outcome.apart <= 3.0, "{outcome:?}");
    assert!(outcome.late_share >= 0.25, "{outcome:?}");
}
