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

/// A person's steps; each may be done again until it is done.
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
        let note = DraftText {
            job: Job::Note,
            ticket: "143".into(),
            note: "by word".into(),
            ..DraftText::default()
        };
        outbox.save_draft(&note)
    },
    send_off,
    |outbox, _| {
        let Ok(id) = LeadId::parse(LEAD) else { return Ok(()) };
        let lead = Lead { id, first_name: Some("A.".into()), last_name: None, email: None };
        outbox.remember_lead("acme", &lead, now())
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
        Accepted::Delivery(_) | Accepted::Parts(_) => Ok(()),
    }
}

/// Everything that a person could see of it, with what is in the files.
fn facts(outbox: &Outbox) -> String {
    let mut facts = String::new();
    let draft = outbox.draft().unwrap();
    writeln!(facts, "{:?}", draft.text).unwrap();
    for file in draft.files.iter().chain(&draft.removed) {
        let content = fs::read(file.attachment.path()).unwrap();
        writeln!(facts, "{} {:?} {:?}", file.attachment.name(), file.attachment.check().is_ok(), content)
            .unwrap();
    }
    for id in 1..=outbox.count().unwrap() {
        let delivery = outbox.delivery(i64::try_from(id).unwrap()).unwrap();
        writeln!(facts, "{id} {} {:?} {:?}", delivery.state, delivery.changes, delivery.files).unwrap();
    }
    writeln!(facts, "{:?}", outbox.room().unwrap().spool_files).unwrap();
    writeln!(facts, "{:?}", outbox.lead_name("acme", LeadId::parse(LEAD).unwrap()).unwrap()).unwrap();
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

/// Goes through all of it until the n-th change is refused, and looks at what that did; says whether there was one.
fn with_the_nth_refused(place: &Place, expected: &[String], n: u64, how: Refused) -> bool {
    let disk = Disk::mount(&place.at, Tree::default()).unwrap();
    disk.with(|tree| tree.fail_from(n, how, how == Refused::Broken));
    let words = |what: &str| format!("{what}, with change {n} refused: {how:?}");
    let mut outbox = None;
    // The opening is the first step.
    for number in 0..expected.len() {
        let became = take(number, &mut outbox, place);
        if !disk.with(|tree| tree.was_refused()) {
            became.unwrap_or_else(|error| panic!("{}: {error:?}", words(&format!("step {number}"))));
            continue;
        }
        disk.with(Tree::mend);
        if let Err(error) = became {
            let full = matches!(error, OutboxError::NoRoom | OutboxError::Folder { .. });
            assert!(full || how == Refused::Broken, "{}: {error:?}", words(&format!("step {number}")));
            if let Some(outbox) = &outbox {
                assert_eq!(facts(outbox), expected[number - 1], "{}", words(&format!("after step {number}")));
            }
            take(number, &mut outbox, place)
                .unwrap_or_else(|error| panic!("{}: {error:?}", words(&format!("step {number} again"))));
        }
        let outbox = outbox.unwrap();
        assert_eq!(facts(&outbox), expected[number], "{}", words(&format!("step {number}")));
        let left = disk.with(|tree| tree.after_cut(&mut StdRng::seed_from_u64(n)));
        drop(outbox);
        disk.unmount();
        after_a_cut(place, left, &expected[number], &words("after a power cut"));
        return true;
    }
    false
}

/// Opens the outbox, or does what a person does with it.
fn take(number: usize, outbox: &mut Option<Outbox>, place: &Place) -> Result<(), OutboxError> {
    match outbox {
        None => *outbox = Some(Outbox::open(&place.app())?),
        Some(outbox) => STEPS[number - 1](outbox, &place.files)?,
    }
    Ok(())
}

fn after_a_cut(place: &Place, left: Tree, expected: &str, words: &str) {
    let disk = Disk::mount(&place.at, left).unwrap();
    let outbox = Outbox::open(&place.app()).unwrap();
    assert!(outbox.rescue().is_none(), "{words}: damaged");
    assert_eq!(facts(&outbox), expected, "{words}");
    drop((outbox, disk));
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
