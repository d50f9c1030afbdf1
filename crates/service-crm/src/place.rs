//! A place: the host, the organisation and the lead host that keys are for and work goes to.

use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::typed::plain;

/// The domain that the vendor's hosts are under.
const VENDOR: &str = "leadsquared.com";

/// Where keys may go, and work goes: two are equal however they are spelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Spelled", into = "Spelled")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub struct Place {
    pub host: Host,
    pub organisation: Organisation,
    /// Where leads are looked up by email, if anywhere.
    pub lead_host: Option<Host>,
}

impl Place {
    /// Reads a place as settings have it; an empty lead host is none.
    ///
    /// # Errors
    /// When one of the three cannot be read.
    pub fn read(host: &str, organisation: &str, lead_host: &str) -> Result<Self, AddressFault> {
        Ok(Self {
            host: Host::parse(host)?.0,
            organisation: Organisation::parse(organisation)?,
            lead_host: match lead_host.trim() {
                "" => None,
                given => Some(Host::parse(given)?.0),
            },
        })
    }

    /// Whether what goes to this place goes nowhere else than to `other`: the same, or the same without its lead host.
    pub fn is_within(&self, other: &Self) -> bool {
        self.host == other.host
            && self.organisation == other.organisation
            && (self.lead_host.is_none() || self.lead_host == other.lead_host)
    }
}

/// A place as it is written down.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Spelled {
    host: String,
    organisation: String,
    lead_host: String,
}

impl From<Place> for Spelled {
    fn from(place: Place) -> Self {
        Self {
            host: place.host.to_string(),
            organisation: place.organisation.as_str().to_owned(),
            lead_host: place.lead_host.map(|host| host.to_string()).unwrap_or_default(),
        }
    }
}

impl TryFrom<Spelled> for Place {
    type Error = AddressFault;

    fn try_from(spelled: Spelled) -> Result<Self, AddressFault> {
        Self::read(&spelled.host, &spelled.organisation, &spelled.lead_host)
    }
}

/// Why an address or an organisation ID cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
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
        let text = plain(text);
        if text.is_empty() {
            return Err(AddressFault::AddressEmpty);
        }
        // Behind the question mark can stand keys: the vendor prints some of its calls so.
        let given = text.split(['?', '#']).next().unwrap_or_default();
        let unreadable = || AddressFault::AddressUnreadable { given: given.to_owned() };
        let with_scheme = if text.contains("://") { text.clone() } else { format!("https://{text}") };
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
        is_loopback(&self.0)
    }

    /// Whether nothing is secured on the way, as only the computer itself may have it.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }

    /// Whether it is one of the vendor's own, at the usual port.
    pub(crate) fn is_vendors(&self) -> bool {
        let below = |name: &str| name.strip_suffix(VENDOR).is_some_and(|rest| rest.ends_with('.'));
        self.0.port().is_none() && self.0.scheme() == "https" && self.0.domain().is_some_and(below)
    }

    /// Where the vendor answers questions about an account's settings: `api.service-in.…` beside
    /// `apigw.service-in.…`. The keys go there, so it is derived under the vendor's own name only; any other host is
    /// taken to answer them itself.
    pub(crate) fn of_settings(&self) -> Self {
        let mut url = self.0.clone();
        let rest = url.domain().and_then(|name| name.strip_prefix("apigw.")).filter(|rest| {
            *rest == VENDOR || rest.strip_suffix(VENDOR).is_some_and(|name| name.ends_with('.'))
        });
        // A part of a name that was one is one.
        match rest.map(|rest| format!("api.{rest}")).map(|other| url.set_host(Some(&other))) {
            Some(Ok(())) => Self(url),
            Some(Err(_)) | None => self.clone(),
        }
    }

    /// The name behind `apigw.`, of the vendor's hosts alone.
    pub(crate) fn behind_gateway(&self) -> Option<&str> {
        self.0.domain()?.strip_prefix("apigw.").filter(|_| self.is_vendors())
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

/// Whether an address is the computer's own.
pub(crate) fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(url::Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(url::Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

impl Serialize for Host {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// `/api/tenants/{orgId}/…`; the page's own placeholder `{{orgId}}` names nobody.
fn organisation_in(url: &Url) -> Option<Organisation> {
    let mut segments = url.path_segments()?;
    segments.find(|segment| segment.eq_ignore_ascii_case("tenants"))?;
    Organisation::parse(segments.next()?).ok()
}

/// The organisation ID (`orgId` in the vendor's page).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation(String);

impl Organisation {
    /// The one of questions that are asked before anybody knows it; it stands in no address.
    pub(crate) fn not_known() -> Self {
        Self("-".to_owned())
    }

    /// Letters, digits, `-` and `_`, at most 64: what the vendor prints is a number.
    ///
    /// # Errors
    /// When it is empty or holds anything else.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = plain(text);
        if text.is_empty() {
            return Err(AddressFault::OrganisationEmpty);
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if text.len() > 64 || !text.chars().all(fits) {
            return Err(AddressFault::OrganisationUnreadable { given: text });
        }
        Ok(Self(text))
    }

    /// The ID as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_copying_adds_unseen_around_an_address_does_not_count() {
        let host = |text: &str| Host::parse(text).unwrap().0.to_string();
        for copied in
            ["\u{feff}https://api.a.example", "api.a.example\u{200b}", "\u{a0}api.a.example\u{2060} "]
        {
            assert_eq!(host(copied), "https://api.a.example", "{copied:?}");
        }
    }

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
        for same in [
            "https://apigw.a.example:8443",
            "https://apigw.evil-leadsquared.com",
            "https://apigw.leadsquared.com.evil.example",
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
    fn a_place_is_the_same_however_it_is_spelled() {
        let here = Place::read("apigw.a.example", "22824", "leads.a.example").unwrap();
        let spelled =
            Place::read(" HTTPS://Apigw.A.example.:443/api", "22824 ", "https://LEADS.a.example/").unwrap();
        assert_eq!(here, spelled);
        assert_eq!(serde_json::from_str::<Place>(&serde_json::to_string(&here).unwrap()).unwrap(), here);
        for (host, organisation, leads) in [
            ("apigw.b.example", "22824", "leads.a.example"),
            ("apigw.a.example:8443", "22824", "leads.a.example"),
            ("apigw.a.example", "22825", "leads.a.example"),
            ("apigw.a.example", "22824", "leads.b.example"),
        ] {
            let elsewhere = Place::read(host, organisation, leads).unwrap();
            assert!(here != elsewhere && !elsewhere.is_within(&here), "{host} {organisation} {leads}");
        }
        let less = Place::read("apigw.a.example", "22824", "").unwrap();
        assert!(less.is_within(&here) && !here.is_within(&less), "keys go nowhere else by one host less");
    }
}
