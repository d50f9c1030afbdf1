//! Keeps an account's calls under its limit by making them wait, and shares that limit with other desks.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep_until};

use crate::said::Allowance;
use share::{Share, WINDOW};

mod share;

/// Seconds of the longest window of which a pace is learnt.
const LONGEST_WINDOW: u32 = 60;

/// A call's purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// Carries a person's work.
    Sending,
    /// Asks something, and gives way: it goes only when no sending waits.
    Reading,
}

/// Lets calls go at the pace that the account allows, in the order in which they asked.
///
/// The limit is the account's: all calls that use the same keys must share one pacer. Other desks that use the
/// same keys have pacers of their own, and nobody sees them: from what the server says of one's calls
/// ([`Turn::accepted`], [`Turn::too_many`]) each pacer learns its share.
#[derive(Debug)]
pub struct Pacer {
    pace: Arc<Pace>,
    /// The lock of a queue, whose holder is the next to go.
    sending: Mutex<()>,
    reading: Mutex<()>,
    /// Sendings that wait.
    waiting: AtomicUsize,
}

#[derive(Debug)]
struct Pace {
    share: StdMutex<Share>,
    /// The share changed, or the last sending stopped waiting: who waits must look again.
    changed: Notify,
}

impl Pace {
    fn share(&self) -> MutexGuard<'_, Share> {
        self.share.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Share)) {
        change(&mut self.share());
        self.changed.notify_waiters();
    }
}

impl Pacer {
    /// At most `calls` in any 5 seconds, and at least one.
    pub fn new(calls: u32) -> Self {
        Self::with_seed(calls, rand::random())
    }

    /// A pacer that draws the same lots every time, so that a simulation can be repeated.
    pub fn with_seed(calls: u32, seed: u64) -> Self {
        let share = StdMutex::new(Share::whole(calls, Instant::now(), seed));
        Self {
            pace: Arc::new(Pace { share, changed: Notify::new() }),
            sending: Mutex::new(()),
            reading: Mutex::new(()),
            waiting: AtomicUsize::new(0),
        }
    }

    /// Waits for a call's turn. `waiting` hears how long it takes, as far as that is known, and whether it is
    /// the server that asked for it. Dropping the future gives the turn to the next.
    pub async fn turn(&self, errand: Errand, mut waiting: impl FnMut(Duration, bool)) -> Turn {
        let _waits = (errand == Errand::Sending).then(|| Waits::begin(self));
        let queue = match errand {
            Errand::Sending => &self.sending,
            Errand::Reading => &self.reading,
        };
        let _first = match queue.try_lock() {
            Ok(first) => first,
            Err(_) => {
                waiting(WINDOW, false);
                queue.lock().await
            }
        };
        let mut told = None;
        loop {
            let mut changed = pin!(self.pace.changed.notified());
            // From here on no change is missed.
            changed.as_mut().enable();
            if errand == Errand::Reading && self.waiting.load(Ordering::SeqCst) > 0 {
                changed.await;
                continue;
            }
            let next = match self.try_turn() {
                Ok(turn) => return turn,
                Err(next) => next,
            };
            match next {
                Some((until, asked)) => {
                    if told != next {
                        told = next;
                        waiting(until.saturating_duration_since(Instant::now()), asked);
                    }
                    tokio::select! {
                        biased;
                        () = sleep_until(until) => {}
                        () = changed => {}
                    }
                }
                None => changed.await,
            }
        }
    }

    /// A turn, or when to look again.
    fn try_turn(&self) -> Result<Turn, Option<(Instant, bool)>> {
        let now = Instant::now();
        let mut share = self.pace.share();
        let next = share.next();
        if next.is_none_or(|(from, _)| from > now) {
            return Err(next);
        }
        let place = share.let_go(now).ok_or(None)?;
        Ok(Turn { pace: self.pace.clone(), place, left: AtomicBool::new(false) })
    }

    /// The server named its limit. Only the vendor's own window and such as are near it say how fast to go: of a day's
    /// allowance nothing follows for the next seconds.
    pub(crate) fn learn(&self, said: Option<Allowance>) {
        if let Some(Allowance { calls, seconds: seconds @ 1..=LONGEST_WINDOW }) = said {
            let calls = u64::from(calls) * WINDOW.as_secs() / u64::from(seconds);
            self.pace.change(|share| share.limit_is(usize::try_from(calls).unwrap_or(usize::MAX)));
        }
    }

    /// The server is not well and wants to be left alone (503): nobody goes for as long as it says, or for a
    /// window and a random part of one, so that many desks do not come back together. No share is lost.
    pub fn pause(&self, said: Option<Duration>) {
        self.pace.change(|share| share.pause(Instant::now(), said));
    }
}

/// A sending that waits, for as long as this lives.
struct Waits<'a>(&'a Pacer);

impl<'a> Waits<'a> {
    fn begin(pacer: &'a Pacer) -> Self {
        pacer.waiting.fetch_add(1, Ordering::SeqCst);
        Self(pacer)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        if self.0.waiting.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.pace.changed.notify_waiters();
        }
    }
}

/// A call's turn. It has its place in the limit from the moment it was let go until 5 s after it has left.
///
/// Dropped before [`Turn::left`], no call was made, and its place is free again. Dropped after it without a word
/// of what the server said, the call counts like any other. Only the first word counts.
#[derive(Debug)]
pub struct Turn {
    pace: Arc<Pace>,
    place: u64,
    left: AtomicBool,
}

impl Turn {
    /// The request's head leaves now: the call counts from here. Said again, it changes nothing.
    pub fn left(&self) {
        if !self.left.swap(true, Ordering::SeqCst) {
            self.pace.change(|share| share.left(self.place, Instant::now()));
        }
    }

    /// The server had nothing against the call's pace, whatever else it said.
    pub fn accepted(&self) {
        self.left();
        self.pace.change(|share| share.accepted(self.place, Instant::now()));
    }

    /// The server said that there were too many calls (429), and perhaps how long to wait (`Retry-After`). Nobody
    /// goes for as long as it says, at most ten minutes; without a word, for a random part of a window.
    pub fn too_many(&self, retry_after: Option<Duration>) {
        self.left();
        self.pace.change(|share| share.refused(self.place, Instant::now(), retry_after));
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let left = *self.left.get_mut();
        self.pace.change(|share| {
            if left {
                share.unknown(self.place);
            } else {
                share.give_back(self.place);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sending(pacer: &Pacer) -> Turn {
        pacer.turn(Errand::Sending, |_, _| ()).await
    }

    /// When each of that many calls went, all accepted at once.
    async fn went(pacer: &Pacer, calls: usize) -> Vec<Duration> {
        let start = Instant::now();
        let mut times = Vec::new();
        for _ in 0..calls {
            sending(pacer).await.accepted();
            times.push(start.elapsed());
        }
        times
    }

    /// When twenty calls of one desk go, in whole seconds, where the server named a limit before the first.
    async fn paced(said: Option<Allowance>) -> Vec<u64> {
        let pacer = Pacer::with_seed(25, 1);
        pacer.learn(said);
        let start = Instant::now();
        let mut gone = Vec::new();
        for _ in 0..20 {
            pacer.turn(Errand::Sending, |_, _| ()).await.accepted();
            gone.push(start.elapsed().as_secs());
        }
        gone
    }

    #[tokio::test(start_paused = true)]
    async fn a_limit_that_the_server_names_is_kept_from_then_on() {
        let gone = paced(Some(Allowance { calls: 2, seconds: 5 })).await;
        for window in gone.windows(3) {
            assert!(window[2] - window[0] >= 5, "{gone:?}");
        }
        let of_a_day = Some(Allowance { calls: 10_000, seconds: 86_400 });
        assert_eq!(paced(of_a_day).await, paced(None).await, "of a day's allowance no pace follows");
    }

    #[tokio::test(start_paused = true)]
    async fn no_window_of_five_seconds_holds_more_than_the_limit() {
        let times = went(&Pacer::new(3), 10).await;
        assert_eq!(times[2], Duration::ZERO, "the first three do not wait");
        for (first, fourth) in times.iter().zip(&times[3..]) {
            assert!(*fourth - *first > WINDOW, "{times:?}");
        }
        assert!(times[9] < Duration::from_secs(16), "and no time is wasted: {times:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_lone_desk_wastes_a_fiftieth_at_most() {
        let last = went(&Pacer::new(25), 250).await[249];
        assert!(last <= (WINDOW * 9).mul_f64(1.02), "{last:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_counts_from_when_it_leaves_and_has_its_place_from_when_it_was_let_go() {
        let pacer = Pacer::new(1);
        let slow = sending(&pacer).await;
        let start = Instant::now();
        let next = sending(&pacer);
        let leave = async {
            tokio::time::sleep(WINDOW * 3).await;
            slow.left();
            slow.accepted();
        };
        tokio::join!(next, leave);
        assert!(start.elapsed() > WINDOW * 4, "{:?}", start.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn a_turn_that_is_not_used_is_free_again_and_one_without_an_answer_counts() {
        let pacer = Pacer::new(1);
        let start = Instant::now();
        drop(sending(&pacer).await);
        let used = sending(&pacer).await;
        assert_eq!(start.elapsed(), Duration::ZERO);
        used.left();
        drop(used);
        sending(&pacer).await;
        assert!(start.elapsed() > WINDOW);
    }

    #[tokio::test(start_paused = true)]
    async fn a_reading_gives_way_to_sendings_that_ask_later() {
        let pacer = Pacer::new(1);
        sending(&pacer).await.accepted();
        let order = StdMutex::new(Vec::new());
        let call = async |errand, name| {
            pacer.turn(errand, |_, _| ()).await.accepted();
            order.lock().unwrap_or_else(PoisonError::into_inner).push(name);
        };
        tokio::join!(
            call(Errand::Reading, "reading"),
            call(Errand::Sending, "first"),
            call(Errand::Sending, "second")
        );
        assert_eq!(*order.lock().unwrap_or_else(PoisonError::into_inner), ["first", "second", "reading"]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_pause_that_the_server_asks_for_holds_everybody_and_costs_no_share() {
        let pacer = Pacer::new(25);
        pacer.pause(Some(Duration::from_secs(7)));
        let mut heard = Vec::new();
        let start = Instant::now();
        pacer.turn(Errand::Sending, |wait, asked| heard.push((wait, asked))).await.accepted();
        assert_eq!(heard[0], (Duration::from_secs(7), true));
        assert!(start.elapsed() >= Duration::from_secs(7));
        tokio::time::sleep(WINDOW * 2).await;
        assert_eq!(went(&pacer, 25).await[24], Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_word_from_the_server_a_pause_is_a_window_and_a_random_part() {
        let mut seen = std::collections::HashSet::new();
        for _ in 0..8 {
            let pacer = Pacer::new(25);
            pacer.pause(None);
            let start = Instant::now();
            sending(&pacer).await;
            let waited = start.elapsed();
            assert!((WINDOW..WINDOW * 3).contains(&waited), "{waited:?}");
            seen.insert(waited);
        }
        assert!(seen.len() > 1, "many desks would come back together");
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_that_gives_up_waiting_takes_no_turn_from_the_others() {
        let pacer = Pacer::new(1);
        went(&pacer, 1).await;
        let start = Instant::now();
        let gave_up = tokio::time::timeout(Duration::from_secs(1), sending(&pacer)).await;
        assert!(gave_up.is_err());
        sending(&pacer).await;
        assert!(start.elapsed() < WINDOW * 2);
    }

    #[tokio::test(start_paused = true)]
    async fn one_refusal_costs_time_and_no_share() {
        let pacer = Pacer::new(4);
        sending(&pacer).await.too_many(Some(Duration::from_secs(2)));
        let start = Instant::now();
        sending(&pacer).await.accepted();
        assert!(start.elapsed() >= Duration::from_secs(2), "{:?}", start.elapsed());
        tokio::time::sleep(WINDOW * 3).await;
        assert_eq!(went(&pacer, 4).await[3], Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn a_share_that_is_refused_again_and_again_shrinks_and_is_won_back() {
        let pacer = Pacer::new(25);
        for _ in 0..40 {
            sending(&pacer).await.too_many(None);
        }
        let few = went(&pacer, 10).await[9];
        assert!(few > WINDOW * 10, "{few:?}");
        went(&pacer, 4000).await;
        let many = went(&pacer, 250).await[249];
        assert!(many < WINDOW * 12, "{many:?}");
    }
}
