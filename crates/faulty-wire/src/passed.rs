//! The bytes that have passed so far, for tests to look at and to wait for.

use tokio::sync::watch;

/// Counts since the wire was started, of all connections together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passed {
    /// Connections that were accepted.
    pub connections: u64,
    /// Bytes of request bodies that were passed to the server.
    pub body_bytes: u64,
    /// Answers whose last byte was passed to the client; without a `Content-Length`, the server's FIN is the last.
    pub answers: u64,
    /// Harms that struck.
    pub harms: u64,
}

/// [`Passed`], kept by those who pass and watched by those who wait.
#[derive(Debug, Default)]
pub struct Counts(watch::Sender<Passed>);

impl Counts {
    pub fn now(&self) -> Passed {
        *self.0.borrow()
    }

    pub fn add(&self, add: impl FnOnce(&mut Passed)) {
        self.0.send_modify(add);
    }

    pub async fn wait_until(&self, mut reached: impl FnMut(&Passed) -> bool) {
        // An error would mean that the sender is gone, and that is `self`.
        let _ = self.0.subscribe().wait_for(|passed| reached(passed)).await;
    }
}
