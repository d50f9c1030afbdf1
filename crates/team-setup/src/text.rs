//! Texts that people are shown.

use std::collections::HashSet;
use std::hash::Hash;

use crate::fault::SetupFault;

/// Of a text that was refused, as much as helps to find it.
const SHOWN: usize = 60;

/// Whether a character is not seen, or makes others be seen elsewhere than they stand.
///
/// Unicode Technical Report 36, 2.5 and 2.6, for the bidi overrides. The joiners (U+200C, U+200D) are left: the
/// scripts of India need them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A text of the file as it can be shown, whatever it is.
pub(crate) fn shown(text: &str) -> String {
    let visible = |c| if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().take(SHOWN).map(visible).collect()
}

/// A name: one line that is what it looks like.
pub(crate) fn name(text: &str, most: usize, place: impl Fn() -> String) -> Result<(), SetupFault> {
    content(text, most, &place)?;
    if text != text.trim() {
        return Err(SetupFault::HiddenCharacters { place: place() });
    }
    Ok(())
}

/// A value of a list: one line. Blanks at its ends are the account's own.
pub(crate) fn content(text: &str, most: usize, place: impl Fn() -> String) -> Result<(), SetupFault> {
    if text.trim().is_empty() {
        return Err(SetupFault::Empty { place: place() });
    }
    lines(text, most, &place)?;
    if text.contains(['\n', '\t']) {
        return Err(SetupFault::HiddenCharacters { place: place() });
    }
    Ok(())
}

/// Text that may have several lines, and may be empty.
pub(crate) fn lines(text: &str, most: usize, place: impl Fn() -> String) -> Result<(), SetupFault> {
    if text.chars().count() > most {
        return Err(SetupFault::TooLong { place: place(), most });
    }
    if text.chars().any(|c| is_hidden(c) && c != '\n' && c != '\t') {
        return Err(SetupFault::HiddenCharacters { place: place() });
    }
    Ok(())
}

/// The first that was there before, by what tells them apart.
pub(crate) fn first_twice<'a, T, K: Hash + Eq>(all: &'a [T], key: impl Fn(&'a T) -> K) -> Option<&'a T> {
    let mut seen = HashSet::new();
    all.iter().find(|one| !seen.insert(key(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Result<(), SetupFault> {
        name(text, 10, || "here".into())
    }

    #[test]
    fn a_name_is_what_it_looks_like() {
        for fine in ["Status", "Größe", "स्थिति", "क्\u{200d}ष", "حالة", "🟢 Open"]
        {
            assert_eq!(named(fine), Ok(()), "{fine}");
        }
        for hidden in
            ["a\0", "a\u{7}b", "a\nb", "gpj\u{202e}.exe", "a\u{2066}b", "\u{feff}a", " a", "a\u{a0}"]
        {
            assert_eq!(
                named(hidden),
                Err(SetupFault::HiddenCharacters { place: "here".into() }),
                "{hidden:?}"
            );
        }
        assert_eq!(named(" \t"), Err(SetupFault::Empty { place: "here".into() }));
        assert_eq!(named("12345678901"), Err(SetupFault::TooLong { place: "here".into(), most: 10 }));
        assert_eq!(named("éééééééééé"), Ok(()), "characters, not bytes");
    }

    #[test]
    fn what_is_shown_of_a_hostile_text_is_short_and_harmless() {
        assert_eq!(shown("a\u{202e}b\nc"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(shown(&"x".repeat(1000)).len(), SHOWN);
    }
}
