//! An account: its place, the keys to it and its pace.

use std::fmt;

use http::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::place::{Host, Organisation, Place};
use crate::typed::plain;

/// Calls in any 5 seconds when the account's plan is not known: the vendor's page names 25.
pub const CALLS_PER_WINDOW: u32 = 25;

/// Place, keys and pace of one account.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub struct Account {
    pub place: Place,
    pub keys: Keys,
    /// Calls in any 5 seconds; the plan decides (Lite 2, Basic and Pro 10, Standard 15, Super 20,
    /// Enterprise 25), and more can be bought.
    pub calls_per_window: u32,
}

impl Account {
    /// An account without a lead host, with the pace that the vendor's page names.
    pub fn new(host: Host, organisation: Organisation, keys: Keys) -> Self {
        let place = Place { host, organisation, lead_host: None };
        Self { place, keys, calls_per_window: CALLS_PER_WINDOW }
    }

    /// An account of which nothing is known but its keys: for asking a lead host whose they are.
    pub fn of_keys(keys: Keys, lead_host: Host) -> Self {
        Self::new(lead_host, Organisation::not_known(), keys)
    }
}

/// The shortest key that is looked for in words: a shorter one could be a part of any.
const SHORTEST_KEY: usize = 8;
/// The sign that stands in a server's words in a key's place.
const HIDDEN: &str = "[key]";

/// The access key and the secret key of an account. Neither is ever printed.
#[derive(Clone)]
pub struct Keys {
    access: SecretString,
    secret: SecretString,
}

/// Why a key cannot be used. The key itself is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum KeysFault {
    #[error("the access key is missing")]
    AccessKeyEmpty,
    #[error("the access key holds characters that no key has")]
    AccessKeyUnreadable,
    #[error("the secret key is missing")]
    SecretKeyEmpty,
    #[error("the secret key holds characters that no key has")]
    SecretKeyUnreadable,
}

impl Keys {
    /// Takes the two keys; blanks around them and what has no width (from copying) do not count.
    ///
    /// # Errors
    /// When one is empty or cannot stand in a header.
    pub fn new(access: &str, secret: &str) -> Result<Self, KeysFault> {
        let sendable = |key: &str| key.bytes().all(|byte| byte.is_ascii_graphic());
        let (access, secret) = (plain(access), plain(secret));
        match (access.as_str(), secret.as_str()) {
            ("", _) => Err(KeysFault::AccessKeyEmpty),
            (_, "") => Err(KeysFault::SecretKeyEmpty),
            _ if !sendable(&access) => Err(KeysFault::AccessKeyUnreadable),
            _ if !sendable(&secret) => Err(KeysFault::SecretKeyUnreadable),
            _ => Ok(Self { access: access.into(), secret: secret.into() }),
        }
    }

    /// The two keys in the clear, for a keychain. Nothing else has a reason to ask.
    pub fn expose(&self) -> (&str, &str) {
        (self.access.expose_secret(), self.secret.expose_secret())
    }

    /// A server's words without the keys in them.
    pub(crate) fn hide(&self, said: &str) -> String {
        let keys = [self.access.expose_secret(), self.secret.expose_secret()];
        // Where a key can begin; answers are long, and mostly nothing of it.
        let begins: Vec<u8> = keys.iter().filter_map(|key| key.bytes().next()).chain(*b"\\%").collect();
        let (mut kept, mut rest) = (String::with_capacity(said.len()), said);
        while let Some(at) = rest.bytes().position(|byte| begins.contains(&byte)) {
            kept.push_str(&rest[..at]);
            rest = &rest[at..];
            let Some(c) = rest.chars().next() else { break };
            let key = keys.iter().filter(|key| key.len() >= SHORTEST_KEY);
            let length = if let Some(length) = key.filter_map(|key| spelled(rest.as_bytes(), key)).max() {
                kept.push_str(HIDDEN);
                length
            } else {
                kept.push(c);
                c.len_utf8()
            };
            rest = &rest[length..];
        }
        kept.push_str(rest);
        kept
    }

    /// The vendor's two mandatory headers.
    pub(crate) fn headers(&self) -> [(&'static str, HeaderValue); 2] {
        self.in_headers(["X-LSQ-ACCESS-KEY", "X-LSQ-SECRET-KEY"])
    }

    /// The two headers of the lead calls, which spell them otherwise.
    pub(crate) fn lead_headers(&self) -> [(&'static str, HeaderValue); 2] {
        self.in_headers(["x-LSQ-AccessKey", "x-LSQ-SecretKey"])
    }

    fn in_headers(&self, [access, secret]: [&'static str; 2]) -> [(&'static str, HeaderValue); 2] {
        // Both were checked to be header text; a key that could not be one is sent as nothing, never printed.
        let value = |key: &SecretString| {
            let mut value =
                HeaderValue::from_str(key.expose_secret()).unwrap_or(HeaderValue::from_static(""));
            value.set_sensitive(true);
            value
        };
        [(access, value(&self.access)), (secret, value(&self.secret))]
    }
}

/// How many bytes a key takes at the beginning of a text, if it stands there: as it is, or as JSON or an address
/// may write it.
fn spelled(text: &[u8], key: &str) -> Option<usize> {
    let hex = |digits: &[u8]| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok();
    key.bytes().try_fold(0, |taken, byte| {
        let written = match &text[taken..] {
            [b'\\', b'u', b'0', b'0', digits @ ..] if hex(digits.get(..2)?) == Some(byte) => 6,
            [b'%', digits @ ..] if digits.get(..2).and_then(hex) == Some(byte) => 3,
            [b'\\', escaped, ..] if *escaped == byte => 2,
            [plain, ..] if *plain == byte => 1,
            _ => return None,
        };
        Some(taken + written)
    })
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_printed_and_never_splits_a_header() {
        let keys = Keys::new(" canary-access\n", "canary-secret").unwrap();
        assert_eq!(keys.expose(), ("canary-access", "canary-secret"));
        let copied = Keys::new("\u{feff}canary-access\u{a0}", "\u{200b}canary-\u{2060}secret").unwrap();
        assert_eq!(copied.expose(), keys.expose());
        assert!(!format!("{keys:?} {:?}", keys.headers()).contains("canary"));
        assert_eq!(Keys::new("a", "b\r\nX-Evil: 1").unwrap_err(), KeysFault::SecretKeyUnreadable);
        assert_eq!(Keys::new("ключ", "b").unwrap_err(), KeysFault::AccessKeyUnreadable);
        assert_eq!(Keys::new("a", " ").unwrap_err(), KeysFault::SecretKeyEmpty);
    }
}
