//! What became of deliveries: listed, searched, exported, and removed when it was done long ago.

mod export;
mod keep;
mod list;
mod search;

pub use export::ExportError;
pub use keep::Room;
pub use list::{Page, Query, SentUnder, Top, Wanted};
