//! A text field's value.

/// The text without white space around it, with one kind of line end, and without the mark that our own tables put
/// before what a spreadsheet would take for a formula.
pub(super) fn clean(text: &str) -> String {
    let text =
        text.trim_matches(|letter: char| letter.is_whitespace() || service_crm::typed::is_invisible(letter));
    let text = match text.strip_prefix('\'') {
        Some(guarded) if guarded.starts_with(['=', '+', '-', '@']) => guarded,
        _ => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn white_space_around_goes_and_inside_stays() {
        assert_eq!(clean("\u{A0} a  b\r\nc\rd\u{200B} "), "a  b\nc\nd");
        assert_eq!(clean("'=1+1"), "=1+1");
        assert_eq!(clean("'twas"), "'twas");
        assert_eq!(clean("''=1"), "''=1");
    }
}
