//! A failure's word about the ticket: the table of the API notes, row by row, and every fault of the practice
//! server by its name.

use std::sync::Arc;
use std::time::Duration;

use crate::common::*;
use practice_server::{Body, Fault, Outcome, PracticeServer};
use service_crm::Effect::{MayBeDone, NotDone, NotSent};
use service_crm::{CancellationToken, Client, Code, Effect, Insecure, Limits, Progress, Remedy};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// The client's duty under a fault: done, or a code with its effect.
fn expected(fault: Fault) -> Result<(), (&'static str, Effect)> {
    Err(match fault {
        Fault::Refuse | Fault::ResetAfter(_) => ("broke_while_sending", NotSent),
        Fault::StallAfter(_) => ("stalled_while_sending", NotSent),
        Fault::Silence(_) => ("no_answer", MayBeDone),
        Fault::Cut(_) => ("broke_before_answer", MayBeDone),
        Fault::CutAnswer | Fault::MalformedAnswer | Fault::HugeAnswer | Fault::GzipBomb => {
            ("answer_unreadable", MayBeDone)
        }
        Fault::Status(200, Body::Json | Body::Exception, _) | Fault::FailureIn200 => ("declined", NotDone),
        Fault::Status(200 | 204, ..) => ("answer_unreadable", MayBeDone),
        // Whatever stands in a page, the ticket system did not write it.
        Fault::Status(401 | 403, Body::Html, _) => ("not_the_ticket_system", NotDone),
        Fault::Status(403, Body::Amazon, _) => ("wrong_address", NotDone),
        // Gateways say these two of work that was done, too.
        Fault::Status(503, Body::Html | Body::Empty | Body::Amazon, _) => ("unavailable", MayBeDone),
        Fault::Status(408, Body::Html | Body::Empty, _) => ("too_slow", MayBeDone),
        Fault::Status(408, ..) => ("too_slow", NotDone),
        Fault::Early(502) => ("failed_early", NotSent),
        Fault::Status(code, ..) | Fault::Early(code) => match code {
            400 => ("not_accepted", NotDone),
            401 => ("keys_refused", NotDone),
            403 => ("forbidden", NotDone),
            404 => ("not_found", NotDone),
            413 => ("too_large", NotDone),
            415 | 422 => ("refused", NotDone),
            // Waited for, and then done.
            429 => return Ok(()),
            503 => ("unavailable", NotDone),
            500 | 502 | 504 | 599 => ("server_error", MayBeDone),
            other => panic!("no expectation for an answer {other}"),
        },
        Fault::Redirect(_) => ("redirected", NotDone),
        Fault::GzipAnswer
        | Fault::SlowAnswer(_)
        | Fault::LimitWords(_)
        | Fault::TooMany
        | Fault::TooManyRetryAfter(_) => {
            return Ok(());
        }
        other => panic!("no expectation for {other}"),
    })
}

/// How often the practice server acts under a fault, whatever it says. One that is answered 429 comes again.
fn applied(fault: Fault) -> usize {
    match fault {
        Fault::Status(429, _, Outcome::Applied) => 2,
        Fault::Status(429, _, Outcome::NotApplied)
        | Fault::LimitWords(_)
        | Fault::TooMany
        | Fault::TooManyRetryAfter(_) => 1,
        Fault::Silence(outcome) | Fault::Cut(outcome) | Fault::Status(_, _, outcome) => {
            usize::from(outcome == Outcome::Applied)
        }
        Fault::CutAnswer
        | Fault::MalformedAnswer
        | Fault::HugeAnswer
        | Fault::GzipAnswer
        | Fault::GzipBomb
        | Fault::SlowAnswer(_) => 1,
        _ => 0,
    }
}

fn is_too_many(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::TooMany | Fault::TooManyRetryAfter(_) | Fault::LimitWords(_) | Fault::Status(429, ..)
    )
}

/// Sends an update under the fault and compares.
async fn meet(server: &PracticeServer, client: &Client, fault: Fault, heard: impl FnMut(Progress) + Send) {
    let (desk, before) = (Desk::new(), server.record().applied.len());
    server.inject(fault);
    // What ends before the whole body is there needs a body that does not fit into the connection.
    let broken =
        matches!(fault, Fault::Refuse | Fault::ResetAfter(_) | Fault::StallAfter(_) | Fault::Early(_));
    let update = update(vec![desk.sized("file.bin", if broken { LARGE } else { 5000 })]);

    let settled = client.update_ticket(&update, &CancellationToken::new(), heard).await;

    let mut seen = settled.as_ref().map(|_| ()).map_err(code_and_effect);
    if let (Fault::Refuse, Err((code, _))) = (fault, &mut seen) {
        // The reset may overtake the news that the connection was made.
        *code = code.replace("cannot_connect", "broke_while_sending");
    }
    assert_eq!(
        seen,
        expected(fault).map_err(|(code, effect)| (code.to_owned(), effect)),
        "{fault}: {settled:?}"
    );
    assert_eq!(server.record().applied.len() - before, applied(fault), "{fault}: how often it was done");
    if let Err(failure) = settled {
        let words = match fault {
            Fault::Status(code, Body::Json, _) if code != 204 => Some(format!("answer {code}")),
            Fault::Early(code) => Some(format!("answer {code}")),
            Fault::FailureIn200 => Some("locked by a workflow".to_owned()),
            _ => None,
        };
        if let Some(words) = words {
            let said = failure.answer.as_deref().and_then(service_crm::Answer::words).unwrap_or_default();
            assert!(said.contains(&words), "{fault}: the server's words are lost: {failure:?}");
            assert!(failure.to_string().contains(&words), "{fault}: {failure}");
        }
    }
}

/// Faults that take their time, and would be met one by one for too long.
fn is_slow(fault: &Fault) -> bool {
    matches!(fault, Fault::StallAfter(_) | Fault::Silence(_) | Fault::SlowAnswer(_))
}

#[tokio::test]
async fn every_fault_of_the_practice_server_is_understood() {
    let mut slow = JoinSet::new();
    for fault in Fault::all().into_iter().filter(is_slow) {
        slow.spawn(async move {
            let server = server().await;
            let limits = if matches!(fault, Fault::SlowAnswer(_)) { Limits::default() } else { impatient() };
            meet(&server, &unpaced_at(&server.base_url(), limits), fault, |_| ()).await;
        });
    }
    let server = server().await;
    let client = unpaced_at(&server.base_url(), Limits::default());
    for fault in Fault::all().into_iter().filter(|fault| !is_slow(fault) && !is_too_many(fault)) {
        meet(&server, &client, fault, |_| ()).await;
    }
    while let Some(met) = slow.join_next().await {
        met.unwrap();
    }
}

#[tokio::test]
async fn after_429_it_goes_on_by_itself() {
    let server = server().await;
    let client = unpaced_at(&server.base_url(), Limits::default());
    for fault in Fault::all().into_iter().filter(is_too_many) {
        let mut heard = Vec::new();
        meet(&server, &client, fault, in_no_time(&mut heard)).await;
        let asked = |step: &Progress| matches!(step, Progress::Waiting { asked: true, .. });
        assert_eq!(heard.iter().filter(|step| asked(step)).count(), 1, "{fault}: {heard:?}");
    }
}

#[tokio::test]
async fn retry_after_is_honoured() {
    for seconds in [0, 1, 77] {
        let server = server_that(Fault::TooManyRetryAfter(seconds)).await;
        let (mut heard, start) = (Vec::new(), tokio::time::Instant::now());
        let watch = in_no_time(&mut heard);
        client_of(&server).update_ticket(&update(vec![]), &CancellationToken::new(), watch).await.unwrap();
        let waited = heard.iter().find_map(|step| match step {
            Progress::Waiting { milliseconds, asked: true } => Some(Duration::from_millis(*milliseconds)),
            _ => None,
        });
        let said = Duration::from_secs(seconds);
        assert!(waited.unwrap_or_default() <= said && start.elapsed() >= said, "{heard:?}");
        assert_eq!(waited.is_some(), seconds > 0, "{heard:?}");
        assert_eq!((server.record().calls, server.record().applied.len()), (2, 1));
    }
}

#[tokio::test]
async fn every_status_says_what_the_table_says() {
    for status in (300..=308).chain(400..=431).chain([451, 499]).chain(500..=511).chain([599]) {
        if status == 429 {
            continue; // waited for, see above
        }
        let words = r#"{"ReasonForFailure":"because"}"#;
        let recorder = Recorder::answering(answer(&format!("{status} Said"), "", words)).await;
        let failure =
            send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
        let effect = match status {
            // A proxy on the way kept it.
            407 => NotSent,
            // Not in the vendor's own form, and behind the whole request.
            408 | 503 => MayBeDone,
            300..=499 | 511 => NotDone,
            _ => MayBeDone,
        };
        assert_eq!(failure.effect, effect, "{status}: {failure:?}");
        assert_eq!(failure.repeatable(), status == 407, "{status}");
        let said = failure.answer.unwrap().reason;
        assert_eq!(said.as_deref(), (status != 304).then_some("because"), "{status}: 304 has no body");
        assert_eq!(recorder.requests().len(), 1, "{status}: it is not sent again by the client");
    }
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let failure = send(&client_at(&closed_port(), Limits::default()), &update(vec![])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("cannot_connect".into(), NotSent));
    assert!(failure.repeatable());
}

#[tokio::test]
async fn an_unknown_host_was_sent_nothing() {
    let client = client_at("https://nobody.invalid", Limits::default());
    let failure = send(&client, &update(vec![])).await.unwrap_err();
    assert_eq!(failure.code, Code::HostNotFound { host: "nobody.invalid".into() });
    assert!(failure.effect == NotSent && failure.repeatable());
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_was_sent_nothing() {
    let server = server().await;
    let client = client_at(&server.base_url().replace("http:", "https:"), Limits::default());
    let failure = send(&client, &update(vec![])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("connection_not_secure".into(), NotSent));
    assert!(failure.repeatable());
    assert_eq!(server.record().calls, 0);
}

#[tokio::test]
async fn a_server_whose_certificate_nobody_vouches_for_was_sent_nothing() {
    let certified = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = tokio_rustls::rustls::pki_types::PrivateKeyDer::try_from(certified.signing_key.serialize_der());
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = tokio_rustls::rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key.unwrap())
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let accepted = tokio::spawn(async move {
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        acceptor.accept(listener.accept().await.unwrap().0).await.is_ok()
    });

    let client = client_at(&format!("https://localhost:{port}"), Limits::default());
    let failure = send(&client, &update(vec![])).await.unwrap_err();

    let Code::ConnectionNotSecure { host, why, kind } = &failure.code else { panic!("{failure:?}") };
    assert!(*host == format!("localhost:{port}") && why.contains("certificate"), "{failure}");
    assert_eq!((*kind, failure.remedy()), (Insecure::UnknownIssuer, Remedy::Setting));
    assert!(failure.effect == NotSent && failure.repeatable());
    assert!(!accepted.await.unwrap(), "the connection was never secured, so no key went over it");
}

/// Linux drops connections to a listener whose queue is full, which is a host that does not answer.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_host_that_does_not_answer_was_sent_nothing() {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(stream) = std::net::TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
        queued.push(stream);
    }
    let limits = Limits { connect: Duration::from_millis(200), ..Limits::default() };
    let failure = send(&client_at(&format!("http://{address}"), limits), &update(vec![])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("connect_timed_out".into(), NotSent));
    assert!(failure.repeatable());
}

#[tokio::test]
async fn a_redirect_is_told_and_never_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let to = format!("http://{}/api", elsewhere.local_addr().unwrap());
        let recorder =
            Recorder::answering(answer(&format!("{status} Go"), &format!("Location: {to}\r\n"), "")).await;
        let failure =
            send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
        assert_eq!(failure.code, Code::Redirected { status, to: Some(to) });
        assert_eq!(failure.effect, NotDone);
        let elsewhere = elsewhere.into_std().unwrap();
        let came = elsewhere.accept().map(|_| ()).map_err(|error| error.kind());
        assert_eq!(came, Err(std::io::ErrorKind::WouldBlock), "the keys would have travelled");
    }
}

#[tokio::test]
async fn an_answer_is_read_up_to_one_mebibyte() {
    let padded = |length: usize| {
        let json = r#"{"Status":"Success","Id":"143"}"#;
        answer("200 OK", "", &format!("{json}{}", " ".repeat(length - json.len())))
    };
    let recorder = Recorder::answering(padded(1024 * 1024)).await;
    let receipt = send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap();
    assert_eq!(receipt.answer.body.len(), 1024 * 1024);

    let recorder = Recorder::answering(padded(1024 * 1024 + 1)).await;
    let failure = send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("answer_unreadable".into(), MayBeDone));
    assert_eq!(failure.answer.unwrap().body.len(), 1024 * 1024);
}

#[tokio::test]
async fn a_success_that_is_not_this_ticket_s_is_not_taken_for_one() {
    for body in [
        r#"{"Status":"Success","Id":"144"}"#,
        r#"{"Status":null,"Id":"143"}"#,
        r#"[{"Status":"Success","Id":"143"}]"#,
        "<html>Success</html>",
        "",
    ] {
        let recorder = Recorder::answering(answer("200 OK", "", body)).await;
        let failure =
            send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
        assert_eq!(code_and_effect(&failure), ("answer_unreadable".into(), MayBeDone), "{body}");
    }
}

#[tokio::test]
async fn a_success_is_recognised_in_the_forms_that_servers_give_it() {
    for body in [
        r##"{"Status":"Success","Id":"#143"}"##,
        r#"{"Status":"success","Id":143}"#,
        r#"{"Status":"Success","Id":null}"#,
        // .NET writes a byte order mark where its encoding was not told not to.
        "\u{feff}{\"Status\":\"Success\",\"Id\":\"143\"}",
    ] {
        let recorder = Recorder::answering(answer("200 OK", "", body)).await;
        let receipt = send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap();
        assert_eq!(receipt.ticket, "143", "{body}");
    }
}

#[tokio::test]
async fn the_server_s_words_are_found_where_it_puts_them() {
    for (body, words) in [
        (r#"{"ReasonForFailure":"why","Message":"Bad Request"}"#, Some("why")),
        (r#"{"ReasonForFailure":"  ","ExceptionMessage":"why"}"#, Some("why")),
        (r#"{"ReasonForFailure":null,"Message":"why"}"#, Some("why")),
        (r#"{"error":"why"}"#, Some("why")),
        (r#"{"ReasonForFailure":null}"#, None),
        ("why", None),
    ] {
        let recorder = Recorder::answering(answer("500 Oops", "", body)).await;
        let failure =
            send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
        let kept = failure.answer.unwrap();
        assert_eq!(kept.words(), words, "{body}");
        assert_eq!(kept.body, body, "all of it is kept");
    }
}

#[tokio::test]
async fn what_is_no_http_may_have_been_done() {
    for said in
        ["220 mail ready\r\n", "HTTP/1.1 2", "\0\0\0", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"]
    {
        let recorder = Recorder::answering(said).await;
        let failure =
            send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap_err();
        assert_eq!(code_and_effect(&failure), ("broke_before_answer".into(), MayBeDone), "{said:?}");
    }
}

/// A large update to a server that answers as soon as it has the head.
async fn answered_early(manner: Manner, said: String) -> service_crm::Failure {
    let (recorder, desk) = (Recorder::with(manner, said).await, Desk::new());
    let client = client_at(&recorder.url(), Limits::default());
    send(&client, &update(vec![desk.sized("large.bin", LARGE)])).await.unwrap_err()
}

#[tokio::test]
async fn an_early_refusal_is_a_refusal() {
    let failure = answered_early(Manner::Early, answer("413 Too Large", "", r#"{"Message":"10 MB"}"#)).await;
    assert_eq!(code_and_effect(&failure), ("too_large".into(), NotDone));
    assert_eq!(failure.answer.unwrap().words(), Some("10 MB"));

    let declined = r#"{"Status":"Failure","ReasonForFailure":"locked"}"#;
    let failure = answered_early(Manner::Early, answer("200 OK", "", declined)).await;
    assert_eq!(code_and_effect(&failure), ("declined".into(), NotDone));
}

#[tokio::test]
async fn an_early_success_is_not_believed_and_not_denied() {
    let failure = answered_early(Manner::Early, success()).await;
    assert_eq!(code_and_effect(&failure), ("answered_early".into(), MayBeDone));
    assert!(!failure.repeatable());
}

#[tokio::test]
async fn a_server_that_fails_over_half_a_request_did_nothing() {
    for status in [500, 502, 504] {
        let failure = answered_early(Manner::Early, answer(&format!("{status} Oops"), "", "why")).await;
        assert_eq!(code_and_effect(&failure), ("failed_early".into(), NotSent));
        assert_eq!(failure.answer.unwrap().body, "why");
    }
}

/// The answer is awaited for a while although nothing more may be sent: in that time the request must not come to
/// its end, or "nothing was sent" would be a lie, and behind it the connection must.
#[tokio::test]
async fn behind_an_early_answer_the_request_is_never_completed_and_its_connection_ended() {
    // One that breaks off, and one that is whole and leaves the connection open.
    for length in [1000, 3] {
        let desk = Desk::new();
        let said = format!("HTTP/1.1 500 Oops\r\nContent-Length: {length}\r\n\r\nwhy");
        let recorder = Recorder::with(Manner::Early, said).await;
        let update = update(vec![desk.sized("large.bin", LARGE)]);
        let failure = send(&client_at(&recorder.url(), impatient()), &update).await.unwrap_err();
        assert_eq!(code_and_effect(&failure), ("failed_early".into(), NotSent));
        assert_eq!(failure.answer.unwrap().body, "why", "what came of the answer is kept");
        let ended = tokio::time::timeout(Duration::from_secs(30), recorder.ended()).await;
        let came = ended.expect("the connection was left open");
        assert!(came < LARGE, "{came} bytes of {LARGE} came");
    }
}

#[tokio::test]
async fn an_early_answer_that_the_reset_behind_it_takes_along_is_never_taken_for_more() {
    for _ in 0..10 {
        let said = answer("413 Too Large", "", "");
        let failure = answered_early(Manner::EarlyAndGone, said).await;
        let seen = code_and_effect(&failure);
        let may_be = [("too_large".to_owned(), NotDone), ("broke_while_sending".to_owned(), NotSent)];
        assert!(may_be.contains(&seen), "{seen:?}");
    }
}

#[tokio::test]
async fn cancelled_over_an_early_success_it_may_be_done() {
    let (desk, body) = (Desk::new(), "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
    let recorder = Recorder::with(Manner::Early, body).await;
    let client = client_at(&recorder.url(), Limits::default());
    let update = update(vec![desk.sized("large.bin", LARGE)]);
    // Nothing shows from outside that the client has read the head; one of these waits is long enough for it.
    for patience in [50, 200, 1000, 5000] {
        let mut aside = send_aside(&client, &update);
        let settled = tokio::time::timeout(Duration::from_millis(patience), &mut aside.settled).await;
        assert!(settled.is_err(), "{settled:?}");
        aside.cancel.cancel();
        let failure = aside.failure().await;
        assert_eq!(failure.code, Code::Cancelled);
        if failure.effect == MayBeDone {
            return;
        }
    }
    panic!("a success had been announced, and the client says that nothing was sent");
}

/// A kept one could be closed by the server at the moment of sending.
#[tokio::test]
async fn every_call_has_a_connection_of_its_own() {
    let said = success().replace("Connection: close\r\n", "");
    let recorder = Recorder::with(Manner::InTurnOnce, said).await;
    let client = client_at(&recorder.url(), impatient());
    for _ in 0..3 {
        send(&client, &update(vec![])).await.unwrap();
    }
    assert_eq!(recorder.requests().len(), 3);
}
