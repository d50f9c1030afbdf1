//! The consequences of an attempt for the other deliveries of its account.

use std::sync::Arc;
use std::time::Duration;

use service_crm::{Attempt, Client, Code, Connection, Effect, Failure, Remedy};

use super::lane::{STORAGE, WaitReason, backoff};
use super::shared::{Accounts, Shared};
use crate::error::OutboxError;

/// Pauses between two probes of a server that cannot be reached. A probe is a connection without a request, so it may be
/// often.
const PROBE_FIRST: Duration = Duration::from_secs(1);
const PROBE_MOST: Duration = Duration::from_secs(5);
/// After connections that were made and led to nothing.
const UNREACHABLE_MOST: Duration = Duration::from_secs(60);
/// After a 503.
const BUSY_FIRST: Duration = Duration::from_secs(2);
const BUSY_MOST: Duration = Duration::from_secs(300);
/// After a break in the middle.
const LATER_FIRST: Duration = Duration::from_secs(1);
const LATER_MOST: Duration = Duration::from_secs(120);
/// Ends in a row of which nobody knows whether they were done, after which no more such questions are made.
const UNKNOWN: u32 = 2;
/// Between two readings that look whether the ticket system answers again.
const READING_FIRST: Duration = Duration::from_secs(2);
const READING_MOST: Duration = Duration::from_secs(300);

/// The consequence of a failure for the others of its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Consequence {
    /// Nothing.
    None,
    /// The server cannot be reached: nobody tries until it can.
    Unreachable,
    /// The way has to be mended by a person: nobody tries until then.
    Way,
    /// The server is unavailable: everybody waits.
    Busy,
    /// The keys are refused: the next one's would be too.
    KeysRefused,
    /// The disk does not take what must be written down.
    Storage,
    /// A wait for this one; the others go on.
    Later,
}

impl Consequence {
    fn of(failure: &Failure) -> Self {
        match failure.code {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::ProxyUnreachable { .. } => Self::Unreachable,
            _ if failure.repeatable() && failure.remedy() == Remedy::Setting => Self::Way,
            Code::Unavailable => Self::Busy,
            Code::KeysRefused => Self::KeysRefused,
            Code::NotReleased { .. } => Self::Storage,
            // Of what else may be repeated, one alone waits: a lost answer to a reading is such.
            _ if failure.repeatable() && failure.code != Code::TooManyCalls => Self::Later,
            _ => Self::None,
        }
    }
}

impl<A: Accounts> Shared<A> {
    /// Draws the consequence of an attempt's end for the others of its account. `last`: it is not tried again by itself.
    pub(super) fn follow(
        self: &Arc<Self>,
        id: i64,
        account: &str,
        client: &Client,
        attempt: &Attempt,
        last: bool,
    ) {
        let Err(failure) = &attempt.became else {
            self.lanes().ended_known(account);
            return self.lanes().answered(account, id);
        };
        match failure.effect {
            _ if failure.code == Code::Cancelled => {}
            Effect::MayBeDone => {
                if self.lanes().ended_unknown(account) >= UNKNOWN {
                    self.wait_until_answered(account, client.clone());
                }
            }
            Effect::NotDone => self.lanes().ended_known(account),
            Effect::NotSent => {}
        }
        let host = client.host();
        match Consequence::of(failure) {
            Consequence::None => self.lanes().answered(account, id),
            Consequence::Later if last => self.lanes().answered(account, id),
            Consequence::Way => {
                self.close(account, WaitReason::Way { failure: Box::new(failure.clone()) }, None);
            }
            Consequence::Unreachable => self.wait_until_reachable(account, host, client.clone()),
            Consequence::Busy => {
                let (closing, failures) = self.lanes().close(account, WaitReason::Busy);
                self.open_in(account, closing, backoff(failures, BUSY_FIRST, BUSY_MOST));
            }
            Consequence::KeysRefused => self.close(account, WaitReason::KeysRefused, None),
            Consequence::Storage => {
                let why = failure.to_string();
                self.close(account, WaitReason::Storage { why }, Some(STORAGE));
            }
            Consequence::Later => {
                let failures = self.lanes().put_off(account, host, id);
                let shared = self.clone();
                self.beside(async move {
                    tokio::time::sleep(backoff(failures, LATER_FIRST, LATER_MOST)).await;
                    shared.lanes().rested(id);
                    shared.wake.notify_one();
                });
            }
        }
    }

    pub(super) fn storage(self: &Arc<Self>, account: &str, error: &OutboxError) {
        self.close(account, WaitReason::Storage { why: error.to_string() }, Some(STORAGE));
    }

    /// Nobody goes on this lane, for a while or until somebody opens it.
    pub(super) fn close(self: &Arc<Self>, account: &str, why: WaitReason, pause: Option<Duration>) {
        let (closing, _) = self.lanes().close(account, why);
        self.waits_changed(account);
        if let Some(pause) = pause {
            self.open_in(account, closing, pause);
        }
    }

    fn open_in(self: &Arc<Self>, account: &str, closing: u64, pause: Duration) {
        self.waits_changed(account);
        let (shared, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            tokio::time::sleep(pause).await;
            shared.open_after(&account, closing);
        });
    }

    fn open_after(self: &Arc<Self>, account: &str, closing: u64) {
        if self.lanes().open_after(account, closing) {
            self.wake.notify_one();
            self.waits_changed(account);
        }
    }

    /// Asks the ticket system for nothing but an answer until it gives one; then one delivery goes ahead of the others.
    fn wait_until_answered(self: &Arc<Self>, account: &str, client: Client) {
        let (closing, _) = self.lanes().close(account, WaitReason::Unsure);
        self.lanes().send_one_ahead(account);
        self.waits_changed(account);
        let (shared, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            for asked in 1.. {
                tokio::time::sleep(backoff(asked, READING_FIRST, READING_MOST)).await;
                if !shared.lanes().is_closed_by(&account, closing) {
                    return;
                }
                if answers(&client).await {
                    return shared.open_after(&account, closing);
                }
            }
        });
    }

    /// Probes the server until it can be reached; then everybody goes at once.
    fn wait_until_reachable(self: &Arc<Self>, account: &str, host: String, client: Client) {
        let (closing, failures) = self.lanes().close(account, WaitReason::Connection { host });
        self.waits_changed(account);
        let (shared, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            // A server that was reached before, which led to nothing, is not probed as often.
            let mut pause = backoff(failures, PROBE_FIRST, UNREACHABLE_MOST);
            let mut probes = failures;
            loop {
                tokio::time::sleep(pause).await;
                if !shared.lanes().is_closed_by(&account, closing) {
                    return;
                }
                if client.reachable().await {
                    return shared.open_after(&account, closing);
                }
                probes += 1;
                pause = backoff(probes, PROBE_FIRST, PROBE_MOST);
            }
        });
    }
}

/// Whether it is the ticket system that answers, whatever it thinks of the keys.
async fn answers(client: &Client) -> bool {
    match client.try_connection().await {
        Connection::Works
        | Connection::KeysRefused { .. }
        | Connection::Forbidden { .. }
        | Connection::OrganisationUnknown { .. } => true,
        Connection::NotTheTicketSystem { .. } | Connection::Failed { .. } => false,
    }
}
