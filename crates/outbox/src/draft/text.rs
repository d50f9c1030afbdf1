//! The typed part of the draft, kept exactly as it was typed.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use service_crm::Change;

use crate::columns::json;
use crate::error::OutboxError;
use crate::job::Job;

/// The typed part of a draft, exactly as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct DraftText {
    /// The job of Send; what was typed for other jobs waits beside it.
    pub job: Job,
    /// The ticket to update, or to note on.
    pub ticket: String,
    /// The ticket's lead.
    pub lead: String,
    /// For an update.
    pub changes: Vec<Change>,
    /// The lead of a new ticket.
    pub customer: String,
    /// The values of a new ticket.
    pub fields: Vec<Change>,
    /// The text of a note.
    pub note: String,
}

pub(crate) fn text(connection: &Connection) -> Result<DraftText, OutboxError> {
    // What this version wrote it can read; should a later one have written more, the rest is still worth having.
    let list = |json: String| serde_json::from_str(&json).unwrap_or_default();
    let text = connection.query_row(
        "SELECT job, ticket, lead, changes, customer, fields, note FROM draft WHERE id = 1",
        (),
        |row| {
            Ok(DraftText {
                job: row.get(0)?,
                ticket: row.get(1)?,
                lead: row.get(2)?,
                changes: list(row.get(3)?),
                customer: row.get(4)?,
                fields: list(row.get(5)?),
                note: row.get(6)?,
            })
        },
    )?;
    Ok(text)
}

pub(crate) fn save_text(connection: &Connection, text: &DraftText) -> Result<(), OutboxError> {
    connection.execute(
        "UPDATE draft SET job = ?1, ticket = ?2, lead = ?3, changes = ?4, customer = ?5, fields = ?6, note = ?7
         WHERE id = 1",
        params![
            text.job,
            text.ticket,
            text.lead,
            json(&text.changes),
            text.customer,
            json(&text.fields),
            text.note
        ],
    )?;
    Ok(())
}
