//! One update through a gateway, by the client that people have.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use service_crm::{Attachment, Call, CancellationToken, Change, Client, Effect, Limits, Update};

use crate::gateway::PATIENCE;
use crate::row::{Class, words};

const TICKET: &str = "143";
/// The lead of that ticket, in the practice account.
const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

/// An attempt's outcome.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seen {
    /// As the client says it, for people.
    pub(crate) class: String,
    /// Whether the app would send it again by itself.
    pub(crate) again: bool,
    /// Whether the client takes it for done, or for something that may be.
    pub(crate) may_be: bool,
    /// Whether the gateway's answer was read.
    pub(crate) answered: bool,
    /// The client's own words.
    pub(crate) words: String,
}

impl Seen {
    pub(crate) fn is(&self, class: &Class) -> bool {
        self.class == class.to_string()
    }
}

/// A client of the account behind a gateway's port.
pub(crate) fn client(port: u16, secure: bool) -> Client {
    let scheme = if secure { "https" } else { "http" };
    let limits = Limits {
        connect: Duration::from_secs(10),
        stall: Duration::from_secs(5 * PATIENCE),
        answer: Duration::from_secs(5 * PATIENCE),
    };
    practice_client::unpaced_at(&format!("{scheme}://127.0.0.1:{port}"), limits)
}

/// Sends one file and a title. `stands_still`: before the last bytes, for longer than any gateway waits.
pub(crate) async fn send(client: &Client, title: &str, file: &Path, stands_still: bool) -> Result<Seen> {
    let title = Change { field: "Title".to_owned(), value: title.to_owned() };
    let call = Call::Update(Update::new(TICKET, LEAD, vec![title], vec![Attachment::look(file)?])?);
    let pause = Duration::from_secs(if stands_still { 3 * PATIENCE } else { 0 });
    let release = async move {
        tokio::time::sleep(pause).await;
        Ok(())
    };
    let cancel = CancellationToken::new();
    let turn = client.turn(&cancel, |_| ()).await?;
    let became = client.attempt(turn, &call, &cancel, release, |_| ()).await.became;
    Ok(match became {
        Ok(_) => Seen {
            class: Class::Done.to_string(),
            again: false,
            may_be: true,
            answered: true,
            words: "done".to_owned(),
        },
        Err(failure) => {
            let code = serde_json::to_value(&failure.code)?;
            let code = code["code"].as_str().unwrap_or("?");
            Seen {
                class: format!("{code}, {}", words(failure.effect)),
                again: failure.repeatable(),
                may_be: failure.effect == Effect::MayBeDone,
                answered: failure.answer.is_some(),
                words: failure.to_string(),
            }
        }
    })
}
