//! Cells that hold nothing that can be seen.

/// Whether a cell of this text is as good as empty: white space of every kind, and letters that take no room.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| {
        letter.is_whitespace()
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
    })
}
