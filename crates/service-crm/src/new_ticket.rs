//! A ticket that is to be created: everything that is checked before anything is sent.

use crate::attachment::Attachment;
use crate::ticket::{Change, LeadId, UpdateFault, change_faults, dto};

/// Values and files of a ticket to be, checked as those of an [`Update`](crate::ticket::Update) are. Which fields are
/// mandatory depends on the account, so that is the server's to say.
#[derive(Debug, Clone)]
pub struct NewTicket {
    lead: LeadId,
    changes: Vec<Change>,
    attachments: Vec<Attachment>,
}

impl NewTicket {
    /// Checks what a person typed.
    ///
    /// # Errors
    /// The first fault in reading order; [`NewTicket::faults`] lists all.
    pub fn new(lead: &str, changes: Vec<Change>, attachments: Vec<Attachment>) -> Result<Self, UpdateFault> {
        if let Some(fault) = Self::faults(lead, &changes, attachments.len()).into_iter().next() {
            return Err(fault);
        }
        let changes = changes.into_iter().map(Change::as_sent).collect();
        Ok(Self { lead: LeadId::parse(lead)?, changes, attachments })
    }

    /// Everything that is wrong with a draft, in reading order.
    pub fn faults(lead: &str, changes: &[Change], files: usize) -> Vec<UpdateFault> {
        let mut faults: Vec<_> = LeadId::parse(lead).err().into_iter().collect();
        faults.extend(change_faults(changes, files));
        faults
    }

    /// The ticket's lead.
    pub fn lead(&self) -> LeadId {
        self.lead
    }

    /// The values as they are sent: names trimmed, times in the vendor's form.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The files, in the order in which they are sent.
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// The `ticketDTO` part: an update's without `Id`.
    pub(crate) fn dto(&self) -> String {
        dto(None, self.lead, &self.changes)
    }
}
