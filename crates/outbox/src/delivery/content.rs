//! The content of a delivery: what each job takes of the draft and leaves in it, and the call that it comes to. What
//! differs between jobs stands here.

use service_crm::{Attachment, Call, Change, LeadId, NewTicket, Note, TicketNumber, Update, UpdateFault};

use super::record::Delivery;
use crate::draft::DraftText;
use crate::job::Job;

impl Job {
    /// Whether the draft's files go along.
    pub fn takes_files(self) -> bool {
        self != Self::Note
    }
}

/// The content of a delivery besides its files, as it is sent.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// The number in one spelling, so that the order of the ticket's deliveries is kept.
    pub(crate) ticket: String,
    pub(crate) lead: String,
    pub(crate) changes: Vec<Change>,
    pub(crate) note: String,
}

impl DraftText {
    /// Everything that keeps it from being sent with so many files, in reading order. `reads_tickets`: the account may
    /// read tickets, and so the courier finds an update's lead in its ticket.
    pub fn faults(&self, files: usize, reads_tickets: bool) -> Vec<UpdateFault> {
        match self.job {
            Job::Update => {
                let mut faults = Update::faults(&self.ticket, &self.lead, &self.changes, files);
                faults.retain(|fault| !(reads_tickets && *fault == UpdateFault::LeadEmpty));
                faults
            }
            Job::NewTicket => {
                let mut faults = NewTicket::faults(&self.customer, &self.fields, files);
                let titled = |field: &Change| field.field.trim() == TITLE && !field.value.trim().is_empty();
                if !self.fields.iter().any(titled) {
                    faults.retain(|fault| *fault != UpdateFault::NothingToSend);
                    faults.push(UpdateFault::TitleEmpty);
                }
                faults
            }
            Job::Note => Note::faults(&self.ticket, &self.note),
        }
    }

    /// The fields that its job sets.
    pub fn values(&self) -> &[Change] {
        match self.job {
            Job::Update => &self.changes,
            Job::NewTicket => &self.fields,
            Job::Note => &[],
        }
    }

    /// The part of it that its job sends.
    pub(crate) fn content(&self) -> Content {
        // It was checked a moment ago.
        let ticket = || {
            TicketNumber::read(&self.ticket).map_or_else(|_| self.ticket.clone(), |n| n.as_str().to_owned())
        };
        let lead = |typed: &str| {
            LeadId::parse(typed).map_or_else(|_| typed.trim().to_lowercase(), |lead| lead.to_string())
        };
        match self.job {
            Job::Update => Content {
                ticket: ticket(),
                lead: lead(&self.lead),
                changes: self.changes.iter().cloned().map(Change::as_sent).collect(),
                ..Content::default()
            },
            Job::NewTicket => Content {
                // Whoever is named is meant, and not who was chosen before.
                lead: match NewTicket::contacts(&self.fields).next() {
                    Some(_) => String::new(),
                    None => lead(&self.customer),
                },
                // There is no value yet that an empty one could clear.
                changes: self
                    .fields
                    .iter()
                    .filter(|field| !field.value.trim().is_empty())
                    .cloned()
                    .map(Change::as_sent)
                    .collect(),
                ..Content::default()
            },
            Job::Note => Content { ticket: ticket(), note: self.note.clone(), ..Content::default() },
        }
    }

    /// The draft that is left when its job is sent: what was typed for the others. `files`: how many are left.
    pub(crate) fn after_sending(&self, files: usize) -> Self {
        let rest = Self { job: Job::default(), ..self.clone() };
        match self.job {
            // A number that stayed would be the next update's, which is for another ticket.
            Job::Update => Self { ticket: String::new(), lead: String::new(), changes: Vec::new(), ..rest },
            Job::NewTicket => Self { customer: String::new(), fields: Vec::new(), ..rest },
            Job::Note if self.changes.is_empty() && files == 0 => {
                Self { ticket: String::new(), lead: String::new(), note: String::new(), ..rest }
            }
            // There is an update for the same ticket in the making.
            Job::Note => Self { note: String::new(), ..rest },
        }
    }

    /// A draft that would send the same once more.
    pub(crate) fn again(delivery: &Delivery) -> Self {
        let Delivery { job, ticket, lead, changes, note, .. } = delivery.clone();
        match job {
            Job::Update => Self { job, ticket, lead, changes, ..Self::default() },
            Job::NewTicket => Self { job, customer: lead, fields: changes, ..Self::default() },
            Job::Note => Self { job, ticket, note, ..Self::default() },
        }
    }
}

const TITLE: &str = "Title";

impl Delivery {
    /// The call that it comes to.
    pub(crate) fn call(self, attachments: Vec<Attachment>) -> Result<Call, UpdateFault> {
        let Self { job, ticket, lead, changes, note, .. } = self;
        Ok(match job {
            Job::Update => Call::Update(Update::new(&ticket, &lead, changes, attachments)?),
            Job::NewTicket => Call::Create(NewTicket::new(&lead, changes, attachments)?),
            Job::Note => Call::Note(Note::new(&ticket, &note)?),
        })
    }
}
