//! The use of each column.

use service_crm::ListValue;
use tables::{Row, Table};
use team_setup::{SetupField, SetupKind};

use super::column::Facts;
use super::header::{self, letters};
use super::kinds;
use super::names::{Meaning, folded, meaning, spaced};

/// The uses of a table's columns. The app proposes them, and the person may change each.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// The header's row, by its number in the spreadsheet; none where the first row is one like the others.
    pub header_row: Option<u32>,
    /// The columns that hold anything, from left to right.
    pub columns: Vec<Column>,
}

/// A column and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its place, counted from 0.
    pub at: usize,
    /// Its name, with line breaks made spaces. Empty where there is none.
    pub header: String,
    /// The column's use.
    pub used_as: ColumnUse,
}

impl Column {
    /// The column's name, or its letters.
    pub fn name(&self) -> String {
        if self.header.is_empty() { letters(self.at) } else { self.header.clone() }
    }
}

/// A column's use.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnUse {
    /// The ticket's number.
    Ticket,
    /// A field's new value.
    Field {
        /// The schema name, where a catalogue told it.
        field: Option<String>,
        /// How its values are read.
        kind: SetupKind,
        /// The list's values, where the field has a list.
        values: Vec<ListValue>,
    },
    /// Files to send.
    Files,
    /// A note on the ticket.
    Note,
    /// Nothing.
    LeftOut(WhyLeftOut),
}

/// Why a column is not taken by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// A column that is hidden in the spreadsheet.
    Hidden,
    /// A column that only counts the rows.
    CountsRows,
    /// Another has the same name.
    NameTwice,
    /// A column without a name.
    NoName,
    /// The account has no field of that name.
    NoSuchField,
    /// The person left it out.
    Chosen,
}

impl Mapping {
    /// The mapping that the columns' names and cells speak for. With a catalogue only its fields are taken, by their label
    /// or schema name; without one every column is a field, of the kind that its cells show.
    pub fn propose(table: &Table, catalogue: Option<&[SetupField]>) -> Self {
        let found = header::find(table);
        Self::with(table, catalogue, found.row, found.ticket)
    }

    /// The same for a header row that the person chose.
    pub fn at(table: &Table, catalogue: Option<&[SetupField]>, header_row: Option<u32>) -> Self {
        let row = header_row.and_then(|number| table.rows().find(|row| row.number() == number));
        let ticket = row.and_then(|row| header::ticket_column(table, row));
        Self::with(table, catalogue, header_row, ticket)
    }

    fn with(
        table: &Table,
        catalogue: Option<&[SetupField]>,
        header_row: Option<u32>,
        ticket: Option<usize>,
    ) -> Self {
        let header = header_row.and_then(|number| table.rows().find(|row| row.number() == number));
        let facts = facts(table, header_row);
        let headers: Vec<String> = (0..facts.len()).map(|at| header_of(header, at)).collect();
        let names: Vec<String> = headers.iter().map(|header| folded(header)).collect();
        let mut columns = Vec::new();
        for (at, header) in headers.iter().enumerate() {
            if header.is_empty() && facts[at].filled == 0 {
                continue;
            }
            let twice = names.iter().filter(|name| !name.is_empty() && **name == names[at]).count() > 1;
            let used_as = if ticket == Some(at) {
                ColumnUse::Ticket
            } else if table.is_column_hidden(at) {
                ColumnUse::LeftOut(WhyLeftOut::Hidden)
            } else if header.is_empty() {
                ColumnUse::LeftOut(WhyLeftOut::NoName)
            } else if twice {
                ColumnUse::LeftOut(WhyLeftOut::NameTwice)
            } else {
                Self::named(table, header_row, at, header, &facts[at], catalogue)
            };
            columns.push(Column { at, header: header.clone(), used_as });
        }
        Self { header_row, columns }
    }

    fn named(
        table: &Table,
        header_row: Option<u32>,
        at: usize,
        header: &str,
        facts: &Facts,
        catalogue: Option<&[SetupField]>,
    ) -> ColumnUse {
        if let Some(field) = catalogue.and_then(|fields| field_called(fields, header)) {
            return ColumnUse::Field {
                field: Some(field.name.clone()),
                kind: field.kind,
                values: field.values.clone(),
            };
        }
        match meaning(header) {
            Some(Meaning::Files) => ColumnUse::Files,
            Some(Meaning::TicketOrCount) if header::counts_rows(table, header_row.unwrap_or(0), at) => {
                ColumnUse::LeftOut(WhyLeftOut::CountsRows)
            }
            Some(Meaning::Note) if catalogue.is_some() => ColumnUse::Note,
            _ if catalogue.is_some() => ColumnUse::LeftOut(WhyLeftOut::NoSuchField),
            _ => ColumnUse::Field { field: None, kind: kinds::guess(header, facts), values: Vec::new() },
        }
    }

    /// The column of the ticket's number.
    pub fn ticket(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.used_as == ColumnUse::Ticket)
    }
}

fn header_of(header: Option<Row<'_>>, at: usize) -> String {
    header.and_then(|row| row.cell(at)).map(|cell| spaced(&cell.shown())).unwrap_or_default()
}

/// The cells below the header, by column.
pub(super) fn facts(table: &Table, header_row: Option<u32>) -> Vec<Facts> {
    let mut facts = vec![Facts::default(); table.width()];
    for row in table.rows().skip_while(|row| row.number() <= header_row.unwrap_or(0)) {
        for cell in row.cells() {
            facts[cell.column].add(&cell);
        }
    }
    facts
}

fn field_called<'f>(fields: &'f [SetupField], header: &str) -> Option<&'f SetupField> {
    let wanted = folded(header);
    let schema = |field: &&SetupField| {
        let bare = field.name.rsplit('.').next().unwrap_or(&field.name);
        field.name.eq_ignore_ascii_case(header.trim()) || folded(bare) == wanted
    };
    fields.iter().find(|field| folded(&field.label) == wanted).or_else(|| fields.iter().find(schema))
}
