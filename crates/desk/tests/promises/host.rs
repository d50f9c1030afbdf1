//! A computer of a few lines.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use desk::{Event, Host, Keychain, KeychainError};
use secrecy::SecretString;
use tokio::sync::mpsc::UnboundedSender;

/// Midnight of a day in 2027, in milliseconds since 1970.
pub const START: i64 = 1_800_000_000_000;

/// A keychain that a test can lock and take away.
#[derive(Default)]
pub struct TestKeychain {
    pub kept: Mutex<HashMap<String, SecretString>>,
    /// The answer that it gives instead of doing anything.
    pub fails: Mutex<Option<KeychainError>>,
    /// How often it was asked for keys.
    pub loads: AtomicU32,
    /// The next one who asks for keys is answered when the other end of this is gone; what it answers is decided before.
    pub slow: Mutex<Option<Receiver<()>>>,
}

impl TestKeychain {
    fn check(&self) -> Result<(), KeychainError> {
        self.fails.lock().unwrap().clone().map_or(Ok(()), Err)
    }

    pub fn fail(&self, error: Option<KeychainError>) {
        *self.fails.lock().unwrap() = error;
    }

    pub fn has(&self, account: &str) -> bool {
        self.kept.lock().unwrap().contains_key(account)
    }
}

impl Keychain for TestKeychain {
    fn save(&self, account: &str, entry: &SecretString) -> Result<(), KeychainError> {
        self.check()?;
        self.kept.lock().unwrap().insert(account.to_owned(), entry.clone());
        Ok(())
    }

    fn load(&self, account: &str) -> Result<Option<SecretString>, KeychainError> {
        let answer = self.check().map(|()| self.kept.lock().unwrap().get(account).cloned());
        let slow = self.slow.lock().unwrap().take();
        self.loads.fetch_add(1, Ordering::SeqCst);
        if let Some(slow) = slow {
            let _ = slow.recv();
        }
        answer
    }

    fn forget(&self, account: &str) {
        self.kept.lock().unwrap().remove(account);
    }
}

pub struct TestHost {
    pub folder: PathBuf,
    pub keychain: Arc<TestKeychain>,
    pub now: AtomicI64,
    pub computer: &'static str,
    /// Milliseconds in which what was sent can be undone; none, unless a test is about that.
    pub time_to_undo: AtomicU32,
    pub told: UnboundedSender<Event>,
    /// After so many askings the next waits until the other end of this is gone.
    pub hung_disk: Mutex<Option<(u32, Receiver<()>)>>,
}

impl Host for TestHost {
    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn computer(&self) -> Option<String> {
        Some(self.computer.to_owned())
    }

    fn keychain(&self) -> Arc<dyn Keychain> {
        self.keychain.clone()
    }

    fn tell(&self, event: Event) {
        // A test that has ended hears nothing.
        let _ = self.told.send(event);
    }

    fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    fn passing_places(&self) -> Vec<PathBuf> {
        let mut hung = self.hung_disk.lock().unwrap();
        if let Some((left, _)) = hung.as_mut() {
            if *left > 0 {
                *left -= 1;
            } else if let Some((_, disk)) = hung.take() {
                drop(hung);
                let _ = disk.recv();
            }
        }
        vec![self.folder.with_file_name("passing")]
    }

    fn time_to_undo(&self) -> Duration {
        Duration::from_millis(self.time_to_undo.load(Ordering::SeqCst).into())
    }
}
