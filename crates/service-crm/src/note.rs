//! An internal note for a ticket: everything that is checked before anything is sent.

use serde_json::json;

use crate::ticket::UpdateFault;
use crate::ticket_number::TicketNumber;

/// A text that the people who work on a ticket see, and its customer does not. The vendor's call carries no files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    ticket: TicketNumber,
    text: String,
}

impl Note {
    /// Checks what a person typed. The text is sent as it was typed.
    ///
    /// # Errors
    /// The first fault in reading order; [`Note::faults`] lists all.
    pub fn new(ticket: &str, text: &str) -> Result<Self, UpdateFault> {
        if let Some(fault) = Self::faults(ticket, text).into_iter().next() {
            return Err(fault);
        }
        Ok(Self { ticket: UpdateFault::ticket(ticket)?, text: text.to_owned() })
    }

    /// Everything that is wrong with a draft, in reading order.
    pub fn faults(ticket: &str, text: &str) -> Vec<UpdateFault> {
        let mut faults: Vec<_> = UpdateFault::ticket(ticket).err().into_iter().collect();
        if text.trim().is_empty() {
            faults.push(UpdateFault::NoteEmpty);
        }
        faults
    }

    /// The ticket it goes to.
    pub fn ticket(&self) -> &TicketNumber {
        &self.ticket
    }

    /// The note's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As the vendor's page prints it; the misspelling is the vendor's, and so is the number without quotes, which
    /// the digits of a ticket number are as they stand.
    pub(crate) fn json(&self) -> String {
        format!(
            r#"{{"TextPart":{},"ActivityType":"CreateInternalNote","StorageType":"Permament","RelatedTicketId":{}}}"#,
            json!(self.text),
            self.ticket.as_str()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_needs_a_ticket_and_a_text() {
        assert_eq!(Note::faults("", " \n"), [UpdateFault::TicketEmpty, UpdateFault::NoteEmpty]);
        assert_eq!(Note::new("#143", " a ").map(|note| note.text), Ok(" a ".to_owned()), "as it was typed");
    }
}
