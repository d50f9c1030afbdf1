//! A cell as a field's value.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Time};
use service_crm::{DateText, DecimalSign, ListValue, NotAnEmail, NumberText, Says, emails_as_sent};
use tables::{Cell, Value, is_percent, plain_number};
use team_setup::SetupKind;

use super::column::{ColumnChoice, DateOrder, Facts, PerCent};
use super::problem::Problem;
use super::{list_value, lost, text_value};

/// A field's column, as far as it is known.
pub(super) struct FieldColumn<'a> {
    pub(super) name: &'a str,
    pub(super) kind: SetupKind,
    pub(super) values: &'a [ListValue],
    pub(super) facts: &'a Facts,
    pub(super) choice: &'a ColumnChoice,
}

/// A value, and what is to be said once of its column.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) value: String,
    pub(super) time_dropped: bool,
    pub(super) short_year: bool,
    /// A value as the sheet shows it, until the person says what it is in the field.
    pub(super) per_cent_asked: bool,
}

impl Taken {
    fn plain(value: impl Into<String>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }
}

/// The years of a desk's work. Others are a slip of the pen, or a number that became a date.
const YEARS: std::ops::RangeInclusive<i16> = 1980..=2100;

/// Day numbers of the years 1954 to 2119: a number among them may be a date that has lost its format.
const DAY_NUMBERS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;

impl FieldColumn<'_> {
    /// The cell's value. None is of no use to a field: an empty cell changes nothing.
    pub(super) fn value(&self, cell: &Cell<'_>) -> Result<Taken, Problem> {
        match self.kind {
            SetupKind::Number => self.number(cell),
            SetupKind::Date | SetupKind::Time => self.date(cell),
            SetupKind::List => self.text(cell).and_then(|taken| self.of_list(taken)),
            SetupKind::Emails => self.text(cell).and_then(|taken| self.emails(taken)),
            SetupKind::Text | SetupKind::LongText | SetupKind::Tags => self.text(cell),
        }
    }

    fn emails(&self, taken: Taken) -> Result<Taken, Problem> {
        let none = |none: NotAnEmail| Problem::NotAnEmail { column: self.name(), shown: none.given };
        emails_as_sent(&taken.value).map(Taken::plain).map_err(none)
    }

    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn of_list(&self, taken: Taken) -> Result<Taken, Problem> {
        match list_value::find(self.values, &taken.value) {
            Ok(value) => Ok(Taken { value, ..taken }),
            Err(nearest) => Err(Problem::NotInList { column: self.name(), shown: taken.value, nearest }),
        }
    }

    fn text(&self, cell: &Cell<'_>) -> Result<Taken, Problem> {
        let lost = |shown: &str| Problem::BecameADate { column: self.name(), shown: shown.to_owned() };
        let dates = (self.facts.days + self.facts.date_texts) * 2 > self.facts.filled;
        match cell.value {
            Value::Text(text) if lost::digits(text) => Err(self.digits_lost()),
            Value::Text(text) if !dates && lost::code_as_date(text) => Err(lost(text.trim())),
            Value::Number(number) if number.abs() >= 1e15 => Err(self.digits_lost()),
            Value::Moment(_)
                if !dates && (lost::made_a_date(cell.format) || lost::code_as_date(&cell.shown())) =>
            {
                Err(lost(&cell.shown()))
            }
            _ => Ok(Taken::plain(text_value::clean(&cell.shown()))),
        }
    }

    fn digits_lost(&self) -> Problem {
        Problem::DigitsLost { column: Some(self.name()) }
    }

    fn number(&self, cell: &Cell<'_>) -> Result<Taken, Problem> {
        let none =
            |shown: Cow<'_, str>| Problem::NotANumber { column: self.name(), shown: shown.trim().to_owned() };
        match cell.value {
            Value::Number(number) if number.abs() >= 1e15 => Err(self.digits_lost()),
            Value::Number(number) if is_percent(cell.format) => Ok(self.per_cent(number * 100.0)),
            Value::Number(number) => Ok(Taken::plain(plain_number(number))),
            Value::Text(text) if lost::digits(text) => Err(self.digits_lost()),
            Value::Text(text) => {
                let number = NumberText::parse(text).ok_or_else(|| none(Cow::Borrowed(text)))?;
                let sign = match (number.says(), self.choice.decimal_sign.or(self.facts.decimal_sign())) {
                    (Says::Nothing, _) => DecimalSign::Point,
                    (_, Some(sign)) => sign,
                    // A column that shows both signs shows neither.
                    _ => return Err(Problem::AmbiguousNumber { column: self.name() }),
                };
                let written = number.written(sign).ok_or_else(|| none(Cow::Borrowed(text)))?;
                if number.percent {
                    return Ok(self.per_cent(written.parse().unwrap_or_default()));
                }
                Ok(Taken::plain(written))
            }
            _ => Err(none(cell.shown())),
        }
    }

    fn per_cent(&self, hundredths: f64) -> Taken {
        match self.choice.per_cent {
            Some(PerCent::Hundredths) => Taken::plain(plain_number(hundredths)),
            Some(PerCent::Fraction) => Taken::plain(plain_number(hundredths / 100.0)),
            None => {
                let value = format!("{} %", plain_number(hundredths));
                Taken { value, per_cent_asked: true, ..Taken::default() }
            }
        }
    }

    fn date(&self, cell: &Cell<'_>) -> Result<Taken, Problem> {
        let none =
            |shown: Cow<'_, str>| Problem::NotADate { column: self.name(), shown: shown.trim().to_owned() };
        match cell.value {
            Value::Moment(moment) => self.day(moment.date(), timed(moment), false),
            Value::TimeOfDay(time) => Err(Problem::OnlyATime {
                column: self.name(),
                time: format!("{:02}:{:02}", time.hour(), time.minute()),
            }),
            Value::Text(text) => match DateText::parse(text) {
                Some(DateText::Day { day, time, short_year }) => self.day(day, time, short_year),
                Some(DateText::Ordered { first, second, year, time, short_year, .. }) => {
                    let order = self.choice.date_order.or(self.facts.date_order());
                    let (day, month) = match order {
                        Some(DateOrder::DayFirst) => (first, second),
                        Some(DateOrder::MonthFirst) => (second, first),
                        // The same day either way.
                        None if first == second => (first, second),
                        None => return Err(Problem::AmbiguousDate { column: self.name() }),
                    };
                    let day = Date::new(year, month, day).map_err(|_| none(Cow::Borrowed(text)))?;
                    self.day(day, time, short_year)
                }
                Some(DateText::NoSuchDay | DateText::Zoned) | None => Err(none(Cow::Borrowed(text))),
            },
            Value::Number(number) => match self.as_day_number(number, cell.format) {
                Some(moment) if self.choice.numbers_are_dates => {
                    self.day(moment.date(), timed(moment), false)
                }
                Some(moment) => Err(Problem::MayBeADate {
                    column: self.name(),
                    number: plain_number(number),
                    day: moment.date().to_string(),
                }),
                None => Err(none(cell.shown())),
            },
            _ => Err(none(cell.shown())),
        }
    }

    /// A number that is a day's, where its format says nothing else.
    fn as_day_number(&self, number: f64, format: &str) -> Option<DateTime> {
        let bare = format.is_empty() || format.eq_ignore_ascii_case("general");
        (bare && DAY_NUMBERS.contains(&number)).then(|| tables::day_of_number(number)).flatten()
    }

    fn day(&self, day: Date, time: Option<Time>, short_year: bool) -> Result<Taken, Problem> {
        if !YEARS.contains(&day.year()) {
            return Err(Problem::DateOutOfRange { column: self.name(), day: day.to_string() });
        }
        if self.kind == SetupKind::Date {
            let time_dropped = time.is_some();
            return Ok(Taken { value: day.to_string(), time_dropped, short_year, ..Taken::default() });
        }
        let time = time
            .or(self.choice.time_of_day)
            .ok_or_else(|| Problem::NoTimeOfDay { column: self.name(), day: day.to_string() })?;
        let value = format!("{day} {:02}:{:02}", time.hour(), time.minute());
        Ok(Taken { value, short_year, ..Taken::default() })
    }
}

/// A moment's time of day. Midnight exactly is a day without one.
fn timed(moment: DateTime) -> Option<Time> {
    Some(moment.time()).filter(|time| *time != Time::midnight())
}
