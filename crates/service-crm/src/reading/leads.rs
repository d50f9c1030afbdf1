//! Finding a lead by its email address.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;
use crate::place::Host;
use crate::ticket::LeadId;
use crate::transport::Question;
use crate::typed::plain;

/// A person whom tickets are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Lead {
    /// `ProspectID`.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub id: LeadId,
    /// First name, where it is known.
    pub first_name: Option<String>,
    /// Last name, where it is known.
    pub last_name: Option<String>,
    /// Email address.
    pub email: Option<String>,
}

impl Lead {
    fn read(entry: &Value) -> Option<Self> {
        Some(Self {
            id: LeadId::parse(&json::text(entry, "ProspectID")?).ok()?,
            first_name: json::text(entry, "FirstName"),
            last_name: json::text(entry, "LastName"),
            email: json::text(entry, "EmailAddress"),
        })
    }
}

impl Client {
    /// Reads the leads with an email address; none is no failure. `lead_host` is another than the account's and
    /// depends on its region.
    ///
    /// # Errors
    /// As [`Client::read_ticket`]. A host that does not know the keys in headers, only in the address as the vendor
    /// prints them, is `KeysRefused`: in an address they would be written into logs.
    pub async fn leads_by_email(
        &self,
        lead_host: &Host,
        email: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<Lead>, Failure> {
        let mut address = lead_host.join(&["v2", "LeadManagement.svc", "Leads.GetByEmailaddress"]);
        address.query_pairs_mut().append_pair("emailaddress", &plain(email));
        let request = || {
            let mut request = Question::new(Method::GET, address.clone());
            for (name, value) in self.account.keys.lead_headers() {
                request = request.header(name, value);
            }
            request
        };
        let reply = self.ask(lead_host, request, cancel).await?;
        reply.content(|answer| Some(answer.as_array()?.iter().filter_map(Lead::read).collect()))
    }
}
