//! Tickets that answer while a draft is put together, and the ladder of the lead.

use desk::views::ticket::{LeadsAnswer, SeenTicket, TicketAnswer};
use desk::{KeychainError, KeysState, LeadStep};
use practice_server::{Body, Fault, Options, Outcome, PracticeServer};
use serde_json::json;

use crate::stage::{Stage, current, form, saved, server, server_with};

const MINUTE: i64 = 60 * 1000;

async fn read(stage: &Stage, number: &str, fresh: bool) -> TicketAnswer {
    stage.desk.read_ticket(number.into(), fresh).await.unwrap()
}

fn seen(answer: TicketAnswer) -> (Box<SeenTicket>, bool) {
    match answer {
        TicketAnswer::Seen { ticket, stale } => (ticket, stale.is_some()),
        other => panic!("{other:?}"),
    }
}

/// An account whose every call is counted: it has told its fields.
async fn counted(server: &PracticeServer) -> (Stage, u64) {
    let stage = Stage::new();
    stage.add(server).await;
    let calls = server.record().calls;
    (stage, calls)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_read_once_in_five_minutes_unless_it_is_to_be_fresh() {
    let server = server().await;
    let (stage, before) = counted(&server).await;
    let (ticket, stale) = seen(read(&stage, "#143", false).await);
    assert_eq!((ticket.number.as_str(), stale), ("143", false));
    assert!(ticket.lead.is_some());
    stage.later(5 * MINUTE - 1);
    seen(read(&stage, "143", false).await);
    assert_eq!(server.record().calls, before + 1, "from memory");
    seen(read(&stage, "143", true).await);
    assert_eq!(server.record().calls, before + 2, "fresh");
    stage.later(5 * MINUTE);
    seen(read(&stage, "143", false).await);
    assert_eq!(server.record().calls, before + 3, "too old");
    stage.later(-MINUTE);
    seen(read(&stage, "143", false).await);
    assert_eq!(server.record().calls, before + 4, "a clock that was set back keeps nothing fresh");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_by_this_app_makes_the_reading_of_its_ticket_old() {
    let server = server().await;
    let (mut stage, _) = counted(&server).await;
    seen(read(&stage, "143", false).await);
    let sent = stage.send_off("On Hold").await;
    stage.until(|delivery| delivery.id == sent.id && delivery.settled_at.is_some()).await;
    let (ticket, _) = seen(read(&stage, "143", false).await);
    assert_eq!(ticket.status.as_deref(), Some("On Hold"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_server_cannot_be_asked_what_is_kept_is_shown_and_said_to_be_old() {
    let server = server_with(Options { limit: None, ..Options::default() }).await;
    let (stage, _) = counted(&server).await;
    seen(read(&stage, "143", false).await);
    server.inject_always(Fault::Status(503, Body::Json, Outcome::NotApplied));
    let (ticket, stale) = seen(read(&stage, "143", true).await);
    assert_eq!((ticket.number.as_str(), stale), ("143", true));
    assert!(matches!(read(&stage, "144", false).await, TicketAnswer::Failed { .. }), "nothing is kept of it");
    let stage = stage.restart().await;
    let kept = stage.desk.kept_ticket("#143".into()).await.unwrap();
    assert_eq!(kept.map(|kept| kept.number).as_deref(), Some("143"), "at the next start too");
    assert!(stage.desk.kept_ticket("144".into()).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_are_none_and_tickets_that_are_not_there_are_told_apart() {
    let server = server().await;
    let (stage, _) = counted(&server).await;
    assert!(matches!(read(&stage, "abc", false).await, TicketAnswer::NotANumber));
    assert!(matches!(read(&stage, "999999", false).await, TicketAnswer::NotThere));
    assert!(stage.desk.kept_ticket("abc".into()).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_is_known_to_be_shut_is_not_asked_for_a_number_that_is_typed() {
    let server = server().await;
    let (stage, _) = counted(&server).await;
    let stage = stage.restart().await;
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let keys = |answer| match answer {
        TicketAnswer::KeysNotAvailable { keys } => keys,
        other => panic!("{other:?}"),
    };
    assert_eq!(keys(read(&stage, "143", false).await), KeysState::Locked);
    let asked = stage.host.keychain.loads.load(std::sync::atomic::Ordering::SeqCst);
    assert_eq!(keys(read(&stage, "143", false).await), KeysState::Locked);
    assert_eq!(stage.host.keychain.loads.load(std::sync::atomic::Ordering::SeqCst), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_is_looked_for_a_step_lower_where_the_account_may_not_and_a_person_takes_that_back() {
    let options = Options { limit: None, may_read: false, readings_pass: true, ..Options::default() };
    let server = server_with(options).await;
    let (stage, _) = counted(&server).await;
    let step = |stage: &Stage| current(&stage.desk.overview()).lead_step;
    assert_eq!(step(&stage), LeadStep::Ticket);
    assert!(matches!(read(&stage, "143", false).await, TicketAnswer::NotAllowed));
    assert_eq!(step(&stage), LeadStep::Email);
    let stage = stage.restart().await;
    assert_eq!(step(&stage), LeadStep::Email, "it is remembered");
    let answer = stage.desk.find_leads("george.jackson@example.com".into()).await.unwrap();
    assert!(matches!(&answer, LeadsAnswer::Found { leads } if leads.len() == 1), "{answer:?}");
    stage.desk.try_ticket_again().await.unwrap();
    assert_eq!(step(&stage), LeadStep::Ticket);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_leads_may_not_be_looked_up_either_the_person_enters_them() {
    let options = Options { limit: None, may_read: false, ..Options::default() };
    let server = server_with(options).await;
    let (stage, _) = counted(&server).await;
    read(&stage, "143", false).await;
    server.inject_always(Fault::Status(403, Body::Json, Outcome::NotApplied));
    let answer = stage.desk.find_leads("george.jackson@example.com".into()).await.unwrap();
    assert!(matches!(answer, LeadsAnswer::NotAllowed), "{answer:?}");
    assert_eq!(current(&stage.desk.overview()).lead_step, LeadStep::Hand);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_says_no_host_for_leads_is_not_asked_for_them() {
    let (stage, server) = (Stage::new(), server().await);
    saved(stage.desk.save_account(form(&server, json!({ "leadHost": "" }))).await.unwrap());
    let answer = stage.desk.find_leads("george.jackson@example.com".into()).await.unwrap();
    assert!(matches!(answer, LeadsAnswer::NoHost));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_that_was_found_has_a_name_on_its_tickets() {
    let server = server().await;
    let (stage, _) = counted(&server).await;
    assert_eq!(seen(read(&stage, "143", false).await).0.lead_name, None);
    stage.desk.find_leads("george.jackson@example.com".into()).await.unwrap();
    let named = stage.desk.kept_ticket("143".into()).await.unwrap().unwrap();
    assert!(named.lead_name.is_some(), "{named:?}");
}
