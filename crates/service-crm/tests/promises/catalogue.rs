//! The field catalogue is read to its end, whatever the server says of its length.

use crate::common::*;
use serde_json::{Value, json};
use service_crm::{CancellationToken, Catalogue, CatalogueField, Code, Failure, FieldOrigin, Limits};

async fn read(url: &str) -> Result<Vec<CatalogueField>, Failure> {
    catalogue(url).await.map(|catalogue| catalogue.fields)
}

async fn catalogue(url: &str) -> Result<Catalogue, Failure> {
    unpaced_at(url, Limits::default()).fields(&CancellationToken::new()).await
}

fn page(total: &Value, entries: &[Value]) -> String {
    answer("200 OK", "", &json!({ "Total": total, "TicketsFields": entries }).to_string())
}

/// A server that has so many fields, gives at most so many on a page, and says a total of its own. What it read and
/// how often it was asked.
async fn paged(fields: usize, most: usize, total: Value) -> (Result<Vec<String>, Failure>, usize) {
    let recorder = Recorder::replying(Manner::InTurn, move |request| {
        let filter = request.split(|byte| *byte == b'\n').next_back().unwrap();
        let filter: Value = serde_json::from_slice(filter).unwrap();
        let number = |name: &str| usize::try_from(filter[name].as_u64().unwrap()).unwrap();
        let end = number("Offset").saturating_add(number("Limit").min(most)).min(fields);
        let entries: Vec<_> =
            (number("Offset")..end).map(|field| json!({ "SchemaName": format!("mx_{field}") })).collect();
        page(&total, &entries)
    })
    .await;
    let names =
        read(&recorder.url()).await.map(|fields| fields.into_iter().map(|field| field.name).collect());
    (names, recorder.requests().len())
}

#[tokio::test]
async fn the_practice_accounts_catalogue_is_read() {
    let server = server().await;
    let fields = read(&server.base_url()).await.unwrap();
    assert_eq!(fields.len(), 15);
    assert_eq!(server.record().calls, 1, "one page is enough");
    let field = |name: &str| fields.iter().find(|field| field.name == name).unwrap();
    let title = field("Title");
    assert!(title.mandatory && title.active && title.show_in_form);
    assert_eq!((title.min_length, title.max_length), (Some(1), Some(200)));
    assert_eq!((title.data_type.as_deref(), title.render_type.as_deref()), (Some("Text"), Some("TextBox")));
    assert_eq!(
        (title.regex.as_deref(), title.default.as_deref(), title.origin),
        (None, None, FieldOrigin::Standard)
    );
    let amount = field("CustomData.Order_Amount");
    assert_eq!((amount.label.as_str(), amount.origin), ("Order Amount", FieldOrigin::Custom));
    assert_eq!((amount.min_value, amount.max_value), (Some(0.0), Some(1_000_000.0)));
    assert_eq!(field("CustomData.Order_Number").regex.as_deref(), Some("^[A-Z]{2}-[0-9]{4,8}$"));
}

#[tokio::test]
async fn the_question_is_the_vendors() {
    let recorder = Recorder::answering(page(&json!(0), &[])).await;
    assert_eq!(read(&recorder.url()).await.unwrap(), []);
    let (head, body) = recorder.request();
    assert!(head.starts_with("POST /api/tenants/22824/ticket-types/1/fields/filter HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(&head, "Content-Type"), Some("application/json"));
    assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some("practice-access-key"));
    let filter: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(filter, json!({ "Limit": 25, "Offset": 0, "SearchText": "" }));
}

#[tokio::test]
async fn a_host_that_is_not_the_vendors_is_asked_itself_and_no_other_in_its_stead() {
    for host in ["https://apigw.nobody.invalid", "https://tickets.nobody.invalid"] {
        let client = client_at(host, Limits::default());
        let failure = client.fields(&CancellationToken::new()).await.unwrap_err();
        assert_eq!(failure.code, Code::HostNotFound { host: host.replace("https://", "") });
        let list = client.list_values("SubType", &CancellationToken::new()).await.unwrap_err();
        assert_eq!(list.code, Code::HostNotFound { host: host.replace("https://", "") }, "and only that");
    }
}

#[tokio::test]
async fn all_pages_are_read() {
    for (fields, most, calls) in [(0, 25, 1), (24, 25, 1), (25, 25, 2), (26, 25, 2), (137, 25, 6), (30, 7, 5)]
    {
        let (names, asked) = paged(fields, most, json!(fields)).await;
        let all: Vec<_> = (0..fields).map(|field| format!("mx_{field}")).collect();
        assert_eq!(names.unwrap(), all, "{fields} fields by {most}");
        assert_eq!(asked, calls, "{fields} fields by {most}");
    }
}

#[tokio::test]
async fn a_total_that_lies_hides_nothing() {
    for total in [json!(0), json!(25), json!(1000), json!(-1), json!("60"), json!("many"), Value::Null] {
        let (names, _) = paged(60, 25, total.clone()).await;
        assert_eq!(names.unwrap().len(), 60, "{total}");
    }
}

#[tokio::test]
async fn pages_without_an_end_are_no_catalogue() {
    let (names, asked) = paged(usize::MAX, 25, json!(1_000_000)).await;
    let failure = names.unwrap_err();
    assert_eq!(code(&failure), "answer_unreadable");
    assert!(failure.answer.is_some());
    assert!(asked < 100, "{asked}");
}

#[tokio::test]
async fn a_server_that_does_not_turn_pages_is_not_asked_for_ever() {
    let entries: Vec<_> = (0..25).map(|field| json!({ "SchemaName": format!("mx_{field}") })).collect();
    let recorder = Recorder::answering(page(&json!(100), &entries)).await;
    let told = catalogue(&recorder.url()).await.unwrap();
    assert_eq!((told.fields.len(), told.missing), (25, 75), "what stays missing is said");
    assert_eq!(recorder.requests().len(), 4, "by both meanings of the offset");
}

/// A server whose offset counts pages; its first page is called so.
async fn by_pages(fields: usize, first: usize) -> Catalogue {
    let recorder = Recorder::replying(Manner::InTurn, move |request| {
        let filter = request.split(|byte| *byte == b'\n').next_back().unwrap();
        let filter: Value = serde_json::from_slice(filter).unwrap();
        let offset = usize::try_from(filter["Offset"].as_u64().unwrap()).unwrap();
        let begin = (offset.saturating_sub(first) * 25).min(fields);
        let entries: Vec<_> = (begin..(begin + 25).min(fields))
            .map(|field| json!({ "SchemaName": format!("mx_{field}"), "LockAfterCreate": field == 30 }))
            .collect();
        page(&json!(fields), &entries)
    })
    .await;
    catalogue(&recorder.url()).await.unwrap()
}

#[tokio::test]
async fn an_offset_that_counts_pages_hides_nothing_behind_the_25th_field() {
    for first in [0, 1] {
        for fields in [24, 25, 26, 50, 51, 130] {
            let told = by_pages(fields, first).await;
            assert_eq!((told.fields.len(), told.missing), (fields, 0), "{fields} fields, first page {first}");
            let locked: Vec<_> = told.fields.iter().filter(|field| field.locked).collect();
            assert_eq!(locked.len(), usize::from(fields > 30));
        }
    }
}

#[tokio::test]
async fn what_an_entry_leaves_out_hinders_nobody() {
    let entries = [
        json!({ "SchemaName": "Bare" }),
        json!({ "SchemaName": "mx_Bare", "ValidationProperties": null, "FieldType": null }),
        json!({
            "SchemaName": "Odd", "DisplayName": "", "DefaultValue": 7, "ShowInForm": "false", "Active": 0,
            "FieldType": "Custom",
            "ValidationProperties": { "IsMandatory": "True", "MinLength": 0, "MaxLength": "40", "Regex": "" },
        }),
        json!({ "DisplayName": "without a name" }),
        json!(null),
    ];
    let recorder = Recorder::answering(page(&json!("5"), &entries)).await;
    let fields = read(&recorder.url()).await.unwrap();
    assert_eq!(recorder.requests().len(), 1);
    let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["Bare", "mx_Bare", "Odd"]);
    let [bare, custom, odd] = fields.try_into().unwrap();
    assert_eq!(
        (bare.label.as_str(), bare.origin, custom.origin),
        ("Bare", FieldOrigin::Standard, FieldOrigin::Custom)
    );
    assert!(bare.active && bare.show_in_form && !bare.mandatory);
    assert_eq!((bare.max_length, bare.data_type), (None, None));
    assert!(!odd.active && !odd.show_in_form && odd.mandatory);
    assert_eq!(
        (odd.label.as_str(), odd.default.as_deref(), odd.origin),
        ("Odd", Some("7"), FieldOrigin::Custom)
    );
    assert_eq!((odd.min_length, odd.max_length, odd.regex), (None, Some(40), None));
}

#[tokio::test]
async fn what_is_no_catalogue_is_not_taken_for_an_empty_one() {
    for body in ["{}", "[]", r#"{"Total":0}"#, r#"{"Total":0,"TicketsFields":null}"#, "null", ""] {
        let recorder = Recorder::answering(answer("200 OK", "", body)).await;
        assert_eq!(code(&read(&recorder.url()).await.unwrap_err()), "answer_unreadable", "{body}");
    }
}
