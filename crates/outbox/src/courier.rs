//! The courier: takes the draft, sends it, and writes down what became of it.

use service_crm::{CancellationToken, Client, Progress, Update, UpdateFault};

use crate::draft::Draft;
use crate::history::Delivery;
use crate::store::{Outbox, OutboxError};

/// Whose account a delivery goes out under, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The account's own id.
    pub account: String,
    /// What the person calls it, at the time.
    pub account_name: String,
}

/// What came of sending the draft.
#[derive(Debug)]
pub enum Sent {
    /// Nothing was sent; these must be mended first.
    Faults(Vec<UpdateFault>),
    /// It was tried, and this is what became of it.
    Settled(Box<Delivery>),
}

/// Sends the draft as it is kept. When it is done the draft is emptied of it; otherwise the draft
/// stays as it is.
///
/// `now` reads the clock, in milliseconds since 1970.
///
/// # Errors
/// When the database cannot be read or written. Nothing is sent that could not be written down first.
pub async fn deliver(
    outbox: &Outbox,
    client: &Client,
    sender: &Sender,
    cancel: &CancellationToken,
    watch: impl FnMut(Progress) + Send,
    now: impl Fn() -> i64 + Send,
) -> Result<Sent, OutboxError> {
    let draft = outbox.draft()?;
    let Draft { text, files } = draft.clone();
    let faults = Update::faults(&text.ticket, &text.lead, &text.changes, files.len());
    if !faults.is_empty() {
        return Ok(Sent::Faults(faults));
    }
    let attachments = files.into_iter().map(|file| file.attachment).collect();
    let update = match Update::new(&text.ticket, &text.lead, text.changes, attachments) {
        Ok(update) => update,
        Err(fault) => return Ok(Sent::Faults(vec![fault])),
    };
    let delivery = outbox.begin(sender, &update, now())?;
    let became = client.update_ticket(&update, cancel, watch).await;
    outbox.settle(delivery, &became, now())?;
    if became.is_ok() {
        outbox.take_out(&draft)?;
    }
    Ok(Sent::Settled(Box::new(outbox.delivery(delivery)?)))
}
