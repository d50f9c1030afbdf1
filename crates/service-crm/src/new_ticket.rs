//! A ticket that is to be created: everything that is checked before anything is sent.

use crate::attachment::Attachment;
use crate::ticket::{CONTACTS, Change, LeadId, UpdateFault, change_faults, dto};

fn names_somebody(changes: &[Change]) -> bool {
    NewTicket::contacts(changes).next().is_some()
}

/// Values and files of a ticket to be, checked as those of an [`Update`](crate::ticket::Update) are. Which fields are
/// mandatory depends on the account, so that is the server's to say.
#[derive(Debug, Clone)]
pub struct NewTicket {
    /// None where the values name somebody who is no lead yet.
    lead: Option<LeadId>,
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
        let changes: Vec<_> = changes.into_iter().map(Change::as_sent).collect();
        // In place of the lead, the vendor's page says.
        let lead = if names_somebody(&changes) { None } else { Some(LeadId::parse(lead)?) };
        Ok(Self { lead, changes, attachments })
    }

    /// The values that name somebody who is no lead yet, in place of a lead.
    pub fn contacts(changes: &[Change]) -> impl Iterator<Item = &Change> {
        changes
            .iter()
            .filter(|change| CONTACTS.contains(&change.field.trim()) && !change.value.trim().is_empty())
    }

    /// Everything that is wrong with a draft, in reading order.
    pub fn faults(lead: &str, changes: &[Change], files: usize) -> Vec<UpdateFault> {
        let lead = LeadId::parse(lead).err().filter(|_| !names_somebody(changes));
        let mut faults: Vec<_> = lead.into_iter().collect();
        faults.extend(change_faults(changes, files));
        faults
    }

    /// The ticket's lead; none where the server is to make one of whom the values name.
    pub fn lead(&self) -> Option<LeadId> {
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
