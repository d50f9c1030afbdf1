//! Dates and times, read from what a person writes into the form that the vendor prints.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use serde::{Deserialize, Serialize};

use crate::date_text::DateText;
use crate::typed::plain;

/// Why a text is no time, or no day, that can be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TimeFault {
    /// Text that is none.
    #[error("it is not a date and time (such as 2026-12-24 17:00)")]
    Unreadable,
    /// `Z`, `+05:30` or a zone's name. The vendor's times have none, and of which zone they are is printed nowhere:
    /// without the offset it would be another time, and converted to a guessed zone perhaps as well.
    #[error("it names a time zone, which the ticket system's times do not have")]
    HasZone,
    /// The 31st of February, or a day of the week that it is not.
    #[error("there is no such day")]
    NoSuchDay,
    /// The year has two digits.
    #[error("the year has two digits")]
    ShortYear,
    /// `03/04/2026`: both, as the vendor writes them.
    #[error("it could be {one} or {other}")]
    Doubtful {
        /// With the day first.
        one: String,
        /// With the month first.
        other: String,
    },
    /// A day is wanted, and a time of day stands with it.
    #[error("it has a time of day")]
    HasTime {
        /// The day without it.
        day: String,
    },
}

/// The one reader of dates and times. Where day and month are numbers, dots say that the day stands first, and so does a
/// number above 12; a day alone begins at midnight.
///
/// # Errors
/// Where it is none, could be several (`12/10/2026`), or names a zone.
pub fn read_time(typed: &str) -> Result<DateTime, TimeFault> {
    let (day, time) = read(typed)?;
    Ok(day.to_datetime(time.unwrap_or_default()))
}

/// The same for a day: a time of day that is not midnight is more than a day.
///
/// # Errors
/// As [`read_time`].
pub fn read_date(typed: &str) -> Result<Date, TimeFault> {
    match read(typed)? {
        (day, None) => Ok(day),
        (day, Some(time)) if time == Time::midnight() => Ok(day),
        (day, Some(_)) => Err(TimeFault::HasTime { day: day.to_string() }),
    }
}

fn read(typed: &str) -> Result<(Date, Option<Time>), TimeFault> {
    match DateText::parse(typed) {
        Some(DateText::Day { short_year: true, .. } | DateText::Ordered { short_year: true, .. }) => {
            Err(TimeFault::ShortYear)
        }
        Some(DateText::Day { day, time, .. }) if day.year() >= 1000 => Ok((day, time)),
        Some(DateText::Ordered { first, second, year, dotted, time, .. }) if year >= 1000 => {
            let day = |month, day| Date::new(year, month, day).ok();
            let month_first = day(first, second).filter(|_| !dotted);
            match (day(second, first), month_first) {
                (Some(one), Some(other)) if one != other => {
                    Err(TimeFault::Doubtful { one: shown(one, time), other: shown(other, time) })
                }
                (Some(day), _) | (None, Some(day)) => Ok((day, time)),
                (None, None) => Err(TimeFault::NoSuchDay),
            }
        }
        Some(DateText::Zoned) => Err(TimeFault::HasZone),
        Some(DateText::Day { .. } | DateText::Ordered { .. } | DateText::NoSuchDay) => {
            Err(TimeFault::NoSuchDay)
        }
        // ISO's other forms.
        None => {
            let text = plain(typed);
            let pieces = Pieces::parse(&text).map_err(|_| TimeFault::Unreadable)?;
            if pieces.offset().is_some() || pieces.time_zone_annotation().is_some() {
                return Err(TimeFault::HasZone);
            }
            Ok((pieces.date(), pieces.time()))
        }
    }
}

/// As a person may write it, in one reading only.
fn shown(day: Date, time: Option<Time>) -> String {
    time.map_or_else(|| day.to_string(), |time| format!("{day} {}", time.strftime("%H:%M:%S")))
}

/// The vendor's form of a time, `2024-08-29T10:36:23`, of what a person writes. An empty value stays empty, and empties the
/// field.
///
/// # Errors
/// As [`read_time`].
pub fn time_as_sent(value: &str) -> Result<String, TimeFault> {
    if value.trim().is_empty() {
        return Ok(String::new());
    }
    Ok(read_time(value)?.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// A day as the vendor writes it, `2024-08-29`. An empty value empties the field.
///
/// # Errors
/// As [`read_date`].
pub fn date_as_sent(value: &str) -> Result<String, TimeFault> {
    if value.trim().is_empty() {
        return Ok(String::new());
    }
    Ok(read_date(value)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_sent_in_the_vendors_form() {
        for (typed, sent) in [
            ("2024-08-29 10:36:23", "2024-08-29T10:36:23"),
            (" 2024-08-29T10:36:23 ", "2024-08-29T10:36:23"),
            ("2026-12-24 17:00", "2026-12-24T17:00:00"),
            ("2026-12-24", "2026-12-24T00:00:00"),
            ("24.12.2026 17:00", "2026-12-24T17:00:00"),
            ("24/12/2026 5:00 pm", "2026-12-24T17:00:00"),
            ("12/24/2026 17:00", "2026-12-24T17:00:00"),
            ("03/03/2026", "2026-03-03T00:00:00"),
            ("Thu, 24 Dec 2026 17:00:00", "2026-12-24T17:00:00"),
            ("20261224T170000", "2026-12-24T17:00:00"),
            ("24.12.2026, 17:00", "2026-12-24T17:00:00"),
            ("1.2.2026", "2026-02-01T00:00:00"),
            ("२०२६-१२-२४ १७:००", "2026-12-24T17:00:00"),
            ("\u{200e}2026-12-24\u{a0}17:00", "2026-12-24T17:00:00"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(time_as_sent(typed).as_deref(), Ok(sent), "{typed:?}");
        }
    }

    #[test]
    fn an_offset_is_refused_and_never_dropped() {
        for typed in [
            "2026-12-24T17:00:00+05:30",
            "2026-12-24T17:00:00Z",
            "2026-12-24 17:00-08",
            "2026-12-24T17:00:00+05:30[Asia/Kolkata]",
            "2026-12-24T17:00[Asia/Kolkata]",
            "24.12.2026 17:00Z",
        ] {
            assert_eq!(read_time(typed), Err(TimeFault::HasZone), "{typed}");
            assert_eq!(time_as_sent(typed), Err(TimeFault::HasZone), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_or_could_be_several_is_refused_with_what_is_wrong() {
        for (typed, fault) in [
            ("soon", TimeFault::Unreadable),
            ("17:00", TimeFault::Unreadable),
            ("1767225600", TimeFault::Unreadable),
            ("2026-13-01 10:00", TimeFault::NoSuchDay),
            ("2026-02-30", TimeFault::NoSuchDay),
            ("31.02.2026", TimeFault::NoSuchDay),
            ("02/31/2026", TimeFault::NoSuchDay),
            ("12.24.2026", TimeFault::NoSuchDay),
            ("24.12.0026", TimeFault::NoSuchDay),
            ("1.2.26", TimeFault::ShortYear),
            ("24 Dec 26", TimeFault::ShortYear),
        ] {
            assert_eq!(read_time(typed), Err(fault), "{typed}");
        }
        for (typed, one, other) in [
            ("03/04/2026", "2026-04-03", "2026-03-04"),
            ("12-10-2026 5 pm", "2026-10-12 17:00:00", "2026-12-10 17:00:00"),
        ] {
            let fault = TimeFault::Doubtful { one: one.into(), other: other.into() };
            assert_eq!(read_time(typed), Err(fault), "{typed}");
            assert!(read_time(one).is_ok() && read_time(other).is_ok(), "each can be written");
        }
    }

    #[test]
    fn a_day_has_no_time_of_day() {
        assert_eq!(read_date("24.12.2026").map(|day| day.to_string()), Ok("2026-12-24".into()));
        assert_eq!(date_as_sent("24.12.2026").as_deref(), Ok("2026-12-24"));
        assert_eq!(date_as_sent("2026-12-24T00:00:00").as_deref(), Ok("2026-12-24"));
        assert_eq!(read_date("2026-12-24 17:00"), Err(TimeFault::HasTime { day: "2026-12-24".into() }));
    }
}
