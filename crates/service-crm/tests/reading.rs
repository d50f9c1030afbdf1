//! What all readings have in common: each way in which one can fail is told apart, none leaves a doubt about a ticket,
//! all wait for the account's pace, and all can be stopped.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test's way to fail

mod common;

use std::time::Duration;

use common::*;
use practice_server::{Body, Fault, Options, Outcome, PracticeServer};
use service_crm::Effect::{NotDone, NotSent};
use service_crm::{CancellationToken, Client, Effect, Failure, Limits, TicketNumber};

/// For servers that fall silent: two seconds for the whole of a question.
const BRIEF: Limits = Limits { connect: Duration::from_millis(500), ..IMPATIENT };

async fn read(client: &Client, number: &str) -> Result<(), Failure> {
    let number = TicketNumber::parse(number).unwrap();
    client.read_ticket(&number, &CancellationToken::new()).await.map(drop)
}

async fn failed(client: &Client) -> (String, Effect) {
    let failure = read(client, "143").await.unwrap_err();
    assert!(!failure.to_string().contains("may have been changed"), "{failure}");
    code_and_effect(&failure)
}

/// What a reading must make of a fault: an answer, or a code with its effect.
fn expected(fault: Fault) -> Result<(), (&'static str, Effect)> {
    let code = match fault {
        // A question without a body is whole at once, and shorter than any part of one.
        Fault::ResetAfter(0) => "broke_before_answer",
        Fault::StallAfter(0) => "no_answer",
        Fault::ResetAfter(_) | Fault::StallAfter(_) => return Ok(()),
        Fault::GzipAnswer | Fault::SlowAnswer(_) | Fault::TooMany | Fault::TooManyRetryAfter(_) => {
            return Ok(());
        }
        Fault::Status(429, ..) => return Ok(()),
        Fault::Refuse | Fault::Cut(_) => "broke_before_answer",
        Fault::Silence(_) => "no_answer",
        Fault::CutAnswer | Fault::MalformedAnswer | Fault::HugeAnswer | Fault::GzipBomb => {
            "answer_unreadable"
        }
        Fault::Status(200, Body::Json, _) | Fault::FailureIn200 => "declined",
        Fault::Status(200 | 204, ..) => "answer_unreadable",
        Fault::Status(code, ..) | Fault::Early(code) => match code {
            400 => "not_accepted",
            401 => "keys_refused",
            403 => "forbidden",
            404 => "not_found",
            413 => "too_large",
            408 | 415 | 422 => "refused",
            503 => "unavailable",
            500 | 502 | 504 | 599 => "server_error",
            other => panic!("no expectation for an answer {other}"),
        },
        Fault::Redirect(_) => "redirected",
        other => panic!("no expectation for {other}"),
    };
    Err((code, NotDone))
}

/// A client that no pace of its own holds up.
fn unpaced(server: &PracticeServer) -> Client {
    let mut account = account(&server.base_url(), server.access_key(), server.secret_key());
    account.calls_per_window = 1000;
    Client::with_limits(account, BRIEF).unwrap()
}

#[tokio::test]
async fn every_fault_of_the_practice_server_is_understood_and_none_leaves_a_doubt() {
    let server = server().await;
    let client = unpaced(&server);
    for fault in Fault::all() {
        // These only take time; see below.
        if matches!(fault, Fault::SlowAnswer(_) | Fault::TooMany | Fault::Status(429, ..)) {
            continue;
        }
        server.inject(fault);
        let mut seen = read(&client, "143").await.map_err(|failure| code_and_effect(&failure));
        if let (Fault::Refuse, Err((code, effect))) = (fault, &mut seen) {
            // The reset may overtake the news that the connection was made.
            if code == "cannot_connect" && *effect == NotSent {
                (*code, *effect) = ("broke_before_answer".into(), NotDone);
            }
        }
        assert_eq!(seen, expected(fault).map_err(|(code, effect)| (code.to_owned(), effect)), "{fault}");
    }
}

#[tokio::test]
async fn a_lost_answer_may_be_asked_for_again_and_a_refused_question_may_not() {
    for (fault, repeatable) in [
        (Fault::Cut(Outcome::NotApplied), true),
        (Fault::Silence(Outcome::NotApplied), true),
        (Fault::MalformedAnswer, true),
        (Fault::Status(500, Body::Json, Outcome::NotApplied), true),
        (Fault::Status(503, Body::Json, Outcome::NotApplied), true),
        (Fault::Status(404, Body::Json, Outcome::NotApplied), false),
        (Fault::Status(403, Body::Json, Outcome::NotApplied), false),
        (Fault::Redirect(307), false),
    ] {
        let server = server_that(fault).await;
        let failure = read(&client_at(&server.base_url(), BRIEF), "143").await.unwrap_err();
        assert_eq!(failure.repeatable(), repeatable, "{fault}: {failure:?}");
    }
}

#[tokio::test]
async fn what_is_forbidden_what_is_not_there_and_wrong_keys_are_three_things() {
    let server = server_with(Options { may_read: false, ..Options::default() }).await;
    assert_eq!(failed(&client_of(&server)).await, ("forbidden".into(), NotDone));
    let wrong = Client::new(account(&server.base_url(), "practice-access-key", "wrong")).unwrap();
    assert_eq!(failed(&wrong).await, ("keys_refused".into(), NotDone));

    let server = self::server().await;
    let failure = read(&client_of(&server), "999").await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("not_found".into(), NotDone));
    assert!(failure.to_string().contains("no ticket '999'"), "{failure}");
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_asked() {
    assert_eq!(failed(&client_at(&closed_port(), BRIEF)).await, ("cannot_connect".into(), NotSent));
    let nobody = client_at("https://nobody.invalid", Limits::default());
    assert_eq!(failed(&nobody).await, ("host_not_found".into(), NotSent));
    let server = server().await;
    let secure = client_at(&server.base_url().replace("http:", "https:"), Limits::default());
    assert_eq!(failed(&secure).await, ("connection_not_secure".into(), NotSent));
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_when_it_says() {
    let server = server_that(Fault::TooManyRetryAfter(0)).await;
    read(&client_of(&server), "143").await.unwrap();
    assert_eq!(server.record().calls, 2);
}

#[tokio::test]
async fn an_answer_that_drips_is_waited_for_only_so_long() {
    let server = server_that(Fault::SlowAnswer(Duration::from_millis(200))).await;
    assert_eq!(failed(&client_at(&server.base_url(), BRIEF)).await, ("no_answer".into(), NotDone));
}

#[tokio::test]
async fn stopped_before_its_turn_nothing_was_asked() {
    let (server, cancel) = (server().await, CancellationToken::new());
    let number = TicketNumber::parse("143").unwrap();
    cancel.cancel();
    let failure = client_of(&server).read_ticket(&number, &cancel).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("cancelled".into(), NotSent));

    // Asked to wait, it can be stopped while it waits.
    server.inject(Fault::TooManyRetryAfter(600));
    let (client, cancel) = (client_of(&server), CancellationToken::new());
    let cancelled = cancel.clone();
    let reading = tokio::spawn(async move { client.read_ticket(&number, &cancelled).await });
    server.wait_for_calls(1).await;
    cancel.cancel();
    assert_eq!(code(&reading.await.unwrap().unwrap_err()), "cancelled");
    assert_eq!(server.record().calls, 1);
}

#[tokio::test]
async fn stopped_while_it_waits_for_the_answer_it_ends_at_once_and_changed_nothing() {
    let server = server_that(Fault::Silence(Outcome::NotApplied)).await;
    let (client, cancel) = (client_of(&server), CancellationToken::new());
    let (number, cancelled) = (TicketNumber::parse("143").unwrap(), cancel.clone());
    let reading = tokio::spawn(async move { client.read_ticket(&number, &cancelled).await });
    server.wait_for_calls(1).await;
    cancel.cancel();
    let failure = reading.await.unwrap().unwrap_err();
    assert_eq!(code_and_effect(&failure), ("cancelled".into(), NotDone));
    assert!(!failure.repeatable(), "to stop was somebody's wish");
}
