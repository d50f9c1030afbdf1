//! A date that is written as a text.

use jiff::civil::{Date, Time};

use super::digits::with_ascii_digits;

/// What a text says of a day. A time of day may stand behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateText {
    /// One day, whoever reads it.
    Day { day: Date, time: Option<Time>, short_year: bool },
    /// `3/4/2026`: which is the month, the column decides.
    Ordered { first: i8, second: i8, year: i16, dotted: bool, time: Option<Time>, short_year: bool },
    /// It has a date's form, and there is no such day.
    NoSuchDay,
}

/// Reads a date: `2026-03-01`, `1 Mar 2026`, `Mar 1, 2026`, `1/3/26`, `1.3.2026`, with or without a time of day.
/// A time with an offset from UTC is none: whose day it is would be a guess.
pub(super) fn parse(text: &str) -> Option<DateText> {
    // Longer texts are no dates, and most cells are texts.
    if text.len() > 60 || !super::digits::is_mostly_digits(text, 14) {
        return None;
    }
    let text = with_ascii_digits(text.trim());
    let (day, time) = without_time(&text)?;
    let numbers: Vec<&str> = day.split(['/', '.', '-']).map(str::trim).collect();
    if numbers.len() == 3 && numbers.iter().all(|part| is_number(part)) {
        return of_numbers(&day, &numbers, time);
    }
    of_words(&day, time)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn of_numbers(day: &str, parts: &[&str], time: Option<Time>) -> Option<DateText> {
    let mut signs = day.chars().filter(|sign| matches!(sign, '/' | '.' | '-'));
    let sign = signs.next()?;
    if signs.any(|other| other != sign) {
        return None;
    }
    let number = |at: usize| parts[at].parse::<i16>().ok();
    if parts[0].len() == 4 {
        return Some(existing(number(0)?, number(1)?, number(2)?, time, false));
    }
    let short_year = parts[2].len() == 2;
    if parts[0].len() > 2 || parts[1].len() > 2 || !(short_year || parts[2].len() == 4) {
        return None;
    }
    let year = number(2)? + if short_year { 2000 } else { 0 };
    let small = |at| number(at).and_then(|number| i8::try_from(number).ok());
    let (first, second) = (small(0)?, small(1)?);
    Some(DateText::Ordered { first, second, year, dotted: sign == '.', time, short_year })
}

fn existing(year: i16, month: i16, day: i16, time: Option<Time>, short_year: bool) -> DateText {
    match (i8::try_from(month), i8::try_from(day)) {
        (Ok(month), Ok(day)) => match Date::new(year, month, day) {
            Ok(day) => DateText::Day { day, time, short_year },
            Err(_) => DateText::NoSuchDay,
        },
        _ => DateText::NoSuchDay,
    }
}

/// A day by its month's name.
fn of_words(day: &str, time: Option<Time>) -> Option<DateText> {
    let words: Vec<&str> = day.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).collect();
    // "1 de marzo de 2026"
    let words: Vec<&str> = words.into_iter().filter(|word| *word != "de").collect();
    let [first, second, year] = words.as_slice() else { return None };
    let (day, month) = match (ordinal(first), month(second), month(first), ordinal(second)) {
        (Some(day), Some(month), _, _) | (_, _, Some(month), Some(day)) => (day, month),
        _ => return None,
    };
    let short_year = year.len() == 2;
    if !is_number(year) || !(short_year || year.len() == 4) {
        return None;
    }
    let year = year.parse::<i16>().ok()? + if short_year { 2000 } else { 0 };
    Some(existing(year, month, day, time, short_year))
}

fn ordinal(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let end = &word[digits.len()..];
    let fits = matches!(end.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th" | "er");
    (fits && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn month(word: &str) -> Option<i16> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i16::try_from(at + 1).ok()
}

/// Each month's names, in English, German, French, Spanish and Hindi.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner", "janvier", "janv", "enero", "ene", "जनवरी"],
    &["feb", "february", "februar", "février", "févr", "febrero", "फ़रवरी", "फरवरी"],
    &["mar", "march", "märz", "mär", "mrz", "mars", "marzo", "मार्च"],
    &["apr", "april", "avril", "avr", "abril", "abr", "अप्रैल"],
    &["may", "mai", "mayo", "मई"],
    &["jun", "june", "juni", "juin", "junio", "जून"],
    &["jul", "july", "juli", "juillet", "juil", "julio", "जुलाई"],
    &["aug", "august", "août", "agosto", "ago", "अगस्त"],
    &["sep", "sept", "september", "septembre", "septiembre", "सितंबर", "सितम्बर"],
    &["oct", "october", "oktober", "okt", "octobre", "octubre", "अक्टूबर", "अक्तूबर"],
    &["nov", "november", "novembre", "noviembre", "नवंबर", "नवम्बर"],
    &["dec", "december", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "दिसंबर", "दिसम्बर"],
];

/// The day's part of a text, and the time of day behind it. None where what stands behind is neither.
fn without_time(text: &str) -> Option<(String, Option<Time>)> {
    let Some(colon) = text.find(':') else { return Some((text.to_owned(), None)) };
    let start = text[..colon].trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let day = text[..start].trim_end_matches(['T', 't', ' ', ',', '\u{A0}', '\u{202F}']);
    if day.len() == start {
        return None;
    }
    Some((day.to_owned(), Some(time_of_day(&text[start..])?)))
}

fn time_of_day(text: &str) -> Option<Time> {
    let small = text.trim().to_lowercase().replace(['.', '\u{202F}', '\u{A0}'], "");
    let (clock, half) = match small.strip_suffix("am").or_else(|| small.strip_suffix("pm")) {
        Some(clock) => (clock.trim_end(), small.chars().rev().nth(1)),
        None => (text.trim(), None),
    };
    let whole = clock.split('.').next().unwrap_or_default();
    let parts: Vec<i8> = whole.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some('a') => hour % 12,
        Some(_) => hour % 12 + 12,
    };
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        match parse(text) {
            Some(DateText::Day { day, time: None, .. }) => day.to_string(),
            Some(DateText::Day { day, time: Some(time), .. }) => format!("{day} {time}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_day_with_its_months_name_or_its_year_first_is_one_day() {
        for text in [
            "2026-03-01",
            "2026/3/1",
            "1 Mar 2026",
            "1. März 2026",
            "01-Mar-26",
            "March 1, 2026",
            "1st March 2026",
            "1 de marzo de 2026",
            "1 मार्च 2026",
            "१ मार्च २०२६",
            "1 mars 2026",
        ] {
            assert_eq!(day(text), "2026-03-01", "{text}");
        }
        for text in ["2026-03-01T17:30", "2026-03-01 17:30:00", "1 Mar 2026, 5:30 PM", "1 Mar 2026 5:30 p.m."]
        {
            assert_eq!(day(text), "2026-03-01 17:30:00", "{text}");
        }
    }

    #[test]
    fn numbers_alone_are_for_the_column_to_decide() {
        let Some(DateText::Ordered {
            first: 3, second: 4, year: 2026, dotted: false, short_year: true, ..
        }) = parse("3/4/26")
        else {
            panic!()
        };
        assert!(matches!(
            parse("31.12.2026 17:00"),
            Some(DateText::Ordered { dotted: true, time: Some(_), .. })
        ));
    }

    #[test]
    fn what_is_no_date_is_none() {
        assert_eq!(parse("2026-02-30"), Some(DateText::NoSuchDay));
        assert_eq!(parse("31 Feb 2026"), Some(DateText::NoSuchDay));
        for none in [
            "",
            "tomorrow",
            "Mar-24",
            "1/2",
            "1/2/3",
            "143",
            "17:30",
            "2026-03-01T17:30:00+05:30",
            "2026-03-01T17:30Z",
            "2026-03-01 25:00",
            "1/2-2026",
            "12345/1/2026",
            "v1.2.3",
        ] {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
