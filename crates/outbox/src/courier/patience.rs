//! The end of patience: the same end again and again is no accident, and then a person is asked.

use std::collections::HashMap;

use service_crm::{Attempt, Code, Remedy};

/// Ends of one kind in the same place of a body after which it is no accident: it is too large for something on the
/// way, or goes too slowly for it.
const SAME: u32 = 4;
/// Ends in a row, whatever they are. With the pauses between them, this is a quarter of an hour and more.
const ALL: u32 = 12;
/// Bytes that lie in the buffers between the app and whoever ends it: two ends so near are at one place. So are two
/// within a tenth of a request, which a limit of time makes.
const NEAR: u64 = 4 * 1024 * 1024;

/// The deliveries that failed at their last attempt, and how often in a row.
#[derive(Debug, Default)]
pub(super) struct Patience(HashMap<i64, Run>);

/// A delivery's failures in a row. It begins anew when the app starts, and when a person sends it again.
#[derive(Debug)]
struct Run {
    code: Code,
    /// Bytes of the body that had left.
    place: u64,
    same: u32,
    all: u32,
}

impl Patience {
    /// Takes down how an attempt ended; says whether it is to be the last by itself.
    pub(super) fn ends_with(&mut self, id: i64, attempt: &Attempt) -> bool {
        let failure = attempt.became.as_ref().err().filter(|failure| failure.remedy() == Remedy::SomeTime);
        let Some(failure) = failure else {
            self.forget(id);
            return false;
        };
        let new = || Run { code: failure.code.clone(), place: attempt.sent, same: 0, all: 0 };
        let run = self.0.entry(id).or_insert_with(new);
        let is_same = std::mem::discriminant(&run.code) == std::mem::discriminant(&failure.code)
            && run.place.abs_diff(attempt.sent) <= NEAR.max(attempt.total / 10);
        run.same = if is_same { run.same + 1 } else { 1 };
        run.all += 1;
        (run.code, run.place) = (failure.code.clone(), attempt.sent);
        // Before the body nothing speaks of its size: whoever says so is out of order for a while.
        let ends = run.all >= ALL || (attempt.sent > 0 && run.same >= SAME);
        if ends {
            self.forget(id);
        }
        ends
    }

    pub(super) fn forget(&mut self, id: i64) {
        self.0.remove(&id);
    }
}

#[cfg(test)]
mod tests {
    use service_crm::{Effect, Failure};

    use super::*;

    fn failed(code: Code, sent: u64) -> Attempt {
        let failure = Failure { code, effect: Effect::NotSent, answer: None, oversize: false };
        Attempt { became: Err(failure), sent, total: 100 * NEAR }
    }

    /// After how many ends in a row it is over.
    fn ends_after(mut end: impl FnMut(u64) -> Attempt) -> Option<u64> {
        let mut patience = Patience::default();
        (1..100).find(|number| patience.ends_with(1, &end(*number)))
    }

    #[test]
    fn the_same_end_at_the_same_place_is_no_accident() {
        assert_eq!(ends_after(|number| failed(Code::BrokeWhileSending, 5 * NEAR + number * 1000)), Some(4));
        assert_eq!(ends_after(|_| failed(Code::TooSlow, 100 * NEAR)), Some(4));
        assert_eq!(ends_after(|_| failed(Code::FailedEarly { status: 502 }, 3 * NEAR)), Some(4));
    }

    #[test]
    fn what_ends_here_and_there_or_before_the_body_has_longer_and_an_end_too() {
        assert_eq!(
            ends_after(|number| failed(Code::BrokeWhileSending, 15 * NEAR * (number % 3 + 1))),
            Some(12)
        );
        assert_eq!(ends_after(|_| failed(Code::FailedEarly { status: 502 }, 0)), Some(12));
        assert_eq!(ends_after(|_| failed(Code::Unavailable, 0)), Some(12));
    }

    #[test]
    fn time_alone_mends_what_has_no_connection() {
        assert_eq!(ends_after(|_| failed(Code::CannotConnect { host: "h".into() }, 0)), None);
        assert_eq!(ends_after(|_| failed(Code::TooManyCalls, 0)), None);
    }

    #[test]
    fn another_end_in_between_begins_anew() {
        let mut patience = Patience::default();
        let mut ends = |code, sent| patience.ends_with(1, &failed(code, sent));
        for _ in 0..3 {
            assert!(!ends(Code::BrokeWhileSending, NEAR));
        }
        assert!(!ends(Code::CannotConnect { host: "h".into() }, 0));
        for _ in 0..3 {
            assert!(!ends(Code::BrokeWhileSending, NEAR));
        }
        assert!(ends(Code::BrokeWhileSending, NEAR));
    }
}
