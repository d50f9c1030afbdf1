//! The row that holds the columns' names, and the column of the tickets.

use tables::{Row, Table, Value};

use super::names::{Meaning, meaning};
use super::ticket_cell::ticket_cell;

/// The header is looked for in so many rows.
const ROWS: u32 = 30;

/// Rows that are looked at below, to see whether a column holds tickets.
const BELOW: usize = 200;

/// Where the names stand, and the tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    /// The row's number in the spreadsheet; none where the first row is one like the others.
    pub(super) row: Option<u32>,
    /// The column, counted from 0.
    pub(super) ticket: Option<usize>,
}

/// Finds the header: the first row in which a cell is a known name of a ticket column and another is filled; else the
/// first of which most cells are texts, and below which a column holds ticket numbers in three of four rows; else
/// none.
pub(super) fn find(table: &Table) -> Header {
    by_name(table, &[Meaning::Ticket])
        .or_else(|| by_name(table, &[Meaning::TicketOrCount]))
        .or_else(|| by_numbers(table))
        .unwrap_or_else(|| Header { row: None, ticket: numbers_from(table, 0) })
}

fn head(table: &Table) -> impl Iterator<Item = Row<'_>> {
    table.rows().take_while(|row| row.number() <= ROWS)
}

fn name(value: Value<'_>) -> Option<Meaning> {
    match value {
        Value::Text(text) => meaning(text),
        _ => None,
    }
}

fn by_name(table: &Table, meanings: &[Meaning]) -> Option<Header> {
    let named =
        |row: &Row<'_>| row.cells().any(|cell| name(cell.value).is_some_and(|is| meanings.contains(&is)));
    let row = head(table).filter(|row| row.cells().len() > 1).find(named)?;
    let ticket = ticket_column(table, row);
    // A word such as "No." stands in many a title; it is a header where it names the tickets.
    (ticket.is_some() || meanings == [Meaning::Ticket]).then_some(Header { row: Some(row.number()), ticket })
}

/// The ticket column of a header row: by its name, and of two that only might be by their numbers.
pub(super) fn ticket_column(table: &Table, header: Row<'_>) -> Option<usize> {
    let columns =
        |wanted| header.cells().filter(move |cell| name(cell.value) == Some(wanted)).map(|cell| cell.column);
    let shown: Vec<usize> =
        columns(Meaning::Ticket).filter(|column| !table.is_column_hidden(*column)).collect();
    match shown.as_slice() {
        [one] => return Some(*one),
        [] => {}
        // Which of two has the tickets, only the person knows; two names of one meaning are two names.
        several => {
            let folded = |column: &usize| {
                header.cell(*column).map(|cell| super::names::folded(&cell.shown())).unwrap_or_default()
            };
            let first = folded(&several[0]);
            let equal = several.iter().filter(|column| folded(column) == first).count();
            return (equal == 1).then_some(several[0]);
        }
    }
    let weak = |column: &usize| {
        !table.is_column_hidden(*column)
            && !counts_rows(table, header.number(), *column)
            && holds_tickets(table, header.number(), *column)
    };
    columns(Meaning::TicketOrCount).find(weak)
}

fn by_numbers(table: &Table) -> Option<Header> {
    head(table).find_map(|row| {
        let texts = row.cells().filter(|cell| matches!(cell.value, Value::Text(_))).count();
        if texts * 2 <= row.cells().len() {
            return None;
        }
        let ticket = numbers_from(table, row.number())?;
        // A row that has a ticket itself is one like the others.
        let own = row.cell(ticket)?;
        (!is_ticket(own.value)).then_some(Header { row: Some(row.number()), ticket: Some(ticket) })
    })
}

/// The first column below a row that holds tickets and does not only count the rows.
fn numbers_from(table: &Table, below: u32) -> Option<usize> {
    (0..table.width().min(100)).find(|column| {
        !table.is_column_hidden(*column)
            && holds_tickets(table, below, *column)
            && !(below > 0 && counts_rows(table, below, *column) && table.width() > 1)
    })
}

fn is_ticket(value: Value<'_>) -> bool {
    match value {
        Value::Text(text) => ticket_cell(text).is_some(),
        Value::Number(number) => whole(number).is_some(),
        _ => false,
    }
}

/// A number's digits, if it is a ticket's: whole, from 1 to 999,999,999,999,999.
pub(super) fn whole(number: f64) -> Option<String> {
    let fits = (1.0..1e15).contains(&number) && number.fract() == 0.0;
    fits.then(|| format!("{number:.0}"))
}

/// Whether tickets stand in a column in three of four rows that hold anything.
fn holds_tickets(table: &Table, below: u32, column: usize) -> bool {
    let rows = || table.rows().skip_while(|row| row.number() <= below).take(BELOW);
    let tickets = rows().filter(|row| row.cell(column).is_some_and(|cell| is_ticket(cell.value))).count();
    tickets > 0 && tickets * 4 >= rows().count() * 3
}

/// Whether a column holds 1, 2, 3, … from its first row on.
pub(super) fn counts_rows(table: &Table, below: u32, column: usize) -> bool {
    let rows = table.rows().skip_while(|row| row.number() <= below).filter_map(|row| row.cell(column));
    let mut next = 0.0;
    for cell in rows.take(BELOW) {
        next += 1.0;
        let number = match cell.value {
            Value::Number(number) => number,
            Value::Text(text) => text.trim().trim_end_matches(['.', ')']).parse().unwrap_or_default(),
            _ => 0.0,
        };
        // A word below the last row is no number of it.
        if number == 0.0 && next > 2.0 {
            return true;
        }
        if number != next {
            return false;
        }
    }
    next > 0.0
}

/// A column's letters, as the spreadsheet has them: 0 is `A`, 26 is `AA`.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
