//! The forms of the vendor's answers that differ by account, and the words that it and gateways use, as a socket sees
//! them.

use std::{collections::HashSet, io};

use practice_server::{Fault, Form, Options, PracticeServer, Said};
use serde_json::{Value, json};

use crate::wire::{Answer, DTO, Request, dto, file};

const TENANT: &str = "/api/tenants/22824";
const WHO: &str = "/v2/Authentication.svc/UserByAccessKey.Get";
const FILTER: &str = r#"{"TicketId":143,"OrgId":22824,
    "ActivityType":["InboundEmail","OutboundEmail","PortalInbound","PortalOutbound"]}"#;

async fn server(forms: &[Form]) -> io::Result<PracticeServer> {
    PracticeServer::start(Options { limit: None, forms: forms.to_vec(), ..Options::default() }).await
}

async fn post(server: &PracticeServer, path: &str, body: &str) -> io::Result<Answer> {
    let request = Request::new(server, "POST", &format!("{TENANT}/{path}"));
    request.with("Content-Type", "application/json").body(body).send(server).await
}

async fn attachments(form: &[Form]) -> io::Result<Value> {
    let server = server(form).await?;
    let parts = [dto(DTO), file("é plan.pdf", "x"), file("b.png", "y")];
    assert_eq!(Request::update(&server, &parts).send(&server).await?.status, 200);
    let answer = post(&server, "conversation/filter", FILTER).await?.json();
    assert_eq!((&answer["Total"], &answer["Conversations"]), (&json!(1), &Value::Null), "{answer}");
    Ok(answer["ConversationList"][0]["Attachments"].clone())
}

#[test]
fn every_form_and_every_wording_is_found_by_its_name() {
    let forms: HashSet<_> = Form::ALL.iter().map(Form::to_string).collect();
    assert_eq!(forms.len(), Form::ALL.len());
    for form in Form::ALL {
        assert_eq!(form.to_string().parse(), Ok(form));
    }
    assert!("attachments".parse::<Form>().is_err());
    for said in Said::ALL {
        assert_eq!(said.to_string().parse(), Ok(Fault::Said(said)));
    }
    for wrong in ["amazon-", "amazon-forbidden-applied", "envoy-503", "envoy-503-"] {
        assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn files_are_in_the_conversations_in_each_shape() {
    assert_eq!(attachments(&[]).await.unwrap()[0]["AttachmentName"], "é plan.pdf");
    assert_eq!(attachments(&[Form::AttachmentsNames]).await.unwrap(), json!(["é plan.pdf", "b.png"]));
    let addresses = attachments(&[Form::AttachmentsAddresses]).await.unwrap();
    assert!(addresses[0].as_str().unwrap().contains("/%C3%A9%20plan.pdf?"), "{addresses}");
    let keyed = attachments(&[Form::AttachmentsKeyed]).await.unwrap();
    let names: HashSet<_> =
        keyed.as_object().unwrap().values().map(|file| file["FileName"].as_str()).collect();
    assert_eq!(names, HashSet::from([Some("é plan.pdf"), Some("b.png")]));
    let text = attachments(&[Form::AttachmentsText]).await.unwrap();
    let inside: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
    assert_eq!(inside[1]["AttachmentName"], "b.png");
    assert_eq!(attachments(&[Form::AttachmentsNothing]).await.unwrap(), Value::Null);
}

#[tokio::test]
async fn conversations_are_asked_for_as_printed() {
    let server = server(&[]).await.unwrap();
    let without_files = post(&server, "conversation/filter", FILTER).await.unwrap();
    assert_eq!(without_files.json()["ConversationList"], json!([]));
    for wrong in [
        FILTER.replace("143", "\"143\""),
        FILTER.replace("22824", "1"),
        FILTER.replace("InboundEmail", "Email"),
        FILTER.replace("OrgId", "Org"),
    ] {
        assert_eq!(post(&server, "conversation/filter", &wrong).await.unwrap().status, 400, "{wrong}");
    }
    let elsewhere = FILTER.replace("143", "999");
    assert_eq!(post(&server, "conversation/filter", &elsewhere).await.unwrap().status, 404);
    let none = self::server(&[Form::NoConversations]).await.unwrap();
    let answer = post(&none, "conversation/filter", FILTER).await.unwrap();
    assert_eq!((answer.status, answer.json()), (403, json!({"message": "Missing Authentication Token"})));
}

#[tokio::test]
async fn who_the_keys_belong_to_is_told_to_those_who_have_them() {
    let server = server(&[]).await.unwrap();
    let bare = Request::new(&server, "GET", WHO).without("X-LSQ-ACCESS-KEY").without("X-LSQ-SECRET-KEY");
    assert_eq!(bare.send(&server).await.unwrap().status, 401);
    let with_keys =
        bare.with("x-LSQ-AccessKey", server.access_key()).with("x-LSQ-SecretKey", server.secret_key());
    let answer = with_keys.send(&server).await.unwrap().json();
    assert_eq!(answer["OrgShortCode"], "22824");
    assert_eq!(answer["LSQCommonServiceURLs"]["api"], "api-in21.leadsquared.com");
    for member in ["Name", "OrgDisplayName", "TimeZone"] {
        assert!(answer[member].is_string(), "{member}");
    }
}

#[tokio::test]
async fn keys_of_another_region_are_refused_by_the_name_of_the_right_host() {
    let server = server(&[Form::RegionElsewhere]).await.unwrap();
    let keys = |request: Request| {
        request.with("x-LSQ-AccessKey", server.access_key()).with("x-LSQ-SecretKey", server.secret_key())
    };
    for path in [WHO, &format!("{TENANT}/tickets/143")] {
        let answer = keys(Request::new(&server, "GET", path)).send(&server).await.unwrap();
        assert_eq!(answer.status, 401);
        assert!(answer.reason().contains("'api-us11.leadsquared.com'"), "{}", answer.reason());
    }
}

#[tokio::test]
async fn an_offset_that_counts_pages_counts_them_from_one() {
    let server = server(&[Form::OffsetPages]).await.unwrap();
    let mut seen = Vec::new();
    for page in 1..=3 {
        let filter = format!(r#"{{"Limit":6,"Offset":{page},"SearchText":""}}"#);
        let answer = post(&server, "ticket-types/1/fields/filter", &filter).await.unwrap().json();
        let fields = answer["TicketsFields"].as_array().unwrap();
        seen.extend(fields.iter().map(|field| field["SchemaName"].clone()));
        assert!(seen.len() <= usize::try_from(answer["Total"].as_u64().unwrap()).unwrap());
    }
    let different: HashSet<_> = seen.iter().map(Value::to_string).collect();
    assert_eq!((different.len(), seen.len()), (15, 15), "three pages hold every field once");
}

#[tokio::test]
async fn a_key_is_padded_and_an_id_is_not() {
    let server = server(&[]).await.unwrap();
    let dto34 = DTO
        .replace("143", "34")
        .replace("330fba67-6795-46c2-9dad-077794077f70", "b7e4a2f6-91c3-4d0e-8f27-52d9c1e6a033");
    let update = Request::new(&server, "PUT", &format!("{TENANT}/tickets/34/update")).form(&[dto(&dto34)]);
    let answer = update.send(&server).await.unwrap().json();
    assert_eq!((answer["Id"].as_str(), answer["Key"].as_str()), (Some("34"), Some("#034")), "{answer}");
    assert_eq!(server.ticket("34").unwrap().fields["TicketKey"], "#034");
}

#[tokio::test]
async fn a_created_ticket_may_be_named_by_its_key_alone() {
    let server = server(&[Form::KeyOnly]).await.unwrap();
    let new = r#"{"TypeId":"1","LeadId":"330fba67-6795-46c2-9dad-077794077f70",
        "Fields":[{"SchemaName":"Title","Value":"A new one"}],"RelatedTicketTypeId":1}"#;
    let create = Request::new(&server, "POST", &format!("{TENANT}/tickets")).form(&[dto(new)]);
    let answer = create.send(&server).await.unwrap().json();
    assert_eq!((&answer["Id"], &answer["TicketId"]), (&Value::Null, &Value::Null), "{answer}");
    assert_eq!(answer["Key"], "#150");
}

#[tokio::test]
async fn every_wording_comes_under_its_status_and_leaves_the_ticket_as_its_name_says() {
    let server = server(&[]).await.unwrap();
    let mut applied = 0;
    for said in Said::ALL {
        server.inject(Fault::Said(said));
        let update = Request::update(&server, &[dto(DTO), file("a.txt", "x")]);
        let answer = update.send(&server).await.unwrap();
        let name = said.to_string();
        assert_eq!(answer.status, said.status(), "{name}");
        applied += usize::from(name.ends_with("-applied") && !name.ends_with("not-applied"));
        assert_eq!(server.record().applied.len(), applied, "{name}");
        let json = answer.json();
        match said {
            Said::AmazonForbidden | Said::AmazonLimitExceeded => {
                assert!(json["message"].is_string() && json.as_object().unwrap().len() == 1, "{name}");
                assert!(answer.header("x-amzn-requestid").is_some(), "{name}");
            }
            Said::Envoy503(_) => assert!(answer.body.starts_with(b"upstream connect error"), "{name}"),
            _ => panic!("no expectation for {name}"),
        }
    }
    assert_eq!(applied, 1);
}
