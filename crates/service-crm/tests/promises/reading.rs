//! The common rules of all readings: each way in which one can fail is told apart, none leaves a doubt about a ticket,
//! all wait for the account's pace, and all can be stopped.

use std::time::Duration;

use crate::common::*;
use practice_server::{Body, Fault, Options, Outcome};
use service_crm::Effect::{NotDone, NotSent};
use service_crm::{CancellationToken, Client, Effect, Failure, Limits, TicketNumber};
use tokio::task::JoinSet;

/// For servers that fall silent: two seconds for the whole of a question.
fn brief() -> Limits {
    Limits { connect: Duration::from_millis(500), ..impatient() }
}

async fn ask(question: Question, client: &Client, url: &str) -> Result<(), Failure> {
    question.ask(client, url, &CancellationToken::new()).await
}

async fn failed(question: Question, client: &Client, url: &str) -> (String, Effect) {
    let failure = ask(question, client, url).await.unwrap_err();
    assert!(!failure.to_string().contains("may have been changed"), "{failure}");
    code_and_effect(&failure)
}

/// A reading's duty under a fault: an answer, or a code with its effect.
fn expected(fault: Fault) -> Result<(), (&'static str, Effect)> {
    let code = match fault {
        // A question without a body is whole at once, and shorter than any part of one.
        Fault::ResetAfter(0) => "broke_before_answer",
        Fault::StallAfter(0) => "no_answer",
        Fault::ResetAfter(_) | Fault::StallAfter(_) => return Ok(()),
        Fault::GzipAnswer
        | Fault::HugeAnswer
        | Fault::SlowAnswer(_)
        | Fault::TooMany
        | Fault::TooManyRetryAfter(_) => {
            return Ok(());
        }
        Fault::Status(429, ..) => return Ok(()),
        Fault::Refuse | Fault::Cut(_) => "broke_before_answer",
        Fault::Silence(_) => "no_answer",
        Fault::CutAnswer | Fault::MalformedAnswer | Fault::GzipBomb => "answer_unreadable",
        Fault::Status(200, Body::Json | Body::Exception, _) | Fault::FailureIn200 => "declined",
        Fault::Status(401 | 403, Body::Html, _) => "not_the_ticket_system",
        Fault::Status(403, Body::Amazon, _) => "wrong_address",
        Fault::Status(408, ..) => "too_slow",
        Fault::Status(200 | 204, ..) => "answer_unreadable",
        Fault::Status(code, ..) | Fault::Early(code) => match code {
            400 => "not_accepted",
            401 => "keys_refused",
            403 => "forbidden",
            404 => "not_found",
            413 => "too_large",
            415 | 422 => "refused",
            503 => "unavailable",
            500 | 502 | 504 | 599 => "server_error",
            other => panic!("no expectation for an answer {other}"),
        },
        Fault::Redirect(_) => "redirected",
        other => panic!("no expectation for {other}"),
    };
    Err((code, NotDone))
}

async fn meet_every_fault(question: Question) {
    let server = server().await;
    let patient = unpaced_at(&server.base_url(), Limits::default());
    let brief = unpaced_at(&server.base_url(), brief());
    for fault in Fault::all() {
        // These only take time; see below.
        if matches!(
            fault,
            Fault::SlowAnswer(_) | Fault::TooMany | Fault::LimitWords(_) | Fault::Status(429, ..)
        ) {
            continue;
        }
        server.inject(fault);
        let client = if is_silent(&fault) { &brief } else { &patient };
        let asked = ask(question, client, &server.base_url()).await;
        let mut seen = asked.map_err(|failure| code_and_effect(&failure));
        if let (Fault::Refuse, Err((code, effect))) = (fault, &mut seen) {
            // The reset may overtake the news that the connection was made.
            if code == "cannot_connect" && *effect == NotSent {
                (*code, *effect) = ("broke_before_answer".into(), NotDone);
            }
        }
        let expected = expected(fault).map_err(|(code, effect)| (code.to_owned(), effect));
        assert_eq!(seen, expected, "{question:?} under {fault}");
    }
    let record = server.record();
    assert!(record.applied.is_empty() && record.notes.is_empty());
}

#[tokio::test]
async fn every_fault_of_the_practice_server_is_understood_and_none_leaves_a_doubt() {
    let mut meetings: JoinSet<_> = Question::ALL.into_iter().map(meet_every_fault).collect();
    while let Some(met) = meetings.join_next().await {
        met.unwrap();
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
        let url = server.base_url();
        let failure = ask(Question::Ticket, &client_at(&url, brief()), &url).await.unwrap_err();
        assert_eq!(failure.repeatable(), repeatable, "{fault}: {failure:?}");
    }
}

#[tokio::test]
async fn what_is_forbidden_what_is_not_there_and_wrong_keys_are_three_things() {
    let options = Options { may_read: false, administrator: false, ..known_keys() };
    let server = server_with(options).await;
    let url = server.base_url();
    let wrong = Client::new(account(&url, "practice-access-key", "wrong")).unwrap();
    for question in Question::ALL {
        let seen =
            ask(question, &client_of(&server), &url).await.map_err(|failure| code_and_effect(&failure));
        // The practice account shows its leads to everybody who has keys.
        let forbidden = Err(("forbidden".to_owned(), NotDone));
        assert_eq!(seen, if question == Question::Leads { Ok(()) } else { forbidden }, "{question:?}");
        assert_eq!(failed(question, &wrong, &url).await, ("keys_refused".into(), NotDone), "{question:?}");
    }

    let server = self::server().await;
    let (client, cancel) = (client_of(&server), CancellationToken::new());
    let ticket = client.read_ticket(&TicketNumber::parse("999").unwrap(), &cancel).await.unwrap_err();
    assert_eq!(code_and_effect(&ticket), ("not_found".into(), NotDone));
    assert!(ticket.to_string().contains("no ticket '999'"), "{ticket}");
    let list = client.list_values("Title", &cancel).await.unwrap_err();
    assert_eq!(code_and_effect(&list), ("not_found".into(), NotDone));
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_asked() {
    let server = server().await;
    for (url, code) in [
        (closed_port(), "cannot_connect"),
        ("https://nobody.invalid".to_owned(), "host_not_found"),
        (server.base_url().replace("http:", "https:"), "connection_not_secure"),
    ] {
        for question in Question::ALL {
            let client = client_at(&url, Limits::default());
            assert_eq!(failed(question, &client, &url).await, (code.into(), NotSent), "{question:?}");
        }
    }
    assert_eq!(server.record().calls, 0);
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_when_it_says() {
    for question in Question::ALL {
        let server = server_that(Fault::TooManyRetryAfter(0)).await;
        ask(question, &client_of(&server), &server.base_url()).await.unwrap();
        assert_eq!(server.record().calls, 2, "{question:?}");
    }
}

#[tokio::test]
async fn an_answer_that_drips_is_waited_for_only_so_long() {
    let server = server_that(Fault::SlowAnswer(Duration::from_millis(200))).await;
    let url = server.base_url();
    let seen = failed(Question::Ticket, &client_at(&url, brief()), &url).await;
    assert_eq!(seen, ("no_answer".into(), NotDone));
}

/// Asks in a task of its own, until a call has arrived; then stops it.
async fn stopped(question: Question, fault: Fault) -> Failure {
    let server = server_that(fault).await;
    let (client, url, cancel) = (client_of(&server), server.base_url(), CancellationToken::new());
    let cancelled = cancel.clone();
    let asking = tokio::spawn(async move { question.ask(&client, &url, &cancelled).await });
    server.wait_for_calls(1).await;
    cancel.cancel();
    let failure = asking.await.unwrap().unwrap_err();
    assert_eq!(server.record().calls, 1, "{question:?}");
    failure
}

#[tokio::test]
async fn stopped_before_its_turn_nothing_was_asked() {
    let (server, cancel) = (server().await, CancellationToken::new());
    cancel.cancel();
    for question in Question::ALL {
        let failure = question.ask(&client_of(&server), &server.base_url(), &cancel).await.unwrap_err();
        assert_eq!(code_and_effect(&failure), ("cancelled".into(), NotSent));
    }
    assert_eq!(server.record().calls, 0);
}

#[tokio::test]
async fn stopped_while_it_waits_it_ends_at_once_and_changed_nothing() {
    for question in Question::ALL {
        for fault in [Fault::Silence(Outcome::NotApplied), Fault::TooManyRetryAfter(600)] {
            let failure = stopped(question, fault).await;
            assert_eq!(code(&failure), "cancelled", "{question:?} under {fault}");
            assert_ne!(failure.effect, Effect::MayBeDone, "{question:?} under {fault}");
            assert!(!failure.repeatable(), "to stop was somebody's wish");
        }
    }
}
