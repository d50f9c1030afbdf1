//! Accounts' keys: in the keychain, or in memory until the app ends.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use service_crm::{Keys, Place};
use ts_rs::TS;

use crate::kept::asked_keychain::AskedKeychain;
use crate::kept::placed_keys::{Entry, PlacedKeys};
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
    /// None were ever given for this account and its place on this computer, or they were removed from the keychain.
    Missing,
    /// Saved keys behind a locked keychain (on Linux it answers as if nothing were saved).
    Locked,
    /// Saved keys on a computer that has no keychain running now.
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

/// The keys of all accounts. Each pair is for one place, and for another there is none.
pub(crate) struct KeyRing {
    keychain: Arc<AskedKeychain>,
    session: Mutex<HashMap<String, PlacedKeys>>,
    /// The keychain's last answer about an account and a place; absent while it was not asked.
    answered: Mutex<HashMap<String, (Place, KeysState)>>,
}

impl KeyRing {
    pub(crate) fn new(keychain: Arc<AskedKeychain>) -> Self {
        Self { keychain, session: Mutex::default(), answered: Mutex::default() }
    }

    /// An account's keys, for its place as it is in `account`. Asks the keychain, which may take a person's time.
    ///
    /// # Errors
    /// With what became of the keys, where they cannot be had.
    pub(crate) async fn of(&self, account: &SavedAccount) -> Result<Keys, KeysState> {
        let place = account.place().map_err(|_| KeysState::Missing)?;
        if let Some(keys) = self.of_session(&account.id, &place) {
            return Ok(keys);
        }
        if !account.keys_saved {
            return Err(KeysState::Missing);
        }
        let (id, wanted) = (account.id.clone(), place.clone());
        let loaded = match self.keychain.ask(move |keychain| load(keychain, &id, &wanted)).await {
            Ok(keys) => keys.ok_or(KeysState::Missing),
            Err(KeychainError::Locked) => Err(KeysState::Locked),
            Err(KeychainError::Absent(_) | KeychainError::NoKeyring) => Err(KeysState::NoKeychain),
        };
        let state = loaded.as_ref().err().copied().unwrap_or(KeysState::Saved);
        lock(&self.answered).insert(account.id.clone(), (place, state));
        loaded
    }

    fn of_session(&self, id: &str, place: &Place) -> Option<Keys> {
        lock(&self.session).get(id)?.at(place).cloned()
    }

    /// Where an account's keys are, without asking the keychain anew.
    pub(crate) fn state(&self, account: &SavedAccount) -> KeysState {
        let Ok(place) = account.place() else { return KeysState::Missing };
        if self.of_session(&account.id, &place).is_some() {
            KeysState::Session
        } else if account.keys_saved {
            self.answer(&account.id, &place).unwrap_or(KeysState::Saved)
        } else {
            KeysState::Missing
        }
    }

    fn answer(&self, id: &str, wanted: &Place) -> Option<KeysState> {
        let answered = lock(&self.answered);
        answered.get(id).filter(|(place, _)| place == wanted).map(|(_, state)| *state)
    }

    /// Whether an account's keys can be had without asking a person.
    pub(crate) fn at_hand(&self, account: &SavedAccount) -> bool {
        account.place().is_ok_and(|place| {
            self.of_session(&account.id, &place).is_some()
                || self.answer(&account.id, &place) == Some(KeysState::Saved)
        })
    }

    /// Keeps keys where a person wants them, and says whether that is the keychain.
    ///
    /// # Errors
    /// When the keychain does not take them; nothing is changed then.
    pub(crate) async fn keep(
        &self,
        id: &str,
        placed: PlacedKeys,
        keep: KeepKeys,
    ) -> Result<bool, KeychainError> {
        match keep {
            KeepKeys::Keychain => {
                let (account, entry) = (id.to_owned(), placed.entry());
                self.keychain.ask(move |keychain| keychain.save(&account, &entry)).await?;
                lock(&self.session).remove(id);
                lock(&self.answered).insert(id.to_owned(), (placed.place, KeysState::Saved));
            }
            KeepKeys::Session => drop(lock(&self.session).insert(id.to_owned(), placed)),
        }
        Ok(keep == KeepKeys::Keychain)
    }

    /// Forgets an account's keys, wherever they are.
    pub(crate) async fn forget(&self, id: &str) {
        lock(&self.session).remove(id);
        self.forget_saved(id).await;
    }

    /// Forgets the keys that the keychain has of an account; those of this session stay.
    pub(crate) async fn forget_saved(&self, id: &str) {
        let account = id.to_owned();
        // Where the keychain does not forget, nothing more can be done.
        let _ = self
            .keychain
            .ask(move |keychain| {
                keychain.forget(&account);
                Ok(())
            })
            .await;
    }
}

/// An account's keys from the keychain, if they are for the wanted place. Those without a place are bound to it.
fn load(keychain: &dyn Keychain, id: &str, wanted: &Place) -> Result<Option<Keys>, KeychainError> {
    Ok(match keychain.load(id)?.as_ref().and_then(Entry::read) {
        Some(Entry::Placed(placed)) => placed.at(wanted).cloned(),
        Some(Entry::Unplaced(keys)) => {
            let placed = PlacedKeys { place: wanted.clone(), keys };
            // Not written anew, they would be bound another time, and perhaps to another place.
            keychain.save(id, &placed.entry())?;
            Some(placed.keys)
        }
        None => None,
    })
}

fn lock<T>(map: &Mutex<T>) -> MutexGuard<'_, T> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}
