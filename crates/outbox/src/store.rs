//! The outbox as it lies on the disk: one connection to the database, and the spool beside it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction};

use crate::error::OutboxError;
use crate::spool::Spool;

/// The database's name in the outbox's folder.
pub(crate) const DATABASE: &str = "outbox.db";

/// The rescue of a database that was found damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// Where the damaged one lies now. Copies of files that the new one does not know lie beside it, in a folder of the
    /// same name that ends in `.spool`.
    pub set_aside: PathBuf,
    /// Deliveries that could be taken over.
    pub deliveries: u64,
    /// Whether the draft could be taken over.
    pub draft: bool,
}

/// The draft, deliveries, attempts, files and receipts, in one database, with a spool of files beside it. Clones are the
/// same outbox. Its calls block on the disk, briefly, unless they say otherwise.
#[derive(Debug, Clone)]
pub struct Outbox(Arc<Store>);

#[derive(Debug)]
struct Store {
    connection: Mutex<Connection>,
    spool: Spool,
    folder: PathBuf,
    rescue: Option<Rescue>,
}

impl Outbox {
    pub(crate) fn new(connection: Connection, spool: Spool, folder: PathBuf, rescue: Option<Rescue>) -> Self {
        Self(Arc::new(Store { connection: Mutex::new(connection), spool, folder, rescue }))
    }

    /// Writes in one transaction: all of it or, on an error, nothing. Copies of files that nothing needs any more after
    /// it go from the spool before the database's lock is let go of.
    pub(crate) fn write<T>(
        &self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, OutboxError>,
    ) -> Result<T, OutboxError> {
        self.write_and(act, || ())
    }

    /// As [`Outbox::write`]. `committed` is called when the database has it and the spool still has the copies.
    pub(crate) fn write_and<T>(
        &self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, OutboxError>,
        committed: impl FnOnce(),
    ) -> Result<T, OutboxError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let answer = act(&transaction)?;
        let unneeded = Spool::forget_unneeded(&transaction)?;
        transaction.commit()?;
        committed();
        self.spool().remove(&unneeded, &connection);
        Ok(answer)
    }

    /// The rescue at the opening, if the database was found damaged.
    pub fn rescue(&self) -> Option<&Rescue> {
        self.0.rescue.as_ref()
    }

    /// Puts everything that is in the log into the database itself, as at a clean end of the app: the next opening then
    /// need not check a large database page by page.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is lost by it.
    pub fn rest(&self) -> Result<(), OutboxError> {
        self.connection().query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// A transaction that a panic left open was rolled back when it was dropped, so a poisoned lock is sound.
    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn spool(&self) -> &Spool {
        &self.0.spool
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.folder.join(DATABASE)
    }
}
