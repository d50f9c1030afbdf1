//! Marks that the cell stream does not tell: hidden rows and columns, formulas without a result, errors, links.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::formula::link_of;
use super::parts::{relations, relations_of};
use crate::bounds::STEP;
use crate::fault::TableFault;
use crate::package::{Package, Part};
use crate::xml;

/// A row and a column, counted from 0.
type Position = (u32, u32);

#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Counted from 0, ascending.
    pub(super) hidden_rows: Vec<u32>,
    /// First and last, counted from 0.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    /// In the order of the sheet.
    pub(super) cells: Vec<(Position, Mark)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    NeverCalculated,
    Error(String),
    Link(String),
}

/// A link that spans more cells than these is nobody's list of files.
const MOST_LINKED: u64 = 10_000;

impl Marks {
    pub(super) fn read(
        package: &mut Package,
        part: &str,
        stop: &dyn Fn() -> bool,
    ) -> Result<Self, TableFault> {
        let targets = relations(package, &relations_of(part), "")?;
        let opened = package.part(part)?.ok_or_else(|| TableFault::damaged("a sheet is missing"))?;
        let mut pass = Pass {
            reader: xml::reader(opened),
            marks: Self::default(),
            row: 0,
            column: 0,
            text: String::new(),
            inner: Vec::new(),
        };
        let mut buffer = Vec::new();
        let mut steps: usize = 0;
        loop {
            buffer.clear();
            match pass.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "c" => pass.cell(&element)?,
                    "row" => {
                        steps += 1;
                        if steps.is_multiple_of(STEP) && stop() {
                            return Err(TableFault::Stopped);
                        }
                        pass.row(&element);
                    }
                    "col" => pass.columns(&element),
                    "hyperlink" => {
                        let id = xml::attribute(&element, "id").unwrap_or_default();
                        let leads = targets.iter().find(|target| !id.is_empty() && target.id == id);
                        let place = xml::attribute(&element, "ref");
                        if let (Some(leads), Some(place)) = (leads, place) {
                            pass.link(&place, &leads.target);
                        }
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "row" => {
                    pass.row += 1;
                    pass.column = 0;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let mut marks = pass.marks;
        marks.hidden_rows.sort_unstable();
        marks.cells.sort_by_key(|(position, _)| *position);
        Ok(marks)
    }
}

struct Pass<'a> {
    reader: Reader<Part<'a>>,
    marks: Marks,
    row: u32,
    column: u32,
    text: String,
    /// Kept from cell to cell.
    inner: Vec<u8>,
}

impl Pass<'_> {
    fn row(&mut self, element: &BytesStart<'_>) {
        if let Some(number) = xml::attribute(element, "r").and_then(|row| row.parse::<u32>().ok()) {
            self.row = number.saturating_sub(1);
        }
        let flat = || xml::attribute(element, "ht").is_some_and(|height| height.parse() == Ok(0.0));
        if xml::says_yes(element, "hidden") || flat() {
            self.marks.hidden_rows.push(self.row);
        }
    }

    fn columns(&mut self, element: &BytesStart<'_>) {
        let number = |name| xml::attribute(element, name).and_then(|text| text.parse::<usize>().ok());
        let flat = || xml::attribute(element, "width").is_some_and(|width| width.parse() == Ok(0.0));
        if let (Some(first @ 1..), Some(last @ 1..)) = (number("min"), number("max"))
            && (xml::says_yes(element, "hidden") || flat())
        {
            self.marks.hidden_columns.push((first - 1, last - 1));
        }
    }

    /// A cell, up to its end.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<(), TableFault> {
        let (mut position, mut kind) = (None, Kind::Number);
        for attribute in element.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => position = position_of(&attribute.value),
                "t" => kind = Kind::of(&attribute.value),
                _ => {}
            }
        }
        let position = position.unwrap_or((self.row, self.column));
        self.column = position.1 + 1;
        let (mut formula, mut link, mut valued) = (false, None, false);
        let mut buffer = std::mem::take(&mut self.inner);
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(inner) => match inner.local_name().as_ref() {
                    "f" => {
                        formula = true;
                        self.text_to_end("f")?;
                        link = link_of(&self.text);
                    }
                    // Only an error's own words and whether a formula has a result are asked for.
                    "v" if formula || kind == Kind::Error => {
                        self.text_to_end("v")?;
                        valued = !self.text.is_empty();
                        if kind == Kind::Error {
                            let text = self.text.trim().to_owned();
                            self.marks.cells.push((position, Mark::Error(text)));
                        }
                    }
                    "is" => valued = true,
                    _ => {}
                },
                Event::End(inner) if inner.local_name().as_ref() == "c" => break,
                Event::Eof => return Err(TableFault::damaged("it ends in a cell")),
                _ => {}
            }
        }
        self.inner = buffer;
        if let Some(target) = link {
            self.marks.cells.push((position, Mark::Link(target)));
        }
        // A formula that answered an empty text says so by its kind.
        if formula && !valued && kind == Kind::Number {
            self.marks.cells.push((position, Mark::NeverCalculated));
        }
        Ok(())
    }

    fn text_to_end(&mut self, name: &str) -> Result<(), TableFault> {
        self.text.clear();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Text(text) => self.text.push_str(&text.xml10_content()),
                Event::CData(text) => self.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => xml::push_reference(&reference, &mut self.text)?,
                Event::End(element) if element.local_name().as_ref() == name => return Ok(()),
                Event::Eof => return Err(TableFault::damaged("it ends in a cell")),
                _ => {}
            }
        }
    }

    fn link(&mut self, place: &str, target: &str) {
        let (first, last) = place.split_once(':').unwrap_or((place, place));
        let (Some(first), Some(last)) = (position_of(first), position_of(last)) else { return };
        let cells =
            u64::from(last.0.saturating_sub(first.0) + 1) * u64::from(last.1.saturating_sub(first.1) + 1);
        if cells > MOST_LINKED {
            return;
        }
        for row in first.0..=last.0 {
            for column in first.1..=last.1 {
                self.marks.cells.push(((row, column), Mark::Link(target.to_owned())));
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Error,
    Other,
}

impl Kind {
    fn of(kind: &str) -> Self {
        match kind {
            "n" => Self::Number,
            "e" => Self::Error,
            _ => Self::Other,
        }
    }
}

/// `B12` is row 11, column 1.
pub(super) fn position_of(text: &str) -> Option<Position> {
    let text = text.as_bytes();
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = text.split_at(letters);
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let column =
        letters.iter().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::position_of;

    #[test]
    fn a_cell_is_found_by_its_name() {
        assert_eq!(position_of("A1"), Some((0, 0)));
        assert_eq!(position_of("xfd1048576"), Some((1_048_575, 16_383)));
        for none in ["", "A", "1", "A0", "AAAA1", "A12345678", "A1B"] {
            assert_eq!(position_of(none), None, "{none}");
        }
    }
}
