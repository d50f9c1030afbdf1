//! Putting back: what a ticket held before an update is set again, and nothing that somebody changed since.

use std::sync::atomic::{AtomicI64, Ordering};

use outbox::{
    Accepted, Before, Delivery, DraftText, Ended, FieldBack, Outbox, OutboxError, PutsBack, SendingAccount,
    Stands, State,
};
use practice_server::Options;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use service_crm::{CancellationToken, Change, Code, Effect, FieldValue, Limits, TicketDetails, TicketNumber};

use crate::desk::{Carrying, Desk, Desks, sender};

/// No two moments are the same.
fn ticking() -> i64 {
    static NOW: AtomicI64 = AtomicI64::new(1_700_000_000_000);
    NOW.fetch_add(1, Ordering::SeqCst)
}

fn carrying(desk: &Desk, outbox: &Outbox) -> Carrying {
    Carrying::with(outbox, Desks(Some(desk.client.clone())), ticking, |_| ())
}

fn change(field: &str, value: &str) -> Change {
    Change { field: field.into(), value: value.into() }
}

/// Sends an update of ticket 139 as one account, with its lead found in the ticket, which reads it just before.
async fn update(carrying: &Carrying, account: &str, changes: &[(&str, &str)]) -> Delivery {
    let changes = changes.iter().map(|(field, value)| change(field, value)).collect();
    let text = DraftText { ticket: "139".into(), changes, ..DraftText::default() };
    carrying.outbox.save_draft(&text).unwrap();
    let sender = SendingAccount { account: account.into(), reads_tickets: true, ..sender() };
    let accepted = carrying.outbox.send_off(&sender, &CancellationToken::new(), |_| (), ticking()).unwrap();
    let Accepted::Delivery(delivery) = accepted else { panic!("{accepted:?}") };
    carrying.courier.sent_off(&delivery);
    carrying.until_state(delivery.id, State::Done).await
}

async fn looked(carrying: &Carrying, id: i64) -> Vec<FieldBack> {
    carrying.courier.look_before_putting_back(id).await.unwrap().1.unwrap().unwrap()
}

fn put_back(carrying: &Carrying, id: i64, fields: &[&str]) -> Result<Delivery, OutboxError> {
    let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
    let delivery = carrying.outbox.put_back(id, &fields, false, ticking())?;
    carrying.courier.sent_off(&delivery);
    Ok(delivery)
}

fn value(desk: &Desk, field: &str) -> String {
    let ticket = desk.server.ticket("139").unwrap();
    ticket.fields.get(field).cloned().unwrap_or_default()
}

#[tokio::test]
async fn what_the_fields_were_before_an_update_is_set_again_and_can_be_put_back_in_its_turn() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = carrying(&desk, &outbox);
    let was = value(&desk, "Status");
    let done = update(&carrying, "acme", &[("Status", "On Hold")]).await;
    let before = done.before.clone().unwrap();
    assert_eq!(before.fields, [change("Status", &was)]);
    let fields = looked(&carrying, done.id).await;
    assert_eq!((fields[0].was.as_deref(), fields[0].now.as_deref()), (Some(was.as_str()), Some("On Hold")));
    assert_eq!(fields[0].stands, Stands::CanGoBack);
    assert!(put_back(&carrying, done.id, &["Status", "Priority"]).is_err(), "it set no such field");
    assert!(put_back(&carrying, done.id, &[]).is_err());

    let back = put_back(&carrying, done.id, &["Status"]).unwrap();
    let back = carrying.until_state(back.id, State::Done).await;
    assert_eq!(value(&desk, "Status"), was);
    assert_eq!(back.puts_back.as_ref().map(|puts| puts.delivery), Some(done.id));
    assert_eq!(looked(&carrying, done.id).await[0].stands, Stands::AsBefore);
    // It is an ordinary delivery: it can be put back too, and that in the next life.
    drop(carrying);
    let carrying = self::carrying(&desk, &outbox);
    assert_eq!(looked(&carrying, back.id).await[0].stands, Stands::CanGoBack);
    let again = put_back(&carrying, back.id, &["Status"]).unwrap();
    carrying.until_state(again.id, State::Done).await;
    assert_eq!(value(&desk, "Status"), "On Hold");
}

#[tokio::test]
async fn what_somebody_changed_since_is_never_overwritten_and_nothing_of_it_is_sent() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = carrying(&desk, &outbox);
    let done = update(&carrying, "acme", &[("Status", "On Hold"), ("Priority", "Low")]).await;
    // Between the person's look and the courier's last one.
    assert!(looked(&carrying, done.id).await.iter().all(|field| field.stands == Stands::CanGoBack));
    update(&carrying, "somebody else", &[("Status", "Resolved")]).await;
    let applied = desk.server.record().applied.len();
    let back = put_back(&carrying, done.id, &["Status", "Priority"]).unwrap();
    let refused = carrying.until_state(back.id, State::Refused).await;
    let Some(Ended::Failed { failure }) = &refused.ended else { panic!("{refused:?}") };
    assert_eq!(failure.code, Code::ChangedSince { fields: vec!["Status".into()] });
    assert_eq!(failure.effect, Effect::NotSent);
    assert_eq!(value(&desk, "Status"), "Resolved");
    assert_eq!(desk.server.record().applied.len(), applied);
    // The other one alone goes.
    assert_eq!(looked(&carrying, done.id).await[0].stands, Stands::ChangedSince);
    let back = put_back(&carrying, done.id, &["Priority"]).unwrap();
    carrying.until_state(back.id, State::Done).await;
    assert_eq!(
        (value(&desk, "Status").as_str(), desk.server.record().applied.len()),
        ("Resolved", applied + 1)
    );
}

#[tokio::test]
async fn it_takes_its_place_in_the_order_of_its_ticket_and_can_be_undone() {
    // Its last look is no update, and meets no fault.
    let options = Options { limit: None, readings_pass: true, ..Options::default() };
    let desk = Desk::with(options, Limits::default()).await;
    let outbox = desk.open();
    let carrying = carrying(&desk, &outbox);
    let done = update(&carrying, "acme", &[("Status", "On Hold")]).await;
    let back = outbox.put_back(done.id, &["Status".into()], true, ticking()).unwrap();
    assert_eq!(back.state, State::HeldBack);
    let draft = outbox.draft().unwrap();
    carrying.courier.undo(back.id, false).await.unwrap();
    assert_eq!(outbox.draft().unwrap(), draft, "the draft has nothing to do with it");
    assert!(matches!(outbox.delivery(back.id), Err(OutboxError::Unknown(_))));
    assert_eq!(value(&desk, "Status"), "On Hold");

    desk.server.inject("cut-not-applied".parse().unwrap());
    let doubtful = put_back(&carrying, done.id, &["Status"]).unwrap();
    carrying.until_state(doubtful.id, State::MayBeDone).await;
    let behind = put_back(&carrying, done.id, &["Status"]).unwrap();
    let behind = carrying.until(behind.id, |delivery| delivery.behind.is_some()).await;
    assert_eq!(behind.state, State::Waiting);
    // Set to what it is already, or to what was expected: both may go.
    carrying.courier.send_again(doubtful.id).await.unwrap();
    carrying.until_state(doubtful.id, State::Done).await;
    carrying.until_state(behind.id, State::Done).await;
}

#[tokio::test]
async fn a_reading_that_an_attempt_of_our_own_may_have_made_untrue_is_none() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = carrying(&desk, &outbox);
    let first = update(&carrying, "acme", &[("Status", "On Hold")]).await;
    assert!(first.before.is_some());
    // With its lead named nobody reads the ticket, and what is kept is from before the first.
    let changes = vec![change("Status", "Resolved")];
    let text = DraftText { ticket: "139".into(), lead: first.lead.clone(), changes, ..DraftText::default() };
    outbox.save_draft(&text).unwrap();
    let second = carrying.send();
    let second = carrying.until_state(second.id, State::Done).await;
    assert_eq!(second.before, None);
    assert_eq!(looked(&carrying, second.id).await[0].stands, Stands::NotRead);
    assert!(put_back(&carrying, second.id, &["Status"]).is_err(), "nobody knows what it was");
}

/// A ticket that others change whenever they like, in virtual time: each field with its value and the moment at which it
/// got it.
struct Quarrel {
    fields: Vec<(String, String, u64)>,
}

impl Quarrel {
    const VALUES: [&str; 4] = ["Open", "On Hold", "Resolved", "Closed"];

    fn set(&mut self, field: &str, value: &str, at: u64) {
        let slot = self.fields.iter_mut().find(|(name, ..)| name == field).unwrap();
        (slot.1, slot.2) = (value.to_owned(), at);
    }

    /// As a server writes it today: with other capitals and blanks, and with a field left out now and then.
    fn read(&self, chance: &mut StdRng) -> TicketDetails {
        let mut fields = Vec::new();
        for (name, value, _) in &self.fields {
            let written = match chance.random_range(0..4) {
                0 => value.to_uppercase(),
                1 => format!(" {value} "),
                2 if chance.random_bool(0.2) => continue,
                _ => value.clone(),
            };
            fields.push(FieldValue { name: name.clone(), value: Some(written) });
        }
        TicketDetails { number: TicketNumber::parse("139").unwrap(), lead: None, fields }
    }
}

#[test]
fn in_ten_thousand_quarrels_nothing_that_was_changed_before_the_last_reading_is_overwritten() {
    const GAP: u64 = 60;
    let names = ["Status", "Priority", "Channel"];
    let (mut sent, mut refused, mut in_the_gap, mut lost_before) = (0, 0, 0, 0);
    for seed in 0..10_000 {
        let mut chance = StdRng::seed_from_u64(seed);
        let pick = |chance: &mut StdRng| Quarrel::VALUES[chance.random_range(0..4)];
        let mut ticket = Quarrel { fields: Vec::new() };
        let (mut was, mut expects) = (Vec::new(), Vec::new());
        for name in names {
            let (before, set) = (pick(&mut chance), pick(&mut chance));
            was.push(change(name, before));
            expects.push(change(name, set));
            // Our update set it at the moment 0.
            ticket.fields.push((name.into(), set.into(), 0));
        }
        let puts_back = PutsBack { delivery: 1, expects: expects.clone() };
        let last_look = chance.random_range(100..10_000);
        let request = last_look + chance.random_range(0..GAP);
        // Somebody else, at moments of their own.
        let mut others: Vec<(u64, &str, &str)> = (0..chance.random_range(0..4))
            .map(|_| {
                let at = if chance.random_bool(0.2) {
                    last_look + chance.random_range(0..GAP)
                } else {
                    chance.random_range(1..10_000)
                };
                (at, names[chance.random_range(0..3)], pick(&mut chance))
            })
            .collect();
        others.sort_unstable();
        let (early, late): (Vec<_>, Vec<_>) = others.into_iter().partition(|(at, ..)| *at <= last_look);
        early.iter().for_each(|(at, field, value)| ticket.set(field, value, *at));
        let wanted: Vec<Change> = was.iter().filter(|_| chance.random_bool(0.8)).cloned().collect();
        let seen = ticket.read(&mut chance);
        if !puts_back.changed_since(&wanted, &seen).is_empty() {
            refused += 1;
            continue;
        }
        late.iter()
            .filter(|(at, ..)| *at < request)
            .for_each(|(at, field, value)| ticket.set(field, value, *at));
        sent += 1;
        for Change { field, value } in &wanted {
            let (_, holds, at) = ticket.fields.iter().find(|(name, ..)| name == field).unwrap();
            let set = &expects.iter().find(|one| one.field == *field).unwrap().value;
            // Overwritten: somebody's value that is neither what we set nor what it becomes.
            if holds != value && holds != set {
                if *at > last_look { in_the_gap += 1 } else { lost_before += 1 }
            }
        }
    }
    assert_eq!(lost_before, 0);
    // The quarrels are quarrels: each of these happens.
    assert!(sent > 1_000 && refused > 1_000 && in_the_gap > 0, "{sent} {refused} {in_the_gap}");
}

#[test]
fn what_was_kept_of_before_is_read_again() {
    let before = Before { read_at: 1, fields: vec![change("Status", "Open")] };
    let kept = serde_json::to_string(&before).unwrap();
    assert_eq!(serde_json::from_str::<Before>(&kept).unwrap(), before);
}
