//! The sign that separates the columns.

use csv::{ByteRecord, ReaderBuilder};

/// In a text of one column nothing is cut; this sign stands in no text that a person wrote.
pub(super) const NONE: u8 = 0x1F;

/// In the order in which they are taken where nothing else decides.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records that are looked at.
const RECORDS: usize = 10;

/// The sign that `sep=;` in the first line tells, and how many bytes that line has with its end.
pub(super) fn told(text: &[u8]) -> (Option<u8>, usize) {
    let line_end = text.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(text.len());
    let line = text[..line_end].trim_ascii_end();
    let bare = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let tab = text[..line_end].eq_ignore_ascii_case(b"sep=\t");
    let separator = match bare {
        _ if tab => b'\t',
        [head @ .., separator]
            if head.eq_ignore_ascii_case(b"sep=") && separator.is_ascii() && *separator != b'"' =>
        {
            *separator
        }
        _ => return (None, 0),
    };
    let after = if text[line_end..].starts_with(b"\r\n") { 2 } else { usize::from(line_end < text.len()) };
    (Some(separator), line_end + after)
}

/// How well a separator makes columns of the first records; more is better, in this order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    known_names: usize,
    as_wide_as_the_first: usize,
    columns: usize,
}

/// The separator of a text, if it has one: with it the most cells of a row are names that the caller knows, then the
/// most rows are as wide as the first, then there are the most columns.
pub(super) fn find(text: &[u8], known_name: Option<&dyn Fn(&str) -> bool>) -> Option<u8> {
    let alone = fit(text, None, known_name);
    let mut best: Option<(Fit, u8)> = None;
    for separator in CANDIDATES {
        let Some(fit) = fit(text, Some(separator), known_name) else { continue };
        if best.as_ref().is_none_or(|(before, _)| fit > *before) {
            best = Some((fit, separator));
        }
    }
    let (fit, separator) = best?;
    // A name that is known only as long as nothing is cut is one name.
    if alone.is_some_and(|alone| alone.known_names > fit.known_names) { None } else { Some(separator) }
}

fn fit(text: &[u8], separator: Option<u8>, known_name: Option<&dyn Fn(&str) -> bool>) -> Option<Fit> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator.unwrap_or(NONE))
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let mut record = ByteRecord::new();
    let (mut widths, mut known_names, mut decimal, mut cut) = (Vec::new(), 0, 0, 0);
    while widths.len() < RECORDS && reader.read_byte_record(&mut record).ok()? {
        let names = record.iter().filter(|cell| {
            let text = std::str::from_utf8(cell).unwrap_or_default();
            known_name.is_some_and(|known| known(text))
        });
        known_names = known_names.max(names.count());
        widths.push(record.len());
        cut += record.len() - 1;
        decimal += decimal_commas(&record);
    }
    if separator.is_some() {
        // Text may hold a comma here and there; a separator stands in at least every second row.
        let cuts = widths.iter().filter(|width| **width > 1).count();
        if cuts * 2 < widths.len() || cut == 0 {
            return None;
        }
        // A comma inside of numbers only decides nothing, where another sign may.
        let elsewhere = CANDIDATES[1..].iter().any(|other| first_lines(text).contains(other));
        if separator == Some(b',') && decimal == cut && elsewhere {
            return None;
        }
    }
    let first = widths.first().copied().unwrap_or_default();
    Some(Fit {
        known_names,
        as_wide_as_the_first: widths.iter().filter(|width| **width == first).count(),
        columns: first,
    })
}

/// Cuts with a digit before, and one or two behind.
fn decimal_commas(record: &ByteRecord) -> usize {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let pairs = record.iter().zip(record.iter().skip(1));
    pairs
        .filter(|(before, after)| {
            let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
            digit(before.last()) && (1..=2).contains(&digits)
        })
        .count()
}

fn first_lines(text: &[u8]) -> &[u8] {
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    &text[..ends.take(RECORDS).last().unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<char> {
        let known = |name: &str| ["Ticket", "Status", "Due"].contains(&name.trim());
        find(text.as_bytes(), Some(&known)).map(char::from)
    }

    #[test]
    fn the_names_that_are_known_decide_first() {
        assert_eq!(found("Ticket;Status\n1,5;a,b,c\n2,5;a,b,c\n"), Some(';'));
        assert_eq!(found("Report, March, 2026\nTicket|Status\n1|a\n"), Some('|'));
        assert_eq!(found("Ticket\tStatus\n143\ta,b;c\n"), Some('\t'));
    }

    #[test]
    fn without_names_the_rows_of_equal_width_decide() {
        assert_eq!(found("143,On Hold\n144,Open\n"), Some(','));
        assert_eq!(found("143;1,50\n144;2,50\n"), Some(';'));
        assert_eq!(found("143;a\n144;b;c\n145;d\n"), Some(';'));
        assert_eq!(found("143|a, b\n144|c\n"), Some('|'));
    }

    #[test]
    fn a_list_of_numbers_has_no_separator() {
        assert_eq!(found("Ticket\n143\n144\n"), None);
        assert_eq!(found("Ticket\n143\n144, 145\n146\n"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn a_first_line_may_tell_it() {
        assert_eq!(told(b"sep=;\r\nTicket"), (Some(b';'), 7));
        assert_eq!(told(b"SEP=|\nTicket"), (Some(b'|'), 6));
        assert_eq!(told(b"sep=\t\rTicket"), (Some(b'\t'), 6));
        assert_eq!(told(b"\"sep=,\"\nTicket"), (Some(b','), 8));
        for none in ["sep=", "sep=;;", "separator=;", "Ticket;Status", ""] {
            assert_eq!(told(none.as_bytes()), (None, 0), "{none}");
        }
    }
}
