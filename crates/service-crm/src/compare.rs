//! Whether a field of a ticket has the value that it was to get: the same value is written in many ways.

use serde::{Deserialize, Serialize};

use crate::fields::FieldKind;
use crate::time::read_time;
use crate::typed::plain;

/// A field's value on the ticket, beside the value that it was to get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// That value, in whatever writing.
    Same,
    /// Another value.
    Other,
    /// Nobody can tell: the field is not among those that were read, or is written in a way that is not known.
    CannotTell,
}

/// Compares a value that was sent with the one that a ticket shows, by the kind of the field; none where the kind is
/// not known. `shown`: none where the field is not among those that the ticket shows, and an empty text where it is
/// there and empty.
pub fn likeness(kind: Option<FieldKind>, sent: &str, shown: Option<&str>) -> Likeness {
    let Some(shown) = shown else {
        return if is_none(sent) { Likeness::Same } else { Likeness::CannotTell };
    };
    if lines(sent) == lines(shown) || (is_none(sent) && is_none(shown)) {
        return Likeness::Same;
    }
    if is_none(sent) || is_none(shown) {
        return Likeness::Other;
    }
    match kind {
        Some(FieldKind::Time) => times(sent, shown),
        Some(FieldKind::Tags) => same(parts(sent) == parts(shown)),
        Some(FieldKind::Emails) => same(addresses(sent) == addresses(shown)),
        // The vendor's lists are compared by their value; capitals and blanks are not what tells two apart.
        Some(FieldKind::List) => same(plain(sent).to_lowercase() == plain(shown).to_lowercase()),
        // A server may keep a text in its own way, as HTML for one.
        Some(FieldKind::LongText) if shown.contains('<') => Likeness::CannotTell,
        Some(FieldKind::Text | FieldKind::LongText) => Likeness::Other,
        Some(FieldKind::Number) => numbers(sent, shown).map_or(Likeness::CannotTell, same),
        None => match numbers(sent, shown) {
            Some(alike) => same(alike),
            None if times(sent, shown) == Likeness::Same || parts(sent) == parts(shown) => Likeness::Same,
            None => Likeness::CannotTell,
        },
    }
}

fn same(same: bool) -> Likeness {
    if same { Likeness::Same } else { Likeness::Other }
}

fn is_none(value: &str) -> bool {
    let value = value.trim();
    value.is_empty() || value == "[]"
}

/// Line ends are written in two ways, and blanks around a text are not its meaning.
fn lines(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// `2024-08-29T10:36:23`, `….000`, `…Z`, with a blank for the `T`, without seconds. An offset other than UTC's is
/// another time or none: nobody knows the account's zone.
fn times(sent: &str, shown: &str) -> Likeness {
    let shown = shown.trim();
    match (read_time(sent), read_time(shown.strip_suffix(['Z', 'z']).unwrap_or(shown))) {
        (Ok(sent), Ok(shown)) => {
            let second =
                |time: jiff::civil::DateTime| time.with().subsec_nanosecond(0).build().unwrap_or(time);
            same(second(sent) == second(shown))
        }
        (_, Err(_)) | (Err(_), _) => Likeness::CannotTell,
    }
}

/// `12.5`, `12.50`, `+12.5`.
fn numbers(sent: &str, shown: &str) -> Option<bool> {
    let number = |value: &str| plain(value).parse::<f64>().ok().filter(|number| number.is_finite());
    Some(number(sent)? == number(shown)?)
}

/// The parts of a list in one text, in whatever order and with whatever blanks: `a, b`, `a;b`, `["a","b"]`.
fn parts(value: &str) -> Vec<String> {
    let listed: Option<Vec<String>> = serde_json::from_str(value).ok();
    let parts = listed.unwrap_or_else(|| value.split([',', ';']).map(str::to_owned).collect());
    let mut parts: Vec<String> =
        parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// Addresses are the same in capitals.
fn addresses(value: &str) -> Vec<String> {
    let mut addresses = parts(&value.to_lowercase());
    addresses.dedup();
    addresses
}

#[cfg(test)]
mod tests {
    use FieldKind::{Emails, List, LongText, Number, Tags, Text, Time};
    use Likeness::{CannotTell, Other, Same};

    use super::*;

    #[test]
    fn the_same_value_is_known_in_each_of_its_writings() {
        for (kind, sent, shown) in [
            (Tags, "urgent, vip", "urgent,vip"),
            (Tags, "urgent,vip", r#"["vip","urgent"]"#),
            (Tags, "a; b", "b,a"),
            (Time, "2024-08-29T10:36:23", "2024-08-29T10:36:23.000"),
            (Time, "2024-08-29T10:36:23", "2024-08-29T10:36:23Z"),
            (Time, "2024-08-29T10:36:23", "2024-08-29 10:36:23"),
            (Time, "2024-08-29T10:36:00", "2024-08-29 10:36"),
            (Number, "12.50", "12.5"),
            (Emails, "a@x.org; B@x.org", "b@x.org,a@x.org"),
            (LongText, "one\r\ntwo", "one\ntwo "),
            (List, "On Hold", " on hold"),
            (Text, "", ""),
            (Tags, "", "[]"),
        ] {
            assert_eq!(likeness(Some(kind), sent, Some(shown)), Same, "{sent} {shown}");
            assert_ne!(likeness(None, sent, Some(shown)), Other, "{sent} {shown}");
        }
        assert_eq!(likeness(Some(Text), "", None), Same, "an empty field is left out by some");
    }

    #[test]
    fn another_value_is_another_one() {
        for (kind, sent, shown) in [
            (List, "On Hold", "Open"),
            (Tags, "a,b", "a"),
            (Time, "2024-08-29T10:36:23", "2024-08-29T10:36:24"),
            (Number, "12.5", "12.51"),
            (Text, "12.5", "12.50"),
            (Text, "a", ""),
            (Emails, "a@x.org", "b@x.org"),
        ] {
            assert_eq!(likeness(Some(kind), sent, Some(shown)), Other, "{sent} {shown}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for (kind, sent, shown) in [
            (Some(List), "On Hold", None),
            (Some(Time), "2024-08-29T10:36:23", Some("2024-08-29T10:36:23+05:30")),
            (Some(Time), "2024-08-29T10:36:23", Some("yesterday")),
            (Some(LongText), "one\ntwo", Some("<p>one</p><p>two</p>")),
            (Some(Number), "12.5", Some("twelve")),
            (None, "On Hold", Some("oh-17")),
        ] {
            assert_eq!(likeness(kind, sent, shown), CannotTell, "{sent} {shown:?}");
        }
    }
}
