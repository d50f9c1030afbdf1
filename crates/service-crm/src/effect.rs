//! The server's possible deeds in an attempt that failed.

use serde::{Deserialize, Serialize};

/// The server's possible deeds in an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The server never had a complete request.
    NotSent,
    /// The server answered that it did not act, or was asked for nothing that changes anything.
    NotDone,
    /// The server had everything; whether it acted is not known.
    MayBeDone,
}
