//! Trying the connection tells right keys from wrong ones, from a wrong organisation, from a wrong host, and changes
//! nothing.

use crate::common::*;
use practice_server::{Body, Fault, Form, Options, Outcome, PracticeServer};
use service_crm::{Client, Connection, Limits, Organisation, Speaker};

async fn tried(server: &PracticeServer) -> Connection {
    client_of(server).try_connection().await
}

async fn tried_with(server: &PracticeServer, organisation: &str, access: &str, secret: &str) -> Connection {
    let organisation = Organisation::parse(organisation).unwrap();
    let mut account = account(&server.base_url(), access, secret);
    account.place.organisation = organisation;
    Client::new(account).unwrap().try_connection().await
}

#[tokio::test]
async fn the_right_keys_work_and_nothing_is_changed() {
    let server = server().await;
    assert_eq!(tried(&server).await, Connection::Works);
    let record = server.record();
    assert!(record.applied.is_empty() && record.notes.is_empty());
    assert!(record.last_calls.iter().all(|call| call.head.method == "GET"));
}

#[tokio::test]
async fn keys_without_an_administrator_s_rights_work() {
    for (administrator, may_read) in [(false, true), (true, false), (false, false)] {
        let server = server_with(Options { administrator, may_read, ..known_keys() }).await;
        assert_eq!(
            tried(&server).await,
            Connection::Works,
            "administrator {administrator}, may read {may_read}"
        );
    }
}

#[tokio::test]
async fn wrong_keys_are_told_in_the_server_s_words() {
    let server = server().await;
    for (access, secret) in [("practice-access-key", "wrong"), ("wrong", "practice-secret-key")] {
        match tried_with(&server, "22824", access, secret).await {
            Connection::KeysRefused { said: Some(said), .. } => {
                assert!(said.contains("credentials"), "{said}")
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_wrong_organisation_is_not_taken_for_wrong_keys() {
    let server = server().await;
    let found = tried_with(&server, "22825", "practice-access-key", "practice-secret-key").await;
    let Connection::OrganisationUnknown { said: Some(said), .. } = found else { panic!("{found:?}") };
    assert!(said.contains("tenant"), "{said}");
}

async fn found_at(status: &str, head: &str, body: &str) -> Connection {
    let recorder = Recorder::answering(answer(status, head, body)).await;
    client_at(&recorder.url(), Limits::default()).try_connection().await
}

#[tokio::test]
async fn something_else_on_that_host_is_recognised_and_named() {
    let gateway =
        |name: &str| Speaker::Gateway { name: Some(name).filter(|n| !n.is_empty()).map(str::to_owned) };
    let page = || Speaker::Page { name: None };
    let sign_in =
        |at: &str| Speaker::SignInPage { at: Some(at).filter(|n| !n.is_empty()).map(str::to_owned) };
    for (status, head, body, by) in [
        ("200 OK", "", "<h1>It works!</h1>", page()),
        ("200 OK", "", "<form action=/login><input type=\"password\"></form>", sign_in("")),
        ("404 Not Found", "", "<h1>Not here</h1>", gateway("")),
        ("403 Forbidden", "Server: nginx\r\n", "<h1>403 Forbidden</h1>", gateway("nginx")),
        ("403 Forbidden", "", "no", gateway("")),
        (
            "403 Forbidden",
            "Server: squid/5.7\r\n",
            "<h1>Access denied</h1>",
            Speaker::Proxy { name: Some("squid/5.7".to_owned()) },
        ),
        ("301 Moved", "Location: http://elsewhere.invalid\r\n", "", sign_in("elsewhere.invalid")),
        ("511 Network Authentication Required", "", "<h1>Hotel</h1>", sign_in("")),
        ("405 Method Not Allowed", "", "{}", Speaker::Unknown),
        ("403 Forbidden", "", r#"{"message":"Missing Authentication Token"}"#, gateway("")),
        (
            "404 Not Found",
            "apigw-requestid: 1\r\n",
            r#"{"message":"Not Found"}"#,
            gateway("Amazon API Gateway"),
        ),
        ("401 Unauthorized", "", "<h1>Sign in</h1>", gateway("")),
        ("200 OK", "", r#"{"status":"ok"}"#, Speaker::Unknown),
    ] {
        let found = found_at(status, head, body).await;
        let status = status[..3].parse().unwrap();
        assert_eq!(found, Connection::NotTheTicketSystem { status, by });
    }
}

#[tokio::test]
async fn who_refused_or_failed_is_named_too() {
    let vendors = r#"{"Status":"Error","ReasonForFailure":"no"}"#;
    let by = |found: Connection| match found {
        Connection::KeysRefused { by, .. } | Connection::Forbidden { by, .. } => by,
        Connection::OrganisationUnknown { by, .. } | Connection::Failed { by: Some(by), .. } => by,
        other => panic!("{other:?}"),
    };
    assert_eq!(by(found_at("401 Unauthorized", "", vendors).await), Speaker::TicketSystem);
    let authorizer = found_at("401 Unauthorized", "", r#"{"message":"Unauthorized"}"#).await;
    assert_eq!(by(authorizer), Speaker::Gateway { name: None });
    assert_eq!(by(found_at("403 Forbidden", "", r#"{"error":"IP"}"#).await), Speaker::Unknown);
    assert_eq!(by(found_at("404 Not Found", "", vendors).await), Speaker::TicketSystem);
    let lost = found_at("502 Bad Gateway", "Server: awselb/2.0\r\n", "<h1>502</h1>").await;
    assert_eq!(by(lost), Speaker::Gateway { name: Some("awselb/2.0".to_owned()) });
}

#[tokio::test]
async fn a_403_works_only_where_the_ticket_system_itself_says_it() {
    for (body, works) in [
        (
            r#"{"Status":"Error","ExceptionType":"MXUnAuthorizedAccessException","ExceptionMessage":"no"}"#,
            true,
        ),
        (r#"{"status":403,"error":"Forbidden"}"#, false),
        (r#"{"code":"AccessDenied","message":"IP not allowed"}"#, false),
    ] {
        let recorder = Recorder::answering(answer("403 Forbidden", "", body)).await;
        let found = client_at(&recorder.url(), Limits::default()).try_connection().await;
        assert_eq!(found == Connection::Works, works, "{body}: {found:?}");
        assert!(works || matches!(found, Connection::Forbidden { said: Some(_), .. }), "{body}: {found:?}");
    }
}

#[tokio::test]
async fn keys_of_another_region_are_told_with_the_host_that_the_server_names_and_nobody_asks_there() {
    let server = server_with(Options { forms: vec![Form::RegionElsewhere], ..known_keys() }).await;
    let Connection::KeysRefused { named_host, .. } = tried(&server).await else { panic!() };
    assert_eq!(named_host.as_deref(), Some("api-us11.leadsquared.com"));
    assert_eq!(server.record().calls, 1);
}

async fn failed(client: Client) -> String {
    match client.try_connection().await {
        Connection::Failed { failure, .. } => code(&failure),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_host_that_is_not_reached_is_told_as_an_update_would_tell_it() {
    assert_eq!(failed(client_at(&closed_port(), Limits::default())).await, "cannot_connect");
    assert_eq!(failed(client_at("https://nobody.invalid", Limits::default())).await, "host_not_found");
    let server = server().await;
    let secure = server.base_url().replace("http:", "https:");
    assert_eq!(failed(client_at(&secure, Limits::default())).await, "connection_not_secure");
}

#[tokio::test]
async fn a_server_that_is_not_well_is_told() {
    for (fault, expected) in [
        (Fault::Cut(Outcome::NotApplied), "broke_before_answer"),
        (Fault::Silence(Outcome::NotApplied), "no_answer"),
        (Fault::Status(503, Body::Html, Outcome::NotApplied), "unavailable"),
        (Fault::Status(500, Body::Json, Outcome::NotApplied), "server_error"),
    ] {
        let server = server_that(fault).await;
        let limits = Limits { connect: impatient().stall, ..impatient() };
        assert_eq!(failed(client_at(&server.base_url(), limits)).await, expected, "{fault}");
    }
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_when_it_says() {
    let server = server_that(Fault::TooManyRetryAfter(0)).await;
    assert_eq!(tried(&server).await, Connection::Works);
    assert_eq!(server.record().calls, 3, "the first question twice, the second once");
}
