//! Makes the museum's folder of this version: `cargo run -p outbox --example museum`. A folder is made once, when the
//! database gets a new form, checked in, and never made again: `tests/promises/museum.rs` opens all of them.
#![expect(clippy::unwrap_used, reason = "a builder's command: what goes wrong is to be seen")]

#[path = "../../tests/promises/desk.rs"]
#[expect(dead_code, reason = "the tests' desk can more than is needed here")]
mod desk;
mod facts;

use std::fs;
use std::path::Path;

use outbox::{DraftText, Job, Outbox, State};
use rusqlite::Connection;
use service_crm::{Change, Lead, LeadId};

use desk::{Carrying, Desk, LEAD, draft, lead, now};

#[tokio::main]
async fn main() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let folder = outbox.folder().to_owned();
    fill(&desk, &outbox).await;
    let facts = facts::facts(&outbox);
    drop(outbox);
    let version = version_of(&folder.join("outbox.db"));
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/museum/version-{version}"));
    // One that is there is of a version that people have.
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::create_dir(&to).unwrap();
    fs::create_dir(to.join("spool")).unwrap();
    fs::copy(folder.join("outbox.db"), to.join("outbox.db")).unwrap();
    move_home(&to.join("outbox.db"), desk.folder.path());
    for copy in fs::read_dir(folder.join("spool")).unwrap() {
        let copy = copy.unwrap().path();
        if copy.is_file() {
            fs::copy(&copy, to.join("spool").join(copy.file_name().unwrap())).unwrap();
        }
    }
    fs::write(to.join("facts.txt"), facts.join("\n") + "\n").unwrap();
}

/// Says of the files that they came from a person's home, and not from where this was run.
fn move_home(database: &Path, from: &Path) {
    let connection = Connection::open(database).unwrap();
    let length = from.as_os_str().len();
    let moved = "UPDATE delivery_file SET path = CAST('/home/ann' || CAST(substr(path, ?1) AS TEXT) AS BLOB)";
    connection.execute(moved, [length + 1]).unwrap();
    // No page keeps the old ones.
    connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

/// One of everything, by the courier itself on the practice server.
async fn fill(desk: &Desk, outbox: &Outbox) {
    let carrying = desk.courier(outbox);
    draft(outbox, 143, "On Hold");
    outbox
        .attach(&[desk.file("Beschwerde – Müller.pdf", "paper"), desk.file("photo.jpg", "a picture")])
        .unwrap();
    ends(&carrying, State::Done).await;

    save(outbox, Job::NewTicket, "", "");
    ends(&carrying, State::Done).await;
    save(outbox, Job::Note, "144", "Called back.\nNobody there.");
    ends(&carrying, State::Done).await;

    desk.server.inject("status-400-json-not-applied".parse().unwrap());
    draft(outbox, 145, "No such status");
    ends(&carrying, State::Refused).await;
    desk.server.inject("failure-in-200".parse().unwrap());
    draft(outbox, 146, "Put away");
    let put_away = ends(&carrying, State::Refused).await;
    outbox.leave(put_away).unwrap();

    desk.server.inject("cut-applied".parse().unwrap());
    draft(outbox, 147, "Open");
    let said = ends(&carrying, State::MayBeDone).await;
    carrying.courier.it_was_done(said).await.unwrap();
    desk.server.inject("cut-not-applied".parse().unwrap());
    draft(outbox, 148, "Resolved");
    outbox.attach(&[desk.file("may be there.txt", "was it sent?")]).unwrap();
    let open = ends(&carrying, State::MayBeDone).await;
    carrying.until(open, |delivery| delivery.finding.is_some()).await;

    // Behind the one of which nobody knows it waits, and can be cancelled.
    for value in ["Cancelled", "Waits"] {
        draft(outbox, 148, value);
        outbox.attach(&[desk.file(&format!("{value}.txt"), value)]).unwrap();
        let waiting = carrying.send().id;
        if value == "Cancelled" {
            carrying.courier.cancel(waiting).await.unwrap();
            carrying.until_state(waiting, State::Cancelled).await;
        }
    }
    carrying.courier.stop().await;

    let known = Lead {
        id: LeadId::parse(LEAD).unwrap(),
        first_name: Some("Ann".into()),
        last_name: Some("Smith".into()),
        email: Some("ann@example.com".into()),
    };
    outbox.remember_lead("acme", &known, now()).unwrap();

    draft(outbox, 149, "being typed");
    outbox.attach_content("Pasted.png", b"a pasted picture").unwrap();
}

async fn ends(carrying: &Carrying, state: State) -> i64 {
    let id = carrying.send().id;
    carrying.until_state(id, state).await.id
}

fn save(outbox: &Outbox, job: Job, ticket: &str, note: &str) {
    let title = Change { field: "Title".into(), value: "Broken chair".into() };
    let text = DraftText {
        job,
        ticket: ticket.into(),
        note: note.into(),
        customer: lead(143).into(),
        fields: vec![title],
        ..DraftText::default()
    };
    outbox.save_draft(&text).unwrap();
}

/// The number that the database keeps of its form (SQLite's page on its file format, 1.3.14).
fn version_of(database: &Path) -> u32 {
    let head = fs::read(database).unwrap();
    u32::from_be_bytes(head[60..64].try_into().unwrap())
}
