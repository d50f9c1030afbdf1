//! The one draft that is being sent off: its files are being copied, and how to stop that.

use std::sync::{Mutex, PoisonError};

use service_crm::CancellationToken;

/// At most one at a time: a second press of Send while the first copies would send the same draft twice.
#[derive(Default)]
pub(crate) struct Taking(Mutex<Option<CancellationToken>>);

/// Holds the place until it is dropped.
pub(crate) struct Place<'a> {
    taking: &'a Taking,
    pub(crate) stop: CancellationToken,
}

impl Taking {
    /// Takes the place, unless it is taken.
    pub(crate) fn begin(&self) -> Option<Place<'_>> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if place.is_some() {
            return None;
        }
        let stop = CancellationToken::new();
        *place = Some(stop.clone());
        Some(Place { taking: self, stop })
    }

    /// Stops what is being taken, if anything is.
    pub(crate) fn stop(&self) {
        if let Some(stop) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            stop.cancel();
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.taking.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
