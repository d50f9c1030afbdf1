//! Why a command failed.

use std::io;

use outbox::OutboxError;
use serde::Serialize;
use ts_rs::TS;

/// Why a command itself failed: rare, and never about the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum DeskError {
    /// The disk, the database or the settings.
    Storage {
        why: String,
    },
    /// The disk is full.
    NoRoom,
    /// The app's folder cannot be written to.
    ReadOnly,
    /// Another program has the app's own files open.
    Held,
    /// Another start of the app has the outbox.
    InUse,
    /// The outbox was written by a newer version of the app.
    Newer,
    /// A thing that has become another meanwhile, with which this cannot be done any more.
    NotPossible,
    PracticeServer {
        why: String,
    },
    /// Something is being sent off already.
    Busy,
}

impl DeskError {
    /// Something else that the disk or the system did not do, in its words.
    pub(crate) fn storage(why: impl ToString) -> Self {
        Self::Storage { why: why.to_string() }
    }
}

impl From<OutboxError> for DeskError {
    fn from(error: OutboxError) -> Self {
        Self::from(&error)
    }
}

impl From<io::Error> for DeskError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoRoom,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            io::ErrorKind::ResourceBusy => Self::Held,
            _ => Self::storage(error),
        }
    }
}

impl From<&OutboxError> for DeskError {
    fn from(error: &OutboxError) -> Self {
        match error {
            OutboxError::NoRoom => Self::NoRoom,
            OutboxError::ReadOnly => Self::ReadOnly,
            OutboxError::Held => Self::Held,
            OutboxError::InUse => Self::InUse,
            OutboxError::Newer => Self::Newer,
            OutboxError::NotPossible { .. } | OutboxError::Unknown(_) | OutboxError::NotSetAside(_) => {
                Self::NotPossible
            }
            other => Self::storage(other),
        }
    }
}
