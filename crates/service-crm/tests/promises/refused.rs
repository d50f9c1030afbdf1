//! A refusal that comes while the body is still going out is read, whenever it comes and however the server leaves.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use service_crm::Effect::NotDone;
use service_crm::Limits;

use crate::common::*;

const TRIES: usize = 20;
const KIB: u64 = 1024;

/// A server that reads the head and so many bytes of the body, refuses and closes at once with the rest unread, which
/// resets the connection. One that says nothing to `Expect` lets the client come by itself.
fn refusing_after(read: u64, says_continue: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Who has gone needs no answer.
            let _ = refuse(stream, read, says_continue);
        }
    });
    url
}

fn refuse(mut stream: TcpStream, read: u64, says_continue: bool) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.extend_from_slice(&byte);
    }
    let asked = String::from_utf8_lossy(&head).to_lowercase().contains("\r\nexpect: 100-continue\r\n");
    if asked && says_continue && read > 0 {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    std::io::copy(&mut Read::by_ref(&mut stream).take(read), &mut std::io::sink())?;
    stream.write_all(answer("413 Content Too Large", "", r#"{"Message":"10 MB at most"}"#).as_bytes())
}

#[cfg_attr(windows, ignore = "Windows throws away what lies in a connection that is reset")]
#[tokio::test]
async fn a_refusal_in_the_middle_of_the_body_is_never_lost() {
    let desk = Desk::new();
    for (size, read) in [
        (2 * KIB, 0),
        (2 * KIB, 1000),
        (200 * KIB, 0),
        (200 * KIB, 70_000),
        (3 * MIB, 0),
        (3 * MIB, 100_000),
        (24 * MIB, 5_000_000),
    ] {
        let update = update(vec![desk.sized(&format!("{size}.bin"), size)]);
        let client = client_at(&refusing_after(read, true), Limits::default());
        for number in 0..TRIES {
            let failure = send(&client, &update).await.unwrap_err();
            let seen = code_and_effect(&failure);
            assert_eq!(seen, ("too_large".into(), NotDone), "{size} bytes, {read} read, try {number}");
            assert_eq!(failure.answer.unwrap().words(), Some("10 MB at most"));
        }
    }
}

#[tokio::test]
async fn nobody_waits_for_a_large_body_to_hear_no() {
    let desk = Desk::new();
    // It would never read the body.
    let recorder = Recorder::with(Manner::Early, answer("403 Forbidden", "", r#"{"Message":"no"}"#)).await;
    let client = client_at(&recorder.url(), Limits::default());
    let turn = client.turn(&service_crm::CancellationToken::new(), |_| ()).await.unwrap();
    let call = service_crm::Call::Update(update(vec![desk.sized("large.bin", LARGE)]));
    let stop = service_crm::CancellationToken::new();
    let attempt = client.attempt(turn, &call, &stop, async { Ok(()) }, |_| ()).await;
    assert_eq!(code_and_effect(&attempt.became.unwrap_err()), ("forbidden".into(), NotDone));
    assert_eq!(attempt.sent, 0, "it was asked first");
    let (head, _) = recorder.request();
    assert_eq!(header(&head, "expect"), Some("100-continue"));
}

#[tokio::test]
async fn a_server_that_says_nothing_to_the_question_gets_the_body() {
    let desk = Desk::new();
    let recorder = Recorder::answering(success()).await;
    let client = client_at(&recorder.url(), Limits::default());
    send(&client, &update(vec![desk.sized("large.bin", 2 * MIB)])).await.unwrap();
    send(&client, &update(vec![desk.sized("small.bin", 20 * KIB)])).await.unwrap();
    let asked: Vec<bool> = recorder
        .requests()
        .iter()
        .map(|request| String::from_utf8_lossy(&request[..600]).contains("100-continue"))
        .collect();
    assert_eq!(asked, [true, false], "a small one is not worth a question");
}

#[tokio::test]
async fn a_server_that_does_not_want_to_be_asked_is_not_asked_again() {
    let desk = Desk::new();
    let recorder = Recorder::replying(Manner::InTurn, |request| {
        let head = String::from_utf8_lossy(&request[..600.min(request.len())]).to_lowercase();
        match head.contains("expect:") {
            true => answer("417 Expectation Failed", "", ""),
            false => success(),
        }
    })
    .await;
    let early = Recorder::with(Manner::Early, answer("417 Expectation Failed", "", "")).await;
    let large = update(vec![desk.sized("large.bin", 2 * MIB)]);

    let failure = send(&client_at(&early.url(), Limits::default()), &large).await.unwrap_err();
    assert!(failure.repeatable(), "{failure}");

    let client = client_at(&recorder.url(), Limits::default());
    // It had the whole body, so this one is its word.
    let _ = send(&client, &large).await;
    send(&client, &large).await.unwrap();
}

/// The answer is there, and its end is not: what came of it is kept, and its status counts.
#[tokio::test]
async fn a_refusal_that_stops_in_its_middle_is_one() {
    let said = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 1000\r\n\r\n{\"Mess";
    let recorder = Recorder::with(Manner::Early, said).await;
    let desk = Desk::new();
    let impatient = Limits { stall: Duration::from_millis(300), ..impatient() };
    let (client, large) = (client_at(&recorder.url(), impatient), update(vec![desk.sized("l.bin", 3 * MIB)]));
    assert_eq!(code_and_effect(&send(&client, &large).await.unwrap_err()), ("too_large".into(), NotDone));
}
