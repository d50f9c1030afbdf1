//! A round: a fresh outbox, a fresh server behind a wire, and lives until all is settled.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use faulty_wire::{Harm, Point, Wire};
use outbox::CRASH_POINTS;
use practice_server::{Fault, Options, PracticeServer};
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{Rng as _, SeedableRng as _};

use crate::figures::Figures;
use crate::ground::{Ground, Torture};
use crate::judge::{self, Breach, Breaches};
use crate::life::{End, Fate, live};
use crate::plan::{Planned, Thinks, plan};
use crate::snapshot::Snapshot;

/// Faults of the server, now and then. None lies about what it did: against a server that applies and says that it
/// did not, nobody can keep a promise.
const FAULTS: [&str; 12] = [
    "slow-answer-3",
    "cut-applied",
    "cut-not-applied",
    "reset-after-0",
    "reset-after-100000",
    "status-503-json-not-applied",
    "status-500-html-applied",
    "status-502-html-not-applied",
    "failure-in-200",
    "too-many-retry-after-0",
    "cut-answer",
    "early-413",
];
/// Harm on the wire, now and then.
const HARMS: [Harm; 7] = [
    Harm::Cut(Point::BeforeBody),
    Harm::Cut(Point::MidBody),
    Harm::Reset(Point::MidBody),
    Harm::Cut(Point::AfterBody),
    Harm::Reset(Point::AfterBody),
    Harm::Cut(Point::MidAnswer),
    Harm::Late(Duration::from_millis(300)),
];
/// Within this a kill strikes: about what an undisturbed life takes.
const LIFE: u64 = 500;
/// The server is quiet when it did nothing for so many looks, so far apart. What a killed program had handed to the
/// kernel still arrives.
const QUIET_LOOKS: u32 = 6;
const LOOK: Duration = Duration::from_millis(50);

/// The outcome of a round.
pub(crate) struct Outcome {
    pub(crate) figures: Figures,
    pub(crate) breaches: Breaches,
}

/// Plays the round of a seed.
pub(crate) async fn round(torture: &Torture, seed: u64) -> Result<Outcome> {
    let mut chance = StdRng::seed_from_u64(!seed);
    let folder = tempfile::tempdir()?;
    let mut ground = Ground::of(torture, folder.path())?;
    let app = ground.app();
    let plan = plan(seed);
    let originals = folder.path().join("files");
    fs::create_dir(&originals)?;
    for planned in &plan {
        planned.write_files(&originals)?;
    }
    let server = PracticeServer::start(Options { limit: None, ..practice_client::known_keys() }).await?;
    let address = server.base_url().strip_prefix("http://").context("it is http")?.parse()?;
    let wire = Wire::start(address).await?;
    if chance.random_bool(0.7) {
        // So that kills strike in the middle of a body.
        let bytes_per_second = chance.random_range(3_000_000..30_000_000);
        wire.always(Harm::Slow { bytes_per_second });
    }

    let mut outcome = Outcome { figures: Figures { rounds: 1, ..Figures::default() }, breaches: Vec::new() };
    let mut said = Vec::new();
    for fate in fates(seed, &plan, &mut chance) {
        trouble(&server, &wire, &mut chance)?;
        let life = live(folder.path(), &app, &wire.base_url(), seed, fate).await?;
        said.extend(life.said);
        let settled = outcome.lived(fate, &life.end);
        ground.cut(&mut chance)?;
        let kept = Snapshot::read(&app)?;
        outcome.figures.looks += 1;
        if life.end == End::Killed {
            outcome.struck(&kept);
        }
        outcome.breaches.extend(judge::between(&kept, &said, &plan));
        outcome.breaches.extend(judge::after_undo(&said, &plan, &judge::done(server.record())));
        if settled || !outcome.breaches.is_empty() {
            break;
        }
    }
    if ground.is_lossy() && outcome.breaches.is_empty() {
        // What was removed and not synced is there again, until the next start looks.
        let last = live(folder.path(), &app, &wire.base_url(), seed, Fate::Settle).await?;
        outcome.lived(Fate::Settle, &last.end);
    }
    quiet(&server).await;
    outcome.end(&app, &plan, &server)?;
    Ok(outcome)
}

/// Each round has a kill inside the wait after Send, and then its point, and so any twelve rounds in a row have them all;
/// it comes first, when there is still everything to do.
fn fates(seed: u64, plan: &[Planned], chance: &mut StdRng) -> Vec<Fate> {
    let points = CRASH_POINTS.len() as u64;
    let own = CRASH_POINTS[usize::try_from(seed % points).unwrap_or_default()];
    // Inside the first wait, and now and then when the person has just taken it back.
    let wait = match plan.first().and_then(|planned| planned.thinks) {
        Some(Thinks::Undoes(so_long)) => so_long.mul_f64(chance.random_range(0.0..1.2)),
        _ => Duration::ZERO,
    };
    let mut others = Vec::new();
    for _ in 0..chance.random_range(3..=6) {
        others.push(Fate::Kill(Duration::from_millis(chance.random_range(0..LIFE))));
    }
    if chance.random_bool(0.5) {
        others.extend(CRASH_POINTS.choose(chance).map(|point| Fate::Crash(point)));
    }
    others.shuffle(chance);
    // Whoever still lives then is left in peace.
    [vec![Fate::KillHeldBack(wait), Fate::Crash(own)], others, vec![Fate::Settle]].concat()
}

/// Some of the next connections meet something.
fn trouble(server: &PracticeServer, wire: &Wire, chance: &mut StdRng) -> Result<()> {
    for _ in 0..chance.random_range(0..=2) {
        let name = FAULTS.choose(chance).copied().unwrap_or_default();
        server.inject(name.parse::<Fault>().map_err(anyhow::Error::msg)?);
    }
    if chance.random_bool(0.4) {
        HARMS.choose(chance).into_iter().for_each(|harm| wire.next(*harm));
    }
    Ok(())
}

/// Waits until what was on its way has arrived.
async fn quiet(server: &PracticeServer) {
    let state = || {
        let record = server.record();
        (record.calls, record.body_bytes, record.applied.len(), record.notes.len())
    };
    let (mut seen, mut looks) = (state(), 0);
    while looks < QUIET_LOOKS {
        tokio::time::sleep(LOOK).await;
        let now = state();
        looks = if now == seen { looks + 1 } else { 0 };
        seen = now;
    }
}

impl Outcome {
    /// Counts the end of a life; says whether all is settled.
    fn lived(&mut self, fate: Fate, end: &End) -> bool {
        match (end, fate) {
            (End::Settled, _) => return true,
            (End::Killed, _) => self.figures.kills += 1,
            (End::Crashed, Fate::Crash(point)) => *self.figures.crashes.entry(point).or_default() += 1,
            (End::Crashed, _) => self.breaches.push((Breach::Wrong, "it ended by itself".to_owned())),
            (End::Endless, _) => self.breaches.push((Breach::Wrong, "it never came to an end".to_owned())),
            (End::Failed(words), _) => self.breaches.push((Breach::Wrong, words.trim().to_owned())),
        }
        false
    }

    /// Where a kill struck, as far as it can be seen afterwards.
    fn struck(&mut self, kept: &Snapshot) {
        let sending: Vec<_> = kept
            .deliveries
            .iter()
            .filter(|it| it.state == "sending")
            .filter_map(|it| it.attempts.last())
            .collect();
        let struck = [
            ("one is held back", kept.deliveries.iter().any(|it| it.state == "held_back")),
            ("files are taken", kept.incoming > 0),
            ("copies are removed", kept.copies.difference(&kept.needed).next().is_some()),
            ("one is on its way, not released", sending.iter().any(|attempt| !attempt.released)),
            ("one is released, not answered", sending.iter().any(|attempt| attempt.released)),
            ("none is on its way", sending.is_empty()),
        ];
        for (what, _) in struck.into_iter().filter(|(_, so)| *so) {
            *self.figures.struck.entry(what).or_default() += 1;
        }
    }

    fn end(&mut self, app: &Path, plan: &[Planned], server: &PracticeServer) -> Result<()> {
        let kept = Snapshot::read(app)?;
        let applied = judge::done(server.record());
        if self.breaches.is_empty() {
            self.breaches = judge::at_the_end(&kept, plan, &applied);
        }
        for delivery in &kept.deliveries {
            *self.figures.states.entry(delivery.state.clone()).or_default() += 1;
            self.figures.attempts += delivery.attempts.len() as u64;
            if delivery.state == "may_be_done" {
                let planned = plan.iter().find(|planned| planned.value == delivery.value);
                match planned.is_some_and(|planned| !judge::times(&applied, planned).is_empty()) {
                    true => self.figures.may_be_done_and_was += 1,
                    false => self.figures.may_be_done_and_was_not += 1,
                }
            }
        }
        for (breach, _) in &self.breaches {
            self.figures.count(*breach);
        }
        self.figures.failed_rounds = u64::from(!self.breaches.is_empty());
        Ok(())
    }
}
