//! Copies of the database as it was before each new form of it: for the case that the step to it was wrong. Nobody looks
//! for them in the app, and after a month they go.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

use crate::error::OutboxError;
use crate::held;
use crate::merge::merge_whole;
use crate::private;
use crate::sync::sync_name;

/// Milliseconds for which a copy is kept.
pub(crate) const KEPT: i64 = 30 * 24 * 60 * 60 * 1000;

/// Copies a database that is about to get its `next` form, unless it is new; what is there under a name stays.
///
/// # Errors
/// When the copy cannot be written. Without it nothing is changed.
pub(crate) fn copy_before(connection: &Connection, database: &Path, next: usize) -> Result<(), OutboxError> {
    let unfinished = database.with_file_name("outbox.before.part");
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    // Made first, so that nobody else can read it, not even in between.
    let file = private::create_new(&unfinished)?;
    connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    file.sync_all()?;
    drop(file);
    let mut copy = database.with_file_name(format!("outbox.before-{next}.db"));
    for again in 2.. {
        if !copy.exists() {
            break;
        }
        copy.set_file_name(format!("outbox.before-{next}-{again}.db"));
    }
    held::rename(&unfinished, &copy)?;
    sync_name(&copy)?;
    Ok(())
}

/// Removes the copies that were made before that time, in milliseconds since 1970.
pub(crate) fn forget_before(folder: &Path, before: i64) {
    for copy in all(folder) {
        if modified(&copy).is_none_or(|made| made < before) {
            // What cannot be removed now goes another time.
            let _ = held::once_free(|| fs::remove_file(&copy));
        }
    }
}

/// Takes out of every copy what the database itself does not have any more. A copy that cannot be read goes: nobody knows
/// what is in it.
pub(crate) fn take_out_removed(connection: &Connection, folder: &Path) -> Result<(), OutboxError> {
    for copy in all(folder) {
        let made = fs::metadata(&copy).and_then(|copy| copy.modified());
        let cleaned = clean(connection, &copy);
        match made {
            // It does not grow younger by it.
            Ok(made) if cleaned.is_ok() => {
                File::options().append(true).open(&copy).and_then(|copy| copy.set_modified(made))?;
            }
            _ => held::once_free(|| fs::remove_file(&copy))?,
        }
    }
    Ok(())
}

fn clean(connection: &Connection, copy: &Path) -> Result<(), OutboxError> {
    connection.execute("ATTACH ?1 AS copy", [copy.to_string_lossy()])?;
    let cleaned = clean_attached(connection);
    connection.execute_batch("DETACH copy")?;
    cleaned
}

/// A copy has the tables of its own time, and what was the draft then may be a delivery that was removed since.
fn clean_attached(connection: &Connection) -> Result<(), OutboxError> {
    connection.execute_batch(
        "PRAGMA copy.secure_delete = ON;
         PRAGMA copy.locking_mode = NORMAL;
         PRAGMA copy.journal_mode = DELETE;
         DELETE FROM copy.draft_file;
         INSERT OR REPLACE INTO copy.draft (id, ticket, lead, changes) VALUES (1, '', '', '[]');
         DELETE FROM copy.delivery WHERE id NOT IN (SELECT id FROM main.delivery);",
    )?;
    let has = |table: &str| {
        connection.query_row(
            "SELECT count(*) FROM copy.sqlite_schema WHERE type = 'table' AND name = ?1",
            [table],
            |row| row.get::<_, i64>(0),
        )
    };
    for readings in ["ticket_seen", "lead_seen"] {
        if has(readings)? > 0 {
            connection.execute(&format!("DELETE FROM copy.{readings}"), ())?;
        }
    }
    if has("search")? > 0 {
        connection
            .execute("DELETE FROM copy.search WHERE rowid NOT IN (SELECT id FROM main.delivery)", ())?;
        merge_whole(connection, "copy")?;
    }
    Ok(())
}

/// The copies in a folder.
fn all(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_copy = |name: &str| name.starts_with("outbox.before-") && name.ends_with(".db");
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_copy))
        .map(|entry| entry.path())
        .collect()
}

/// When a file was written last, in milliseconds since 1970.
pub(crate) fn modified(path: &Path) -> Option<i64> {
    let modified: SystemTime = fs::metadata(path).ok()?.modified().ok()?;
    i64::try_from(modified.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
}
