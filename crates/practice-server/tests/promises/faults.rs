//! Faults, as a client's socket sees them, and what they leave on the ticket.

use std::{
    collections::HashSet,
    io::{self, ErrorKind},
};

use practice_server::{Body, Fault, Options, Outcome, PracticeServer};
use tokio::io::AsyncWriteExt as _;

use crate::wire::{Answer, DTO, Request, connect, dto, file, read_to_end};

async fn server() -> io::Result<PracticeServer> {
    PracticeServer::start(Options { limit: None, ..Options::default() }).await
}

/// An update with a body of a bit more than 4 KiB.
fn update(server: &PracticeServer) -> Request {
    Request::update(server, &[dto(DTO), file("a.txt", &"x".repeat(4096))])
}

#[test]
fn every_fault_has_a_name_of_its_own_and_is_found_by_it() {
    let all = Fault::all();
    let names: HashSet<_> = all.iter().map(Fault::to_string).collect();
    assert_eq!(names.len(), all.len());
    for fault in all {
        assert_eq!(fault.to_string().parse(), Ok(fault));
    }
    for wrong in [
        "",
        "Refuse",
        "status-500",
        "status-199-json-applied",
        "status-600-json-applied",
        "reset-after-",
        "reset-after-+1",
        "status-500-json-applied-",
        "redirect-400",
        "cut-answers",
    ] {
        assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn an_injected_fault_meets_one_call_and_several_meet_successive_ones() {
    let server = server().await.unwrap();
    server.inject(Fault::Status(503, Body::Html, Outcome::NotApplied));
    server.inject(Fault::Status(500, Body::Empty, Outcome::Applied));
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push((update(&server).send(&server).await.unwrap().status, server.record().applied.len()));
    }
    assert_eq!(seen, [(503, 0), (500, 1), (200, 2)]);

    server.inject_always(Fault::TooMany);
    for _ in 0..2 {
        assert_eq!(update(&server).send(&server).await.unwrap().status, 429);
    }
    server.clear_faults();
    assert_eq!(update(&server).send(&server).await.unwrap().status, 200);
}

#[tokio::test]
async fn every_fault_that_answers_or_ends_leaves_the_ticket_as_its_name_says() {
    let server = server().await.unwrap();
    let mut applied = 0;
    for fault in Fault::all() {
        if matches!(fault, Fault::Silence(_) | Fault::StallAfter(_)) {
            continue;
        }
        server.inject(fault);
        let answer = update(&server).send(&server).await;
        let name = fault.to_string();
        let does = !name.contains("not-applied")
            && (name.ends_with("-applied") || name.contains("-answer") || name == "gzip-bomb");
        applied += usize::from(does);
        assert_eq!(server.record().applied.len(), applied, "{name}: {answer:?}");
        match fault {
            Fault::Refuse | Fault::ResetAfter(_) | Fault::Cut(_) => assert!(answer.is_err(), "{name}"),
            Fault::Status(code, ..)
            | Fault::Early(code)
            | Fault::Redirect(code)
            | Fault::LimitWords(code) => {
                assert_eq!(answer.unwrap().status, code, "{name}");
            }
            Fault::TooMany => assert_eq!(answer.unwrap().header("retry-after"), None),
            Fault::TooManyRetryAfter(_) => assert_eq!(answer.unwrap().header("retry-after"), Some("1")),
            _ => assert_eq!(answer.unwrap().status, 200, "{name}"),
        }
    }
}

#[tokio::test]
async fn refuse_and_reset_are_resets_and_cut_is_an_end() {
    let server = server().await.unwrap();
    for fault in [Fault::Refuse, Fault::ResetAfter(0), Fault::ResetAfter(1024)] {
        server.inject(fault);
        let error = update(&server).send(&server).await.unwrap_err();
        // Writing into a reset connection is a broken pipe.
        assert!(
            matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
            "{fault}: {error}"
        );
    }
    for outcome in [Outcome::Applied, Outcome::NotApplied] {
        server.inject(Fault::Cut(outcome));
        let mut stream = connect(&server).await.unwrap();
        stream.write_all(&update(&server).bytes()).await.unwrap();
        assert_eq!(read_to_end(&mut stream).await.unwrap(), b"");
    }
    assert_eq!(server.record().last_calls.back().unwrap().answered, None);
}

#[tokio::test]
async fn silence_and_stall_answer_nothing_until_the_server_ends() {
    for (fault, applied) in [
        (Fault::Silence(Outcome::Applied), 1),
        (Fault::Silence(Outcome::NotApplied), 0),
        (Fault::StallAfter(1024), 0),
        (Fault::StallAfter(0), 0),
    ] {
        let server = server().await.unwrap();
        server.inject(fault);
        let request = update(&server);
        let mut stream = connect(&server).await.unwrap();
        stream.write_all(&request.bytes()).await.unwrap();
        server.wait_for_calls(1).await;
        match fault {
            Fault::StallAfter(bytes) => server.wait_until_body_bytes(bytes).await,
            _ => server.wait_until_body_bytes(request.body.len() as u64).await,
        }
        // A whole other call: time enough for the first to be answered, if it were going to be.
        let other = Request::new(&server, "GET", "/api/tenants/22824/tickets/143");
        assert_eq!(other.send(&server).await.unwrap().status, 200);
        let record = server.record();
        assert_eq!(record.applied.len(), applied, "{fault}");
        assert_eq!(record.last_calls[0].answered, None, "{fault}");
        drop(server);
        match read_to_end(&mut stream).await {
            Ok(bytes) => assert_eq!(bytes, b"", "{fault}"),
            // What was not read resets the connection when it ends.
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{fault}"),
        }
    }
}

#[tokio::test]
async fn an_early_answer_comes_while_the_body_is_still_to_come() {
    let server = server().await.unwrap();
    server.inject(Fault::Early(413));
    let request = update(&server);
    let bytes = request.bytes();
    let mut stream = connect(&server).await.unwrap();
    stream.write_all(&bytes[..bytes.len() - request.body.len()]).await.unwrap();
    assert_eq!(Answer::parse(read_to_end(&mut stream).await.unwrap()).unwrap().status, 413);
    assert_eq!(server.record().body_bytes, 0);

    // A client that goes on sending, more than any socket buffers, still gets its answer.
    server.inject(Fault::Early(413));
    let long = Request::update(&server, &[dto(DTO), file("long", &"x".repeat(32 * 1024 * 1024))]);
    assert_eq!(long.send(&server).await.unwrap().status, 413);
}

#[tokio::test]
async fn a_cut_answer_is_announced_longer_than_it_is() {
    let server = server().await.unwrap();
    server.inject(Fault::CutAnswer);
    let answer = update(&server).send(&server).await.unwrap();
    let announced: usize = answer.header("content-length").unwrap().parse().unwrap();
    assert!(!answer.body.is_empty() && answer.body.len() < announced, "{answer:?}");
}

#[tokio::test]
async fn other_answers_are_what_they_are_called() {
    let server = server().await.unwrap();
    let meet = async |fault| {
        server.inject(fault);
        update(&server).send(&server).await.unwrap()
    };
    let answer = meet(Fault::FailureIn200).await;
    assert_eq!((answer.status, answer.json()["Status"].as_str()), (200, Some("Failure")));
    assert!(!answer.reason().is_empty());

    let answer = meet(Fault::Redirect(307)).await;
    let here = server.base_url().replace("127.0.0.1", "localhost");
    assert_eq!(
        answer.header("location"),
        Some(format!("{here}/api/tenants/22824/tickets/143/update").as_str())
    );

    let answer = meet(Fault::MalformedAnswer).await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(answer.json().is_null() && !answer.body.is_empty());

    let answer = meet(Fault::HugeAnswer).await;
    assert!(answer.body.len() > 8 * 1024 * 1024 && answer.json()["Status"] == "Success");

    let answer = meet(Fault::GzipAnswer).await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    assert_eq!(answer.body[..2], [0x1f, 0x8b]);

    let answer = meet(Fault::SlowAnswer(std::time::Duration::from_millis(1))).await;
    assert_eq!(answer.json()["Status"], "Success");
}
