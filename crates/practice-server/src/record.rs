//! The record of what arrived and what was done, for tests to compare with what a client says.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
    time::SystemTime,
};

use axum::http::{HeaderMap, HeaderValue, Method, Uri, request::Parts};

use crate::bounded::keep_last;
use crate::tickets::{StoredFile, Ticket};

/// Older calls than this many are forgotten, so that a practice account may run for days.
const CALLS_KEPT: usize = 256;
/// A person who practises makes a few.
const MOST_TICKETS: usize = 1000;

/// Headers that carry keys, in the vendor's two spellings (and what a confused client might use).
const KEY_HEADERS: [&str; 5] =
    ["x-lsq-access-key", "x-lsq-secret-key", "x-lsq-accesskey", "x-lsq-secretkey", "authorization"];

/// A snapshot of everything the server knows.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Connections that were accepted, those refused by [`Fault::Refuse`](crate::Fault::Refuse) too.
    pub connections: u64,
    /// Calls whose head arrived, refused ones too.
    pub calls: u64,
    /// Calls that were answered 429 because of the limit (not because of a fault).
    pub too_many: u64,
    /// Bytes of request bodies, of all calls together.
    pub body_bytes: u64,
    /// The tickets as they are now, by number.
    pub tickets: BTreeMap<String, Ticket>,
    /// Updates and creations that were done, in order (the last 10,000, or 32 MiB of them).
    pub applied: Vec<Applied>,
    /// Internal notes, in order (as many as updates).
    pub notes: Vec<Note>,
    /// The last calls, oldest first (the last 256).
    pub last_calls: VecDeque<Call>,
}

/// An update (or a creation) that was done.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The ticket's number.
    pub ticket: String,
    /// When the head of the request arrived.
    pub arrived: SystemTime,
    /// The fields set, as they were sent.
    pub fields: Vec<(String, String)>,
    /// The files added, as they were sent.
    pub files: Vec<StoredFile>,
}

/// An internal note on a ticket.
#[derive(Debug, Clone)]
pub struct Note {
    /// The ticket's number.
    pub ticket: String,
    /// The note's text.
    pub text: String,
}

/// A call whose head arrived.
#[derive(Debug, Clone)]
pub struct Call {
    /// Method, path and headers, as they came.
    pub head: Head,
    /// When the head had arrived.
    pub arrived: SystemTime,
    /// Bytes of the body that arrived so far.
    pub body_bytes: u64,
    /// The answer that the server set out to give; `None` while it has not, and where a fault kept it from it.
    pub answered: Option<u16>,
}

/// The head of a request. Its `Debug` shows neither keys nor the query, where the lead call may carry them.
#[derive(Clone)]
pub struct Head {
    /// The method.
    pub method: Method,
    /// Path and query.
    pub uri: Uri,
    /// The headers; names in lower case.
    pub headers: HeaderMap,
}

impl Head {
    pub(crate) fn of(parts: &Parts) -> Self {
        let mut headers = parts.headers.clone();
        for name in KEY_HEADERS {
            if let Some(value) = headers.get_mut(name) {
                value.set_sensitive(true);
            }
        }
        Self { method: parts.method.clone(), uri: parts.uri.clone(), headers }
    }

    /// A header's value, if it is there and printable ASCII; `name` in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(HeaderValue::to_str)?.ok()
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Head")
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}

impl Record {
    /// Whether there are as many tickets as are kept.
    pub(crate) fn is_full(&self) -> bool {
        self.tickets.len() >= MOST_TICKETS
    }

    /// Writes down an update or a creation.
    pub(crate) fn done(&mut self, applied: Applied) {
        keep_last(&mut self.applied, applied, |applied| {
            let fields = applied.fields.iter().map(|(name, value)| name.len() + value.len());
            fields.chain(applied.files.iter().map(StoredFile::room)).sum()
        });
    }

    /// Writes down a note.
    pub(crate) fn noted(&mut self, note: Note) {
        keep_last(&mut self.notes, note, |note| note.text.len());
    }

    /// Writes down a call and says its number, the first being 1.
    pub(crate) fn arrived(&mut self, head: Head) -> u64 {
        self.calls += 1;
        if self.last_calls.len() == CALLS_KEPT {
            self.last_calls.pop_front();
        }
        self.last_calls.push_back(Call { head, arrived: SystemTime::now(), body_bytes: 0, answered: None });
        self.calls
    }

    /// The call of that number, unless it is forgotten.
    pub(crate) fn call(&mut self, number: u64) -> Option<&mut Call> {
        let forgotten = self.calls - self.last_calls.len() as u64;
        let index = number.checked_sub(forgotten + 1)?;
        self.last_calls.get_mut(usize::try_from(index).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    #[test]
    fn keys_are_kept_but_not_shown() {
        let uri = "/v2/LeadManagement.svc/Leads.GetByEmailaddress?secretKey=hush-1";
        let request = Request::get(uri).header("X-LSQ-SECRET-KEY", "hush-2").body(());
        let head = Head::of(&request.unwrap().into_parts().0);
        assert_eq!(head.header("x-lsq-secret-key"), Some("hush-2"));
        assert!(!format!("{head:?}").contains("hush"), "{head:?}");
    }

    #[test]
    fn old_calls_are_forgotten_and_young_ones_found() {
        let head = || Head { method: Method::GET, uri: Uri::default(), headers: HeaderMap::new() };
        let mut record = Record::default();
        for _ in 0..=CALLS_KEPT {
            record.arrived(head());
        }
        assert_eq!(record.last_calls.len(), CALLS_KEPT);
        assert!(record.call(1).is_none());
        assert!(record.call(2).is_some());
        assert!(record.call(record.calls).is_some());
        assert!(record.call(record.calls + 1).is_none());
    }
}
