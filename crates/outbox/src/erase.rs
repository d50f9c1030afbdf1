//! What was removed is gone from the files that the app made, not only from its tables.
//!
//! SQLite leaves a deleted row where it was until something else needs the room, and the index of words keeps its
//! words until it merges its parts. Of the disk itself and of backups nothing is promised.

use rusqlite::Connection;

use crate::error::OutboxError;
use crate::store::Outbox;

/// Pages of the index that are merged at once, so that nothing else waits long for the database.
const PAGES_AT_ONCE: i64 = 1000;
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
    /// Takes what was removed out of the index of words and out of the log. Whoever removes something calls it
    /// afterwards; it takes as long as the index is large, in small pieces.
    ///
    /// # Errors
    /// When the database cannot be written. What was removed stays removed, and the next call makes up for it.
    pub(crate) fn erase(&self) -> Result<(), OutboxError> {
        // Below zero: all parts become one. Then on, until there is nothing left to merge.
        let mut pages = -PAGES_AT_ONCE;
        loop {
            let connection = self.connection();
            let before = changes(&connection)?;
            connection.execute("INSERT INTO search (search, rank) VALUES ('merge', ?1)", [pages])?;
            // One change is the command itself (SQLite's page on FTS5, "The 'merge' Command").
            if changes(&connection)? - before < 2 {
                break;
            }
            pages = PAGES_AT_ONCE;
        }
        let connection = self.connection();
        let number = |pragma| connection.query_row(pragma, (), |row| row.get::<_, i64>(0));
        if number("PRAGMA page_count")? * number("PRAGMA page_size")? <= SMALL {
            connection.execute_batch("VACUUM")?;
        }
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }
}

fn changes(connection: &Connection) -> Result<i64, OutboxError> {
    Ok(connection.query_row("SELECT total_changes()", (), |row| row.get(0))?)
}
