//! Carrying one delivery: waiting for its turn, one attempt, and what follows from it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use service_crm::{Attempt, CancellationToken, Client, Code, Failure, Progress, TicketNumber, Turn};

use super::lane::{Consequence, STORAGE, Waiting, backoff};
use super::{Accounts, Desk, NoClient, Told, UnderWay};
use crate::crash::crash_point;
use crate::delivery::Delivery;
use crate::finding::{Finding, Verdict};
use crate::job::Job;
use crate::list::{Query, Wanted};
use crate::state::State;
use crate::store::OutboxError;

/// Between two looks for a way to the server. A look is a connection without a request, so it may be often.
const LOOK_FIRST: Duration = Duration::from_secs(1);
const LOOK_MOST: Duration = Duration::from_secs(5);
/// After connections that were made and led to nothing.
const NO_WAY_MOST: Duration = Duration::from_secs(60);
/// After a 503.
const BUSY_FIRST: Duration = Duration::from_secs(2);
const BUSY_MOST: Duration = Duration::from_secs(300);
/// After a break in the middle.
const LATER_FIRST: Duration = Duration::from_secs(1);
const LATER_MOST: Duration = Duration::from_secs(120);
/// Tickets that are read at the start because of deliveries that may be done.
const UNDECIDED: usize = 20;

impl<A: Accounts> Desk<A> {
    /// One delivery, from waiting for its turn to what became of it. Says whether it may still wait.
    pub(super) async fn carry(self: &Arc<Self>, id: i64, one: &UnderWay) -> bool {
        let Some((client, turn)) = self.turn(id, one).await else { return true };
        let account = &one.account;
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
        let Some(state) = self.write_down(id, begun.attempt, &attempt, one).await else { return true };
        crash_point("copies-removed");
        self.follow(id, account, &client, &attempt);
        self.changed(id);
        if state == State::MayBeDone {
            // What it finds is told when it is found; not to be able to keep it is no loss.
            let _ = self.look(id).await;
        }
        state == State::Waiting
    }

    /// The client of its account, and its turn; none where it waits on or was stopped.
    async fn turn(self: &Arc<Self>, id: i64, one: &UnderWay) -> Option<(Client, Turn)> {
        let account = &one.account;
        let client = match self.accounts.client(account).await {
            Ok(client) => client,
            Err(why) => {
                match why {
                    NoClient::Keys => self.close(account, Waiting::Keys, None),
                    NoClient::Gone => self.close(account, Waiting::AccountGone, None),
                    NoClient::Failed(why) => self.close(account, Waiting::Storage { why }, Some(STORAGE)),
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
        let read = match TicketNumber::parse(&ticket) {
            Ok(number) => client.read_ticket(&number, &one.stop).await,
            Err(_) => Err(Failure::lead_unknown()),
        };
        let now = (self.now)();
        let failure = match read.map(|details| (details.lead, details)) {
            Ok((Some(lead), details)) => {
                let account = account.to_owned();
                self.on_disk(move |outbox| {
                    outbox.keep_ticket(&account, &details, now)?;
                    outbox.lead_found(id, lead)
                })
                .await?;
                self.changed(id);
                return Ok(true);
            }
            Ok((None, _)) => Failure::lead_unknown(),
            Err(failure) => failure,
        };
        if failure.code == Code::Cancelled {
            self.stopped_before(id, one).await;
        } else if failure.repeatable() {
            let nothing_sent = Attempt { became: Err(failure), sent: 0, total: 0 };
            self.follow(id, account, client, &nothing_sent);
            self.changed(id);
        } else {
            let kept = failure.clone();
            self.on_disk(move |outbox| outbox.lead_not_found(id, kept, now)).await?;
            self.follow(id, account, client, &Attempt { became: Err(failure), sent: 0, total: 0 });
            self.changed(id);
        }
        Ok(false)
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

    /// What became of an attempt is written down, however long the disk takes to have room for it. None where the app
    /// ends before that.
    async fn write_down(
        self: &Arc<Self>,
        id: i64,
        attempt: i64,
        ended: &Attempt,
        one: &UnderWay,
    ) -> Option<State> {
        let at = (self.now)();
        loop {
            let paused = one.paused.load(Ordering::SeqCst);
            let copy = Attempt { became: ended.became.clone(), sent: ended.sent, total: ended.total };
            match self.on_disk(move |outbox| outbox.end(id, attempt, &copy, paused, at)).await {
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

    /// What an attempt's end means for the others of its account.
    fn follow(self: &Arc<Self>, id: i64, account: &str, client: &Client, attempt: &Attempt) {
        let Err(failure) = &attempt.became else {
            return self.lanes().answered(account, id);
        };
        let host = client.host();
        match Consequence::of(failure) {
            Consequence::None => self.lanes().answered(account, id),
            Consequence::NoWay => self.look_for_a_way(account, host, client.clone()),
            Consequence::Busy => {
                let (closing, failures) = self.lanes().close(account, Waiting::Busy);
                self.open_in(account, closing, backoff(failures, BUSY_FIRST, BUSY_MOST));
            }
            Consequence::KeysRefused => self.close(account, Waiting::KeysRefused, None),
            Consequence::Storage => {
                let why = failure.to_string();
                self.close(account, Waiting::Storage { why }, Some(STORAGE));
            }
            Consequence::Later => {
                let failures = self.lanes().put_off(account, host, id);
                let desk = self.clone();
                self.beside(async move {
                    tokio::time::sleep(backoff(failures, LATER_FIRST, LATER_MOST)).await;
                    desk.lanes().rested(id);
                    desk.wake.notify_one();
                });
            }
        }
    }

    fn storage(self: &Arc<Self>, account: &str, error: &OutboxError) {
        self.close(account, Waiting::Storage { why: error.to_string() }, Some(STORAGE));
    }

    /// Nobody goes on this lane, for a while or until somebody opens it.
    fn close(self: &Arc<Self>, account: &str, why: Waiting, pause: Option<Duration>) {
        let (closing, _) = self.lanes().close(account, why);
        self.waits_changed(account);
        if let Some(pause) = pause {
            self.open_in(account, closing, pause);
        }
    }

    fn open_in(self: &Arc<Self>, account: &str, closing: u64, pause: Duration) {
        self.waits_changed(account);
        let (desk, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            tokio::time::sleep(pause).await;
            desk.open_after(&account, closing);
        });
    }

    fn open_after(self: &Arc<Self>, account: &str, closing: u64) {
        if self.lanes().open_after(account, closing) {
            self.wake.notify_one();
            self.waits_changed(account);
        }
    }

    /// Looks for a way to the server until there is one; then everybody goes at once.
    fn look_for_a_way(self: &Arc<Self>, account: &str, host: String, client: Client) {
        let (closing, failures) = self.lanes().close(account, Waiting::Connection { host });
        self.waits_changed(account);
        let (desk, account) = (self.clone(), account.to_owned());
        self.beside(async move {
            // A way that was found before and led to nothing is not tried as often.
            let mut pause = backoff(failures, LOOK_FIRST, NO_WAY_MOST);
            let mut looks = failures;
            loop {
                tokio::time::sleep(pause).await;
                if !desk.lanes().is_closed_by(&account, closing) {
                    return;
                }
                if client.reachable().await {
                    return desk.open_after(&account, closing);
                }
                looks += 1;
                pause = backoff(looks, LOOK_FIRST, LOOK_MOST);
            }
        });
    }

    /// Looks for what a delivery that may be done has left, and keeps what it found.
    pub(super) async fn look(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        let Some(undecided) = self.on_disk(move |outbox| outbox.undecided(id)).await? else {
            return Ok(());
        };
        let finding = match undecided.job {
            Job::Update => self.compare(undecided).await,
            // The vendor's calls show no notes, and a ticket only to those who know its number.
            Job::NewTicket | Job::Note => Some(Finding::unseen((self.now)())),
        };
        let Some(finding) = finding else { return Ok(()) };
        self.on_disk(move |outbox| outbox.found(id, &finding)).await?;
        (self.tell)(Told::Changed(id));
        Ok(())
    }

    /// Reads the ticket of an update and compares it with what was to be set. None where the app ends before.
    async fn compare(&self, update: Delivery) -> Option<Finding> {
        let now = self.now.clone();
        let (Ok(client), Ok(number)) =
            (self.accounts.client(&update.account).await, TicketNumber::parse(&update.ticket))
        else {
            // Not left open: nobody looks before the account's keys are there.
            return Some(Finding::not_read(None, now()));
        };
        let stop = CancellationToken::new();
        let read = tokio::select! {
            read = client.read_ticket(&number, &stop) => read,
            () = self.stopping.cancelled() => return None,
        };
        Some(match read {
            Ok(ticket) => {
                let (account, details, at) = (update.account.clone(), ticket.clone(), now());
                // For people to see; where it cannot be kept, it is read again.
                let _ = self.on_disk(move |outbox| outbox.keep_ticket(&account, &details, at)).await;
                Finding::compare(&update.changes, |name| ticket.value(name).map(str::to_owned), now())
            }
            Err(failure) => Finding::not_read(Some(failure), now()),
        })
    }

    /// The tickets of what may be done and could not be looked at before: at the start of all accounts, and of one
    /// whose keys may be there now.
    pub(super) async fn look_at_undecided(self: &Arc<Self>, account: Option<String>) {
        let wanted = Query { state: Some(Wanted::MayBeDone), account, ..Query::default() };
        let undecided = self.on_disk(move |outbox| outbox.page(&wanted, None, UNDECIDED)).await;
        for delivery in undecided.map(|page| page.deliveries).unwrap_or_default() {
            if delivery.finding.is_none_or(|finding| finding.verdict == Verdict::NotRead) {
                let desk = self.clone();
                // What it finds is told when it is found.
                self.beside(async move { drop(desk.look(delivery.id).await) });
            }
        }
    }
}
