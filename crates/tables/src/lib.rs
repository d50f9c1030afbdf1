//! The cells of a table: a spreadsheet (`.xlsx`, `.xlsm`, `.xls`, `.ods`) or a text with separators.
//!
//! ```
//! # use tables::{Book, Options, Value};
//! let mut book = Book::open(b"Ticket;Status\n00143;Open\n".as_slice().into(), &Options::default())?;
//! let table = book.read(0, &|| false)?;
//! let cell = table.rows().nth(1).and_then(|row| row.cell(0)).unwrap();
//! assert_eq!(cell.value, Value::Text("00143"));
//! # Ok::<(), tables::TableFault>(())
//! ```
//!
//! The crate reads what is there and judges nothing: it knows spreadsheets, and neither tickets nor fields. Its bytes
//! come from anywhere, so nothing in them is believed: [`Book::open`] and [`Book::read`] give cells or one
//! [`TableFault`], whatever the bytes are, within the [`bounds`]. `docs/tables.md` tells what is read, and how.

mod book;
pub mod bounds;
mod cell;
mod fault;
mod kind;
mod moment;
mod ods;
mod package;
mod shown;
mod table;
mod text;
mod xls;
mod xlsx;
mod xml;

pub use book::{Book, Options, Sheet, is_passed_over};
pub use cell::{Cell, Value};
pub use fault::TableFault;
pub use kind::Kind;
pub use moment::day_of_number;
pub use shown::{is_percent, plain_number};
pub use table::{Row, Table};
pub use text::{ENCODINGS, Encoding, is_blank};
