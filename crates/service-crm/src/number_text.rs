//! A number as people and programs write it: `12,5`, `1,234.50`, `1.234,50`, `12,34,567`, `1'234.50`, `1 000`, `१२`, `−5`.

use serde::{Deserialize, Serialize};

use crate::typed::{is_invisible, is_mostly_digits, with_ascii_digits};

/// The sign before a number's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DecimalSign {
    Point,
    Comma,
}

/// Why a text is no number that can be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NumeralFault {
    /// Text that is no number.
    #[error("it is not a number (such as -12.5)")]
    NoNumber,
    /// Text that could be two: `1.234` (with decimals, or a thousand), `5%` (5, or 0.05), `(5)` and `5-` (5, or below zero).
    /// Each is written here so that it is read as itself.
    #[error("it could be {one} or {other}")]
    Doubtful {
        /// One of the two.
        one: String,
        /// The other.
        other: String,
    },
}

/// The one reader of a number that a person types: with a point before its decimals and no other mark, as a field takes
/// it, with its decimals as they were written.
///
/// # Errors
/// Where it is none, or could be two.
pub fn read_number(typed: &str) -> Result<String, NumeralFault> {
    let number = NumberText::parse(typed).ok_or(NumeralFault::NoNumber)?;
    let mut readings: Vec<String> = match number.says() {
        Says::Nothing => vec![DecimalSign::Point],
        Says::Sign(sign) => vec![sign],
        // The thousands first.
        Says::Unclear if number.body.contains(',') => vec![DecimalSign::Point, DecimalSign::Comma],
        Says::Unclear => vec![DecimalSign::Comma, DecimalSign::Point],
    }
    .into_iter()
    .filter_map(|sign| number.written(sign))
    .collect();
    if number.percent {
        readings = readings.iter().flat_map(|value| [value.clone(), hundredth(value)]).collect();
    }
    if matches!(number.minus, Minus::Behind | Minus::Brackets) {
        let positive = |value: &str| value.trim_start_matches('-').to_owned();
        readings = readings.iter().flat_map(|value| [value.clone(), positive(value)]).collect();
    }
    let mut readings = readings.into_iter();
    let one = readings.next().ok_or(NumeralFault::NoNumber)?;
    match readings.find(|other| *other != one) {
        None => Ok(one),
        Some(other) => Err(NumeralFault::Doubtful { one: unmistakable(one), other: unmistakable(other) }),
    }
}

/// `1.2340` for `1.234`, which would be asked about again.
fn unmistakable(value: String) -> String {
    let clear = NumberText::parse(&value).is_some_and(|number| number.says() != Says::Unclear);
    if clear { value } else { value + "0" }
}

/// A hundredth of a plain number: `12.5` as `0.125`.
fn hundredth(value: &str) -> String {
    let (minus, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole:0>3}");
    let (whole, hundredths) = all.split_at(all.len() - 2);
    let text = format!("{minus}{whole}.{hundredths}{decimals}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Where a number's minus stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Minus {
    None,
    Before,
    Behind,
    Brackets,
}

/// A text that has a number's form: digits, with points and commas of which one may be the decimal sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberText {
    minus: Minus,
    body: String,
    /// Whether it ends in a per cent sign.
    pub percent: bool,
}

/// A text's own word, by its form, about the decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// This sign.
    Sign(DecimalSign),
    /// `1.234`: it may be either.
    Unclear,
    /// There is neither a point nor a comma.
    Nothing,
}

/// Currencies that are written in letters.
const CURRENCIES: [&str; 14] =
    ["inr", "rs.", "rs", "eur", "usd", "gbp", "chf", "aed", "sar", "jpy", "cny", "sgd", "fr.", "kr"];

/// Where decimals would stand, there are none: `500/-`, `500.–`, `500,-`.
const NO_DECIMALS: [&str; 4] = ["/-", "/=", ".-", ",-"];

impl NumberText {
    /// A number's form, in digits of any script. Blanks and apostrophes between thousands, a currency and signs around it
    /// are understood; between other digits they are not, because `12 5` may be two numbers.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 100 || !is_mostly_digits(text, 4) {
            return None;
        }
        let text: String = with_ascii_digits(text)
            .chars()
            .filter(|letter| !is_invisible(*letter) && !is_currency(*letter))
            .map(as_ascii)
            .collect::<String>()
            .to_lowercase();
        let mut rest = text.trim();
        let mut minus = Minus::None;
        if let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            (minus, rest) = (Minus::Brackets, inside.trim());
        }
        rest = without_currency(rest);
        let percent = rest.ends_with('%');
        rest = rest.strip_suffix('%').unwrap_or(rest).trim();
        if let Some(whole) = NO_DECIMALS.iter().find_map(|end| rest.strip_suffix(end)) {
            rest = whole;
        }
        for (place, bare) in
            [(Minus::Before, rest.strip_prefix('-')), (Minus::Behind, rest.strip_suffix('-'))]
        {
            if let Some(bare) = bare {
                if minus != Minus::None {
                    return None;
                }
                (minus, rest) = (place, without_currency(bare.trim()));
            }
        }
        if minus == Minus::None {
            rest = rest.strip_prefix('+').unwrap_or(rest).trim_start();
        }
        let number = Self { minus, body: ungrouped(rest)?, percent };
        // `1,2,3` is a list.
        number.form().is_some().then_some(number)
    }

    /// The form's word about the decimal sign.
    pub fn says(&self) -> Says {
        self.form().unwrap_or(Says::Unclear)
    }

    /// None where no number is written so.
    fn form(&self) -> Option<Says> {
        let count = |sign| self.body.matches(sign).count();
        let (points, commas) = (count('.'), count(','));
        let sign = |decimal: DecimalSign| self.written(decimal).map(|_| Says::Sign(decimal));
        match (points, commas) {
            (0, 0) => Some(Says::Nothing),
            (0, 1) | (1, 0) => {
                let own = if points == 1 { DecimalSign::Point } else { DecimalSign::Comma };
                let (before, after) = self.body.split_once(['.', ',']).unwrap_or_default();
                let thousands =
                    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
                if thousands { Some(Says::Unclear) } else { sign(own) }
            }
            (0, _) => sign(DecimalSign::Point),
            (_, 0) => sign(DecimalSign::Comma),
            _ if self.body.rfind('.') > self.body.rfind(',') => sign(DecimalSign::Point),
            _ => sign(DecimalSign::Comma),
        }
    }

    /// The number as a field takes it, with its decimals as they were written: `1234.50`. None where with this sign
    /// it is no number.
    pub fn written(&self, decimal: DecimalSign) -> Option<String> {
        let (decimal, thousands) = match decimal {
            DecimalSign::Point => ('.', ','),
            DecimalSign::Comma => (',', '.'),
        };
        let (whole, decimals) = match self.body.split_once(decimal) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (self.body.as_str(), None),
        };
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let digits = joined(whole, thousands)?;
        if !decimals.is_none_or(plain) || !plain(&digits) {
            return None;
        }
        let whole = digits.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let decimals = decimals.filter(|decimals| !decimals.is_empty());
        let text = decimals.map_or_else(|| whole.to_owned(), |decimals| format!("{whole}.{decimals}"));
        let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        Some(if self.minus != Minus::None && !nothing { format!("-{text}") } else { text })
    }

    /// Whether zeros stand before it, as before a code and before no number.
    pub fn has_leading_zeros(&self) -> bool {
        self.body.len() > 1 && self.body.starts_with('0') && self.body.as_bytes()[1].is_ascii_digit()
    }
}

/// The digits of groups that are as people make them: three each, or, as in India, two before the last three.
fn joined(whole: &str, between: char) -> Option<String> {
    let groups: Vec<&str> = whole.split(between).collect();
    if let [first, middle @ .., last] = groups.as_slice() {
        let threes = (1..=3).contains(&first.len()) && middle.iter().all(|group| group.len() == 3);
        let twos = (1..=2).contains(&first.len()) && middle.iter().all(|group| group.len() == 2);
        if last.len() != 3 || !(threes || twos) {
            return None;
        }
    }
    Some(groups.concat())
}

/// The number without blanks or apostrophes between its thousands; none where something else stands in it.
fn ungrouped(text: &str) -> Option<String> {
    let whole = text.find(['.', ',']).unwrap_or(text.len());
    let (before, behind) = text.split_at(whole);
    let between = before.chars().find(|letter| matches!(letter, ' ' | '\''));
    let body = match between {
        Some(between) if behind.matches(['.', ',']).count() <= 1 => joined(before, between)? + behind,
        Some(_) => return None,
        None => text.to_owned(),
    };
    let fits = body.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    (fits && body.bytes().any(|byte| byte.is_ascii_digit())).then_some(body)
}

/// Other scripts' and typographers' signs.
fn as_ascii(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{ff0b}' => '+',
        '\u{66b}' | '\u{ff0c}' => ',',
        '\u{ff0e}' => '.',
        '\u{66a}' | '\u{ff05}' => '%',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        // Arabic's sign between thousands is nothing else.
        '\u{2019}' | '\u{66c}' => '\'',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}')
}

fn without_currency(text: &str) -> &str {
    let text = text.trim();
    let bare = CURRENCIES.iter().find_map(|name| text.strip_prefix(name).or_else(|| text.strip_suffix(name)));
    bare.map_or(text, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(text: &str, decimal: DecimalSign) -> Option<String> {
        NumberText::parse(text)?.written(decimal)
    }

    #[test]
    fn the_form_says_which_sign_is_the_decimal_one() {
        let says = |text| NumberText::parse(text).map(|number| number.says());
        for text in ["1,5", "1.234,50", "0,125", "1234,567", "-3,50 €", "1.234.567"] {
            assert_eq!(says(text), Some(Says::Sign(DecimalSign::Comma)), "{text}");
        }
        for text in ["1.5", "12,34,567.50", "1,234.5", "₹ 99.90", "1,234,567", "1234.567"] {
            assert_eq!(says(text), Some(Says::Sign(DecimalSign::Point)), "{text}");
        }
        assert_eq!((says("1.234"), says("1,234")), (Some(Says::Unclear), Some(Says::Unclear)));
        assert_eq!(says("-7"), Some(Says::Nothing));
    }

    #[test]
    fn a_number_is_written_with_a_point() {
        for (text, value) in [
            ("1.234,50", "1234.50"),
            ("-7", "-7"),
            ("7-", "-7"),
            ("(7)", "-7"),
            ("−7", "-7"),
            ("1 234\u{202F}567,5", "1234567.5"),
            ("1'234", "1234"),
            ("०१२,५", "12.5"),
            ("+3", "3"),
            ("25 %", "25"),
            ("Rs. 500", "500"),
            ("500 EUR", "500"),
            ("-0", "0"),
            ("7,", "7"),
        ] {
            assert_eq!(by(text, DecimalSign::Comma).as_deref(), Some(value), "{text}");
        }
        assert_eq!(by("12,34,567.50", DecimalSign::Point).as_deref(), Some("1234567.50"));
        assert!(NumberText::parse("25%").is_some_and(|number| number.percent));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for none in [
            "",
            "x",
            "1,2,3",
            "1..2",
            "1e5",
            "--1",
            "-",
            "1.2.3",
            "12:30",
            "5%%",
            "0x1",
            "1-2",
            "(-7)",
            "#7",
            "12 5",
            "1 2 3",
            "1'2.3",
            "1 234,567.8",
            "1,234 567",
            "½",
            "1/2",
            "12,345,67",
            "123,45,678",
            "5 m",
            "inf",
            "NaN",
            "٫",
            ".",
            ",",
            "+-5",
            "-5-",
        ] {
            assert_eq!(NumberText::parse(none), None, "{none}");
            assert_eq!(read_number(none), Err(NumeralFault::NoNumber), "{none}");
        }
        assert_eq!(read_number(&"9".repeat(400)), Err(NumeralFault::NoNumber));
    }

    #[test]
    fn a_typed_number_is_understood_where_it_can_be_one_only() {
        for (typed, sent) in [
            ("12,5", "12.5"),
            ("12.50", "12.50"),
            ("1,234.50", "1234.50"),
            ("1.234,50", "1234.50"),
            ("1'234.50", "1234.50"),
            ("1’234", "1234"),
            ("12,34,567.50", "1234567.50"),
            ("1,23,45,678", "12345678"),
            ("1 000", "1000"),
            ("1\u{a0}000,5", "1000.5"),
            ("1\u{202f}234\u{202f}567", "1234567"),
            ("1\u{2009}234.5", "1234.5"),
            ("१२", "12"),
            ("１２．５", "12.5"),
            ("\u{661}\u{662}\u{66b}\u{665}", "12.5"),
            ("\u{661}\u{66c}\u{662}\u{663}\u{664}", "1234"),
            ("\u{6f1}\u{6f2}", "12"),
            ("−5", "-5"),
            ("–5", "-5"),
            ("- 5", "-5"),
            ("＋5", "5"),
            ("\u{200e}12\u{feff}", "12"),
            ("₹ 1,23,456.00", "123456.00"),
            ("Rs. 500/-", "500"),
            ("CHF 500.–", "500"),
            ("500,- €", "500"),
            ("-₹5", "-5"),
            ("007", "7"),
            (".5", "0.5"),
            ("0,125", "0.125"),
            ("1234,567", "1234.567"),
            ("1.2340", "1.2340"),
            ("0 %", "0"),
            ("(0)", "0"),
        ] {
            assert_eq!(read_number(typed).as_deref(), Ok(sent), "{typed:?}");
            assert_eq!(read_number(sent).as_deref(), Ok(sent), "what is sent is read as itself");
        }
    }

    #[test]
    fn a_number_that_could_be_two_is_refused_with_both() {
        for (typed, one, other) in [
            ("1.234", "1234", "1.2340"),
            ("1,234", "1234", "1.2340"),
            ("-12.345", "-12345", "-12.3450"),
            ("5%", "5", "0.05"),
            ("12,5 %", "12.5", "0.125"),
            ("-250٪", "-250", "-2.5"),
            ("(5)", "-5", "5"),
            ("5-", "-5", "5"),
        ] {
            let fault = NumeralFault::Doubtful { one: one.into(), other: other.into() };
            assert_eq!(read_number(typed), Err(fault), "{typed}");
            for reading in [one, other] {
                assert_eq!(read_number(reading).as_deref(), Ok(reading), "each can be written");
            }
        }
    }
}
