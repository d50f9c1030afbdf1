//! What people type and paste, without what nobody sees of it: digits are digits in any script, and characters without
//! a width are none.

/// The zero of each script's decimal digits (Unicode 15, general category Nd); the other nine follow it.
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
        c => digit(c).unwrap_or(c),
    });
    seen.collect::<String>().trim().to_owned()
}

/// Characters that come along from web pages, mails and spreadsheets and have no width: zero-width spaces and joiners,
/// marks of the direction of writing, byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

fn digit(c: char) -> Option<char> {
    let of = |zero: &u32| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10);
    char::from_digit(ZEROS.iter().find_map(of)?, 10)
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
    }
}
