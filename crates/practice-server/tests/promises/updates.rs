//! Updating (and creating) tickets: what is accepted, and what is refused with which reason.

use std::io;

use practice_server::{Options, PracticeServer};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::wire::{Answer, DTO, Request, connect, dto, file, read_to_end};

async fn server() -> io::Result<PracticeServer> {
    PracticeServer::start(Options { limit: None, ..Options::default() }).await
}

#[tokio::test]
async fn the_update_of_the_vendors_page_is_done_and_answered_as_printed() {
    let server = server().await.unwrap();
    let answer =
        Request::update(&server, &[dto(DTO), file("a.txt", "abc"), file("b.txt", "")]).send(&server).await;
    let answer = answer.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.json(),
        json!({
            "Status": "Success", "ReasonForFailure": null, "Id": "143",
            "Message": "Ticket properties have been updated successfully", "Key": "#143", "TicketId": null,
        })
    );

    let ticket = server.ticket("143").unwrap();
    assert_eq!(ticket.fields["Status"], "On Hold");
    assert_eq!(ticket.fields["Priority"], "Low");
    assert_eq!(ticket.fields["Title"], "Update Email Id", "and the others as they were");
    let files: Vec<_> = ticket.files.iter().map(|file| (file.name.as_str(), file.size)).collect();
    assert_eq!(files, [("a.txt", 3), ("b.txt", 0)]);
    // SHA-256 of "abc", from FIPS 180-2.
    assert_eq!(ticket.files[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let record = server.record();
    assert_eq!(record.applied.len(), 1);
    assert_eq!(record.applied[0].fields.len(), 2);
    assert_eq!(record.last_calls[0].answered, Some(200));
}

#[tokio::test]
async fn files_alone_and_fields_alone_are_normal_updates_and_the_order_of_parts_is_free() {
    let server = server().await.unwrap();
    let no_fields = DTO.replace("{\"SchemaName\":\"Status\",\"Value\":\"On Hold\"},", "");
    let no_fields = no_fields.replace("{\"SchemaName\":\"Priority\",\"Value\":\"Low\"}", "");
    for parts in [
        vec![dto(DTO)],
        vec![file("a", "1"), dto(&no_fields)],
        vec![file("a", "1"), dto(DTO), file("b", "2")],
    ] {
        let answer = Request::update(&server, &parts).send(&server).await.unwrap();
        assert_eq!(answer.status, 200, "{parts:?}: {}", answer.reason());
    }
    assert_eq!(server.ticket("143").unwrap().files.len(), 3, "the same name twice is two files");
}

#[tokio::test]
async fn file_names_are_unescaped_as_forms_escape_them_and_no_further() {
    let server = server().await.unwrap();
    let sent = r"q%22 n%0D%0A p%41 50% back\slash ä.txt";
    let answer = Request::update(&server, &[dto(DTO), file(sent, "x")]).send(&server).await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.reason());
    let stored = &server.ticket("143").unwrap().files[0];
    assert_eq!(stored.name, "q\" n\r\n p%41 50% back\\slash ä.txt");
    let raw = String::from_utf8(stored.disposition.clone()).unwrap();
    assert!(raw.contains(sent), "{raw}");
}

#[tokio::test]
async fn what_the_page_does_not_show_is_refused_with_a_reason() {
    let server = server().await.unwrap();
    let change = |change: &str| DTO.replace("\"Value\":\"Low\"", change);
    let cases = [
        (DTO.replace("\"TypeId\":\"1\"", "\"TypeId\":1"), "TypeId"),
        (DTO.replace("\"TypeId\":\"1\",", ""), "TypeId"),
        (DTO.replace("\"143\"", "143"), "Id is mandatory"),
        (DTO.replace("\"143\"", "\"144\""), "Id is '144'"),
        (DTO.replace("330fba67-6795-46c2-9dad-077794077f70", "George"), "not a UUID"),
        (DTO.replace("330fba67", "430fba67"), "not the lead"),
        (DTO.replace("LeadId", "leadId"), "leadId"),
        (DTO.replace("TypeId\":1}", "TypeId\":\"1\"}"), "RelatedTicketTypeId"),
        (DTO.replace("\"TypeId\":\"1\"", "\"TypeId\":\"1\",\"Extra\":null"), "Extra"),
        (DTO.replace("\"TypeId\":\"1\"", "\"TypeId\":\"1\",\"TypeId\":\"1\""), "TypeId"),
        (DTO.replace("[{\"Sch", "{\"Fields\":[{\"Sch"), "cannot be read"),
        (DTO.replace("\"Priority\",\"Value\":\"Low\"", "\"Status\",\"Value\":\"Open\""), "Status twice"),
        (DTO.replace("\"Priority\"", "\"\""), "SchemaName"),
        (DTO.replace("\"Priority\"", "\"priority\""), "'priority'"),
        (DTO.replace("\"Priority\"", "\"TicketKey\""), "'TicketKey'"),
        (DTO.replace("\"Priority\"", "\"CustomData.Unheard\""), "'CustomData.Unheard'"),
        (change("\"Value\":\"Lowest\""), "Priority"),
        (change("\"Value\":3"), "Priority"),
        (change("\"Value\":null"), "Priority"),
        (change("\"Other\":\"Low\""), "Other"),
    ];
    for (text, word) in cases {
        assert_ne!(text, DTO, "the case for {word} changes nothing");
        let answer = Request::update(&server, &[dto(&text), file("a", "1")]).send(&server).await.unwrap();
        assert_eq!(answer.status, 400, "{text}");
        assert_eq!(answer.json()["Status"], "Error");
        assert!(answer.reason().contains(word), "{word}: {}", answer.reason());
    }
    assert!(server.record().applied.is_empty());
}

#[tokio::test]
async fn parts_that_are_not_well_made_are_refused_with_a_reason() {
    let server = server().await.unwrap();
    let empty = r#"{"TypeId":"1","Id":"143","LeadId":"330fba67-6795-46c2-9dad-077794077f70","RelatedTicketTypeId":1}"#;
    let cases = [
        (vec![file("a", "1")], "no ticketDTO"),
        (vec![dto(DTO), dto(DTO)], "more than one ticketDTO"),
        (vec![dto(empty)], "nothing to update"),
        (vec![dto(DTO), file("a", "1").replace("\"files\"", "\"file\"")], "'file'"),
        (vec![dto(DTO), file("a", "1").replace("; filename=\"a\"", "")], "no file name"),
        (vec![dto(DTO), file("", "1")], "empty file name"),
        (vec![dto(DTO), file("a", "1").replace("Content-Type: text/plain\r\n", "")], "Content-Type"),
        (vec![dto(DTO), file("a", "1").replace("filename=\"a\"", "filename*=utf-8''a")], "quoted value"),
        (vec![dto(DTO), file("a\"b", "1")], "';' is missing"),
        (vec![dto(DTO).replace("\"ticketDTO\"", "\"ticketDTO\"; filename=\"dto.json\"")], "not a file"),
    ];
    for (parts, word) in cases {
        let answer = Request::update(&server, &parts).send(&server).await.unwrap();
        assert_eq!(answer.status, 400, "{parts:?}");
        assert!(answer.reason().contains(word), "{word}: {}", answer.reason());
    }
    assert!(server.record().applied.is_empty());
}

#[tokio::test]
async fn the_head_must_be_right_too() {
    let server = server().await.unwrap();
    let right = Request::update(&server, &[dto(DTO)]);
    let elsewhere = |path: &str| Request { path: path.to_owned(), ..right.clone() };
    let chunked = Request { body: b"0\r\n\r\n".to_vec(), ..right.clone() };
    let cases = [
        (right.clone().without("X-LSQ-ACCESS-KEY"), 401),
        (right.clone().with("X-LSQ-SECRET-KEY", "wrong"), 401),
        (elsewhere("/api/tenants/1/tickets/143/update"), 404),
        (elsewhere("/api/tenants/22824/tickets/999/update"), 404),
        (elsewhere("/api/tenants/22824/tickets/143/updates"), 404),
        (Request { method: "POST", ..right.clone() }, 405),
        (right.clone().with("Content-Type", "application/json"), 400),
        (right.clone().with("Content-Type", "multipart/form-data"), 400),
        (chunked.without("Content-Length").with("Transfer-Encoding", "chunked"), 411),
        (right.clone(), 200),
    ];
    for (request, status) in cases {
        let answer = request.send(&server).await.unwrap();
        assert_eq!(answer.status, status, "{} {}", request.method, request.path);
        assert_eq!(answer.reason().is_empty(), status == 200);
    }
    assert_eq!(server.record().applied.len(), 1);
}

#[tokio::test]
async fn nothing_is_applied_before_the_last_byte() {
    let server = server().await.unwrap();
    let request = Request::update(&server, &[dto(DTO), file("a", "1")]);
    let bytes = request.bytes();
    // Behind the final boundary one line end is missing: a form reader is content, the request is not complete.
    let (most, last) = bytes.split_at(bytes.len() - 2);

    let mut stream = connect(&server).await.unwrap();
    stream.write_all(most).await.unwrap();
    server.wait_until_body_bytes(request.body.len() as u64 - 2).await;
    stream.shutdown().await.unwrap();
    let _ = read_to_end(&mut stream).await;
    assert!(server.record().applied.is_empty());

    let mut stream = connect(&server).await.unwrap();
    stream.write_all(most).await.unwrap();
    stream.write_all(last).await.unwrap();
    assert_eq!(Answer::parse(read_to_end(&mut stream).await.unwrap()).unwrap().status, 200);
    assert_eq!(server.record().applied.len(), 1);
}

#[tokio::test]
async fn a_ticket_is_created_without_an_id_and_with_files() {
    let server = server().await.unwrap();
    let new = DTO
        .replace("\"Id\":\"143\",", "")
        .replace("\"Priority\",\"Value\":\"Low\"", "\"Title\",\"Value\":\"New\"");
    let create = Request::new(&server, "POST", "/api/tenants/22824/tickets");
    let answer = create.clone().form(&[dto(&new), file("a", "1")]).send(&server).await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.reason());
    let number = answer.json()["Id"].as_str().unwrap().to_owned();
    let ticket = server.ticket(&number).unwrap();
    assert_eq!(answer.json()["TicketId"], ticket.ticket_id);
    assert_eq!((ticket.fields["Title"].as_str(), ticket.files.len()), ("New", 1));

    let answer = create.form(&[dto(DTO)]).send(&server).await.unwrap();
    assert_eq!((answer.status, answer.reason().starts_with("Id ")), (400, true));
}
