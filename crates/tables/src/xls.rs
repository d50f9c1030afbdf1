//! Excel's workbook before 2007. It is bounded by its own size: 65,536 rows of 256 columns.

use std::io::Cursor;

use bytes::Bytes;
use calamine::{Data, Reader, SheetType, SheetVisible};

use crate::cell::Value;
use crate::fault::TableFault;
use crate::kind::Kind;
use crate::moment::{Serial, from_serial, rounded_seconds};
use crate::sheet::Sheet;
use crate::table::Table;
use crate::table::{Beside, Building};

pub(crate) struct Xls {
    book: calamine::Xls<Cursor<Bytes>>,
}

impl Xls {
    pub(crate) fn open(bytes: Bytes) -> Result<(Self, Vec<Sheet>), TableFault> {
        let book = calamine::Xls::new(Cursor::new(bytes)).map_err(|fault| match fault {
            calamine::XlsError::Password => TableFault::Password { kind: Kind::Xls },
            fault => TableFault::damaged(fault),
        })?;
        // Which one was in front is not told.
        let sheets = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| Sheet {
                name: sheet.name.clone(),
                visible: sheet.visible == SheetVisible::Visible,
                active: false,
            })
            .collect();
        Ok((Self { book }, sheets))
    }

    pub(crate) fn read(&mut self, name: &str, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
        let from_1904 = self.book.has_1904_epoch();
        let range = self.book.worksheet_range(name).map_err(TableFault::damaged)?;
        let mut building = Building::new(false, stop);
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)).saturating_add(1);
            let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            let error;
            let value = match data {
                Data::Empty => continue,
                #[expect(clippy::cast_precision_loss, reason = "the format keeps 30 bits")]
                Data::Int(number) => Value::Number(*number as f64),
                Data::Float(number) => Value::Number(*number),
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Text(text),
                Data::Bool(yes) => Value::Boolean(*yes),
                Data::DateTime(moment) if moment.is_duration() => {
                    Value::Duration(rounded_seconds(moment.as_f64()))
                }
                Data::DateTime(moment) => dated(from_serial(moment.as_f64(), from_1904)),
                Data::Error(code) => {
                    error = code.to_string();
                    Value::Error(&error)
                }
            };
            building.cell(row, false, column, value, Beside::default())?;
        }
        building.done()
    }
}

/// A date as a spreadsheet shows it; a row of signs where it cannot.
pub(crate) fn dated(serial: Serial) -> Value<'static> {
    match serial {
        Serial::Moment(moment) => Value::Moment(moment),
        Serial::TimeOfDay(time) => Value::TimeOfDay(time),
        Serial::NotShown => Value::Error("#####"),
    }
}
