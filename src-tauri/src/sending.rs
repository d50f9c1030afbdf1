//! The one delivery that is under way, and how to stop it.

use std::sync::{Mutex, PoisonError};

use service_crm::CancellationToken;

/// At most one at a time.
#[derive(Default)]
pub(crate) struct Sending(Mutex<Option<CancellationToken>>);

/// Holds the place until it is dropped.
pub(crate) struct UnderWay<'a> {
    sending: &'a Sending,
    pub(crate) cancel: CancellationToken,
}

impl Sending {
    /// Takes the place, unless it is taken.
    pub(crate) fn begin(&self) -> Option<UnderWay<'_>> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if place.is_some() {
            return None;
        }
        let cancel = CancellationToken::new();
        *place = Some(cancel.clone());
        Some(UnderWay { sending: self, cancel })
    }

    /// Stops what is under way, if anything is.
    pub(crate) fn cancel(&self) {
        if let Some(cancel) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            cancel.cancel();
        }
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        *self.sending.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
