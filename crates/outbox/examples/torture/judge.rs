//! The truths about an outbox, between the lives of its program and at the end, against what the program said and
//! what the server did.

use std::time::SystemTime;

use practice_server::{Applied, Note, Record};

use crate::plan::{Planned, Thinks};
use crate::snapshot::{Delivery, Snapshot};

/// The promises that were not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breach {
    /// A thing that a person typed, dropped or sent off is not there any more.
    Lost,
    /// The app sent twice by itself.
    Twice,
    /// The app sent what a person had taken back, and not sent off again.
    AfterUndo,
    /// The database is not sound.
    Damaged,
    /// A state that does not fit what happened, or files that nobody needs.
    Wrong,
}

/// Breaches, each in words.
pub(crate) type Breaches = Vec<(Breach, String)>;

/// Between two lives: what was said is so.
pub(crate) fn between(kept: &Snapshot, said: &[(String, String)], plan: &[Planned]) -> Breaches {
    let mut breaches = Breaches::new();
    if let Some(damage) = &kept.damage {
        breaches.push((Breach::Damaged, damage.clone()));
        return breaches;
    }
    let mut lost = |what: String| breaches.push((Breach::Lost, what));
    for (what, value) in said {
        let delivered = kept.deliveries.iter().any(|delivery| delivery.value == *value);
        let typed = kept.draft.as_ref() == Some(value);
        let planned = plan.iter().find(|planned| planned.value == *value);
        let files = planned.map_or(0, |it| it.files.len());
        let undoes = planned.is_some_and(|it| matches!(it.thinks, Some(Thinks::Undoes(_))));
        match what.as_str() {
            "accepted" if !(delivered || typed && undoes && kept.draft_files == files) => {
                lost(format!("{value} was accepted and is no delivery"));
            }
            "undone" if !(delivered || typed && kept.draft_files == files) => {
                lost(format!("{value} was undone, and the draft has {} files of {files}", kept.draft_files));
            }
            "typed" if !delivered && !typed => lost(format!("{value} was typed and is in no draft")),
            "dropped" if !delivered && (!typed || kept.draft_files != files) => {
                lost(format!("the draft of {value} has {} files of {files}", kept.draft_files));
            }
            _ => {}
        }
    }
    for copy in kept.needed.difference(&kept.copies) {
        lost(format!("the copy {copy} is needed and is not there"));
    }
    breaches
}

/// Between two lives: nothing arrived of what was taken back last.
pub(crate) fn after_undo(said: &[(String, String)], plan: &[Planned], applied: &[Applied]) -> Breaches {
    let taken_back = |planned: &&Planned| {
        let of_it = |(what, value): &&(String, String)| {
            *value == planned.value && ["sends", "undone"].contains(&what.as_str())
        };
        said.iter().rfind(of_it).is_some_and(|(what, _)| what == "undone")
    };
    plan.iter()
        .filter(taken_back)
        .filter(|planned| !times(applied, planned).is_empty())
        .map(|planned| (Breach::AfterUndo, format!("{} was sent after its Undo", planned.value)))
        .collect()
}

/// At the end, when nothing goes by itself any more and the server is quiet.
pub(crate) fn at_the_end(kept: &Snapshot, plan: &[Planned], applied: &[Applied]) -> Breaches {
    let mut breaches = Breaches::new();
    for planned in plan {
        let found: Vec<&Delivery> = kept.deliveries.iter().filter(|it| it.value == planned.value).collect();
        match found[..] {
            [] => breaches.push((Breach::Lost, format!("{} is no delivery", planned.value))),
            [delivery] => judge(delivery, kept, planned, &times(applied, planned), &mut breaches),
            _ => breaches.push((Breach::Twice, format!("{} is {} deliveries", planned.value, found.len()))),
        }
    }
    let planned: usize = plan.iter().map(|planned| times(applied, planned).len()).sum();
    if planned != applied.len() {
        breaches.push((Breach::Wrong, format!("the server applied {}, {planned} planned", applied.len())));
    }
    for copy in kept.copies.difference(&kept.needed) {
        breaches.push((Breach::Wrong, format!("the copy {copy} is there and not needed")));
    }
    if kept.incoming > 0 {
        breaches.push((Breach::Wrong, format!("{} copies were left half made", kept.incoming)));
    }
    breaches
}

/// Everything that the server did: notes too, as if they were values.
pub(crate) fn done(record: Record) -> Vec<Applied> {
    let noted = |note: Note| Applied {
        ticket: note.ticket,
        arrived: SystemTime::UNIX_EPOCH,
        fields: vec![("note".to_owned(), note.text)],
        files: Vec::new(),
    };
    record.applied.into_iter().chain(record.notes.into_iter().map(noted)).collect()
}

/// The server's deeds, against the plan.
pub(crate) fn times<'a>(applied: &'a [Applied], planned: &Planned) -> Vec<&'a Applied> {
    let is_it = |applied: &&Applied| applied.fields.iter().any(|(_, value)| *value == planned.value);
    applied.iter().filter(is_it).collect()
}

fn judge(
    delivery: &Delivery,
    kept: &Snapshot,
    planned: &Planned,
    applied: &[&Applied],
    breaches: &mut Breaches,
) {
    let value = &delivery.value;
    let mut breach = |breach, what: &str| breaches.push((breach, format!("{value}: {what}")));
    if applied.len() > 1 {
        breach(Breach::Twice, &format!("applied {} times", applied.len()));
    }
    let released = delivery.attempts.iter().filter(|attempt| attempt.released).count();
    if applied.len() > released {
        breach(Breach::Wrong, "applied by an attempt that was not released");
    }
    let may_have = |attempt: &crate::snapshot::Attempt| {
        attempt.released && (!attempt.ended || attempt.effect.as_deref() == Some("may_be_done"))
    };
    let (last, earlier) = match delivery.attempts.split_last() {
        Some((last, earlier)) => (Some(last), earlier),
        None => (None, &[][..]),
    };
    if earlier.iter().any(may_have) {
        breach(Breach::Wrong, "sent again though an earlier attempt may have arrived");
    }
    match delivery.state.as_str() {
        "done" if applied.len() != 1 => breach(Breach::Wrong, "done, and not applied"),
        // A new ticket's number is known by its receipt only.
        "done" if applied[0].ticket != delivery.ticket => breach(Breach::Wrong, "done, on another ticket"),
        "may_be_done" if !last.is_some_and(may_have) => {
            breach(Breach::Wrong, "may be done, though its last attempt cannot have arrived");
        }
        "refused" | "cancelled" | "waiting" if !applied.is_empty() => {
            breach(Breach::Wrong, &format!("{}, and applied", delivery.state));
        }
        "waiting" if !is_behind(delivery, kept) => breach(Breach::Wrong, "waits, and nothing keeps it"),
        "done" | "may_be_done" | "refused" | "cancelled" | "waiting" => {}
        other => breach(Breach::Wrong, &format!("is {other}")),
    }
    let mut wanted: Vec<_> =
        planned.files.iter().map(|file| (file.name.clone(), file.size as u64, file.sha256())).collect();
    wanted.sort();
    for applied in applied {
        let mut files: Vec<_> =
            applied.files.iter().map(|file| (file.name.clone(), file.size, file.sha256.clone())).collect();
        files.sort();
        if files != wanted {
            breach(Breach::Lost, &format!("applied with other files: {files:?}"));
        }
    }
}

/// Whether an earlier one of its ticket may be done: then a person has to say first.
fn is_behind(delivery: &Delivery, kept: &Snapshot) -> bool {
    // A ticket that is yet to be made has no others.
    !delivery.ticket.is_empty()
        && kept.deliveries.iter().any(|before| {
            before.id < delivery.id && before.ticket == delivery.ticket && before.state == "may_be_done"
        })
}
