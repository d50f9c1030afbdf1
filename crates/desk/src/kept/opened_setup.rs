//! The team setup that was opened last, until a person takes it or not.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use team_setup::TeamSetup;

/// The setup that was opened last and waits for the person's word.
#[derive(Default)]
pub(crate) struct OpenedSetup(Mutex<Option<Arc<TeamSetup>>>);

impl OpenedSetup {
    pub(crate) fn get(&self) -> Option<Arc<TeamSetup>> {
        self.lock().clone()
    }

    pub(crate) fn put(&self, setup: Arc<TeamSetup>) {
        *self.lock() = Some(setup);
    }

    /// It was taken, or is not wanted.
    pub(crate) fn forget(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<TeamSetup>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
