//! Trying a connection before an account is saved, and signing in to the proxy before it.

use std::sync::Arc;

use service_crm::{Account, Client, ProxyLogin};

use crate::acts::account_form::ReadForm;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::keys::KeysState;
use crate::kept::practice;
use crate::views::accounts::{AccountForm, ProxySignIn, Tried};

impl Desk {
    /// Signs in to a proxy, for all accounts, and tries at once what waited for it. Says whether the keychain took name
    /// and password; else they hold until the app is closed.
    ///
    /// # Errors
    /// When there is no outbox.
    pub async fn sign_in_to_proxy(
        self: &Arc<Self>,
        ProxySignIn { proxy, name, password }: ProxySignIn,
    ) -> Result<bool, DeskError> {
        let saved = self.accounts.proxies.keep(ProxyLogin::new(&proxy, &name, password)).await;
        let courier = &self.outbox().await?.courier;
        for account in &self.accounts.settings().accounts {
            courier.try_now(&account.id);
        }
        Ok(saved)
    }

    /// Asks the server of a form whether it knows the account. Nothing is saved.
    ///
    /// # Errors
    /// When there is no client to ask with.
    pub async fn try_connection(&self, form: AccountForm) -> Result<Tried, DeskError> {
        if form.id.as_deref() == Some(practice::ID) {
            return Ok(Tried::Found(self.accounts.clients.practice().await?.try_connection().await));
        }
        let saved = form.id.as_deref().and_then(|id| self.accounts.settings().account(id).cloned());
        let ReadForm { place, keys } = match self.read_form(&form, saved.as_ref()) {
            Ok(read) => read,
            Err(faults) => return Ok(Tried::faults(faults)),
        };
        let keys = match (keys, saved) {
            (Some(keys), _) => keys,
            (None, None) => return Ok(Tried::keys_not_available(KeysState::Missing)),
            (None, Some(account)) => match self.accounts.keys.of(&account).await {
                Ok(keys) => keys,
                Err(keys) => return Ok(Tried::keys_not_available(keys)),
            },
        };
        let account = Account { place, keys, calls_per_window: form.calls_per_window };
        let client = Client::new(account).map_err(DeskError::storage)?;
        self.accounts.proxies.give(&client).await;
        Ok(Tried::Found(client.try_connection().await))
    }
}
