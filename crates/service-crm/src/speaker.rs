//! The speaker of an answer: the ticket system, or something before it, as far as the answer shows it.

use http::HeaderMap;
use http::header::{LOCATION, PROXY_AUTHENTICATE, SERVER};
use serde::Serialize;
use serde_json::Value;
use url::Url;

use crate::account::Keys;
use crate::place::Host;
use crate::said;

/// An answer's speaker. `name`: what it calls itself, where it does (anybody may call itself anything); `at`: the other host
/// that it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "who", rename_all = "snake_case")]
#[expect(missing_docs, reason = "what `name` and `at` are is said above")]
pub enum Speaker {
    /// In a form that only the vendor has.
    TicketSystem,
    /// A gateway, balancer or web server, which stands before servers and answers in their place.
    Gateway { name: Option<String> },
    /// A company's proxy or filter, which stands before this computer.
    Proxy { name: Option<String> },
    /// A page that wants a sign-in, as a hotspot or a company has one.
    SignInPage { at: Option<String> },
    /// A page of a website.
    Page { name: Option<String> },
    /// JSON that half the world may write.
    Unknown,
}

/// Names of programs that stand between a computer and the internet.
const PROXIES: [&str; 9] =
    ["squid", "zscaler", "bluecoat", "proxysg", "mcafee", "skyhigh", "websense", "fortigate", "netskope"];

/// An answer's head, as far as it shows who wrote it.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    name: Option<String>,
    proxy: bool,
    /// The other host that a redirect leads to.
    elsewhere: Option<String>,
}

impl Signs {
    /// `asked`: a redirect to the same host is no sign-in page.
    pub(crate) fn read(headers: &HeaderMap, asked: &Host, keys: &Keys) -> Self {
        let header = |name: &str| Some(keys.hide(headers.get(name)?.to_str().ok()?).trim().to_owned());
        let name = header(SERVER.as_str()).filter(|name| !name.is_empty());
        let amazon = ["x-amzn-errortype", "apigw-requestid"].iter().any(|name| headers.contains_key(*name));
        let name = name.or_else(|| amazon.then(|| "Amazon API Gateway".to_owned()));
        let calls_itself_one = name.as_ref().is_some_and(|name| {
            let name = name.to_ascii_lowercase();
            PROXIES.iter().any(|proxy| name.contains(proxy))
        });
        let proxy = calls_itself_one
            || headers.contains_key(PROXY_AUTHENTICATE)
            || headers.contains_key("x-squid-error");
        let elsewhere = header(LOCATION.as_str())
            .and_then(|to| Url::parse(&to).ok())
            .and_then(|to| to.host_str().map(str::to_owned))
            .filter(|to| !to.eq_ignore_ascii_case(asked.name().split(':').next().unwrap_or_default()));
        Self { name, proxy, elsewhere }
    }

    /// The writer of an answer with this head.
    pub(crate) fn speaker(&self, status: u16, body: &str, json: Option<&Value>) -> Speaker {
        let name = self.name.clone();
        if json.is_some_and(said::is_vendors) {
            return Speaker::TicketSystem;
        }
        // RFC 6585, 6, is of hotspots; and a way to another host is mostly a way to one.
        if status == 511 || self.elsewhere.is_some() || wants_a_sign_in(body) {
            return Speaker::SignInPage { at: self.elsewhere.clone() };
        }
        if self.proxy {
            return Speaker::Proxy { name };
        }
        match json {
            Some(json) if said::of_gateway(json).is_some() => Speaker::Gateway { name },
            Some(json) if json.is_object() || json.is_array() => Speaker::Unknown,
            // Neither JSON nor a success: the stock words of something that was asked to answer in a server's place.
            _ if status >= 300 => Speaker::Gateway { name },
            _ => Speaker::Page { name },
        }
    }
}

/// Whether a page asks for a password, or sends on to where that is done.
fn wants_a_sign_in(body: &str) -> bool {
    let body = body.trim_start();
    if !body.starts_with('<') {
        return false;
    }
    let plain: String =
        body.chars().filter(|c| !matches!(c, '"' | '\'' | ' ')).map(|c| c.to_ascii_lowercase()).collect();
    plain.contains("type=password") || plain.contains("http-equiv=refresh")
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};

    use super::*;

    fn spoke(status: u16, head: &[(&str, &str)], body: &str) -> Speaker {
        let mut headers = HeaderMap::new();
        for (name, value) in head {
            let name: HeaderName = name.parse().unwrap();
            headers.append(name, HeaderValue::from_str(value).unwrap());
        }
        let asked = Host::parse("apigw.a.example").unwrap().0;
        let keys = Keys::new("access-key", "secret-key").unwrap();
        let json = serde_json::from_str(body).ok();
        Signs::read(&headers, &asked, &keys).speaker(status, body, json.as_ref())
    }

    #[test]
    fn only_the_vendor_s_own_form_is_the_ticket_system() {
        let vendors = r#"{"Status":"Error","ReasonForFailure":"no"}"#;
        for head in [&[][..], &[("server", "nginx")][..], &[("x-amzn-requestid", "1")][..]] {
            assert_eq!(spoke(403, head, vendors), Speaker::TicketSystem);
        }
        assert_eq!(spoke(403, &[("server", "Kestrel")], r#"{"title":"Forbidden"}"#), Speaker::Unknown);
    }

    #[test]
    fn a_gateway_is_known_by_its_stock_words_and_named_as_it_calls_itself() {
        let gateway = |name: Option<&str>| Speaker::Gateway { name: name.map(str::to_owned) };
        for (status, head, body, expected) in [
            (403, &[("server", "nginx/1.22.1")][..], "<html>403 Forbidden</html>", Some("nginx/1.22.1")),
            (503, &[("server", "envoy")][..], "no healthy upstream", Some("envoy")),
            (403, &[][..], "<html><h1>403 Forbidden</h1>", None),
            (405, &[("server", "awselb/2.0")][..], "", Some("awselb/2.0")),
            (403, &[("x-amzn-errortype", "x")][..], r#"{"message":"Forbidden"}"#, Some("Amazon API Gateway")),
            (404, &[][..], r#"{"message":"Not Found"}"#, None),
            // To itself, with a slash.
            (301, &[("location", "https://apigw.a.example/")][..], "", None),
        ] {
            assert_eq!(spoke(status, head, body), gateway(expected), "{status} {body}");
        }
    }

    #[test]
    fn a_proxy_and_a_sign_in_page_are_told_from_a_gateway() {
        for head in
            [("server", "squid/5.7"), ("server", "Zscaler/6.2"), ("x-squid-error", "ERR_ACCESS_DENIED 0")]
        {
            assert!(matches!(spoke(403, &[head], "<html>Denied</html>"), Speaker::Proxy { .. }), "{head:?}");
        }
        let at = |at: Option<&str>| Speaker::SignInPage { at: at.map(str::to_owned) };
        let to_portal = [("location", "https://portal.hotel.example/?to=1")];
        assert_eq!(spoke(302, &to_portal, ""), at(Some("portal.hotel.example")));
        assert_eq!(spoke(511, &[], "<html>"), at(None));
        assert_eq!(spoke(200, &[], "<html><input type = 'PASSWORD'>"), at(None));
        assert_eq!(spoke(200, &[], "<meta http-equiv=\"refresh\" content=\"0;url=/login\">"), at(None));
        assert_eq!(spoke(200, &[], "<h1>It works!</h1>"), Speaker::Page { name: None });
    }
}
