//! Files that went to the same ticket before: a person is told while the draft is put together.

use std::sync::Arc;

use outbox::AlreadyThere;
use service_crm::TicketNumber;

use crate::desk::Desk;
use crate::error::DeskError;

impl Desk {
    /// Files of the draft with these numbers that went to a ticket of the current account before, or are on their
    /// way there; none where the text means no ticket.
    ///
    /// # Errors
    /// When what went cannot be read.
    pub async fn already_there(
        self: &Arc<Self>,
        ticket: String,
        files: Vec<i64>,
    ) -> Result<Vec<AlreadyThere>, DeskError> {
        let Ok(ticket) = TicketNumber::read(&ticket) else { return Ok(Vec::new()) };
        let account = self.accounts.current_id();
        self.in_outbox(move |_, opened| Ok(opened.outbox.already_there(&account, &ticket, &files)?)).await
    }
}
