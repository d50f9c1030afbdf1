//! Each account's lane: whether deliveries may go on it now, why not, and when it is tried again.

use std::collections::HashMap;
use std::time::Duration;

use service_crm::{Failure, Place};

use super::patience::Patience;
use crate::delivery::Delivery;

/// Until the disk is tried again.
pub(super) const STORAGE: Duration = Duration::from_secs(5);

/// Why a delivery waits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum WaitReason {
    /// The turn comes in a moment.
    Turn,
    /// An earlier one of its ticket goes first.
    Behind,
    /// An earlier one of its ticket may have been done: a person has to say first.
    BehindUnknown,
    /// The account's calls are used up. `asked`: the server said so.
    Pace { asked: bool },
    /// There is no connection.
    Connection { host: String },
    /// The server is not available for the moment.
    Busy,
    /// Two in a row ended without anybody knowing whether they were done: no more such questions are made until the
    /// ticket system answers one that asks for nothing.
    Unsure,
    /// A person has to mend the way first: a certificate, a clock, a proxy.
    Way { failure: Box<Failure> },
    /// The account's keys cannot be had.
    Keys,
    /// The server refused the account's keys a moment ago, so nobody else tries with them.
    KeysRefused,
    /// There is no such account any more.
    AccountGone,
    /// A delivery for another place than its account's: a person has to say.
    PlaceChanged { from: Box<Place>, to: Box<Place> },
    /// The disk does not take what must be written down first.
    Storage { why: String },
    /// The outbox came from another computer, which may send the same: a person has to say first.
    OtherComputer,
}

/// An account's lane.
#[derive(Debug, Default)]
struct Lane {
    /// Why nobody goes now.
    closed: Option<WaitReason>,
    /// Counts closings, so that a task that was to open it does not open a later one.
    closings: u64,
    /// Failures in a row that closed it.
    failures: u32,
    /// The pacer's last word.
    pace: Option<bool>,
    /// Ends in a row of which nobody knows whether they were done.
    unknown: u32,
    /// After such ends one goes ahead of the others, until its end is known.
    one_ahead: bool,
}

/// All accounts' lanes, and the deliveries that wait for a while by themselves.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    lanes: HashMap<String, Lane>,
    later: HashMap<i64, Later>,
    /// Deliveries that are for another place than their account's, with the account.
    elsewhere: HashMap<i64, String>,
    /// Nobody goes at all until a person says so.
    pub(super) standing: bool,
    pub(super) patience: Patience,
}

#[derive(Debug)]
struct Later {
    account: String,
    host: String,
    /// The delivery's own failures in a row.
    failures: u32,
    resting: bool,
}

impl Lanes {
    /// Closes a lane; says which closing it is, and how many there were in a row.
    pub(super) fn close(&mut self, account: &str, why: WaitReason) -> (u64, u32) {
        let lane = self.lanes.entry(account.to_owned()).or_default();
        // Deliveries that were under way together fail together: that is one failure.
        if lane.closed.is_none() {
            lane.failures += 1;
            lane.closings += 1;
        }
        lane.closed = Some(why);
        (lane.closings, lane.failures)
    }

    /// Opens a lane, and lets those go that waited by themselves: it is another connection now.
    pub(super) fn open(&mut self, account: &str) {
        let lane = self.lanes.entry(account.to_owned()).or_default();
        lane.closed = None;
        lane.closings += 1;
        // It may be where they are for again.
        self.elsewhere.retain(|_, of| of != account);
        for later in self.later.values_mut().filter(|later| later.account == account) {
            later.resting = false;
        }
    }

    /// Opens a lane if it is still closed by that closing.
    pub(super) fn open_after(&mut self, account: &str, closing: u64) -> bool {
        let still =
            self.lanes.get(account).is_some_and(|lane| lane.closings == closing && lane.closed.is_some());
        if still {
            self.open(account);
        }
        still
    }

    pub(super) fn is_closed_by(&self, account: &str, closing: u64) -> bool {
        self.lanes.get(account).is_some_and(|lane| lane.closings == closing && lane.closed.is_some())
    }

    /// The server answered: there is a way to it.
    pub(super) fn answered(&mut self, account: &str, id: i64) {
        self.lanes.entry(account.to_owned()).or_default().failures = 0;
        self.later.remove(&id);
    }

    /// Nobody knows whether a delivery was done; says how many such ends there were in a row.
    pub(super) fn ended_unknown(&mut self, account: &str) -> u32 {
        let lane = self.lanes.entry(account.to_owned()).or_default();
        lane.unknown += 1;
        lane.unknown
    }

    /// The ticket system said what became of a delivery: the others need not wait for it any more.
    pub(super) fn ended_known(&mut self, account: &str) {
        let lane = self.lanes.entry(account.to_owned()).or_default();
        (lane.unknown, lane.one_ahead) = (0, false);
    }

    /// From here on one goes ahead of the others.
    pub(super) fn send_one_ahead(&mut self, account: &str) {
        self.lanes.entry(account.to_owned()).or_default().one_ahead = true;
    }

    pub(super) fn is_unsure(&self, account: &str) -> bool {
        self.lanes.get(account).is_some_and(|lane| lane.closed == Some(WaitReason::Unsure))
    }

    pub(super) fn goes_one_ahead(&self, account: &str) -> bool {
        self.lanes.get(account).is_some_and(|lane| lane.one_ahead)
    }

    /// Lets a delivery wait a while; says how many failures it had in a row.
    pub(super) fn put_off(&mut self, account: &str, host: String, id: i64) -> u32 {
        let new = Later { account: account.to_owned(), host, failures: 0, resting: true };
        let later = self.later.entry(id).or_insert(new);
        later.failures += 1;
        later.resting = true;
        later.failures
    }

    /// Lets a delivery wait that is for another place, until its account is tried anew.
    pub(super) fn is_elsewhere(&mut self, account: &str, id: i64) {
        self.elsewhere.insert(id, account.to_owned());
    }

    pub(super) fn rested(&mut self, id: i64) {
        if let Some(later) = self.later.get_mut(&id) {
            later.resting = false;
        }
    }

    /// Takes the pacer's word; says whether it is another than before.
    pub(super) fn paced(&mut self, account: &str, pace: Option<bool>) -> bool {
        let lane = self.lanes.entry(account.to_owned()).or_default();
        std::mem::replace(&mut lane.pace, pace) != pace
    }

    /// Accounts and deliveries that may not go now.
    pub(super) fn not_now(&self) -> (Vec<String>, Vec<i64>) {
        let closed = self.lanes.iter().filter(|(_, lane)| lane.closed.is_some());
        let resting = self.later.iter().filter(|(_, later)| later.resting);
        let not_these = resting.map(|(id, _)| *id).chain(self.elsewhere.keys().copied());
        (closed.map(|(account, _)| account.clone()).collect(), not_these.collect())
    }

    pub(super) fn wait_reason(&self, delivery: &Delivery) -> WaitReason {
        if self.standing {
            return WaitReason::OtherComputer;
        }
        let lane = self.lanes.get(&delivery.account);
        if let Some(why) = lane.and_then(|lane| lane.closed.clone()) {
            return why;
        }
        if let Some(later) = self.later.get(&delivery.id).filter(|later| later.resting) {
            return WaitReason::Connection { host: later.host.clone() };
        }
        match lane.and_then(|lane| lane.pace) {
            Some(asked) => WaitReason::Pace { asked },
            None if lane.is_some_and(|lane| lane.one_ahead) => WaitReason::Unsure,
            None => WaitReason::Turn,
        }
    }
}

/// How long to wait after so many failures in a row: it doubles from `first` to `most`, and half of it is chance, so
/// that many desks do not come back together.
pub(super) fn backoff(failures: u32, first: Duration, most: Duration) -> Duration {
    let doubled = first.saturating_mul(1 << failures.saturating_sub(1).min(20)).min(most);
    doubled.mul_f64(0.5 + rand::random::<f64>() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_are_never_all_alike() {
        let wait = |failures| backoff(failures, Duration::from_secs(1), Duration::from_secs(60));
        for (failures, most) in [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (1000, 60)] {
            let (least, most) = (Duration::from_millis(most * 500), Duration::from_secs(most));
            assert!((least..=most).contains(&wait(failures)), "{failures}");
        }
        assert!((0..20).any(|_| wait(3) != wait(3)));
    }

    #[test]
    fn a_task_that_was_to_open_a_lane_does_not_open_a_later_closing() {
        let mut lanes = Lanes::default();
        let (first, _) = lanes.close("a", WaitReason::Busy);
        lanes.open("a");
        let (second, failures) = lanes.close("a", WaitReason::Busy);
        assert_eq!(failures, 2, "nothing was answered in between");
        assert!(!lanes.open_after("a", first));
        assert_eq!(lanes.not_now().0, ["a"]);
        assert!(lanes.open_after("a", second));
        assert_eq!(lanes.not_now().0, [""; 0]);
    }

    #[test]
    fn what_fails_together_is_one_failure() {
        let mut lanes = Lanes::default();
        lanes.close("a", WaitReason::Busy);
        assert_eq!(lanes.close("a", WaitReason::Busy).1, 1);
    }

    #[test]
    fn after_unknown_ends_one_goes_ahead_until_its_end_is_known() {
        let mut lanes = Lanes::default();
        assert_eq!((lanes.ended_unknown("a"), lanes.ended_unknown("a")), (1, 2));
        let (closing, _) = lanes.close("a", WaitReason::Unsure);
        lanes.send_one_ahead("a");
        assert!(lanes.is_unsure("a") && lanes.open_after("a", closing));
        assert!(lanes.goes_one_ahead("a") && !lanes.goes_one_ahead("b"));
        lanes.ended_known("a");
        assert!(!lanes.goes_one_ahead("a"));
        assert_eq!(lanes.ended_unknown("a"), 1, "they count in a row");
    }
}
