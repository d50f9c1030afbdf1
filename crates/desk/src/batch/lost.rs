//! Digits and letters that a spreadsheet, or the program before it, has lost.

/// Whether a text shows that letters were lost: U+FFFD, or question marks inside of words or in their place, where
/// others around have letters outside ASCII.
pub(super) fn letters(text: &str, others_have_them: bool) -> bool {
    if text.contains('\u{FFFD}') {
        return true;
    }
    if !others_have_them || !text.contains('?') || text.contains("://") || !text.is_ascii() {
        return false;
    }
    let bytes = text.as_bytes();
    let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    bytes.iter().enumerate().any(|(at, byte)| {
        let inside = letter(at.checked_sub(1)) && letter(Some(at + 1));
        // Two and more where a word begins: "What??" has its word before.
        let begins = at == 0 || bytes[at - 1].is_ascii_whitespace();
        *byte == b'?' && (inside || (begins && bytes.get(at + 1) == Some(&b'?')))
    })
}

/// Whether a text is a number that a spreadsheet has shortened: `1.23E+15`.
pub(super) fn digits(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let Some(exponent) = exponent.strip_prefix('+') else { return false };
    let number = |text: &str, more: &[u8]| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || more.contains(&byte))
    };
    number(mantissa.trim_start_matches('-'), b".,") && number(exponent, b"") && exponent.len() <= 3
}

/// Whether a text is what a spreadsheet makes of a code such as `3-24` or `MAR24`: `Mar-24`, `24-Mar`.
pub(super) fn code_as_date(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Some((first, second)) = text.trim().split_once('-') else { return false };
    let number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (MONTHS.contains(&first) && number(second)) || (number(first) && MONTHS.contains(&second))
}

/// Whether a format is one that a spreadsheet gives by itself to what looks like a date: `mmm-yy`, `d-mmm`.
pub(super) fn made_a_date(format: &str) -> bool {
    matches!(format.to_ascii_lowercase().replace('\\', "").as_str(), "mmm-yy" | "d-mmm" | "dd-mmm" | "d. mmm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_in_the_place_of_letters_are_seen_among_others_that_have_them() {
        for lost in ["M?ller", "????? ??? ????", "Z?rich, 2 days", "a \u{FFFD}"] {
            assert!(letters(lost, true), "{lost}");
        }
        for kept in ["What?", "What??", "Sure? Yes.", "https://x.example/?a=b?c", "1 ? 2", "Müller?x", ""] {
            assert!(!letters(kept, true), "{kept}");
        }
        assert!(!letters("M?ller", false));
    }

    #[test]
    fn numbers_cut_short_and_codes_made_dates_are_seen() {
        assert!(digits("1.23E+15") && digits("1,23E+15") && digits("-9E+20"));
        assert!(!digits("1.5") && !digits("E+5") && !digits("1E5") && !digits("TEE+"));
        assert!(code_as_date("Mar-24") && code_as_date("24-Mar"));
        assert!(!code_as_date("Mar-2024") && !code_as_date("24-03") && !code_as_date("Marble-24"));
    }
}
