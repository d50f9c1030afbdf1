//! A damaged database: set aside, never overwritten, and what can still be read of it taken over.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::delivery;
use crate::error::OutboxError;
use crate::held;
use crate::store::Rescue;
use crate::sync::sync_name;

/// The tables that are taken over, parents first. The spool's rows come along with the files that need them.
const TABLES: [&str; 6] = ["spool", "draft", "draft_file", "delivery", "delivery_file", "attempt"];

/// Moves a database and what belongs to it out of the way, under a name that nothing has yet.
pub(crate) fn set_aside(database: &Path) -> Result<PathBuf, OutboxError> {
    let aside = (1..)
        .map(|number| database.with_file_name(format!("outbox.damaged-{number}.db")))
        .find(|free| !free.exists())
        .unwrap_or_else(|| database.with_file_name("outbox.damaged.db"));
    held::rename(database, &aside)?;
    // What was written last may be in the log only; it is found by its name.
    let (log, aside_log) = (with_end(database, "-wal"), with_end(&aside, "-wal"));
    if log.exists() {
        held::rename(&log, &aside_log)?;
    }
    // A log that came back without its database would be written into the new one.
    // Not synced, that takes a power cut in the next moment; the disk that does not sync has no room for a new one.
    let _ = sync_name(database);
    Ok(aside)
}

pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Copies every row that can be read. A table is read from both ends, so that one bad page costs what lies on it.
///
/// Whether rows are missing, or older than they were, nobody knows: so nothing of it is sent by itself any more. What
/// was waiting or under way may have been done.
pub(crate) fn take_over(aside: &Path, fresh: &mut Connection) -> Result<Rescue, OutboxError> {
    let transaction = fresh.transaction()?;
    let mut rescue = Rescue { set_aside: aside.to_owned(), deliveries: 0, draft: false };
    // One of which not even the first page can be read gives nothing.
    if let Ok(damaged) = untouched(aside) {
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for table in TABLES {
            let taken = copy(&damaged, &transaction, table)?;
            match table {
                "draft" => rescue.draft = taken > 0,
                "delivery" => rescue.deliveries = taken,
                _ => {}
            }
        }
    }
    // What lost its parent goes, and what would be sent by itself waits for a person.
    transaction.execute_batch(
        "DELETE FROM delivery_file WHERE delivery NOT IN (SELECT id FROM delivery);
         DELETE FROM attempt WHERE delivery NOT IN (SELECT id FROM delivery);
         UPDATE delivery_file SET hash = NULL WHERE hash NOT IN (SELECT hash FROM spool);
         UPDATE draft_file SET hash = NULL WHERE hash NOT IN (SELECT hash FROM spool);
         UPDATE attempt SET interrupted = 1 WHERE ended_at IS NULL;
         UPDATE delivery SET state = 'may_be_done', settled_at = created_at, draft = NULL, asked_back = 0
         WHERE state IN ('waiting', 'sending', 'held_back');
         DELETE FROM draft_file WHERE held IS NOT NULL;",
    )?;
    delivery::index_all(&transaction)?;
    transaction.commit()?;
    Ok(rescue)
}

/// Opens a database whose log is read, and not written into it.
fn untouched(aside: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let damaged = Connection::open_with_flags(aside, flags)?;
    damaged.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Without a file for an index of the log.
    damaged.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // One that is shorter than its head says is read only under this.
    damaged.pragma_update(None, "writable_schema", true)?;
    Ok(damaged)
}

fn copy(from: &Connection, to: &Connection, table: &str) -> Result<u64, OutboxError> {
    let mut taken = 0;
    for order in ["ASC", "DESC"] {
        let key = if matches!(table, "spool") {
            "hash"
        } else if table == "delivery_file" {
            "delivery"
        } else {
            "id"
        };
        let Ok(mut statement) = from.prepare(&format!("SELECT * FROM {table} ORDER BY {key} {order}")) else {
            continue;
        };
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let places = vec!["?"; names.len()].join(", ");
        // The fresh database has its one row of the draft already.
        let verb = if table == "draft" { "INSERT OR REPLACE" } else { "INSERT OR IGNORE" };
        let Ok(mut insert) =
            to.prepare(&format!("{verb} INTO {table} ({}) VALUES ({places})", names.join(", ")))
        else {
            continue;
        };
        let mut rows = statement.query(())?;
        // The first row that cannot be read ends this direction.
        while let Ok(Some(row)) = rows.next() {
            let values: Result<Vec<Value>, _> = (0..names.len()).map(|column| row.get(column)).collect();
            let Ok(values) = values else { break };
            // A row that no longer fits its own table is damage too.
            if let Ok(inserted) = insert.execute(params_from_iter(values)) {
                taken += inserted as u64;
            }
        }
    }
    Ok(taken)
}
