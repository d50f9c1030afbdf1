//! Many tickets at once: from a table to what it asks for, row by row.
//!
//! A sheet is chosen ([`choose_sheet`]), its header row and columns are proposed ([`Mapping::propose`]) and may be
//! changed, and each row is read by them ([`Reading::of`]). Nothing here is sent, and nothing is asked of a server.
//! The rules are those of `docs/tables.md`; what a text says of a number or a date is read by `service_crm`, for a table and
//! for a box on the screen alike.

mod column;
mod file_names;
mod header;
mod kinds;
mod list_value;
mod lost;
mod mapping;
mod names;
mod problem;
mod reading;
mod sheet;
mod text_value;
mod ticket_cell;
mod value;

pub use column::{Choices, ColumnChoice, DateOrder, PerCent, Question};
pub use file_names::last_part;
pub use header::letters;
pub use mapping::{Column, ColumnUse, Mapping, WhyLeftOut};
pub use names::is_known_name;
pub use problem::Problem;
pub use reading::{FieldValue, Reading, Remark, RowReading};
pub use sheet::{Chosen, choose_sheet};
pub use ticket_cell::{WrittenTicket, ticket_cell};
