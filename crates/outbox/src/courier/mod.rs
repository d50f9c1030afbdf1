//! The courier: carries what waits, one delivery of a ticket after the other, the tickets side by side; tries again by
//! itself what cannot have reached the server, and nothing else.

mod carry;
mod lane;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use service_crm::{CancellationToken, Client, Progress};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio_util::task::TaskTracker;

use crate::delivery::{Behind, Delivery};
use crate::state::State;
use crate::store::{Outbox, OutboxError};
use lane::Lanes;

pub use lane::Waiting;

/// Deliveries that are looked at at once for one that may go.
const AT_ONCE: usize = 200;
/// How long the end of the app waits for what is under way to be written down.
const FAREWELL: Duration = Duration::from_secs(15);

/// The clock, in milliseconds since 1970.
type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Where the clients come from: the courier knows no keys.
pub trait Accounts: Send + Sync + 'static {
    /// The client of an account, by the account's id. It is asked before each delivery.
    fn client(&self, account: &str) -> impl Future<Output = Result<Client, NoClient>> + Send;
}

/// Why there is no client for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoClient {
    /// Its keys cannot be had now.
    Keys,
    /// There is no such account any more.
    Gone,
    /// Something else, in words for the log.
    Failed(String),
}

/// What the courier tells of its work.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// A delivery changed: its state, or why it waits.
    Changed(i64),
    /// How far a delivery has come.
    Progress(i64, Progress),
    /// What became of a delivery cannot be written down, in words for the log; it is tried on.
    Unwritten(i64, String),
}

/// Carries deliveries until it is stopped. Clones are the same courier.
pub struct Courier<A>(Arc<Desk<A>>);

impl<A> Clone for Courier<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// What the courier's tasks share.
struct Desk<A> {
    outbox: Outbox,
    accounts: A,
    now: Clock,
    tell: Box<dyn Fn(Told) + Send + Sync>,
    runtime: Handle,
    under_way: Mutex<HashMap<i64, UnderWay>>,
    lanes: Mutex<Lanes>,
    wake: Notify,
    /// The app ends: nothing new begins.
    stopping: CancellationToken,
    tasks: TaskTracker,
}

/// A delivery that a task of its own carries: it waits for its turn, or is being sent.
#[derive(Clone)]
struct UnderWay {
    account: String,
    stop: CancellationToken,
    /// It was the app that stopped it, not a person.
    paused: Arc<AtomicBool>,
    large: bool,
}

impl<A: Accounts> Courier<A> {
    /// Starts carrying. `now` reads the clock, in milliseconds since 1970; `tell` must not wait.
    pub fn start(
        outbox: Outbox,
        accounts: A,
        now: impl Fn() -> i64 + Send + Sync + 'static,
        runtime: Handle,
        tell: impl Fn(Told) + Send + Sync + 'static,
    ) -> Self {
        let desk = Arc::new(Desk {
            outbox,
            accounts,
            now: Arc::new(now),
            tell: Box::new(tell),
            runtime: runtime.clone(),
            under_way: Mutex::default(),
            lanes: Mutex::default(),
            wake: Notify::new(),
            stopping: CancellationToken::new(),
            tasks: TaskTracker::new(),
        });
        desk.tasks.spawn_on(desk.clone().dispatch(), &runtime);
        Self(desk)
    }

    /// There is a new delivery. One that a person sends off is also a reason to try an account again.
    pub fn sent_off(&self, delivery: &Delivery) {
        self.0.try_anew(&delivery.account);
    }

    /// An account was changed, or its keys are to be had again.
    pub fn account_changed(&self, account: &str) {
        self.0.try_anew(account);
        let (desk, account) = (self.0.clone(), account.to_owned());
        self.0.beside(async move { desk.look_at_undecided(Some(account)).await });
    }

    /// Stops a delivery, by a person's wish. One that waits is cancelled when this returns; of one that is under way
    /// the courier tells what became of it.
    ///
    /// # Errors
    /// When it is settled already, or the database cannot be written.
    pub async fn cancel(&self, id: i64) -> Result<(), OutboxError> {
        self.0.cancel(id).await
    }

    /// Sends a delivery again that was refused or may be done: a person wants it so.
    ///
    /// # Errors
    /// When it is neither, or the database cannot be written.
    pub async fn send_again(&self, id: i64) -> Result<(), OutboxError> {
        let now = (self.0.now)();
        let delivery = self
            .0
            .on_disk(move |outbox| {
                outbox.send_again(id, now)?;
                outbox.delivery(id)
            })
            .await?;
        self.0.try_anew(&delivery.account);
        self.0.changed(id);
        Ok(())
    }

    /// A person looked, and a delivery was done.
    ///
    /// # Errors
    /// When it is not one that may be done, or the database cannot be written.
    pub async fn it_was_done(&self, id: i64) -> Result<(), OutboxError> {
        let now = (self.0.now)();
        self.0.on_disk(move |outbox| outbox.it_was_done(id, now)).await?;
        self.0.changed(id);
        Ok(())
    }

    /// Reads the ticket of a delivery that may be done, and keeps what it shows.
    ///
    /// # Errors
    /// When the database cannot be read or written. That the ticket cannot be read is a finding.
    pub async fn look_at_ticket(&self, id: i64) -> Result<(), OutboxError> {
        self.0.look(id).await
    }

    /// Why a delivery waits; none where it does not.
    pub fn waiting(&self, delivery: &Delivery) -> Option<Waiting> {
        if delivery.state != State::Waiting {
            return None;
        }
        Some(match delivery.behind {
            Some(Behind::Unknown) => Waiting::BehindUnknown,
            Some(Behind::Earlier) => Waiting::Behind,
            None => self.0.lanes().waiting(delivery),
        })
    }

    /// A delivery was changed by somebody else than the courier.
    pub fn changed(&self, id: i64) {
        self.0.changed(id);
    }

    /// How many deliveries are being sent or about to be.
    pub fn under_way(&self) -> usize {
        self.0.under_way().len()
    }

    /// Stops everything for the end of the app, and waits until it is written down, or for 15 seconds: what stops goes
    /// on at the next start.
    pub async fn stop(&self) {
        self.0.stopping.cancel();
        for under_way in self.0.under_way().values() {
            under_way.paused.store(true, Ordering::SeqCst);
            under_way.stop.cancel();
        }
        self.0.tasks.close();
        // What is not written down by then is found by its line of no return.
        let _ = tokio::time::timeout(FAREWELL, self.0.tasks.wait()).await;
    }
}

impl<A: Accounts> Desk<A> {
    async fn dispatch(self: Arc<Self>) {
        self.look_at_undecided(None).await;
        loop {
            let wake = self.wake.notified();
            if self.stopping.is_cancelled() {
                return;
            }
            let (closed, later) = self.lanes().not_now();
            match self.on_disk(move |outbox| outbox.due(&closed, &later, AT_ONCE)).await {
                Ok(due) => due.into_iter().for_each(|due| self.send_out(due)),
                // Read again when something happens, and in a while.
                Err(_) => self.wake_in(lane::STORAGE),
            }
            tokio::select! {
                () = wake => {}
                () = self.stopping.cancelled() => return,
            }
        }
    }

    /// Gives a delivery a task of its own, if there is room on its lane.
    fn send_out(self: &Arc<Self>, due: Due) {
        let mut under_way = self.under_way();
        if under_way.contains_key(&due.id) || !lane::has_room(under_way.values(), &due) {
            return;
        }
        let one = UnderWay {
            account: due.account.clone(),
            stop: CancellationToken::new(),
            paused: Arc::default(),
            large: due.is_large(),
        };
        under_way.insert(due.id, one.clone());
        drop(under_way);
        let desk = self.clone();
        // Not ended from outside: it ends when what became of it is written down.
        let carrying = async move {
            let place = Place { desk: desk.clone(), id: due.id };
            let may_wait = desk.carry(due.id, &one).await;
            drop(place);
            if may_wait && one.stop.is_cancelled() && !one.paused.load(Ordering::SeqCst) {
                // A person stopped it in the moment in which it failed by itself: it waits now, and must not go on.
                // One that is settled meanwhile cannot be stopped any more.
                let _ = desk.cancel(due.id).await;
            }
        };
        self.tasks.spawn_on(carrying, &self.runtime);
    }

    /// As [`Courier::cancel`].
    async fn cancel(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        // Under the lock, so that it cannot begin in between.
        let under_way = self.under_way().get(&id).cloned();
        if let Some(under_way) = under_way {
            under_way.stop.cancel();
            return Ok(());
        }
        let now = (self.now)();
        self.on_disk(move |outbox| outbox.cancel(id, now)).await?;
        self.changed(id);
        Ok(())
    }

    /// A task beside the carrying, which is over when the app ends.
    fn beside(self: &Arc<Self>, task: impl Future<Output = ()> + Send + 'static) {
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
    fn try_anew(self: &Arc<Self>, account: &str) {
        self.lanes().open(account);
        self.wake.notify_one();
        self.waits_changed(account);
    }

    /// A delivery changed, and others may go by that.
    fn changed(&self, id: i64) {
        (self.tell)(Told::Changed(id));
        self.wake.notify_one();
    }

    /// Why an account's deliveries wait changed: told of those that stand at the top.
    fn waits_changed(self: &Arc<Self>, account: &str) {
        let (desk, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            let waiting = desk.on_disk(|outbox| Ok(outbox.top()?.on_the_way)).await;
            // Not told, it is seen at the next look at the list.
            for delivery in waiting.unwrap_or_default() {
                if delivery.account == account && delivery.state == State::Waiting {
                    (desk.tell)(Told::Changed(delivery.id));
                }
            }
        });
    }

    fn wake_in(self: &Arc<Self>, pause: Duration) {
        let desk = self.clone();
        self.beside(async move {
            tokio::time::sleep(pause).await;
            desk.wake.notify_one();
        });
    }

    /// Asks the outbox where it may block.
    async fn on_disk<T: Send + 'static>(
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

    fn under_way(&self) -> MutexGuard<'_, HashMap<i64, UnderWay>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A delivery's place among those under way, until its task ends, however it does.
struct Place<A> {
    desk: Arc<Desk<A>>,
    id: i64,
}

impl<A> Drop for Place<A> {
    fn drop(&mut self) {
        self.desk.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
        self.desk.wake.notify_one();
    }
}

/// A delivery that may go: no earlier one of its ticket stands before it.
#[derive(Debug)]
pub(crate) struct Due {
    pub(crate) id: i64,
    pub(crate) account: String,
    /// Bytes of its files.
    pub(crate) bytes: u64,
}

impl Outbox {
    /// What may go now, in order, but for some accounts and some deliveries.
    pub(crate) fn due(
        &self,
        not_accounts: &[String],
        not_deliveries: &[i64],
        most: usize,
    ) -> Result<Vec<Due>, OutboxError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT id, account,
                    (SELECT coalesce(sum(size), 0) FROM delivery_file WHERE delivery_file.delivery = delivery.id)
             FROM delivery
             WHERE state IN ('waiting', 'sending') AND state = 'waiting'
               AND account NOT IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT value FROM json_each(?2))
               -- There is no ticket yet that a new one could wait behind.
               AND (job = 'new_ticket' OR NOT EXISTS (
                 SELECT 1 FROM delivery AS before
                 WHERE before.account = delivery.account AND before.ticket = delivery.ticket
                   AND before.id < delivery.id AND before.state IN ('waiting', 'sending', 'may_be_done')))
             ORDER BY id LIMIT ?3",
        )?;
        let lists = (crate::delivery::json(not_accounts), crate::delivery::json(not_deliveries));
        let rows = statement.query_map((lists.0, lists.1, most), |row| {
            Ok(Due { id: row.get(0)?, account: row.get(1)?, bytes: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
