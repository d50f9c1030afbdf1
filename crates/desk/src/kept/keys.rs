//! Accounts' keys: in the keychain, or in memory until the app ends.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use service_crm::Keys;
use ts_rs::TS;

use crate::blocking::on_disk;
use crate::kept::settings::SavedAccount;
use crate::keychain::{Keychain, KeychainError};

/// Where an account's keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeysState {
    /// In the system's keychain.
    Saved,
    /// Kept until the app is closed.
    Session,
    /// None were ever given for this account on this computer, or somebody has removed them from the keychain.
    Missing,
    /// They were saved, but the keychain is locked (on Linux it answers as if nothing were saved).
    Locked,
    /// They were saved, but this computer has no keychain running now.
    NoKeychain,
}

/// Where keys are to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeepKeys {
    /// In the system's keychain.
    Keychain,
    /// In memory, until the app is closed.
    Session,
}

/// The keys of all accounts.
pub(crate) struct KeyRing {
    keychain: Arc<dyn Keychain>,
    session: Mutex<HashMap<String, Keys>>,
    /// The keychain's last answer about an account; absent while it was not asked.
    answered: Mutex<HashMap<String, KeysState>>,
}

impl KeyRing {
    pub(crate) fn new(keychain: Arc<dyn Keychain>) -> Self {
        Self { keychain, session: Mutex::default(), answered: Mutex::default() }
    }

    /// An account's keys. Asks the keychain, which may take a person's time.
    ///
    /// # Errors
    /// With the keys' place, where they cannot be had.
    pub(crate) async fn of(&self, account: &SavedAccount) -> Result<Keys, KeysState> {
        if let Some(keys) = lock(&self.session).get(&account.id) {
            return Ok(keys.clone());
        }
        if !account.keys_saved {
            return Err(KeysState::Missing);
        }
        let (keychain, id) = (self.keychain.clone(), account.id.clone());
        let loaded = match on_disk(move || keychain.load(&id)).await {
            Ok(Ok(keys)) => keys.ok_or(KeysState::Missing),
            Ok(Err(KeychainError::Locked)) => Err(KeysState::Locked),
            Ok(Err(KeychainError::Absent(_))) | Err(_) => Err(KeysState::NoKeychain),
        };
        let state = loaded.as_ref().err().copied().unwrap_or(KeysState::Saved);
        lock(&self.answered).insert(account.id.clone(), state);
        loaded
    }

    /// Where an account's keys are, without asking the keychain anew.
    pub(crate) fn state(&self, account: &SavedAccount) -> KeysState {
        if lock(&self.session).contains_key(&account.id) {
            KeysState::Session
        } else if account.keys_saved {
            lock(&self.answered).get(&account.id).copied().unwrap_or(KeysState::Saved)
        } else {
            KeysState::Missing
        }
    }

    /// Whether an account's keys can be had without asking a person.
    pub(crate) fn at_hand(&self, account: &SavedAccount) -> bool {
        lock(&self.session).contains_key(&account.id)
            || lock(&self.answered).get(&account.id) == Some(&KeysState::Saved)
    }

    /// Keeps keys where a person wants them, and says whether that is the keychain.
    ///
    /// # Errors
    /// When the keychain does not take them; nothing is changed then.
    pub(crate) async fn keep(&self, id: &str, keys: Keys, place: KeepKeys) -> Result<bool, KeychainError> {
        match place {
            KeepKeys::Keychain => {
                let (keychain, account) = (self.keychain.clone(), id.to_owned());
                let saved = on_disk(move || keychain.save(&account, &keys)).await;
                saved.map_err(|error| KeychainError::Absent(format!("{error:?}")))??;
                lock(&self.session).remove(id);
                lock(&self.answered).insert(id.to_owned(), KeysState::Saved);
            }
            KeepKeys::Session => drop(lock(&self.session).insert(id.to_owned(), keys)),
        }
        Ok(place == KeepKeys::Keychain)
    }

    /// Forgets an account's keys, wherever they are.
    pub(crate) async fn forget(&self, id: &str) {
        lock(&self.session).remove(id);
        self.forget_saved(id).await;
    }

    /// Forgets the keys that the keychain has of an account; those of this session stay.
    pub(crate) async fn forget_saved(&self, id: &str) {
        let (keychain, account) = (self.keychain.clone(), id.to_owned());
        // Where the keychain does not forget, nothing more can be done.
        let _ = on_disk(move || keychain.forget(&account)).await;
    }
}

fn lock<T>(map: &Mutex<T>) -> MutexGuard<'_, T> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}
