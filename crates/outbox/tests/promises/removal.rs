//! A person's removals from the list: what may go, what stays and why, and that it is gone from every file.

use std::fs;
use std::path::{Path, PathBuf};

use outbox::{DraftText, Outbox, OutboxError, Query, Removable, Removal, State};
use rusqlite::Connection;
use service_crm::{Change, Lead, LeadId, TicketNumber};

use crate::desk::{Carrying, Desk, LEAD, draft, lead, now, send_off};

fn one(delivery: i64) -> Removal {
    Removal::One { delivery }
}

fn of_ticket(ticket: &str) -> Removal {
    Removal::Ticket { account: "acme".into(), ticket: ticket.into() }
}

fn ids(outbox: &Outbox) -> Vec<i64> {
    let everything = Query { from: Some(0), until: Some(i64::MAX), ..Query::default() };
    let mut ids: Vec<i64> =
        outbox.page(&everything, None, 1000).unwrap().deliveries.iter().map(|delivery| delivery.id).collect();
    ids.sort_unstable();
    ids
}

fn removed(outbox: &Outbox, removal: &Removal) -> Vec<i64> {
    let mut removed = outbox.remove(removal).unwrap();
    removed.sort_unstable();
    removed
}

async fn ends(desk: &Desk, carrying: &Carrying, ticket: u32, value: &str, fault: &str, state: State) -> i64 {
    draft(&carrying.outbox, ticket, value);
    if !fault.is_empty() {
        desk.server.inject(fault.parse().unwrap());
    }
    let id = carrying.send().id;
    carrying.until_state(id, state).await.id
}

const NOWHERE: [PathBuf; 0] = [];

/// Files in a folder that hold a text, at every depth.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if fs::read(&path).unwrap().windows(text.len()).any(|window| window == text.as_bytes()) {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn what_is_over_goes_and_what_waits_or_may_be_done_stays() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let done = ends(&desk, &carrying, 143, "Open", "", State::Done).await;
    let refused = ends(&desk, &carrying, 143, "Open", "failure-in-200", State::Refused).await;
    let put_away = ends(&desk, &carrying, 143, "Open", "failure-in-200", State::Refused).await;
    outbox.leave(put_away).unwrap();
    let other = ends(&desk, &carrying, 145, "Open", "", State::Done).await;
    let unknown = ends(&desk, &carrying, 144, "Open", "cut-applied", State::MayBeDone).await;
    draft(&outbox, 144, "Open");
    let cancelled = carrying.send().id;
    carrying.courier.cancel(cancelled).await.unwrap();
    draft(&outbox, 144, "Open");
    let waiting = carrying.send().id;

    for stays in [unknown, waiting] {
        assert_eq!(outbox.removable(&one(stays)).unwrap().goes, 0);
        assert!(matches!(outbox.remove(&one(stays)), Err(OutboxError::NotPossible { .. })));
    }
    assert!(matches!(outbox.remove(&one(99)), Err(OutboxError::Unknown(99))));
    let none = Removable { goes: 0, on_the_way: 0, needs_you: 0, proof: 0, set_aside: 0 };
    assert_eq!(outbox.removable(&of_ticket("143")).unwrap(), Removable { goes: 2, needs_you: 1, ..none });
    assert_eq!(
        outbox.removable(&of_ticket("144")).unwrap(),
        Removable { goes: 1, on_the_way: 1, needs_you: 1, ..none }
    );
    assert_eq!(
        outbox.removable(&Removal::Everything).unwrap(),
        Removable { goes: 4, on_the_way: 1, needs_you: 2, ..none }
    );
    assert_eq!(outbox.removable(&of_ticket("999")).unwrap(), none);
    assert_eq!(outbox.removable(&of_ticket("")).unwrap(), none);

    assert_eq!(removed(&outbox, &of_ticket("143")), [done, put_away]);
    assert_eq!(ids(&outbox), [refused, other, unknown, cancelled, waiting]);
    // Named by itself, one that was refused goes too.
    assert_eq!(removed(&outbox, &one(refused)), [refused]);
    assert_eq!(removed(&outbox, &Removal::Everything), [other, cancelled]);
    assert_eq!(ids(&outbox), [unknown, waiting]);
    carrying.courier.stop().await;
}

#[tokio::test]
async fn what_tells_whose_files_are_on_a_ticket_stays_as_long_as_another_may_be_done() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let done = ends(&desk, &carrying, 143, "Open", "", State::Done).await;
    let unknown = ends(&desk, &carrying, 143, "Open", "cut-applied", State::MayBeDone).await;
    assert_eq!(outbox.removable(&one(done)).unwrap().proof, 1);
    assert!(outbox.remove(&one(done)).is_err());
    assert_eq!(outbox.removable(&of_ticket("143")).unwrap().proof, 1);
    assert!(outbox.remove(&Removal::Everything).unwrap().is_empty());
    carrying.courier.it_was_done(unknown).await.unwrap();
    assert_eq!(removed(&outbox, &of_ticket("143")), [done, unknown]);
    carrying.courier.stop().await;
}

#[tokio::test]
async fn what_was_read_goes_with_the_ticket_by_its_age_and_with_its_account() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let number = TicketNumber::parse("143").unwrap();
    let lead = LeadId::parse(LEAD).unwrap();
    let read = |at: i64| {
        let details = desk.client.clone();
        let (outbox, number) = (outbox.clone(), number.clone());
        async move {
            let details = details.read_ticket(&number, &Default::default()).await.unwrap();
            outbox.remember_ticket("acme", &details, at).unwrap();
            let known = Lead { id: lead, first_name: Some("Zebra".into()), last_name: None, email: None };
            outbox.remember_lead("acme", &known, at).unwrap();
        }
    };
    let known = || {
        (
            outbox.known_ticket("acme", &number).unwrap().is_some(),
            outbox.lead_name("acme", lead).unwrap().is_some(),
        )
    };
    read(now()).await;
    assert_eq!(outbox.lead_name("other", lead).unwrap(), None, "another account's leads are others");
    outbox.remove(&of_ticket("144")).unwrap();
    assert_eq!(known(), (true, true));
    outbox.remove(&of_ticket("143")).unwrap();
    assert_eq!(known(), (false, false));
    read(now()).await;
    outbox.remove(&Removal::Everything).unwrap();
    assert_eq!(known(), (false, false));
    read(now()).await;
    outbox.forget_readings_of("other").unwrap();
    assert_eq!(known(), (true, true));
    outbox.forget_readings_of("acme").unwrap();
    assert_eq!(known(), (false, false));
    outbox.erase().unwrap();
    assert_eq!(holding(outbox.folder(), "Zebra"), NOWHERE);
    read(now()).await;
    const DAY: i64 = 24 * 60 * 60 * 1000;
    for days in 0..=30 {
        outbox.forget_old(Some(30), now() + days * DAY).unwrap();
        assert_eq!(known(), (true, true), "{days} days");
    }
    outbox.forget_old(Some(30), now() + 31 * DAY).unwrap();
    assert_eq!(known(), (false, false));
}

#[tokio::test]
async fn what_a_person_removes_is_in_no_file_any_more_also_where_there_are_copies_and_what_was_set_aside() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let folder = outbox.folder().to_owned();
    let carrying = desk.courier(&outbox);
    let secret = |number: u32| format!("zebra{number}quagga");
    let mut sent = Vec::new();
    for number in 0..6 {
        let changes = vec![Change { field: "Title".into(), value: secret(number) }];
        let ticket = (138 + number).to_string();
        let lead = lead(138 + number).to_owned();
        outbox.save_draft(&DraftText { ticket, lead, changes, ..DraftText::default() }).unwrap();
        let id = carrying.send().id;
        sent.push(carrying.until_state(id, State::Done).await.id);
    }
    draft(&outbox, 145, "typed before the update");
    carrying.courier.stop().await;
    drop(carrying);
    drop(outbox);
    // As an earlier version left it: the form that it has is made anew, and a copy is kept. Beside lies what a rescue set
    // aside, and that holds the same.
    let old = Connection::open(folder.join("outbox.db")).unwrap();
    let version: u32 = old.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    old.execute_batch(
        "DROP TABLE upkeep; CREATE TABLE lead_seen_before AS SELECT id, name, email FROM lead_seen;",
    )
    .unwrap();
    old.execute_batch("DROP TABLE lead_seen; ALTER TABLE lead_seen_before RENAME TO lead_seen;").unwrap();
    old.pragma_update(None, "user_version", version - 1).unwrap();
    drop(old);
    for name in ["outbox.damaged-1.db", "outbox.damaged-1.db-wal"] {
        fs::copy(folder.join("outbox.db"), folder.join(name)).unwrap();
    }
    fs::create_dir(folder.join("outbox.damaged-1.spool")).unwrap();
    fs::write(folder.join("outbox.damaged-1.spool/copy"), secret(3)).unwrap();
    let outbox = desk.open();
    let copy = folder.join(format!("outbox.before-{version}.db"));
    assert!(holding(&folder, &secret(1)).contains(&copy), "the looking finds them");
    let made = fs::metadata(&copy).unwrap().modified().unwrap();

    assert_eq!(outbox.removable(&one(sent[1])).unwrap().set_aside, 1);
    outbox.remove(&one(sent[1])).unwrap();
    outbox.erase().unwrap();
    assert_eq!(holding(&folder, &secret(1)), NOWHERE);
    assert!(outbox.set_aside().unwrap().is_empty());
    assert!(!holding(&folder, &secret(2)).is_empty(), "what was not removed is there");
    assert!(holding(&folder, &secret(2)).contains(&copy), "in the copy too");
    assert_eq!(fs::metadata(&copy).unwrap().modified().unwrap(), made, "which is no younger for it");

    // One more, when the index has one part only; and a start that finds what an end has left.
    outbox.remove(&of_ticket("140")).unwrap();
    drop(outbox);
    let outbox = desk.open();
    outbox.erase().unwrap();
    assert_eq!(holding(&folder, &secret(2)), NOWHERE);
    assert!(!holding(&folder, "typed before").is_empty(), "the draft is the person's");

    outbox.remove(&Removal::Everything).unwrap();
    outbox.erase().unwrap();
    assert_eq!(holding(&folder, "quagga"), NOWHERE);
    assert!(!copy.exists());
    assert_eq!(outbox.count().unwrap(), 0);
    assert_eq!(outbox.draft().unwrap().text.changes[0].value, "typed before the update");
}

#[test]
fn what_a_rescue_set_aside_is_named_and_goes_when_a_person_says_so() {
    let root = tempfile::TempDir::new().unwrap();
    let folder = root.path().join("app");
    drop(Outbox::open(&folder).unwrap());
    fs::write(folder.join("outbox.db"), vec![0xAA; 5000]).unwrap();
    fs::write(folder.join("spool/unknown"), "a copy").unwrap();
    let outbox = Outbox::open(&folder).unwrap();
    let aside = outbox.set_aside().unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!((aside[0].name.as_str(), aside[0].bytes), ("outbox.damaged-1.db", 5006));
    assert!(aside[0].written_at > now());
    for not in [
        "outbox.db",
        "../outbox.damaged-1.db",
        "outbox.damaged-2.db",
        "outbox.damaged-1.db/",
        "settings.json",
        "",
    ] {
        assert!(matches!(outbox.remove_set_aside(not), Err(OutboxError::NotSetAside(_))), "{not}");
    }
    outbox.remove_set_aside("outbox.damaged-1.db").unwrap();
    assert!(outbox.set_aside().unwrap().is_empty());
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_str().unwrap().contains("damaged")), "{left:?}");
}

#[test]
fn a_removal_waits_for_nobody_and_what_was_typed_stays() {
    let root = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&root.path().join("app")).unwrap();
    draft(&outbox, 143, "On Hold");
    let held = send_off(&outbox).id;
    let text = DraftText {
        ticket: "#143".into(),
        changes: vec![Change { field: "Status".into(), value: "Open".into() }],
        ..DraftText::default()
    };
    outbox.save_draft(&text).unwrap();
    assert!(outbox.remove(&Removal::Everything).unwrap().is_empty());
    assert_eq!((ids(&outbox), outbox.draft().unwrap().text), (vec![held], text));
}
