//! A ticket number is enough: the courier finds the lead in the ticket, and says so where it cannot.

use outbox::{Accepted, Delivery, DraftText, Ended, Outbox, SendingAccount, State, WaitReason};
use practice_server::{Fault, Options, PracticeServer};
use service_crm::{CancellationToken, Change, Code, Effect, Limits, TicketNumber};

use crate::desk::{Carrying, Desk, Desks, now};

fn send_off(carrying: &Carrying, outbox: &Outbox, ticket: &str) -> Delivery {
    let changes = vec![Change { field: "Status".into(), value: "On Hold".into() }];
    outbox.save_draft(&DraftText { ticket: ticket.into(), changes, ..DraftText::default() }).unwrap();
    let sender = SendingAccount {
        account: "acme".into(),
        account_name: "Acme".into(),
        place: None,
        reads_tickets: true,
        held_back: false,
        in_parts: false,
    };
    match outbox.send_off(&sender, &CancellationToken::new(), |_| (), now()).unwrap() {
        Accepted::Delivery(delivery) => {
            carrying.courier.sent_off(&delivery);
            *delivery
        }
        not => panic!("{not:?}"),
    }
}

#[tokio::test]
async fn a_ticket_s_lead_is_found_before_the_first_attempt_and_kept() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let delivery = send_off(&carrying, &outbox, "#139");
    assert_eq!(delivery.lead, "");
    let done = carrying.until_state(delivery.id, State::Done).await;
    assert_eq!((done.lead.as_str(), done.attempts), (crate::desk::lead(139), 1));
    assert_eq!(desk.server.record().applied.len(), 1);
    let number = TicketNumber::parse("139").unwrap();
    let seen = outbox.known_ticket("acme", &number).unwrap().unwrap();
    assert_eq!(seen.details.title(), Some("Parcel arrived damaged"));
    assert_eq!(outbox.known_ticket("other", &number).unwrap(), None);
}

#[tokio::test]
async fn what_was_read_before_an_attempt_of_our_own_says_nothing_of_the_ticket_any_more() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let number = TicketNumber::parse("139").unwrap();
    assert!(!outbox.may_have_changed("acme", &number, 0).unwrap(), "nothing was sent");
    let carrying = desk.courier(&outbox);
    let delivery = send_off(&carrying, &outbox, "139");
    carrying.until_state(delivery.id, State::Done).await;
    let attempt = outbox.attempts(delivery.id).unwrap().remove(0);
    let (released, ended) = (attempt.released_at.unwrap(), attempt.ended_at.unwrap());
    for (account, since, changed) in
        [("acme", 0, true), ("acme", ended, true), ("acme", ended + 1, false), ("other", 0, false)]
    {
        assert_eq!(outbox.may_have_changed(account, &number, since).unwrap(), changed, "{account} {since}");
    }

    // As a crash leaves it between the last byte and the answer.
    carrying.courier.stop().await;
    drop((carrying, outbox));
    let database = rusqlite::Connection::open(desk.folder.path().join("app/outbox.db")).unwrap();
    let crash =
        "UPDATE attempt SET ended_at = NULL; UPDATE delivery SET state = 'sending', settled_at = NULL";
    database.execute_batch(crash).unwrap();
    drop(database);
    let outbox = desk.open();
    assert!(outbox.may_have_changed("acme", &number, released).unwrap());
    assert!(!outbox.may_have_changed("acme", &number, released + 1).unwrap(), "read after the crash");
}

#[tokio::test]
async fn a_ticket_that_is_not_there_or_may_not_be_read_is_refused_by_name() {
    for (may_read, ticket, code) in [(true, "999", Code::NotFound), (false, "139", Code::Forbidden)] {
        let options = Options { limit: None, may_read, ..Options::default() };
        let desk = Desk::with(options, Limits::default()).await;
        let outbox = desk.open();
        let carrying = desk.courier(&outbox);
        let delivery = send_off(&carrying, &outbox, ticket);
        let refused = carrying.until_state(delivery.id, State::Refused).await;
        assert!(refused.may_be_sent_again(), "another role, or the ticket is there by then");
        let Some(Ended::Failed { failure }) = refused.ended else { panic!("{:?}", refused.ended) };
        assert_eq!((failure.code, failure.effect), (code, Effect::NotDone));
        assert!(outbox.attempts(delivery.id).unwrap()[0].released_at.is_none());
        assert!(desk.server.record().applied.is_empty());
    }
}

#[tokio::test]
async fn a_lead_that_cannot_be_asked_for_yet_is_asked_for_when_it_can() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = crate::desk::client_of(&desk.server, &format!("http://127.0.0.1:{port}"), Limits::default());
    let carrying = Carrying::start(&outbox, Desks(Some(client)));
    let delivery = send_off(&carrying, &outbox, "139");
    let waits = |delivery: &Delivery| {
        matches!(carrying.courier.wait_reason(delivery), Some(WaitReason::Connection { .. }))
    };
    carrying.until(delivery.id, waits).await;
    let options = Options { port, ..crate::desk::as_before(&desk.server) };
    let server = PracticeServer::start(options).await.unwrap();
    // The first answer is lost: it is asked for again.
    server.inject("cut-not-applied".parse::<Fault>().unwrap());
    carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(server.record().applied.len(), 1);
    let attempts = outbox.attempts(delivery.id).unwrap();
    assert!(attempts.len() >= 2 && attempts[0].total == Some(0), "one that came to no request is shown too");
}

#[tokio::test]
async fn without_the_right_to_read_a_draft_needs_a_lead() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let text = DraftText { ticket: "139".into(), ..DraftText::default() };
    outbox.save_draft(&text).unwrap();
    outbox.attach(&[desk.file("a", "a")]).unwrap();
    let accepted = outbox.send_off(&crate::desk::sender(), &CancellationToken::new(), |_| (), now()).unwrap();
    assert!(matches!(accepted, Accepted::Faults(faults) if faults == [service_crm::UpdateFault::LeadEmpty]));
    assert_eq!(outbox.draft().unwrap().text, text);
}
