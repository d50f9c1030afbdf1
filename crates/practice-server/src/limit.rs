//! How many calls the account may make: the vendor prints "25 in 5 second(s)".
//!
//! Whether the vendor's window slides is not said. Here it slides and counts refused calls too, because that is
//! the harder server to live with: a client that passes here passes with a fixed window as well.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// The span in which calls are counted.
pub const WINDOW: Duration = Duration::from_secs(5);

/// The calls of the last [`WINDOW`], and how many of them are allowed.
pub struct Limit {
    most: Option<u32>,
    calls: VecDeque<Instant>,
}

impl Limit {
    /// No limit for `None` and for zero.
    pub fn new(most: Option<u32>) -> Self {
        Self { most: most.filter(|most| *most > 0), calls: VecDeque::new() }
    }

    /// Counts a call that arrived at `now`; if it was one too many, says how many are allowed and how long it is
    /// until the oldest of those that count is forgotten.
    pub fn count(&mut self, now: Instant) -> Result<(), TooMany> {
        let Some(most) = self.most else { return Ok(()) };
        while self.calls.front().is_some_and(|call| now.duration_since(*call) >= WINDOW) {
            self.calls.pop_front();
        }
        self.calls.push_back(now);
        let allowed = most as usize;
        if self.calls.len() <= allowed {
            return Ok(());
        }
        // Enough calls must be forgotten that one more fits, and refused calls count as well.
        let must_go = self.calls[self.calls.len() - allowed];
        Err(TooMany { most, wait: WINDOW.saturating_sub(now.duration_since(must_go)) })
    }
}

/// A call beyond the limit.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany {
    /// The calls allowed in a window.
    pub most: u32,
    /// How long until a call would be let through, if none comes before.
    pub wait: Duration,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(start: Instant, after: f64) -> Instant {
        start + Duration::from_secs_f64(after)
    }

    #[test]
    fn calls_up_to_the_limit_pass_and_the_next_does_not() {
        let (mut limit, start) = (Limit::new(Some(2)), Instant::now());
        assert_eq!(limit.count(start), Ok(()));
        assert_eq!(limit.count(seconds(start, 1.0)), Ok(()));
        assert_eq!(
            limit.count(seconds(start, 2.0)),
            Err(TooMany { most: 2, wait: Duration::from_secs(4) }),
            "the calls at 1 s and 2 s fill the window until 6 s"
        );
    }

    #[test]
    fn the_window_slides() {
        let (mut limit, start) = (Limit::new(Some(2)), Instant::now());
        assert!(limit.count(start).is_ok());
        assert!(limit.count(seconds(start, 4.0)).is_ok());
        assert!(limit.count(seconds(start, 5.0)).is_ok(), "the first is forgotten after five seconds");
        assert!(limit.count(seconds(start, 6.0)).is_err(), "4 s and 5 s still count");
    }

    #[test]
    fn refused_calls_count_too() {
        let (mut limit, start) = (Limit::new(Some(1)), Instant::now());
        assert!(limit.count(start).is_ok());
        assert!(limit.count(seconds(start, 4.0)).is_err());
        assert!(limit.count(seconds(start, 6.0)).is_err(), "the refused call at 4 s counts until 9 s");
    }

    #[test]
    fn none_and_zero_are_no_limit() {
        for most in [None, Some(0)] {
            let (mut limit, now) = (Limit::new(most), Instant::now());
            assert!((0..1000).all(|_| limit.count(now).is_ok()));
        }
    }
}
