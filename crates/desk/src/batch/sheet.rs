//! The sheet of a spreadsheet that is read.

use tables::{Book, Table, TableFault};

use super::header;

/// A sheet and its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Its place among the book's sheets.
    pub sheet: usize,
    /// Its cells.
    pub table: Table,
}

/// Reads the sheet in front, if it is visible and has a column of tickets; else the first visible one that has; else
/// the one in front. A hidden sheet is never chosen. `stop` is asked now and then whether to stop.
///
/// # Errors
/// As [`Book::read`].
pub fn choose_sheet(book: &mut Book, stop: &dyn Fn() -> bool) -> Result<Chosen, TableFault> {
    let sheets = book.sheets().iter().enumerate();
    let mut visible: Vec<(usize, bool)> =
        sheets.filter(|(_, sheet)| sheet.visible).map(|(at, sheet)| (at, sheet.active)).collect();
    visible.sort_by_key(|(_, active)| !active);
    let mut first = None;
    for (sheet, _) in visible {
        let table = book.read(sheet, stop)?;
        let chosen = Chosen { sheet, table };
        if header::find(&chosen.table).ticket.is_some() {
            return Ok(chosen);
        }
        first.get_or_insert(chosen);
    }
    first.ok_or(TableFault::NoSuchSheet)
}
