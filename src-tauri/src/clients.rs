//! A client for each account, made when it is first needed, so that all its calls share one pace.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use service_crm::{Account, Client, Host, Keys, Organisation};

use crate::accounts::KeptAccount;
use crate::keychain::{self, KeychainError};
use crate::practice::{self, Practice};
use crate::views::ShellError;
use crate::views::accounts::KeysState;

/// Clients, and the keys that are kept only until the app is closed.
#[derive(Default)]
pub(crate) struct Clients {
    practice: Practice,
    made: Mutex<HashMap<String, Client>>,
    session: Mutex<HashMap<String, Keys>>,
    /// What the keychain last said of an account's keys; absent while it was not asked.
    seen: Mutex<HashMap<String, KeysState>>,
}

/// Why there is no client.
pub(crate) enum NoClient {
    /// Its keys cannot be had.
    Keys,
    Shell(ShellError),
}

impl Clients {
    /// The practice account's client.
    pub(crate) async fn practice(&self) -> Result<Client, ShellError> {
        if let Some(client) = lock(&self.made).get(practice::ID) {
            return Ok(client.clone());
        }
        let account = self.practice.account().await.map_err(|why| ShellError::PracticeServer { why })?;
        self.keep(practice::ID, account)
    }

    /// Where the practice account's leads are looked up.
    pub(crate) async fn practice_lead_host(&self) -> Result<Host, ShellError> {
        let account = self.practice.account().await.map_err(|why| ShellError::PracticeServer { why })?;
        Ok(account.host)
    }

    /// An account's client. Asks the keychain, which may take a person's time.
    pub(crate) fn of(&self, account: &KeptAccount) -> Result<Client, NoClient> {
        if let Some(client) = lock(&self.made).get(&account.id) {
            return Ok(client.clone());
        }
        let keys = self.keys(account).map_err(|_| NoClient::Keys)?;
        let readable = || -> Result<Account, service_crm::AddressFault> {
            let (host, _) = Host::parse(&account.host)?;
            let organisation = Organisation::parse(&account.organisation)?;
            Ok(Account { host, organisation, keys, calls_per_window: account.calls_per_window })
        };
        let account_of =
            readable().map_err(|fault| NoClient::Shell(ShellError::Storage { why: fault.to_string() }))?;
        self.keep(&account.id, account_of).map_err(NoClient::Shell)
    }

    fn keep(&self, id: &str, account: Account) -> Result<Client, ShellError> {
        let client = Client::new(account).map_err(|error| ShellError::Storage { why: error.to_string() })?;
        // Whoever was first wins: two clients would be two paces.
        Ok(lock(&self.made).entry(id.to_owned()).or_insert(client).clone())
    }

    /// Whether an account's client can be had without asking anybody for its keys.
    pub(crate) fn at_hand(&self, account: &KeptAccount) -> bool {
        lock(&self.made).contains_key(&account.id)
            || lock(&self.session).contains_key(&account.id)
            || lock(&self.seen).get(&account.id) == Some(&KeysState::Saved)
    }

    /// An account's keys, from this session or the keychain.
    pub(crate) fn keys(&self, account: &KeptAccount) -> Result<Keys, KeysState> {
        if let Some(keys) = lock(&self.session).get(&account.id) {
            return Ok(keys.clone());
        }
        if !account.keys_saved {
            return Err(KeysState::Missing);
        }
        let loaded = match keychain::load(&account.id) {
            Ok(keys) => keys.ok_or(KeysState::Missing),
            Err(KeychainError::Locked) => Err(KeysState::Locked),
            Err(KeychainError::Absent(_)) => Err(KeysState::NoKeychain),
        };
        let state = loaded.as_ref().err().copied().unwrap_or(KeysState::Saved);
        lock(&self.seen).insert(account.id.clone(), state);
        loaded
    }

    /// Where an account's keys are, without asking the keychain anew.
    pub(crate) fn keys_state(&self, account: &KeptAccount) -> KeysState {
        if lock(&self.session).contains_key(&account.id) {
            KeysState::Session
        } else if account.keys_saved {
            lock(&self.seen).get(&account.id).copied().unwrap_or(KeysState::Saved)
        } else {
            KeysState::Missing
        }
    }

    /// The keychain has just taken an account's keys: it is open.
    pub(crate) fn saved(&self, id: &str) {
        lock(&self.seen).insert(id.to_owned(), KeysState::Saved);
    }

    /// Keeps keys until the app is closed.
    pub(crate) fn keep_for_session(&self, id: &str, keys: Keys) {
        lock(&self.session).insert(id.to_owned(), keys);
    }

    /// Forgets what was made for an account that changed; its next client is made anew.
    pub(crate) fn changed(&self, id: &str) {
        lock(&self.made).remove(id);
    }

    /// Forgets the keys that were kept for this session.
    pub(crate) fn forget_session(&self, id: &str) {
        lock(&self.session).remove(id);
    }
}

fn lock<T>(map: &Mutex<T>) -> MutexGuard<'_, T> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}
