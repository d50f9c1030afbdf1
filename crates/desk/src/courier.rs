//! Whose clients the courier uses.

use std::sync::Arc;

use outbox::NoClient;
use service_crm::Client;

use crate::kept::accounts::{Accounts, ClientError};

/// The app's accounts, for the courier.
pub(crate) struct CourierAccounts(pub(crate) Arc<Accounts>);

impl outbox::Accounts for CourierAccounts {
    async fn client(&self, account: &str) -> Result<Client, NoClient> {
        self.0.client(account).await.map_err(|error| match error {
            ClientError::Keys(_) => NoClient::Keys,
            ClientError::Gone => NoClient::Gone,
            ClientError::Desk(error) => NoClient::Failed(format!("{error:?}")),
        })
    }
}
