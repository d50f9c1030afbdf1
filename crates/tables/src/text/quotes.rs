//! Where a record's quotes end. The csv crate takes a quote that is never closed for one long cell, without a word.

/// How the last quoted cell of a record ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Closed,
    /// The text ends in it.
    Open,
    /// A cell of several lines ends in the middle of another: what closed it was that one's opening quote.
    ClosedInAnother,
}

/// Goes through a record's bytes as the csv crate does.
pub(super) fn end(record: &[u8], separator: u8) -> End {
    #[derive(PartialEq)]
    enum At {
        Start,
        Bare,
        Quoted,
        QuoteInQuoted,
    }
    let (mut at, mut lines) = (At::Start, 0);
    for byte in record {
        at = match (at, *byte) {
            (At::Start, b'"') => {
                lines = 0;
                At::Quoted
            }
            (At::Quoted, b'"') => At::QuoteInQuoted,
            (At::Quoted, byte) => {
                lines += usize::from(byte == b'\n' || byte == b'\r');
                At::Quoted
            }
            (At::QuoteInQuoted, b'"') => At::Quoted,
            (_, byte) if byte == separator => At::Start,
            (_, b'\n' | b'\r') => At::Start,
            (At::QuoteInQuoted, byte) if lines > 0 && !byte.is_ascii_whitespace() => {
                return End::ClosedInAnother;
            }
            (At::QuoteInQuoted, byte) if byte.is_ascii_whitespace() => At::Bare,
            _ => At::Bare,
        };
    }
    if at == At::Quoted { End::Open } else { End::Closed }
}

/// How many empty lines there are from here on, and where the first line begins that is not. They are rows of a
/// spreadsheet, and the csv crate passes over them.
pub(super) fn empty_lines(text: &[u8], start: usize) -> (u32, usize) {
    let mut at = start;
    // The second half of the line end before.
    if at > 0 && text[at - 1] == b'\r' && text.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match (text.get(at), text.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return (lines, at),
        }
        lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_is_never_closed_is_seen() {
        let ends = |record: &str| end(record.as_bytes(), b',');
        for closed in [
            "143,\"a, \"\"b\"\"\"\r\n",
            "143,\"he said 12\" is enough",
            "143,5\" pipe",
            "143,\"two\nlines\",x",
            "143,\"\"",
            "143,\"two\nlines\" ,x",
        ] {
            assert_eq!(ends(closed), End::Closed, "{closed}");
        }
        assert_eq!(ends("143,\"never\n144,x\n"), End::Open);
        assert_eq!(ends("143,\"never\n144,\"x\"\n"), End::ClosedInAnother);
        assert_eq!(ends("143,\"\"\""), End::Open);
    }

    #[test]
    fn empty_lines_are_counted_whatever_ends_them() {
        assert_eq!(empty_lines(b"a\r\n\r\nb", 1), (2, 5));
        assert_eq!(empty_lines(b"a\r\n\r\nb", 2), (1, 5));
        assert_eq!(empty_lines(b"a\n\n\nb", 2), (2, 4));
        assert_eq!(empty_lines(b"a\r\rb", 2), (1, 3));
        assert_eq!(empty_lines(b"", 0), (0, 0));
    }
}
