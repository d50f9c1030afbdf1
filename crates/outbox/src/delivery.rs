//! Deliveries: a draft that is sent off becomes one, attempts are made for it, and each step it takes is written down.

mod accept;
mod already_there;
mod attempt;
mod before;
mod content;
mod due;
mod finding;
mod index;
mod others;
mod place;
mod put_back;
mod recent_ticket;
mod record;
mod sign_off;
mod split;
mod steps;
mod undo;

pub use accept::{Accepted, SendingAccount};
pub use already_there::AlreadyThere;
pub(crate) use attempt::{Ending, recover};
pub use before::{Before, PutsBack};
pub(crate) use due::Due;
pub(crate) use finding::look_for;
pub use finding::{Comparison, FieldFound, FileFound, Finding};
pub(crate) use index::{MARK, account_mark, index_all, needs_you_mark, remove, state_mark};
pub use put_back::{FieldBack, Stands};
pub use recent_ticket::RecentTicket;
pub(crate) use record::read;
pub use record::{AttemptRecord, Behind, Delivery, Ended, SentFile, Stuck};
pub use split::SizeBounds;
pub use undo::Undone;
