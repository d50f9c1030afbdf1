//! A date as people and programs write it, with or without a time of day.

use jiff::civil::{Date, Time, Weekday};

use crate::clock::time_of_day;
use crate::typed::{is_invisible, is_mostly_digits, with_ascii_digits};

/// A text's word about a day. A time of day may stand with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each parameter's name says it")]
pub enum DateText {
    /// One day, whoever reads it.
    Day { day: Date, time: Option<Time>, short_year: bool },
    /// `3/4/2026`: which is the month, others of its column may show.
    Ordered { first: i8, second: i8, year: i16, dotted: bool, time: Option<Time>, short_year: bool },
    /// A date in form, and no day that there is.
    NoSuchDay,
    /// Its time names a zone, or how far it is from UTC: of which day it is here would be a guess.
    Zoned,
}

/// Letters of the longest date that has both names and a zone: `Wednesday, 24 September 2026 at 5:30 p.m. IST`.
const MOST_LETTERS: usize = 26;

impl DateText {
    /// Reads a date: `2026-03-01`, `1 Mar 2026`, `Mar 1, 2026`, `1/3/26`, `1.3.2026`, `Sun, 1 March 2026`, with or without
    /// a time of day before or behind it.
    pub fn parse(text: &str) -> Option<Self> {
        // Longer texts are no dates, and most texts of a table are none.
        if text.len() > 100 || !is_mostly_digits(text, MOST_LETTERS) {
            return None;
        }
        let text: String = with_ascii_digits(text)
            .chars()
            .filter(|letter| !is_invisible(*letter))
            .map(as_ascii)
            .collect::<String>()
            .to_lowercase();
        let words: Vec<&str> =
            text.split(' ').filter(|word| !word.is_empty() && !FILLING.contains(word)).collect();
        let text = words.join(" ");
        if let Some(read) = without_zone(&text) {
            return Some(read);
        }
        let mut rest = text.as_str();
        while let Some(shorter) = before_zone(rest) {
            rest = shorter;
            if timed(rest) {
                return Some(Self::Zoned);
            }
        }
        None
    }
}

/// Words that stand between a day and its time.
const FILLING: [&str; 9] = ["at", "on", "of", "um", "den", "de", "le", "à", "को"];

fn as_ascii(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2014}' | '\u{2212}' | '\u{ff0d}' => '-',
        '\u{ff0f}' => '/',
        '\u{ff0e}' => '.',
        '\u{ff1a}' => ':',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

fn timed(text: &str) -> bool {
    matches!(
        without_zone(text),
        Some(DateText::Day { time: Some(_), .. } | DateText::Ordered { time: Some(_), .. })
    )
}

/// The text before a zone at its end: `z`, `+05:30`, `-0800`, `[asia/kolkata]`, `(ist)`, `utc`.
fn before_zone(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let brackets = [(')', '('), (']', '[')]
        .iter()
        .find_map(|(end, start)| text.strip_suffix(*end)?.rfind(*start).map(|at| &text[..at]));
    let offset = || {
        let bare = text.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ':');
        let digits = text.len() - bare.len();
        bare.strip_suffix(['+', '-']).filter(|_| (1..=6).contains(&digits))
    };
    let name = || {
        let bare = text.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let half = matches!(&text[bare.len()..], "am" | "pm" | "a" | "p" | "m");
        (!half && (1..=5).contains(&(text.len() - bare.len()))).then_some(bare)
    };
    brackets.or_else(offset).or_else(name).map(str::trim_end)
}

fn without_zone(text: &str) -> Option<DateText> {
    let (day, time) = without_time(text);
    let (weekday, day) = without_weekday(day.trim_matches([' ', ',']));
    let read = of_day(day, time)?;
    let Some(weekday) = weekday else { return Some(read) };
    let falls = |day: Date| day.weekday() == weekday;
    Some(match read {
        DateText::Day { day, .. } if !falls(day) => DateText::NoSuchDay,
        DateText::Ordered { first, second, year, time, short_year, .. } => {
            // The day of the week may show which is the month.
            let day = |month, day| Date::new(year, month, day).ok().filter(|day| falls(*day));
            match (day(second, first), day(first, second)) {
                (None, None) => DateText::NoSuchDay,
                (Some(_), Some(_)) => read,
                (Some(day), None) | (None, Some(day)) => DateText::Day { day, time, short_year },
            }
        }
        read => read,
    })
}

fn of_day(day: &str, time: Option<Time>) -> Option<DateText> {
    let numbers: Vec<&str> = day.split(['/', '.', '-']).map(str::trim).collect();
    if numbers.len() == 3 && numbers.iter().all(|part| is_number(part)) {
        return of_numbers(day, &numbers, time);
    }
    of_words(day, time)
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

/// A day by its month's name: the day before or behind it, the year last or first.
fn of_words(day: &str, time: Option<Time>) -> Option<DateText> {
    let words: Vec<&str> = day.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).collect();
    let (first, second, year) = match words.as_slice() {
        [year, first, second] if year.len() == 4 && is_number(year) => (first, second, year),
        [first, second, year] => (first, second, year),
        _ => return None,
    };
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
    let fits = matches!(end, "" | "st" | "nd" | "rd" | "th" | "er");
    (fits && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn month(word: &str) -> Option<i16> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i16::try_from(at + 1).ok()
}

/// The text behind the name of a day of the week, and which it is.
fn without_weekday(text: &str) -> (Option<Weekday>, &str) {
    let (word, rest) = text.split_once([' ', ',']).unwrap_or((text, ""));
    let at = WEEKDAYS.iter().position(|names| names.contains(&word.trim_end_matches('.')));
    let weekday = at.and_then(|at| Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok());
    if weekday.is_some() { (weekday, rest.trim_start_matches([' ', ','])) } else { (None, text) }
}

/// Each weekday's names from Monday on, in English, German, French, Spanish and Hindi.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon", "montag", "mo", "lundi", "lun", "lunes", "सोमवार", "सोम"],
    &["tuesday", "tue", "tues", "dienstag", "di", "mardi", "martes", "मंगलवार", "मंगल"],
    &["wednesday", "wed", "mittwoch", "mi", "mercredi", "mer", "miércoles", "mié", "बुधवार", "बुध"],
    &["thursday", "thu", "thur", "thurs", "donnerstag", "do", "jeudi", "jeu", "jueves", "jue", "गुरुवार", "गुरु"],
    &["friday", "fri", "freitag", "fr", "vendredi", "ven", "viernes", "vie", "शुक्रवार", "शुक्र"],
    &["saturday", "sat", "samstag", "sonnabend", "sa", "samedi", "sam", "sábado", "sáb", "शनिवार", "शनि"],
    &["sunday", "sun", "sonntag", "so", "dimanche", "dim", "domingo", "dom", "रविवार", "रवि"],
];

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

/// The day's part of a text, and the time of day before or behind it.
fn without_time(text: &str) -> (&str, Option<Time>) {
    let parts = text.char_indices().filter(|(_, letter)| matches!(letter, ' ' | ',' | 't')).map(|(at, _)| at);
    for at in parts.clone() {
        // The first from which on all is a time is its beginning.
        if let Some(time) = time_of_day(&text[at + 1..]) {
            let glued =
                text.as_bytes()[at] == b't' && !text[..at].ends_with(|end: char| end.is_ascii_digit());
            if !glued {
                return (&text[..at], Some(time));
            }
        }
    }
    for at in parts.rev() {
        if text.as_bytes()[at] != b't'
            && let Some(time) = time_of_day(&text[..at])
        {
            return (&text[at + 1..], Some(time));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        match DateText::parse(text) {
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
            "2026.03.01",
            "1 Mar 2026",
            "1. März 2026",
            "01-Mar-26",
            "2026-Mar-01",
            "March 1, 2026",
            "1st March 2026",
            "Mar. 1st, 2026",
            "1 de marzo de 2026",
            "1 मार्च 2026",
            "१ मार्च २०२६",
            "1 mars 2026",
            "Sunday, 1 March 2026",
            "So., 1. März 2026",
            "रविवार, 1 मार्च 2026",
            "Sun 01/03/2026",
        ] {
            assert_eq!(day(text), "2026-03-01", "{text}");
        }
        for text in [
            "2026-03-01T17:30",
            "2026-03-01 17:30:00",
            "1 Mar 2026, 5:30 PM",
            "1 Mar 2026 5:30 p.m.",
            "1 March 2026 at 5:30pm",
            "17:30, 1 March 2026",
            "5:30 PM on 1 March 2026",
            "1. März 2026 um 17.30 Uhr",
            "1 mars 2026 à 17h30",
            "1 मार्च 2026 को 5:30 pm बजे",
            "2026-03-01t17:30:00.000",
        ] {
            assert_eq!(day(text), "2026-03-01 17:30:00", "{text}");
        }
        assert_eq!(day("24 Dec 2026 5 pm"), "2026-12-24 17:00:00");
    }

    #[test]
    fn numbers_alone_are_for_the_column_to_decide() {
        let Some(DateText::Ordered {
            first: 3, second: 4, year: 2026, dotted: false, short_year: true, ..
        }) = DateText::parse("3/4/26")
        else {
            panic!()
        };
        assert!(matches!(
            DateText::parse("31.12.2026 17:00"),
            Some(DateText::Ordered { dotted: true, time: Some(_), .. })
        ));
    }

    #[test]
    fn a_zone_is_seen_in_each_of_its_forms() {
        for text in [
            "2026-03-01T17:30:00+05:30",
            "2026-03-01T17:30Z",
            "2026-03-01 17:30 -08",
            "2026-03-01T17:30:00+0530[Asia/Kolkata]",
            "1.3.2026 17:30 UTC",
            "1 Mar 2026, 5:30 PM IST",
            "Sun, 1 Mar 2026 17:30:00 +0530 (IST)",
            "Sun Mar 1 2026 17:30 GMT+5:30",
        ] {
            assert_eq!(DateText::parse(text), Some(DateText::Zoned), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for none in ["2026-02-30", "31 Feb 2026", "Monday, 1 March 2026", "Sat 03/04/2026"] {
            assert_eq!(DateText::parse(none), Some(DateText::NoSuchDay), "{none}");
        }
        for none in [
            "",
            "tomorrow",
            "Mar-24",
            "1/2",
            "1/2/3",
            "143",
            "17:30",
            "2026-03-01 25:00",
            "2026-03-01 24:00",
            "2026-03-01 17:60",
            "2026-03-01 17:00 PM",
            "1/2-2026",
            "12345/1/2026",
            "v1.2.3",
            "2026-12-24-08",
        ] {
            assert_eq!(DateText::parse(none), None, "{none}");
        }
    }
}
