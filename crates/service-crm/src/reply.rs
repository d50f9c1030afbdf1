//! An answer as it comes from HTTP, and what its status says about the ticket.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::{LOCATION, RETRY_AFTER};
use serde_json::Value;
use tokio::time::timeout;

use crate::account::Keys;
use crate::answer::{Answer, Receipt};
use crate::call::Call;
use crate::failure::{Code, Failure};
use crate::ticket_number::TicketNumber;

/// How much of an answer is read. The vendor's are a few hundred bytes.
const MOST: usize = 1024 * 1024;

/// An answer with what matters of its headers.
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    /// The text as JSON, where it is some.
    pub(crate) json: Option<Value>,
    /// How long the server asks to wait.
    pub(crate) retry_after: Option<Duration>,
    location: Option<String>,
    /// The connection ended, fell silent, or went on too long before the answer was complete.
    cut: bool,
}

impl Reply {
    /// Reads an answer, giving up on its rest after `stall` without a byte. A key that the server echoes is
    /// taken out: an answer is shown and kept.
    pub(crate) async fn read(mut response: Response, stall: Duration, keys: &Keys) -> Self {
        let header = |name| Some(keys.hide(response.headers().get(name)?.to_str().ok()?));
        let location = header(LOCATION);
        let retry_after = header(RETRY_AFTER).as_deref().and_then(pause);
        let status = response.status().as_u16();
        let mut bytes = Vec::new();
        let cut = loop {
            match timeout(stall, response.chunk()).await {
                Ok(Ok(Some(chunk))) => {
                    let room = MOST - bytes.len();
                    bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
                    if chunk.len() > room {
                        break true;
                    }
                }
                Ok(Ok(None)) => break false,
                Ok(Err(_)) | Err(_) => break true,
            }
        };
        let body = keys.hide(&String::from_utf8_lossy(&bytes));
        // .NET writes a byte order mark where its encoding was not told not to.
        let json: Option<Value> = serde_json::from_str(body.trim_start_matches('\u{feff}')).ok();
        let text = |names: &[&str]| {
            let json = json.as_ref()?.as_object()?;
            let said = names.iter().filter_map(|name| json.get(*name)?.as_str());
            said.map(str::trim).find(|said| !said.is_empty()).map(|said| keys.hide(said))
        };
        let answer = Answer {
            status,
            // The vendor's older calls answer with exceptions; gateways in front of it with "message" or "error".
            reason: text(&["ReasonForFailure", "ExceptionMessage", "error"]),
            message: text(&["Message", "message"]),
            body,
        };
        Self { answer, json, retry_after, location, cut }
    }

    /// What the answer to a call says. `complete`: the whole request had been sent before it came.
    pub(crate) fn receipt(self, call: &Call, complete: bool) -> Result<Receipt, Failure> {
        let status = self.answer.status;
        let code = match status {
            200..=299 => match self.verdict(call) {
                // It says no, and had no whole request to act on.
                Verdict::Declined(status) => Code::Declined { status },
                _ if !complete => Code::AnsweredEarly { status },
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
            _ => match self.refusal() {
                // The server failed over a request that it never had whole: it cannot have acted.
                Code::ServerError { .. } if !complete => Code::BrokeWhileSending,
                refusal => refusal,
            },
        };
        Err(Failure::new(code).with_answer(self.answer))
    }

    /// What a reading asked for, or why it is not in the answer. `read` takes it out of the JSON.
    pub(crate) fn content<T>(self, read: impl FnOnce(&Value) -> Option<T>) -> Result<T, Failure> {
        let status = self.answer.status;
        let code = match status {
            200..=299 => match (self.whole().and_then(read), self.text("Status")) {
                (Some(content), _) => return Ok(content),
                (None, Some(status)) if !status.eq_ignore_ascii_case("Success") => Code::Declined { status },
                (None, _) => Code::AnswerUnreadable { status },
            },
            _ => self.refusal(),
        };
        Err(Failure::reading(code).with_answer(self.answer))
    }

    /// What a status other than 2xx says.
    pub(crate) fn refusal(&self) -> Code {
        match self.answer.status {
            status @ 300..=399 => Code::Redirected { status, to: self.location.clone() },
            400 => Code::NotAccepted,
            401 => Code::KeysRefused,
            403 => Code::Forbidden,
            404 => Code::NotFound,
            413 => Code::TooLarge,
            429 => Code::TooManyCalls,
            status @ 402..=499 => Code::Refused { status },
            503 => Code::Unavailable,
            status => Code::ServerError { status },
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
        let status = self.text("Status");
        let success = status.as_deref().map(|status| status.eq_ignore_ascii_case("Success"));
        let named = |member| TicketNumber::parse(&self.text(member)?).ok();
        let done = match (call, success) {
            // A note's answer has a message instead of a status, and says whose note it is.
            (Call::Note(note), _) if self.text("RelatedTicketId").is_some() => {
                let message = self.answer.message.as_deref();
                let created = message.is_some_and(|said| said.eq_ignore_ascii_case("Activity Created"));
                let done =
                    named("RelatedTicketId").as_ref() == Some(note.ticket()) && success.unwrap_or(created);
                done.then(|| note.ticket().clone())
            }
            (Call::Update(update), Some(true)) => match self.text("Id") {
                // A success that is about another ticket is none for this one.
                Some(id) if id.trim_start_matches('#') != update.ticket().as_str() => None,
                _ => Some(update.ticket().clone()),
            },
            (Call::Create(_), Some(true)) => named("Id").or_else(|| named("Key")),
            (_, Some(false)) => return Verdict::Declined(status.unwrap_or_default()),
            (Call::Note(..), Some(true)) | (_, None) => None,
        };
        done.map_or(Verdict::Unreadable, Verdict::Done)
    }

    /// A member of the answer, whether it is a string or a number.
    fn text(&self, name: &str) -> Option<String> {
        match self.json.as_ref()?.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

/// What a 2xx answer says.
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
