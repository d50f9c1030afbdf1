//! Known tickets and leads: as they were when they were read.

use rusqlite::{Connection, OptionalExtension};
use service_crm::{Lead, LeadId, TicketDetails, TicketNumber};

use crate::columns::json;
use crate::error::OutboxError;
use crate::store::Outbox;

/// Readings that are kept; the oldest go first.
const MOST: u32 = 5000;

/// A ticket as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTicket {
    /// The ticket's fields.
    pub details: TicketDetails,
    /// When it was read, in milliseconds since 1970.
    pub read_at: i64,
}

impl Outbox {
    /// Keeps what a ticket said.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remember_ticket(
        &self,
        account: &str,
        details: &TicketDetails,
        read_at: i64,
    ) -> Result<(), OutboxError> {
        let connection = self.connection();
        connection
            .prepare_cached("INSERT OR REPLACE INTO ticket_seen VALUES (?1, ?2, ?3, ?4)")?
            .execute((account, details.number.as_str(), json(details), read_at))?;
        connection
            .prepare_cached(
                "DELETE FROM ticket_seen WHERE read_at < (
                   SELECT read_at FROM ticket_seen ORDER BY read_at DESC LIMIT 1 OFFSET ?1)",
            )?
            .execute([MOST])?;
        Ok(())
    }

    /// A ticket as it was when it was last read, if it was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn known_ticket(
        &self,
        account: &str,
        ticket: &TicketNumber,
    ) -> Result<Option<KnownTicket>, OutboxError> {
        known(&self.connection(), account, ticket)
    }

    /// Whether an attempt of this outbox may have changed a ticket since then: what was read before says nothing of it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn may_have_changed(
        &self,
        account: &str,
        ticket: &TicketNumber,
        since: i64,
    ) -> Result<bool, OutboxError> {
        may_have_changed(&self.connection(), account, ticket, since)
    }

    /// Keeps who an account's lead is.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn remember_lead(&self, account: &str, lead: &Lead, read_at: i64) -> Result<(), OutboxError> {
        let name = [lead.first_name.as_deref(), lead.last_name.as_deref()];
        let name: Vec<&str> = name.into_iter().flatten().collect();
        let (name, email) = (name.join(" "), lead.email.as_deref().unwrap_or_default());
        self.connection()
            .prepare_cached("INSERT OR REPLACE INTO lead_seen VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((account, lead.id.to_string(), name, email, read_at))?;
        Ok(())
    }

    /// A lead's name, if the account looked it up before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lead_name(&self, account: &str, lead: LeadId) -> Result<Option<String>, OutboxError> {
        let connection = self.connection();
        let name: Option<String> = connection
            .prepare_cached("SELECT name FROM lead_seen WHERE account = ?1 AND id = ?2")?
            .query_row((account, lead.to_string()), |row| row.get(0))
            .optional()?;
        Ok(name.filter(|name| !name.is_empty()))
    }
}

pub(crate) fn known(
    connection: &Connection,
    account: &str,
    ticket: &TicketNumber,
) -> Result<Option<KnownTicket>, OutboxError> {
    let kept: Option<(String, i64)> = connection
        .prepare_cached("SELECT details, read_at FROM ticket_seen WHERE account = ?1 AND ticket = ?2")?
        .query_row((account, ticket.as_str()), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // One that this version cannot read is read anew.
    Ok(kept.and_then(|(details, read_at)| {
        let details = serde_json::from_str(&details).ok()?;
        Some(KnownTicket { details, read_at })
    }))
}

pub(crate) fn may_have_changed(
    connection: &Connection,
    account: &str,
    ticket: &TicketNumber,
    since: i64,
) -> Result<bool, OutboxError> {
    let mut asked = connection.prepare_cached(
        "SELECT EXISTS (
           SELECT 1 FROM delivery JOIN attempt ON attempt.delivery = delivery.id
           WHERE delivery.account = ?1 AND delivery.ticket = ?2 AND attempt.released_at IS NOT NULL
             AND ((attempt.ended_at IS NULL AND attempt.interrupted = 0)
               OR coalesce(attempt.ended_at, attempt.released_at) >= ?3))",
    )?;
    Ok(asked.query_row((account, ticket.as_str(), since), |row| row.get(0))?)
}
