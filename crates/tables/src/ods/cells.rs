//! The cells of one sheet of an .ods.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::blank::is_blank;
use crate::bounds::{MOST_COLUMNS, MOST_ODS_CELLS};
use crate::cell::Value;
use crate::fault::TableFault;
use crate::moment::{from_iso, iso_seconds, time_at};
use crate::package::Part;
use crate::table::Table;
use crate::table::{Beside, Building};
use crate::xlsx::link_of;
use crate::xml;

/// Rows of a sheet, as the spreadsheets have it.
const MOST_ROWS: u32 = 1_048_576;

/// Elements that stand in a cell and are not its text.
const BESIDE: [&str; 6] = ["annotation", "annotation-end", "frame", "custom-shape", "detective", "g"];

pub(super) fn read(part: Part<'_>, sheet: usize, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
    let mut pass =
        Pass { reader: xml::reader(part), building: Building::new(true, stop), row: 0, column: 0, cells: 0 };
    let mut buffer = Vec::new();
    let (mut at, mut depth) = (0_usize, 0_usize);
    loop {
        buffer.clear();
        match pass.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table" => depth += 1,
                "table-column" if depth == 1 && at == sheet => pass.columns(&element),
                "table-row" if depth == 1 && at == sheet => {
                    let repeated = repeated(&element, "number-rows-repeated");
                    pass.row(repeated, is_hidden(&element))?;
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "table" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    if at == sheet {
                        return pass.building.done();
                    }
                    at += 1;
                }
            }
            Event::Eof => return Err(TableFault::damaged("it ends in a sheet")),
            _ => {}
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    xml::attribute(element, "visibility").is_some_and(|how| matches!(&*how, "filter" | "collapse"))
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    xml::attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

struct Pass<'p, 's> {
    reader: Reader<Part<'p>>,
    building: Building<'s>,
    /// How many rows lie above, and columns to the left.
    row: u32,
    column: u32,
    cells: usize,
}

/// A cell as it is read, before it is known how often it is repeated.
#[derive(Default)]
struct Raw {
    column: u32,
    repeated: u32,
    kind: String,
    value: Option<String>,
    percent: bool,
    formula: Option<String>,
    shown: String,
    /// Whether it has a text, be it an empty one.
    answered: bool,
    link: Option<String>,
}

impl Pass<'_, '_> {
    fn columns(&mut self, element: &BytesStart<'_>) {
        let repeated = repeated(element, "number-columns-repeated").min(MOST_COLUMNS);
        if is_hidden(element) && repeated > 0 {
            let first = self.column as usize;
            self.building.hide_columns(first, first + repeated as usize - 1);
        }
        self.column = self.column.saturating_add(repeated);
    }

    /// A row, up to its end.
    fn row(&mut self, repeated: u32, hidden: bool) -> Result<(), TableFault> {
        self.column = 0;
        let mut raws = Vec::new();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-cell" => {
                        let raw = self.cell(&element)?;
                        self.column = self.column.saturating_add(raw.repeated);
                        if raw.holds_something() {
                            raws.push(raw);
                        }
                    }
                    // What lies under a merged cell is not shown.
                    "covered-table-cell" => {
                        let repeated = repeated_columns(&element);
                        self.skip("covered-table-cell")?;
                        self.column = self.column.saturating_add(repeated);
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                Event::Eof => return Err(TableFault::damaged("it ends in a row")),
                _ => {}
            }
        }
        self.building.step()?;
        let width: usize = raws.iter().map(|raw| raw.repeated as usize).sum();
        if width > 0 {
            self.cells = self.cells.saturating_add(width.saturating_mul(repeated as usize));
            if self.cells > MOST_ODS_CELLS || self.row.saturating_add(repeated) > MOST_ROWS {
                return Err(TableFault::TooManyCells);
            }
            for row in self.row + 1..=self.row + repeated {
                for raw in &raws {
                    self.put(row, hidden, raw)?;
                }
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    fn put(&mut self, row: u32, hidden: bool, raw: &Raw) -> Result<(), TableFault> {
        let Some(value) = raw.value() else { return Ok(()) };
        let told = (!matches!(value, Value::Text(_) | Value::Error(_) | Value::NeverCalculated))
            .then(|| raw.shown.trim())
            .filter(|shown| !shown.is_empty());
        let format = if raw.percent { self.building.format("0%") } else { 0 };
        for column in raw.column..raw.column.saturating_add(raw.repeated).min(MOST_COLUMNS) {
            let beside = Beside { format, link: raw.link.as_deref(), told };
            self.building.cell(row, hidden, column, value, beside)?;
        }
        Ok(())
    }

    /// A cell, up to its end.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Raw, TableFault> {
        let mut raw = Raw { column: self.column, repeated: repeated_columns(element), ..Raw::default() };
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = || {
                attribute
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .unwrap_or_default()
                    .into_owned()
            };
            match attribute.key.as_ref() {
                // LibreOffice tells an error by its own name for the kind only.
                "calcext:value-type" if &*attribute.value == "error" => "error".clone_into(&mut raw.kind),
                "office:value-type" if raw.kind.is_empty() => raw.kind = value(),
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => raw.value = Some(value()),
                "table:formula" => raw.formula = Some(value()),
                _ => {}
            }
        }
        raw.percent = raw.kind == "percentage";
        let mut buffer = Vec::new();
        let mut inside = false;
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(inner) => match inner.local_name().as_ref() {
                    "p" => {
                        if raw.answered {
                            raw.shown.push('\n');
                        }
                        (raw.answered, inside) = (true, true);
                    }
                    "a" => raw.link = xml::attribute(&inner, "href").map(|link| from_beside(&link)),
                    "s" => {
                        let spaces = repeated(&inner, "c").min(10_000) as usize;
                        raw.shown.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "tab" => raw.shown.push('\t'),
                    "line-break" => raw.shown.push('\n'),
                    name if BESIDE.contains(&name) => {
                        let name = name.to_owned();
                        self.skip(&name)?;
                    }
                    _ => {}
                },
                Event::Text(text) if inside => raw.shown.push_str(&text.xml10_content()),
                Event::CData(text) if inside => raw.shown.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if inside => xml::push_reference(&reference, &mut raw.shown)?,
                Event::End(inner) => match inner.local_name().as_ref() {
                    "p" => inside = false,
                    "table-cell" => break,
                    _ => {}
                },
                Event::Eof => return Err(TableFault::damaged("it ends in a cell")),
                _ => {}
            }
        }
        if let Some(target) = raw.formula.as_deref().and_then(link_of) {
            raw.link = Some(target);
        }
        Ok(raw)
    }

    fn skip(&mut self, name: &str) -> Result<(), TableFault> {
        let mut buffer = Vec::new();
        let mut depth = 1;
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(element) if element.local_name().as_ref() == name => depth += 1,
                Event::End(element) if element.local_name().as_ref() == name => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                Event::Eof => return Err(TableFault::damaged("it ends in a cell")),
                _ => {}
            }
        }
    }
}

fn repeated_columns(element: &BytesStart<'_>) -> u32 {
    repeated(element, "number-columns-repeated").min(MOST_COLUMNS)
}

/// A link that leads somewhere beside the file is written from inside the file on, even one to another drive.
fn from_beside(link: &str) -> String {
    let far = link.trim_start_matches("../");
    let drive =
        far.as_bytes().get(..3).is_some_and(|head| head[0].is_ascii_alphabetic() && head[1..] == *b":/");
    if drive { far.to_owned() } else { link.strip_prefix("../").unwrap_or(link).to_owned() }
}

impl Raw {
    fn holds_something(&self) -> bool {
        self.link.is_some()
            || self.value().is_some_and(|value| !matches!(value, Value::Text(text) if is_blank(text)))
    }

    fn is_shown_as_a_word(&self) -> bool {
        !self.shown.is_empty() && self.shown.chars().all(char::is_alphabetic)
    }

    fn value(&self) -> Option<Value<'_>> {
        let told = self.value.as_deref();
        let text = || Value::Text(told.unwrap_or(&self.shown));
        let value = match self.kind.as_str() {
            "error" => Value::Error(self.shown.trim()),
            "float" | "percentage" | "currency" => match told.and_then(|value| value.trim().parse().ok()) {
                // A truth value that came from elsewhere is written as a number, and shown as a word.
                Some(number @ (0.0 | 1.0)) if self.is_shown_as_a_word() => Value::Boolean(number == 1.0),
                Some(number) => Value::Number(number),
                None => text(),
            },
            "boolean" => Value::Boolean(told == Some("true")),
            "date" => match told.and_then(from_iso) {
                Some(moment) => Value::Moment(moment),
                None => text(),
            },
            // Both a time of day and a span are written as a span.
            "time" => match told.and_then(iso_seconds) {
                Some(seconds @ 0..86_400) => Value::TimeOfDay(time_at(seconds)),
                Some(seconds) => Value::Duration(seconds),
                None => text(),
            },
            // The shown text has the line breaks, the value may have lost them.
            // A formula that answered an empty text has one, without a kind.
            "" if self.shown.is_empty() => {
                return self.formula.as_ref().filter(|_| !self.answered).map(|_| Value::NeverCalculated);
            }
            _ if self.shown.is_empty() => text(),
            _ => Value::Text(&self.shown),
        };
        Some(value)
    }
}
