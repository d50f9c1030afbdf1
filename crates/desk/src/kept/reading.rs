//! The one reading for the draft that is under way: a newer one ends it, for the person has typed on.

use std::sync::{Mutex, PoisonError};

use service_crm::CancellationToken;

/// How to stop it.
#[derive(Default)]
pub(crate) struct Reading(Mutex<CancellationToken>);

impl Reading {
    /// Ends the one before.
    pub(crate) fn begin(&self) -> CancellationToken {
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reading.cancel();
        *reading = CancellationToken::new();
        reading.clone()
    }
}
