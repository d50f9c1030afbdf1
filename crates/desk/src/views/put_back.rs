//! Putting back what an update changed.

use outbox::FieldBack;
use serde::Serialize;
use service_crm::Failure;
use ts_rs::TS;

/// A fresh reading's word about an update that is to be put back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum PutBackLooked {
    /// Each field that it set: what it was, what was set, what it is now.
    Looked {
        fields: Vec<FieldBack>,
        /// When the ticket was read before the update, in milliseconds since 1970; null where it was not.
        before_read_at: Option<i64>,
    },
    /// The ticket could not be read.
    NotAnswered { failure: Failure },
    /// Its account's keys cannot be had, or its account is at another place.
    NobodyToAsk,
}
