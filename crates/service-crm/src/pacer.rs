//! Keeps an account's calls under its limit by making them wait.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

/// The vendor's window: limits are calls in any 5 seconds.
const WINDOW: Duration = Duration::from_secs(5);
/// Calls that leave 5 s apart may arrive a little closer.
const MARGIN: Duration = Duration::from_millis(50);
/// No server may send the app to sleep for longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(600);

/// What a call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Errand {
    Sending,
    Reading,
}

/// Leave to make one call.
#[derive(Debug)]
pub struct Turn(Arc<StdMutex<Option<Instant>>>);

impl Turn {
    /// The request's head leaves now.
    pub fn left(&self) {}
    /// The server took the call.
    pub fn accepted(&self) {}
    /// The server said that there were too many calls.
    pub fn too_many(&self, said: Option<Duration>) {
        lower(&self.0, said);
    }
}

fn lower(pause: &StdMutex<Option<Instant>>, said: Option<Duration>) {
    let jitter = WINDOW.mul_f64(rand::random::<f64>() / 2.0);
    let until = Instant::now() + said.unwrap_or(WINDOW + jitter).min(LONGEST_PAUSE);
    let mut pause = pause.lock().unwrap_or_else(PoisonError::into_inner);
    *pause = (*pause).max(Some(until));
}

/// Lets at most N calls go in any 5 seconds, in the order in which they asked.
///
/// The limit is the account's: all calls that use the same keys must share one pacer.
#[derive(Debug)]
pub struct Pacer {
    calls: usize,
    /// When the last calls went. Whoever holds the lock is the next to go.
    gone: Mutex<VecDeque<Instant>>,
    pause: Arc<StdMutex<Option<Instant>>>,
}

impl Pacer {
    /// At most `calls` in any 5 seconds, and at least one.
    pub fn new(calls: u32) -> Self {
        let calls = usize::try_from(calls.max(1)).unwrap_or(usize::MAX);
        Self { calls, gone: Mutex::new(VecDeque::new()), pause: Arc::default() }
    }

    /// Waits for a call's turn. `waiting` hears how long it takes, as far as that is known, and whether it is
    /// the server that asked for it. Dropping the future gives the turn to the next.
    pub async fn turn(&self, _errand: Errand, mut waiting: impl FnMut(Duration, bool)) -> Turn {
        let mut gone = match self.gone.try_lock() {
            Ok(gone) => gone,
            Err(_) => {
                waiting(WINDOW, self.paused().is_some());
                self.gone.lock().await
            }
        };
        loop {
            let now = Instant::now();
            while gone.front().is_some_and(|first| *first + WINDOW + MARGIN <= now) {
                gone.pop_front();
            }
            let full = (gone.len() >= self.calls).then(|| gone[gone.len() - self.calls] + WINDOW + MARGIN);
            let paused = self.paused();
            let Some(until) = full.max(paused) else {
                gone.push_back(now);
                return Turn(self.pause.clone());
            };
            waiting(until - now, paused == Some(until));
            sleep_until(until).await;
        }
    }

    /// The server said that there were too many calls (429): nobody goes for as long as it says, or for a
    /// window and a random part of one, so that many desks do not come back together.
    pub fn pause(&self, said: Option<Duration>) {
        lower(&self.pause, said);
    }

    fn paused(&self) -> Option<Instant> {
        let pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        pause.filter(|until| *until > Instant::now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn went(pacer: &Pacer, calls: usize) -> Vec<Duration> {
        let start = Instant::now();
        let mut times = Vec::new();
        for _ in 0..calls {
            pacer.turn(Errand::Sending, |_, _| ()).await;
            times.push(start.elapsed());
        }
        times
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
    async fn a_pause_that_the_server_asks_for_holds_everybody() {
        let pacer = Pacer::new(25);
        pacer.pause(Some(Duration::from_secs(7)));
        let mut heard = Vec::new();
        let start = Instant::now();
        pacer.turn(Errand::Sending, |wait, asked| heard.push((wait, asked))).await;
        assert_eq!(heard, [(Duration::from_secs(7), true)]);
        assert!(start.elapsed() >= Duration::from_secs(7));
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_word_from_the_server_a_pause_is_a_window_and_a_random_part() {
        let mut seen = std::collections::HashSet::new();
        for _ in 0..8 {
            let pacer = Pacer::new(25);
            pacer.pause(None);
            let waited = went(&pacer, 1).await[0];
            assert!((WINDOW..WINDOW * 2).contains(&waited), "{waited:?}");
            seen.insert(waited);
        }
        assert!(seen.len() > 1, "many desks would come back together");
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_that_gives_up_waiting_takes_no_turn_from_the_others() {
        let pacer = Pacer::new(1);
        went(&pacer, 1).await;
        let start = Instant::now();
        let gave_up =
            tokio::time::timeout(Duration::from_secs(1), pacer.turn(Errand::Sending, |_, _| ())).await;
        assert!(gave_up.is_err());
        pacer.turn(Errand::Sending, |_, _| ()).await;
        assert!(start.elapsed() < WINDOW * 2);
    }
}
