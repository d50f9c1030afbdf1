//! An answer as it comes from HTTP, and what its status says about the ticket.

use std::io::Read;
use std::time::Duration;

use flate2::read::MultiGzDecoder;
use http::Response;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use serde_json::Value;

use crate::account::Keys;
use crate::answer::{Answer, Receipt};
use crate::call::Call;
use crate::charset::decode;
use crate::client::Limits;
use crate::code::Code;
use crate::failure::Failure;
use crate::json;
use crate::place::Host;
use crate::said::{self, Allowance};
use crate::silence::Listener;
use crate::speaker::{Signs, Speaker};
use crate::ticket_number::TicketNumber;

/// How much of an answer is read. The vendor's are a few hundred bytes.
pub(crate) const MOST: usize = 1024 * 1024;
/// The same of a reading: a list of thousands of values is longer than that, and cut it would be another list.
pub(crate) const MOST_READ: usize = 32 * 1024 * 1024;

/// An answer with what matters of its headers.
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    /// The text as JSON, where it is some.
    pub(crate) json: Option<Value>,
    /// How long the server asks to wait.
    pub(crate) retry_after: Option<Duration>,
    location: Option<String>,
    signs: Signs,
    /// The connection ended, fell silent, or went on too long before the answer was complete.
    cut: bool,
}

impl Reply {
    /// Reads an answer, giving up on its rest where it falls silent or goes on for too long. A key that the server
    /// echoes is taken out: an answer is shown and kept.
    pub(crate) async fn read(
        response: Response<Incoming>,
        asked: &Host,
        limits: Limits,
        keys: &Keys,
        most: usize,
    ) -> Self {
        let header = |name| Some(keys.hide(response.headers().get(name)?.to_str().ok()?));
        let (location, content_type) = (header(LOCATION), header(CONTENT_TYPE));
        let retry_after = header(RETRY_AFTER).as_deref().and_then(pause);
        let signs = Signs::read(response.headers(), asked, keys);
        let status = response.status().as_u16();
        let packed = header(CONTENT_ENCODING).is_some_and(|with| with.trim().eq_ignore_ascii_case("gzip"));
        let (mut bytes, mut cut) = collected(response.into_body(), limits, most).await;
        if packed && !bytes.is_empty() {
            let (unpacked, whole) = unpacked(&bytes, most);
            bytes = unpacked;
            cut |= !whole;
        }
        // .NET writes a byte order mark where its encoding was not told not to.
        let text = decode(&bytes, content_type.as_deref());
        let body = keys.hide(text.trim_start_matches('\u{feff}'));
        let json: Option<Value> = serde_json::from_str(&body).ok();
        let said = |words: fn(&Value) -> Option<String>| Some(keys.hide(&words(json.as_ref()?)?));
        let (reason, message) = (said(said::reason), said(said::message));
        let named_host = [&reason, &message]
            .into_iter()
            .flatten()
            .find_map(|said| said::named_host(said))
            .filter(|named| matches!(status, 401 | 403) && *named != asked.name());
        let exception = said(said::exception).filter(|kind| kind.starts_with("MX"));
        let answer = Answer { status, reason, message, body, exception, named_host };
        Self { answer, json, retry_after, location, signs, cut }
    }

    /// The answer's word to a call. `whole`: the whole request had been handed over before it came.
    pub(crate) fn receipt(self, call: &Call, whole: bool) -> Result<Receipt, Failure> {
        let status = self.answer.status;
        let code = match status {
            _ if self.is_too_many() => Code::TooManyCalls,
            200..=299 => match self.verdict(call) {
                // It says no, and had no whole request to act on.
                Verdict::Declined(status) => Code::Declined { status },
                _ if !whole => Code::AnsweredEarly { status },
                Verdict::Done(ticket) => {
                    return Ok(Receipt {
                        ticket: String::from(ticket),
                        key: self.text("Key"),
                        message: self.answer.message.clone(),
                        answer: self.answer,
                    });
                }
                Verdict::Unreadable => Code::AnswerUnreadable { status },
            },
            _ => self.refusal(whole),
        };
        let vendor = self.whole().is_some_and(said::is_vendors);
        Err(Failure::answered(code, whole, vendor).with_answer(self.answer))
    }

    /// The content that a reading asked for, or why it is not in the answer. `read` takes it out of the JSON.
    pub(crate) fn content<T>(self, read: impl FnOnce(&Value) -> Option<T>) -> Result<T, Failure> {
        let status = self.answer.status;
        let code = match status {
            200..=299 => match (self.whole().and_then(read), self.declined()) {
                (Some(content), _) => return Ok(content),
                (None, Some(status)) => Code::Declined { status },
                (None, None) => Code::AnswerUnreadable { status },
            },
            _ => self.refusal(true),
        };
        let mut answer = self.answer;
        answer.body.truncate(answer.body.floor_char_boundary(MOST));
        Err(Failure::reading(code).with_answer(answer))
    }

    /// Whether there were too many calls: by the status, or by the words under any status.
    pub(crate) fn is_too_many(&self) -> bool {
        self.answer.status == 429 || self.rate_limit().is_some()
    }

    /// The limit, where the answer names it.
    pub(crate) fn allowance(&self) -> Option<Allowance> {
        self.rate_limit().flatten()
    }

    fn rate_limit(&self) -> Option<Option<Allowance>> {
        // A success has no reason to speak of limits; a value that it repeats may.
        let success = self.text("Status").is_some_and(|status| status.eq_ignore_ascii_case("Success"));
        self.json.as_ref().filter(|_| !success).and_then(said::rate_limit)
    }

    /// The code of a status other than 2xx.
    pub(crate) fn refusal(&self, whole: bool) -> Code {
        let page = self.is_page();
        match self.answer.status {
            status @ 300..=399 => Code::Redirected { status, to: self.location.clone() },
            400 => Code::NotAccepted,
            // RFC 6585, 6: only somebody on the way says this.
            511 => Code::NotTheTicketSystem { status: 511 },
            status @ (401 | 403) if page => Code::NotTheTicketSystem { status },
            401 => Code::KeysRefused,
            403 if self.of_gateway() == Some("Missing Authentication Token") => Code::WrongAddress,
            403 => Code::Forbidden,
            404 => Code::NotFound,
            // Of one that stands on the way and was not asked.
            407 => Code::ProxySignIn { proxy: String::new(), kinds: Vec::new() },
            // It does not want to be asked first. The next attempt does not ask.
            417 if !whole => Code::FailedEarly { status: 417 },
            408 => Code::TooSlow,
            413 => Code::TooLarge,
            429 => Code::TooManyCalls,
            status @ 402..=499 => Code::Refused { status },
            503 => Code::Unavailable,
            // It never had the request whole: it cannot have acted.
            status if !whole => Code::FailedEarly { status },
            status => Code::ServerError { status },
        }
    }

    /// An Amazon gateway's words, where it is one that answers.
    pub(crate) fn of_gateway(&self) -> Option<&str> {
        said::of_gateway(self.json.as_ref()?)
    }

    /// The writer of the answer, as far as it shows.
    pub(crate) fn speaker(&self) -> Speaker {
        self.signs.speaker(self.answer.status, &self.answer.body, self.json.as_ref())
    }

    fn is_page(&self) -> bool {
        self.answer.body.trim_start().starts_with('<')
    }

    /// The `Status` that is not `Success`, or the exception that stands in its place.
    fn declined(&self) -> Option<String> {
        match self.text("Status") {
            Some(status) => Some(status).filter(|status| !status.eq_ignore_ascii_case("Success")),
            None => said::exception(self.json.as_ref()?),
        }
    }

    /// The answer's JSON, if the answer came to its end.
    fn whole(&self) -> Option<&Value> {
        self.json.as_ref().filter(|_| !self.cut)
    }

    fn verdict(&self, call: &Call) -> Verdict {
        if self.cut {
            return Verdict::Unreadable;
        }
        // A note's answer that names a ticket may use the word for something else: then it is on the ticket, for all we
        // know.
        let of_note = matches!(call, Call::Note(_)) && self.text("RelatedTicketId").is_some();
        if let Some(status) = self.declined().filter(|_| !of_note) {
            return Verdict::Declined(status);
        }
        // A success and an exception in one cannot both be meant.
        let exception = self.json.as_ref().is_some_and(|json| said::exception(json).is_some());
        let status = self.text("Status").map(|status| status.eq_ignore_ascii_case("Success"));
        let success = status == Some(true) && !exception;
        let named = |member| TicketNumber::parse(&self.text(member)?).ok();
        let done = match call {
            // A note's answer has a message instead of a status, and says whose note it is.
            Call::Note(note) => {
                let message = self.answer.message.as_deref();
                let created = message.is_some_and(|said| said.eq_ignore_ascii_case("Activity Created"));
                let its = named("RelatedTicketId").as_ref() == Some(note.ticket());
                (its && status.unwrap_or(created) && !exception).then(|| note.ticket().clone())
            }
            Call::Update(update) if success => match self.text("Id") {
                // A success that is about another ticket is none for this one.
                Some(_) if named("Id").as_ref() != Some(update.ticket()) => None,
                _ => Some(update.ticket().clone()),
            },
            Call::Create(_) if success => named("Id").or_else(|| named("Key")),
            Call::Update(_) | Call::Create(_) => None,
        };
        done.map_or(Verdict::Unreadable, Verdict::Done)
    }

    /// A member of the answer as text; an empty one is none.
    fn text(&self, name: &str) -> Option<String> {
        json::text(self.json.as_ref()?, name)
    }
}

/// The bytes of an answer, and whether more were to come.
async fn collected(mut body: Incoming, limits: Limits, most: usize) -> (Vec<u8>, bool) {
    let mut bytes = Vec::new();
    let mut listener = Listener::new(limits.stall, limits.answer);
    loop {
        match listener.hear(body.frame()).await {
            Some(Some(Ok(frame))) => {
                let Some(piece) = frame.data_ref() else { continue };
                let room = most - bytes.len();
                bytes.extend_from_slice(&piece[..piece.len().min(room)]);
                if piece.len() > room {
                    return (bytes, true);
                }
            }
            Some(None) => return (bytes, false),
            Some(Some(Err(_))) | None => return (bytes, true),
        }
    }
}

/// Unpacks as much of an answer as is read, and says whether that is all of it.
fn unpacked(packed: &[u8], most: usize) -> (Vec<u8>, bool) {
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut bytes);
    let whole = read.is_ok() && bytes.len() <= most;
    bytes.truncate(most);
    (bytes, whole)
}

/// A 2xx answer's verdict.
enum Verdict {
    /// To this ticket.
    Done(TicketNumber),
    Declined(String),
    Unreadable,
}

/// `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
fn pause(header: &str) -> Option<Duration> {
    if let Ok(seconds) = header.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = jiff::fmt::rfc2822::parse(header.trim()).ok()?.timestamp();
    // A date that has passed means now.
    Some(Duration::try_from(date.duration_since(jiff::Timestamp::now())).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(pause(" 7 "), Some(Duration::from_secs(7)));
        assert_eq!(pause("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert!(pause("Fri, 31 Dec 2100 23:59:59 GMT").unwrap() > Duration::from_secs(1_000_000));
        assert_eq!(pause("soon"), None);
    }
}
