//! Why the outbox did not do what was asked.

use rusqlite::ErrorCode;

use crate::held;
use crate::state::State;

/// Why the outbox did not do what was asked. Nothing that was kept before is lost by it.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OutboxError {
    #[error("the folder {folder:?} cannot be made: {source}")]
    Folder { folder: String, source: std::io::Error },
    /// Another start of the app has the outbox.
    #[error("the outbox is in use by another start of the app")]
    InUse,
    #[error("the disk is full")]
    NoRoom,
    #[error("the outbox's folder cannot be written to")]
    ReadOnly,
    /// A backup or a virus scanner, most likely; a moment was waited for it.
    #[error("another program has the outbox's files open")]
    Held,
    /// The database was written by a later version of the app.
    #[error("the outbox was written by a newer version of the app")]
    Newer,
    #[error(transparent)]
    Database(rusqlite::Error),
    #[error(transparent)]
    Migration(rusqlite_migration::Error),
    #[error("the app's own copies of files: {0}")]
    Spool(std::io::Error),
    /// A row holds what this version cannot read.
    #[error("delivery {delivery} cannot be read: {source}")]
    Unreadable { delivery: i64, source: serde_json::Error },
    /// No such delivery.
    #[error("there is no delivery {0}")]
    Unknown(i64),
    /// No rescue set aside anything of this name.
    #[error("nothing was set aside as {0:?}")]
    NotSetAside(String),
    /// The delivery is in a state in which this cannot be done.
    #[error("delivery {delivery} is {state} by now")]
    NotPossible { delivery: i64, state: State },
}

impl From<rusqlite::Error> for OutboxError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::NoRoom,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            _ => Self::Database(error),
        }
    }
}

impl From<rusqlite_migration::Error> for OutboxError {
    fn from(error: rusqlite_migration::Error) -> Self {
        use rusqlite_migration::{Error, MigrationDefinitionError};
        match error {
            Error::RusqliteError { err, .. } => err.into(),
            Error::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => Self::Newer,
            other => Self::Migration(other),
        }
    }
}

impl From<std::io::Error> for OutboxError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::NoRoom,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ if held::is_held(&error) => Self::Held,
            _ => Self::Spool(error),
        }
    }
}
