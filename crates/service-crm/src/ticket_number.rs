//! A ticket's number, read from whatever a person may type or paste.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::typed::plain;

/// More digits than any account has tickets; what is longer is something else.
const MOST_DIGITS: usize = 18;

/// Why a text names no ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NumberFault {
    /// There is nothing.
    #[error("it is empty")]
    Empty,
    /// There is no number in it, or none that is said to be a ticket's.
    #[error("it names no ticket")]
    NoNumber,
    /// There is more than one.
    #[error("it names several tickets")]
    Several,
    /// `143.0`, `1.43E+02`, `1,430`, `-143`: a spreadsheet's or a calculator's.
    #[error("it is not written as a whole number")]
    NotWhole,
    /// Tickets are counted from 1.
    #[error("there is no ticket 0")]
    Zero,
    /// More than 18 digits.
    #[error("it has too many digits")]
    TooLong,
}

/// The number of a ticket, as the Ticket Details Page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketNumber(String);

impl TicketNumber {
    /// Reads a text that is a number and nothing else: the strict entry, for a table's cell, an answer, a link.
    ///
    /// One `#` may stand before it, and zeros: the vendor pads a ticket's key ("#034" is ticket 34). Digits of any
    /// script count; blanks and invisible characters around it do not.
    ///
    /// # Errors
    /// On anything else: a number that is guessed at would reach somebody else's ticket.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let text = plain(text);
        let digits = text.strip_prefix('#').unwrap_or(&text).trim_start();
        if digits.is_empty() {
            return Err(NumberFault::Empty);
        }
        Self::of(digits)
    }

    /// Reads what a person typed or pasted where one ticket is meant: the lenient entry.
    ///
    /// Besides what [`TicketNumber::parse`] takes: brackets and punctuation around it (`[#143]`, `143.`), a subject
    /// that marks its ticket (`Ticket #143: Update Email Id`), and a ticket's address.
    ///
    /// # Errors
    /// Where no ticket, or more than one, is meant.
    pub fn read(typed: &str) -> Result<Self, NumberFault> {
        match Self::parse(typed) {
            Err(NumberFault::NoNumber | NumberFault::NotWhole) => {}
            read => return read,
        }
        let text = plain(typed).to_lowercase();
        if text.contains("://") || text.starts_with("www.") {
            return one(in_address(&text));
        }
        let words = words(&text);
        let marked = (0..words.len()).filter(|at| is_marked(&words, *at)).count();
        let prose = words.iter().any(|word| matches!(word, Word::Letters(_)));
        // In a subject other numbers stand beside the ticket's; where there are only numbers, each is meant.
        let meant = match (marked, prose) {
            (0, true) => return Err(NumberFault::NoNumber),
            (0, false) | (_, false) => (0..words.len()).collect::<Vec<_>>(),
            (_, true) => (0..words.len()).filter(|at| is_meant(&words, *at)).collect(),
        };
        let numbers = meant.into_iter().filter_map(|at| match words[at] {
            Word::Number(number) if is_negative(&words, at) => Some(Self::of(&format!("-{number}"))),
            Word::Number(number) => Some(Self::of(number)),
            _ => None,
        });
        one(numbers)
    }

    /// The number that these digits write.
    fn of(digits: &str) -> Result<Self, NumberFault> {
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let figures = digits.bytes().any(|byte| byte.is_ascii_digit())
                && digits.chars().all(|c| c.is_ascii_digit() || "+-.,eE".contains(c));
            return Err(if figures { NumberFault::NotWhole } else { NumberFault::NoNumber });
        }
        match digits.trim_start_matches('0') {
            "" => Err(NumberFault::Zero),
            long if long.len() > MOST_DIGITS => Err(NumberFault::TooLong),
            number => Ok(Self(number.to_owned())),
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The one number that all of them are.
fn one(
    numbers: impl IntoIterator<Item = Result<TicketNumber, NumberFault>>,
) -> Result<TicketNumber, NumberFault> {
    let mut numbers = numbers.into_iter().collect::<Result<BTreeSet<_>, _>>()?;
    match (numbers.pop_first(), numbers.is_empty()) {
        (None, _) => Err(NumberFault::NoNumber),
        (Some(number), true) => Ok(number),
        (Some(_), false) => Err(NumberFault::Several),
    }
}

/// The numbers that an address gives a ticket: behind a segment `ticket` or `tickets`, and of a parameter with such a
/// name.
fn in_address(address: &str) -> Vec<Result<TicketNumber, NumberFault>> {
    const PARAMETERS: [&str; 6] =
        ["ticketid", "ticketnumber", "ticketno", "ticket", "ticket_id", "relatedticketid"];
    let segments: Vec<&str> =
        address.split(['/', '?', '&', '#']).filter(|segment| !segment.is_empty()).collect();
    let ticket = |name: &str| matches!(name, "ticket" | "tickets" | "ticketdetails" | "ticket-details");
    let mut numbers = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        let value = match segment.split_once('=') {
            Some((name, value)) => PARAMETERS.contains(&name).then_some(value),
            None => (at > 0 && ticket(segments[at - 1])).then_some(*segment),
        };
        // Behind "tickets" another word can stand, such as "new"; and an ID that is a UUID is no number.
        let digits = value.map(|value| value.trim_start_matches("%23"));
        if let Some(digits) = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) {
            numbers.push(TicketNumber::of(digits));
        }
    }
    numbers
}

/// A piece of a text.
#[derive(Debug, PartialEq)]
pub(crate) enum Word<'a> {
    /// Digits with what can only be a part of the same number: `143.0`, `1.43e+02`, `143a`.
    Number(&'a str),
    Letters(&'a str),
    Hash,
    Minus,
    /// Separates what may be several: `,` `;` `/` `&`.
    And,
    Other,
}

pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let of = |part: fn(char) -> bool| rest.find(|c| !part(c)).unwrap_or(rest.len());
        let (word, length) = if first.is_ascii_digit() {
            let run = &rest[..of(|c| c.is_alphanumeric() || ".,+-".contains(c))];
            // A full stop, a comma or a hyphen behind it is the text's.
            let run = run.trim_end_matches(['.', ',', '+', '-']);
            (Word::Number(run), run.len())
        } else if first.is_alphabetic() {
            let length = of(char::is_alphabetic);
            (Word::Letters(&rest[..length]), length)
        } else {
            let word = match first {
                '#' => Word::Hash,
                '-' => Word::Minus,
                ',' | ';' | '/' | '&' | '+' | '|' => Word::And,
                _ => Word::Other,
            };
            (word, first.len_utf8())
        };
        words.push(word);
        rest = rest[length..].trim_start();
    }
    words
}

/// Whether a word says that a ticket's number follows.
fn says_ticket(word: &str) -> bool {
    matches!(word, "ticket" | "tickets" | "ticketnumber" | "ticketid" | "ticketno")
}

/// Whether it is a number that the text itself calls a ticket's.
pub(crate) fn is_marked(words: &[Word<'_>], at: usize) -> bool {
    if !matches!(words[at], Word::Number(_)) {
        return false;
    }
    // "Ticket", "Ticket no. ", "Ticket #", "#", with a colon or the like between.
    let before = words[..at].iter().rev().filter(|word| !matches!(word, Word::Other | Word::Minus));
    let mut before = before.take(3);
    match before.next() {
        Some(Word::Hash) => true,
        Some(Word::Letters(word)) if says_ticket(word) => true,
        Some(Word::Letters("no" | "nr" | "number" | "id")) => {
            matches!(before.next(), Some(Word::Letters(word)) if says_ticket(word))
        }
        _ => false,
    }
}

/// Whether a number of a text in words is meant: it is marked, or stands in a row with one that is.
fn is_meant(words: &[Word<'_>], at: usize) -> bool {
    if is_marked(words, at) {
        return true;
    }
    let joined = |word: &Word<'_>| matches!(word, Word::And | Word::Letters("and" | "or" | "to"));
    matches!(words[at], Word::Number(_)) && at >= 2 && joined(&words[at - 1]) && is_meant(words, at - 2)
}

fn is_negative(words: &[Word<'_>], at: usize) -> bool {
    at > 0 && words[at - 1] == Word::Minus
}

/// "#143".
impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<Self, NumberFault> {
        Self::parse(&text)
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: [&str; 10] = [
        "143",
        "#143",
        " 143 ",
        "\t#143\n",
        "# 143",
        "#0143",
        "१४३",
        "１４３",
        "\u{200b}143\u{a0}",
        "\u{202a}#143\u{202c}",
    ];

    #[test]
    fn a_number_alone_is_read_however_it_is_written() {
        for same in STRICT {
            assert_eq!(TicketNumber::parse(same).unwrap().as_str(), "143", "{same:?}");
        }
        assert_eq!(TicketNumber::parse("#034").unwrap().as_str(), "34");
    }

    #[test]
    fn a_cell_that_holds_more_than_a_number_is_refused() {
        for prose in ["Ticket 143", "143a", "##143", "1 43", "[#143]", "143/144", "143, 144", "TRUE"] {
            assert_eq!(TicketNumber::parse(prose), Err(NumberFault::NoNumber), "{prose}");
        }
        for half in ["143.0", "1.43E+02", "-143", "143."] {
            assert_eq!(TicketNumber::parse(half), Err(NumberFault::NotWhole), "{half}");
        }
    }

    #[test]
    fn whatever_a_person_types_is_understood_where_one_ticket_is_meant() {
        for typed in STRICT.into_iter().chain([
            "Ticket#143",
            "[#143]",
            "143.",
            "(143)",
            "ticket no. 143",
            "Ticket number: 143",
            "Ticket ID: 143",
            "Ticket #143: Update Email Id",
            "Re: [Ticket #143] 2 invoices of 2026-11-28",
            "RE: #0143, please call +91 98765",
            "#143 and #143",
            "TICKET １４３",
            "https://apigw.service-in.leadsquared.com/api/tenants/22824/tickets/143/update",
            "https://app.service-in.leadsquared.com/services/ticket/143?tab=2",
            "https://app.service-in.leadsquared.com/x?TicketId=143&LeadId=330fba67-6795-46c2-9dad-077794077f70",
            "https://app.example.com/services#/tickets/143",
        ]) {
            assert_eq!(TicketNumber::read(typed).map(String::from), Ok("143".into()), "{typed:?}");
        }
    }

    #[test]
    fn what_names_no_ticket_or_several_is_refused_with_the_reason() {
        use NumberFault::*;
        for (typed, fault) in [
            ("", Empty),
            (" # ", Empty),
            ("\u{200b}", Empty),
            ("Update Email Id", NoNumber),
            ("Invoice 5567", NoNumber),
            ("143: Update Email Id", NoNumber),
            ("143a", NoNumber),
            ("#143a", NoNumber),
            ("330fba67-6795-46c2-9dad-077794077f70", NoNumber),
            (
                "https://app.service-in.leadsquared.com/services/ticket-list?LeadId=330fba67-6795-46c2",
                NoNumber,
            ),
            ("https://app.example.com/tickets/new", NoNumber),
            ("²", NoNumber),
            ("143, 144", Several),
            ("143 144", Several),
            ("1 43", Several),
            ("143/144", Several),
            ("#143 #144", Several),
            ("Tickets 143, 144", Several),
            ("Tickets #143 and 144: Email", Several),
            ("https://a.example/tickets/143?TicketId=144", Several),
            ("1.43E+02", NotWhole),
            ("143.0", NotWhole),
            ("143,5", NotWhole),
            ("1,430", NotWhole),
            ("#143.5", NotWhole),
            ("-143", NotWhole),
            ("−143", NotWhole),
            ("#-143", NotWhole),
            ("Ticket #143.0: Email", NotWhole),
            ("0", Zero),
            ("#000", Zero),
            ("1234567890123456789", TooLong),
            ("Ticket #1234567890123456789", TooLong),
        ] {
            assert_eq!(TicketNumber::read(typed), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn a_number_that_was_kept_is_read_again() {
        let kept: TicketNumber = serde_json::from_str("\"143\"").unwrap();
        assert_eq!(
            (serde_json::to_string(&kept).unwrap().as_str(), kept.to_string().as_str()),
            ("\"143\"", "#143")
        );
    }
}
