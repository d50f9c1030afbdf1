//! The ticket that a customer has already: a new one may be hidden as its duplicate, and more papers belong on it.

use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use service_crm::{Change, NewTicket};

use super::content::Content;
use crate::draft::DraftText;
use crate::error::OutboxError;
use crate::job::Job;
use crate::store::Outbox;

/// A ticket of the same customer that this app had to do with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecentTicket {
    /// Its number; none while the server has not named it yet.
    pub ticket: Option<String>,
    /// When it was sent or read here last, in milliseconds since 1970.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at: i64,
}

impl Outbox {
    /// The last ticket of the customer for whom this draft would make a new one, if it was sent or read here since then.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recent_ticket(
        &self,
        account: &str,
        text: &DraftText,
        since: i64,
    ) -> Result<Option<RecentTicket>, OutboxError> {
        if text.job != Job::NewTicket {
            return Ok(None);
        }
        let Content { lead, changes, .. } = text.content();
        let contacts: Vec<&Change> = NewTicket::contacts(&changes).collect();
        let found = if contacts.is_empty() {
            [self.sent_for(account, &lead, since)?, self.read_of(account, &lead, since)?]
        } else {
            [self.made_for(account, &contacts, since)?, None]
        };
        Ok(found.into_iter().flatten().max_by_key(|recent| recent.at))
    }

    fn sent_for(&self, account: &str, lead: &str, since: i64) -> Result<Option<RecentTicket>, OutboxError> {
        if lead.is_empty() {
            return Ok(None);
        }
        let connection = self.connection();
        let mut asked = connection.prepare_cached(
            "SELECT ticket, created_at FROM delivery
             WHERE created_at >= ?2 AND account = ?1 AND lead = ?3 AND state NOT IN ('refused', 'cancelled')
             ORDER BY created_at DESC, id DESC LIMIT 1",
        )?;
        Ok(asked.query_row((account, since, lead), recent).optional()?)
    }

    fn read_of(&self, account: &str, lead: &str, since: i64) -> Result<Option<RecentTicket>, OutboxError> {
        let connection = self.connection();
        let mut asked = connection.prepare_cached(
            "SELECT ticket, read_at FROM ticket_seen
             WHERE read_at >= ?2 AND account = ?1 AND details ->> '$.lead' = ?3 ORDER BY read_at DESC LIMIT 1",
        )?;
        Ok(asked.query_row((account, since, lead), recent).optional()?)
    }

    /// New tickets that named somebody who was no lead yet, by one of the same values.
    fn made_for(
        &self,
        account: &str,
        contacts: &[&Change],
        since: i64,
    ) -> Result<Option<RecentTicket>, OutboxError> {
        let connection = self.connection();
        let mut asked = connection.prepare_cached(
            "SELECT ticket, created_at FROM delivery
             WHERE created_at >= ?2 AND account = ?1 AND job = ?3 AND state NOT IN ('refused', 'cancelled')
               AND EXISTS (SELECT 1 FROM json_each(changes)
                           WHERE value ->> '$.field' = ?4 AND lower(value ->> '$.value') = lower(?5))
             ORDER BY created_at DESC, id DESC LIMIT 1",
        )?;
        let mut latest: Option<RecentTicket> = None;
        for contact in contacts {
            let named = params![account, since, Job::NewTicket, contact.field, contact.value];
            let found = asked.query_row(named, recent).optional()?;
            latest = latest.into_iter().chain(found).max_by_key(|recent| recent.at);
        }
        Ok(latest)
    }
}

fn recent(row: &rusqlite::Row<'_>) -> rusqlite::Result<RecentTicket> {
    let ticket: String = row.get(0)?;
    Ok(RecentTicket { ticket: Some(ticket).filter(|ticket| !ticket.is_empty()), at: row.get(1)? })
}
