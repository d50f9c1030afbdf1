//! A file's content: as it is read, as it is safe, and the writes between the two.

use rand::Rng;

/// The piece that a drive writes whole or not at all, in bytes.
const SECTOR: usize = 512;

/// A file's content.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    pub(crate) now: Vec<u8>,
    safe: Vec<u8>,
    unsynced: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => put(to, *at, bytes),
            Self::Length(length) => to.resize(*length, 0),
        }
    }
}

fn put(to: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if to.len() < end {
        to.resize(end, 0);
    }
    to[at..end].copy_from_slice(bytes);
}

impl Content {
    /// Content that was always there.
    pub(crate) fn safe(bytes: Vec<u8>) -> Self {
        Self { now: bytes.clone(), safe: bytes, unsynced: Vec::new() }
    }

    pub(crate) fn write(&mut self, at: usize, bytes: &[u8]) {
        self.change(Change::Write { at, bytes: bytes.to_vec() });
    }

    pub(crate) fn set_length(&mut self, length: usize) {
        self.change(Change::Length(length));
    }

    fn change(&mut self, change: Change) {
        change.apply(&mut self.now);
        self.unsynced.push(change);
    }

    pub(crate) fn sync(&mut self) {
        for change in self.unsynced.drain(..) {
            change.apply(&mut self.safe);
        }
    }

    /// The content that a power cut leaves.
    pub(crate) fn after_cut(&self, chance: &mut impl Rng) -> Vec<u8> {
        let mut left = self.safe.clone();
        // Now and then all of it came, or nothing, as it mostly is.
        let survives = [0.0, 0.5, 0.9, 1.0][chance.random_range(0..4)];
        for change in &self.unsynced {
            if chance.random_bool(survives) {
                match change {
                    Change::Write { at, bytes } if chance.random_bool(0.3) => {
                        tear(&mut left, *at, bytes, chance);
                    }
                    whole => whole.apply(&mut left),
                }
            }
        }
        // The length is kept apart from what is in it: it may be there before that is.
        if chance.random_bool(0.2) && left.len() < self.now.len() {
            left.resize(self.now.len(), 0);
        }
        left
    }
}

/// Some of a write's sectors.
fn tear(to: &mut Vec<u8>, at: usize, bytes: &[u8], chance: &mut impl Rng) {
    let mut from = 0;
    while from < bytes.len() {
        // Sectors are the drive's, not the write's.
        let until = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
        if chance.random_bool(0.5) {
            put(to, at + from, &bytes[from..until]);
        }
        from = until;
    }
}
