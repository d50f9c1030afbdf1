//! An outbox's facts, line by line: written down when a folder is made, and looked for when a later version opens it.
//! A line holds what every version must still know; what a later one learns besides is in no line.

use std::fmt::Write as _;
use std::fs;

use outbox::{Delivery, Ended, Outbox, Query};

/// The facts of an outbox, in the order of its deliveries.
pub fn facts(outbox: &Outbox) -> Vec<String> {
    let mut facts = vec![of_draft(outbox)];
    let mut deliveries = all(outbox);
    deliveries.sort_by_key(|delivery| delivery.id);
    for delivery in deliveries {
        facts.push(of_delivery(&delivery));
        let attempts = outbox.attempts(delivery.id).unwrap();
        for (number, attempt) in (1..).zip(attempts) {
            let body = attempt.ended.as_ref().and_then(body_of).unwrap_or_default();
            facts.push(format!(
                "  attempt {number} at {} ended {:?} released {} with {} and {} bytes of answer",
                attempt.started_at,
                attempt.ended_at,
                attempt.released_at.is_some(),
                attempt.ended.as_ref().map_or("no end", end),
                body.len()
            ));
        }
    }
    facts.extend(of_copies(outbox));
    facts
}

/// Every delivery, whatever its state.
fn all(outbox: &Outbox) -> Vec<Delivery> {
    let everything = Query { from: Some(0), until: Some(i64::MAX), ..Query::default() };
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let page = outbox.page(&everything, before, 100).unwrap();
        before = page.deliveries.last().map(|delivery| delivery.id);
        all.extend(page.deliveries);
        if !page.more {
            return all;
        }
    }
}

fn of_draft(outbox: &Outbox) -> String {
    let draft = outbox.draft().unwrap();
    let mut line = format!("draft for {:?} of lead {:?}", draft.text.ticket, draft.text.lead);
    for change in &draft.text.changes {
        let _ = write!(line, ", {} = {:?}", change.field, change.value);
    }
    for file in &draft.files {
        let _ = write!(line, ", file {:?}", file.attachment.name());
    }
    line
}

fn of_delivery(delivery: &Delivery) -> String {
    let mut line = format!(
        "delivery {} of {} ({}): {:?} of {:?} for lead {:?}, {}, sent off {}, settled {:?}, needs somebody: {}, {} attempts",
        delivery.id,
        delivery.account,
        delivery.account_name,
        delivery.job,
        delivery.ticket,
        delivery.lead,
        delivery.state,
        delivery.created_at,
        delivery.settled_at,
        delivery.needs_you(),
        delivery.attempts
    );
    for change in &delivery.changes {
        let _ = write!(line, ", {} = {:?}", change.field, change.value);
    }
    if !delivery.note.is_empty() {
        let _ = write!(line, ", note {:?}", delivery.note);
    }
    for file in &delivery.files {
        let _ = write!(line, ", file {:?} of {} bytes", file.name, file.size);
    }
    line
}

fn end(ended: &Ended) -> &'static str {
    match ended {
        Ended::Done { .. } => "a receipt",
        Ended::Failed { .. } => "a failure",
        Ended::Interrupted { .. } => "an interruption",
        Ended::SaidDone => "a word",
    }
}

fn body_of(ended: &Ended) -> Option<&str> {
    match ended {
        Ended::Done { receipt } => Some(&receipt.answer.body),
        Ended::Failed { failure } => failure.answer.as_ref().map(|answer| answer.body.as_str()),
        Ended::Interrupted { .. } | Ended::SaidDone => None,
    }
}

/// The app's own copies of what waits, each with what is in it.
fn of_copies(outbox: &Outbox) -> Vec<String> {
    let mut copies: Vec<String> = fs::read_dir(outbox.folder().join("spool"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let content = fs::read(&path).unwrap();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            format!("copy {name}: {:?}", String::from_utf8_lossy(&content))
        })
        .collect();
    copies.sort();
    copies
}
