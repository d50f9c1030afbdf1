//! Trying an account's connection without touching any ticket.

use std::time::Duration;

use reqwest::Method;
use serde::Serialize;
use tokio::time::timeout;

use crate::answer::Reply;
use crate::client::Client;
use crate::failure::{Code, Failure};
use crate::pacer::Errand;
use crate::send;

/// The whole of one question; a server that needs longer is not well.
const PATIENCE: Duration = Duration::from_secs(30);

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
        match self.ask(&["tickets", "1"]).await {
            Ok(Asked::NotThere(_)) => {}
            Ok(asked) => return asked.verdict(),
            Err(failure) => return Connection::Failed { failure },
        }
        match self.ask(&["lookups", "SubType", "values"]).await {
            Ok(asked) => asked.verdict(),
            Err(failure) => Connection::Failed { failure },
        }
    }

    async fn ask(&self, path: &[&str]) -> Result<Asked, Failure> {
        loop {
            let turn = self.pacer.turn(Errand::Reading, |_, _| ()).await;
            turn.left();
            let asking = async {
                let response = self.request(Method::GET, path).send().await?;
                Ok::<_, reqwest::Error>(Reply::read(response, self.limits.stall, &self.account.keys).await)
            };
            let patience = PATIENCE.min(self.limits.connect.saturating_add(self.limits.stall));
            let reply = match timeout(patience, asking).await {
                Ok(Ok(reply)) => reply,
                Ok(Err(error)) if error.is_connect() => {
                    return Err(Failure::new(send::no_connection(self, &error)));
                }
                Ok(Err(_)) => {
                    return Err(Failure::new(Code::CannotConnect { host: self.account.host.name() }));
                }
                Err(_) => return Err(Failure::new(Code::ConnectTimedOut { host: self.account.host.name() })),
            };
            match reply.answer.status {
                429 => {
                    turn.too_many(reply.retry_after);
                    continue;
                }
                _ => turn.accepted(),
            }
            let said = reply.answer.words().map(str::to_owned);
            let spoken = reply.json.as_ref().is_some_and(|json| json.is_object() || json.is_array());
            return Ok(match reply.answer.status {
                401 => Asked::Stranger(said),
                200..=299 | 403 if spoken => Asked::Known,
                400 | 404 | 422 if spoken => Asked::NotThere(said),
                500..=599 => {
                    let code = match reply.answer.status {
                        503 => Code::Unavailable,
                        status => Code::ServerError { status },
                    };
                    return Err(Failure::new(code).with_answer(reply.answer));
                }
                status => Asked::Foreign(status),
            });
        }
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
