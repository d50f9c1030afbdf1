//! The outcomes of the rounds, added up.

use std::collections::BTreeMap;
use std::fmt;

use outbox::CRASH_POINTS;

use crate::judge::Breach;

/// Figures of one round, or of all.
#[derive(Default)]
pub(crate) struct Figures {
    pub(crate) rounds: u64,
    pub(crate) failed_rounds: u64,
    pub(crate) kills: u64,
    /// The things that were going on when a kill struck; several can.
    pub(crate) struck: BTreeMap<&'static str, u64>,
    /// Ends at named points.
    pub(crate) crashes: BTreeMap<&'static str, u64>,
    /// Deliveries by the state in which they ended.
    pub(crate) states: BTreeMap<String, u64>,
    pub(crate) attempts: u64,
    pub(crate) may_be_done_and_was: u64,
    pub(crate) may_be_done_and_was_not: u64,
    /// Looks at a database after an end of its program.
    pub(crate) looks: u64,
    pub(crate) lost: u64,
    pub(crate) twice: u64,
    pub(crate) after_undo: u64,
    pub(crate) damaged: u64,
    pub(crate) wrong: u64,
}

impl Figures {
    pub(crate) fn add(&mut self, other: &Self) {
        self.rounds += other.rounds;
        self.failed_rounds += other.failed_rounds;
        self.kills += other.kills;
        self.attempts += other.attempts;
        self.may_be_done_and_was += other.may_be_done_and_was;
        self.may_be_done_and_was_not += other.may_be_done_and_was_not;
        self.looks += other.looks;
        self.lost += other.lost;
        self.twice += other.twice;
        self.after_undo += other.after_undo;
        self.damaged += other.damaged;
        self.wrong += other.wrong;
        for (name, count) in &other.struck {
            *self.struck.entry(name).or_default() += count;
        }
        for (name, count) in &other.crashes {
            *self.crashes.entry(name).or_default() += count;
        }
        for (name, count) in &other.states {
            *self.states.entry(name.clone()).or_default() += count;
        }
    }

    pub(crate) fn count(&mut self, breach: Breach) {
        match breach {
            Breach::Lost => self.lost += 1,
            Breach::Twice => self.twice += 1,
            Breach::AfterUndo => self.after_undo += 1,
            Breach::Damaged => self.damaged += 1,
            Breach::Wrong => self.wrong += 1,
        }
    }

    pub(crate) fn breaches(&self) -> u64 {
        self.lost + self.twice + self.after_undo + self.damaged + self.wrong
    }

    /// Points at which no life ended.
    pub(crate) fn missed(&self) -> Vec<&'static str> {
        CRASH_POINTS.into_iter().filter(|point| !self.crashes.contains_key(point)).collect()
    }

    fn state(&self, name: &str) -> u64 {
        self.states.get(name).copied().unwrap_or_default()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |what: &str, figure: u64, more: &str| {
            writeln!(f, "{}", format!("{what:<42}{figure:>6}  {more}").trim_end())
        };
        line("rounds", self.rounds, "")?;
        line("kills (SIGKILL)", self.kills, "")?;
        for (what, count) in &self.struck {
            line(&format!("  while {what}"), *count, "")?;
        }
        line("ends at named points", self.crashes.values().sum(), "")?;
        for point in CRASH_POINTS {
            line(&format!("  {point}"), self.crashes.get(point).copied().unwrap_or_default(), "")?;
        }
        line("deliveries", self.states.values().sum(), "")?;
        line("  done", self.state("done"), "")?;
        let was = format!(
            "of which the server applied {}, not {}",
            self.may_be_done_and_was, self.may_be_done_and_was_not
        );
        line("  may be done", self.state("may_be_done"), &was)?;
        line("  refused", self.state("refused"), "")?;
        line("  cancelled", self.state("cancelled"), "")?;
        line("  waiting for a person", self.state("waiting"), "behind one that may be done")?;
        line("attempts", self.attempts, "")?;
        line("looks at the database", self.looks, "")?;
        line("lost", self.lost, "")?;
        line("twice by the app itself", self.twice, "")?;
        line("sent after an Undo", self.after_undo, "")?;
        line("damaged", self.damaged, "")?;
        line("otherwise wrong", self.wrong, "")
    }
}
