//! Whose keys they are, asked of a lead host.

use crate::common::*;
use practice_server::{Form, Options};
use service_crm::{Account, CancellationToken, Client, Failure, Host, Keys, KeysOwner};

async fn owner(url: &str, secret: &str) -> Result<KeysOwner, Failure> {
    let (host, _) = Host::parse(url).unwrap();
    let keys = Keys::new("practice-access-key", secret).unwrap();
    let client = Client::new(Account::of_keys(keys, host.clone())).unwrap();
    client.keys_owner(&host, &CancellationToken::new()).await
}

#[tokio::test]
async fn two_keys_and_a_lead_host_are_enough_to_know_the_account() {
    let server = server().await;
    let found = owner(&server.base_url(), "practice-secret-key").await.unwrap();
    assert_eq!(found.organisation.as_str(), server.organisation());
    assert_eq!(
        (found.name.as_deref(), found.company.as_deref()),
        (Some("Asha Menon"), Some("Practice Furniture"))
    );
    assert_eq!(found.time_zone.as_deref(), Some("Asia/Kolkata"));
    let name = |host: Option<Host>| host.map(|host| host.name());
    assert_eq!(name(found.lead_host).as_deref(), Some("api-in21.leadsquared.com"));
    assert_eq!(name(found.ticket_host).as_deref(), Some("apigw.service-in.leadsquared.com"));
}

#[tokio::test]
async fn the_keys_travel_in_headers_to_the_host_that_was_named_and_to_no_other() {
    let recorder = Recorder::answering(answer("200 OK", "", r#"{"OrgShortCode":"22824"}"#)).await;
    let found = owner(&recorder.url(), "practice-secret-key").await.unwrap();
    assert_eq!((found.lead_host, found.ticket_host, found.name), (None, None, None));
    let (head, _) = recorder.request();
    assert!(head.starts_with("GET /v2/Authentication.svc/UserByAccessKey.Get HTTP/1.1"), "{head}");
    assert_eq!(header(&head, "x-LSQ-SecretKey"), Some("practice-secret-key"));
}

#[tokio::test]
async fn wrong_keys_and_a_wrong_region_are_told_and_the_host_that_is_named_is_not_asked() {
    let server = server().await;
    let failure = owner(&server.base_url(), "wrong").await.unwrap_err();
    assert_eq!((code(&failure).as_str(), failure.answer.unwrap().named_host), ("keys_refused", None));
    let elsewhere = server_with(Options { forms: vec![Form::RegionElsewhere], ..known_keys() }).await;
    let failure = owner(&elsewhere.base_url(), "practice-secret-key").await.unwrap_err();
    assert_eq!(code(&failure), "keys_refused");
    assert_eq!(failure.answer.unwrap().named_host.as_deref(), Some("api-us11.leadsquared.com"));
}

#[tokio::test]
async fn what_is_no_answer_to_it_is_not_taken_for_one() {
    for body in ["[]", "{}", r#"{"OrgShortCode":null}"#, r#"{"OrgShortCode":"a/../b"}"#, "<h1>Welcome</h1>"] {
        let recorder = Recorder::answering(answer("200 OK", "", body)).await;
        let failure = owner(&recorder.url(), "practice-secret-key").await.unwrap_err();
        assert_eq!(code(&failure), "answer_unreadable", "{body}");
    }
}
