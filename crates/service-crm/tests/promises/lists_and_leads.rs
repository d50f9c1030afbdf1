//! The values of a list, and the leads with an email address.

use crate::common::*;
use service_crm::{CancellationToken, Code, Failure, Host, Lead, LeadId, Limits, ListValue};

async fn list(url: &str, field: &str) -> Result<Vec<ListValue>, Failure> {
    client_at(url, Limits::default()).list_values(field, &CancellationToken::new()).await
}

async fn leads(url: &str, email: &str) -> Result<Vec<Lead>, Failure> {
    // The account itself is elsewhere: only the lead host is asked.
    let (host, _) = Host::parse(url).unwrap();
    client_at(&closed_port(), Limits::default()).leads_by_email(&host, email, &CancellationToken::new()).await
}

async fn answered(body: &str) -> Recorder {
    Recorder::answering(answer("200 OK", "Content-Type: application/json\r\n", body)).await
}

#[tokio::test]
async fn the_practice_accounts_list_is_read_in_its_order() {
    let server = server().await;
    let values = list(&server.base_url(), "CustomData.Branch").await.unwrap();
    let texts: Vec<_> = values.iter().map(|value| value.text.as_str()).collect();
    assert_eq!(texts, ["Bengaluru", "Mumbai", "Pune", "Delhi"]);
    assert!(values.iter().all(|value| value.text == value.value));
}

#[tokio::test]
async fn a_list_is_asked_for_by_the_fields_name_which_cannot_leave_its_place() {
    for (field, path) in [
        ("SubType", "SubType"),
        ("CustomData.Order Type", "CustomData.Order%20Type"),
        ("a/../b?c", "a%2F..%2Fb%3Fc"),
    ] {
        let recorder = answered("[]").await;
        assert_eq!(list(&recorder.url(), field).await.unwrap(), []);
        let (head, _) = recorder.request();
        assert!(head.starts_with(&format!("GET /api/tenants/22824/lookups/{path}/values HTTP")), "{head}");
    }
}

#[tokio::test]
async fn values_are_sorted_as_the_account_says_and_the_discarded_ones_left_out() {
    let recorder = answered(
        r#"[{"Text":"Last","Value":"last","SortingOrder":null,"Active":null,"Deleted":null},
            {"Text":"Third","Value":"3","SortingOrder":10,"Active":true,"Deleted":false},
            {"Text":"Second","Value":2,"SortingOrder":"9"},
            {"Text":"First","Value":"1","SortingOrder":-1},
            {"Text":"Deleted","Value":"d","SortingOrder":0,"Deleted":true},
            {"Text":"Idle","Value":"i","SortingOrder":0,"Active":"false"},
            {"Text":"Very last"},{"Value":"alone"},{"Text":"","Value":null},null,7]"#,
    )
    .await;
    let values = list(&recorder.url(), "SubType").await.unwrap();
    let seen: Vec<_> = values.iter().map(|value| (value.text.as_str(), value.value.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("First", "1"),
            ("Second", "2"),
            ("Third", "3"),
            ("Last", "last"),
            ("Very last", "Very last"),
            ("alone", "alone"),
        ]
    );
}

#[tokio::test]
async fn leads_are_found_by_email() {
    let server = server().await;
    let found = leads(&server.base_url(), " George.Jackson@example.com ").await.unwrap();
    let george = Lead {
        id: LeadId::parse(LEAD).unwrap(),
        first_name: Some("George".into()),
        last_name: Some("Jackson".into()),
        email: Some("george.jackson@example.com".into()),
    };
    assert_eq!(found, [george]);
    assert_eq!(leads(&server.base_url(), "nobody@example.com").await.unwrap(), []);
}

#[tokio::test]
async fn the_keys_go_to_the_lead_host_in_headers_and_never_in_the_address() {
    let recorder = answered("[]").await;
    leads(&recorder.url(), "a+b&c=d@example.com").await.unwrap();
    let (head, _) = recorder.request();
    let line = head.lines().next().unwrap();
    assert_eq!(
        line,
        "GET /v2/LeadManagement.svc/Leads.GetByEmailaddress?emailaddress=a%2Bb%26c%3Dd%40example.com HTTP/1.1"
    );
    assert_eq!(header(&head, "x-LSQ-AccessKey"), Some("practice-access-key"));
    assert_eq!(header(&head, "x-LSQ-SecretKey"), Some("practice-secret-key"));
    assert_eq!(head.matches("practice-").count(), 2);
}

#[tokio::test]
async fn a_lead_host_that_is_not_there_is_told_by_its_own_name() {
    let failure = leads("https://leads.nobody.invalid", "a@example.com").await.unwrap_err();
    assert_eq!(failure.code, Code::HostNotFound { host: "leads.nobody.invalid".into() });
}

#[tokio::test]
async fn a_lead_without_a_usable_id_is_none_and_one_without_a_name_is_one() {
    let recorder = answered(&format!(
        r#"[{{"ProspectID":"{LEAD}","FirstName":null,"LastName":"","EmailAddress":null}},
            {{"ProspectID":"7","FirstName":"Odd"}},{{"FirstName":"Odd"}},null]"#
    ))
    .await;
    let found = leads(&recorder.url(), "a@example.com").await.unwrap();
    let id = LeadId::parse(LEAD).unwrap();
    assert_eq!(found, [Lead { id, first_name: None, last_name: None, email: None }]);
}

#[tokio::test]
async fn what_is_no_list_is_not_taken_for_an_empty_one() {
    for (body, expected) in [
        ("{}", "answer_unreadable"),
        ("null", "answer_unreadable"),
        ("", "answer_unreadable"),
        (r#"{"Status":"Error","ExceptionMessage":"because"}"#, "declined"),
    ] {
        let recorder = answered(body).await;
        assert_eq!(code(&list(&recorder.url(), "SubType").await.unwrap_err()), expected, "{body}");
        assert_eq!(code(&leads(&recorder.url(), "a@example.com").await.unwrap_err()), expected, "{body}");
    }
}
