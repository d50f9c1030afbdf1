//! A ticket's lead, and an update: everything that is checked before anything is sent.

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::addresses::{NotAnEmail, emails_as_sent, read_emails};
use crate::attachment::Attachment;
use crate::fields::{FieldKind, field_kind};
use crate::ticket_number::{NumberFault, TicketNumber};
use crate::time::{TimeFault, read_time, time_as_sent};
use crate::typed::plain;

/// Why a draft cannot be sent. `change` counts from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum UpdateFault {
    #[error("the ticket number is missing")]
    TicketEmpty,
    #[error("{given:?} is not a ticket number: {why}")]
    TicketNotANumber { given: String, why: NumberFault },
    #[error("the lead ID is missing")]
    LeadEmpty,
    #[error("{given:?} is not a lead ID (such as 330fba67-6795-46c2-9dad-077794077f70)")]
    LeadNotAnId { given: String },
    #[error("change {} names no field", change + 1)]
    FieldEmpty { change: usize },
    #[error("field {field:?} is changed twice")]
    FieldTwice { change: usize, field: String },
    #[error("{given:?} cannot be sent: {why}")]
    ValueNotATime { change: usize, given: String, why: TimeFault },
    #[error("{given:?} is not an email address")]
    ValueNotAnEmail { change: usize, given: String },
    #[error("there is neither a change nor a file to send")]
    NothingToSend,
    #[error("the note is empty")]
    NoteEmpty,
    /// The vendor's page demands none; nobody would find such a ticket again.
    #[error("the new ticket has no title")]
    TitleEmpty,
}

impl UpdateFault {
    /// The number that a person typed, or what is wrong with it.
    pub(crate) fn ticket(typed: &str) -> Result<TicketNumber, Self> {
        TicketNumber::read(typed).map_err(|why| match why {
            NumberFault::Empty => Self::TicketEmpty,
            why => Self::TicketNotANumber { given: typed.trim().to_owned(), why },
        })
    }

    /// The change that is wrong, where it is one.
    pub fn change(&self) -> Option<usize> {
        match self {
            Self::FieldEmpty { change }
            | Self::FieldTwice { change, .. }
            | Self::ValueNotATime { change, .. }
            | Self::ValueNotAnEmail { change, .. } => Some(*change),
            Self::TicketEmpty
            | Self::TicketNotANumber { .. }
            | Self::LeadEmpty
            | Self::LeadNotAnId { .. }
            | Self::NothingToSend
            | Self::NoteEmpty
            | Self::TitleEmpty => None,
        }
    }
}

/// The ID of the ticket's lead (`ProspectID` in the vendor's lead calls), a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LeadId(Uuid);

impl LeadId {
    /// Reads a UUID with hyphens, as the vendor prints it; capitals, blanks around it and what has no width do not
    /// matter.
    ///
    /// # Errors
    /// On anything else.
    pub fn parse(text: &str) -> Result<Self, UpdateFault> {
        let text = plain(text);
        if text.is_empty() {
            return Err(UpdateFault::LeadEmpty);
        }
        let not_an_id = || UpdateFault::LeadNotAnId { given: text.clone() };
        // The parser also takes braces and runs without hyphens, which the vendor never prints.
        if text.len() != 36 {
            return Err(not_an_id());
        }
        Uuid::try_parse(&text).map(Self).map_err(|_| not_an_id())
    }

    /// Whether it is all zeros, which in .NET stands for "none".
    pub(crate) fn is_nil(self) -> bool {
        self.0.is_nil()
    }
}

impl fmt::Display for LeadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.hyphenated())
    }
}

impl TryFrom<String> for LeadId {
    type Error = UpdateFault;

    fn try_from(text: String) -> Result<Self, UpdateFault> {
        Self::parse(&text)
    }
}

impl From<LeadId> for String {
    fn from(lead: LeadId) -> Self {
        lead.to_string()
    }
}

/// A field, by its schema name, and its new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub struct Change {
    pub field: String,
    pub value: String,
}

/// The fields by whose values the vendor makes a lead of somebody who is none yet; one of them is enough.
pub const CONTACTS: [&str; 2] = ["LeadDetail.EmailAddress", "LeadDetail.Phone"];

impl Change {
    /// As it is sent: the name trimmed, a time in the vendor's form, addresses bare, a new customer's email or phone without
    /// what copying adds.
    #[must_use]
    pub fn as_sent(self) -> Self {
        let field = self.field.trim().to_owned();
        let value = match field_kind(&field) {
            Some(FieldKind::Time) => time_as_sent(&self.value).unwrap_or(self.value),
            Some(FieldKind::Emails) => emails_as_sent(&self.value).unwrap_or(self.value),
            // With a blank behind it, which copying adds, it would be another customer's.
            None if CONTACTS.contains(&&*field) => plain(&self.value),
            _ => self.value,
        };
        Self { field, value }
    }
}

/// Changes and files for one ticket, checked: what can be known to be wrong before sending is not in it.
#[derive(Debug, Clone)]
pub struct Update {
    ticket: TicketNumber,
    lead: LeadId,
    changes: Vec<Change>,
    attachments: Vec<Attachment>,
}

impl Update {
    /// Checks what a person typed.
    ///
    /// # Errors
    /// The first fault in reading order; [`Update::faults`] lists all.
    pub fn new(
        ticket: &str,
        lead: &str,
        changes: Vec<Change>,
        attachments: Vec<Attachment>,
    ) -> Result<Self, UpdateFault> {
        if let Some(fault) = Self::faults(ticket, lead, &changes, attachments.len()).into_iter().next() {
            return Err(fault);
        }
        Ok(Self {
            ticket: UpdateFault::ticket(ticket)?,
            lead: LeadId::parse(lead)?,
            changes: changes.into_iter().map(Change::as_sent).collect(),
            attachments,
        })
    }

    /// Everything that is wrong with a draft, in reading order.
    pub fn faults(ticket: &str, lead: &str, changes: &[Change], files: usize) -> Vec<UpdateFault> {
        let mut faults = Vec::new();
        faults.extend(UpdateFault::ticket(ticket).err());
        faults.extend(LeadId::parse(lead).err());
        faults.extend(change_faults(changes, files));
        faults
    }

    /// The ticket it goes to.
    pub fn ticket(&self) -> &TicketNumber {
        &self.ticket
    }

    /// The ticket's lead.
    pub fn lead(&self) -> LeadId {
        self.lead
    }

    /// The changes as they are sent: names trimmed, times in the vendor's form.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The files, in the order in which they are sent.
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// The `ticketDTO` part.
    pub(crate) fn dto(&self) -> String {
        dto(Some(&self.ticket), Some(self.lead), &self.changes)
    }
}

/// The `ticketDTO` part, with the types as the vendor's page prints them: `TypeId` is a string and
/// `RelatedTicketTypeId` a number. A ticket that is yet to be made has no `Id`, and one of somebody who is no lead yet no
/// `LeadId`.
pub(crate) fn dto(ticket: Option<&TicketNumber>, lead: Option<LeadId>, changes: &[Change]) -> String {
    let fields: Vec<_> = changes
        .iter()
        .map(|change| serde_json::json!({ "SchemaName": change.field, "Value": change.value }))
        .collect();
    let mut dto = serde_json::json!({
        "TypeId": "1",
        "Fields": fields,
        "RelatedTicketTypeId": 1,
    });
    if let Some(lead) = lead {
        dto["LeadId"] = lead.to_string().into();
    }
    if let Some(ticket) = ticket {
        dto["Id"] = ticket.as_str().into();
    }
    dto.to_string()
}

/// The faults of a draft's changes and files, in reading order.
pub(crate) fn change_faults(changes: &[Change], files: usize) -> Vec<UpdateFault> {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    for (change, Change { field, value }) in changes.iter().enumerate() {
        let field = field.trim();
        if field.is_empty() {
            faults.push(UpdateFault::FieldEmpty { change });
        } else if !seen.insert(field) {
            faults.push(UpdateFault::FieldTwice { change, field: field.to_owned() });
        } else {
            faults.extend(value_fault(change, field_kind(field), value));
        }
    }
    if changes.is_empty() && files == 0 {
        faults.push(UpdateFault::NothingToSend);
    }
    faults
}

fn value_fault(change: usize, kind: Option<FieldKind>, value: &str) -> Option<UpdateFault> {
    match kind {
        _ if value.trim().is_empty() => None,
        Some(FieldKind::Time) => {
            let why = read_time(value).err()?;
            Some(UpdateFault::ValueNotATime { change, given: value.to_owned(), why })
        }
        Some(FieldKind::Emails) => {
            let NotAnEmail { given } = read_emails(value).err()?;
            Some(UpdateFault::ValueNotAnEmail { change, given })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

    fn change(field: &str, value: &str) -> Change {
        Change { field: field.into(), value: value.into() }
    }

    #[test]
    fn a_lead_is_a_uuid() {
        assert_eq!(LeadId::parse(&format!(" {} ", LEAD.to_uppercase())).unwrap().to_string(), LEAD);
        let copied = format!("\u{200e}{LEAD}\u{feff}\u{a0}");
        assert_eq!(LeadId::parse(&copied).unwrap().to_string(), LEAD);
        for given in ["143", &LEAD[1..], &LEAD.replace('-', ""), &format!("{{{LEAD}}}")] {
            assert!(matches!(LeadId::parse(given), Err(UpdateFault::LeadNotAnId { .. })), "{given}");
        }
    }

    #[test]
    fn all_faults_are_told_at_once_each_with_its_place() {
        let changes =
            [change("Status", "Open"), change(" ", "x"), change(" Status ", "y"), change("DueDate", "soon")];
        assert_eq!(
            Update::faults("", "1", &changes, 0),
            [
                UpdateFault::TicketEmpty,
                UpdateFault::LeadNotAnId { given: "1".into() },
                UpdateFault::FieldEmpty { change: 1 },
                UpdateFault::FieldTwice { change: 2, field: "Status".into() },
                UpdateFault::ValueNotATime { change: 3, given: "soon".into(), why: TimeFault::Unreadable },
            ]
        );
        assert_eq!(Update::faults("1", LEAD, &[], 0), [UpdateFault::NothingToSend]);
        assert_eq!(Update::faults("1", LEAD, &[], 1), []);
    }

    #[test]
    fn the_dto_is_the_vendors_sample() {
        let changes = vec![change("Status", "On Hold"), change("Priority", "Low")];
        let update = Update::new("#143", LEAD, changes, vec![]).unwrap();
        let sample = r#"{"TypeId":"1","Id":"143","LeadId":"330fba67-6795-46c2-9dad-077794077f70",
            "Fields":[{"SchemaName":"Status","Value":"On Hold"},{"SchemaName":"Priority","Value":"Low"}],
            "RelatedTicketTypeId":1}"#;
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&update.dto()), value(sample));
    }

    #[test]
    fn a_due_date_is_sent_in_the_vendors_form() {
        for typed in ["2024-08-29 10:36:23", " 2024-08-29T10:36:23 "] {
            let update = Update::new("1", LEAD, vec![change("DueDate", typed)], vec![]).unwrap();
            assert_eq!(update.changes()[0].value, "2024-08-29T10:36:23");
        }
    }
}
