//! A whole column's word: which comes first, day or month, and which sign is the decimal one.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use service_crm::{DateText, DecimalSign, NumberText, Says};
use tables::{Cell, Value, is_percent};

/// The order of day and month in a date of three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// The meaning of 25 % in a field of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerCent {
    /// 25.
    Hundredths,
    /// 0.25.
    Fraction,
}

/// The person's answers, and choices for the whole table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// By the column's place.
    pub columns: BTreeMap<usize, ColumnChoice>,
    /// The word that clears a field, where the person chose one; `(empty)` is proposed. An empty cell never does.
    pub empty_word: Option<String>,
}

/// The person's answers for one column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ColumnChoice {
    /// To [`Question::DateOrder`].
    pub date_order: Option<DateOrder>,
    /// To [`Question::DecimalSign`].
    pub decimal_sign: Option<DecimalSign>,
    /// To [`Question::PerCent`].
    pub per_cent: Option<PerCent>,
    /// To [`Question::TimeOfDay`].
    pub time_of_day: Option<Time>,
    /// To [`Question::NumbersAsDates`].
    pub numbers_are_dates: bool,
}

/// A question that is asked once for a column. Until it is answered, its rows are not ready.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each parameter's name says it")]
pub enum Question {
    /// With the first date spelt out both ways.
    DateOrder {
        column: usize,
        first: String,
        day_first: Option<Date>,
        month_first: Option<Date>,
    },
    DecimalSign {
        column: usize,
        first: String,
    },
    PerCent {
        column: usize,
        first: String,
    },
    TimeOfDay {
        column: usize,
        first: Date,
    },
    NumbersAsDates {
        column: usize,
        number: String,
        day: String,
    },
}

impl Question {
    /// The place of the column that it is asked for.
    pub fn column(&self) -> usize {
        match self {
            Self::DateOrder { column, .. }
            | Self::DecimalSign { column, .. }
            | Self::PerCent { column, .. }
            | Self::TimeOfDay { column, .. }
            | Self::NumbersAsDates { column, .. } => *column,
        }
    }
}

/// The kinds of a column's cells, counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) filled: usize,
    pub(super) days: usize,
    pub(super) days_with_time: usize,
    pub(super) times: usize,
    pub(super) durations: usize,
    pub(super) numbers: usize,
    pub(super) percents: usize,
    pub(super) number_texts: usize,
    pub(super) date_texts: usize,
    pub(super) long_texts: usize,
    pub(super) outside_ascii: bool,
    over_twelve_first: bool,
    over_twelve_second: bool,
    dotted: bool,
    commas: bool,
    points: bool,
    /// The first date that may be read both ways, and the first such number.
    pub(super) first_date: Option<String>,
    pub(super) first_number: Option<String>,
}

/// Texts longer than these are sentences.
const LONG: usize = 60;

impl Facts {
    pub(super) fn add(&mut self, cell: &Cell<'_>) {
        match cell.value {
            Value::Error(_) | Value::NeverCalculated => return,
            Value::Text(text) => self.add_text(text),
            Value::Number(_) => {
                self.numbers += 1;
                self.percents += usize::from(is_percent(cell.format));
            }
            Value::Moment(moment) => {
                self.days += 1;
                self.days_with_time += usize::from(moment.time() != Time::midnight());
            }
            Value::TimeOfDay(_) => self.times += 1,
            Value::Duration(_) => self.durations += 1,
            Value::Boolean(_) => {}
        }
        self.filled += 1;
    }

    fn add_text(&mut self, text: &str) {
        self.outside_ascii |= !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
        if let Some(date) = DateText::parse(text).filter(|date| *date != DateText::Zoned) {
            self.date_texts += 1;
            self.add_date(date, text);
        } else if let Some(number) = NumberText::parse(text) {
            self.number_texts += usize::from(!number.has_leading_zeros());
            self.percents += usize::from(number.percent);
            match number.says() {
                Says::Sign(DecimalSign::Comma) => self.commas = true,
                Says::Sign(DecimalSign::Point) => self.points = true,
                Says::Unclear | Says::Nothing => {}
            }
            if number.says() != Says::Nothing && self.first_number.is_none() {
                self.first_number = Some(text.trim().to_owned());
            }
        } else {
            let long = text.contains(['\n', '\r']) || text.chars().nth(LONG).is_some();
            self.long_texts += usize::from(long);
        }
    }

    fn add_date(&mut self, date: DateText, text: &str) {
        match date {
            DateText::Ordered { first, second, dotted, time, .. } => {
                self.over_twelve_first |= first > 12;
                self.over_twelve_second |= second > 12;
                self.dotted |= dotted;
                self.days_with_time += usize::from(time.is_some());
                if self.first_date.is_none() && first != second {
                    self.first_date = Some(text.trim().to_owned());
                }
            }
            DateText::Day { time, .. } => self.days_with_time += usize::from(time.is_some()),
            DateText::NoSuchDay | DateText::Zoned => {}
        }
    }

    /// The order of day and month, where the column shows it.
    pub(super) fn date_order(&self) -> Option<DateOrder> {
        match (self.over_twelve_first || self.dotted, self.over_twelve_second) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// The decimal sign, where the column shows it.
    pub(super) fn decimal_sign(&self) -> Option<DecimalSign> {
        match (self.commas, self.points) {
            (true, false) => Some(DecimalSign::Comma),
            (false, true) => Some(DecimalSign::Point),
            _ => None,
        }
    }
}
