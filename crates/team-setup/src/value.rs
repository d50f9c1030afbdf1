//! Whether a value keeps its field's rules.

use serde::Serialize;
use service_crm::{read_date, read_time};

use crate::pattern;
use crate::setup::SetupField;
use crate::setup::SetupKind;

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum ValueFault {
    #[error("it may not be empty")]
    ValueEmpty,
    #[error("{length} characters are fewer than {least}")]
    ValueTooShort { length: usize, least: u32 },
    #[error("{length} characters are more than {most}")]
    ValueTooLong { length: usize, most: u32 },
    #[error("it is not a number (such as -12.5)")]
    ValueNotANumber,
    #[error("it is below {least}")]
    ValueTooSmall { least: f64 },
    #[error("it is above {most}")]
    ValueTooGreat { most: f64 },
    #[error("it is not a date (such as 2026-12-24)")]
    ValueNotADate,
    #[error("it is not a date and time (such as 2026-12-24 17:00)")]
    ValueNotATime,
    #[error("{given:?} is not an email address")]
    ValueNotAnEmail { given: String },
    #[error("it does not have the form {pattern:?}")]
    ValueNotLikePattern { pattern: String },
}

/// Whether a field can take a value, as far as the account's rules are known.
///
/// How the vendor counts is not: characters are counted here (Unicode scalar values), which of all ways to count
/// gives the fewest but one, so little is refused that the vendor would take. A list offers its values and refuses no
/// other. An empty value empties the field.
///
/// # Errors
/// With the first rule that the value breaks.
pub fn check_value(field: &SetupField, value: &str) -> Result<(), ValueFault> {
    if value.trim().is_empty() {
        return if field.mandatory { Err(ValueFault::ValueEmpty) } else { Ok(()) };
    }
    check_kind(field, value.trim())?;
    let length = value.chars().count();
    if let Some(least) = field.min_length.filter(|least| length < count(*least)) {
        return Err(ValueFault::ValueTooShort { length, least });
    }
    if let Some(most) = field.max_length.filter(|most| length > count(*most)) {
        return Err(ValueFault::ValueTooLong { length, most });
    }
    match &field.pattern {
        // One that is none was refused with its setup; here it must not stand in anybody's way.
        Some(pattern) if pattern::compiled(pattern).is_ok_and(|pattern| !pattern.is_match(value)) => {
            Err(ValueFault::ValueNotLikePattern { pattern: pattern.clone() })
        }
        _ => Ok(()),
    }
}

fn count(characters: u32) -> usize {
    usize::try_from(characters).unwrap_or(usize::MAX)
}

fn check_kind(field: &SetupField, value: &str) -> Result<(), ValueFault> {
    match field.kind {
        SetupKind::Number => check_number(field, value),
        SetupKind::Date => read_date(value).map(|_| ()).map_err(|_| ValueFault::ValueNotADate),
        SetupKind::Time => read_time(value).map(|_| ()).map_err(|_| ValueFault::ValueNotATime),
        SetupKind::Emails => {
            let mut addresses = value.split([',', ';']).map(str::trim).filter(|address| !address.is_empty());
            match addresses.find(|address| !is_email(address)) {
                Some(given) => Err(ValueFault::ValueNotAnEmail { given: given.to_owned() }),
                None => Ok(()),
            }
        }
        SetupKind::List | SetupKind::Text | SetupKind::LongText | SetupKind::Tags => Ok(()),
    }
}

fn check_number(field: &SetupField, value: &str) -> Result<(), ValueFault> {
    // Rust also reads "inf", "nan" and "1e5", which are no numbers that one types into a form.
    let plain = value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-'));
    let number: f64 = value
        .parse()
        .ok()
        .filter(|number: &f64| plain && number.is_finite())
        .ok_or(ValueFault::ValueNotANumber)?;
    if let Some(least) = field.min_value.filter(|least| number < *least) {
        return Err(ValueFault::ValueTooSmall { least });
    }
    if let Some(most) = field.max_value.filter(|most| number > *most) {
        return Err(ValueFault::ValueTooGreat { most });
    }
    Ok(())
}

/// What has the parts of one. Which exist, only the mail can tell.
fn is_email(text: &str) -> bool {
    let Some((who, host)) = text.rsplit_once('@') else { return false };
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '(' | ')');
    !who.is_empty()
        && !who.contains('@')
        && !text.contains(odd)
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use service_crm::ListValue;

    fn field(kind: SetupKind) -> SetupField {
        SetupField::new("CustomData.x", "X", kind)
    }

    #[test]
    fn an_empty_value_empties_the_field_unless_it_is_mandatory() {
        for kind in [SetupKind::Text, SetupKind::Number, SetupKind::Date, SetupKind::Time, SetupKind::Emails]
        {
            let strict = SetupField { min_length: Some(3), pattern: Some("^a".into()), ..field(kind) };
            assert_eq!(check_value(&strict, " "), Ok(()), "{kind:?}");
            let mandatory = SetupField { mandatory: true, ..strict };
            assert_eq!(check_value(&mandatory, " "), Err(ValueFault::ValueEmpty), "{kind:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        let rules = SetupField { min_length: Some(2), max_length: Some(3), ..field(SetupKind::Text) };
        assert_eq!(check_value(&rules, "é"), Err(ValueFault::ValueTooShort { length: 1, least: 2 }));
        assert_eq!(check_value(&rules, "ééé"), Ok(()));
        assert_eq!(check_value(&rules, "😀😀😀😀"), Err(ValueFault::ValueTooLong { length: 4, most: 3 }));
    }

    #[test]
    fn a_number_is_plain_and_in_its_range() {
        let rules = SetupField { min_value: Some(-1.5), max_value: Some(10.0), ..field(SetupKind::Number) };
        for fine in ["0", "-1.5", "+10", "10.0", " 3 ", "007"] {
            assert_eq!(check_value(&rules, fine), Ok(()), "{fine}");
        }
        for none in ["x", "1,5", "1e1", "inf", "NaN", "0x1", "1 0", "1.2.3", "-", &"9".repeat(400)] {
            assert_eq!(check_value(&rules, none), Err(ValueFault::ValueNotANumber), "{none}");
        }
        assert_eq!(check_value(&rules, "-1.6"), Err(ValueFault::ValueTooSmall { least: -1.5 }));
        assert_eq!(check_value(&rules, "10.01"), Err(ValueFault::ValueTooGreat { most: 10.0 }));
    }

    #[test]
    fn dates_and_times_exist() {
        for fine in ["2026-12-24", "24.12.2026"] {
            assert_eq!(check_value(&field(SetupKind::Date), fine), Ok(()), "{fine}");
        }
        for none in ["2026-02-30", "12/10/2026", "tomorrow"] {
            assert_eq!(check_value(&field(SetupKind::Date), none), Err(ValueFault::ValueNotADate), "{none}");
        }
        for fine in ["2026-12-24 17:00", "2026-12-24T17:00:30"] {
            assert_eq!(check_value(&field(SetupKind::Time), fine), Ok(()), "{fine}");
        }
        for none in ["2026-12-24 25:00", "17:00", "soon", "2026-12-24T17:00:00+05:30"] {
            assert_eq!(check_value(&field(SetupKind::Time), none), Err(ValueFault::ValueNotATime), "{none}");
        }
    }

    #[test]
    fn the_first_that_is_no_email_address_is_named() {
        let emails = field(SetupKind::Emails);
        assert_eq!(check_value(&emails, "a@b.example; c.d+e@f.g.example, "), Ok(()));
        for (value, given) in [
            ("a@b.example, c", "c"),
            ("a@b", "a@b"),
            ("a@@b.example", "a@@b.example"),
            ("A <a@b.c>", "A <a@b.c>"),
        ] {
            let fault = ValueFault::ValueNotAnEmail { given: given.into() };
            assert_eq!(check_value(&emails, value), Err(fault));
        }
    }

    #[test]
    fn a_list_offers_and_refuses_nothing() {
        let offered = ListValue { text: "Open".into(), value: "Open".into() };
        let list = SetupField { values: vec![offered], ..field(SetupKind::List) };
        assert_eq!(check_value(&list, "Waiting for a part"), Ok(()));
    }

    #[test]
    fn a_pattern_is_looked_for_and_one_that_is_none_stands_in_nobodys_way() {
        let like = |pattern: &str| SetupField { pattern: Some(pattern.into()), ..field(SetupKind::Text) };
        assert_eq!(check_value(&like(r"^\d{3}$"), "143"), Ok(()));
        assert_eq!(check_value(&like(r"\d"), "no. 1"), Ok(()));
        let fault = ValueFault::ValueNotLikePattern { pattern: r"^\d{3}$".into() };
        assert_eq!(check_value(&like(r"^\d{3}$"), "1432"), Err(fault));
        assert_eq!(check_value(&like("("), "anything"), Ok(()));
    }
}
