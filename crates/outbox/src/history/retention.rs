//! Retention: how long what needs nobody any more is kept, and how much room everything takes.

use rusqlite::params;

use super::clock;
use super::removal;
use crate::copies;
use crate::error::OutboxError;
use crate::store::Outbox;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// How much room the outbox takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Room {
    /// Bytes of the app's own copies of files.
    pub spool_bytes: u64,
    pub spool_files: u64,
    /// Bytes of the database.
    pub database_bytes: u64,
}

impl Outbox {
    /// Removes what is older than so many days, none for keeping it all: deliveries that settled before and need nobody,
    /// what was read of tickets and leads, and what a rescue set aside. Copies from before a migration go by themselves.
    /// Says which deliveries; [`Outbox::erase`] is to follow. To be called every few hours, and at each start.
    ///
    /// Nothing goes where the clock may have jumped.
    ///
    /// # Errors
    /// When the database cannot be written; what was removed before stays removed.
    pub fn forget_old(&self, days: Option<u32>, now: i64) -> Result<Vec<i64>, OutboxError> {
        if !clock::is_believed(&self.connection(), now)? {
            return Ok(Vec::new());
        }
        copies::forget_before(self.folder(), now.saturating_sub(copies::KEPT));
        let Some(days) = days else { return Ok(Vec::new()) };
        let before = now.saturating_sub(i64::from(days).saturating_mul(DAY));
        for aside in self.set_aside()?.into_iter().filter(|aside| aside.written_at < before) {
            self.remove_set_aside(&aside.name)?;
        }
        self.write(|transaction| {
            let tickets = transaction.execute("DELETE FROM ticket_seen WHERE read_at < ?1", [before])?;
            let leads = transaction.execute("DELETE FROM lead_seen WHERE read_at < ?1", [before])?;
            if tickets + leads > 0 { removal::to_be_erased(transaction) } else { Ok(()) }
        })?;
        self.remove_where(
            // Left to itself it would look at everything that is over, to find that nothing is old.
            &format!(
                "FROM delivery INDEXED BY delivery_of_day
                 WHERE created_at < ?1 AND {} AND settled_at < ?1",
                removal::over()
            ),
            params![before],
        )
    }

    /// How much room it takes now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn room(&self) -> Result<Room, OutboxError> {
        let (spool_files, spool_bytes) =
            self.connection().query_row("SELECT count(*), coalesce(sum(size), 0) FROM spool", (), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let database_bytes = std::fs::metadata(self.database())?.len();
        Ok(Room { spool_bytes, spool_files, database_bytes })
    }
}
