//! Excel's workbook since 2007. The values come from calamine's cell stream; what it does not tell (hidden rows and
//! columns, the sheet in front, formulas that were never calculated, links) from a pass of our own over the same part.

mod formula;
mod marks;
mod parts;

use std::io::Cursor;

use bytes::Bytes;
use calamine::{DataRef, Reader, XlsxError};

use crate::moment::{Serial, from_iso, from_serial, iso_seconds, rounded_seconds};
use crate::package::Package;
use crate::table::{Beside, Building};
use crate::xls::dated;
use crate::{Kind, Sheet, Table, TableFault, Value};
pub(crate) use formula::link_of;
use marks::{Mark, Marks};
use parts::Parts;

pub(crate) struct Xlsx {
    book: calamine::Xlsx<Cursor<Bytes>>,
    package: Package,
    parts: Parts,
}

impl Xlsx {
    pub(crate) fn open(bytes: Bytes) -> Result<(Self, Vec<Sheet>), TableFault> {
        let mut package = Package::open(bytes.clone())?;
        package.check_strings()?;
        let parts = Parts::read(&mut package)?;
        let book = calamine::Xlsx::new(Cursor::new(bytes)).map_err(|fault| match fault {
            XlsxError::Password => TableFault::Password { kind: Kind::Xlsx },
            fault => TableFault::damaged(fault),
        })?;
        let sheets = parts.sheets.iter().map(|sheet| sheet.shown.clone()).collect();
        Ok((Self { book, package, parts }, sheets))
    }

    pub(crate) fn read(&mut self, sheet: usize, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
        let sheet = self.parts.sheets.get(sheet).ok_or(TableFault::NoSuchSheet)?;
        let marks = Marks::read(&mut self.package, &sheet.part, stop)?;
        let mut building = Building::new(true, stop);
        for (first, last) in &marks.hidden_columns {
            building.hide_columns(*first, *last);
        }
        let from_1904 = self.book.has_1904_epoch();
        let mut cells = self.book.worksheet_cells_reader(&sheet.shown.name).map_err(TableFault::damaged)?;
        let formats: Vec<u16> =
            cells.styles().iter().map(|style| building.format(&format_of(style))).collect();
        let mut rows = Rows { marks: &marks, hidden: 0, next: 0, from_1904 };
        loop {
            match cells.next_cell_with_style_id() {
                Ok(Some((cell, style))) => {
                    let format = formats.get(style).copied().unwrap_or_default();
                    rows.add(&mut building, cell.get_position(), cell.get_value(), format)?;
                }
                Ok(None) => break,
                // An error that the crate does not know, such as #SPILL!, is no reason to lose the sheet: the
                // stream goes on behind it, and our own pass has its text.
                Err(XlsxError::CellError(_)) => {}
                Err(fault) => return Err(TableFault::damaged(fault)),
            }
        }
        rows.marks_before(&mut building, (u32::MAX, u32::MAX))?;
        building.done()
    }
}

fn format_of(style: &calamine::Style) -> String {
    let Some(format) = &style.number_format else { return "General".to_owned() };
    match format.format_id {
        // Shown as the reader's own country writes dates, which the file does not tell.
        Some(14) => "yyyy-mm-dd".to_owned(),
        Some(22) => "yyyy-mm-dd hh:mm".to_owned(),
        _ => format.format_code.clone(),
    }
}

/// The stream's cells and the pass's marks, put together in the sheet's order.
struct Rows<'a> {
    marks: &'a Marks,
    /// How many of the hidden rows lie above.
    hidden: usize,
    /// The first mark that is still to come.
    next: usize,
    from_1904: bool,
}

impl Rows<'_> {
    fn add(
        &mut self,
        building: &mut Building<'_>,
        position: (u32, u32),
        data: &DataRef<'_>,
        format: u16,
    ) -> Result<(), TableFault> {
        self.marks_before(building, position)?;
        let mut link = None;
        let mut mark = None;
        while let Some((at, found)) = self.marks.cells.get(self.next).filter(|(at, _)| *at == position) {
            debug_assert_eq!(*at, position);
            match found {
                Mark::Link(target) => link = Some(target.as_str()),
                other => mark = Some(other),
            }
            self.next += 1;
        }
        let owned;
        let value = match (mark, data) {
            (Some(Mark::Error(text)), _) => Value::Error(text),
            (Some(Mark::NeverCalculated), _) => Value::NeverCalculated,
            (_, DataRef::Empty) if link.is_some() => Value::Text(""),
            (_, DataRef::Empty) => return building.step(),
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers have 15 digits")]
            (_, DataRef::Int(number)) => Value::Number(*number as f64),
            (_, DataRef::Float(number)) => Value::Number(*number),
            (_, DataRef::String(text)) => Value::Text(text),
            (_, DataRef::SharedString(text)) => Value::Text(text),
            (_, DataRef::Bool(yes)) => Value::Boolean(*yes),
            (_, DataRef::DateTime(moment)) if moment.is_duration() => {
                Value::Duration(rounded_seconds(moment.as_f64()))
            }
            (_, DataRef::DateTime(moment)) => dated(from_serial(moment.as_f64(), self.from_1904)),
            (_, DataRef::DateTimeIso(text)) => match from_iso(text) {
                Some(moment) => dated(Serial::Moment(moment)),
                None => Value::Text(text),
            },
            (_, DataRef::DurationIso(text)) => match iso_seconds(text) {
                Some(seconds) => Value::Duration(seconds),
                None => Value::Text(text),
            },
            (_, DataRef::Error(code)) => {
                owned = code.to_string();
                Value::Error(&owned)
            }
        };
        let hidden = self.is_hidden(position.0);
        building.cell(position.0 + 1, hidden, position.1, value, Beside { format, link, told: None })
    }

    /// Cells that the stream passed over.
    fn marks_before(&mut self, building: &mut Building<'_>, position: (u32, u32)) -> Result<(), TableFault> {
        while let Some((at, mark)) = self.marks.cells.get(self.next).filter(|(at, _)| *at < position) {
            self.next += 1;
            let value = match mark {
                Mark::Error(text) => Value::Error(text),
                // The stream gives every cell but those; a link on no cell leads from nothing.
                Mark::NeverCalculated | Mark::Link(_) => continue,
            };
            let hidden = self.is_hidden(at.0);
            building.cell(at.0.saturating_add(1), hidden, at.1, value, Beside::default())?;
        }
        Ok(())
    }

    fn is_hidden(&mut self, row: u32) -> bool {
        let hidden = &self.marks.hidden_rows;
        while hidden.get(self.hidden).is_some_and(|above| *above < row) {
            self.hidden += 1;
        }
        hidden.get(self.hidden) == Some(&row)
    }
}
