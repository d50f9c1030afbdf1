//! Fills an outbox with deliveries as years of work would have left them.
//!
//! The rows go straight into the tables that the outbox made: through the front door, each with its own sync to the
//! disk, a million would take hours. The index is written as the outbox writes it, when a delivery is sent off and
//! once more when it ended, because what the first time left behind is part of what a search costs.

use std::collections::VecDeque;
use std::error::Error;
use std::path::Path;

use outbox::{Outbox, State};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rusqlite::{Connection, Transaction, params};
use service_crm::{Answer, Change, Code, Effect, Failure, Receipt};

/// Statuses, each with its own share.
pub(crate) const ACCOUNTS: [(&str, &str, u32); 5] = [
    ("acme", "Acme", 60),
    ("globex", "Globex Europe", 25),
    ("initech", "Initech", 10),
    ("mueller", "Müller", 4),
    ("old", "Old one", 1),
];
const STATUSES: [&str; 6] = ["New", "Open", "On Hold", "Waiting for Customer", "Resolved", "Closed"];
const PRIORITIES: [&str; 4] = ["Low", "Medium", "High", "Urgent"];
const BEGINNINGS: [&str; 8] =
    ["Invoice", "Screenshot", "scan", "IMG", "contract", "Offer", "protocol", "Foto Zähler"];
const ENDS: [&str; 5] = ["pdf", "png", "jpg", "docx", "xlsx"];
const REFUSALS: [&str; 3] = [
    "The transition of the status is not allowed",
    "Ticket is closed and cannot be changed",
    "Field Category has no such value",
];
pub(crate) const FIRST_DAY: i64 = 1_600_000_000_000;
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;
/// Sent off on one day, by a busy desk.
pub(crate) const A_DAY: i64 = 400;
/// Written in one transaction.
const AT_ONCE: i64 = 5_000;
/// Deliveries that are under way together: so much later each is indexed again.
const UNDER_WAY: usize = 16;

struct Indexed {
    id: i64,
    ticket: String,
    account: &'static str,
    account_name: &'static str,
    state: State,
    needs_you: bool,
    changes: String,
    files: String,
    answers: String,
}

pub(crate) fn fill(folder: &Path, deliveries: i64) -> Result<(), Box<dyn Error>> {
    drop(Outbox::open(folder)?);
    let mut connection = Connection::open(folder.join("outbox.db"))?;
    // Should this machine lose its power, it is filled again.
    connection.pragma_update(None, "synchronous", "OFF")?;
    let mut chance = StdRng::seed_from_u64(143);
    let vocabulary = vocabulary(&mut chance);
    let mut ended = VecDeque::new();
    let mut id = 0;
    while id < deliveries {
        let transaction = connection.transaction()?;
        for _ in 0..AT_ONCE.min(deliveries - id) {
            id += 1;
            let new = write(&transaction, &mut chance, &vocabulary, id, deliveries)?;
            index(&transaction, &new, false)?;
            ended.push_back(new);
            if ended.len() > UNDER_WAY {
                index_again(&transaction, ended.pop_front())?;
            }
        }
        transaction.commit()?;
    }
    let transaction = connection.transaction()?;
    while !ended.is_empty() {
        index_again(&transaction, ended.pop_front())?;
    }
    Ok(transaction.commit()?)
}

/// Words as texts have them: a few are in every second one, most are rare.
fn vocabulary(chance: &mut StdRng) -> Vec<String> {
    const SYLLABLES: [&str; 24] = [
        "ba", "ri", "ton", "sel", "mo", "ka", "ver", "lin", "dus", "pre", "fo", "ga", "hem", "is", "jo",
        "ner", "ol", "qua", "re", "stu", "tra", "ul", "wes", "zi",
    ];
    let mut word =
        || (0..chance.random_range(2..5)).filter_map(|_| SYLLABLES.choose(chance)).copied().collect();
    let mut words: Vec<String> =
        ["customer", "printer", "invoice", "delivery", "meter", "contract", "payment", "water", "heating"]
            .map(str::to_owned)
            .into();
    words.extend((0..8_000).map(|_| word()));
    words
}

fn write(
    transaction: &Transaction<'_>,
    chance: &mut StdRng,
    vocabulary: &[String],
    id: i64,
    deliveries: i64,
) -> Result<Indexed, Box<dyn Error>> {
    let (account, account_name, _) = ACCOUNTS.choose_weighted(chance, |account| account.2)?;
    let ticket = chance.random_range(100..100 + deliveries / 4).to_string();
    let at = FIRST_DAY + id * DAY / A_DAY;
    let mut text = || {
        let words = (0..chance.random_range(3..12)).map(|_| {
            // The product of two is small more often than large.
            let place = chance.random::<f64>() * chance.random::<f64>() * chance.random::<f64>();
            vocabulary[(place * (vocabulary.len() as f64)) as usize].as_str()
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let (title, note) = (text(), text());
    let mut changes = vec![change("Status", STATUSES.choose(chance).copied().unwrap_or_default())];
    if chance.random_bool(0.4) {
        changes.push(change("Priority", PRIORITIES.choose(chance).copied().unwrap_or_default()));
    }
    if chance.random_bool(0.3) {
        changes.push(change("Title", &title));
    }
    if chance.random_bool(0.5) {
        changes.push(change("Description", &format!("{note} (order {})", order(id))));
    }
    let state = state(chance, id, deliveries);
    let attended = state == State::Refused && id < deliveries - 2_000;
    let needs_you = state == State::MayBeDone || (state == State::Refused && !attended);
    transaction
        .prepare_cached(
            "INSERT INTO delivery (id, account, account_name, ticket, lead, changes, state, attended, created_at, settled_at)
             VALUES (?1, ?2, ?3, ?4, '330fba67-6795-46c2-9dad-077794077f70', ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            account,
            account_name,
            ticket,
            serde_json::to_string(&changes)?,
            state,
            attended,
            at,
            (state != State::Waiting).then_some(at + 3_000)
        ])?;
    let names: Vec<String> = (0..[0, 0, 1, 1, 1, 2, 3, 4].choose(chance).copied().unwrap_or_default())
        .map(|_| {
            let (begin, end) = (BEGINNINGS.choose(chance), ENDS.choose(chance));
            format!("{} {}.{}", begin.unwrap_or(&""), chance.random_range(1..100_000), end.unwrap_or(&""))
        })
        .collect();
    for (place, name) in names.iter().enumerate() {
        transaction
            .prepare_cached(
                "INSERT INTO delivery_file (delivery, place, path, name, size, modified) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                id,
                place,
                format!("/home/ann/Documents/Customers/{ticket}/{name}").into_bytes(),
                name,
                chance.random_range(1_000..4_000_000),
                at * 1_000_000
            ])?;
    }
    let answers = if state == State::Waiting {
        String::new()
    } else {
        attempt(transaction, chance, id, &ticket, state, at)?
    };
    let changes = changes.iter().map(|change| format!("{} {} ", change.field, change.value)).collect();
    Ok(Indexed {
        id,
        ticket,
        account,
        account_name,
        state,
        needs_you,
        changes,
        files: names.join(" "),
        answers,
    })
}

/// A number that no other delivery has.
pub(crate) fn order(id: i64) -> String {
    format!("A{:07}", (id * 7_919) % 9_999_991)
}

fn change(field: &str, value: &str) -> Change {
    Change { field: field.to_owned(), value: value.to_owned() }
}

/// Most are done; the last ones wait or need somebody.
fn state(chance: &mut StdRng, id: i64, deliveries: i64) -> State {
    let recent = id > deliveries - 2_000;
    match chance.random_range(0..1000) {
        0..15 => State::Refused,
        15..25 => State::Cancelled,
        25..30 if recent => State::MayBeDone,
        _ if id > deliveries - 40 => State::Waiting,
        _ => State::Done,
    }
}

/// Writes down what became of it, and says the server's words.
fn attempt(
    transaction: &Transaction<'_>,
    chance: &mut StdRng,
    id: i64,
    ticket: &str,
    state: State,
    at: i64,
) -> Result<String, Box<dyn Error>> {
    let answer = |status, reason: Option<&str>, message: Option<&str>| Answer {
        status,
        reason: reason.map(str::to_owned),
        message: message.map(str::to_owned),
        body: String::new(),
        exception: None,
        named_host: None,
    };
    let (mut receipt, mut failure, mut words) = (None, None, String::new());
    match state {
        State::Done => {
            words = "Ticket Updated Successfully".into();
            let (key, answer) = (Some(format!("#{ticket}")), answer(200, None, Some(&words)));
            receipt = Some(Receipt { ticket: ticket.to_owned(), key, message: Some(words.clone()), answer });
        }
        State::Refused => {
            words = REFUSALS.choose(chance).copied().unwrap_or_default().to_owned();
            let answer = Some(Box::new(answer(400, Some(&words), None)));
            failure =
                Some(Failure { code: Code::NotAccepted, effect: Effect::NotDone, answer, oversize: false });
        }
        State::Cancelled => {
            failure = Some(Failure {
                code: Code::Cancelled,
                effect: Effect::NotSent,
                answer: None,
                oversize: false,
            })
        }
        _ => {
            failure = Some(Failure {
                code: Code::BrokeBeforeAnswer,
                effect: Effect::MayBeDone,
                answer: None,
                oversize: false,
            })
        }
    }
    let sent = chance.random_range(800..9_000_000);
    transaction
        .prepare_cached(
            "INSERT INTO attempt (delivery, started_at, released_at, ended_at, sent, total, receipt, failure, body)
             VALUES (?1, ?2, ?2, ?3, ?4, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            at,
            at + 3_000,
            sent,
            receipt.map(|receipt| serde_json::to_string(&receipt)).transpose()?,
            failure.map(|failure| serde_json::to_string(&failure)).transpose()?,
            format!(r##"{{"Status":"Success","Id":"{ticket}","Key":"#{ticket}","Message":"{words}"}}"##)
        ])?;
    Ok(words)
}

fn index(transaction: &Transaction<'_>, new: &Indexed, ended: bool) -> rusqlite::Result<()> {
    let answers = if ended { new.answers.as_str() } else { "" };
    let on_the_way = !ended || new.state == State::Waiting;
    let state = if on_the_way { "ontheway".to_owned() } else { new.state.name().replace('_', "") };
    let account: String = new.account.bytes().map(|byte| format!("{byte:02x}")).collect();
    let needs_you = if ended && new.needs_you { "\u{E000}needsyou" } else { "" };
    let marks = format!("\u{E000}is{state} \u{E000}by{account} {needs_you}");
    transaction
        .prepare_cached(
            "INSERT INTO search (rowid, ticket, account, changes, files, answers, marks) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![new.id, new.ticket, new.account_name, new.changes, new.files, answers, marks])?;
    Ok(())
}

fn index_again(transaction: &Transaction<'_>, ended: Option<Indexed>) -> rusqlite::Result<()> {
    let Some(ended) = ended else { return Ok(()) };
    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([ended.id])?;
    index(transaction, &ended, true)
}
