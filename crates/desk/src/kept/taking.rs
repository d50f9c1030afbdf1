//! Files that are being added, and how to stop waiting for them.

use std::sync::{Mutex, PoisonError};

use service_crm::CancellationToken;

/// The stop of all that is being added now, and of nothing that comes later.
#[derive(Default)]
pub(crate) struct Taking(Mutex<CancellationToken>);

impl Taking {
    /// Stops what begins now, once somebody asks for it.
    pub(crate) fn stopper(&self) -> CancellationToken {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops what is being added.
    pub(crate) fn stop(&self) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *now).cancel();
    }
}
