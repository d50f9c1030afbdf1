//! How far an attempt has come, for whoever watches it.

use serde::Serialize;

/// How far an update has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "step", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Progress {
    /// The account's calls are used up for the moment.
    Waiting {
        /// How long, as far as is known.
        milliseconds: u64,
        /// Whether the server asked for it (429), and not the app's own count of calls.
        asked: bool,
    },
    /// Bytes are going out.
    Sending {
        /// The file that is being sent, counted from 0; none before the first.
        file: Option<usize>,
        /// Bytes of that file.
        file_sent: u64,
        /// Bytes of that file in all.
        file_size: u64,
        /// Bytes of the whole request.
        sent: u64,
        /// Bytes of the whole request in all.
        total: u64,
    },
    /// Everything was sent; the answer is awaited.
    Answer,
}
