//! Where an account lives, and the keys to it.

use std::fmt;
use std::net::IpAddr;

use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use url::Url;

/// Calls in any 5 seconds when the account's plan is not known: the vendor's page names 25.
pub const CALLS_PER_WINDOW: u32 = 25;

/// Host, organisation, keys and pace of one account.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Account {
    pub host: Host,
    pub organisation: Organisation,
    pub keys: Keys,
    /// Calls in any 5 seconds; the plan decides (Lite 2, Pro 5, Super and Basic 10, Standard 15, Enterprise 25).
    pub calls_per_window: u32,
}

impl Account {
    /// An account with the pace that the vendor's page names.
    pub fn new(host: Host, organisation: Organisation, keys: Keys) -> Self {
        Self { host, organisation, keys, calls_per_window: CALLS_PER_WINDOW }
    }
}

/// Why an address or an organisation ID cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AddressFault {
    #[error("the address is missing")]
    AddressEmpty,
    #[error("{given:?} is not an address")]
    AddressUnreadable { given: String },
    /// The keys would be readable on the way.
    #[error("the address must begin with https://")]
    AddressNotSecure,
    #[error("the organisation ID is missing")]
    OrganisationEmpty,
    #[error("{given:?} is not an organisation ID")]
    OrganisationUnreadable { given: String },
}

/// The server of an account: https, or http to this computer itself (a practice server).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host(Url);

impl Host {
    /// Reads a host name or a whole pasted API address; the latter also names the organisation.
    ///
    /// Of a longer address only the part up to the host counts: what the vendor calls "host API URL" has no path.
    ///
    /// # Errors
    /// When the text is empty or no address, or when it would send the keys unprotected to another computer.
    pub fn parse(text: &str) -> Result<(Self, Option<Organisation>), AddressFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressFault::AddressEmpty);
        }
        // Behind the question mark can stand keys: the vendor prints some of its calls so.
        let given = text.split(['?', '#']).next().unwrap_or_default();
        let unreadable = || AddressFault::AddressUnreadable { given: given.to_owned() };
        let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let mut url = Url::parse(&with_scheme).map_err(|_| unreadable())?;
        let host = url.host().ok_or_else(unreadable)?;
        let (loopback, plausible) = match &host {
            url::Host::Ipv4(address) => (address.is_loopback(), true),
            url::Host::Ipv6(address) => (address.is_loopback(), true),
            // "acme" or "hello" is a word somebody typed; only this computer has a name without a dot.
            // Nor does the full stop of a sentence make a host of one.
            url::Host::Domain(name) => {
                (*name == "localhost", *name == "localhost" || name.trim_end_matches('.').contains('.'))
            }
        };
        if !plausible || !url.username().is_empty() || url.password().is_some() {
            return Err(unreadable());
        }
        match url.scheme() {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err(AddressFault::AddressNotSecure),
            _ => return Err(unreadable()),
        }
        // The full stop of a sentence, or of a complete domain name, which certificates do not have.
        if let Some(name) = url.host_str().filter(|name| name.ends_with('.')).map(str::to_owned) {
            url.set_host(Some(name.trim_end_matches('.'))).map_err(|_| unreadable())?;
        }
        let organisation = organisation_in(&url);
        url.set_path("");
        url.set_query(None);
        url.set_fragment(None);
        Ok((Self(url), organisation))
    }

    /// Host name (with the port where it is not the usual one), as a person would say it.
    pub fn name(&self) -> String {
        let name = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
    }

    /// Whether this is the computer itself, which no proxy stands in front of.
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
            Some(url::Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
            Some(url::Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    /// Where the vendor answers questions about an account's settings: `api.service-in.…` beside
    /// `apigw.service-in.…`. Printed for one region; a host of another form is taken to answer them itself.
    pub(crate) fn of_settings(&self) -> Self {
        let mut url = self.0.clone();
        // Behind it must stand a name with a dot: `api.com` is nobody's we know, and the keys would go there.
        let rest =
            url.domain().and_then(|name| name.strip_prefix("apigw.")).filter(|rest| rest.contains('.'));
        // A part of a name that was one is one.
        match rest.map(|rest| format!("api.{rest}")).map(|other| url.set_host(Some(&other))) {
            Some(Ok(())) => Self(url),
            Some(Err(_)) | None => self.clone(),
        }
    }

    /// The address of something in the account; each segment is escaped.
    pub(crate) fn join(&self, segments: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.clear().extend(segments);
        }
        url
    }
}

/// `https://apigw.service-in.leadsquared.com`, without a slash at the end.
impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

/// `/api/tenants/{orgId}/…`; the page's own placeholder `{{orgId}}` names nobody.
fn organisation_in(url: &Url) -> Option<Organisation> {
    let mut segments = url.path_segments()?;
    segments.find(|segment| segment.eq_ignore_ascii_case("tenants"))?;
    Organisation::parse(segments.next()?).ok()
}

/// The organisation ID (`orgId` in the vendor's page).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation(String);

impl Organisation {
    /// Letters, digits, `-` and `_`, at most 64: what the vendor prints is a number.
    ///
    /// # Errors
    /// When it is empty or holds anything else.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressFault::OrganisationEmpty);
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if text.len() > 64 || !text.chars().all(plain) {
            return Err(AddressFault::OrganisationUnreadable { given: text.to_owned() });
        }
        Ok(Self(text.to_owned()))
    }

    /// The ID as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is shorter is looked for nowhere: it could be a part of any word.
const SHORTEST_KEY: usize = 8;
/// What stands in a server's words in a key's place.
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
#[allow(missing_docs)]
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
    /// Takes the two keys; blanks around them (from copying) do not count.
    ///
    /// # Errors
    /// When one is empty or cannot stand in a header.
    pub fn new(access: &str, secret: &str) -> Result<Self, KeysFault> {
        let sendable = |key: &str| key.bytes().all(|byte| byte.is_ascii_graphic());
        let (access, secret) = (access.trim(), secret.trim());
        match (access, secret) {
            ("", _) => Err(KeysFault::AccessKeyEmpty),
            (_, "") => Err(KeysFault::SecretKeyEmpty),
            _ if !sendable(access) => Err(KeysFault::AccessKeyUnreadable),
            _ if !sendable(secret) => Err(KeysFault::SecretKeyUnreadable),
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
        let (mut kept, mut rest) = (String::with_capacity(said.len()), said);
        while let Some(c) = rest.chars().next() {
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

    fn host(text: &str) -> Result<(String, Option<String>), AddressFault> {
        Host::parse(text).map(|(host, organisation)| (host.to_string(), organisation.map(|o| o.0)))
    }

    #[test]
    fn a_pasted_api_address_is_host_and_organisation() {
        let understood = Ok(("https://apigw.service-in.leadsquared.com".into(), Some("22824".into())));
        for pasted in [
            "https://apigw.service-in.leadsquared.com/api/tenants/22824/tickets/143/update",
            " apigw.service-in.leadsquared.com/api/tenants/22824 ",
            "https://apigw.service-in.leadsquared.com./api/tenants/22824",
            "HTTPS://APIGW.service-in.leadsquared.com:443/API/Tenants/22824?x=1#y",
        ] {
            assert_eq!(host(pasted), understood, "{pasted}");
        }
        let page =
            "https://apigw.service-in.leadsquared.com/api/tenants/{{orgId}}/tickets/{{ticketId}}/update";
        assert_eq!(host(page).unwrap().1, None);
    }

    #[test]
    fn a_host_is_read_again_as_it_was_shown() {
        for pasted in [
            "a.example.",
            "a.example..",
            "https://a.example.:8443/x",
            "http://[::1]:1",
            "xn--e1afmkfd.example",
        ] {
            let shown = host(pasted).unwrap().0;
            assert_eq!(host(&shown).unwrap().0, shown, "{pasted}");
        }
    }

    #[test]
    fn keys_never_travel_unprotected() {
        assert_eq!(host("http://apigw.example.com"), Err(AddressFault::AddressNotSecure));
        assert_eq!(host("http://192.168.0.7"), Err(AddressFault::AddressNotSecure));
        assert_eq!(host("http://localhost.example.com"), Err(AddressFault::AddressNotSecure));
        for here in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080"] {
            assert_eq!(host(here).unwrap().0, here);
            assert!(Host::parse(here).unwrap().0.is_loopback());
        }
    }

    #[test]
    fn what_is_no_address_is_said() {
        assert_eq!(host("  "), Err(AddressFault::AddressEmpty));
        for given in
            ["acme", "acme.", "ftp://a.example", "https://user:pw@a.example", "https://", "a b.example"]
        {
            assert_eq!(host(given), Err(AddressFault::AddressUnreadable { given: given.into() }), "{given}");
        }
    }

    #[test]
    fn the_settings_have_a_host_of_their_own_where_the_name_shows_which() {
        let other = |text: &str| Host::parse(text).unwrap().0.of_settings().to_string();
        assert_eq!(other("apigw.service-in.leadsquared.com"), "https://api.service-in.leadsquared.com");
        assert_eq!(other("https://apigw.a.example:8443"), "https://api.a.example:8443");
        for same in [
            "https://api.a.example",
            "https://apigw-x.a.example",
            "https://a.apigw.example",
            "https://apigw.com",
            "http://[::1]:8080",
        ] {
            assert_eq!(other(same), same);
        }
    }

    #[test]
    fn an_organisation_cannot_leave_its_place_in_the_path() {
        for given in ["1/../2", "a b", "22824?x", "é", &"1".repeat(65)] {
            assert!(Organisation::parse(given).is_err(), "{given}");
        }
        assert_eq!(Organisation::parse(" 22824 ").unwrap().as_str(), "22824");
    }

    #[test]
    fn a_key_is_never_printed_and_never_splits_a_header() {
        let keys = Keys::new(" canary-access\n", "canary-secret").unwrap();
        assert_eq!(keys.expose(), ("canary-access", "canary-secret"));
        assert!(!format!("{keys:?} {:?}", keys.headers()).contains("canary"));
        assert_eq!(Keys::new("a", "b\r\nX-Evil: 1").unwrap_err(), KeysFault::SecretKeyUnreadable);
        assert_eq!(Keys::new("ключ", "b").unwrap_err(), KeysFault::AccessKeyUnreadable);
        assert_eq!(Keys::new("a", " ").unwrap_err(), KeysFault::SecretKeyEmpty);
    }
}
