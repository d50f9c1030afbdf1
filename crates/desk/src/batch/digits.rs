//! Decimal digits of every script, and letters that take no room.

/// A digit's value, in whatever script: `3`, `३`, `３`.
pub(super) fn digit(letter: char) -> Option<u8> {
    if letter.is_ascii() {
        return letter.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    // Each script's ten digits follow each other from its zero on.
    let zero = ZEROS.iter().rev().find(|zero| **zero <= letter)?;
    u8::try_from(u32::from(letter) - u32::from(*zero)).ok().filter(|value| *value < 10)
}

/// The text with the digits of every script as `0` to `9`.
pub(super) fn with_ascii_digits(text: &str) -> String {
    text.chars().map(|letter| digit(letter).map_or(letter, |value| char::from(b'0' + value))).collect()
}

/// Whether a text has digits and not more letters than these: most cells have, and need no second look.
pub(super) fn is_mostly_digits(text: &str, most_letters: usize) -> bool {
    let (mut digits, mut letters) = (false, 0);
    for letter in text.chars() {
        if digit(letter).is_some() {
            digits = true;
        } else if letter.is_alphabetic() {
            letters += 1;
            if letters > most_letters {
                return false;
            }
        }
    }
    digits
}

/// Letters that take no room: they come along from web pages and mail.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' | '\u{00AD}')
}

/// The zeros of the scripts in use (Unicode 16, general category Nd), ascending.
const ZEROS: [char; 38] = [
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{FF10}',
    '\u{104A0}',
    '\u{1FBF0}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_count() {
        assert_eq!(with_ascii_digits("१५१ ３４ ٠٩ ৭ 12x"), "151 34 09 7 12x");
        for none in ['a', '²', '½', 'Ⅷ', '一', '\u{970}', '\u{FF1A}'] {
            assert_eq!(digit(none), None, "{none}");
        }
        assert!(ZEROS.is_sorted());
    }
}
