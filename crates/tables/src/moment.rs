//! From a spreadsheet's day numbers to days and times of day.

use jiff::civil::{Date, DateTime, Time, date};
use jiff::{Span, ToSpan};

const SECONDS_OF_A_DAY: i64 = 86_400;

/// A day number's meaning, rounded to the second: 17:29:59.9996 is 17:30.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Serial {
    Moment(DateTime),
    TimeOfDay(Time),
    /// Before the first day that a spreadsheet shows, or after the last.
    NotShown,
}

/// The meaning of a day number. Where days count from 1900, that year has a 29 February, as it has in Excel.
pub(crate) fn from_serial(number: f64, from_1904: bool) -> Serial {
    if !(0.0..2_958_466.0).contains(&number) {
        return Serial::NotShown;
    }
    let seconds = rounded_seconds(number);
    let (days, second) = (seconds.div_euclid(SECONDS_OF_A_DAY), seconds.rem_euclid(SECONDS_OF_A_DAY));
    let time = time_at(second);
    if number < 1.0 {
        return Serial::TimeOfDay(time);
    }
    let (epoch, days) = match from_1904 {
        true => (date(1904, 1, 1), days),
        false => (date(1899, 12, 30), if days < 60 { days + 1 } else { days }),
    };
    match epoch.checked_add(days.days()) {
        Ok(day) => Serial::Moment(day.to_datetime(time)),
        Err(_) => Serial::NotShown,
    }
}

/// The day that a number is in a spreadsheet whose days count from 1900, with its time of day.
pub fn day_of_number(number: f64) -> Option<DateTime> {
    match from_serial(number, false) {
        Serial::Moment(moment) => Some(moment),
        Serial::TimeOfDay(_) | Serial::NotShown => None,
    }
}

/// Seconds in so many days, rounded; what no spreadsheet shows is cut to the nearest that one does.
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float stops at the ends of its type")]
pub(crate) fn rounded_seconds(days: f64) -> i64 {
    (days * 86_400.0).round().clamp(-3e11, 3e11) as i64
}

/// The time of day so many seconds after midnight.
pub(crate) fn time_at(second: i64) -> Time {
    Time::midnight().wrapping_add(Span::new().seconds(second.rem_euclid(SECONDS_OF_A_DAY)))
}

/// `2026-03-01` or `2026-03-01T12:30:00.5`, rounded to the second.
pub(crate) fn from_iso(text: &str) -> Option<DateTime> {
    let text = text.trim();
    let moment = match text.parse::<DateTime>() {
        Ok(moment) => moment,
        Err(_) => text.parse::<Date>().ok()?.to_datetime(Time::midnight()),
    };
    moment.round(jiff::Unit::Second).ok()
}

/// Seconds of `PT26H30M00S`, with or without days and a fraction.
pub(crate) fn iso_seconds(text: &str) -> Option<i64> {
    let span: Span = text.trim().parse().ok()?;
    let total = span.total((jiff::Unit::Second, jiff::SpanRelativeTo::days_are_24_hours())).ok()?;
    Some(rounded_seconds(total / 86_400.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1900_with_its_wrong_leap_day_or_from_1904() {
        let on = |serial, from_1904| match from_serial(serial, from_1904) {
            Serial::Moment(moment) => moment.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(on(1.0, false), "1900-01-01T00:00:00");
        assert_eq!(on(59.0, false), "1900-02-28T00:00:00");
        assert_eq!(on(61.0, false), "1900-03-01T00:00:00");
        assert_eq!(on(46082.0, false), "2026-03-01T00:00:00");
        assert_eq!(on(44620.0, true), "2026-03-01T00:00:00");
        assert_eq!(on(44_621.729_166_662_04, true), "2026-03-02T17:30:00");
        assert_eq!(on(46_082.999_999_9, false), "2026-03-02T00:00:00");
    }

    #[test]
    fn what_a_spreadsheet_cannot_show_as_a_date_is_none() {
        for number in [-0.5, -1e300, 2_958_466.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(from_serial(number, false), Serial::NotShown, "{number}");
        }
        assert_eq!(from_serial(0.385_416_666_7, false), Serial::TimeOfDay(time_at(9 * 3600 + 15 * 60)));
    }

    #[test]
    fn spans_of_an_ods_may_be_longer_than_a_day() {
        assert_eq!(iso_seconds("PT26H30M00S"), Some(95_400));
        assert_eq!(iso_seconds("PT09H15M00.4S"), Some(33_300));
        assert_eq!(iso_seconds("-PT1H"), Some(-3600));
        for none in ["", "PT", "26:30", "P1000000000000D", "PT1.5.5S"] {
            assert_eq!(iso_seconds(none), None, "{none}");
        }
    }
}
