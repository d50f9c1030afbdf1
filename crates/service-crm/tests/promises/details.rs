//! A ticket is read as the vendor prints it, and as it may turn out to write it.

use crate::common::*;
use service_crm::{CancellationToken, Failure, FieldValue, LeadId, Limits, TicketDetails, TicketNumber};

async fn read(url: &str, number: &str) -> Result<TicketDetails, Failure> {
    let number = TicketNumber::parse(number).unwrap();
    client_at(url, Limits::default()).read_ticket(&number, &CancellationToken::new()).await
}

/// Ticket 143 as it is read where the server answers so.
async fn answered(body: &str) -> Result<TicketDetails, Failure> {
    let recorder = Recorder::answering(answer("200 OK", "Content-Type: application/json\r\n", body)).await;
    read(&recorder.url(), "143").await
}

fn field(name: &str, value: Option<&str>) -> FieldValue {
    FieldValue { name: name.into(), value: value.map(str::to_owned) }
}

/// As printed on the vendor's page, with the fields that were seen.
const SAMPLE: &str = r##"{"TypeId":"null","Id":"143","TicketId":"5b0c7d6e-2f1a-4c3b-8d4e-000000000143",
    "LeadId":"330fba67-6795-46c2-9dad-077794077f70","OpportunityId":null,"Association":0,"Fields":[
    {"SchemaName":"TicketKey","Value":"#143","SubFields":null},
    {"SchemaName":"Title","Value":"Update Email Id","SubFields":null},
    {"SchemaName":"Status","Value":"Open","SubFields":null},
    {"SchemaName":"CcEmails","Value":null,"SubFields":null},
    {"SchemaName":"DueDate","Value":"2024-08-29T10:36:23","SubFields":null}]}"##;

#[tokio::test]
async fn a_ticket_says_what_a_person_knows_it_by() {
    let server = server().await;
    let ticket = read(&server.base_url(), "#143").await.unwrap();
    assert_eq!(ticket.number.as_str(), "143");
    assert_eq!(ticket.lead, Some(LeadId::parse(LEAD).unwrap()));
    assert_eq!(ticket.title(), Some("Update Email Id"));
    assert_eq!(ticket.status(), Some("Open"));
    assert_eq!(ticket.priority(), Some("Medium"));
    assert_eq!(ticket.channel(), Some("Email"));
    assert_eq!(ticket.due_date(), Some("2024-08-29T10:36:23"));
    assert_eq!(ticket.value("CustomData.Branch"), Some("Bengaluru"));
    assert_eq!(ticket.value("Status "), None);
}

#[tokio::test]
async fn the_question_is_the_vendors() {
    let recorder = Recorder::answering(answer("200 OK", "", SAMPLE)).await;
    read(&recorder.url(), "143").await.unwrap();
    let (head, body) = recorder.request();
    assert!(head.starts_with("GET /api/tenants/22824/tickets/143 HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some("practice-access-key"));
    assert_eq!(header(&head, "X-LSQ-SECRET-KEY"), Some("practice-secret-key"));
    assert!(body.is_empty());
}

#[tokio::test]
async fn the_vendors_sample_is_read() {
    let ticket = answered(SAMPLE).await.unwrap();
    assert_eq!(ticket.lead.unwrap().to_string(), LEAD);
    assert_eq!(
        ticket.fields,
        [
            field("TicketKey", Some("#143")),
            field("Title", Some("Update Email Id")),
            field("Status", Some("Open")),
            field("CcEmails", None),
            field("DueDate", Some("2024-08-29T10:36:23")),
        ]
    );
    let kept = serde_json::to_string(&ticket).unwrap();
    assert_eq!(serde_json::from_str::<TicketDetails>(&kept).unwrap(), ticket, "it can be kept: {kept}");
}

#[tokio::test]
async fn what_the_page_leaves_open_does_not_matter() {
    let ticket = answered(
        "\u{feff}{\"Id\":143,\"Fields\":[\
            {\"SchemaName\":\"Amount\",\"Value\":12.5},\
            {\"SchemaName\":\"Urgent\",\"Value\":true},\
            {\"SchemaName\":\"Tags\",\"Value\":[\"a\",2,null]},\
            {\"SchemaName\":\"Empty\",\"Value\":\"\"},\
            {\"SchemaName\":\"Missing\"},\
            {\"Value\":\"nobody's\"},null,7,\
            {\"SchemaName\":\"Type\",\"Value\":\"Request\",\"SubFields\":[\
                {\"SchemaName\":\"SubType\",\"Value\":\"Account\",\"SubFields\":[\
                    {\"SchemaName\":\"Deeper\",\"Value\":{\"a\":1},\"SubFields\":[]}]}]}]}",
    )
    .await
    .unwrap();
    assert_eq!(ticket.lead, None);
    assert_eq!(
        ticket.fields,
        [
            field("Amount", Some("12.5")),
            field("Urgent", Some("true")),
            field("Tags", Some("a,2")),
            field("Empty", None),
            field("Missing", None),
            field("Type", Some("Request")),
            field("SubType", Some("Account")),
            field("Deeper", Some(r#"{"a":1}"#)),
        ]
    );
    for (body, lead) in [
        (format!(r#"{{"LeadId":"{}"}}"#, LEAD.to_uppercase()), true),
        (r##"{"Id":"#143","Fields":[]}"##.to_owned(), false),
        (r##"{"Id":null,"Fields":[{"SchemaName":"TicketKey","Value":"#143"}]}"##.to_owned(), false),
        (r#"{"Id":"143","Fields":[],"LeadId":"none"}"#.to_owned(), false),
        (r#"{"Id":"143","Fields":[],"LeadId":"00000000-0000-0000-0000-000000000000"}"#.to_owned(), false),
    ] {
        assert_eq!(answered(&body).await.unwrap().lead.is_some(), lead, "{body}");
    }
}

#[tokio::test]
async fn an_answer_about_another_ticket_or_about_none_is_not_read() {
    for body in [
        &SAMPLE.replace(r#""Id":"143""#, r#""Id":"144""#),
        &SAMPLE.replace(r#""Id":"143""#, r#""Id":1430"#),
        &SAMPLE.replace(r#""Id":"143","#, "").replace("#143", "#144"),
        r#"{"Id":"143"}"#,
        "{}",
        "null",
        "[]",
        "143",
        "",
        "<h1>It works!</h1>",
    ] {
        let failure = answered(body).await.unwrap_err();
        assert_eq!(code(&failure), "answer_unreadable", "{body}");
        assert_eq!(failure.answer.unwrap().body, body);
    }
}
