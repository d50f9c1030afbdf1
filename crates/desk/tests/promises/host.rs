//! A computer of a few lines.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use desk::{Event, Host, Keychain, KeychainError, Keys};
use tokio::sync::mpsc::UnboundedSender;

/// Midnight of a day in 2027, in milliseconds since 1970.
pub const START: i64 = 1_800_000_000_000;

/// A keychain that a test can lock and take away.
#[derive(Default)]
pub struct TestKeychain {
    pub kept: Mutex<HashMap<String, Keys>>,
    /// What it answers instead of doing anything.
    pub fails: Mutex<Option<KeychainError>>,
    /// How often it was asked for keys.
    pub loads: AtomicU32,
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
    fn save(&self, account: &str, keys: &Keys) -> Result<(), KeychainError> {
        self.check()?;
        self.kept.lock().unwrap().insert(account.to_owned(), keys.clone());
        Ok(())
    }

    fn load(&self, account: &str) -> Result<Option<Keys>, KeychainError> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        self.check()?;
        self.kept.lock().unwrap().get(account).cloned().map(Some).ok_or(KeychainError::Locked)
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
    pub told: UnboundedSender<Event>,
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
}
