//! The draft, its deliveries and what became of them: kept so that they outlive every end of the app, and carried so that nothing is sent twice by itself.
//!
//! [`Outbox`] is what is kept: a database and a spool of files beside it. [`Courier`] carries what waits.
//! `docs/decisions/0011-the-line-of-no-return.md` has the argument on which the promise rests.
//!
//! The crate knows no window, no keys and no HTTP: it is handed [`service_crm::Client`]s.

mod aside;
mod columns;
mod copies;
mod courier;
mod crash;
mod delivery;
mod draft;
mod erase;
mod error;
mod held;
mod history;
mod job;
mod known_tickets;
mod merge;
mod opening;
pub mod private;
mod rescue;
mod spool;
mod state;
mod store;
mod sync;

pub use aside::SetAside;
pub use courier::{AccountError, Accounts, Courier, Looked, Told, WaitReason};
#[cfg(feature = "crash-points")]
pub use crash::CRASH_POINTS;
pub use delivery::{
    Accepted, AlreadyThere, AttemptRecord, Before, Behind, Comparison, Delivery, Ended, FieldBack,
    FieldFound, FileFound, Finding, PutsBack, RecentTicket, SendingAccount, SentFile, SizeBounds, Stands,
    Stuck, Undone,
};
pub use draft::{
    Attached, Draft, DraftFile, DraftFiles, DraftText, LeftOut, Lies, NameFault, RestoredFile, SameContent,
};
pub use error::OutboxError;
pub use held::{once_free, rename};
pub use history::{
    ExportColumns, ExportError, ExportWords, Page, Query, Removable, Removal, Room, SentUnder, Top, Wanted,
};
pub use job::Job;
pub use known_tickets::KnownTicket;
pub use spool::{Copying, NotCopied};
pub use state::{STATES, STEPS, State, Step, UnknownState};
pub use store::{Outbox, Rescue};
pub use sync::{sync_folder, sync_name};
