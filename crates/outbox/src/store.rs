//! The database itself: opening it, and the form of it.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// Each step is applied once and never changed afterwards; a new form of the database is a new step.
const STEPS: &[M<'static>] = &[M::up(include_str!("migrations/1.sql"))];
const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// The database cannot be read or written: the disk is full or failing, or the file is damaged.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum OutboxError {
    #[error("the folder {folder:?} cannot be made: {source}")]
    Folder { folder: String, source: std::io::Error },
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
    #[error(transparent)]
    Migration(#[from] rusqlite_migration::Error),
    /// A row holds what this version cannot read.
    #[error("delivery {delivery} cannot be read: {source}")]
    Unreadable { delivery: i64, source: serde_json::Error },
    /// No such delivery.
    #[error("there is no delivery {0}")]
    Unknown(i64),
}

/// Drafts, deliveries, attempts and what came of them, in one database. Its calls block on the disk, briefly.
#[derive(Debug)]
pub struct Outbox {
    connection: Mutex<Connection>,
}

impl Outbox {
    /// Opens the database, or makes it and its folder. Attempts that were under way when the app last ended
    /// are marked as interrupted: nobody saw what became of them.
    ///
    /// # Errors
    /// When the file or its folder cannot be made, read or written.
    pub fn open(path: &Path) -> Result<Self, OutboxError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|source| OutboxError::Folder {
                folder: folder.to_string_lossy().into_owned(),
                source,
            })?;
        }
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // What was said to be kept is kept through a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        MIGRATIONS.to_latest(&mut connection)?;
        connection
            .execute("UPDATE attempt SET interrupted = 1 WHERE receipt IS NULL AND failure IS NULL", ())?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// A transaction that a panic left open was rolled back when it was dropped, so a poisoned lock is sound.
    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_is_sound() {
        MIGRATIONS.validate().unwrap();
    }
}
