//! Real answers of the vendor and the network between, form by form.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::common::*;
use service_crm::Effect::{MayBeDone, NotDone};
use service_crm::{CancellationToken, Effect, Failure, Limits, NewTicket, Receipt, Remedy, TicketNumber};

async fn answered(answer: impl Into<String>) -> Result<Receipt, Failure> {
    let recorder = Recorder::answering(answer).await;
    send(&unpaced_at(&recorder.url(), Limits::default()), &update(vec![])).await
}

async fn failed(status: &str, headers: &str, body: &str) -> (String, Effect, Option<String>) {
    let failure = answered(answer(status, headers, body)).await.unwrap_err();
    let words = failure.answer.as_deref().and_then(service_crm::Answer::words).map(str::to_owned);
    (code(&failure), failure.effect, words)
}

#[tokio::test]
async fn a_no_in_each_of_the_vendors_forms_has_its_reason() {
    let exception = r#"{"ExceptionType":"MXInvalidInputException","ExceptionMessage":"no such field"}"#;
    let object = r#"{"Status":"Error","Message":{"Message":"no such field"}}"#;
    let small = r#"{"status":"Error","reasonforfailure":"no such field","MESSAGE":"Bad Request"}"#;
    for (status, body, code, effect) in [
        ("200 OK", exception, "declined", NotDone),
        ("200 OK", object, "declined", NotDone),
        ("200 OK", small, "declined", NotDone),
        ("400 Bad Request", exception, "not_accepted", NotDone),
        ("500 Internal Server Error", exception, "server_error", MayBeDone),
        ("500 Internal Server Error", object, "server_error", MayBeDone),
    ] {
        let seen = failed(status, "", body).await;
        assert_eq!(seen, (code.to_owned(), effect, Some("no such field".to_owned())), "{status} {body}");
    }
}

#[tokio::test]
async fn unavailable_behind_the_whole_request_is_believed_of_the_vendor_alone() {
    let vendor = r#"{"Status":"Error","ReasonForFailure":"Service is under maintenance","Message":null}"#;
    let envoy =
        "upstream connect error or disconnect/reset before headers. reset reason: connection termination";
    let status = "503 Service Unavailable";
    assert_eq!(failed(status, "", vendor).await.1, NotDone);
    for other in
        [envoy, "no healthy upstream", "<html>503</html>", "", r#"{"message":"Service Unavailable"}"#]
    {
        for headers in ["", "Retry-After: 5\r\n"] {
            let failure = answered(answer(status, headers, other)).await.unwrap_err();
            assert_eq!(
                (code_and_effect(&failure), failure.remedy()),
                (("unavailable".into(), MayBeDone), Remedy::Look)
            );
            assert!(!failure.repeatable(), "{other}");
        }
    }
}

#[tokio::test]
async fn an_answer_in_another_encoding_is_read() {
    let body = r##"{"Status":"Success","Id":"","Key":"#0143","Message":"Prüfung"}"##;
    let recorder = Recorder::answering_bytes({
        let latin: Vec<u8> = body.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", latin.len());
        [head.into_bytes(), latin].concat()
    })
    .await;
    let receipt = send(&client_at(&recorder.url(), Limits::default()), &update(vec![])).await.unwrap();
    assert_eq!(receipt.message.as_deref(), Some("Prüfung"));
}

#[tokio::test]
async fn a_padded_key_names_the_ticket() {
    for body in [
        r##"{"Status":"Success","Id":"","Key":"#034"}"##,
        r##"{"Status":"Success","Id":null,"Key":"#034"}"##,
        r##"{"Status":"Success","Key":"#034"}"##,
        r##"{"status":"success","id":34}"##,
    ] {
        let recorder = Recorder::answering(answer("200 OK", "", body)).await;
        let client = client_at(&recorder.url(), Limits::default());
        let new = NewTicket::new(LEAD, vec![change("Title", "x")], vec![]).unwrap();
        let receipt = client.create_ticket(&new, &CancellationToken::new(), |_| ()).await.unwrap();
        assert_eq!(receipt.ticket, "34", "{body}");
    }
    let padded = r##"{"Status":"Success","Id":"0143","Key":"#0143"}"##;
    assert_eq!(answered(answer("200 OK", "", padded)).await.unwrap().ticket, "143");
}

#[tokio::test]
async fn what_others_say_tells_nothing_of_the_account() {
    let vendor = r#"{"Status":"Error","ReasonForFailure":"no right","Message":"Forbidden"}"#;
    for (body, expected, tells) in [
        (vendor, "forbidden", true),
        (r#"{"message":"Missing Authentication Token"}"#, "wrong_address", false),
        (r#"{"message":"Forbidden"}"#, "forbidden", false),
        ("<!DOCTYPE html><title>Sign in</title>", "not_the_ticket_system", false),
        ("", "forbidden", false),
    ] {
        let failure = answered(answer("403 Forbidden", "", body)).await.unwrap_err();
        assert_eq!((code(&failure).as_str(), failure.tells_of_account()), (expected, tells), "{body}");
    }
}

/// A server whose answer never falls silent, and never ends.
async fn endless() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            let whole = |request: &[u8]| {
                request.ends_with(b"--\r\n") || request.ends_with(b"\r\n\r\n") && request.starts_with(b"GET")
            };
            while !whole(&request) && stream.read_buf(&mut request).await.unwrap() > 0 {}
            tokio::spawn(async move {
                let mut sent = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n").await;
                while sent.is_ok() {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    sent = stream.write_all(b" ").await;
                }
            });
        }
    });
    url
}

#[tokio::test]
async fn an_answer_that_comes_a_byte_at_a_time_is_not_waited_for_without_end() {
    let limits = Limits { answer: Duration::from_millis(400), ..Limits::default() };
    let client = client_at(&endless().await, limits);
    let failure = send(&client, &update(vec![])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("answer_unreadable".into(), MayBeDone));
    let asked = client.read_ticket(&TicketNumber::parse("143").unwrap(), &CancellationToken::new()).await;
    assert_eq!(code(&asked.unwrap_err()), "answer_unreadable");
}
