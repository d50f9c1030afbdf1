//! Whose clients the courier uses.

use std::sync::Arc;

use outbox::AccountError;
use service_crm::{Client, Place};

use crate::kept::accounts::{Accounts, ClientError};
use crate::kept::practice;

/// The app's accounts, for the courier.
pub(crate) struct CourierAccounts(pub(crate) Arc<Accounts>);

impl outbox::Accounts for CourierAccounts {
    fn place(&self, account: &str) -> Option<Place> {
        if account == practice::ID {
            return practice::place();
        }
        self.0.settings().account(account)?.place().ok()
    }

    async fn client(&self, account: &str, place: Option<&Place>) -> Result<Client, AccountError> {
        let elsewhere = |now: &Place| place.is_some_and(|place| place != now);
        // Before anybody is asked for keys that it would not go with.
        if self.place(account).as_ref().is_some_and(elsewhere) {
            return Err(AccountError::Elsewhere);
        }
        let client = self.0.client(account).await.map_err(|error| match error {
            ClientError::Keys(_) => AccountError::Keys,
            ClientError::Gone => AccountError::Gone,
            ClientError::Desk(error) => AccountError::Failed(format!("{error:?}")),
        })?;
        // The account may have changed meanwhile; of practice only the port does.
        if account != practice::ID && elsewhere(client.place()) {
            return Err(AccountError::Elsewhere);
        }
        Ok(client)
    }

    fn sign_off(&self, account: &str) -> Option<String> {
        let text = self.0.settings().account(account)?.sign_off.trim().to_owned();
        Some(text).filter(|text| !text.is_empty())
    }
}
