//! Tickets and leads, as they answer while a draft is put together.

use outbox::KnownTicket;
use serde::Serialize;
use service_crm::{FieldValue, Lead, Short};
use ts_rs::TS;

use crate::kept::keys::KeysState;

/// A ticket as it was when it was read. Values are as the server writes them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenTicket {
    pub number: String,
    /// The lead's ID.
    pub lead: Option<String>,
    /// Where it is known: tickets name their lead by ID only.
    pub lead_name: Option<String>,
    pub title: Option<String>,
    pub status: Option<String>,
    pub priority: Option<String>,
    pub channel: Option<String>,
    /// Such as 2024-08-29T10:36:23.
    pub due_date: Option<String>,
    pub fields: Vec<FieldValue>,
    /// Milliseconds since 1970.
    pub read_at: i64,
}

impl SeenTicket {
    pub fn new(KnownTicket { details, read_at }: KnownTicket, lead_name: Option<String>) -> Self {
        let text = |value: Option<&str>| value.map(str::to_owned);
        Self {
            number: details.number.as_str().to_owned(),
            lead: details.lead.map(|lead| lead.to_string()),
            lead_name,
            title: text(details.title()),
            status: text(details.status()),
            priority: text(details.priority()),
            channel: text(details.channel()),
            due_date: text(details.due_date()),
            fields: details.fields,
            read_at,
        }
    }
}

/// The outcome of reading a ticket.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum TicketAnswer {
    Seen {
        ticket: Box<SeenTicket>,
        /// Why it could not be read anew just now: this is what was kept.
        stale: Option<Short>,
    },
    /// There is no such ticket.
    NotThere,
    /// Another reading was begun and ended this one.
    Overtaken,
    NotANumber,
    /// The account may not read tickets, which is remembered.
    NotAllowed,
    KeysNotAvailable {
        keys: KeysState,
    },
    /// And nothing is kept of it.
    Failed {
        why: Short,
    },
}

/// A person whom tickets are about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeadFound {
    pub id: String,
    pub name: String,
    pub email: String,
}

impl From<Lead> for LeadFound {
    fn from(lead: Lead) -> Self {
        let names = [lead.first_name, lead.last_name];
        Self {
            id: lead.id.to_string(),
            name: names.into_iter().flatten().collect::<Vec<_>>().join(" "),
            email: lead.email.unwrap_or_default(),
        }
    }
}

/// The outcome of looking for a lead by email.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum LeadsAnswer {
    Found {
        leads: Vec<LeadFound>,
    },
    /// The account does not say where leads are looked up.
    NoHost,
    /// The account may not look leads up, which is remembered.
    NotAllowed,
    KeysNotAvailable {
        keys: KeysState,
    },
    Failed {
        why: Short,
    },
}
