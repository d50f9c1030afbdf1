//! A client for each account, made when it is first needed, so that all its calls share one pace.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use service_crm::{Account, AddressFault, Client, Host, Keys, Organisation};

use crate::error::DeskError;
use crate::kept::practice::{self, Practice};
use crate::kept::settings::SavedAccount;

/// The clients that were made, and the practice server behind one of them.
#[derive(Default)]
pub(crate) struct Clients {
    practice: Practice,
    made: Mutex<HashMap<String, Client>>,
}

impl Clients {
    /// The practice account's client.
    pub(crate) async fn practice(&self) -> Result<Client, DeskError> {
        if let Some(client) = self.made(practice::ID) {
            return Ok(client);
        }
        let account = self.practice_account().await?;
        self.make(practice::ID, account)
    }

    /// Where the practice account's leads are looked up.
    pub(crate) async fn practice_lead_host(&self) -> Result<Host, DeskError> {
        Ok(self.practice_account().await?.host)
    }

    async fn practice_account(&self) -> Result<Account, DeskError> {
        self.practice.account().await.map_err(|why| DeskError::PracticeServer { why })
    }

    /// An account's client, if it was made before.
    pub(crate) fn made(&self, id: &str) -> Option<Client> {
        self.lock().get(id).cloned()
    }

    /// The client of an account that has none yet.
    pub(crate) fn of(&self, account: &SavedAccount, keys: Keys) -> Result<Client, DeskError> {
        let readable = || -> Result<Account, AddressFault> {
            let (host, _) = Host::parse(&account.host)?;
            let organisation = Organisation::parse(&account.organisation)?;
            Ok(Account { host, organisation, keys, calls_per_window: account.calls_per_window })
        };
        self.make(&account.id, readable().map_err(DeskError::storage)?)
    }

    fn make(&self, id: &str, account: Account) -> Result<Client, DeskError> {
        let client = Client::new(account).map_err(DeskError::storage)?;
        // Whoever was first wins: two clients would be two paces.
        Ok(self.lock().entry(id.to_owned()).or_insert(client).clone())
    }

    /// Forgets the client of an account that changed; its next one is made anew.
    pub(crate) fn forget(&self, id: &str) {
        self.lock().remove(id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Client>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
