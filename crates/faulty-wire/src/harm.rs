//! Harm that can befall a connection, and where.

use std::{collections::VecDeque, time::Duration};

/// Where in a call a harm strikes.
///
/// Up to [`MidBody`](Self::MidBody), the server never had the whole request; from [`AfterBody`](Self::AfterBody)
/// on, it had. A call too short for its point passes unharmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Point {
    /// The head was passed on, and nothing of the body. Where there is no body, the head's last byte is held back:
    /// the request would be complete with it.
    BeforeBody,
    /// So many bytes of the body were passed on. A body that is no longer than that passes unharmed.
    InBody(u64),
    /// Half of the body was passed on (rounded down).
    MidBody,
    /// The whole request was passed on and the server began to answer, but not a byte of the answer goes back.
    ///
    /// The answer's first byte is what makes it certain that the server has read (and done) what it was sent. So
    /// where no answer comes, nothing is struck: silence stays silence, and an end without an answer passes as it
    /// is. An answer that begins before the request is whole is held until it is, and is no such proof.
    AfterBody,
    /// So many bytes of the answer, its head included, went back. An answer that is known to be no longer than that
    /// passes unharmed.
    InAnswer(u64),
    /// The answer's head and half of its body (rounded down) went back; half of the head, where no body is announced
    /// by a `Content-Length`.
    MidAnswer,
}

/// A connection's harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Harm {
    /// Both sides are told that nothing more comes (FIN) behind exactly the bytes that the point names. What they
    /// still send is read and thrown away until they close: closed with unread bytes, the kernel would reset.
    Cut(Point),
    /// Both sides are reset (TCP RST). A reset can overtake: what was passed on right before it and was not yet read
    /// may be lost on its way, though never on Linux's loopback while the other side's buffer has room.
    Reset(Point),
    /// Nothing passes any more in either direction, not even an end, and both sides stay open until
    /// `Wire::release`, `Wire::down` or the wire's drop.
    ///
    /// The kernel still takes what fits its buffers (at most 5 MB on Linux's loopback: what is sent and not yet taken
    /// over, and what is not read), so a client notices when it has sent more than that.
    Stall(Point),
    /// So many bytes pass in each direction in a second, heads included; at least one. In real time.
    Slow {
        /// The pace of each direction.
        bytes_per_second: u64,
    },
    /// The answer is held back for that long, beginning when its head has arrived. In real time.
    Late(Duration),
}

impl Harm {
    /// The point at which it strikes, if it has one.
    pub(crate) fn point(self) -> Option<Point> {
        match self {
            Self::Cut(point) | Self::Reset(point) | Self::Stall(point) => Some(point),
            Self::Slow { .. } | Self::Late(_) => None,
        }
    }
}

impl Point {
    /// How many bytes of a request pass before the point; `None` if the point is not in it.
    pub(crate) fn in_request(self, head: u64, body: u64) -> Option<u64> {
        let into = match self {
            Self::BeforeBody => 0,
            Self::InBody(bytes) => bytes,
            Self::MidBody => body / 2,
            Self::AfterBody | Self::InAnswer(_) | Self::MidAnswer => return None,
        };
        match (body, into) {
            (0, 0) => Some(head - 1),
            _ => (into < body).then(|| head.saturating_add(into)),
        }
    }

    /// How many bytes of an answer pass before the point; `None` if the point is not in it.
    pub(crate) fn in_answer(self, head: u64, body: Option<u64>) -> Option<u64> {
        match self {
            Self::BeforeBody | Self::InBody(_) | Self::MidBody => None,
            Self::AfterBody => Some(0),
            Self::InAnswer(bytes) => {
                body.is_none_or(|body| bytes < head.saturating_add(body)).then_some(bytes)
            }
            Self::MidAnswer => {
                Some(body.filter(|body| *body > 0).map_or(head / 2, |body| head.saturating_add(body / 2)))
            }
        }
    }
}

/// The harms that connections to come are given.
#[derive(Debug, Default)]
pub(crate) struct Harms {
    pub queue: VecDeque<Harm>,
    pub always: Option<Harm>,
}

impl Harms {
    /// The harm of a connection that was just made.
    pub fn take(&mut self) -> Option<Harm> {
        self.queue.pop_front().or(self.always)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_point_of_the_body_lets_the_request_be_complete() {
        for body in [0, 1, 2, 3, 100] {
            for point in [Point::BeforeBody, Point::InBody(0), Point::InBody(body), Point::MidBody] {
                let stop = point.in_request(40, body);
                assert!(stop.is_none_or(|stop| stop < 40 + body), "{point:?} of {body}: {stop:?}");
            }
        }
        assert_eq!(Point::BeforeBody.in_request(40, 0), Some(39));
        assert_eq!(Point::MidBody.in_request(40, 7), Some(43));
        assert_eq!(Point::InBody(6).in_request(40, 7), Some(46));
        assert_eq!(Point::InBody(7).in_request(40, 7), None);
    }

    #[test]
    fn no_point_of_the_answer_lets_the_answer_be_complete() {
        for body in [0, 1, 2, 100] {
            for point in
                [Point::AfterBody, Point::InAnswer(body), Point::InAnswer(40 + body), Point::MidAnswer]
            {
                let stop = point.in_answer(40, Some(body));
                assert!(stop.is_none_or(|stop| stop < 40 + body), "{point:?} of {body}: {stop:?}");
            }
        }
        assert_eq!(Point::MidAnswer.in_answer(40, Some(7)), Some(43));
        assert_eq!(Point::MidAnswer.in_answer(40, None), Some(20));
        assert_eq!(Point::InAnswer(90).in_answer(40, None), Some(90));
    }

    #[test]
    fn queued_harms_come_before_the_one_for_all() {
        let mut harms = Harms::default();
        assert_eq!(harms.take(), None);
        harms.always = Some(Harm::Stall(Point::BeforeBody));
        harms.queue.push_back(Harm::Cut(Point::AfterBody));
        assert_eq!(harms.take(), Some(Harm::Cut(Point::AfterBody)));
        assert_eq!(harms.take(), harms.always);
        assert_eq!(harms.take(), harms.always);
    }
}
