//! What goes over to the screen and comes back: the screen's types are generated from these.

pub(crate) mod accounts;
pub(crate) mod draft;
pub(crate) mod fields;
pub(crate) mod files;
pub(crate) mod outbox;
pub(crate) mod setup;
pub(crate) mod ticket;

use ::outbox::OutboxError;
use serde::Serialize;
use ts_rs::TS;

/// Why a command itself failed: rare, and never about the ticket.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum ShellError {
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
    /// It has become something else meanwhile, and this cannot be done with it any more.
    NotPossible,
    PracticeServer {
        why: String,
    },
    /// Something is being sent off already.
    Busy,
}

impl From<OutboxError> for ShellError {
    fn from(error: OutboxError) -> Self {
        Self::of(&error)
    }
}

impl ShellError {
    pub(crate) fn of(error: &OutboxError) -> Self {
        match error {
            OutboxError::NoRoom => Self::NoRoom,
            OutboxError::ReadOnly => Self::ReadOnly,
            OutboxError::Held => Self::Held,
            OutboxError::InUse => Self::InUse,
            OutboxError::Newer => Self::Newer,
            OutboxError::NotPossible { .. } | OutboxError::Unknown(_) => Self::NotPossible,
            other => Self::Storage { why: other.to_string() },
        }
    }
}

impl From<tauri_plugin_store::Error> for ShellError {
    fn from(error: tauri_plugin_store::Error) -> Self {
        Self::Storage { why: error.to_string() }
    }
}
