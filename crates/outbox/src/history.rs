//! The history of deliveries: listed, searched, exported, and removed when it is old or a person wants it.

mod clock;
mod export;
mod list;
mod removal;
mod retention;
mod search;

pub use export::{ExportColumns, ExportError, ExportWords};
pub use list::{Page, Query, SentUnder, Top, Wanted};
pub use removal::{Removable, Removal};
pub use retention::Room;
