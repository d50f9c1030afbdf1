//! What a person is putting together, what was sent, and what became of it: kept so that it outlives every end of the
//! app, and carried so that nothing is sent twice by itself.
//!
//! [`Outbox`] is what is kept: a database and a spool of files beside it. [`Courier`] carries what waits.
//! `docs/decisions/0011-the-line-of-no-return.md` has the argument on which the promise rests.
//!
//! The crate knows no window, no keys and no HTTP: it is handed [`service_crm::Client`]s.

mod accept;
mod arrange;
mod attempt;
mod courier;
mod crash;
mod delivery;
mod draft;
mod export;
mod finding;
mod held;
mod job;
mod keep;
mod list;
mod name;
mod pasted;
mod paths;
mod rescue;
mod search;
mod seen;
mod spool;
mod state;
mod steps;
mod store;

pub use accept::{Accepted, Sender};
pub use arrange::PutBack;
pub use courier::{Accounts, Courier, NoClient, Told, Waiting};
#[cfg(feature = "crash-points")]
pub use crash::CRASH_POINTS;
pub use delivery::{Behind, Delivery, Ended, KeptAttempt, SentFile};
pub use draft::{Attached, Draft, DraftFile, DraftFiles, DraftText, LeftOut};
pub use export::ExportError;
pub use finding::{FieldFound, Finding, Verdict};
pub use held::rename;
pub use job::Job;
pub use keep::Room;
pub use list::{Page, Query, SentUnder, Top, Wanted};
pub use name::NameFault;
pub use rescue::Rescue;
pub use seen::TicketSeen;
pub use spool::{NotTaken, Taking};
pub use state::{STATES, STEPS, State, Step, UnknownState};
pub use store::{Outbox, OutboxError};
