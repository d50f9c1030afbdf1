//! The accounts: what the settings say of them, their keys and their clients.

use std::path::PathBuf;
use std::sync::Arc;

use service_crm::Client;

use crate::error::DeskError;
use crate::kept::asked_keychain::AskedKeychain;
use crate::kept::clients::Clients;
use crate::kept::keys::{KeyRing, KeysState};
use crate::kept::practice;
use crate::kept::proxy_logins::ProxyLogins;
use crate::kept::settings::{SavedAccount, Settings};
use crate::kept::settings_file::SettingsFile;
use crate::kept::settings_read::SettingsRescue;
use crate::kept::signing_keys::SigningKeys;

/// The accounts, shared by the desk and the courier.
pub(crate) struct Accounts {
    settings: SettingsFile,
    pub(crate) keys: KeyRing,
    pub(crate) signing: SigningKeys,
    pub(crate) clients: Clients,
    pub(crate) proxies: ProxyLogins,
    pub(crate) keychain: Arc<AskedKeychain>,
}

/// Why there is no client.
#[derive(Debug)]
pub(crate) enum ClientError {
    /// The account's keys cannot be had.
    Keys(KeysState),
    /// There is no such account any more.
    Gone,
    /// Something else.
    Desk(DeskError),
}

impl Accounts {
    /// Reads the settings of a folder; blocks on the disk. `now` is in milliseconds since 1970.
    pub(crate) fn open(folder: PathBuf, keychain: AskedKeychain, now: i64) -> Self {
        let keychain = Arc::new(keychain);
        Self {
            settings: SettingsFile::open(folder, now),
            proxies: ProxyLogins::new(keychain.clone()),
            keys: KeyRing::new(keychain.clone()),
            signing: SigningKeys::new(keychain.clone()),
            keychain,
            clients: Clients::default(),
        }
    }

    /// The settings as they are now.
    pub(crate) fn settings(&self) -> Arc<Settings> {
        self.settings.now()
    }

    /// The rescue of what could not be read of them at the start, if anything could not.
    pub(crate) fn rescue(&self) -> Option<&SettingsRescue> {
        self.settings.rescue()
    }

    /// Changes the settings and writes them.
    ///
    /// # Errors
    /// When the file cannot be written; the change then holds until the app is closed.
    pub(crate) async fn change(&self, change: impl FnOnce(&mut Settings)) -> Result<(), DeskError> {
        self.settings.change(change).await
    }

    /// The account that Send uses; none for the practice account.
    pub(crate) fn current(&self) -> Option<SavedAccount> {
        let settings = self.settings();
        settings.account(settings.current()).cloned()
    }

    /// The id of the account that Send uses.
    pub(crate) fn current_id(&self) -> String {
        self.settings().current().to_owned()
    }

    /// Where the current account's keys are, without asking the keychain anew.
    pub(crate) fn keys_state_of(&self, id: &str) -> KeysState {
        self.settings().account(id).map_or(KeysState::Session, |account| self.keys.state(account))
    }

    /// The client of an account, by its id. Asks the keychain, which may take a person's time.
    pub(crate) async fn client(&self, id: &str) -> Result<Client, ClientError> {
        let client = self.client_without_proxy(id).await?;
        self.proxies.give(&client).await;
        Ok(client)
    }

    async fn client_without_proxy(&self, id: &str) -> Result<Client, ClientError> {
        if id == practice::ID {
            return self.clients.practice().await.map_err(ClientError::Desk);
        }
        loop {
            let since = self.clients.changes();
            let account = self.settings().account(id).cloned().ok_or(ClientError::Gone)?;
            if let Some(client) = self.clients.made(&account) {
                return Ok(client);
            }
            let place = account.place().map_err(|fault| ClientError::Desk(DeskError::storage(fault)))?;
            let keys = self.keys.of(&account).await.map_err(ClientError::Keys)?;
            // The keychain may have taken a person's time, and the account be another by now.
            if let Some(client) =
                self.clients.make(&account, place, keys, since).map_err(ClientError::Desk)?
            {
                return Ok(client);
            }
        }
    }

    /// The same for what a person did not ask for: a keychain that is known to be shut is not asked again. A number
    /// that is being typed is no reason for the system to interrupt with a question; sending is.
    pub(crate) async fn client_unasked(&self, id: &str) -> Result<Client, ClientError> {
        match self.keys_state_of(id) {
            KeysState::Saved | KeysState::Session => self.client(id).await,
            keys @ (KeysState::Missing | KeysState::Locked | KeysState::NoKeychain) => {
                Err(ClientError::Keys(keys))
            }
        }
    }

    /// Whether an account's client is there: the keychain need not be asked for it.
    pub(crate) fn is_made(&self, account: &SavedAccount) -> bool {
        self.clients.made(account).is_some()
    }

    /// Whether an account's client can be had without asking anybody for its keys.
    pub(crate) fn at_hand(&self, account: &SavedAccount) -> bool {
        self.clients.made(account).is_some() || self.keys.at_hand(account)
    }
}
