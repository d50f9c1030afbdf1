//! Trying a connection before an account is saved.

use service_crm::{Account, Client};

use crate::acts::account_form::ReadForm;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::keys::KeysState;
use crate::kept::practice;
use crate::views::accounts::{AccountForm, Tried};

impl Desk {
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
        Ok(Tried::Found(client.try_connection().await))
    }
}
