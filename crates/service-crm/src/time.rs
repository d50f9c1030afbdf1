//! Dates and times, read from what a person writes into the form that the vendor prints.

use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use serde::{Deserialize, Serialize};

use crate::typed::plain;

/// Why a text is no time that can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TimeFault {
    /// It is none, or could be several.
    #[error("it is not a date and time (such as 2026-12-24 17:00)")]
    Unreadable,
    /// `Z`, `+05:30` or a zone's name. The vendor's times have none, and of which zone they are is the account's:
    /// without the offset it would be another time.
    #[error("it names a time zone, which the ticket system's times do not have")]
    HasZone,
}

/// The one reader of dates and times: `2026-12-24`, `2026-12-24 17:00`, with a `T`, with seconds, and `24.12.2026
/// 17:00`, where the dots say that the day stands first. A day alone begins at midnight.
///
/// # Errors
/// Where it is none, could be several (`12/10/2026`), or names a zone.
pub fn read_time(typed: &str) -> Result<DateTime, TimeFault> {
    let typed = plain(typed);
    let text = day_first(&typed).unwrap_or(typed);
    let pieces = Pieces::parse(&text).map_err(|_| TimeFault::Unreadable)?;
    if pieces.offset().is_some() || pieces.time_zone_annotation().is_some() {
        return Err(TimeFault::HasZone);
    }
    Ok(pieces.date().to_datetime(pieces.time().unwrap_or_default()))
}

/// The same for a day: a time of day that is not midnight is more than a day.
///
/// # Errors
/// As [`read_time`].
pub fn read_date(typed: &str) -> Result<Date, TimeFault> {
    let time = read_time(typed)?;
    if time.time() == jiff::civil::Time::midnight() { Ok(time.date()) } else { Err(TimeFault::Unreadable) }
}

/// The vendor's form of a time, `2024-08-29T10:36:23`, of what a person writes; none where [`read_time`] refuses it. An
/// empty value stays empty, and empties the field.
pub fn time_as_sent(value: &str) -> Option<String> {
    if value.trim().is_empty() {
        return Some(String::new());
    }
    Some(read_time(value).ok()?.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// A day as the vendor writes it, `2024-08-29`; none where [`read_date`] refuses it. An empty value empties the field.
pub fn date_as_sent(value: &str) -> Option<String> {
    if value.trim().is_empty() {
        return Some(String::new());
    }
    Some(read_date(value).ok()?.to_string())
}

/// `24.12.2026 17:00` in the order of the vendor's.
fn day_first(text: &str) -> Option<String> {
    let (day, rest) = text.split_once('.')?;
    let (month, rest) = rest.split_once('.')?;
    let year = rest.get(..4)?;
    let behind = &rest[4..];
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = digits(day, 2) && digits(month, 2) && digits(year, 4);
    (parts && (behind.is_empty() || behind.starts_with([' ', 'T', ',']))).then(|| {
        let time = behind.trim_start_matches(',').trim();
        format!("{year}-{month:0>2}-{day:0>2} {time}").trim_end().to_owned()
    })
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
            ("24.12.2026, 17:00", "2026-12-24T17:00:00"),
            ("1.2.2026", "2026-02-01T00:00:00"),
            ("२०२६-१२-२४ १७:००", "2026-12-24T17:00:00"),
            ("\u{200e}2026-12-24\u{a0}17:00", "2026-12-24T17:00:00"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(time_as_sent(typed).as_deref(), Some(sent), "{typed:?}");
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
            assert_eq!(time_as_sent(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_or_could_be_several_is_refused() {
        for typed in ["2026-13-01 10:00", "12/10/2026", "2026-02-30", "31.02.2026", "soon", "17:00", "1.2.26"]
        {
            assert_eq!(read_time(typed), Err(TimeFault::Unreadable), "{typed}");
        }
    }

    #[test]
    fn a_day_has_no_time_of_day() {
        assert_eq!(read_date("24.12.2026").map(|day| day.to_string()), Ok("2026-12-24".into()));
        assert_eq!(date_as_sent("24.12.2026").as_deref(), Some("2026-12-24"));
        assert_eq!(read_date("2026-12-24 17:00"), Err(TimeFault::Unreadable));
    }
}
