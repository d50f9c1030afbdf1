//! When the next bytes of a direction may pass.

use std::time::Duration;

use tokio::time::{self, Instant};

/// The parts into which a second of a slow direction is cut, so that it trickles and does not jerk.
const PARTS: u64 = 20;

/// The pace of one direction: as fast as it goes, unless it was told otherwise.
#[derive(Debug, Default)]
pub struct Pace {
    bytes_per_second: Option<u64>,
    not_before: Option<Instant>,
}

impl Pace {
    /// No more than so many bytes a second from now on.
    pub fn limit(&mut self, bytes_per_second: u64) {
        self.bytes_per_second = Some(bytes_per_second.max(1));
    }

    /// Nothing before that moment.
    pub fn hold(&mut self, until: Instant) {
        self.not_before = Some(until);
    }

    /// Waits until bytes may pass, and says how many.
    pub async fn turn(&self) -> usize {
        if let Some(moment) = self.not_before {
            time::sleep_until(moment).await;
        }
        let most = self.bytes_per_second.map_or(u64::MAX, |rate| (rate / PARTS).max(1));
        usize::try_from(most).unwrap_or(usize::MAX)
    }

    /// So many bytes passed at that moment.
    pub fn passed(&mut self, bytes: usize, now: Instant) {
        self.not_before = self.bytes_per_second.map(|rate| now + time_of(bytes as u64, rate));
    }
}

fn time_of(bytes: u64, bytes_per_second: u64) -> Duration {
    Duration::from_nanos(bytes.saturating_mul(1_000_000_000) / bytes_per_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_lets_as_many_bytes_pass_as_were_asked_for() {
        let now = Instant::now();
        for (rate, bytes) in [(1, 1), (10, 1), (1_000, 50), (1 << 20, 52_428)] {
            let mut pace = Pace::default();
            pace.limit(rate);
            pace.passed(bytes, now);
            let wait = pace.not_before.unwrap() - now;
            let expected = Duration::from_secs_f64(bytes as f64 / rate as f64);
            assert!(wait.abs_diff(expected) < Duration::from_micros(1), "{rate}: {wait:?}");
        }
    }

    #[tokio::test]
    async fn a_slow_direction_passes_a_twentieth_of_its_second_at_once() {
        let mut pace = Pace::default();
        assert_eq!(pace.turn().await, usize::MAX);
        pace.limit(1_000);
        assert_eq!(pace.turn().await, 50);
        pace.limit(0);
        assert_eq!(pace.turn().await, 1);
    }

    #[test]
    fn what_was_held_back_is_not_held_twice() {
        let now = Instant::now();
        let mut pace = Pace::default();
        pace.hold(now + Duration::from_secs(5));
        assert!(pace.not_before.is_some());
        pace.passed(1, now + Duration::from_secs(5));
        assert!(pace.not_before.is_none());
    }
}
