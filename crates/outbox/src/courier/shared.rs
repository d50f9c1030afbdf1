//! The common ground of the courier's tasks: whom they ask, whom they tell, and what is under way.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use service_crm::{CancellationToken, Client, Place, Progress};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio_util::task::TaskTracker;

use super::lane::Lanes;
use super::under_way::UnderWay;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// Where the clients come from: the courier knows no keys.
pub trait Accounts: Send + Sync + 'static {
    /// The place of an account as it is now; none where there is no such account.
    fn place(&self, account: &str) -> Option<Place>;

    /// The client of an account, by the account's id, for a delivery of a place. It is asked before each delivery.
    fn client(
        &self,
        account: &str,
        place: Option<&Place>,
    ) -> impl Future<Output = Result<Client, AccountError>> + Send;

    /// The text of the note that says who sent, where an account wants one behind what was done.
    fn sign_off(&self, _account: &str) -> Option<String> {
        None
    }
}

/// Why there is no client for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountError {
    /// The account's keys cannot be had now.
    Keys,
    /// There is no such account any more.
    Gone,
    /// The account is at another place now.
    Elsewhere,
    /// Something else, in words for the log.
    Failed(String),
}

/// News from the courier's work.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// A delivery changed: its state, or why it waits.
    Changed(i64),
    /// How far a delivery has come.
    Progress(i64, Progress),
    /// The end of a delivery cannot be written down, in words for the log; it is tried on.
    Unwritten(i64, String),
}

/// The clock, in milliseconds since 1970.
pub(super) type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// The common ground of the courier's tasks.
pub(super) struct Shared<A> {
    pub(super) outbox: Outbox,
    pub(super) accounts: A,
    pub(super) now: Clock,
    pub(super) tell: Box<dyn Fn(Told) + Send + Sync>,
    pub(super) runtime: Handle,
    under_way: Mutex<HashMap<i64, UnderWay>>,
    lanes: Mutex<Lanes>,
    pub(super) wake: Notify,
    /// The app ends: nothing new begins.
    pub(super) stopping: CancellationToken,
    pub(super) tasks: TaskTracker,
}

impl<A: Accounts> Shared<A> {
    pub(super) fn new(
        outbox: Outbox,
        accounts: A,
        now: Clock,
        runtime: Handle,
        tell: impl Fn(Told) + Send + Sync + 'static,
    ) -> Self {
        Self {
            outbox,
            accounts,
            now,
            tell: Box::new(tell),
            runtime,
            under_way: Mutex::default(),
            lanes: Mutex::default(),
            wake: Notify::new(),
            stopping: CancellationToken::new(),
            tasks: TaskTracker::new(),
        }
    }

    /// A task beside the carrying, which is over when the app ends.
    pub(super) fn beside(self: &Arc<Self>, task: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.stopping.clone();
        let task = async move {
            tokio::select! {
                () = task => {}
                () = stopping.cancelled() => {}
            }
        };
        self.tasks.spawn_on(task, &self.runtime);
    }

    /// An account is tried again at once, whatever kept it.
    pub(super) fn try_anew(self: &Arc<Self>, account: &str) {
        self.lanes().open(account);
        self.wake.notify_one();
        self.waits_changed(account);
    }

    /// A delivery changed, and others may go by that.
    pub(super) fn changed(&self, id: i64) {
        (self.tell)(Told::Changed(id));
        self.wake.notify_one();
    }

    /// Why an account's deliveries wait changed: told of those that stand at the top.
    pub(super) fn waits_changed(self: &Arc<Self>, account: &str) {
        self.waits_changed_of(Some(account.to_owned()));
    }

    /// The same, of all accounts where none is named.
    pub(super) fn waits_changed_of(self: &Arc<Self>, account: Option<String>) {
        let shared = self.clone();
        self.beside(async move {
            let waiting = shared.on_disk(|outbox| Ok(outbox.top()?.on_the_way)).await;
            // Not told, it is seen at the next look at the list.
            for delivery in waiting.unwrap_or_default() {
                if account.as_ref().is_none_or(|account| delivery.account == *account)
                    && delivery.state == State::Waiting
                {
                    (shared.tell)(Told::Changed(delivery.id));
                }
            }
        });
    }

    pub(super) fn wake_in(self: &Arc<Self>, pause: Duration) {
        let shared = self.clone();
        self.beside(async move {
            tokio::time::sleep(pause).await;
            shared.wake.notify_one();
        });
    }

    /// Asks the outbox where it may block.
    pub(super) async fn on_disk<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Outbox) -> Result<T, OutboxError> + Send + 'static,
    ) -> Result<T, OutboxError> {
        let outbox = self.outbox.clone();
        match self.runtime.spawn_blocking(move || ask(&outbox)).await {
            Ok(answer) => answer,
            // Only a runtime that is shutting down ends it.
            Err(error) => Err(OutboxError::Spool(std::io::Error::other(error))),
        }
    }

    pub(super) fn under_way(&self) -> MutexGuard<'_, HashMap<i64, UnderWay>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
