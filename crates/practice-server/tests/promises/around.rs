//! The limit, the calls around the update, rights, and the server's own life.

use std::io;

use practice_server::{Options, PracticeServer};

use crate::wire::{Answer, DTO, Request, connect, dto, read_to_end};

const TENANT: &str = "/api/tenants/22824";
const LEAD: &str = "/v2/LeadManagement.svc/Leads.GetByEmailaddress?emailaddress=george.jackson@example.com";

async fn get(server: &PracticeServer, path: &str) -> io::Result<Answer> {
    Request::new(server, "GET", path).send(server).await
}

#[tokio::test]
async fn a_call_beyond_the_limit_is_answered_429_and_not_done() {
    let server = PracticeServer::start(Options { limit: Some(2), ..Options::default() }).await.unwrap();
    let update = Request::update(&server, &[dto(DTO)]);
    let refused = update.clone().with("X-LSQ-ACCESS-KEY", "wrong");
    assert_eq!(refused.send(&server).await.unwrap().status, 401);
    assert_eq!(update.send(&server).await.unwrap().status, 200);
    let answer = update.send(&server).await.unwrap();
    assert_eq!(answer.status, 429, "the refused call counted");
    assert_eq!(answer.reason(), "API calls exceeded the limit of 2 in 5 second(s)");
    assert_eq!(answer.header("retry-after"), None);
    let record = server.record();
    assert_eq!((record.calls, record.too_many, record.applied.len()), (3, 1, 1));
}

#[tokio::test]
async fn retry_after_is_an_option() {
    let server = PracticeServer::start(Options { limit: Some(1), retry_after: true, ..Options::default() })
        .await
        .unwrap();
    let details = format!("{TENANT}/tickets/143");
    get(&server, &details).await.unwrap();
    let answer = get(&server, &details).await.unwrap();
    let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=5).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn details_catalogue_lists_and_leads_have_the_vendors_shapes() {
    let server = PracticeServer::start(Options::default()).await.unwrap();
    let details = get(&server, &format!("{TENANT}/tickets/143")).await.unwrap().json();
    assert_eq!((details["TypeId"].as_str(), details["Id"].as_str()), (Some("null"), Some("143")));
    assert_eq!(details["LeadId"], "330fba67-6795-46c2-9dad-077794077f70");
    let fields = details["Fields"].as_array().unwrap();
    assert!(fields.contains(
        &serde_json::json!({"SchemaName": "Title", "Value": "Update Email Id", "SubFields": null})
    ));

    let filter = format!("{TENANT}/ticket-types/1/fields/filter");
    let filter = Request::new(&server, "POST", &filter).with("Content-Type", "application/json");
    let page =
        filter.clone().body(r#"{"Limit":25,"Offset":0,"SearchText":"Status"}"#).send(&server).await.unwrap();
    let page = page.json();
    assert_eq!(
        (page["Total"].as_u64(), page["TicketsFields"][0]["RenderType"].as_str()),
        (Some(1), Some("Dropdown"))
    );
    assert_eq!(page["TicketsFields"][0]["ValidationProperties"]["IsMandatory"], true);
    let page = filter.body(r#"{"Limit":2,"Offset":3,"SearchText":""}"#).send(&server).await.unwrap().json();
    assert_eq!(page["TicketsFields"].as_array().unwrap().len(), 2);
    assert!(page["Total"].as_u64().unwrap() > 10);

    let values = get(&server, &format!("{TENANT}/lookups/SubType/values")).await.unwrap().json();
    assert_eq!(values[0]["Value"], "Acceptable");
    assert_eq!(get(&server, &format!("{TENANT}/lookups/Title/values")).await.unwrap().status, 404);

    let keys = |request: Request| request.without("X-LSQ-ACCESS-KEY").without("X-LSQ-SECRET-KEY");
    let lead = keys(Request::new(&server, "GET", LEAD));
    assert_eq!(lead.send(&server).await.unwrap().status, 401);
    let heads =
        lead.with("x-LSQ-AccessKey", server.access_key()).with("x-LSQ-SecretKey", server.secret_key());
    assert_eq!(heads.send(&server).await.unwrap().json()[0]["FirstName"], "George");
    let query = format!("{LEAD}&accessKey={}&secretKey={}", server.access_key(), server.secret_key());
    let query = keys(Request::new(&server, "GET", &query));
    assert_eq!(query.send(&server).await.unwrap().json()[0]["LastName"], "Jackson");
}

#[tokio::test]
async fn a_note_is_kept_on_its_ticket() {
    let server = PracticeServer::start(Options::default()).await.unwrap();
    let note = Request::new(&server, "POST", &format!("{TENANT}/internalnote/upload"));
    let text = r#"{"TextPart":"called","ActivityType":"CreateInternalNote","StorageType":"Permament","RelatedTicketId":143}"#;
    let note = note.with("Content-Type", "application/json").body(text);
    assert_eq!(note.send(&server).await.unwrap().json()["RelatedTicketId"], "143");
    let notes = server.record().notes;
    assert_eq!((notes.len(), notes[0].ticket.as_str(), notes[0].text.as_str()), (1, "143", "called"));
}

#[tokio::test]
async fn rights_and_organisation_are_checked_behind_the_keys() {
    let server =
        PracticeServer::start(Options { administrator: false, may_read: false, ..Options::default() })
            .await
            .unwrap();
    assert_eq!(get(&server, &format!("{TENANT}/tickets/143")).await.unwrap().status, 403);
    assert_eq!(get(&server, &format!("{TENANT}/lookups/SubType/values")).await.unwrap().status, 403);
    let filter = Request::new(&server, "POST", &format!("{TENANT}/ticket-types/1/fields/filter"));
    assert_eq!(filter.body(r#"{"Limit":1,"Offset":0}"#).send(&server).await.unwrap().status, 403);
    assert_eq!(get(&server, "/api/tenants/1/tickets/143").await.unwrap().status, 404);
    let update = Request::update(&server, &[dto(DTO)]);
    assert_eq!(update.send(&server).await.unwrap().status, 200, "updating needs neither right");
}

#[tokio::test]
async fn the_record_keeps_heads_without_showing_keys() {
    let server = PracticeServer::start(Options::default()).await.unwrap();
    let query = format!("{LEAD}&accessKey={}&secretKey={}", server.access_key(), server.secret_key());
    get(&server, &query).await.unwrap();
    let record = server.record();
    let head = &record.last_calls[0].head;
    assert_eq!(head.header("X-LSQ-ACCESS-KEY"), Some(server.access_key()));
    assert_eq!(head.uri.path(), "/v2/LeadManagement.svc/Leads.GetByEmailaddress");
    let shown = format!("{record:?}");
    assert!(!shown.contains(server.access_key()) && !shown.contains(server.secret_key()), "{shown}");
}

#[tokio::test]
async fn a_dropped_server_frees_its_port_and_ends_its_connections() {
    let first = PracticeServer::start(Options::default()).await.unwrap();
    let address = first.base_url();
    let port = address.rsplit(':').next().unwrap().parse().unwrap();
    let taken = PracticeServer::start(Options { port, ..Options::default() }).await;
    assert!(taken.is_err(), "the port is taken as long as the server lives");
    get(&first, &format!("{TENANT}/tickets/143")).await.unwrap();
    let mut idle = connect(&first).await.unwrap();
    drop(first);
    // Not yet accepted, it is reset; accepted, it is closed. Either way it ends.
    assert!(read_to_end(&mut idle).await.unwrap_or_default().is_empty());
    let again = PracticeServer::start(Options { port, ..Options::default() }).await.unwrap();
    assert_eq!(again.base_url(), address);
}

#[tokio::test]
async fn keys_are_by_chance_at_each_start() {
    let (one, two) = (Options::default(), Options::default());
    let keys = [&one.access_key, &one.secret_key, &two.access_key, &two.secret_key];
    for (at, key) in keys.iter().enumerate() {
        assert!(key.len() >= 32 && !keys[..at].contains(key), "{keys:?}");
    }
    let server = PracticeServer::start(one).await.unwrap();
    let details = format!("{TENANT}/tickets/143");
    assert_eq!(get(&server, &details).await.unwrap().status, 200);
    let other = Request::new(&server, "GET", &details).with("X-LSQ-ACCESS-KEY", &two.access_key);
    assert_eq!(other.send(&server).await.unwrap().status, 401);
}

#[tokio::test]
async fn a_web_page_is_turned_away_and_leaves_no_trace() {
    let server = PracticeServer::start(Options::default()).await.unwrap();
    let address = server.base_url().trim_start_matches("http://").to_owned();
    let port = address.rsplit(':').next().unwrap();
    let update = Request::update(&server, &[dto(DTO)]);
    for strange in [
        update.clone().with("Host", &format!("evil.example:{port}")),
        update.clone().with("Host", &format!("127.0.0.1.evil.example:{port}")),
        update.clone().with("Host", &format!("evil@127.0.0.1:{port}")),
        update.clone().with("Host", "practice"),
        update.clone().without("Host"),
        update.clone().with("Origin", "https://evil.example"),
        update.clone().with("Origin", &server.base_url()),
        update.clone().with("Origin", "null"),
    ] {
        let answer = strange.send(&server).await.unwrap();
        assert_eq!(answer.status, 403, "{:?}", strange.headers);
    }
    let record = server.record();
    assert_eq!((record.calls, record.body_bytes, record.applied.len()), (0, 0, 0));
    let asked = Request { method: "OPTIONS", ..update.clone().with("Origin", "https://evil.example") };
    let answer = asked.send(&server).await.unwrap();
    assert_eq!(answer.status, 403);
    assert_eq!(answer.header("access-control-allow-origin"), None);
    for own in [address.clone(), format!("localhost:{port}"), "127.0.0.1".to_owned()] {
        assert_eq!(update.clone().with("Host", &own).send(&server).await.unwrap().status, 200, "{own}");
    }
}
