//! The ticket answers while a draft is put together.

use std::sync::Arc;

use outbox::KnownTicket;
use service_crm::{Code, Failure, NamedTicket, TicketNumber};

use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::kept::accounts::ClientError;
use crate::kept::settings::LeadStep;
use crate::views::accounts::Overview;
use crate::views::ticket::{SeenTicket, TicketAnswer};

/// How long a reading is answered from memory, in milliseconds.
const FRESH: i64 = 5 * 60 * 1000;

/// The number of the ticket that a text means, typed or pasted; none where it means none or several.
pub fn read_number(text: &str) -> Option<String> {
    TicketNumber::read(text).ok().map(|number| number.as_str().to_owned())
}

/// The ticket that files' names name, and how surely; none where they name none or several.
pub fn ticket_of_files(names: &[String]) -> Option<NamedTicket> {
    NamedTicket::of_files(names.iter().map(String::as_str))
}

/// The ticket that a text names that was pasted or dropped beside the boxes; none where it names none or several.
pub fn ticket_of_text(text: &str) -> Option<NamedTicket> {
    NamedTicket::of_text(text)
}

/// A reading that was kept, and whether it still holds.
struct KeptReading {
    ticket: Box<SeenTicket>,
    holds: bool,
}

impl Desk {
    /// Reads a ticket in the current account; one that was read in the last five minutes is not read again, unless
    /// `fresh`.
    ///
    /// # Errors
    /// When what is kept of it cannot be read or written.
    pub async fn read_ticket(
        self: &Arc<Self>,
        number: String,
        fresh: bool,
    ) -> Result<TicketAnswer, DeskError> {
        let Ok(number) = TicketNumber::read(&number) else { return Ok(TicketAnswer::NotANumber) };
        let stop = self.reading.begin();
        let account = self.accounts.current_id();
        let kept = self.kept(&account, &number).await?;
        if let Some(KeptReading { ticket, .. }) = kept.as_ref().filter(|kept| kept.holds && !fresh) {
            return Ok(TicketAnswer::Seen { ticket: ticket.clone(), stale: None });
        }
        let client = match self.accounts.client_unasked(&account).await {
            Ok(client) => client,
            Err(ClientError::Keys(keys)) => return Ok(TicketAnswer::KeysNotAvailable { keys }),
            Err(ClientError::Gone) => return Err(DeskError::NotPossible),
            Err(ClientError::Desk(error)) => return Err(error),
        };
        match client.read_ticket(&number, &stop).await {
            Ok(details) => {
                let read = KnownTicket { details, read_at: self.now() };
                let ticket = self.keep_reading(account, read).await?;
                Ok(TicketAnswer::Seen { ticket, stale: None })
            }
            Err(Failure { code: Code::NotFound, .. }) => Ok(TicketAnswer::NotThere),
            Err(Failure { code: Code::Cancelled, .. }) => Ok(TicketAnswer::Overtaken),
            Err(failure @ Failure { code: Code::Forbidden, .. }) if failure.tells_of_account() => {
                self.step_to(&account, LeadStep::Email).await?;
                Ok(TicketAnswer::NotAllowed)
            }
            Err(failure) => Ok(match kept {
                Some(KeptReading { ticket, .. }) => {
                    TicketAnswer::Seen { ticket, stale: Some(failure.in_short()) }
                }
                None => TicketAnswer::Failed { why: failure.in_short() },
            }),
        }
    }

    async fn kept(
        self: &Arc<Self>,
        account: &str,
        number: &TicketNumber,
    ) -> Result<Option<KeptReading>, DeskError> {
        let (account, number, now) = (account.to_owned(), number.clone(), self.now());
        self.in_outbox(move |_, opened| {
            let Some(kept) = opened.outbox.known_ticket(&account, &number)? else { return Ok(None) };
            // A clock that was set back makes it come from the future: then it is not fresh.
            let young = (0..FRESH).contains(&(now - kept.read_at));
            let holds = young && !opened.outbox.may_have_changed(&account, &number, kept.read_at)?;
            Ok(Some(KeptReading { ticket: seen(opened, &account, kept)?, holds }))
        })
        .await
    }

    async fn keep_reading(
        self: &Arc<Self>,
        account: String,
        read: KnownTicket,
    ) -> Result<Box<SeenTicket>, DeskError> {
        self.in_outbox(move |_, opened| {
            opened.outbox.remember_ticket(&account, &read.details, read.read_at)?;
            seen(opened, &account, read)
        })
        .await
    }

    /// A ticket of the current account as it is kept, however old; the server is not asked.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn kept_ticket(self: &Arc<Self>, number: String) -> Result<Option<Box<SeenTicket>>, DeskError> {
        let Ok(number) = TicketNumber::read(&number) else { return Ok(None) };
        let account = self.accounts.current_id();
        self.in_outbox(move |_, opened| {
            let kept = opened.outbox.known_ticket(&account, &number)?;
            kept.map(|kept| seen(opened, &account, kept)).transpose()
        })
        .await
    }

    /// A person wants tickets to be read again: the account may be allowed to by now.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub async fn try_ticket_again(&self) -> Result<Overview, DeskError> {
        self.step_to(&self.accounts.current_id(), LeadStep::Ticket).await?;
        Ok(self.overview())
    }

    /// Remembers how an account's leads are found from now on.
    pub(crate) async fn step_to(&self, account: &str, step: LeadStep) -> Result<(), DeskError> {
        self.accounts
            .change(|settings| {
                if let Some(account) = settings.accounts.iter_mut().find(|one| one.id == account) {
                    account.lead_step = step;
                }
            })
            .await
    }
}

fn seen(opened: &OpenOutbox, account: &str, kept: KnownTicket) -> Result<Box<SeenTicket>, DeskError> {
    let name = kept.details.lead.map(|lead| opened.outbox.lead_name(account, lead)).transpose()?.flatten();
    Ok(Box::new(SeenTicket::new(kept, name)))
}
