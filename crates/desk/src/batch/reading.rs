//! A table's requests, row by row.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use service_crm::{DateText, TicketNumber};
use tables::{Cell, Row, Table, Value};

use super::column::{Choices, ColumnChoice, Facts, Question};
use super::header::whole;
use super::mapping::{Column, ColumnUse, Mapping, WhyLeftOut, facts};
use super::problem::Problem;
use super::ticket_cell::{several, ticket_cell};
use super::value::FieldColumn;
use super::{file_names, lost, text_value};

/// A table's requests.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// A row for each that holds anything.
    pub rows: Vec<RowReading>,
    /// The questions for whole columns, each once.
    pub questions: Vec<Question>,
    /// The remarks, each once.
    pub remarks: Vec<Remark>,
}

/// One row's request.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowReading {
    /// Its number, as the spreadsheet shows it.
    pub row: u32,
    /// The ticket.
    pub ticket: Option<TicketNumber>,
    /// How the ticket was written, where zeros stood before it.
    pub written: Option<String>,
    /// The new values, from left to right. A field without one is not changed.
    pub fields: Vec<FieldValue>,
    /// Files, as they are named in the table.
    pub files: Vec<String>,
    /// A note on the ticket.
    pub note: Option<String>,
    /// Whether it is hidden in the spreadsheet: it is shown, and not ticked.
    pub hidden: bool,
    /// The row's problems.
    pub problems: Vec<Problem>,
}

/// A field's new value. An empty one empties the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// The column's place, counted from 0.
    pub column: usize,
    /// As a field of its kind takes it. Rows with the same share it.
    pub value: Arc<str>,
}

/// A remark that is made once and stands in nobody's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The times of day of a column of dates are not taken.
    TimesDropped {
        /// The column's place.
        column: usize,
    },
    /// Years of two digits are of this century.
    ShortYears {
        /// The column's place.
        column: usize,
    },
    /// A format that does not tell the app which rows are hidden.
    HiddenNotTold,
}

impl Reading {
    /// Reads every row by the mapping. `is_there` tells whether the table's folder has a file of that name.
    pub fn of(table: &Table, mapping: &Mapping, choices: &Choices, is_there: &dyn Fn(&str) -> bool) -> Self {
        let facts = facts(table, mapping.header_row);
        let names: Vec<String> = mapping.columns.iter().map(Column::name).collect();
        let width = mapping.columns.iter().rposition(|column| !column.header.is_empty());
        let none = ColumnChoice::default();
        let mut reader = Reader {
            mapping,
            names: &names,
            facts: &facts,
            choices,
            none: &none,
            is_there,
            width: width.map_or(usize::MAX, |last| mapping.columns[last].at + 1),
            is_text: table.encoding.is_some(),
            field_count: mapping.columns.iter().filter(|column| is_field(column)).count(),
            known: HashSet::new(),
            reading: Self { rows: Vec::with_capacity(table.rows().len()), ..Self::default() },
        };
        let first = mapping.header_row.unwrap_or(0);
        for row in table.rows().skip_while(|row| row.number() <= first) {
            reader.row(row);
        }
        let mut reading = reader.reading;
        if let Some(row) = table.open_quote {
            let problems = vec![Problem::OpenQuote { row }];
            reading.rows.push(RowReading { row, problems, ..RowReading::default() });
        }
        if !table.tells_hidden {
            reading.remarks.push(Remark::HiddenNotTold);
        }
        mark_same_tickets(&mut reading.rows);
        reading
    }
}

struct Reader<'a> {
    mapping: &'a Mapping,
    names: &'a [String],
    facts: &'a [Facts],
    choices: &'a Choices,
    none: &'a ColumnChoice,
    is_there: &'a dyn Fn(&str) -> bool,
    /// One past the last column that has a name.
    width: usize,
    is_text: bool,
    field_count: usize,
    known: HashSet<Arc<str>>,
    reading: Reading,
}

/// So many different values are shared among rows; past them the columns are of another sort.
const MOST_KNOWN: usize = 4096;

fn is_field(column: &Column) -> bool {
    matches!(column.used_as, ColumnUse::Field { .. })
}

impl Reader<'_> {
    fn row(&mut self, row: Row<'_>) {
        if !self.holds_something(row) {
            return;
        }
        let mut read = RowReading {
            row: row.number(),
            hidden: row.hidden(),
            fields: Vec::with_capacity(self.field_count.min(row.cells().len())),
            ..RowReading::default()
        };
        let outside_ascii = row.cells().any(|cell| has_letters_outside_ascii(&cell));
        for (index, column) in self.mapping.columns.iter().enumerate() {
            let cell = row.cell(column.at);
            match (&column.used_as, cell) {
                (ColumnUse::LeftOut(_), _) => {}
                (ColumnUse::Ticket, None) => read.problems.push(Problem::NoTicket),
                (_, None) => {}
                (used_as, Some(cell)) => {
                    let lost_before = self.facts.get(column.at).is_some_and(|facts| facts.outside_ascii);
                    let name = &self.names[index];
                    match spoilt(used_as, &cell, name, lost_before || outside_ascii) {
                        Some(problem) => read.problems.push(problem),
                        None => self.cell(&mut read, index, &cell),
                    }
                }
            }
        }
        if self.mapping.ticket().is_none() {
            read.problems.insert(0, Problem::NoTicket);
        }
        if self.is_text && row.cells().any(|cell| cell.column >= self.width) {
            read.problems.push(Problem::MoreCellsThanColumns);
        }
        // There may be hundreds of thousands of them.
        read.files.shrink_to_fit();
        self.reading.rows.push(read);
    }

    /// Numbers that only count the rows are there before anything else is.
    fn holds_something(&self, row: Row<'_>) -> bool {
        let counts = |at: usize| {
            let column = self.mapping.columns.iter().find(|column| column.at == at);
            column.is_some_and(|column| column.used_as == ColumnUse::LeftOut(WhyLeftOut::CountsRows))
        };
        row.cells().any(|cell| !counts(cell.column))
    }

    fn cell(&mut self, read: &mut RowReading, index: usize, cell: &Cell<'_>) {
        let column = &self.mapping.columns[index];
        match &column.used_as {
            ColumnUse::LeftOut(_) => {}
            ColumnUse::Ticket => ticket(read, cell),
            ColumnUse::Note => read.note = Some(text_value::clean(&cell.shown())),
            ColumnUse::Files => {
                let linked = cell.link.and_then(file_names::of_link);
                match linked {
                    Some(Ok(file)) => read.files.push(file),
                    Some(Err(problem)) => read.problems.push(problem),
                    None => {
                        let (files, problems) = file_names::of_text(&cell.shown(), self.is_there);
                        read.files.extend(files);
                        read.problems.extend(problems);
                    }
                }
            }
            ColumnUse::Field { kind, values, .. } => {
                if self.empties(cell) {
                    read.fields.push(FieldValue { column: column.at, value: Arc::default() });
                    return;
                }
                let field = FieldColumn {
                    name: &self.names[index],
                    kind: *kind,
                    values,
                    facts: &self.facts[column.at],
                    choice: self.choices.columns.get(&column.at).unwrap_or(self.none),
                };
                match field.value(cell) {
                    Ok(taken) => {
                        if taken.time_dropped {
                            self.remark(Remark::TimesDropped { column: column.at });
                        }
                        if taken.short_year {
                            self.remark(Remark::ShortYears { column: column.at });
                        }
                        if taken.per_cent_asked {
                            let first = taken.value.clone();
                            self.ask(column.at, |column| Question::PerCent { column, first });
                        }
                        let value = self.shared(taken.value);
                        read.fields.push(FieldValue { column: column.at, value });
                    }
                    Err(problem) => {
                        self.ask_about(&problem, column.at);
                        read.problems.push(problem);
                    }
                }
            }
        }
    }

    /// One text for all rows that have the same: most columns hold a few values, many times.
    fn shared(&mut self, value: String) -> Arc<str> {
        if let Some(known) = self.known.get(value.as_str()) {
            return Arc::clone(known);
        }
        let value: Arc<str> = value.into();
        if self.known.len() < MOST_KNOWN {
            self.known.insert(Arc::clone(&value));
        }
        value
    }

    /// Whether a cell holds the word that empties a field.
    fn empties(&self, cell: &Cell<'_>) -> bool {
        let Some(word) = &self.choices.empty_word else { return false };
        matches!(cell.value, Value::Text(text) if text.trim().eq_ignore_ascii_case(word))
    }

    fn remark(&mut self, remark: Remark) {
        if !self.reading.remarks.contains(&remark) {
            self.reading.remarks.push(remark);
        }
    }

    /// The question that settles a problem for the whole column, if there is one.
    fn ask_about(&mut self, problem: &Problem, at: usize) {
        match problem {
            Problem::AmbiguousDate { .. } => {
                let first = self.facts[at].first_date.clone().unwrap_or_default();
                let (day_first, month_first) = both_ways(&first);
                self.ask(at, |column| Question::DateOrder { column, first, day_first, month_first });
            }
            Problem::AmbiguousNumber { .. } => {
                let first = self.facts[at].first_number.clone().unwrap_or_default();
                self.ask(at, |column| Question::DecimalSign { column, first });
            }
            Problem::NoTimeOfDay { day, .. } => {
                let first = day.parse().unwrap_or_default();
                self.ask(at, |column| Question::TimeOfDay { column, first });
            }
            Problem::MayBeADate { number, day, .. } => {
                let (number, day) = (number.clone(), day.clone());
                self.ask(at, |column| Question::NumbersAsDates { column, number, day });
            }
            _ => {}
        }
    }

    /// Asks once.
    fn ask(&mut self, at: usize, question: impl FnOnce(usize) -> Question) {
        let question = question(at);
        let same = |asked: &Question| {
            std::mem::discriminant(asked) == std::mem::discriminant(&question) && asked.column() == at
        };
        if !self.reading.questions.iter().any(same) {
            self.reading.questions.push(question);
        }
    }
}

fn has_letters_outside_ascii(cell: &Cell<'_>) -> bool {
    matches!(cell.value, Value::Text(text) if !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()))
}

/// A cell's problem whatever it is for.
fn spoilt(used_as: &ColumnUse, cell: &Cell<'_>, name: &str, others_have_letters: bool) -> Option<Problem> {
    let column = || name.to_owned();
    // A link counts, and not what is shown of it.
    if *used_as == ColumnUse::Files && cell.link.is_some_and(|link| file_names::of_link(link).is_some()) {
        return None;
    }
    match cell.value {
        Value::Error(shown) => Some(Problem::ErrorCell { column: column(), shown: shown.to_owned() }),
        Value::NeverCalculated => Some(Problem::NeverCalculated { column: column() }),
        Value::Text(text) if lost::letters(text, others_have_letters) => {
            Some(Problem::LettersLost { column: column() })
        }
        _ => None,
    }
}

fn ticket(read: &mut RowReading, cell: &Cell<'_>) {
    let found = match cell.value {
        Value::Number(number) if number.abs() >= 1e15 => {
            read.problems.push(Problem::DigitsLost { column: None });
            return;
        }
        Value::Number(number) => whole(number).and_then(|digits| ticket_cell(&digits)),
        Value::Text(text) => ticket_cell(text),
        _ => None,
    };
    match found {
        Some(found) => (read.ticket, read.written) = (Some(found.ticket), found.written),
        None => {
            let shown = match cell.value {
                Value::Number(number) => tables::plain_number(number),
                _ => text_value::clean(&cell.shown()),
            };
            let several = several(&shown);
            read.problems.push(Problem::NotATicket { shown, several });
        }
    }
}

/// The day that a text is if the day comes first, and if the month does.
fn both_ways(text: &str) -> (Option<Date>, Option<Date>) {
    match DateText::parse(text) {
        Some(DateText::Ordered { first, second, year, .. }) => {
            (Date::new(year, second, first).ok(), Date::new(year, first, second).ok())
        }
        _ => (None, None),
    }
}

fn mark_same_tickets(rows: &mut [RowReading]) {
    // Most tickets stand there once, so only the others have a list.
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(rows.len());
    let mut others: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(ticket) = &row.ticket else { continue };
        let first = *first.entry(ticket.as_str()).or_insert(at);
        if first == at {
            continue;
        }
        let before = others.entry(first).or_insert_with(|| vec![first]);
        let same = before.iter().copied().find(|earlier| asks_the_same(&rows[*earlier], row));
        found.push((at, rows[same.unwrap_or(first)].row, same.is_some()));
        // One that asks for the same needs no second comparison; and past a hundred nobody looks.
        if same.is_none() && before.len() < 100 {
            before.push(at);
        }
    }
    for (at, row, same_changes) in found {
        rows[at].problems.push(Problem::SameTicket { row, same_changes });
    }
}

fn asks_the_same(one: &RowReading, other: &RowReading) -> bool {
    one.fields == other.fields && one.files == other.files && one.note == other.note
}
