//! Trying an account's connection without touching any ticket.

use http::Method;
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;

/// What trying the connection found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Found"))]
#[serde(tag = "result", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Connection {
    Works,
    /// 401: the keys are wrong, or this computer is not on the account's IP whitelist.
    KeysRefused {
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
    /// forbidden (403) is good news here: the keys were recognised.
    pub async fn try_connection(&self) -> Connection {
        match self.asked(&["tickets", "1"]).await {
            Ok(Asked::NotThere(_)) => {}
            Ok(asked) => return asked.verdict(),
            Err(failure) => return Connection::Failed { failure },
        }
        match self.asked(&["lookups", "SubType", "values"]).await {
            Ok(asked) => asked.verdict(),
            Err(failure) => Connection::Failed { failure },
        }
    }

    async fn asked(&self, path: &[&str]) -> Result<Asked, Failure> {
        let request = || self.request(Method::GET, path);
        let reply = self.ask(&self.account.place.host, request, &CancellationToken::new()).await?;
        let said = reply.answer.words().map(str::to_owned);
        let spoken = reply.json.as_ref().is_some_and(|json| json.is_object() || json.is_array());
        Ok(match reply.answer.status {
            401 => Asked::Stranger(said),
            200..=299 if spoken => Asked::Known,
            // A gateway in front knows nothing of the keys' rights.
            403 if spoken && reply.of_gateway().is_none() => Asked::Known,
            400 | 404 | 422 if spoken => Asked::NotThere(said),
            500..=599 => return Err(Failure::reading(reply.refusal(true)).with_answer(reply.answer)),
            status => Asked::Foreign(status),
        })
    }
}

/// What a question showed.
enum Asked {
    Known,
    Stranger(Option<String>),
    NotThere(Option<String>),
    Foreign(u16),
}

impl Asked {
    fn verdict(self) -> Connection {
        match self {
            Asked::Known => Connection::Works,
            Asked::Stranger(said) => Connection::KeysRefused { said },
            Asked::NotThere(said) => Connection::OrganisationUnknown { said },
            Asked::Foreign(status) => Connection::NotTheTicketSystem { status },
        }
    }
}
