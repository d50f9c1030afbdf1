//! The history of deliveries: listed, searched, exported, and removed when it is old.

mod export;
mod list;
mod retention;
mod search;

pub use export::{ExportColumns, ExportError, ExportWords};
pub use list::{Page, Query, SentUnder, Top, Wanted};
pub use retention::Room;
