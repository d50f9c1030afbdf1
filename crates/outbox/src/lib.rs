//! What a person is putting together, what was sent, and what became of it: kept in one SQLite database, so
//! that it outlives every end of the app.
//!
//! The crate knows no window, no keys and no HTTP: it is handed a [`service_crm::Client`].

mod courier;
mod draft;
mod history;
mod paths;
mod store;

pub use courier::{Sender, Sent, deliver};
pub use draft::{Attached, Draft, DraftFile, DraftText, LeftOut};
pub use history::{Delivery, HistoryPage, Outcome, SentFile};
pub use store::{Outbox, OutboxError};
