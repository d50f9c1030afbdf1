//! The keys' owner, from whom an account can be set up.

use http::Method;
use serde::Serialize;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;
use crate::place::{Host, Organisation};
use crate::region;
use crate::transport::Question;

/// Whose keys they are, and where their account is: what the vendor's "who am I" answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeysOwner {
    /// The person to whom the keys belong: each call with them is that person's.
    pub name: Option<String>,
    /// The account's name, `OrgDisplayName`.
    pub company: Option<String>,
    /// The organisation ID, `OrgShortCode`.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub organisation: Organisation,
    /// The owner's time zone, as the vendor names it.
    pub time_zone: Option<String>,
    /// The account's lead host. One that is not under the vendor's own name is none: keys would go there.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub lead_host: Option<Host>,
    /// The ticket host that is printed for that region. A proposal: it differs by account.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ticket_host: Option<Host>,
}

impl KeysOwner {
    /// Only the organisation ID is indispensable. `asked`: the host that answered.
    fn read(answer: &Value, asked: &Host) -> Option<Self> {
        let organisation = Organisation::parse(&json::text(answer, "OrgShortCode")?).ok()?;
        let services = json::member(answer, "LSQCommonServiceURLs").unwrap_or(&Value::Null);
        let named = json::text(services, "api").and_then(|api| Some(Host::parse(&api).ok()?.0));
        let lead_host = named.filter(Host::is_vendors);
        let ticket_host = region::ticket_host(lead_host.as_ref().unwrap_or(asked));
        let line = |member| json::text(answer, member).map(|text| text.trim().to_owned());
        Some(Self {
            name: line("Name"),
            company: line("OrgDisplayName"),
            organisation,
            time_zone: line("TimeZone"),
            lead_host,
            ticket_host,
        })
    }
}

impl Client {
    /// Asks a lead host whose keys they are: "User by Access Key" of the vendor's pages. That host is asked and no
    /// other, whatever the answer names.
    ///
    /// # Errors
    /// `KeysRefused` where the keys are wrong, their owner is deactivated, or (the server's words tell, and may name the
    /// host) they are another region's; otherwise as [`Client::read_ticket`].
    pub async fn keys_owner(
        &self,
        lead_host: &Host,
        cancel: &CancellationToken,
    ) -> Result<KeysOwner, Failure> {
        let address = lead_host.join(&["v2", "Authentication.svc", "UserByAccessKey.Get"]);
        let request = || {
            let keys = self.account.keys.lead_headers().into_iter();
            let request = Question::new(Method::GET, address.clone());
            keys.fold(request, |request, (name, value)| request.header(name, value))
        };
        let reply = self.ask(lead_host, request, cancel).await?;
        reply.content(|answer| KeysOwner::read(answer, lead_host))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(api: &str) -> KeysOwner {
        let (asked, _) = Host::parse("api.leadsquared.com").unwrap();
        let answer = json!({"OrgShortCode": 22824, "Name": " Asha ", "LSQCommonServiceURLs": {"api": api}});
        KeysOwner::read(&answer, &asked).unwrap()
    }

    #[test]
    fn keys_are_to_go_only_to_a_lead_host_under_the_vendor_s_own_name() {
        for api in ["api-in21.leadsquared.com", "https://api-in21.leadsquared.com/v2/"] {
            let owner = read(api);
            assert_eq!(owner.lead_host.map(|host| host.name()).as_deref(), Some("api-in21.leadsquared.com"));
            assert!(owner.ticket_host.is_some() && owner.name.as_deref() == Some("Asha"));
        }
        for api in [
            "api.evil-leadsquared.com",
            "leadsquared.com.evil.example",
            "http://api.leadsquared.com",
            "api.leadsquared.com:8443",
            "https://x@api.leadsquared.com",
            "",
        ] {
            assert_eq!(read(api).lead_host, None, "{api}");
        }
    }
}
