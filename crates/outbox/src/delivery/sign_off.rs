//! The note that says who sent: keys that several people share make everybody's work the keys' owner's on the ticket.

use rusqlite::{OptionalExtension, params};

use super::index;
use crate::error::OutboxError;
use crate::job::Job;
use crate::state::State;
use crate::store::Outbox;

impl Outbox {
    /// Makes a note, which waits to be sent, for the ticket of an update or a new ticket that was done. None where more
    /// of this outbox is on its way to the same ticket: the last of them is signed, and so all.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn sign_off(&self, id: i64, text: &str, at: i64) -> Result<Option<i64>, OutboxError> {
        self.write(|transaction| {
            let signed: Option<i64> = transaction
                .query_row(
                    "SELECT id FROM delivery AS done
                     WHERE id = ?1 AND state = ?2 AND job <> ?3 AND ticket <> '' AND NOT EXISTS (
                       SELECT 1 FROM delivery
                       WHERE account = done.account AND ticket = done.ticket AND id > done.id
                         AND state IN ('waiting', 'sending', 'held_back'))",
                    (id, State::Done, Job::Note),
                    |row| row.get(0),
                )
                .optional()?;
            let Some(signed) = signed else { return Ok(None) };
            transaction.execute(
                "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note, place)
                 SELECT account, account_name, ticket, '', '[]', ?2, ?3, ?4, ?5, place FROM delivery WHERE id = ?1",
                params![signed, State::Waiting, at, Job::Note, text],
            )?;
            let note = transaction.last_insert_rowid();
            index::index(transaction, note)?;
            Ok(Some(note))
        })
    }
}
