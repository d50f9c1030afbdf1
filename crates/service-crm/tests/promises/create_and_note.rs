//! Creating a ticket and adding a note: what is on the wire, what is believed of the answer, and that both fail exactly
//! as an update does.

use crate::common::*;
use practice_server::{Fault, Outcome, PracticeServer};
use service_crm::Effect::{MayBeDone, NotDone, NotSent};
use service_crm::{
    Attachment, CancellationToken, Client, Effect, Failure, Limits, NewTicket, Note, Progress, Receipt,
    UpdateFault,
};

fn new_ticket(attachments: Vec<Attachment>) -> NewTicket {
    NewTicket::new(LEAD, vec![change("Title", "Broken chair")], attachments).unwrap()
}

/// The calls that change something.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Deed {
    Update,
    Create,
    Note,
}

impl Deed {
    /// Makes the call with about so many bytes of content.
    async fn attempt(
        self,
        client: &Client,
        size: u64,
        cancel: &CancellationToken,
        heard: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        let desk = Desk::new();
        match self {
            Self::Update => {
                client.update_ticket(&update(vec![desk.sized("file.bin", size)]), cancel, heard).await
            }
            Self::Create => {
                client.create_ticket(&new_ticket(vec![desk.sized("file.bin", size)]), cancel, heard).await
            }
            Self::Note => {
                let text = "x".repeat(usize::try_from(size).unwrap());
                client.add_note(&Note::new("143", &text).unwrap(), cancel, heard).await
            }
        }
    }

    /// How often the server did it.
    fn done(self, server: &PracticeServer) -> usize {
        let record = server.record();
        if self == Self::Note { record.notes.len() } else { record.applied.len() }
    }
}

/// A call's outcome under every fault, and how often the server did it.
async fn under_every_fault(deed: Deed) -> Vec<(Fault, Result<(), (String, Effect)>, usize)> {
    let server = server().await;
    let patient = unpaced_at(&server.base_url(), Limits::default());
    let impatient = unpaced_at(&server.base_url(), impatient());
    let mut seen = Vec::new();
    for fault in Fault::all() {
        // These only take time.
        if matches!(
            fault,
            Fault::SlowAnswer(_) | Fault::TooMany | Fault::LimitWords(_) | Fault::Status(429, ..)
        ) {
            continue;
        }
        server.inject(fault);
        // What ends before the whole body is there needs a body that does not fit into the connection.
        let broken =
            matches!(fault, Fault::Refuse | Fault::ResetAfter(_) | Fault::StallAfter(_) | Fault::Early(_));
        let client = if is_silent(&fault) { &impatient } else { &patient };
        let before = deed.done(&server);
        let became =
            deed.attempt(client, if broken { LARGE } else { 5000 }, &CancellationToken::new(), |_| ()).await;
        let mut became = became.map(drop).map_err(|failure| code_and_effect(&failure));
        if let (Fault::Refuse, Err((code, _))) = (fault, &mut became) {
            // The reset may overtake the news that the connection was made.
            *code = code.replace("cannot_connect", "broke_while_sending");
        }
        seen.push((fault, became, deed.done(&server) - before));
    }
    seen
}

/// An update's outcome under each fault is in `failures.rs`.
// On several threads: writing down a large note takes a while, in which the others would seem to stall.
#[tokio::test(flavor = "multi_thread")]
async fn every_fault_means_what_it_means_to_an_update() {
    let (update, create, note) = tokio::join!(
        tokio::spawn(under_every_fault(Deed::Update)),
        tokio::spawn(under_every_fault(Deed::Create)),
        tokio::spawn(under_every_fault(Deed::Note)),
    );
    let update = update.unwrap();
    assert!(update.iter().any(|(_, became, _)| matches!(became, Err((_, MayBeDone)))));
    for (deed, seen) in [(Deed::Create, create.unwrap()), (Deed::Note, note.unwrap())] {
        assert_eq!(seen.len(), update.len());
        for (seen, update) in seen.into_iter().zip(&update) {
            assert_eq!(seen, *update, "{deed:?}");
        }
    }
}

#[tokio::test]
async fn after_429_both_go_on_by_themselves_and_are_done_once() {
    for deed in [Deed::Create, Deed::Note] {
        let server = server_that(Fault::TooManyRetryAfter(0)).await;
        deed.attempt(&client_of(&server), 10, &CancellationToken::new(), |_| ()).await.unwrap();
        assert_eq!((server.record().calls, deed.done(&server)), (2, 1), "{deed:?}");
    }
}

#[tokio::test]
async fn cancelled_before_the_last_byte_nothing_was_sent_and_after_it_it_may_be_done() {
    for deed in [Deed::Create, Deed::Note] {
        let server = server_that(Fault::Silence(Outcome::Applied)).await;
        let cancel = CancellationToken::new();
        let all_sent = |step| {
            if step == Progress::Answer {
                cancel.cancel();
            }
        };
        let failure = deed.attempt(&client_of(&server), 10, &cancel, all_sent).await.unwrap_err();
        assert_eq!(code_and_effect(&failure), ("cancelled".into(), MayBeDone), "{deed:?}");

        let gate = Gate::before(&server.base_url(), MIB).await;
        let (client, cancel) = (client_at(&gate.url(), Limits::default()), CancellationToken::new());
        let cancelled = cancel.clone();
        let sending = tokio::spawn(async move { deed.attempt(&client, LARGE, &cancelled, |_| ()).await });
        gate.passed(MIB).await;
        cancel.cancel();
        let failure = sending.await.unwrap().unwrap_err();
        assert_eq!(code_and_effect(&failure), ("cancelled".into(), NotSent), "{deed:?}");
    }
}

#[tokio::test]
async fn a_new_ticket_is_there_with_its_values_and_files_and_the_receipt_names_it() {
    let (server, desk) = (server().await, Desk::new());
    let content = noise(70_000);
    let changes = vec![change(" Title ", "Broken chair"), change("DueDate", "2026-12-24 17:00")];
    let new = NewTicket::new(LEAD, changes, vec![desk.file("chair.png", &content)]).unwrap();
    let receipt = client_of(&server).create_ticket(&new, &CancellationToken::new(), |_| ()).await.unwrap();
    assert_eq!((receipt.ticket.as_str(), receipt.key.as_deref()), ("150", Some("#150")));
    let ticket = server.ticket("150").unwrap();
    assert_eq!((ticket.lead.as_str(), ticket.fields["Title"].as_str()), (LEAD, "Broken chair"));
    assert_eq!(ticket.fields["DueDate"], "2026-12-24T17:00:00");
    assert_eq!((ticket.files[0].name.as_str(), &ticket.files[0].sha256), ("chair.png", &sha256(&content)));
}

#[tokio::test]
async fn which_values_a_new_ticket_must_have_is_the_servers_to_say() {
    let server = server().await;
    let untitled = NewTicket::new(LEAD, vec![change("Status", "Open")], vec![]).unwrap();
    let refused = client_of(&server).create_ticket(&untitled, &CancellationToken::new(), |_| ()).await;
    let failure = refused.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("not_accepted".into(), NotDone));
    assert!(failure.to_string().contains("Title is mandatory"), "{failure}");

    let twice = [change("Title", "a"), change("Title", "b")];
    let twice_faults = [UpdateFault::LeadEmpty, UpdateFault::FieldTwice { change: 1, field: "Title".into() }];
    assert_eq!(NewTicket::faults("", &twice, 0), twice_faults);
    assert_eq!(NewTicket::new(LEAD, vec![], vec![]).unwrap_err(), UpdateFault::NothingToSend);
}

#[tokio::test]
async fn a_file_that_changed_keeps_a_new_ticket_from_being_sent() {
    let (server, desk) = (server().await, Desk::new());
    let new = new_ticket(vec![desk.file("a.txt", b"one")]);
    desk.resize("a.txt", 7);
    let refused = client_of(&server).create_ticket(&new, &CancellationToken::new(), |_| ()).await;
    assert_eq!(code_and_effect(&refused.unwrap_err()), ("file_changed".into(), NotSent));
    assert_eq!(server.record().calls, 0);
}

async fn created(body: &str) -> (Result<Receipt, Failure>, Recorder) {
    let recorder = Recorder::answering(answer("200 OK", "", body)).await;
    let desk = Desk::new();
    let new = new_ticket(vec![desk.file("a.txt", b"one")]);
    let client = client_at(&recorder.url(), Limits::default());
    (client.create_ticket(&new, &CancellationToken::new(), |_| ()).await, recorder)
}

async fn noted(body: &str, text: &str) -> (Result<Receipt, Failure>, Recorder) {
    let recorder = Recorder::answering(answer("200 OK", "", body)).await;
    let client = client_at(&recorder.url(), Limits::default());
    let note = Note::new("#143", text).unwrap();
    (client.add_note(&note, &CancellationToken::new(), |_| ()).await, recorder)
}

#[tokio::test]
async fn a_creation_is_an_update_without_an_id_on_another_path() {
    let (_, recorder) = created("{}").await;
    let (head, body) = recorder.request();
    assert!(head.starts_with("POST /api/tenants/22824/tickets HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some("practice-access-key"));
    assert_eq!(header(&head, "X-LSQ-SECRET-KEY"), Some("practice-secret-key"));
    assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
    let kind = header(&head, "Content-Type").unwrap();
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
    let dto = format!(
        r#"{{"Fields":[{{"SchemaName":"Title","Value":"Broken chair"}}],"LeadId":"{LEAD}","RelatedTicketTypeId":1,"TypeId":"1"}}"#
    );
    let expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"ticketDTO\"\r\n\r\n{dto}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\
         Content-Type: text/plain\r\n\r\none\r\n--{boundary}--\r\n"
    );
    assert_eq!(String::from_utf8(body).unwrap(), expected);
}

#[tokio::test]
async fn a_creation_is_believed_when_it_names_the_ticket() {
    for body in [
        r##"{"Status":"Success","Id":"150","Key":"#150"}"##,
        r##"{"Status":"success","Id":150}"##,
        r##"{"Status":"Success","Id":null,"Key":"#150"}"##,
    ] {
        assert_eq!(created(body).await.0.unwrap().ticket, "150", "{body}");
    }
    for (body, expected) in [
        (r#"{"Status":"Success"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Status":"Success","Id":"none"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Id":"150"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Status":"Failure","Id":"150"}"#, ("declined", NotDone)),
    ] {
        let failure = created(body).await.0.unwrap_err();
        assert_eq!((code(&failure).as_str(), failure.effect), expected, "{body}");
        assert!(!failure.repeatable(), "{body}");
    }
}

#[tokio::test]
async fn a_note_is_there_as_it_was_written() {
    let (server, text) = (server().await, "\"quoted\" — 😀\r\n\tnext line \\ {}");
    let client = client_of(&server);
    let note = Note::new("143", text).unwrap();
    let receipt = client.add_note(&note, &CancellationToken::new(), |_| ()).await.unwrap();
    assert_eq!((receipt.ticket.as_str(), receipt.message.as_deref()), ("143", Some("Activity Created")));
    let notes = server.record().notes;
    assert_eq!((notes.len(), notes[0].ticket.as_str(), notes[0].text.as_str()), (1, "143", text));

    let nowhere = Note::new("999", text).unwrap();
    let failure = client.add_note(&nowhere, &CancellationToken::new(), |_| ()).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("not_found".into(), NotDone));
}

#[tokio::test]
async fn a_note_is_sent_as_the_vendor_prints_it() {
    let (_, recorder) = noted("{}", "a \"b\"").await;
    let (head, body) = recorder.request();
    assert!(head.starts_with("POST /api/tenants/22824/internalnote/upload HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(&head, "Content-Type"), Some("application/json"));
    assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
    assert_eq!(head.matches("practice-").count(), 2, "the keys, in their two headers");
    let note = r#"{"TextPart":"a \"b\"","ActivityType":"CreateInternalNote","StorageType":"Permament","RelatedTicketId":143}"#;
    assert_eq!(String::from_utf8(body).unwrap(), note);
}

#[tokio::test]
async fn a_note_is_believed_when_it_is_said_to_be_on_the_ticket() {
    for body in [
        r#"{"Message":"Activity Created","RelatedTicketId":"143","Id":"7"}"#,
        r#"{"Message":"activity created","RelatedTicketId":143}"#,
        r#"{"Status":"Success","RelatedTicketId":"143"}"#,
    ] {
        assert_eq!(noted(body, "a").await.0.unwrap().ticket, "143", "{body}");
    }
    for (body, expected) in [
        (r#"{"Message":"Activity Created"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Message":"Activity Created","RelatedTicketId":"144"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Message":"Hm","RelatedTicketId":"143"}"#, ("answer_unreadable", MayBeDone)),
        // Whatever this status means, it is on the ticket for all we know.
        (r#"{"Status":"Active","RelatedTicketId":"143"}"#, ("answer_unreadable", MayBeDone)),
        (r#"{"Status":"Success"}"#, ("answer_unreadable", MayBeDone)),
        ("{}", ("answer_unreadable", MayBeDone)),
        (r#"{"Status":"Failure","Message":"Activity Created"}"#, ("declined", NotDone)),
    ] {
        let failure = noted(body, "a").await.0.unwrap_err();
        assert_eq!((code(&failure).as_str(), failure.effect), expected, "{body}");
    }
}

#[tokio::test]
async fn a_ticket_is_made_for_somebody_who_is_no_lead_yet_by_email_or_phone() {
    let server = server().await;
    let client = client_of(&server);
    for (contact, value) in
        [("LeadDetail.EmailAddress", "new@example.com"), ("LeadDetail.Phone", "+91-9876543210")]
    {
        let changes = vec![change("Title", "Broken chair"), change(contact, value)];
        let new = NewTicket::new(" ", changes, vec![]).unwrap();
        let receipt = client.create_ticket(&new, &CancellationToken::new(), |_| ()).await.unwrap();
        let applied = server.record().applied.pop().unwrap();
        assert_eq!(applied.ticket, receipt.ticket);
        assert!(applied.fields.contains(&(contact.to_owned(), value.to_owned())), "{:?}", applied.fields);
    }
    let nobody = vec![change("Title", "x"), change("LeadDetail.EmailAddress", " ")];
    assert_eq!(NewTicket::new("", nobody, vec![]).unwrap_err(), UpdateFault::LeadEmpty);
    // In place of a lead: whoever is named is meant, and not who was chosen before.
    let named = vec![change("Title", "x"), change("LeadDetail.Phone", "1")];
    assert_eq!(NewTicket::new(LEAD, named, vec![]).unwrap().lead(), None);
}
