//! Removal from the files that the app made, not only from their tables.
//!
//! SQLite leaves a deleted row where it was until something else needs the room, and the index of words keeps its
//! words until it merges its parts. Of the disk itself and of backups nothing is promised.

use rusqlite::Connection;

use crate::copies;
use crate::error::OutboxError;
use crate::merge::{ALL_PARTS, PAGES_AT_ONCE, merge};
use crate::store::Outbox;

/// Pages up to which the database is written anew after a removal: 64 MiB, a fraction of a second. It takes out what
/// versions of the app deleted that did not overwrite it, and gives the room back.
const SMALL: i64 = 64 * 1024 * 1024;

/// From now on what is deleted is overwritten with zeros; asked for at each opening, because a database does not
/// remember it.
pub(crate) fn overwrite_deleted(connection: &Connection) -> Result<(), OutboxError> {
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

impl Outbox {
    /// Takes what was removed out of the index of words, out of the log and out of copies, if anything was removed since
    /// the last time; it takes as long as the index is large, in small pieces. Whoever removes something calls it
    /// afterwards, and each start does.
    ///
    /// # Errors
    /// When the database or a copy cannot be written. What was removed stays removed, and the next call makes up for it.
    pub fn erase(&self) -> Result<(), OutboxError> {
        let due: i64 = self.connection().query_row("SELECT erase FROM upkeep", (), |row| row.get(0))?;
        if due == 0 {
            return Ok(());
        }
        // Each piece by itself, so that the courier comes in between.
        let mut pages = ALL_PARTS;
        while merge(&self.connection(), "main", pages)? {
            pages = PAGES_AT_ONCE;
        }
        copies::take_out_removed(&self.connection(), self.folder())?;
        let connection = self.connection();
        let number = |pragma| connection.query_row(pragma, (), |row| row.get::<_, i64>(0));
        if number("PRAGMA page_count")? * number("PRAGMA page_size")? <= SMALL {
            connection.execute_batch("VACUUM")?;
        }
        // What was removed meanwhile is still to be erased.
        connection.execute("UPDATE upkeep SET erase = 0 WHERE erase = ?1", [due])?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }
}
