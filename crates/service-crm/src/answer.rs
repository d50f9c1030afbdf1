//! The server's answer, as it is shown and kept.

use serde::{Deserialize, Serialize};

use crate::said;

/// The server's answer as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `ReasonForFailure`, or an exception's text.
    pub reason: Option<String>,
    /// `Message`.
    pub message: Option<String>,
    /// The text, at most 1 MiB of it.
    pub body: String,
    /// The vendor's exception, such as `MXInvalidInputException`: under 500 it is mostly a reasoned refusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub exception: Option<String>,
    /// Another host of the vendor's that the words name, where the keys were refused: perhaps the right region's. For a
    /// person to judge; it is never asked because a server named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub named_host: Option<String>,
}

impl Answer {
    /// The server's own words, the reason before the message.
    pub fn words(&self) -> Option<&str> {
        self.reason.as_deref().or(self.message.as_deref())
    }

    /// Whether the text is in a form that only the vendor has. Without the text nobody can tell.
    pub(crate) fn is_vendors(&self) -> bool {
        serde_json::from_str(self.body.trim_start_matches('\u{feff}'))
            .is_ok_and(|json| said::is_vendors(&json))
    }
}

/// The server's answer to a call that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Receipt {
    /// The number of the ticket that was changed, or made.
    pub ticket: String,
    /// How the server names the ticket, such as "#143".
    pub key: Option<String>,
    /// The server's `Message`.
    pub message: Option<String>,
    /// All of it.
    pub answer: Answer,
}
