//! The plan of a round: what a person sends. Both the program under torture and its judge know it, from the same seed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use outbox::{DraftText, Job};
use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use service_crm::Change;
use sha2::{Digest, Sha256};

/// Tickets of the practice account, and their leads.
const TICKETS: [(&str, &str); 8] = [
    ("138", "8d1c5e0a-3f52-4c38-9a55-6f1f2f0a7b11"),
    ("139", "b7e4a2f6-91c3-4d0e-8f27-52d9c1e6a033"),
    ("140", "1f9a7c34-0b6d-4e8a-b5c2-7d3e8f4a9c55"),
    ("141", "e2c86d15-7a49-4b13-a0f8-94b6d7c5e177"),
    ("143", "330fba67-6795-46c2-9dad-077794077f70"),
    ("144", "330fba67-6795-46c2-9dad-077794077f70"),
    ("145", "b7e4a2f6-91c3-4d0e-8f27-52d9c1e6a033"),
    ("146", "1f9a7c34-0b6d-4e8a-b5c2-7d3e8f4a9c55"),
];
/// With as many tickets to choose from, some come behind one another.
const UPDATES: usize = 9;
/// The field of every update: it is one of text, and nothing else sets it.
const FIELD: &str = "Description";
/// The field that a new ticket must have.
const TITLE: &str = "Title";
const MIB: usize = 1024 * 1024;

/// A thing that is to be sent once.
pub(crate) struct Planned {
    pub(crate) job: Job,
    /// By this the judge knows it again, in the outbox and in the server's record.
    pub(crate) value: String,
    pub(crate) ticket: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) files: Vec<PlannedFile>,
    /// So long after it was sent off the person cancels it.
    pub(crate) cancel: Option<Duration>,
    /// Where it is held back first, what the person makes of that.
    pub(crate) thinks: Option<Thinks>,
}

/// A person's thoughts while a delivery is held back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Thinks {
    /// Takes it back after so long, and then sends it at once.
    Undoes(Duration),
    /// Does not want to wait.
    SendsNow,
    /// Waits until it goes by itself.
    Waits(Duration),
    /// Goes on to the next one, which lets it go.
    GoesOn,
}

pub(crate) struct PlannedFile {
    pub(crate) name: String,
    pub(crate) size: usize,
    content: u64,
}

/// The things that are sent in a round, in their order.
pub(crate) fn plan(seed: u64) -> Vec<Planned> {
    let mut chance = StdRng::seed_from_u64(seed);
    (0..UPDATES).map(|number| planned(seed, number, &mut chance)).collect()
}

fn planned(seed: u64, number: usize, chance: &mut StdRng) -> Planned {
    let (ticket, lead) = TICKETS[chance.random_range(0..TICKETS.len())];
    let job = match chance.random_range(0..5) {
        0 => Job::NewTicket,
        1 => Job::Note,
        _ => Job::Update,
    };
    let most = if job.takes_files() { 2 } else { 0 };
    let mut files: Vec<PlannedFile> = (0..chance.random_range(0..=most))
        .map(|place| PlannedFile {
            name: format!("{number}-{place}.bin"),
            size: size(chance),
            content: chance.next_u64(),
        })
        .collect();
    if job.takes_files() && chance.random_bool(0.3) {
        // The spool keeps it once for several deliveries.
        files.push(PlannedFile { name: format!("{number}-same.bin"), size: 300_000, content: seed });
    }
    let cancel = chance.random_bool(0.15).then(|| Duration::from_millis(chance.random_range(0..300)));
    let so_long = Duration::from_millis(chance.random_range(0..150));
    // The first life is killed inside the first wait; after it one of each comes in every round, so that each of their
    // points is met.
    let thinks = match if number < 4 { number } else { chance.random_range(0..9) } {
        0 | 1 => Some(Thinks::Undoes(so_long)),
        2 => Some(Thinks::SendsNow),
        3 => Some(Thinks::Waits(so_long)),
        4 if number + 1 < UPDATES => Some(Thinks::GoesOn),
        _ => None,
    };
    Planned { job, value: format!("{seed:016x}-{number}"), ticket, lead, files, cancel, thinks }
}

/// Nothing, a little, about what is handed to the connection at once, and more than connections hold.
fn size(chance: &mut StdRng) -> usize {
    match chance.random_range(0..6) {
        0 => 0,
        1 => chance.random_range(1..4000),
        2 => chance.random_range(65_000..66_000),
        3 => MIB,
        4 => chance.random_range(MIB..4 * MIB),
        _ => chance.random_range(4 * MIB..9 * MIB),
    }
}

impl Planned {
    /// The text that is typed.
    pub(crate) fn text(&self) -> DraftText {
        let (job, value) = (self.job, self.value.clone());
        let (ticket, lead) = (self.ticket.to_owned(), self.lead.to_owned());
        let one = |field: &str, value| vec![Change { field: field.to_owned(), value }];
        match job {
            Job::Update => {
                DraftText { job, ticket, lead, changes: one(FIELD, value), ..DraftText::default() }
            }
            Job::NewTicket => {
                DraftText { job, customer: lead, fields: one(TITLE, value), ..DraftText::default() }
            }
            Job::Note => DraftText { job, ticket, note: value, ..DraftText::default() },
        }
    }

    /// Where the files lie that are dropped.
    pub(crate) fn paths(&self, folder: &Path) -> Vec<PathBuf> {
        self.files.iter().map(|file| folder.join(&file.name)).collect()
    }

    /// Writes the files that are dropped.
    pub(crate) fn write_files(&self, folder: &Path) -> Result<()> {
        for file in &self.files {
            fs::write(folder.join(&file.name), file.bytes())?;
        }
        Ok(())
    }
}

impl PlannedFile {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; self.size];
        // Fast without an optimising compiler too.
        blake3::Hasher::new().update(&self.content.to_le_bytes()).finalize_xof().fill(&mut bytes);
        bytes
    }

    /// SHA-256 in lower-case hexadecimal digits, as the practice server writes it.
    pub(crate) fn sha256(&self) -> String {
        Sha256::digest(self.bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
