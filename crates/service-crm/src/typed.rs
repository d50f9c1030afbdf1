//! Text that people type and paste, without what nobody sees of it: digits are digits in any script, and characters without
//! a width are none.

/// The zero of each script's decimal digits (Unicode 15, general category Nd), ascending; the other nine follow it.
const ZEROS: [u32; 65] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
    0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0,
    0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec,
    0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// A text as it is read: digits as 0 to 9, every blank as a space, nothing invisible, no blanks around it.
pub(crate) fn plain(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(|c| match c {
        '\u{ff03}' => '#',
        '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => digit(c).map_or(c, ascii),
    });
    seen.collect::<String>().trim().to_owned()
}

/// Characters that come along from web pages, mails and spreadsheets and have no width: zero-width spaces and joiners,
/// marks of the direction of writing, byte order marks.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe0f}' | '\u{feff}'
    )
}

/// A digit's value, in whatever script: `3`, `३`, `３`.
pub fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let at = ZEROS.partition_point(|zero| *zero <= u32::from(c)).checked_sub(1)?;
    u8::try_from(u32::from(c) - ZEROS[at]).ok().filter(|value| *value < 10)
}

fn ascii(value: u8) -> char {
    char::from(b'0' + value)
}

/// The text with the digits of every script as `0` to `9`.
pub fn with_ascii_digits(text: &str) -> String {
    text.chars().map(|c| digit(c).map_or(c, ascii)).collect()
}

/// Whether a text has digits and not more letters than these: most cells of a table have, and need no second look.
pub(crate) fn is_mostly_digits(text: &str, most_letters: usize) -> bool {
    let (mut digits, mut letters) = (false, 0);
    for c in text.chars() {
        if digit(c).is_some() {
            digits = true;
        } else if c.is_alphabetic() {
            letters += 1;
            if letters > most_letters {
                return false;
            }
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_read_and_what_nobody_sees_is_not() {
        for typed in
            ["१४३", "１４３", "١٤٣", "۱۴۳", "143", "\u{feff}1\u{200b}4\u{2060}3\u{200e}", "\u{a0}143\u{202f}"]
        {
            assert_eq!(plain(typed), "143", "{typed:?}");
        }
        assert_eq!(plain("²③"), "²③", "a power and a bullet are no digits");
        assert_eq!(plain(" a\u{3000}b "), "a b");
        assert_eq!(with_ascii_digits("१५१ ३４ ٠٩ ৭ 12x"), "151 34 09 7 12x");
        for none in ['a', '²', '½', 'Ⅷ', '一', '\u{970}', '\u{FF1A}'] {
            assert_eq!(digit(none), None, "{none}");
        }
        assert!(ZEROS.is_sorted());
    }
}
