//! Keys are in two headers and nowhere else.

mod common;

use common::*;
use practice_server::{Fault, Options};
use service_crm::{Client, Keys, Limits};

const ACCESS: &str = "canary-access-4f1d";
const SECRET: &str = "canary-secret-9a7c";

#[track_caller]
fn assert_clean(what: &str, text: &str) {
    assert!(!text.contains("canary"), "a key is in {what}");
}

#[tokio::test]
async fn on_the_wire_each_key_is_in_its_header_and_nowhere_else() {
    let wire = Recorder::answering(success()).await;
    let client = Client::new(account(&wire.url(), ACCESS, SECRET)).unwrap();
    let desk = Desk::new();
    send(&client, &update(vec![desk.file("a.txt", b"a")])).await.unwrap();
    let (head, body) = wire.request();
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some(ACCESS));
    assert_eq!(header(&head, "X-LSQ-SECRET-KEY"), Some(SECRET));
    assert_eq!(head.matches("canary").count(), 2);
    assert_clean("the body", &String::from_utf8_lossy(&body));
}

#[tokio::test]
async fn no_failure_no_progress_and_no_debug_text_holds_a_key() {
    let options =
        Options { access_key: ACCESS.into(), secret_key: SECRET.into(), limit: None, ..Options::default() };
    let server = server_with(options).await;
    let client = Client::with_limits(account(&server.base_url(), ACCESS, SECRET), IMPATIENT).unwrap();
    assert_clean("the client", &format!("{client:?}"));
    assert_clean("the keys", &format!("{:?}", Keys::new(ACCESS, SECRET)));
    for fault in
        ["refuse", "cut-applied", "status-401-json-not-applied", "status-500-html-applied", "redirect-307"]
    {
        server.inject(fault.parse::<Fault>().unwrap());
        let mut heard = Vec::new();
        let failure = client
            .update_ticket(&update(vec![]), &Default::default(), |step| heard.push(step))
            .await
            .unwrap_err();
        assert_clean(fault, &format!("{failure} {failure:?} {heard:?}"));
        assert_clean(fault, &serde_json::to_string(&failure).unwrap());
    }
    let found = client_at(&closed_port(), Limits::default()).try_connection().await;
    assert_clean("a tried connection", &format!("{found:?}"));
}

#[test]
fn a_faulty_key_is_not_quoted() {
    for (access, secret) in [(ACCESS, "canary\u{7f}"), ("canary key", SECRET), ("", SECRET)] {
        let fault = Keys::new(access, secret).unwrap_err();
        assert_clean("a fault", &format!("{fault} {fault:?} {}", serde_json::to_string(&fault).unwrap()));
    }
}
