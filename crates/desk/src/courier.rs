//! Whose clients the courier uses.

use std::sync::Arc;

use outbox::AccountError;
use service_crm::Client;

use crate::kept::accounts::{Accounts, ClientError};

/// The app's accounts, for the courier.
pub(crate) struct CourierAccounts(pub(crate) Arc<Accounts>);

impl outbox::Accounts for CourierAccounts {
    async fn client(&self, account: &str) -> Result<Client, AccountError> {
        self.0.client(account).await.map_err(|error| match error {
            ClientError::Keys(_) => AccountError::Keys,
            ClientError::Gone => AccountError::Gone,
            ClientError::Desk(error) => AccountError::Failed(format!("{error:?}")),
        })
    }
}
