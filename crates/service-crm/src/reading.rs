//! Asking the account: calls that change nothing.
//!
//! All go the same way, `Client::ask`, and have in common what a reading has: its failure never leaves anybody in
//! doubt about a ticket, so an answer that was lost may be asked for again.

mod ask;
mod catalogue;
mod connection;
mod conversations;
mod details;
mod leads;
mod lists;
mod owner;

pub use catalogue::{Catalogue, CatalogueField, FieldOrigin};
pub use connection::Connection;
pub use conversations::ShownFile;
pub use details::{FieldValue, TicketDetails};
pub use leads::Lead;
pub use lists::ListValue;
pub use owner::KeysOwner;
