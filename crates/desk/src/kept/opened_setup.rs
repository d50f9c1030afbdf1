//! The team setup that was opened last, until a person takes it or not.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use team_setup::{Signature, TeamSetup};
use uuid::Uuid;

/// A setup as it was read, with what its signature is.
pub(crate) struct ReadSetup {
    /// The file's name.
    pub(crate) file: String,
    pub(crate) setup: TeamSetup,
    pub(crate) signature: Signature,
}

/// The setup that was opened last and waits for the person's word. By its ID, nobody takes another than they were shown.
#[derive(Default)]
pub(crate) struct OpenedSetup(Mutex<Option<(String, Arc<ReadSetup>)>>);

impl OpenedSetup {
    /// The setup of that ID, if it is still the one that is open.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<ReadSetup>> {
        self.lock().as_ref().filter(|(open, _)| open == id).map(|(_, read)| read.clone())
    }

    /// Opens a setup in place of the one before, under an ID that nothing had before.
    pub(crate) fn put(&self, read: Arc<ReadSetup>) -> String {
        let id = Uuid::new_v4().to_string();
        *self.lock() = Some((id.clone(), read));
        id
    }

    /// The end of a setup that was taken, or is not wanted. Another one that was opened meanwhile stays.
    pub(crate) fn forget(&self, id: &str) {
        self.lock().take_if(|(open, _)| open == id);
    }

    fn lock(&self) -> MutexGuard<'_, Option<(String, Arc<ReadSetup>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
