//! Envoy 1.40.0's answers, byte by byte as they were recorded before servers of ours: the others run for real in
//! `cargo xtask gateways --ci`, Envoy only by hand.

use service_crm::Effect::{MayBeDone, NotDone};
use service_crm::{Effect, Limits};

use crate::common::*;

/// Sends an update to a server that has all of it and then answers with these bytes.
async fn answered(recorded: &str, code: &str, effect: Effect, again: bool) {
    let desk = Desk::new();
    let server = Recorder::answering(recorded).await;
    let client = client_at(&server.url(), Limits::default());
    let failure = send(&client, &update(vec![desk.sized("file.bin", 5000)])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), (code.to_owned(), effect), "{failure}");
    assert_eq!(failure.repeatable(), again, "{failure}");
    let answer = failure.answer.expect("what was said is kept");
    let body = recorded.split_once("\r\n\r\n").unwrap().1;
    assert_eq!(answer.body, body);
}

#[tokio::test]
async fn a_server_that_acted_and_closed_may_have_done_it() {
    let recorded = include_str!("envoy/503-connection-termination.http");
    answered(recorded, "unavailable", MayBeDone, false).await;
}

/// Envoy's words for a server that was never reached are those of its last try, and an earlier one may have acted.
#[tokio::test]
async fn a_server_that_was_not_reached_in_the_end_may_have_done_it_before() {
    for recorded in
        [include_str!("envoy/503-not-reached.http"), include_str!("envoy/503-no-healthy-upstream.http")]
    {
        answered(recorded, "unavailable", MayBeDone, false).await;
    }
}

#[tokio::test]
async fn a_server_that_was_silent_may_have_done_it() {
    answered(include_str!("envoy/504-silent.http"), "server_error", MayBeDone, false).await;
}

#[tokio::test]
async fn a_line_that_was_too_slow_goes_again() {
    let desk = Desk::new();
    let recorded = include_str!("envoy/408-too-slow.http");
    let server = Recorder::with(Manner::Early, recorded).await;
    let client = client_at(&server.url(), Limits::default());
    let failure = send(&client, &update(vec![desk.sized("file.bin", LARGE)])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("too_slow".to_owned(), NotDone), "{failure}");
    assert!(failure.repeatable(), "{failure}");
}
