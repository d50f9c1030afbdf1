//! Trying an account's connection without touching any ticket.

use http::Method;
use serde::Serialize;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::code::Code;
use crate::failure::Failure;
use crate::json;
use crate::reply::Reply;
use crate::speaker::Speaker;

/// The finding of a try. `by`: who answered.
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
        by: Speaker,
    },
    /// 403 in a form that only half tells who speaks: the ticket system that knows the keys, or a gateway before it.
    Forbidden {
        said: Option<String>,
        by: Speaker,
    },
    /// The host knows the keys, and not the organisation.
    OrganisationUnknown {
        said: Option<String>,
        by: Speaker,
    },
    /// Something answered that does not speak the vendor's language.
    NotTheTicketSystem {
        status: u16,
        by: Speaker,
    },
    /// Nobody is named where nobody answered; of a proxy that made no way the failure tells.
    Failed {
        failure: Failure,
        by: Option<Speaker>,
        /// The proxy at which a name and a password may help.
        sign_in_to: Option<String>,
    },
}

impl Connection {
    fn failed(failure: Failure, by: Option<Speaker>) -> Self {
        let sign_in_to = failure.proxy_to_sign_in().map(str::to_owned);
        Self::Failed { failure, by, sign_in_to }
    }
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
            Connection::OrganisationUnknown { .. } => {}
            // JSON, and a success of another kind than was asked for.
            Connection::NotTheTicketSystem { status: 200..=299, by: Speaker::Unknown } => {}
            found => return found,
        }
        self.asked(&["lookups", "SubType", "values"], Value::is_array).await
    }

    /// The finding of one question. `right`: whether an answer is of the kind that was asked for.
    async fn asked(&self, path: &[&str], right: fn(&Value) -> bool) -> Connection {
        let request = || self.request(Method::GET, path);
        match self.ask(&self.account.place.host, request, &CancellationToken::new()).await {
            Ok(reply) => shown(reply, right),
            Err(failure) => Connection::failed(failure, None),
        }
    }
}

fn shown(reply: Reply, right: fn(&Value) -> bool) -> Connection {
    let by = reply.speaker();
    let said = reply.answer.words().map(str::to_owned);
    // JSON of a gateway, which knows nothing of the account, is nobody's word on it.
    let spoken = matches!(by, Speaker::TicketSystem | Speaker::Unknown);
    match reply.answer.status {
        401 if !matches!(reply.refusal(true), Code::NotTheTicketSystem { .. }) => {
            Connection::KeysRefused { said, named_host: reply.answer.named_host, by }
        }
        200..=299 if reply.json.as_ref().is_some_and(right) => Connection::Works,
        200..=299 if by == Speaker::TicketSystem => Connection::OrganisationUnknown { said, by },
        403 if by == Speaker::TicketSystem => Connection::Works,
        403 if spoken => Connection::Forbidden { said, by },
        400 | 404 | 422 if spoken => Connection::OrganisationUnknown { said, by },
        407 | 500..=510 | 512..=599 => {
            let failure = Failure::reading(reply.refusal(true)).with_answer(reply.answer);
            Connection::failed(failure, Some(by))
        }
        status => Connection::NotTheTicketSystem { status, by },
    }
}
