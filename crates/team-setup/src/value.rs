//! Whether a value keeps its field's rules.

use serde::Serialize;
use service_crm::{
    NotAnEmail, NumeralFault, TimeFault, date_as_sent, emails_as_sent, read_number, time_as_sent,
};

use crate::pattern;
use crate::setup::SetupField;
use crate::setup::SetupKind;

/// A value's fault.
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
    #[error("{why}")]
    ValueNotANumber { why: NumeralFault },
    #[error("it is below {least}")]
    ValueTooSmall { least: f64 },
    #[error("it is above {most}")]
    ValueTooGreat { most: f64 },
    #[error("{why}")]
    ValueNotADate { why: TimeFault },
    #[error("{why}")]
    ValueNotATime { why: TimeFault },
    #[error("{given:?} is not an email address")]
    ValueNotAnEmail { given: String },
    #[error("it does not have the form {pattern:?}")]
    ValueNotLikePattern { pattern: String },
}

/// The value as it is sent, of what a person typed: numbers, dates, times and email addresses are written in many ways. A
/// list offers its values and refuses no other. An empty value empties the field.
///
/// How the vendor counts is not known: characters are counted here (Unicode scalar values), which of all ways to count
/// gives the fewest but one, so little is refused that the vendor would take.
///
/// # Errors
/// With the first of the account's rules, as far as they are known, that the value breaks.
pub fn read_value(field: &SetupField, typed: &str) -> Result<String, ValueFault> {
    let value = of_kind(field.kind, typed)?;
    if value.trim().is_empty() {
        return if field.mandatory { Err(ValueFault::ValueEmpty) } else { Ok(value) };
    }
    if field.kind == SetupKind::Number {
        check_range(field, &value)?;
    }
    let length = value.chars().count();
    if let Some(least) = field.min_length.filter(|least| length < count(*least)) {
        return Err(ValueFault::ValueTooShort { length, least });
    }
    if let Some(most) = field.max_length.filter(|most| length > count(*most)) {
        return Err(ValueFault::ValueTooLong { length, most });
    }
    match &field.pattern {
        // One that is none was refused with its setup; here it must not stand in anybody's way.
        Some(pattern) if pattern::compiled(pattern).is_ok_and(|pattern| !pattern.is_match(&value)) => {
            Err(ValueFault::ValueNotLikePattern { pattern: pattern.clone() })
        }
        _ => Ok(value),
    }
}

fn of_kind(kind: SetupKind, typed: &str) -> Result<String, ValueFault> {
    let empty = typed.trim().is_empty();
    match kind {
        SetupKind::Number if empty => Ok(String::new()),
        SetupKind::Number => read_number(typed).map_err(|why| ValueFault::ValueNotANumber { why }),
        SetupKind::Date => date_as_sent(typed).map_err(|why| ValueFault::ValueNotADate { why }),
        SetupKind::Time => time_as_sent(typed).map_err(|why| ValueFault::ValueNotATime { why }),
        SetupKind::Emails => {
            emails_as_sent(typed).map_err(|NotAnEmail { given }| ValueFault::ValueNotAnEmail { given })
        }
        SetupKind::List | SetupKind::Text | SetupKind::LongText | SetupKind::Tags => Ok(typed.to_owned()),
    }
}

fn count(characters: u32) -> usize {
    usize::try_from(characters).unwrap_or(usize::MAX)
}

fn check_range(field: &SetupField, value: &str) -> Result<(), ValueFault> {
    let number: f64 =
        value.parse().map_err(|_| ValueFault::ValueNotANumber { why: NumeralFault::NoNumber })?;
    if let Some(least) = field.min_value.filter(|least| number < *least) {
        return Err(ValueFault::ValueTooSmall { least });
    }
    if let Some(most) = field.max_value.filter(|most| number > *most) {
        return Err(ValueFault::ValueTooGreat { most });
    }
    Ok(())
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
            assert_eq!(read_value(&strict, " ").map(|_| ()), Ok(()), "{kind:?}");
            let mandatory = SetupField { mandatory: true, ..strict };
            assert_eq!(read_value(&mandatory, " "), Err(ValueFault::ValueEmpty), "{kind:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        let rules = SetupField { min_length: Some(2), max_length: Some(3), ..field(SetupKind::Text) };
        assert_eq!(read_value(&rules, "é"), Err(ValueFault::ValueTooShort { length: 1, least: 2 }));
        assert_eq!(read_value(&rules, "ééé").map(|_| ()), Ok(()));
        assert_eq!(read_value(&rules, "😀😀😀😀"), Err(ValueFault::ValueTooLong { length: 4, most: 3 }));
    }

    #[test]
    fn a_number_is_sent_in_one_form_and_in_its_range() {
        let rules = SetupField { min_value: Some(-1.5), max_value: Some(10.0), ..field(SetupKind::Number) };
        for (typed, sent) in
            [("0", "0"), ("-1,5", "-1.5"), ("+10", "10"), ("10.0", "10.0"), (" 3 ", "3"), ("१", "1")]
        {
            assert_eq!(read_value(&rules, typed).as_deref(), Ok(sent), "{typed}");
        }
        for none in ["x", "1e1", "inf", "NaN", "0x1", "1 0", "1.2.3", "-", &"9".repeat(400)] {
            let fault = ValueFault::ValueNotANumber { why: NumeralFault::NoNumber };
            assert_eq!(read_value(&rules, none), Err(fault), "{none}");
        }
        assert!(matches!(
            read_value(&rules, "5%"),
            Err(ValueFault::ValueNotANumber { why: NumeralFault::Doubtful { .. } })
        ));
        assert_eq!(read_value(&rules, "-1.6"), Err(ValueFault::ValueTooSmall { least: -1.5 }));
        assert_eq!(read_value(&rules, "10.01"), Err(ValueFault::ValueTooGreat { most: 10.0 }));
    }

    #[test]
    fn dates_and_times_exist() {
        for typed in ["2026-12-24", "24.12.2026", "12/24/2026", "24 Dec 2026"] {
            assert_eq!(read_value(&field(SetupKind::Date), typed).as_deref(), Ok("2026-12-24"), "{typed}");
        }
        let date = |why| Err(ValueFault::ValueNotADate { why });
        assert_eq!(read_value(&field(SetupKind::Date), "2026-02-30"), date(TimeFault::NoSuchDay));
        assert_eq!(read_value(&field(SetupKind::Date), "tomorrow"), date(TimeFault::Unreadable));
        for typed in ["2026-12-24 17:00", "2026-12-24T17:00:00", "24.12.2026 5 pm"] {
            assert_eq!(
                read_value(&field(SetupKind::Time), typed).as_deref(),
                Ok("2026-12-24T17:00:00"),
                "{typed}"
            );
        }
        let zoned = Err(ValueFault::ValueNotATime { why: TimeFault::HasZone });
        assert_eq!(read_value(&field(SetupKind::Time), "2026-12-24T17:00:00+05:30"), zoned);
    }

    #[test]
    fn the_first_that_is_no_email_address_is_named_and_the_others_are_sent_bare() {
        let emails = field(SetupKind::Emails);
        assert_eq!(
            read_value(&emails, "A <a@b.example>; c@d.example, ").as_deref(),
            Ok("a@b.example,c@d.example")
        );
        let fault = ValueFault::ValueNotAnEmail { given: "c".into() };
        assert_eq!(read_value(&emails, "a@b.example, c"), Err(fault));
    }

    #[test]
    fn rules_are_kept_by_what_is_sent() {
        let money = SetupField { pattern: Some(r"^\d+\.\d\d$".into()), ..field(SetupKind::Number) };
        assert_eq!(read_value(&money, "1.234,50").as_deref(), Ok("1234.50"));
        let short = SetupField { max_length: Some(7), ..field(SetupKind::Emails) };
        assert_eq!(read_value(&short, "A long name <a@x.org>").as_deref(), Ok("a@x.org"));
    }

    #[test]
    fn a_list_offers_and_refuses_nothing() {
        let offered = ListValue { text: "Open".into(), value: "Open".into() };
        let list = SetupField { values: vec![offered], ..field(SetupKind::List) };
        assert_eq!(read_value(&list, "Waiting for a part").map(|_| ()), Ok(()));
    }

    #[test]
    fn a_pattern_is_looked_for_and_one_that_is_none_stands_in_nobodys_way() {
        let like = |pattern: &str| SetupField { pattern: Some(pattern.into()), ..field(SetupKind::Text) };
        assert_eq!(read_value(&like(r"^\d{3}$"), "143").map(|_| ()), Ok(()));
        assert_eq!(read_value(&like(r"\d"), "no. 1").map(|_| ()), Ok(()));
        let fault = ValueFault::ValueNotLikePattern { pattern: r"^\d{3}$".into() };
        assert_eq!(read_value(&like(r"^\d{3}$"), "1432"), Err(fault));
        assert_eq!(read_value(&like("("), "anything").map(|_| ()), Ok(()));
    }
}
