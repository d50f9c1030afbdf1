//! Trying an account's connection without touching any ticket.

use http::Method;
use serde::Serialize;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::code::Code;
use crate::failure::Failure;
use crate::json;

/// What trying the connection found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Found"))]
#[serde(tag = "result", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum Connection {
    Works,
    /// 401: the keys are wrong, of another region or of a deactivated person, or this computer is not on an IP list.
    KeysRefused {
        said: Option<String>,
        /// Another host of the vendor's that the words name.
        named_host: Option<String>,
    },
    /// 403 in a form that only half tells who speaks: the ticket system that knows the keys, or a gateway before it.
    Forbidden {
        said: Option<String>,
    },
    /// The host knows the keys, and not the organisation.
    OrganisationUnknown {
        said: Option<String>,
    },
    /// Something answered that does not speak the vendor's language.
    NotTheTicketSystem {
        status: u16,
    },
    Failed {
        failure: Failure,
    },
}

impl Client {
    /// Tells right keys from a wrong host from a wrong organisation, by two questions that change nothing.
    ///
    /// The first reads a ticket. "No such ticket" and "no such organisation" are both 404, and nobody knows a
    /// ticket that every account has; so the second asks for a list that every organisation has. To be
    /// forbidden (403) by the vendor itself is good news here: the keys were recognised.
    pub async fn try_connection(&self) -> Connection {
        let ticket = |json: &Value| json::member(json, "Fields").is_some_and(Value::is_array);
        match self.asked(&["tickets", "1"], ticket).await {
            Ok(Asked::NotThere(_) | Asked::Unclear) => {}
            Ok(asked) => return asked.verdict(),
            Err(failure) => return Connection::Failed { failure },
        }
        match self.asked(&["lookups", "SubType", "values"], Value::is_array).await {
            Ok(asked) => asked.verdict(),
            Err(failure) => Connection::Failed { failure },
        }
    }

    /// `right`: whether an answer is of the kind that was asked for.
    async fn asked(&self, path: &[&str], right: fn(&Value) -> bool) -> Result<Asked, Failure> {
        let request = || self.request(Method::GET, path);
        let reply = self.ask(&self.account.place.host, request, &CancellationToken::new()).await?;
        let said = reply.answer.words().map(str::to_owned);
        let vendor = reply.answer.is_vendors();
        // One member in small letters: a gateway in front, which knows nothing of the account.
        let spoken = reply.of_gateway().is_none()
            && reply.json.as_ref().is_some_and(|json| json.is_object() || json.is_array());
        let page = matches!(reply.refusal(true), Code::NotTheTicketSystem { .. });
        Ok(match reply.answer.status {
            401 if !page => Asked::Stranger(said, reply.answer.named_host),
            200..=299 if reply.json.as_ref().is_some_and(right) => Asked::Known,
            200..=299 if vendor => Asked::NotThere(said),
            200..=299 if spoken => Asked::Unclear,
            403 if vendor => Asked::Known,
            403 if spoken => Asked::Forbidden(said),
            400 | 404 | 422 if spoken => Asked::NotThere(said),
            407 | 500..=599 => {
                return Err(Failure::reading(reply.refusal(true)).with_answer(reply.answer));
            }
            status => Asked::Foreign(status),
        })
    }
}

/// What a question showed.
enum Asked {
    Known,
    Stranger(Option<String>, Option<String>),
    Forbidden(Option<String>),
    NotThere(Option<String>),
    /// A success of another kind than was asked for.
    Unclear,
    Foreign(u16),
}

impl Asked {
    fn verdict(self) -> Connection {
        match self {
            Asked::Known => Connection::Works,
            Asked::Stranger(said, named_host) => Connection::KeysRefused { said, named_host },
            Asked::Forbidden(said) => Connection::Forbidden { said },
            Asked::NotThere(said) => Connection::OrganisationUnknown { said },
            Asked::Unclear => Connection::NotTheTicketSystem { status: 200 },
            Asked::Foreign(status) => Connection::NotTheTicketSystem { status },
        }
    }
}
