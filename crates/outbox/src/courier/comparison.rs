//! The comparison of a delivery that may be done with its ticket.

use std::sync::Arc;

use service_crm::{CancellationToken, Client, Failure, TicketNumber};

use super::shared::{Accounts, Shared, Told};
use crate::delivery::{Comparison, Delivery, FileFound, Finding, look_for};
use crate::error::OutboxError;
use crate::history::{Query, Wanted};
use crate::job::Job;

/// Tickets that are read at the start because of deliveries that may be done.
const UNDECIDED: usize = 20;

impl<A: Accounts> Shared<A> {
    /// Reads what a delivery that may be done has left in its ticket, and keeps the finding.
    pub(super) async fn compare_with_ticket(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        let Some(undecided) = self.on_disk(move |outbox| outbox.undecided(id)).await? else {
            return Ok(());
        };
        let finding = match undecided.job {
            Job::Update => self.finding(undecided).await,
            // The vendor's calls show no notes, and a ticket only to those who know its number.
            Job::NewTicket | Job::Note => Some(Finding::nothing_to_compare((self.now)())),
        };
        let Some(finding) = finding else { return Ok(()) };
        self.on_disk(move |outbox| outbox.save_finding(id, &finding)).await?;
        (self.tell)(Told::Changed(id));
        Ok(())
    }

    /// Reads the ticket of an update and compares it with what was to be set. None where the app ends before.
    async fn finding(&self, update: Delivery) -> Option<Finding> {
        let now = self.now.clone();
        let (Ok(client), Ok(number)) =
            (self.client_of(update.id, &update.account).await, TicketNumber::read(&update.ticket))
        else {
            // Not left open: nobody looks before the account's keys are there, or the account is at its place again.
            return Some(Finding::not_read(None, now()));
        };
        let stop = CancellationToken::new();
        let read = tokio::select! {
            read = client.read_ticket(&number, &stop) => read,
            () = self.stopping.cancelled() => return None,
        };
        Some(match read {
            Ok(ticket) => {
                let (account, details, at) = (update.account.clone(), ticket.clone(), now());
                // For people to see; where it cannot be kept, it is read again.
                let _ = self.on_disk(move |outbox| outbox.remember_ticket(&account, &details, at)).await;
                let shown = |name: &str| ticket.shown(name).map(str::to_owned);
                let files = self.files_shown(&client, &number, &update).await?.ok();
                Finding { files, ..Finding::compare(&update.changes, shown, now()) }
            }
            Err(failure) => Finding::not_read(Some(failure), now()),
        })
    }

    /// Looks for a delivery's files among those that its ticket's conversations show. None where the app ends before: then
    /// nobody knows, and nothing is "not seen".
    async fn files_shown(
        &self,
        client: &Client,
        number: &TicketNumber,
        delivery: &Delivery,
    ) -> Option<Result<Vec<FileFound>, Failure>> {
        let names: Vec<String> = delivery.files.iter().map(|file| file.name.clone()).collect();
        if names.is_empty() {
            return Some(Ok(Vec::new()));
        }
        let stop = CancellationToken::new();
        let shown = tokio::select! {
            shown = client.shown_files(number, &stop) => shown,
            () = self.stopping.cancelled() => return None,
        };
        let shown = match shown {
            Ok(shown) => shown,
            Err(failure) => return Some(Err(failure)),
        };
        let of = delivery.clone();
        // Where that cannot be read, every one of a name may be another's.
        let others = self.on_disk(move |outbox| outbox.names_of_others(&of)).await;
        let others = others.unwrap_or_else(|_| shown.iter().map(|file| file.name.clone()).collect());
        Some(Ok(look_for(&names, &shown, &others, delivery.created_at)))
    }

    /// The same for any delivery, because a person asks; none where the account's keys cannot be had, or it has no
    /// ticket yet.
    pub(super) async fn look_for_files(
        &self,
        id: i64,
    ) -> Result<Option<Result<Vec<FileFound>, Failure>>, OutboxError> {
        let delivery = self.on_disk(move |outbox| outbox.delivery(id)).await?;
        let (Ok(client), Ok(number)) =
            (self.client_of(id, &delivery.account).await, TicketNumber::read(&delivery.ticket))
        else {
            return Ok(None);
        };
        Ok(self.files_shown(&client, &number, &delivery).await)
    }

    /// Compares what may be done and could not be compared before: at the start of all accounts, and of one
    /// whose keys may be there now.
    pub(super) async fn compare_undecided(self: &Arc<Self>, account: Option<String>) {
        let wanted = Query { state: Some(Wanted::MayBeDone), account, ..Query::default() };
        let undecided = self.on_disk(move |outbox| outbox.page(&wanted, None, UNDECIDED)).await;
        for delivery in undecided.map(|page| page.deliveries).unwrap_or_default() {
            if delivery.finding.is_none_or(|finding| finding.comparison == Comparison::NotRead) {
                let shared = self.clone();
                // The finding is told when there is one.
                self.beside(async move { drop(shared.compare_with_ticket(delivery.id).await) });
            }
        }
    }
}
