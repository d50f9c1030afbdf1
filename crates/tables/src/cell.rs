//! A cell, as it is handed out.

use std::borrow::Cow;

use jiff::civil::{DateTime, Time};

use crate::shown;

/// A cell's value. An empty cell, and one of white space only, is no cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, as the spreadsheet keeps it.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A day, with its time of day, rounded to the second. A day without one is at midnight.
    Moment(DateTime),
    /// A time of day without a day, rounded to the second.
    TimeOfDay(Time),
    /// A span of time, in seconds.
    Duration(i64),
    /// An error, as the sheet shows it: `#N/A`, `#####`.
    Error(&'a str),
    /// A formula whose result is not in the file.
    NeverCalculated,
}

/// A cell that holds something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'a> {
    /// The column, counted from 0.
    pub column: usize,
    /// The cell's value.
    pub value: Value<'a>,
    /// The number format: `General`, `0%`, `dd/mm/yyyy`; empty where the file does not tell.
    pub format: &'a str,
    /// Where its link leads, as it is written in the file.
    pub link: Option<&'a str>,
    pub(crate) told: Option<&'a str>,
}

impl<'a> Cell<'a> {
    /// The cell as the sheet shows it, where its format is simple or the file says so; else the bare value.
    /// Dates of a format that the file does not tell are `2026-03-01` or `2026-03-01 17:30`.
    pub fn shown(&self) -> Cow<'a, str> {
        if let Some(told) = self.told {
            return Cow::Borrowed(told);
        }
        match self.value {
            Value::Text(text) | Value::Error(text) => Cow::Borrowed(text),
            Value::NeverCalculated => Cow::Borrowed(""),
            Value::Boolean(true) => Cow::Borrowed("TRUE"),
            Value::Boolean(false) => Cow::Borrowed("FALSE"),
            Value::Number(number) => Cow::Owned(shown::number(number, self.format)),
            Value::Moment(moment) => Cow::Owned(shown::moment(moment, self.format)),
            Value::TimeOfDay(time) => Cow::Owned(shown::time_of_day(time, self.format)),
            Value::Duration(seconds) => Cow::Owned(shown::duration(seconds, self.format)),
        }
    }
}
