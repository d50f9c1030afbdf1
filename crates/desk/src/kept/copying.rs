//! The one draft that is being sent off: its files are being copied, and how to stop that.

use std::sync::{Mutex, MutexGuard, PoisonError};

use service_crm::CancellationToken;

/// At most one at a time: a second press of Send while the first copies would send the same draft twice.
#[derive(Default)]
pub(crate) struct Copying(Mutex<Option<CancellationToken>>);

/// The one that copies, until it is dropped.
pub(crate) struct Turn<'a> {
    copying: &'a Copying,
    pub(crate) stop: CancellationToken,
}

impl Copying {
    /// Begins, unless another one copies.
    pub(crate) fn begin(&self) -> Option<Turn<'_>> {
        let mut stop = self.lock();
        if stop.is_some() {
            return None;
        }
        let token = CancellationToken::new();
        *stop = Some(token.clone());
        Some(Turn { copying: self, stop: token })
    }

    /// Stops the one that copies, if any does.
    pub(crate) fn stop(&self) {
        if let Some(stop) = &*self.lock() {
            stop.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<CancellationToken>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.copying.lock() = None;
    }
}
