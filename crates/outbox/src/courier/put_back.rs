//! Putting back: the reading that a person sees, and the last one before the request.

use std::sync::Arc;

use service_crm::{CancellationToken, Client, Failure, TicketNumber};

use super::shared::{Accounts, Shared};
use super::under_way::UnderWay;
use crate::delivery::{Delivery, FieldBack};
use crate::error::OutboxError;

/// How each field of an update stands by a fresh reading; none where nobody can be asked.
pub type Looked = Option<Result<Vec<FieldBack>, Failure>>;

impl<A: Accounts> Shared<A> {
    /// Reads the ticket of a done update, and compares what its fields were, what was set and what they are now.
    pub(super) async fn look_before_putting_back(
        self: &Arc<Self>,
        id: i64,
    ) -> Result<(Delivery, Looked), OutboxError> {
        let update = self.on_disk(move |outbox| outbox.delivery(id)).await?;
        if !update.may_be_put_back() {
            return Err(OutboxError::NotPossible { delivery: id, state: update.state });
        }
        let (Ok(client), Ok(number)) =
            (self.client_of(id, &update.account).await, TicketNumber::read(&update.ticket))
        else {
            return Ok((update, None));
        };
        let stop = CancellationToken::new();
        let read = tokio::select! {
            read = client.read_ticket(&number, &stop) => read,
            () = self.stopping.cancelled() => return Ok((update, None)),
        };
        let looked = match read {
            Ok(ticket) => {
                let fields = update.fields_back(&ticket);
                let (account, now) = (update.account.clone(), (self.now)());
                // For people to see; where it cannot be kept, it is read again.
                let _ = self.on_disk(move |outbox| outbox.remember_ticket(&account, &ticket, now)).await;
                Ok(fields)
            }
            Err(failure) => Err(failure),
        };
        Ok((update, Some(looked)))
    }

    /// Of a delivery that puts back, the last look before its request: it goes only where nobody changed a field since
    /// the update that it takes back. Whether it can go on.
    pub(super) async fn still_stands(
        self: &Arc<Self>,
        id: i64,
        account: &str,
        client: &Client,
        one: &UnderWay,
    ) -> Result<bool, OutboxError> {
        let delivery = self.on_disk(move |outbox| outbox.delivery(id)).await?;
        let Some(puts_back) = &delivery.puts_back else { return Ok(true) };
        let read = match TicketNumber::read(&delivery.ticket) {
            Ok(number) => client.read_ticket(&number, &one.stop).await,
            Err(_) => Err(Failure::lead_unknown()),
        };
        let failure = match read {
            Ok(ticket) => {
                let changed = puts_back.changed_since(&delivery.changes, &ticket);
                let (account, now) = (account.to_owned(), (self.now)());
                self.on_disk(move |outbox| outbox.remember_ticket(&account, &ticket, now)).await?;
                if changed.is_empty() {
                    return Ok(true);
                }
                Failure::changed_since(changed)
            }
            Err(failure) => failure,
        };
        self.comes_to_no_request(id, account, client, one, failure).await?;
        Ok(false)
    }
}
