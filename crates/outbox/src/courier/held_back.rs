//! The moment after Send, in which a person can think again.

use std::sync::Arc;
use std::time::Duration;

use super::lane::STORAGE;
use super::shared::{Accounts, Shared};
use crate::error::OutboxError;

impl<A: Accounts> Shared<A> {
    /// Lets a delivery go when its moment is over, unless a person was faster.
    pub(super) fn hold_back(self: &Arc<Self>, id: i64, so_long: Duration) {
        let shared = self.clone();
        self.beside(async move {
            tokio::time::sleep(so_long).await;
            loop {
                match shared.moment_is_over(id).await {
                    // A person was faster.
                    Ok(()) | Err(OutboxError::NotPossible { .. } | OutboxError::Unknown(_)) => return,
                    Err(_) => tokio::time::sleep(STORAGE).await,
                }
            }
        });
    }

    async fn moment_is_over(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        let now = (self.now)();
        self.on_disk(move |outbox| outbox.moment_is_over(id, now)).await?;
        self.changed(id);
        Ok(())
    }

    /// As [`super::Courier::let_go`].
    pub(super) async fn let_go(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        let now = (self.now)();
        self.on_disk(move |outbox| outbox.let_go(id, now)).await?;
        self.changed(id);
        Ok(())
    }
}
