//! An office in virtual time: desks with a pacer each, a network with uneven delays, and a server with one limit.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use service_crm::{Errand, Pacer};
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep, sleep_until};

const WINDOW: Duration = Duration::from_secs(5);
/// The time that is not counted: desks that start together need some time to find their places.
const FIRST: Duration = Duration::from_secs(60);
/// Where it is looked what became of those who came late.
const LAST: Duration = Duration::from_secs(180);
/// From the turn to the leaving head, from there to the server, and back: each takes some time of this, in ms.
const DELAY: std::ops::Range<u64> = 15..150;
/// How long a desk with a light load has nothing to do, at most.
const IDLE: f64 = 120.0;

/// How the vendor may count. It says "25 in 5 seconds" and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The calls let through in the last 5 s.
    Sliding,
    /// The calls that arrived in the last 5 s, also those that were refused: the practice server's way.
    Counting,
    /// The calls since the clock was last at a multiple of 5 s.
    Fixed,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Sliding, Self::Counting, Self::Fixed];
}

/// The people of an office.
#[derive(Debug, Clone, Copy)]
pub struct Office {
    pub desks: usize,
    /// Calls in 5 s.
    pub limit: u32,
    pub minutes: u32,
    /// Of the desks, how many come after two minutes, one every ten seconds.
    pub late: usize,
    /// Of the desks, how many have one to three calls at a time, and then nothing for a while.
    pub light: usize,
}

/// The outcome after the first minute.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Accepted calls over those that the limit allows.
    pub used: f64,
    /// Refused calls over all calls.
    pub refused: f64,
    /// Accepted calls of the median desk over those of the slowest, of the desks that are busy all the time.
    pub apart: f64,
    /// Accepted calls a minute of the slowest desk that came late over those of the median desk that did not, in
    /// the last three minutes; 1 where nobody came late.
    pub late_share: f64,
}

impl Office {
    /// Lets everybody work.
    pub fn open(self, kind: Kind, retry_after: bool, seed: u64) -> Outcome {
        #[expect(clippy::unwrap_used, reason = "without a runtime there is no simulation")]
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(self.work(kind, retry_after, seed))
    }

    async fn work(self, kind: Kind, retry_after: bool, seed: u64) -> Outcome {
        let start = Instant::now();
        let end = start + Duration::from_secs(60) * self.minutes;
        let server = Arc::new(Mutex::new(Server {
            kind,
            limit: self.limit as usize,
            start,
            counted: VecDeque::new(),
            accepted: vec![0; self.desks],
            last: vec![0; self.desks],
            last_from: end.checked_sub(LAST).unwrap_or(start),
            refused: 0,
        }));
        let mut chance = StdRng::seed_from_u64(seed);
        let mut desks = tokio::task::JoinSet::new();
        for number in 0..self.desks {
            let desk = Desk {
                number,
                pacer: Pacer::with_seed(self.limit, chance.random()),
                server: server.clone(),
                retry_after,
                light: number < self.light,
                chance: StdRng::seed_from_u64(chance.random()),
            };
            let late = (number + self.late).checked_sub(self.desks);
            let begins =
                start + late.map_or(Duration::ZERO, |nth| Duration::from_secs(120 + 10 * nth as u64));
            desks.spawn(async move {
                sleep_until(begins).await;
                desk.work().await;
            });
        }
        sleep_until(end).await;
        drop(desks);

        let server = server.lock().unwrap_or_else(PoisonError::into_inner);
        let accepted: u32 = server.accepted.iter().sum();
        let mut busy = server.accepted[self.light..self.desks - self.late].to_vec();
        busy.sort_unstable();
        let mut last = server.last[self.light..self.desks - self.late].to_vec();
        last.sort_unstable();
        let late = server.last[self.desks - self.late..].iter().min();
        let windows = (end - start - FIRST).div_duration_f64(WINDOW);
        Outcome {
            used: f64::from(accepted) / (f64::from(self.limit) * windows),
            refused: f64::from(server.refused) / f64::from(accepted + server.refused),
            apart: f64::from(busy[busy.len() / 2]) / f64::from(busy[0]),
            late_share: late.map_or(1.0, |late| f64::from(*late) / f64::from(last[last.len() / 2])),
        }
    }
}

struct Desk {
    number: usize,
    pacer: Pacer,
    server: Arc<Mutex<Server>>,
    retry_after: bool,
    light: bool,
    chance: StdRng,
}

impl Desk {
    /// Asks for one turn after the other; calls that were let go are under way beside each other.
    async fn work(mut self) {
        let work = Arc::new(Semaphore::new(0));
        let mut calls = tokio::task::JoinSet::new();
        loop {
            if self.light && work.available_permits() == 0 {
                // A call that is refused comes back, and is made before there is new work.
                let idle = Duration::from_secs_f64(self.chance.random_range(0.0..IDLE));
                tokio::select! {
                    () = sleep(idle) => work.add_permits(self.chance.random_range(1..=3)),
                    Ok(again) = work.acquire() => drop(again),
                }
            }
            if self.light
                && let Ok(one) = work.try_acquire()
            {
                one.forget();
            }
            let turn = self.pacer.turn(Errand::Sending, |_, _| ()).await;
            let [connect, there, back] =
                std::array::from_fn(|_| Duration::from_millis(self.chance.random_range(DELAY)));
            let (server, number, retry_after) = (self.server.clone(), self.number, self.retry_after);
            let work = work.clone();
            calls.spawn(async move {
                sleep(connect).await;
                turn.left();
                sleep(there).await;
                let answer = server.lock().unwrap_or_else(PoisonError::into_inner).call(number);
                sleep(back).await;
                match answer {
                    Ok(()) => turn.accepted(),
                    Err(wait) => {
                        turn.too_many(retry_after.then_some(wait));
                        work.add_permits(1);
                    }
                }
            });
            while calls.try_join_next().is_some() {}
        }
    }
}

struct Server {
    kind: Kind,
    limit: usize,
    start: Instant,
    /// When the calls that count arrived.
    counted: VecDeque<Instant>,
    /// By desk, after the first minute.
    accepted: Vec<u32>,
    /// The same in the last minutes.
    last: Vec<u32>,
    last_from: Instant,
    refused: u32,
}

impl Server {
    /// A call arrives. An error is what `Retry-After` says, in whole seconds.
    fn call(&mut self, desk: usize) -> Result<(), Duration> {
        let now = Instant::now();
        let since = now - self.start;
        let window = WINDOW * u32::try_from(since.as_secs() / WINDOW.as_secs()).unwrap_or(u32::MAX);
        let expired = |call: &Instant| match self.kind {
            Kind::Fixed => *call - self.start < window,
            Kind::Sliding | Kind::Counting => now - *call >= WINDOW,
        };
        while self.counted.front().is_some_and(expired) {
            self.counted.pop_front();
        }
        let accepted = self.counted.len() < self.limit;
        if accepted || self.kind == Kind::Counting {
            self.counted.push_back(now);
        }
        if since >= FIRST && accepted {
            self.accepted[desk] += 1;
            self.last[desk] += u32::from(now >= self.last_from);
        } else if since >= FIRST {
            self.refused += 1;
        }
        if accepted {
            return Ok(());
        }
        let wait = match self.kind {
            Kind::Fixed => window + WINDOW - since,
            Kind::Sliding | Kind::Counting => WINDOW - (now - self.counted[self.counted.len() - self.limit]),
        };
        Err(Duration::from_secs(wait.as_secs_f64().ceil().max(1.0) as u64))
    }
}
