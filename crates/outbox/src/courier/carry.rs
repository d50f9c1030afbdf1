//! Carrying one delivery: waiting for its turn, one attempt, and what follows from it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use service_crm::{Attempt, Client, Code, Failure, Progress, TicketNumber, Turn};

use super::lane::{STORAGE, WaitReason};
use super::shared::{AccountError, Accounts, Shared, Told};
use super::under_way::UnderWay;
use crate::crash::crash_point;
use crate::delivery::Ending;
use crate::error::OutboxError;
use crate::state::State;

impl<A: Accounts> Shared<A> {
    /// Carries a delivery, from waiting for its turn to what became of it. Says whether it may still wait.
    pub(super) async fn carry(self: &Arc<Self>, id: i64, one: &UnderWay) -> bool {
        let Some((client, turn)) = self.turn(id, one).await else { return true };
        let account = &one.account;
        match self.still_stands(id, account, &client, one).await {
            Ok(true) => {}
            Ok(false) => return true,
            Err(error) => {
                self.storage(account, &error);
                return true;
            }
        }
        let (now, released) = (self.now.clone(), self.now.clone());
        let begun = match self.on_disk(move |outbox| outbox.begin(id, now())).await {
            Ok(Some(begun)) => begun,
            Ok(None) => {
                self.changed(id);
                return true;
            }
            Err(error) => {
                self.storage(account, &error);
                return true;
            }
        };
        (self.tell)(Told::Changed(id));
        crash_point("begun");
        let (outbox, runtime) = (self.outbox.clone(), self.runtime.clone());
        let release = async move {
            let written = runtime.spawn_blocking(move || outbox.release(begun.attempt, released())).await;
            match written {
                Ok(Ok(())) => Ok(()),
                Ok(Err(error)) => Err(error.to_string()),
                Err(error) => Err(error.to_string()),
            }
        };
        let mut handed_out = false;
        let watch = |progress: Progress| {
            if progress == Progress::Answer && !handed_out {
                handed_out = true;
                crash_point("handed-out");
            }
            (self.tell)(Told::Progress(id, progress));
        };
        let attempt = client.attempt(turn, &begun.call, &one.stop, release, watch).await;
        let last = self.lanes().patience.ends_with(id, &attempt);
        let Some(state) = self.write_down(id, begun.attempt, &attempt, last, one).await else { return true };
        crash_point("copies-removed");
        self.follow(id, account, &client, &attempt, last);
        self.changed(id);
        if state == State::Done {
            self.sign_off(id, account).await;
        }
        if state == State::MayBeDone {
            // What it finds is told when it is found; not to be able to keep it is no loss.
            let _ = self.compare_with_ticket(id).await;
        }
        state == State::Waiting
    }

    /// Says on the ticket who sent what was done, where the account wants that. What cannot be written is a note less.
    pub(super) async fn sign_off(self: &Arc<Self>, id: i64, account: &str) {
        let Some(text) = self.accounts.sign_off(account) else { return };
        let at = (self.now)();
        if let Ok(Some(note)) = self.on_disk(move |outbox| outbox.sign_off(id, &text, at)).await {
            self.changed(note);
            self.wake.notify_one();
        }
    }

    /// The client of its account, and its turn; none where it waits on or was stopped.
    async fn turn(self: &Arc<Self>, id: i64, one: &UnderWay) -> Option<(Client, Turn)> {
        let account = &one.account;
        let client = match self.client_of(id, account).await {
            Ok(client) => client,
            Err(why) => {
                match why {
                    AccountError::Keys => self.close(account, WaitReason::Keys, None),
                    AccountError::Elsewhere => {
                        self.lanes().is_elsewhere(account, id);
                        self.changed(id);
                    }
                    AccountError::Gone => self.close(account, WaitReason::AccountGone, None),
                    AccountError::Failed(why) => {
                        self.close(account, WaitReason::Storage { why }, Some(STORAGE))
                    }
                }
                return None;
            }
        };
        match self.find_lead(id, account, &client, one).await {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                self.storage(account, &error);
                return None;
            }
        }
        let Ok(turn) = client.turn(&one.stop, |progress| self.waits(id, account, progress)).await else {
            self.stopped_before(id, one).await;
            return None;
        };
        self.lanes().paced(account, None);
        Some((client, turn))
    }

    /// Where the person named the ticket only, its lead is read from it before the first attempt. Whether the delivery
    /// can go on.
    async fn find_lead(
        self: &Arc<Self>,
        id: i64,
        account: &str,
        client: &Client,
        one: &UnderWay,
    ) -> Result<bool, OutboxError> {
        let Some(ticket) = self.on_disk(move |outbox| outbox.lead_missing(id)).await? else {
            return Ok(true);
        };
        let read = match TicketNumber::read(&ticket) {
            Ok(number) => client.read_ticket(&number, &one.stop).await,
            Err(_) => Err(Failure::lead_unknown()),
        };
        let now = (self.now)();
        let failure = match read.map(|details| (details.lead, details)) {
            Ok((Some(lead), details)) => {
                let account = account.to_owned();
                self.on_disk(move |outbox| {
                    outbox.remember_ticket(&account, &details, now)?;
                    outbox.lead_found(id, lead)
                })
                .await?;
                self.changed(id);
                return Ok(true);
            }
            Ok((None, _)) => Failure::lead_unknown(),
            Err(failure) => failure,
        };
        self.comes_to_no_request(id, account, client, one, failure).await?;
        Ok(false)
    }

    /// The end of a delivery whose reading before the request was not there, or forbids it.
    pub(super) async fn comes_to_no_request(
        self: &Arc<Self>,
        id: i64,
        account: &str,
        client: &Client,
        one: &UnderWay,
        failure: Failure,
    ) -> Result<(), OutboxError> {
        if failure.code == Code::Cancelled {
            self.stopped_before(id, one).await;
            return Ok(());
        }
        let now = (self.now)();
        let nothing_sent = Attempt { became: Err(failure.clone()), sent: 0, total: 0 };
        let last = self.lanes().patience.ends_with(id, &nothing_sent);
        self.on_disk(move |outbox| outbox.came_to_no_request(id, failure, last, now)).await?;
        self.follow(id, account, client, &nothing_sent, last);
        self.changed(id);
        Ok(())
    }

    fn waits(self: &Arc<Self>, id: i64, account: &str, progress: Progress) {
        if let Progress::Waiting { asked, .. } = progress
            && self.lanes().paced(account, Some(asked))
        {
            self.waits_changed(account);
        }
        (self.tell)(Told::Progress(id, progress));
    }

    /// Stopped while it waited for its turn.
    async fn stopped_before(self: &Arc<Self>, id: i64, one: &UnderWay) {
        if !one.paused.load(Ordering::SeqCst) {
            let now = (self.now)();
            // Not written, it waits on, as before the person's wish; the list shows it.
            let _ = self.on_disk(move |outbox| outbox.cancel(id, now)).await;
        }
        self.changed(id);
    }

    /// Writes an attempt's end down, however long the disk takes to have room for it. None where the app
    /// ends before that. `last`: it is not tried again by itself.
    async fn write_down(
        self: &Arc<Self>,
        id: i64,
        attempt: i64,
        ended: &Attempt,
        last: bool,
        one: &UnderWay,
    ) -> Option<State> {
        let at = (self.now)();
        loop {
            let paused = one.paused.load(Ordering::SeqCst);
            let copy = Attempt { became: ended.became.clone(), sent: ended.sent, total: ended.total };
            match self
                .on_disk(move |outbox| outbox.end(id, attempt, &copy, Ending { paused, last }, at))
                .await
            {
                Ok(state) => return Some(state),
                Err(OutboxError::NotPossible { state, .. }) => return Some(state),
                Err(error) => (self.tell)(Told::Unwritten(id, error.to_string())),
            }
            tokio::select! {
                () = tokio::time::sleep(STORAGE) => {}
                () = self.stopping.cancelled() => return None,
            }
        }
    }
}
