//! The n-th change to the disk fails, for every n that there is while a person types, drops, arranges, sends off, uses
//! again and removes: full from then on, or broken once. What fails says so and leaves everything as it was; with
//! room it is done; and a power cut right afterwards costs nothing of it.
#![expect(clippy::print_stderr, reason = "a test says why it is skipped")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use lossy_disk::{Disk, Refused, Tree};
use outbox::{Accepted, DraftText, Job, NotCopied, Outbox, OutboxError};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use service_crm::{CancellationToken, Lead, LeadId};
use tempfile::TempDir;

use crate::desk::{LEAD, now, sender};

type Step = fn(&Outbox, &Path) -> Result<(), OutboxError>;

/// What a person does; each may be done again until it is done.
const STEPS: [Step; 14] = [
    |outbox, _| outbox.save_draft(&update("On Hold")),
    |outbox, files| outbox.attach(&[files.join("a.pdf"), files.join("b.pdf")]).map(drop),
    |outbox, _| outbox.attach_content("Pasted.png", b"a picture").map(drop),
    |outbox, _| outbox.detach(first(outbox)?).map(drop),
    |outbox, _| {
        let removed = outbox.draft()?.removed;
        removed.first().map_or(Ok(()), |file| outbox.restore_file(file.id).map(drop))
    },
    |outbox, _| outbox.rename_file(first(outbox)?, "Other").map(drop),
    |outbox, _| outbox.move_file(first(outbox)?, 2).map(drop),
    send_off,
    |outbox, _| outbox.use_again(1).map(drop),
    send_off,
    |outbox, _| {
        let note = DraftText { job: Job::Note, ticket: "143".into(), note: "by word".into(), ..DraftText::default() };
        outbox.save_draft(&note)
    },
    send_off,
    |outbox, _| {
        let Ok(id) = LeadId::parse(LEAD) else { return Ok(()) };
        outbox.remember_lead(&Lead { id, first_name: Some("A.".into()), last_name: None, email: None })
    },
    |outbox, _| outbox.rest(),
];

fn update(value: &str) -> DraftText {
    let changes = vec![service_crm::Change { field: "Status".into(), value: value.into() }];
    DraftText { ticket: "#143".into(), lead: LEAD.into(), changes, ..DraftText::default() }
}

fn first(outbox: &Outbox) -> Result<i64, OutboxError> {
    Ok(outbox.draft()?.files.first().map_or(0, |file| file.id))
}

fn send_off(outbox: &Outbox, _: &Path) -> Result<(), OutboxError> {
    match outbox.send_off(&sender(), &CancellationToken::new(), |_| (), now())? {
        // It was sent off in an earlier try that said that it was not.
        Accepted::Faults(faults) => panic!("{faults:?}"),
        Accepted::NotCopied(NotCopied::Outbox(error)) => Err(error),
        Accepted::NotCopied(not) => panic!("{not:?}"),
        Accepted::Delivery(_) => Ok(()),
    }
}

/// Everything that a person could see of it, with what is in the files.
fn facts(outbox: &Outbox) -> String {
    let mut facts = String::new();
    let draft = outbox.draft().unwrap();
    writeln!(facts, "{:?}", draft.text).unwrap();
    for file in draft.files.iter().chain(&draft.removed) {
        let content = fs::read(file.attachment.path()).unwrap();
        writeln!(facts, "{} {:?} {:?}", file.attachment.name(), file.attachment.check().is_ok(), content).unwrap();
    }
    for id in 1..=outbox.count().unwrap() {
        let delivery = outbox.delivery(i64::try_from(id).unwrap()).unwrap();
        writeln!(facts, "{id} {} {:?} {:?}", delivery.state, delivery.changes, delivery.files).unwrap();
    }
    writeln!(facts, "{:?}", outbox.room().unwrap().spool_files).unwrap();
    writeln!(facts, "{:?}", outbox.lead_name(LeadId::parse(LEAD).unwrap()).unwrap()).unwrap();
    facts
}

/// A disk in a folder of its own, the outbox on it, and files beside.
struct Place {
    _all: TempDir,
    at: PathBuf,
    files: PathBuf,
}

impl Place {
    fn new() -> Self {
        let all = TempDir::new().unwrap();
        let (at, files) = (all.path().join("disk"), all.path().join("files"));
        fs::create_dir(&at).unwrap();
        fs::create_dir(&files).unwrap();
        for (name, content) in [("a.pdf", "first"), ("b.pdf", "second")] {
            fs::write(files.join(name), content).unwrap();
        }
        Self { _all: all, at, files }
    }

    fn app(&self) -> PathBuf {
        self.at.join("share/app")
    }
}

/// The facts after each step where nothing fails, after the opening first; none where no disk can be mounted.
fn undisturbed(place: &Place) -> Option<Vec<String>> {
    let disk = match Disk::mount(&place.at, Tree::default()) {
        Ok(disk) => disk,
        Err(why) => {
            eprintln!("skipped: {why}");
            return None;
        }
    };
    let outbox = Outbox::open(&place.app()).unwrap();
    let mut seen = vec![facts(&outbox)];
    for step in STEPS {
        step(&outbox, &place.files).unwrap();
        seen.push(facts(&outbox));
    }
    drop((outbox, disk));
    Some(seen)
}

/// Goes through all of it with the n-th change refused; says whether there was one.
fn with_the_nth_refused(place: &Place, expected: &[String], n: u64, how: Refused) -> bool {
    let only = how == Refused::Broken;
    let disk = Disk::mount(&place.at, Tree::default()).unwrap();
    disk.with(|tree| tree.fail_from(n, how, only));
    let words = |what: &str| format!("{what}, with change {n} refused: {how:?}");
    let said = |error: &OutboxError| how == Refused::Broken || matches!(error, OutboxError::NoRoom | OutboxError::Folder { .. });
    let mut refused = false;
    let mut outbox = Outbox::open(&place.app());
    if let Err(error) = &outbox {
        assert!(said(error), "{}: {error:?}", words("the opening"));
        refused = disk.with(Tree::mend);
        outbox = Outbox::open(&place.app());
    }
    let outbox = outbox.unwrap_or_else(|error| panic!("{}: {error:?}", words("with room again")));
    assert_eq!(facts(&outbox), expected[0], "{}", words("the opening"));
    let mut cut = None;
    for (number, step) in STEPS.iter().enumerate() {
        if let Err(error) = step(&outbox, &place.files) {
            assert!(said(&error), "{}: {error:?}", words(&format!("step {number}")));
            assert_eq!(facts(&outbox), expected[number], "{}", words(&format!("after step {number}")));
            refused |= disk.with(Tree::mend);
            step(&outbox, &place.files).unwrap_or_else(|error| panic!("{}: {error:?}", words("with room again")));
        }
        assert_eq!(facts(&outbox), expected[number + 1], "{}", words(&format!("step {number}")));
        // One that was refused and of which nothing came to light counts as well.
        let now = disk.with(|tree| tree.was_refused());
        if cut.is_none() && (refused || now) {
            cut = Some((number + 1, disk.with(|tree| tree.after_cut(&mut StdRng::seed_from_u64(n)))));
        }
    }
    refused |= disk.with(Tree::mend);
    drop(outbox);
    disk.unmount();
    if let Some((steps, left)) = cut {
        let disk = Disk::mount(&place.at, left).unwrap();
        let outbox = Outbox::open(&place.app()).unwrap();
        assert!(outbox.rescue().is_none(), "{}", words("damaged after a power cut"));
        assert_eq!(facts(&outbox), expected[steps], "{}", words("after a power cut"));
        drop((outbox, disk));
    }
    refused
}

fn every_nth(how: Refused) {
    let place = Place::new();
    let Some(expected) = undisturbed(&place) else { return };
    let n = (0..).find(|n| !with_the_nth_refused(&place, &expected, *n, how)).unwrap();
    assert!(n > 100, "there were {n} changes only");
}

#[test]
fn a_disk_that_is_full_from_any_change_on_costs_nothing_is_said_and_goes_on_with_room() {
    every_nth(Refused::Full);
}

#[test]
fn a_disk_that_breaks_at_any_change_costs_nothing_is_said_and_goes_on() {
    every_nth(Refused::Broken);
}
