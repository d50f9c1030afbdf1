//! The keys are in two headers of a request, and nowhere else.

use crate::common::*;
use practice_server::{Fault, Options, PracticeServer};
use service_crm::{CancellationToken, Client, Keys, Limits, Update};
use tokio::task::JoinSet;

// With what base64 has besides letters and digits.
const ACCESS: &str = "canary-access/u$r+1a2b3c4d5e6f==";
const SECRET: &str = "canary-secret/u$r+9z8y7x6w5v4u==";
/// A text that would betray either of them, however it is written.
const CANARY: &str = "canary-";

fn assert_clean(what: &str, text: &str) {
    assert!(!text.contains(CANARY), "a key in {what}: {text}");
}

fn client(url: &str, limits: Limits) -> Client {
    Client::with_limits(account(url, ACCESS, SECRET), limits).unwrap()
}

async fn server_with_canaries() -> PracticeServer {
    let (access_key, secret_key) = (ACCESS.to_owned(), SECRET.to_owned());
    server_with(Options { limit: None, access_key, secret_key, ..Options::default() }).await
}

/// Sends, and searches everything that the client hands out meanwhile.
async fn searched(client: &Client, update: &Update, what: &str) {
    let heard = |step| {
        assert_clean(what, &format!("{step:?} {}", serde_json::to_string(&step).unwrap()));
    };
    match client.update_ticket(update, &CancellationToken::new(), heard).await {
        Ok(receipt) => {
            assert_clean(what, &format!("{receipt:?} {}", serde_json::to_string(&receipt).unwrap()));
        }
        Err(failure) => {
            let json = serde_json::to_string(&failure).unwrap();
            assert_clean(what, &format!("{failure} {failure:?} {failure:#?} {json}"));
        }
    }
}

#[test]
fn nothing_that_holds_keys_prints_them() {
    let account = account("https://apigw.service-in.leadsquared.com", ACCESS, SECRET);
    assert_clean("an account", &format!("{account:?} {account:#?} {:?}", account.keys));
    let client = Client::new(account).unwrap();
    assert_clean("a client", &format!("{client:?} {client:#?}"));
    assert_clean("a clone", &format!("{:?}", client.clone()));
}

#[test]
fn a_key_that_cannot_be_used_is_not_part_of_the_error() {
    for (access, secret) in [
        ("canary- blank", SECRET),
        (ACCESS, "canary-\u{7f}"),
        ("", SECRET),
        (ACCESS, " "),
        ("canary-é", SECRET),
    ] {
        let fault = Keys::new(access, secret).unwrap_err();
        assert_clean("an error", &format!("{fault} {fault:?} {}", serde_json::to_string(&fault).unwrap()));
    }
}

/// The vendor prints some of its calls with the keys in the query, and people paste what they see.
#[test]
fn a_pasted_address_loses_what_stands_behind_its_question_mark() {
    let query = format!("?accessKey={ACCESS}&secretKey={SECRET}");
    for before in ["apigw", "ftp://a.example/x", "a b.example", "https://u@a.example", "http://a.example"] {
        let fault = service_crm::Host::parse(&format!("{before}{query}")).unwrap_err();
        assert_clean("an error", &format!("{fault} {fault:?} {}", serde_json::to_string(&fault).unwrap()));
    }
    let (host, _) = service_crm::Host::parse(&format!("https://a.example/v2{query}")).unwrap();
    assert_clean("a host", &format!("{host} {host:?} {}", host.name()));
}

#[tokio::test]
async fn on_the_wire_they_stand_in_their_two_headers_only() {
    let (recorder, desk) = (Recorder::answering(success()).await, Desk::new());
    let update = update(vec![desk.file("a.txt", b"one")]);
    searched(&client(&recorder.url(), Limits::default()), &update, "a receipt").await;

    let request = recorder.requests().pop().unwrap();
    let text = String::from_utf8(request).unwrap();
    assert_eq!(text.matches(ACCESS).count(), 1);
    assert_eq!(text.matches(SECRET).count(), 1);
    assert_eq!(text.matches(CANARY).count(), 2);
    let (head, _) = recorder.request();
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some(ACCESS));
    assert_eq!(header(&head, "X-LSQ-SECRET-KEY"), Some(SECRET));
}

#[tokio::test]
async fn no_failure_holds_a_key() {
    let desk = Desk::new();
    let update = update(vec![desk.sized("file.bin", 5000)]);
    let server = server_with_canaries().await;
    let mut account = account(&server.base_url(), ACCESS, SECRET);
    account.calls_per_window = 1000;
    let limits = Limits { stall: std::time::Duration::from_millis(300), ..Limits::default() };
    let client_of_all = Client::with_limits(account, limits).unwrap();
    for fault in Fault::all() {
        // These only take time.
        if matches!(fault, Fault::SlowAnswer(_) | Fault::TooMany | Fault::Status(429, ..)) {
            continue;
        }
        server.inject(fault);
        searched(&client_of_all, &update, &fault.to_string()).await;
    }
    for url in [closed_port(), "https://nobody.invalid".into(), closed_port().replace("http:", "https:")] {
        searched(&client(&url, Limits::default()), &update, &url).await;
    }
}

#[tokio::test]
async fn questions_carry_the_keys_in_two_headers_and_fail_without_them() {
    let mut searches: JoinSet<_> = Question::ALL.into_iter().map(search_question).collect();
    while let Some(searched) = searches.join_next().await {
        searched.unwrap();
    }
}

async fn search_question(question: Question) {
    let server = server_with_canaries().await;
    let mut account = account(&server.base_url(), ACCESS, SECRET);
    account.calls_per_window = 1000;
    let brief = std::time::Duration::from_millis(300);
    let client_of_all =
        Client::with_limits(account, Limits { connect: brief, stall: brief, answer: brief }).unwrap();
    for fault in Fault::all() {
        // These only take time.
        if matches!(fault, Fault::SlowAnswer(_) | Fault::TooMany | Fault::Status(429, ..)) {
            continue;
        }
        server.inject(fault);
        asked(&client_of_all, &server.base_url(), question, &fault.to_string()).await;
    }
    let said = format!("{{\"Message\":\"{ACCESS} {SECRET}\"}}");
    for status in ["200 OK", "401 Unauthorized", "403 Forbidden", "500 Oops"] {
        let recorder = Recorder::answering(answer(status, "", &said)).await;
        let url = recorder.url();
        asked(&client(&url, Limits::default()), &url, question, status).await;
        let (head, body) = recorder.request();
        let (line, headers) = head.split_once("\r\n").unwrap();
        assert_clean("the address", line);
        assert_clean("the body", &String::from_utf8(body).unwrap());
        assert_eq!((headers.matches(ACCESS).count(), headers.matches(SECRET).count()), (1, 1));
    }
}

/// Asks, and searches what comes of it.
async fn asked(client: &Client, url: &str, question: Question, what: &str) {
    if let Err(failure) = question.ask(client, url, &CancellationToken::new()).await {
        let json = serde_json::to_string(&failure).unwrap();
        assert_clean(what, &format!("{failure} {failure:?} {failure:#?} {json}"));
    }
}

#[tokio::test]
async fn a_key_that_the_server_says_is_not_repeated() {
    let json = serde_json::json!({
        "Status": "Failure",
        "ReasonForFailure": format!("invalid credentials {ACCESS}"),
        "Message": format!("X-LSQ-SECRET-KEY: {SECRET}"),
    })
    .to_string();
    let page = format!("<pre>X-LSQ-ACCESS-KEY: {ACCESS}\nX-LSQ-SECRET-KEY: {SECRET}</pre>");
    let to = format!("Location: https://elsewhere.invalid/?a={ACCESS}&s={SECRET}\r\n");
    for (status, headers, body) in [
        ("401 Unauthorized", "", &json),
        ("200 OK", "", &json),
        ("500 Oops", "", &json.replace('/', "\\/")),
        ("500 Oops", "", &json.replace('/', "\\u002F").replace('+', "\\u002b")),
        ("502 Bad Gateway", "", &page),
        ("502 Bad Gateway", "", &page.replace('/', "%2f").replace('+', "%2B").replace('=', "%3D")),
        ("307 Go", &to, &String::new()),
    ] {
        let recorder = Recorder::answering(answer(status, headers, body)).await;
        let client = client(&recorder.url(), Limits::default());
        searched(&client, &update(vec![]), &format!("{status} {body}")).await;
        assert_clean("the connection's trial", &format!("{:?}", client.try_connection().await));
    }
}

/// A key of a few letters is a mistake; taken out everywhere, it would make the server's words unreadable.
#[tokio::test]
async fn words_that_look_like_a_very_short_key_are_left() {
    let recorder = Recorder::answering(answer("400 Bad", "", r#"{"Message":"a field is missing"}"#)).await;
    let client = Client::new(account(&recorder.url(), "a", "is")).unwrap();
    let failure = send(&client, &update(vec![])).await.unwrap_err();
    assert_eq!(failure.answer.unwrap().words(), Some("a field is missing"));
}

#[test]
fn a_panic_while_keys_are_held_does_not_say_them() {
    let thread = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = server().await;
            let client = client(&server.base_url(), Limits::default());
            let stop = |step| panic!("{step:?} with {client:?}");
            client.update_ticket(&update(vec![]), &CancellationToken::new(), stop).await
        })
    });
    let panic = thread.join().unwrap_err();
    let said = panic.downcast_ref::<String>().unwrap();
    assert!(said.contains("Sending"), "{said}");
    assert_clean("a panic", said);
}
