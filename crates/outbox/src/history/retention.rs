//! Retention: how long deliveries that are done are kept, and how much room everything takes.

use crate::error::OutboxError;
use crate::store::Outbox;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Removed in one transaction, so that nothing else waits long for the database.
const AT_ONCE: usize = 500;

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
    /// Removes deliveries that were done more than so many days ago, and says which. What is not done is never removed.
    ///
    /// # Errors
    /// When the database cannot be written; what was removed before stays removed.
    pub fn forget_done(&self, days: u32, now: i64) -> Result<Vec<i64>, OutboxError> {
        let before = now.saturating_sub(i64::from(days).saturating_mul(DAY));
        let mut removed = Vec::new();
        loop {
            let old = self.write(|transaction| {
                let old: Vec<i64> = transaction
                    .prepare_cached(
                        // Left to itself it would look at everything that is done, to find that nothing is old.
                        "SELECT id FROM delivery INDEXED BY delivery_of_day
                         WHERE created_at < ?1 AND state = 'done' AND settled_at < ?1 LIMIT ?2",
                    )?
                    .query_map((before, AT_ONCE), |row| row.get(0))?
                    .collect::<Result<_, _>>()?;
                for id in &old {
                    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([id])?;
                    transaction.prepare_cached("DELETE FROM delivery WHERE id = ?1")?.execute([id])?;
                }
                Ok(old)
            })?;
            let last = old.len() < AT_ONCE;
            removed.extend(old);
            if last {
                break;
            }
        }
        if !removed.is_empty() {
            self.erase()?;
        }
        Ok(removed)
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
