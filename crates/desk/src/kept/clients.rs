//! A client for each account, made when it is first needed, so that all its calls share one pace.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use service_crm::{Account, Client, Keys, Place};

use crate::error::DeskError;
use crate::kept::practice::{self, Practice};
use crate::kept::settings::SavedAccount;

/// The clients that were made, and the practice server behind one of them. Each belongs to the account as it was when
/// it was made.
#[derive(Default)]
pub(crate) struct Clients {
    practice: Practice,
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    clients: HashMap<String, Client>,
    /// Counts the accounts' changes: keys that were asked for before one make no client after it.
    changes: u64,
}

impl Clients {
    /// The practice account's client.
    pub(crate) async fn practice(&self) -> Result<Client, DeskError> {
        if let Some(client) = self.lock().clients.get(practice::ID) {
            return Ok(client.clone());
        }
        let account = self.practice.account().await.map_err(|why| DeskError::PracticeServer { why })?;
        let client = Client::new(account).map_err(DeskError::storage)?;
        // Whoever was first wins: two clients would be two paces.
        Ok(self.lock().clients.entry(practice::ID.to_owned()).or_insert(client).clone())
    }

    /// An account's client, if one was made before for its place.
    pub(crate) fn made(&self, account: &SavedAccount) -> Option<Client> {
        let place = account.place().ok()?;
        self.lock().clients.get(&account.id).filter(|client| *client.place() == place).cloned()
    }

    /// How often an account has changed until now; to be asked before the account is looked at.
    pub(crate) fn changes(&self) -> u64 {
        self.lock().changes
    }

    /// The client of an account that has none yet; none where an account has changed since.
    pub(crate) fn make(
        &self,
        account: &SavedAccount,
        place: Place,
        keys: Keys,
        since: u64,
    ) -> Result<Option<Client>, DeskError> {
        let calls_per_window = account.calls_per_window;
        let client = Client::new(Account { place, keys, calls_per_window }).map_err(DeskError::storage)?;
        let mut made = self.lock();
        if made.changes != since {
            return Ok(None);
        }
        // Whoever was first wins, if it goes to the same place: two clients would be two paces.
        let kept = made.clients.entry(account.id.clone()).or_insert_with(|| client.clone());
        if kept.place() != client.place() {
            *kept = client;
        }
        Ok(Some(kept.clone()))
    }

    /// Forgets the client of an account that has changed; its next one is made anew.
    pub(crate) fn forget(&self, id: &str) {
        let mut made = self.lock();
        made.clients.remove(id);
        made.changes += 1;
    }

    fn lock(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
