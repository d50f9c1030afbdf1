//! A row's outcomes, against what they must be.

use std::collections::BTreeMap;
use std::fmt;

use service_crm::Effect;

use crate::attempt::Seen;
use crate::row::{Body, Class, Row};

/// The tries of one row with one size of body, plain or over TLS.
pub(crate) struct Cell {
    pub(crate) body: Body,
    pub(crate) secure: bool,
    tries: usize,
    /// Outcomes that must not be, and how often each was seen.
    wrong: BTreeMap<String, usize>,
    /// Tries that would be sent again by themselves, where that must not be.
    pub(crate) again: usize,
    /// Tries in which what the gateway said was not read.
    pub(crate) lost: usize,
}

impl Cell {
    pub(crate) fn new(body: Body, secure: bool) -> Self {
        Self { body, secure, tries: 0, wrong: BTreeMap::new(), again: 0, lost: 0 }
    }

    /// Judges one try. `acted`: how often the server behind did what was asked.
    pub(crate) fn judge(&mut self, row: &Row, seen: &Seen, acted: usize) {
        self.tries += 1;
        let right = row.must.iter().any(|class| seen.is(class));
        if !right {
            self.fault(&seen.words);
            self.lost += usize::from(!seen.answered && row.must.iter().all(has_an_answer));
        }
        let may_go_again = row.must.iter().any(|class| seen.is(class) && goes_again(class));
        if seen.again && !may_go_again {
            self.again += 1;
        }
        // Whatever a row asks for: what was done is never called undone, and what was not is never called done.
        if acted > 0 && !seen.may_be && !row.limit {
            self.fault("done, and said not to be");
        }
        if acted == 0 && seen.is(&Class::Done) {
            self.fault("not done, and said to be");
        }
        if acted != row.acts {
            self.fault(&format!("acted {acted} times instead of {}", row.acts));
        }
    }

    fn fault(&mut self, what: &str) {
        *self.wrong.entry(what.to_owned()).or_default() += 1;
    }

    pub(crate) fn is_right(&self) -> bool {
        self.wrong.is_empty() && self.again == 0
    }

    /// How many tries went as they must, of how many.
    pub(crate) fn count(&self) -> String {
        let wrong = self.wrong.values().copied().max().unwrap_or(0);
        format!("{}/{}", self.tries - wrong.min(self.tries), self.tries)
    }

    pub(crate) fn complaints(&self) -> impl Iterator<Item = String> + '_ {
        let again = (self.again > 0).then(|| format!("{} x would be sent again by itself", self.again));
        self.wrong.iter().map(|(what, count)| format!("{count} x {what}")).chain(again)
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.body, if self.secure { " over TLS" } else { "" })
    }
}

/// Whether a class comes from something that the gateway said.
fn has_an_answer(class: &Class) -> bool {
    !matches!(class, Class::Failed("broke_while_sending" | "broke_before_answer", _))
}

/// Whether the app may send again by itself what has this class.
fn goes_again(class: &Class) -> bool {
    matches!(
        class,
        Class::Failed("broke_while_sending" | "failed_early" | "too_slow" | "unavailable", effect)
            if *effect != Effect::MayBeDone
    )
}
