//! A ticket's number in a cell.

use service_crm::TicketNumber;

use service_crm::typed::{digit, is_invisible};

/// A text that is one ticket's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenTicket {
    /// The number.
    pub ticket: TicketNumber,
    /// How it was written, where zeros stood before it: "#143, written 00143" is to be said.
    pub written: Option<String>,
}

/// The ticket that a text names, if it names one and nothing else: white space around it, letters that take no room,
/// one `#`, leading zeros and a dot at the end are off, digits of any script count, and a title may follow
/// (`Ticket #143: No invoice`). Whatever else there is would be a guess.
pub fn ticket_cell(text: &str) -> Option<WrittenTicket> {
    let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    let visible = visible.trim();
    let bare = visible.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(visible).trim();
    let (number, behind) = match bare.split_once(['#', '\u{FF03}']) {
        Some((before, after)) if before.is_empty() || is_word_for_ticket(before) => {
            leading_digits(after.trim_start())
        }
        Some(_) => return None,
        None => leading_digits(bare),
    };
    let hash = bare.contains(['#', '\u{FF03}']);
    let alone = behind.is_empty() || behind == "." || (hash && behind.starts_with(": "));
    let digits = number.trim_start_matches('0');
    if !alone || digits.is_empty() {
        return None;
    }
    let ticket = TicketNumber::parse(digits).ok()?;
    let written = (digits.len() < number.len()).then(|| visible.to_owned());
    Some(WrittenTicket { ticket, written })
}

fn is_word_for_ticket(before: &str) -> bool {
    matches!(before.trim().to_lowercase().as_str(), "ticket" | "tickets" | "case" | "टिकट")
}

fn leading_digits(text: &str) -> (String, &str) {
    let end = text.find(|letter| digit(letter).is_none()).unwrap_or(text.len());
    (service_crm::typed::with_ascii_digits(&text[..end]), &text[end..])
}

/// The tickets of a cell that names several: they are offered as rows of their own.
pub(super) fn several(text: &str) -> Vec<TicketNumber> {
    let parts: Vec<_> = text.split([',', ';', '\n', '/', '&']).map(ticket_cell).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    parts
        .into_iter()
        .map(|part| part.map(|written| written.ticket))
        .collect::<Option<_>>()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        ticket_cell(text).map(|written| written.ticket.as_str().to_owned())
    }

    #[test]
    fn a_number_is_read_in_every_dress() {
        for text in [
            "143",
            " 143\u{A0}",
            "#143",
            "# 143",
            "00143",
            "#00143",
            "\u{200B}1\u{2060}43\u{FEFF}",
            "१४३",
            "１４３",
            "＃143",
            "143.",
            "Ticket#143",
            "ticket #143",
            "[#143]",
            "Ticket #143: No invoice for March",
        ] {
            assert_eq!(read(text).as_deref(), Some("143"), "{text}");
        }
        assert_eq!(ticket_cell(" 00143 ").unwrap().written.as_deref(), Some("00143"));
        assert_eq!(ticket_cell("#143").unwrap().written, None);
    }

    #[test]
    fn what_would_be_a_guess_is_none() {
        for text in [
            "",
            "#",
            "0",
            "000",
            "1.43E+02",
            "143.0",
            "143,0",
            "-143",
            "Ticket 143",
            "143, 144",
            "143 144",
            "143\n144",
            "##143",
            "14#3",
            "Order #143",
            "TRUE",
            "143a",
            "½",
            "1234567890123456789",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn several_are_offered_if_each_is_one() {
        assert_eq!(several("143, #144;145").len(), 3);
        assert!(several("143").is_empty() && several("143, x").is_empty());
    }
}
