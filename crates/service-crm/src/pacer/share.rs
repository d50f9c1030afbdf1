//! How much of the account's limit this desk takes, and when. Time is passed in; nothing here waits.
//!
//! Nobody sees the other desks. Each sees which of its own calls are refused, and that is enough, because desks
//! repeat themselves: `docs/decisions/0010-sharing-the-pace.md` says how, and where the figures come from.

use std::collections::VecDeque;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::time::Instant;

/// The vendor's window: limits are calls in any 5 seconds.
pub(super) const WINDOW: Duration = Duration::from_secs(5);
/// Calls that leave 5 s apart may arrive a little closer.
const MARGIN: Duration = Duration::from_millis(50);
/// A window as long as desks that share count it. Filled to the last call, a limit leaves no call of one desk room
/// to be late without costing another its own; 8 % of air let the pattern settle.
const SHARED_WINDOW: Duration = Duration::from_millis(5420);
/// How much later, at most, a refused call comes in its next round.
const LATER: Duration = Duration::from_millis(800);

/// Alarm at which a share is halved: five refusals, less a half for each call accepted between them.
const ALARM: f64 = 5.0;
const ALARM_CALMED: f64 = 0.5;
/// The alarm's loss by a halving: if it does not help, the next comes sooner.
const ALARM_SPENT: f64 = 2.0;
/// Doubt at which a share of half a call a window is lowered a little, and what an accepted call takes away: some
/// bad luck is borne, a few per cent of refusals for ever are not.
const DOUBT: f64 = 6.0;
const DOUBT_CALMED: f64 = 0.03;
/// A share of so many calls a window bears one refusal only. Between it and half a call: in proportion.
const BEARS_ONE: f64 = 3.0;
/// Accepted calls after a refusal before more is tried: what a failed try costs stays within half a per cent.
const PATIENCE: f64 = 200.0;
/// Trial calls that must be accepted, one after the other, before the share is raised.
const TRIALS: u32 = 6;
/// Fewer calls than these of a burst say nothing about the share: it could be anything below.
const MEASURABLE: usize = 4;
/// With so many places, two are given up or added instead of one; with twice as many, three.
const RICH: usize = 8;
/// A round is never longer than this many windows, three quarters of an hour.
const LONGEST_ROUND: u32 = 512;

/// No server may send the app to sleep for longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(600);

/// A place in time for one call, used again `round` windows after it was used. What was accepted there once will be
/// again, for as long as nobody else changes.
#[derive(Debug)]
struct Place {
    id: u64,
    /// In windows; 0 for a trial call, which has its place once.
    round: u32,
    due: Instant,
    /// When its call was let go, until that call has left.
    let_go: Option<Instant>,
    last: Verdict,
}

/// The server's word about a place's last call; in the order in which places are worth keeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Accepted,
    Unknown,
    Refused,
}

/// A desk's share of the limit: its places.
#[derive(Debug)]
pub(super) struct Share {
    limit: usize,
    /// When the last calls left, at most `limit` of them.
    gone: VecDeque<Instant>,
    places: Vec<Place>,
    ids: u64,
    /// The trial call that is planned or under way.
    trial: Option<u64>,
    /// Trial calls accepted one after the other.
    passed: u32,
    /// Whether there are so many others that a burst cannot measure the share.
    crowded: bool,
    /// Nobody goes before.
    rest: Option<Instant>,
    alarm: f64,
    doubt: f64,
    /// Calls accepted since the last refusal or rise, and how many it takes before more is tried.
    quiet: f64,
    patience: f64,
    chance: StdRng,
}

impl Share {
    /// The whole limit of `calls` in 5 seconds, or of one.
    pub(super) fn whole(calls: u32, now: Instant, seed: u64) -> Self {
        let mut share = Self {
            limit: usize::try_from(calls.max(1)).unwrap_or(usize::MAX),
            gone: VecDeque::new(),
            places: Vec::new(),
            ids: 0,
            trial: None,
            passed: 0,
            crowded: false,
            rest: None,
            alarm: 0.0,
            doubt: 0.0,
            quiet: 0.0,
            patience: 0.0,
            chance: StdRng::seed_from_u64(seed),
        };
        share.take_all(now);
        share
    }

    /// The limit is another one than was thought. A share that is larger goes slower at once; one that is smaller grows
    /// as it always does.
    pub(super) fn limit_is(&mut self, calls: usize) {
        self.limit = calls.max(1);
    }

    /// When the next call may go (in the past: now), and whether it is the server that asked for the wait. `None`
    /// while every place has a call that has not left.
    pub(super) fn next(&self) -> Option<(Instant, bool)> {
        let (under_way, free): (Vec<&Place>, Vec<&Place>) =
            self.places.iter().partition(|place| place.let_go.is_some());
        let due = free.iter().map(|place| place.due).min()?;
        // Whatever the places say, the vendor's limit is never exceeded by this desk alone.
        let allowed = self.limit.checked_sub(under_way.len()).filter(|allowed| *allowed > 0)?;
        let full = self.gone.len().checked_sub(allowed).map(|first| self.gone[first] + WINDOW + MARGIN);
        let own = full.map_or(due, |full| full.max(due));
        Some(self.rest.filter(|rest| *rest > own).map_or((own, false), |rest| (rest, true)))
    }

    /// Lets a call go, in the place that is due first. The caller has waited for [`Share::next`].
    pub(super) fn let_go(&mut self, now: Instant) -> Option<u64> {
        let free = self.places.iter_mut().filter(|place| place.let_go.is_none());
        let place = free.min_by_key(|place| place.due)?;
        place.let_go = Some(now);
        place.last = Verdict::Unknown;
        Some(place.id)
    }

    /// The call was not made: its place is as it was.
    pub(super) fn give_back(&mut self, id: u64) {
        if let Some(place) = self.place(id) {
            place.let_go = None;
        }
    }

    /// The call leaves.
    pub(super) fn left(&mut self, id: u64, now: Instant) {
        self.gone.push_back(now);
        if self.gone.len() > self.limit {
            self.gone.pop_front();
        }
        let window = self.window();
        let Some(place) = self.place(id) else { return };
        let let_go = place.let_go.take().unwrap_or(now);
        // From when it was let go: a round that began when the head left would wander by every slow connection.
        place.due = (let_go + window * place.round).max(now + WINDOW + MARGIN);
        self.places.retain(|place| place.id != id || place.round > 0);
    }

    /// The server did not say what it thinks of the call's pace.
    pub(super) fn unknown(&mut self, id: u64) {
        self.trial.take_if(|trial| *trial == id);
    }

    /// The server let the call through.
    pub(super) fn accepted(&mut self, id: u64, now: Instant) {
        self.alarm = (self.alarm - ALARM_CALMED).max(0.0);
        self.doubt = (self.doubt - DOUBT_CALMED).max(0.0);
        self.quiet += 1.0;
        if let Some(place) = self.place(id) {
            place.last = Verdict::Accepted;
        }
        if self.trial.take_if(|trial| *trial == id).is_some() {
            self.passed += 1;
        }
        if self.trial.is_some() || self.calls_a_window() >= self.limit as f64 {
            return;
        }
        if self.passed == TRIALS {
            self.rise(now);
        } else if self.passed > 0 || self.quiet >= self.patience {
            let between = self.window().div_f64(self.calls_a_window());
            let at = now + between.mul_f64(self.chance.random_range(0.1..0.9));
            self.trial = Some(self.add(0, at));
        }
    }

    /// The server said that there were too many calls, and perhaps for how long it wants to hear nothing.
    pub(super) fn refused(&mut self, id: u64, now: Instant, said: Option<Duration>) {
        if self.trial.take_if(|trial| *trial == id).is_some() {
            self.lose_heart();
        } else if let Some(at) = self.places.iter().position(|place| place.id == id) {
            self.lose_heart();
            // Somewhere else at once would be one call more in a window that is full. Where it was would be
            // refused again. A little later, in the next round, costs nobody anything.
            let later = LATER.mul_f64(self.chance.random());
            let window = self.window();
            let place = &mut self.places[at];
            place.due = now + window * place.round + later;
            place.last = Verdict::Refused;
            self.alarm += 1.0;
            self.doubt += 1.0;
            if self.alarm >= ALARM {
                self.alarm -= ALARM_SPENT;
                self.doubt = 0.0;
                self.halve(now);
            } else if self.doubt >= self.bears() {
                self.doubt = 0.0;
                self.lower();
            }
        }
        let said = said.unwrap_or_else(|| WINDOW.mul_f64(self.chance.random_range(0.25..1.0)));
        self.rest_until(now, now + said.min(LONGEST_PAUSE));
    }

    /// The server is not well: nobody goes for as long as it says, or for a window and a random part of one.
    pub(super) fn pause(&mut self, now: Instant, said: Option<Duration>) {
        let said = said.unwrap_or_else(|| WINDOW.mul_f64(self.chance.random_range(1.0..1.5)));
        self.rest_until(now, now + said.min(LONGEST_PAUSE));
    }

    /// Places whose time falls into a rest are used in a later round: to go when the rest ends is what everybody
    /// would do who was told the same. A place that waited for work has no time to keep.
    fn rest_until(&mut self, now: Instant, until: Instant) {
        self.rest = self.rest.max(Some(until));
        let window = self.window();
        for place in self.places.iter_mut().filter(|place| place.let_go.is_none() && place.due > now) {
            let round = window * place.round.max(1);
            let missed = until.saturating_duration_since(place.due).div_duration_f64(round).ceil();
            place.due += round.mul_f64(missed);
        }
    }

    /// The window in which this desk counts the limit.
    fn window(&self) -> Duration {
        if self.crowded { SHARED_WINDOW } else { WINDOW + MARGIN }
    }

    fn calls_a_window(&self) -> f64 {
        self.places.iter().filter(|place| place.round > 0).map(|place| 1.0 / f64::from(place.round)).sum()
    }

    /// How much doubt the share bears: who has more of a crowded limit gives way sooner.
    fn bears(&self) -> f64 {
        if self.crowded { (BEARS_ONE / self.calls_a_window()).clamp(1.0, DOUBT) } else { DOUBT }
    }

    /// A random part around [`PATIENCE`], or many desks would try at the same time.
    fn lose_heart(&mut self) {
        self.passed = 0;
        self.quiet = 0.0;
        self.patience = PATIENCE * self.chance.random_range(0.5..1.5);
    }

    /// Far too many calls: half of the places go.
    fn halve(&mut self, now: Instant) {
        self.drop_trial();
        if let [only] = &mut self.places[..] {
            only.round = (only.round * 2).min(LONGEST_ROUND);
            only.due += (SHARED_WINDOW * only.round).mul_f64(self.chance.random());
            return;
        }
        self.places.sort_by_key(|place| (place.round, place.last));
        self.places.truncate(self.places.len() / 2);
        if !self.crowded && self.places.len() < MEASURABLE {
            self.start_over(now);
        }
    }

    /// Of a burst of the whole limit hardly anything was accepted. So everybody starts at the same share, which is
    /// what makes it fair. Who had more accepted than a crowd would leave it tries for more at once.
    fn start_over(&mut self, now: Instant) {
        let accepted = self.places.iter().filter(|place| place.last == Verdict::Accepted).count();
        if accepted + 1 >= MEASURABLE {
            self.patience = 0.0;
        }
        self.crowded = true;
        self.alarm = 0.0;
        self.places.clear();
        let at = now + SHARED_WINDOW.mul_f64(self.chance.random_range(1.0..3.0));
        self.add(2, at);
    }

    /// Somewhat too many calls: the least place goes, or the only one keeps three of four calls. Those that stay
    /// keep their time.
    fn lower(&mut self) {
        self.drop_trial();
        if let [only] = &mut self.places[..] {
            if only.round < LONGEST_ROUND {
                let between = only.due + SHARED_WINDOW * only.round;
                only.round *= 2;
                let every_other = only.round * 2;
                self.add(every_other, between);
            }
            return;
        }
        for _ in 0..=self.places.len() / RICH {
            let least =
                (0..self.places.len()).max_by_key(|at| (self.places[*at].round, self.places[*at].last));
            least.map(|at| self.places.swap_remove(at));
        }
    }

    /// Adds about a third, on trial: the next refusal takes it back.
    fn rise(&mut self, now: Instant) {
        let share = self.calls_a_window();
        let mut round = 1;
        while 1.0 / f64::from(round) > share / 2.0 {
            round *= 2;
        }
        for _ in 0..=self.places.len() / RICH {
            let at = now + (SHARED_WINDOW * round).mul_f64(self.chance.random());
            self.add(round, at);
        }
        self.passed = 0;
        self.quiet = 0.0;
        // Room was found once: it is looked for sooner.
        self.patience /= 2.0;
        self.doubt = self.doubt.max(self.bears() - 1.0);
        if self.calls_a_window() >= self.limit as f64 {
            self.take_all(now);
        }
    }

    fn take_all(&mut self, now: Instant) {
        self.crowded = false;
        self.places.clear();
        (0..self.limit).for_each(|_| {
            self.add(1, now);
        });
    }

    fn drop_trial(&mut self) {
        self.trial = None;
        self.places.retain(|place| place.round > 0);
    }

    fn add(&mut self, round: u32, due: Instant) -> u64 {
        self.ids += 1;
        self.places.push(Place { id: self.ids, round, due, let_go: None, last: Verdict::Unknown });
        self.ids
    }

    fn place(&mut self, id: u64) -> Option<&mut Place> {
        self.places.iter_mut().find(|place| place.id == id)
    }
}
