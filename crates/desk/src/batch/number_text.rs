//! A number that is written as a text.

use super::digits::{is_invisible, with_ascii_digits};

/// Which sign stands before a number's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DecimalSign {
    Point,
    Comma,
}

/// A text that has a number's form: digits, with points and commas whose meaning the column decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberText {
    negative: bool,
    body: String,
    /// Whether it ends in a per cent sign.
    pub(super) percent: bool,
}

/// What a text's own form says of the decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Sign(DecimalSign),
    /// `1.234`: it may be either.
    Unclear,
    /// There is neither a point nor a comma.
    Nothing,
}

/// Currencies that are written in letters.
const CURRENCIES: [&str; 12] =
    ["INR", "RS.", "RS", "EUR", "USD", "GBP", "CHF", "AED", "SAR", "JPY", "CNY", "SGD"];

/// Reads a number's form. White space, a currency around it and apostrophes between thousands are off.
pub(super) fn parse(text: &str) -> Option<NumberText> {
    if text.len() > 60 || !super::digits::is_mostly_digits(text, 4) {
        return None;
    }
    let mut bare: String = with_ascii_digits(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !is_invisible(*letter) && !is_currency(*letter))
        .map(|letter| if matches!(letter, '\u{2212}' | '\u{2013}') { '-' } else { letter })
        .filter(|letter| !matches!(letter, '\'' | '\u{2019}'))
        .collect();
    let mut negative = false;
    if let Some(inside) = bare.strip_prefix('(').and_then(|bare| bare.strip_suffix(')')) {
        (negative, bare) = (true, inside.to_owned());
    }
    bare = without_currency(&bare).to_owned();
    let percent = bare.ends_with('%');
    let mut rest = bare.trim_end_matches('%');
    if let Some(positive) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
        if negative {
            return None;
        }
        (negative, rest) = (true, without_currency(positive));
    }
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let fits = rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        && digits > 0
        && bare.len() - bare.trim_end_matches('%').len() <= 1;
    let number = NumberText { negative, body: rest.to_owned(), percent };
    // `1,2,3` is a list.
    (fits && number.says().is_some()).then_some(number)
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}')
}

fn without_currency(text: &str) -> &str {
    for name in CURRENCIES {
        let (head, tail) = (text.get(..name.len()), text.get(text.len().wrapping_sub(name.len())..));
        if head.is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return &text[name.len()..];
        }
        if tail.is_some_and(|tail| tail.eq_ignore_ascii_case(name)) {
            return &text[..text.len() - name.len()];
        }
    }
    text
}

impl NumberText {
    /// What its form says; none where no number is written so.
    pub(super) fn says(&self) -> Option<Says> {
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
    pub(super) fn written(&self, decimal: DecimalSign) -> Option<String> {
        let (decimal, thousands) = match decimal {
            DecimalSign::Point => ('.', ','),
            DecimalSign::Comma => (',', '.'),
        };
        let (whole, decimals) = match self.body.split_once(decimal) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (self.body.as_str(), None),
        };
        let groups: Vec<&str> = whole.split(thousands).collect();
        let last = groups.len() - 1;
        let grouped = groups.iter().enumerate().all(|(at, group)| match at {
            _ if last == 0 => true,
            0 => (1..=3).contains(&group.len()),
            // India's groups have two digits before the last three.
            at if at < last => (2..=3).contains(&group.len()),
            _ => group.len() == 3,
        });
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !grouped || !decimals.is_none_or(plain) || !groups.iter().all(|group| plain(group)) {
            return None;
        }
        let digits = groups.concat();
        let whole = digits.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let decimals = decimals.filter(|decimals| !decimals.is_empty());
        let text = decimals.map_or_else(|| whole.to_owned(), |decimals| format!("{whole}.{decimals}"));
        let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        Some(if self.negative && !nothing { format!("-{text}") } else { text })
    }

    /// Whether zeros stand before it, as before a code and before no number.
    pub(super) fn has_leading_zeros(&self) -> bool {
        self.body.len() > 1 && self.body.starts_with('0') && self.body.as_bytes()[1].is_ascii_digit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(text: &str, decimal: DecimalSign) -> Option<String> {
        parse(text)?.written(decimal)
    }

    #[test]
    fn the_form_says_which_sign_is_the_decimal_one() {
        let says = |text| parse(text).and_then(|number| number.says());
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
        assert!(parse("25%").unwrap().percent);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for none in
            ["", "x", "1,2,3", "1..2", "1e5", "--1", "-", "1.2.3", "12:30", "5%%", "0x1", "1-2", "(-7)", "#7"]
        {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
