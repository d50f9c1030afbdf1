//! How a sheet shows a number or a date, where its format is simple.

use jiff::civil::{DateTime, Time};

/// Whether a number format shows hundredths.
pub fn is_percent(format: &str) -> bool {
    tokens(format).iter().any(|token| matches!(token, Token::Sign('%')))
}

/// A number in full, by its 15 digits that count, with a point and without an exponent: `0.3`, `143`.
pub fn plain_number(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return "0".to_owned();
    }
    let exact = format!("{:.14e}", number.abs());
    let (mantissa, exponent) = exact.split_once('e').unwrap_or((&exact, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let sign = if number < 0.0 { "-" } else { "" };
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let length = i32::try_from(digits.len()).unwrap_or(15);
    if exponent < 0 {
        format!("{sign}0.{}{digits}", zeros(-exponent - 1))
    } else if length <= exponent + 1 {
        format!("{sign}{digits}{}", zeros(exponent + 1 - length))
    } else {
        let (whole, rest) = digits.split_at(usize::try_from(exponent + 1).unwrap_or(1));
        format!("{sign}{whole}.{rest}")
    }
}

/// A number in a format of zeros (`00000`, `0.00`, `0%`, with quoted text around); in any other, in full.
pub(crate) fn number(number: f64, format: &str) -> String {
    zeros(number, format).unwrap_or_else(|| plain_number(number))
}

fn zeros(number: f64, format: &str) -> Option<String> {
    let tokens = tokens(format);
    let (mut before, mut after, mut whole, mut decimals) = (String::new(), String::new(), 0, None);
    let mut hundredths = false;
    for token in &tokens {
        match token {
            Token::Text(text) if whole == 0 => before.push_str(text),
            Token::Text(text) => after.push_str(text),
            Token::Sign('0') if !after.is_empty() => return None,
            Token::Sign('0') => match &mut decimals {
                Some(count) => *count += 1,
                None => whole += 1,
            },
            Token::Sign('.') if whole > 0 && decimals.is_none() && after.is_empty() => decimals = Some(0),
            Token::Sign('%') if whole > 0 => {
                hundredths = true;
                after.push('%');
            }
            _ => return None,
        }
    }
    if whole == 0 || !number.is_finite() || number.abs() >= 1e15 {
        return None;
    }
    let decimals = decimals.unwrap_or(0);
    let value = if hundredths { number * 100.0 } else { number };
    // By the digits that count, so that 1.005 is rounded as the sheet rounds it.
    let value: f64 = plain_number(value.abs()).parse().ok()?;
    let text = format!("{value:.decimals$}");
    let width = whole + if decimals > 0 { decimals + 1 } else { 0 };
    let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if number < 0.0 && !nothing { "-" } else { "" };
    Some(format!("{sign}{before}{text:0>width$}{after}"))
}

/// A moment in its format.
pub(crate) fn moment(moment: DateTime, format: &str) -> String {
    let tokens = tokens(format);
    if tokens.iter().any(|token| matches!(token, Token::Run('y' | 'd' | 'm' | 'h' | 's', _))) {
        return dated(moment, &tokens);
    }
    match moment.time() == Time::midnight() {
        true => moment.date().to_string(),
        false => format!("{} {}", moment.date(), clock(moment.time())),
    }
}

/// A time of day in its format.
pub(crate) fn time_of_day(time: Time, format: &str) -> String {
    let tokens = tokens(format);
    // A day that is none has no date to show.
    if tokens.iter().any(|token| matches!(token, Token::Run('h' | 's', _)))
        && !tokens.iter().any(|token| matches!(token, Token::Run('y' | 'd', _)))
    {
        return dated(DateTime::from_parts(jiff::civil::date(1900, 1, 1), time), &tokens);
    }
    clock(time)
}

/// `09:15`, and seconds where there are any.
fn clock(time: Time) -> String {
    match time.second() {
        0 => format!("{:02}:{:02}", time.hour(), time.minute()),
        second => format!("{:02}:{:02}:{second:02}", time.hour(), time.minute()),
    }
}

/// A span of time in its format, or as hours and minutes.
pub(crate) fn duration(seconds: i64, format: &str) -> String {
    let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.unsigned_abs());
    let format = format.to_ascii_lowercase();
    if format.starts_with("[s") {
        return format!("{sign}{seconds}");
    }
    if format.starts_with("[m") {
        let minutes = seconds / 60;
        return if format.contains('s') {
            format!("{sign}{minutes:02}:{:02}", seconds % 60)
        } else {
            format!("{sign}{minutes}")
        };
    }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let with_seconds = if format.is_empty() { !seconds.is_multiple_of(60) } else { format.contains('s') };
    let hours = if format.starts_with("[hh") { format!("{hours:02}") } else { hours.to_string() };
    match with_seconds {
        true => format!("{sign}{hours}:{minutes:02}:{:02}", seconds % 60),
        false => format!("{sign}{hours}:{minutes:02}"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn dated(moment: DateTime, tokens: &[Token]) -> String {
    let half_days = tokens.iter().any(|token| matches!(token, Token::HalfDay));
    let number = |value: i8, width: usize| format!("{value:0width$}", width = width.min(2));
    let name = |names: &[&'static str], at: i8, width: usize| {
        let name = usize::try_from(at - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
        if width == 3 { name.get(..3).unwrap_or(name).to_owned() } else { name.to_owned() }
    };
    let mut text = String::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(literal) => text.push_str(literal),
            Token::Sign(sign) => text.push(*sign),
            Token::HalfDay => text.push_str(if moment.hour() < 12 { "AM" } else { "PM" }),
            Token::Run('y', width) if *width < 3 => text.push_str(&format!("{:02}", moment.year() % 100)),
            Token::Run('y', _) => text.push_str(&format!("{:04}", moment.year())),
            Token::Run('m', width) if is_minute(tokens, at) => {
                text.push_str(&number(moment.minute(), *width))
            }
            Token::Run('m', width @ 1..3) => text.push_str(&number(moment.month(), *width)),
            Token::Run('m', 5) => {
                text.push_str(name(&MONTHS, moment.month(), 5).get(..1).unwrap_or_default())
            }
            Token::Run('m', width) => text.push_str(&name(&MONTHS, moment.month(), *width)),
            Token::Run('d', width @ 1..3) => text.push_str(&number(moment.day(), *width)),
            Token::Run('d', width) => {
                text.push_str(&name(&DAYS, moment.weekday().to_monday_one_offset(), *width));
            }
            Token::Run('h', width) if half_days => {
                text.push_str(&number((moment.hour() + 11) % 12 + 1, *width));
            }
            Token::Run('h', width) => text.push_str(&number(moment.hour(), *width)),
            Token::Run(_, width) => text.push_str(&number(moment.second(), *width)),
        }
    }
    text
}

/// `m` is a minute right after hours or right before seconds.
fn is_minute(tokens: &[Token], at: usize) -> bool {
    let run = |token: &Token| match token {
        Token::Run(letter, _) => Some(*letter),
        _ => None,
    };
    tokens[..at].iter().rev().find_map(run) == Some('h')
        || tokens.iter().skip(at + 1).find_map(run) == Some('s')
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    /// Quoted, escaped, or a currency's sign.
    Text(String),
    /// A letter of a date or time, and how often it stands there.
    Run(char, usize),
    /// `AM/PM`.
    HalfDay,
    /// Anything else.
    Sign(char),
}

/// The first section of a format, which is the one for numbers above zero and for dates.
fn tokens(format: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let text = |tokens: &mut Vec<Token>, more: &str| match tokens.last_mut() {
        Some(Token::Text(before)) => before.push_str(more),
        _ => tokens.push(Token::Text(more.to_owned())),
    };
    let mut rest = format;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        match letter {
            ';' => break,
            '"' => {
                let (inside, after) = rest.split_once('"').unwrap_or((rest, ""));
                text(&mut tokens, inside);
                rest = after;
            }
            '\\' | '_' | '*' => {
                let next = rest.chars().next();
                rest = &rest[next.map_or(0, char::len_utf8)..];
                if let ('\\', Some(next)) = (letter, next) {
                    text(&mut tokens, next.encode_utf8(&mut [0; 4]));
                }
            }
            '[' => {
                let (inside, after) = rest.split_once(']').unwrap_or((rest, ""));
                // `[$₹-4009]` is a sign and a place; a colour or a condition shows nothing.
                if let Some(sign) = inside.strip_prefix('$') {
                    let sign = sign.split('-').next().unwrap_or_default();
                    if !sign.is_empty() {
                        text(&mut tokens, sign);
                    }
                }
                rest = after;
            }
            'a' | 'A' if starts_with(rest, "m/pm") || starts_with(rest, "/p") => {
                rest = &rest[if starts_with(rest, "m/pm") { 4 } else { 2 }..];
                tokens.push(Token::HalfDay);
            }
            _ => {
                let small = letter.to_ascii_lowercase();
                match tokens.last_mut() {
                    Some(Token::Run(before, count)) if *before == small => *count += 1,
                    _ if matches!(small, 'y' | 'm' | 'd' | 'h' | 's') => tokens.push(Token::Run(small, 1)),
                    _ => tokens.push(Token::Sign(letter)),
                }
            }
        }
    }
    tokens
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_number_has_fifteen_digits_and_no_exponent() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (99.9_f64.next_up(), "99.9"),
            (143.0, "143"),
            (-5.0, "-5"),
            (1_234_567.5, "1234567.5"),
            (1e21, "1000000000000000000000"),
            (1.5e-7, "0.00000015"),
            (-0.0, "0"),
            (999_999_999_999_999.0, "999999999999999"),
        ] {
            assert_eq!(plain_number(value), text);
        }
    }

    #[test]
    fn formats_of_zeros_are_shown_and_others_give_the_number() {
        for (value, format, text) in [
            (143.0, "00000", "00143"),
            (143.0, "\"#\"0", "#143"),
            (-7.0, "000", "-007"),
            (99.9, "0.00", "99.90"),
            (0.25, "0%", "25%"),
            (0.125, "0.0%", "12.5%"),
            (1234.5, "#,##0.00", "1234.5"),
            (148.0, "0.00E+00", "148"),
            (148.0, "General", "148"),
            (148.0, "", "148"),
        ] {
            assert_eq!(number(value, format), text, "{format}");
        }
    }

    #[test]
    fn dates_and_times_are_shown_by_their_format() {
        let at = date(2026, 3, 1).at(17, 5, 9, 0);
        for (format, text) in [
            ("dd/mm/yyyy", "01/03/2026"),
            ("d. mmmm yyyy", "1. March 2026"),
            ("mmm-yy", "Mar-26"),
            ("yyyy-mm-dd hh:mm:ss", "2026-03-01 17:05:09"),
            ("[$-407]dddd, d/m/yy", "Sunday, 1/3/26"),
            ("h:mm AM/PM", "5:05 PM"),
            ("mm:ss", "05:09"),
            ("General", "2026-03-01 17:05:09"),
        ] {
            assert_eq!(moment(at, format), text, "{format}");
        }
        assert_eq!(time_of_day(at.time(), "hh:mm"), "17:05");
        assert_eq!(time_of_day(at.time(), "dd/mm/yyyy"), "17:05:09");
        for (format, text) in [
            ("[h]:mm", "26:30"),
            ("[hh]:mm:ss", "26:30:00"),
            ("[m]", "1590"),
            ("", "26:30"),
            ("[s]", "95400"),
        ] {
            assert_eq!(duration(95_400, format), text, "{format}");
        }
    }

    #[test]
    fn only_hundredths_are_per_cent() {
        assert!(is_percent("0.00%") && is_percent("#,##0 %"));
        assert!(!is_percent("0\"%\"") && !is_percent("0\\%") && !is_percent(""));
    }
}
