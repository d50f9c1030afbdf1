//! The courier: carries what waits, one delivery of a ticket after the other, the tickets side by side; tries again by
//! itself what cannot have reached the server, and nothing else.

mod carry;
mod comparison;
mod consequence;
mod dispatch;
mod held_back;
mod lane;
mod patience;
mod place;
mod put_back;
mod shared;
mod under_way;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use service_crm::Failure;
use tokio::runtime::Handle;

use crate::delivery::{Behind, Delivery, FileFound, Undone};
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

pub use lane::WaitReason;
pub use put_back::Looked;
use shared::Shared;
pub use shared::{AccountError, Accounts, Told};

/// How long the end of the app waits for what is under way to be written down.
const FAREWELL: Duration = Duration::from_secs(15);

/// Carries deliveries until it is stopped. Clones are the same courier.
pub struct Courier<A>(Arc<Shared<A>>);

impl<A> Clone for Courier<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
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
        Self::begin(Shared::new(outbox, accounts, Arc::new(now), runtime, tell))
    }

    /// The same for an outbox that came from another computer: nothing goes until [`Self::send_from_here`].
    pub fn start_standing(
        outbox: Outbox,
        accounts: A,
        now: impl Fn() -> i64 + Send + Sync + 'static,
        runtime: Handle,
        tell: impl Fn(Told) + Send + Sync + 'static,
    ) -> Self {
        let shared = Shared::new(outbox, accounts, Arc::new(now), runtime, tell);
        shared.lanes().standing = true;
        Self::begin(shared)
    }

    fn begin(shared: Shared<A>) -> Self {
        let shared = Arc::new(shared);
        shared.tasks.spawn_on(shared.clone().dispatch(), &shared.runtime);
        Self(shared)
    }

    /// A person says that the outbox is this computer's from now on: what waits goes.
    pub fn send_from_here(&self) {
        self.0.lanes().standing = false;
        self.0.wake.notify_one();
        self.0.waits_changed_of(None);
    }

    /// There is a new delivery. One that a person sends off is also a reason to try an account again; but not to ask one
    /// more question of which nobody may learn the answer.
    pub fn sent_off(&self, delivery: &Delivery) {
        if self.0.lanes().is_unsure(&delivery.account) {
            return self.0.changed(delivery.id);
        }
        self.0.try_anew(&delivery.account);
    }

    /// There is a new delivery that is held back: so long a person can take it back.
    pub fn hold_back(&self, delivery: &Delivery, so_long: Duration) {
        self.0.hold_back(delivery.id, so_long);
    }

    /// A person does not want to wait: what is held back goes at once.
    ///
    /// # Errors
    /// When it is not held back any more, or the database cannot be written.
    pub async fn let_go(&self, id: i64) -> Result<(), OutboxError> {
        self.0.let_go(id).await
    }

    /// Nobody can take anything back any more, because the window closes. Blocks on the disk, briefly. What cannot be
    /// written now is let go when its moment is over, or at the next start.
    pub fn let_all_go(&self) {
        for id in self.0.outbox.let_all_go((self.0.now)()).unwrap_or_default() {
            self.0.changed(id);
        }
    }

    /// A person takes back what is held back. `replace`: what was put together since is given up for it.
    ///
    /// # Errors
    /// When it is not held back any more, or the database cannot be written.
    pub async fn undo(&self, id: i64, replace: bool) -> Result<Undone, OutboxError> {
        let undone = self.0.on_disk(move |outbox| outbox.undo(id, replace)).await?;
        self.0.changed(id);
        Ok(undone)
    }

    /// An account was changed, or its keys are to be had again.
    pub fn account_changed(&self, account: &str) {
        self.0.try_anew(account);
        let (shared, account) = (self.0.clone(), account.to_owned());
        self.0.beside(async move { shared.compare_undecided(Some(account)).await });
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
        self.0.lanes().patience.forget(id);
        self.0.try_anew(&delivery.account);
        self.0.changed(id);
        Ok(())
    }

    /// A person has mended what an account's deliveries waited for, or wants to see whether it is: they are tried at
    /// once.
    pub fn try_now(&self, account: &str) {
        self.0.try_anew(account);
    }

    /// Sends an update that was refused as several smaller ones: a person wants it so.
    ///
    /// # Errors
    /// When [`Delivery::may_be_split`] says no, or the database cannot be written.
    pub async fn split(&self, id: i64) -> Result<Vec<Delivery>, OutboxError> {
        let now = (self.0.now)();
        let parts = self.0.on_disk(move |outbox| outbox.split(id, now)).await?;
        if let Some(part) = parts.first() {
            self.0.try_anew(&part.account);
        }
        for changed in parts.iter().map(|part| part.id).chain([id]) {
            self.0.changed(changed);
        }
        Ok(parts)
    }

    /// Sends a delivery that waits to where its account is now, which is not where it was when it was sent off: a
    /// person wants it so.
    ///
    /// # Errors
    /// When it does not wait, its account has no place, or the database cannot be written.
    pub async fn send_to_new_place(&self, id: i64) -> Result<(), OutboxError> {
        self.0.send_to_new_place(id).await
    }

    /// A person wants all of an account's deliveries that wait sent to where it is now; says how many were for another
    /// place.
    ///
    /// # Errors
    /// When the database cannot be written; none of them is moved then.
    pub async fn send_all_to_new_place(&self, account: &str) -> Result<u64, OutboxError> {
        self.0.send_all_to_new_place(account).await
    }

    /// A person looked, and a delivery was done.
    ///
    /// # Errors
    /// When it is not one that may be done, or the database cannot be written.
    pub async fn it_was_done(&self, id: i64) -> Result<(), OutboxError> {
        let now = (self.0.now)();
        let account = self
            .0
            .on_disk(move |outbox| {
                outbox.it_was_done(id, now)?;
                Ok(outbox.delivery(id)?.account)
            })
            .await?;
        self.0.changed(id);
        self.0.sign_off(id, &account).await;
        Ok(())
    }

    /// Reads the ticket of a delivery that may be done, and keeps what it shows.
    ///
    /// # Errors
    /// When the database cannot be read or written. That the ticket cannot be read is a finding.
    pub async fn compare_with_ticket(&self, id: i64) -> Result<(), OutboxError> {
        self.0.compare_with_ticket(id).await
    }

    /// Looks for a delivery's files on its ticket, as far as the account shows them; none where nobody can be asked.
    ///
    /// # Errors
    /// When the database cannot be read. That the account does not answer is part of the answer.
    pub async fn look_for_files(
        &self,
        id: i64,
    ) -> Result<Option<Result<Vec<FileFound>, Failure>>, OutboxError> {
        self.0.look_for_files(id).await
    }

    /// Reads the ticket of a done update anew: the update, and how each of its fields stands; none where nobody can be
    /// asked.
    ///
    /// # Errors
    /// When it is no done update of fields, or the database cannot be read.
    pub async fn look_before_putting_back(&self, id: i64) -> Result<(Delivery, Looked), OutboxError> {
        self.0.look_before_putting_back(id).await
    }

    /// Why a delivery waits; none where it does not.
    pub fn wait_reason(&self, delivery: &Delivery) -> Option<WaitReason> {
        if delivery.state != State::Waiting {
            return None;
        }
        if let (Some(from), Some(to)) = (&delivery.place, self.0.accounts.place(&delivery.account))
            && *from != to
        {
            return Some(WaitReason::PlaceChanged { from: Box::new(from.clone()), to: Box::new(to) });
        }
        Some(match delivery.behind {
            Some(Behind::Unknown) => WaitReason::BehindUnknown,
            Some(Behind::Earlier) => WaitReason::Behind,
            None => self.0.lanes().wait_reason(delivery),
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
