//! The keychain, asked so that whoever waits for its answer can be told so and need not wait: it may be asking a person, in
//! a window that nobody has seen.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::watch;

use crate::blocking::on_disk;
use crate::keychain::{Keychain, KeychainError};

/// A keychain that asks nobody has answered long before.
const A_WHILE: Duration = Duration::from_secs(3);

/// The system's keychain, for all that is kept in it. Each call is made by itself: one that waits holds up no other.
pub(crate) struct AskedKeychain {
    keychain: Arc<dyn Keychain>,
    /// Hears whether anybody waits for a person.
    tell: Box<dyn Fn(bool) + Send + Sync>,
    waiting: AtomicU32,
    given_up: watch::Sender<()>,
}

impl AskedKeychain {
    pub(crate) fn new(keychain: Arc<dyn Keychain>, tell: impl Fn(bool) + Send + Sync + 'static) -> Self {
        Self { keychain, tell: Box::new(tell), waiting: AtomicU32::new(0), given_up: watch::Sender::new(()) }
    }

    /// The answer to a call, which may take a person's time.
    ///
    /// # Errors
    /// The keychain's own; `Locked` where the person does not want to wait for it. The call itself cannot be taken back:
    /// what it says later is heard by nobody.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Keychain) -> Result<T, KeychainError> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let mut given_up = self.given_up.subscribe();
        let keychain = self.keychain.clone();
        let answer = on_disk(move || call(&*keychain));
        tokio::pin!(answer);
        let answered = tokio::time::timeout(A_WHILE, &mut answer).await;
        let answered = match answered {
            Ok(answered) => answered,
            Err(_) => {
                let _waits = Waits::of(self);
                tokio::select! {
                    answered = answer => answered,
                    _ = given_up.changed() => return Err(KeychainError::Locked),
                }
            }
        };
        answered.unwrap_or_else(|error| Err(KeychainError::Absent(format!("{error:?}"))))
    }

    /// Nobody waits any longer for what the keychain has not answered yet.
    pub(crate) fn give_up(&self) {
        self.given_up.send_replace(());
    }
}

/// Somebody who waits, as long as this lives.
struct Waits<'a>(&'a AskedKeychain);

impl<'a> Waits<'a> {
    fn of(keychain: &'a AskedKeychain) -> Self {
        if keychain.waiting.fetch_add(1, Ordering::SeqCst) == 0 {
            (keychain.tell)(true);
        }
        Self(keychain)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        if self.0.waiting.fetch_sub(1, Ordering::SeqCst) == 1 {
            (self.0.tell)(false);
        }
    }
}
