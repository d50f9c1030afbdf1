//! A new ticket and a note go through the outbox as an update does, each with what is its own.

use outbox::{Accepted, Comparison, DraftText, Job, Outbox, Query, SendingAccount, State, WaitReason};
use service_crm::{CancellationToken, Change, LeadId, TicketDetails, TicketNumber, UpdateFault};

use crate::desk::{Desk, LEAD, draft, export_words, now, send_off, sender};

fn change(field: &str, value: &str) -> Change {
    Change { field: field.into(), value: value.into() }
}

fn new_ticket(title: &str) -> DraftText {
    let fields =
        vec![change(" Title ", title), change("Description", " "), change("DueDate", "2026-12-24 17:00")];
    DraftText { job: Job::NewTicket, customer: LEAD.to_uppercase(), fields, ..DraftText::default() }
}

fn note(ticket: &str, text: &str) -> DraftText {
    DraftText { job: Job::Note, ticket: ticket.into(), note: text.into(), ..DraftText::default() }
}

fn faults(outbox: &Outbox, text: &DraftText, reads_tickets: bool) -> Vec<UpdateFault> {
    outbox.save_draft(text).unwrap();
    let sender = SendingAccount { reads_tickets, ..sender() };
    let accepted = outbox.send_off(&sender, &CancellationToken::new(), |_| (), now()).unwrap();
    assert_eq!(outbox.draft().unwrap().text, *text, "the draft is as it was");
    match accepted {
        Accepted::Faults(faults) => faults,
        not => panic!("{not:?}"),
    }
}

#[tokio::test]
async fn a_new_ticket_is_made_with_its_values_and_files_and_its_number_is_kept() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    outbox.save_draft(&new_ticket("Broken chair")).unwrap();
    outbox.attach(&[desk.file("chair.png", "picture")]).unwrap();
    let carrying = desk.courier(&outbox);
    let sent = carrying.send();
    assert_eq!((sent.job, sent.ticket.as_str(), sent.lead.as_str()), (Job::NewTicket, "", LEAD));
    let done = carrying.until_state(sent.id, State::Done).await;
    assert_eq!(done.ticket, "150");
    let ticket = desk.server.ticket("150").unwrap();
    assert_eq!(
        (ticket.fields["Title"].as_str(), ticket.files[0].name.as_str()),
        ("Broken chair", "chair.png")
    );
    let applied = desk.server.record().applied;
    let sent: Vec<&str> = applied[0].fields.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!((applied.len(), sent), (1, vec!["Title", "DueDate"]), "what was left empty is no value");
    let by_number = Query { text: "150".into(), ..Query::default() };
    assert_eq!(outbox.page(&by_number, None, 10).unwrap().deliveries.len(), 1, "it is found by its number");
}

#[tokio::test]
async fn a_note_is_on_its_ticket_as_it_was_typed_and_the_files_wait_for_an_update() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    outbox.save_draft(&note("#143", " Called back.\nNobody there. ")).unwrap();
    outbox.attach(&[desk.file("a.pdf", "paper")]).unwrap();
    let carrying = desk.courier(&outbox);
    let sent = carrying.send();
    assert!(sent.files.is_empty());
    carrying.until_state(sent.id, State::Done).await;
    let record = desk.server.record();
    assert_eq!((record.calls, record.applied.len(), record.notes.len()), (1, 0, 1), "no lead is looked for");
    assert_eq!(record.notes[0].text, " Called back.\nNobody there. ");
    let left = outbox.draft().unwrap();
    assert_eq!(left.text, DraftText { ticket: "#143".into(), ..DraftText::default() });
    assert_eq!(left.files.len(), 1);
    let by_word = Query { text: "nobody".into(), ..Query::default() };
    assert_eq!(outbox.page(&by_word, None, 10).unwrap().deliveries[0].id, sent.id);
}

#[tokio::test]
async fn a_new_ticket_for_somebody_who_is_no_lead_yet_names_them_in_place_of_a_lead() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let mut text = new_ticket("Broken chair");
    text.fields
        .extend([change("LeadDetail.Phone", " "), change("LeadDetail.EmailAddress", "new@example.com")]);
    outbox.save_draft(&text).unwrap();
    let carrying = desk.courier(&outbox);
    let sent = carrying.send();
    assert_eq!(sent.lead, "", "whoever is named is meant, and not who was chosen before");
    let done = carrying.until_state(sent.id, State::Done).await;
    let applied = desk.server.record().applied;
    assert!(applied[0].fields.contains(&("LeadDetail.EmailAddress".into(), "new@example.com".into())));
    assert_eq!((applied.len(), done.ticket.as_str()), (1, "150"));
}

#[tokio::test]
async fn a_customer_s_recent_ticket_is_known_before_another_is_made() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let recent = |text: &DraftText, since| outbox.recent_ticket("acme", text, since).unwrap();
    let of_lead = new_ticket("Again");
    let mut of_phone = new_ticket("Again");
    of_phone.fields.push(change("LeadDetail.Phone", " +91-9876543210 "));
    let before = now();
    assert_eq!((recent(&of_lead, 0), recent(&of_phone, 0)), (None, None));

    let carrying = desk.courier(&outbox);
    for (text, number) in [(&of_lead, "150"), (&of_phone, "151")] {
        outbox.save_draft(text).unwrap();
        let sent = carrying.send();
        let on_its_way = recent(text, before).unwrap();
        assert!(on_its_way.ticket.is_none() || on_its_way.ticket.as_deref() == Some(number));
        carrying.until_state(sent.id, State::Done).await;
        assert_eq!(recent(text, before).unwrap().ticket.as_deref(), Some(number));
        assert_eq!(recent(text, now() + 60_000), None, "what was long ago");
    }
    assert_eq!(outbox.recent_ticket("other", &of_lead, 0).unwrap(), None);
    assert_eq!(recent(&DraftText { job: Job::Update, ..of_lead.clone() }, 0), None);

    // One that was only looked at is known too.
    let details = TicketDetails {
        number: TicketNumber::parse("143").unwrap(),
        lead: Some(LeadId::parse(LEAD).unwrap()),
        fields: vec![],
    };
    outbox.remember_ticket("acme", &details, now() + 1_000).unwrap();
    assert_eq!(recent(&of_lead, before).unwrap().ticket.as_deref(), Some("143"));
}

#[test]
fn what_each_job_lacks_is_said_before_anything_is_sent() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    let of = |job| DraftText { job, ..DraftText::default() };
    for reads_tickets in [true, false] {
        assert_eq!(
            faults(&outbox, &of(Job::NewTicket), reads_tickets),
            [UpdateFault::LeadEmpty, UpdateFault::TitleEmpty],
            "no ticket names a new one's lead"
        );
        assert_eq!(
            faults(&outbox, &of(Job::Note), reads_tickets),
            [UpdateFault::TicketEmpty, UpdateFault::NoteEmpty]
        );
    }
    assert_eq!(faults(&outbox, &new_ticket(" "), true), [UpdateFault::TitleEmpty]);
    assert_eq!(faults(&outbox, &note("143", " \n"), true), [UpdateFault::NoteEmpty]);
}

#[test]
fn what_was_typed_for_another_job_outlives_the_sending_of_this_one() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    let update = DraftText {
        ticket: "143".into(),
        lead: LEAD.into(),
        changes: vec![change("Status", "On Hold")],
        ..DraftText::default()
    };
    let with_note = DraftText { note: "Called".into(), ..update.clone() };
    let new = new_ticket("Chair");
    let all = DraftText { job: new.job, customer: new.customer, fields: new.fields, ..with_note.clone() };
    outbox.save_draft(&all).unwrap();
    send_off(&outbox);
    assert_eq!(outbox.draft().unwrap().text, with_note);
    outbox.save_draft(&DraftText { job: Job::Note, ..with_note }).unwrap();
    send_off(&outbox);
    assert_eq!(outbox.draft().unwrap().text, update);
    outbox.save_draft(&DraftText { note: "Later".into(), ..update }).unwrap();
    send_off(&outbox);
    let left = DraftText { note: "Later".into(), ..DraftText::default() };
    assert_eq!(outbox.draft().unwrap().text, left, "the next update is for another ticket");
}

#[tokio::test]
async fn a_note_keeps_its_place_behind_an_update_of_its_ticket_and_a_new_ticket_waits_for_nobody() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    desk.server.inject("cut-applied".parse().unwrap());
    draft(&outbox, 143, "On Hold");
    let update = carrying.send();
    // Its ticket was read by then, and the next fault is for another.
    carrying.until(update.id, |delivery| delivery.finding.is_some()).await;
    outbox.save_draft(&note("143", "Called")).unwrap();
    let behind = carrying.send();
    assert_eq!(carrying.courier.wait_reason(&behind), Some(WaitReason::BehindUnknown));
    desk.server.inject("cut-applied".parse().unwrap());
    outbox.save_draft(&new_ticket("First")).unwrap();
    let first = carrying.send();
    carrying.until_state(first.id, State::MayBeDone).await;
    outbox.save_draft(&new_ticket("Second")).unwrap();
    let second = carrying.send();
    carrying.until_state(second.id, State::Done).await;
    assert!(desk.server.record().notes.is_empty());
    carrying.courier.it_was_done(update.id).await.unwrap();
    carrying.until_state(behind.id, State::Done).await;
}

#[tokio::test]
async fn of_what_may_be_done_and_cannot_be_seen_nothing_is_read_and_a_person_decides() {
    for (text, ticket) in [(new_ticket("Broken chair"), "150"), (note("143", "Called"), "143")] {
        let desk = Desk::new().await;
        let outbox = desk.open();
        let carrying = desk.courier(&outbox);
        desk.server.inject("cut-not-applied".parse().unwrap());
        outbox.save_draft(&text).unwrap();
        let sent = carrying.send();
        let found = carrying.until(sent.id, |delivery| delivery.finding.is_some()).await;
        assert_eq!(
            (found.state, found.finding.unwrap().comparison),
            (State::MayBeDone, Comparison::CannotTell)
        );
        carrying.courier.compare_with_ticket(sent.id).await.unwrap();
        assert_eq!(desk.server.record().calls, 1);
        carrying.courier.send_again(sent.id).await.unwrap();
        let done = carrying.until_state(sent.id, State::Done).await;
        assert_eq!(done.ticket, ticket);
        let record = desk.server.record();
        assert_eq!(record.applied.len() + record.notes.len(), 1);
    }
}

#[tokio::test]
async fn a_refused_one_comes_back_as_what_it_was() {
    for text in [new_ticket("Broken chair"), note("143", "Called")] {
        let desk = Desk::new().await;
        let outbox = desk.open();
        let carrying = desk.courier(&outbox);
        desk.server.inject("status-400-json-not-applied".parse().unwrap());
        outbox.save_draft(&text).unwrap();
        let sent = carrying.send();
        carrying.until_state(sent.id, State::Refused).await;
        outbox.use_again(sent.id).unwrap();
        let back = outbox.draft().unwrap().text;
        assert_eq!((back.job, &back.note, back.ticket), (text.job, &text.note, text.ticket));
        assert_eq!(back.customer, text.customer.to_lowercase());
        let again = carrying.send();
        carrying.until_state(again.id, State::Done).await;
    }
}

#[test]
fn an_export_says_what_each_was() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    for text in [new_ticket("Chair"), note("143", "Called")] {
        outbox.save_draft(&text).unwrap();
        send_off(&outbox);
    }
    let mut written = Vec::new();
    outbox.export(&Query::default(), &export_words(), &mut written).unwrap();
    let mut table = csv::Reader::from_reader(&written[..]);
    let columns: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
    let cell = |row: usize, name: &str| rows[row][columns.iter().position(|c| c == name).unwrap()].to_owned();
    assert_eq!([cell(0, "What"), cell(0, "Ticket"), cell(0, "Note")], ["note", "#143", "Called"]);
    assert_eq!([cell(1, "What"), cell(1, "Ticket"), cell(1, "Note")], ["A new ticket", "", ""]);
}
