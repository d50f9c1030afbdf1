//! The ticket that files' names or a copied text name beside other things.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::ticket_number::{TicketNumber, Word, is_marked, words};
use crate::typed::plain;

/// Fewer digits at the beginning of a file's name count files and pages, and name no ticket.
const FEWEST_DIGITS: usize = 3;

/// A ticket that a text names, and how surely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NamedTicket {
    /// The ticket's number.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub number: TicketNumber,
    /// Whether the text itself calls it a ticket's: `#143 invoice.pdf`, a ticket's address. A bare number at the beginning
    /// may be anything.
    pub said: bool,
}

impl NamedTicket {
    /// The one ticket that files' names name; none where they name several. Those that say it count before bare numbers.
    pub fn of_files<'n>(names: impl IntoIterator<Item = &'n str>) -> Option<Self> {
        let named: Vec<Self> = names.into_iter().filter_map(of_file).collect();
        let one = |said: bool| {
            let numbers: BTreeSet<_> =
                named.iter().filter(|one| one.said == said).map(|one| &one.number).collect();
            (numbers.len(), numbers.into_iter().next().cloned())
        };
        match (one(true), one(false)) {
            ((1, Some(number)), _) => Some(Self { number, said: true }),
            ((0, _), (1, Some(number))) => Some(Self { number, said: false }),
            _ => None,
        }
    }

    /// The ticket that a text means that was copied or dropped beside the boxes: a ticket's address, or a short text that
    /// marks it. A number alone is bare.
    pub fn of_text(text: &str) -> Option<Self> {
        let number = TicketNumber::read(text).ok()?;
        let said = !plain(text).bytes().all(|byte| byte.is_ascii_digit());
        Some(Self { number, said })
    }
}

fn of_file(name: &str) -> Option<NamedTicket> {
    let text = as_text(&plain(stem(name)).to_lowercase());
    let words = words(&text);
    if (0..words.len()).any(|at| is_marked(&words, at)) {
        return TicketNumber::read(&text).ok().map(|number| NamedTicket { number, said: true });
    }
    let behind = words.iter().skip(1).find(|word| !matches!(word, Word::Other));
    match (words.first(), behind) {
        // With another behind it, it is a part of a date, a version or a camera's count.
        (Some(Word::Number(digits)), None | Some(Word::Letters(_)))
            if digits.len() >= FEWEST_DIGITS && !digits.starts_with('0') =>
        {
            TicketNumber::parse(digits).ok().map(|number| NamedTicket { number, said: false })
        }
        _ => None,
    }
}

/// The name without its ending, which begins with a letter.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.starts_with(char::is_alphabetic) => stem,
        _ => name,
    }
}

/// File names join words by signs: a sign between two figures may be a part of the number, any other is a blank.
fn as_text(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    let figure = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let blank = |at: usize| {
        matches!(signs[at], '-' | '_' | '.' | '+' | ',')
            && !(figure(at.checked_sub(1)) && figure(Some(at + 1)) && signs[at] != '_')
    };
    signs.iter().enumerate().map(|(at, sign)| if blank(at) { ' ' } else { *sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Option<(String, bool)> {
        NamedTicket::of_files(names.iter().copied()).map(|named| (named.number.into(), named.said))
    }

    #[test]
    fn a_name_that_says_its_ticket_is_told_from_one_that_only_begins_with_a_number() {
        for said in [
            "#143 invoice.pdf",
            "#143.pdf",
            "#143-invoice.pdf",
            "#143_invoice_2026.pdf",
            "Invoice 2291 (#143).pdf",
            "ticket-143-photo.jpg",
            "Ticket 143.pdf",
            "Ticket_no_143.tar.gz",
            "Scan ＃143.pdf",
        ] {
            assert_eq!(of(&[said]), Some(("143".into(), true)), "{said}");
        }
        for bare in ["2291 invoice.pdf", "2291.pdf", "2291-invoice.pdf", "2291_invoice.pdf", "2291"] {
            assert_eq!(of(&[bare]), Some(("2291".into(), false)), "{bare}");
        }
    }

    #[test]
    fn dates_counts_and_several_tickets_name_none() {
        for none in [
            "invoice 2291.pdf",
            "2026-11-28 scan.pdf",
            "2026_11_28.pdf",
            "100_0231.jpg",
            "01 front.jpg",
            "12 pages.pdf",
            "0143 front.jpg",
            "3.5 mm.pdf",
            "#143 and #144.pdf",
            "#1.430 Euro.pdf",
            "#143a.pdf",
            "",
        ] {
            assert_eq!(of(&[none]), None, "{none}");
        }
    }

    #[test]
    fn of_several_names_one_ticket_must_be_meant() {
        assert_eq!(of(&["#143 a.pdf", "b.pdf", "2291 c.pdf"]), Some(("143".into(), true)));
        assert_eq!(of(&["2291 a.pdf", "2291 b.pdf"]), Some(("2291".into(), false)));
        assert_eq!(of(&["#143 a.pdf", "#144 b.pdf", "2291 c.pdf"]), None);
        assert_eq!(of(&["2291 a.pdf", "2292 b.pdf"]), None);
    }

    #[test]
    fn an_address_or_a_subject_says_its_ticket_and_a_number_alone_does_not() {
        let of = |text| NamedTicket::of_text(text).map(|named| (String::from(named.number), named.said));
        assert_eq!(of("https://app.example.com/services/ticket/143?tab=2"), Some(("143".into(), true)));
        assert_eq!(of("RE: [Ticket #143] your invoice"), Some(("143".into(), true)));
        assert_eq!(of("#143"), Some(("143".into(), true)));
        assert_eq!(of(" 143\n"), Some(("143".into(), false)));
        assert_eq!(of("https://example.com/143"), None);
        assert_eq!(of("Invoice 2291"), None);
    }
}
