//! The place of a delivery, beside that of its account as it is now.

use std::sync::Arc;

use service_crm::Client;

use super::shared::{AccountError, Accounts, Shared};
use crate::error::OutboxError;

impl<A: Accounts> Shared<A> {
    /// The client that a delivery goes with: of its own place.
    pub(super) async fn client_of(&self, id: i64, account: &str) -> Result<Client, AccountError> {
        let now = self.accounts.place(account);
        let place = self.on_disk(move |outbox| outbox.place_or(id, now.as_ref())).await;
        let place = place.map_err(|error| AccountError::Failed(error.to_string()))?;
        self.accounts.client(account, place.as_ref()).await
    }

    /// Deliveries of an earlier version are bound to their accounts' places as they are now.
    pub(super) async fn place_earlier(&self) -> Result<(), OutboxError> {
        for account in self.on_disk(|outbox| outbox.accounts_without_place()).await? {
            if let Some(place) = self.accounts.place(&account) {
                self.on_disk(move |outbox| outbox.give_place(&account, &place)).await?;
            }
        }
        Ok(())
    }

    /// A person wants a delivery sent to where its account is now.
    pub(super) async fn send_to_new_place(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        let delivery = self.on_disk(move |outbox| outbox.delivery(id)).await?;
        let Some(place) = self.accounts.place(&delivery.account) else {
            return Err(OutboxError::NotPossible { delivery: id, state: delivery.state });
        };
        self.on_disk(move |outbox| outbox.move_to(id, &place)).await?;
        self.try_anew(&delivery.account);
        self.changed(id);
        Ok(())
    }

    /// A person wants all of an account's deliveries that wait sent to where it is now; says how many were for another
    /// place.
    pub(super) async fn send_all_to_new_place(self: &Arc<Self>, account: &str) -> Result<u64, OutboxError> {
        let Some(place) = self.accounts.place(account) else { return Ok(0) };
        let of = account.to_owned();
        let moved = self.on_disk(move |outbox| outbox.move_all_to(&of, &place)).await?;
        self.try_anew(account);
        moved.iter().for_each(|id| self.changed(*id));
        Ok(moved.len() as u64)
    }
}
