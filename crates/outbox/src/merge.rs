//! Merging the index of words: until its parts are merged it keeps the words of what was removed.

use rusqlite::Connection;

use crate::error::OutboxError;

/// Pages of the index that are merged at once, so that nothing else waits long for the database.
pub(crate) const PAGES_AT_ONCE: i64 = 1000;
/// The first piece: below zero all parts become one, and from then on it goes on until there is nothing left to merge.
pub(crate) const ALL_PARTS: i64 = -PAGES_AT_ONCE;

/// Merges all of the index of words of a database that nobody else needs meanwhile.
pub(crate) fn merge_whole(connection: &Connection, database: &str) -> Result<(), OutboxError> {
    let mut pages = ALL_PARTS;
    while merge(connection, database, pages)? {
        pages = PAGES_AT_ONCE;
    }
    Ok(())
}

/// Merges so many pages of the index of words; says whether there may be more.
pub(crate) fn merge(connection: &Connection, database: &str, pages: i64) -> Result<bool, OutboxError> {
    let before = changes(connection)?;
    let merge = format!("INSERT INTO {database}.search (search, rank) VALUES ('merge', ?1)");
    connection.execute(&merge, [pages])?;
    // One change is the command itself (SQLite's page on FTS5, "The 'merge' Command").
    Ok(changes(connection)? - before >= 2)
}

fn changes(connection: &Connection) -> Result<i64, OutboxError> {
    Ok(connection.query_row("SELECT total_changes()", (), |row| row.get(0))?)
}
