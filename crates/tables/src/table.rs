//! The cells of one sheet, packed: a row of the spreadsheet costs 16 bytes a cell and its texts once.

use jiff::civil::{Date, DateTime, Time, date};

use crate::blank::is_blank;
use crate::bounds::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, STEP};
use crate::cell::Cell;
use crate::cell::Value;
use crate::encoding::Encoding;
use crate::fault::TableFault;
use crate::moment::time_at;

/// A sheet's content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    texts: String,
    cells: Vec<Packed>,
    rows: Vec<RowHead>,
    formats: Vec<String>,
    /// By the cell's place in `cells`, ascending.
    links: Vec<(usize, Span)>,
    told: Vec<(usize, Span)>,
    hidden_columns: Vec<(usize, usize)>,
    /// Whether the file tells which rows and columns are hidden.
    pub tells_hidden: bool,
    /// A text's encoding.
    pub encoding: Option<Encoding>,
    /// A text's separator. A text of one column has none.
    pub separator: Option<char>,
    /// The row of a text in which a quote is opened and never closed. Nothing is read from there on.
    pub open_quote: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    start: u32,
    length: u32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Packed {
    bits: u64,
    column: u16,
    format: u16,
    tag: Tag,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Text,
    Number,
    Boolean,
    Moment,
    TimeOfDay,
    Duration,
    Error,
    NeverCalculated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowHead {
    number: u32,
    first: u32,
    hidden: bool,
}

/// A row that holds something.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    at: usize,
}

impl Table {
    /// Its rows, from top to bottom.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> + Clone {
        (0..self.rows.len()).map(|at| Row { table: self, at })
    }

    /// One past the last column that holds something.
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| usize::from(cell.column) + 1).max().unwrap_or(0)
    }

    /// Whether a column, counted from 0, is hidden.
    pub fn is_column_hidden(&self, column: usize) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    fn text(&self, span: Span) -> &str {
        let start = span.start as usize;
        self.texts.get(start..start + span.length as usize).unwrap_or_default()
    }

    fn beside(&self, list: &[(usize, Span)], place: usize) -> Option<&str> {
        let at = list.binary_search_by_key(&place, |(place, _)| *place).ok()?;
        Some(self.text(list[at].1))
    }

    fn cell(&self, place: usize) -> Cell<'_> {
        let packed = self.cells[place];
        let value = match packed.tag {
            Tag::Text => Value::Text(self.text(Span::unpack(packed.bits))),
            Tag::Error => Value::Error(self.text(Span::unpack(packed.bits))),
            Tag::Number => Value::Number(f64::from_bits(packed.bits)),
            Tag::Boolean => Value::Boolean(packed.bits == 1),
            Tag::Moment => Value::Moment(moment(packed.bits.cast_signed())),
            Tag::TimeOfDay => Value::TimeOfDay(time_at(packed.bits.cast_signed())),
            Tag::Duration => Value::Duration(packed.bits.cast_signed()),
            Tag::NeverCalculated => Value::NeverCalculated,
        };
        Cell {
            column: usize::from(packed.column),
            value,
            format: self.formats.get(usize::from(packed.format)).map_or("", String::as_str),
            link: self.beside(&self.links, place),
            told: self.beside(&self.told, place),
        }
    }
}

impl<'a> Row<'a> {
    /// Its number, as the spreadsheet shows it: the first is 1.
    pub fn number(self) -> u32 {
        self.table.rows[self.at].number
    }

    /// Whether it is hidden, by a filter or by hand.
    pub fn hidden(self) -> bool {
        self.table.rows[self.at].hidden
    }

    fn places(self) -> std::ops::Range<usize> {
        let end = self.table.rows.get(self.at + 1).map_or(self.table.cells.len(), |next| next.first as usize);
        self.table.rows[self.at].first as usize..end
    }

    /// The cells that hold something, from left to right.
    pub fn cells(self) -> impl ExactSizeIterator<Item = Cell<'a>> + Clone {
        self.places().map(move |place| self.table.cell(place))
    }

    /// The cell of a column, counted from 0.
    pub fn cell(self, column: usize) -> Option<Cell<'a>> {
        let places = self.places();
        let cells = &self.table.cells[places.clone()];
        let at = cells.binary_search_by_key(&column, |cell| usize::from(cell.column)).ok()?;
        Some(self.table.cell(places.start + at))
    }
}

/// A moment, as seconds from 1970 on.
fn moment(seconds: i64) -> DateTime {
    let day = date(1970, 1, 1);
    let days = i32::try_from(seconds.div_euclid(86_400)).unwrap_or_default();
    day.checked_add(jiff::Span::new().days(days)).unwrap_or(day).to_datetime(time_at(seconds))
}

fn moment_seconds(moment: DateTime) -> i64 {
    let days = |day: Date| day.duration_since(date(1970, 1, 1)).as_secs();
    days(moment.date()) + time_seconds(moment.time())
}

fn time_seconds(time: Time) -> i64 {
    time.duration_since(Time::midnight()).as_secs()
}

impl Span {
    fn pack(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.length)
    }

    #[expect(clippy::cast_possible_truncation, reason = "each half is one number")]
    fn unpack(bits: u64) -> Self {
        Self { start: (bits >> 32) as u32, length: bits as u32 }
    }
}

/// A table in the making: its rows come from top to bottom.
pub(crate) struct Building<'s> {
    table: Table,
    stop: &'s dyn Fn() -> bool,
    steps: usize,
    sorted: bool,
}

/// A cell's knowledge besides its value.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beside<'a> {
    /// From [`Building::format`].
    pub format: u16,
    pub link: Option<&'a str>,
    /// How the file says that it is shown.
    pub told: Option<&'a str>,
}

impl<'s> Building<'s> {
    pub(crate) fn new(tells_hidden: bool, stop: &'s dyn Fn() -> bool) -> Self {
        let table = Table { tells_hidden, formats: vec![String::new()], ..Table::default() };
        Self { table, stop, steps: 0, sorted: true }
    }

    /// The number of a format. There are at most 65,536; what comes later is not told.
    pub(crate) fn format(&mut self, format: &str) -> u16 {
        let formats = &mut self.table.formats;
        let at = formats.iter().position(|known| known == format).unwrap_or_else(|| {
            formats.push(format.to_owned());
            formats.len() - 1
        });
        u16::try_from(at).unwrap_or(0)
    }

    /// Adds a cell, to the last row or below it. Rows are counted from 1, columns from 0.
    pub(crate) fn cell(
        &mut self,
        row: u32,
        hidden: bool,
        column: u32,
        value: Value<'_>,
        beside: Beside<'_>,
    ) -> Result<(), TableFault> {
        self.step()?;
        // A cell of white space only is empty, unless it is a link.
        if matches!(value, Value::Text(text) if is_blank(text)) && beside.link.is_none() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(TableFault::damaged("a cell lies beyond the last column"));
        }
        self.go_to(row, hidden)?;
        if self.table.cells.len() >= MOST_CELLS {
            return Err(TableFault::TooManyCells);
        }
        let place = self.table.cells.len();
        let (tag, bits) = self.pack(value)?;
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let head = self.table.rows.last().map_or(0, |row| row.first as usize);
        if self.table.cells[head..].last().is_some_and(|before| before.column >= column) {
            self.sorted = false;
        }
        self.table.cells.push(Packed { bits, column, format: beside.format, tag });
        if let Some(link) = beside.link {
            let span = self.keep(link)?;
            self.table.links.push((place, span));
        }
        if let Some(told) = beside.told {
            let span = self.keep(told)?;
            self.table.told.push((place, span));
        }
        Ok(())
    }

    /// Asks, now and then, whether to stop.
    pub(crate) fn step(&mut self) -> Result<(), TableFault> {
        self.steps += 1;
        if self.steps.is_multiple_of(STEP) && (self.stop)() {
            return Err(TableFault::Stopped);
        }
        Ok(())
    }

    fn go_to(&mut self, row: u32, hidden: bool) -> Result<(), TableFault> {
        match self.table.rows.last() {
            Some(last) if last.number == row => return Ok(()),
            Some(last) if last.number > row => {
                return Err(TableFault::damaged("its rows do not follow each other"));
            }
            _ => {}
        }
        if self.table.rows.len() >= MOST_ROWS {
            return Err(TableFault::TooManyRows);
        }
        let first = u32::try_from(self.table.cells.len()).map_err(|_| TableFault::TooManyCells)?;
        self.table.rows.push(RowHead { number: row, first, hidden });
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Result<Span, TableFault> {
        let start = u32::try_from(self.table.texts.len()).map_err(|_| TableFault::TooLargeUnpacked)?;
        let length = u32::try_from(text.len()).map_err(|_| TableFault::TooLargeUnpacked)?;
        self.table.texts.push_str(text);
        Ok(Span { start, length })
    }

    fn pack(&mut self, value: Value<'_>) -> Result<(Tag, u64), TableFault> {
        Ok(match value {
            Value::Text(text) => (Tag::Text, self.keep(text)?.pack()),
            Value::Error(text) => (Tag::Error, self.keep(text)?.pack()),
            Value::Number(number) => (Tag::Number, number.to_bits()),
            Value::Boolean(yes) => (Tag::Boolean, u64::from(yes)),
            Value::Moment(moment) => (Tag::Moment, moment_seconds(moment).cast_unsigned()),
            Value::TimeOfDay(time) => (Tag::TimeOfDay, time_seconds(time).cast_unsigned()),
            Value::Duration(seconds) => (Tag::Duration, seconds.cast_unsigned()),
            Value::NeverCalculated => (Tag::NeverCalculated, 0),
        })
    }

    pub(crate) fn hide_columns(&mut self, first: usize, last: usize) {
        self.table.hidden_columns.push((first, last));
    }

    pub(crate) fn done(mut self) -> Result<Table, TableFault> {
        if !self.sorted {
            return Err(TableFault::damaged("its cells do not follow each other"));
        }
        self.table.cells.shrink_to_fit();
        self.table.texts.shrink_to_fit();
        Ok(self.table)
    }

    pub(crate) fn table_mut(&mut self) -> &mut Table {
        &mut self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut building = Building::new(true, &|| false);
        let format = building.format("0%");
        let values = [
            Value::Text("बिल"),
            Value::Number(-0.1),
            Value::Boolean(true),
            Value::Moment(date(1969, 12, 31).at(23, 59, 59, 0)),
            Value::Moment(date(9999, 12, 31).at(0, 0, 0, 0)),
            Value::TimeOfDay(Time::constant(9, 15, 0, 0)),
            Value::Duration(-5),
            Value::Error("#N/A"),
            Value::NeverCalculated,
        ];
        for (column, value) in values.iter().enumerate() {
            let beside = Beside { format, link: (column == 2).then_some("a.pdf"), told: None };
            building.cell(7, true, u32::try_from(column).unwrap() * 2, *value, beside).unwrap();
        }
        let table = building.done().unwrap();
        let row = table.rows().next().unwrap();
        assert_eq!((row.number(), row.hidden(), table.width()), (7, true, 17));
        assert_eq!(row.cells().map(|cell| cell.value).collect::<Vec<_>>(), values);
        assert_eq!(row.cell(4).unwrap().link, Some("a.pdf"));
        assert_eq!(row.cell(3), None);
        assert_eq!(row.cell(0).unwrap().format, "0%");
    }

    #[test]
    fn a_cell_costs_sixteen_bytes() {
        assert_eq!(size_of::<Packed>(), 16);
    }

    #[test]
    fn it_stops_when_asked() {
        let mut building = Building::new(true, &|| true);
        let fault =
            (1..).find_map(|row| building.cell(row, false, 0, Value::Number(1.0), Beside::default()).err());
        assert_eq!(fault, Some(TableFault::Stopped));
    }
}
