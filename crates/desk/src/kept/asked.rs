//! Files that were not added, and that a person may want all the same. The screen names them by number, never by a path.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Files whose question may still be on the screen; of older ones nobody asks any more.
const MOST: usize = 10_000;

#[derive(Default)]
pub(crate) struct Asked(Mutex<Questions>);

#[derive(Default)]
struct Questions {
    next: u32,
    open: BTreeMap<u32, PathBuf>,
}

impl Asked {
    /// The number under which a file can be asked for.
    pub(crate) fn keep(&self, path: PathBuf) -> u32 {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = asked.next;
        asked.next += 1;
        asked.open.insert(number, path);
        if asked.open.len() > MOST {
            asked.open.pop_first();
        }
        number
    }

    /// The files of those numbers, each once: a second press finds none.
    pub(crate) fn take(&self, numbers: &[u32]) -> Vec<PathBuf> {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        numbers.iter().filter_map(|number| asked.open.remove(number)).collect()
    }
}
