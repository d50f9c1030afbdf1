//! The call on a connection, from its request's head to its answer's last byte.

use std::{ops::Range, sync::Arc};

use tokio::{net::TcpStream, sync::watch, time::Instant};

use crate::{
    flow::{Broken, Flow, Step},
    harm::{Harm, Point},
    head::{Announced, Head},
    passed::Counts,
};

/// The wire's gift to a connection.
pub struct Given {
    pub harm: Option<Harm>,
    pub counts: Arc<Counts>,
    /// Changes when stalled connections are to go on.
    pub released: watch::Receiver<()>,
}

/// How the connection of a call ends.
pub enum End {
    /// Both sides said that nothing more comes.
    Closed,
    /// A side broke, or a call was not understood: the other side is to see a reset.
    Broken,
    /// A [`Harm::Cut`] struck.
    Cut,
    /// A [`Harm::Reset`] struck.
    Reset,
}

/// The call on a connection while it passes.
pub struct Call<'a> {
    up: Flow<'a>,
    down: Flow<'a>,
    given: Given,
    /// Where in `up` the request's body lies, once its head is known.
    body: Option<Range<u64>>,
    /// Bytes of the body that were counted.
    counted: u64,
    answer: Answer,
    up_ended: bool,
    down_ended: bool,
    /// Whether the server takes nothing more. What it said before is still passed on.
    deaf: bool,
    /// Whether an answer is held for [`Point::AfterBody`] until the request is whole.
    held: bool,
}

/// How far the answer is.
enum Answer {
    /// Its head is not there.
    Awaited,
    /// A stretch that ends at that position in `down`, or with the connection.
    Passing(Option<u64>),
    /// Its last byte has passed.
    Whole,
}

impl<'a> Call<'a> {
    pub fn new(client: &'a mut TcpStream, server: &'a mut TcpStream, given: Given) -> Self {
        let (from_client, to_client) = client.split();
        let (from_server, to_server) = server.split();
        Self {
            up: Flow::new(from_client, to_server),
            down: Flow::new(from_server, to_client),
            given,
            body: None,
            counted: 0,
            answer: Answer::Awaited,
            up_ended: false,
            down_ended: false,
            deaf: false,
            held: false,
        }
    }

    /// Passes it, and says how it ended.
    pub async fn pass(mut self) -> End {
        if let Some(Harm::Slow { bytes_per_second }) = self.given.harm {
            self.up.pace.limit(bytes_per_second);
            self.down.pace.limit(bytes_per_second);
            self.struck();
        }
        loop {
            let end = tokio::select! {
                step = self.up.step(), if !self.up_ended => self.upward(step).await,
                step = self.down.step(), if !self.down_ended && !self.held => self.downward(step).await,
                else => Some(End::Closed),
            };
            if let Some(end) = end {
                return end;
            }
        }
    }

    async fn upward(&mut self, step: Result<Step, Broken>) -> Option<End> {
        match step {
            Ok(Step::Head(head)) => return self.request_begins(head),
            Ok(Step::LongHead) => return self.not_understood(),
            Ok(Step::Stopped) => return self.strike().await,
            Ok(Step::Moved) => {
                self.count_body();
                if self.held && self.request_is_whole() {
                    return self.strike().await;
                }
            }
            Ok(Step::Ended) => {
                self.up.end().await;
                self.up_ended = true;
                self.give_up_holding();
            }
            Err(Broken::Source) => return Some(End::Broken),
            Err(Broken::Sink) => {
                self.up_ended = true;
                self.deaf = true;
                self.give_up_holding();
                if self.down_ended {
                    return Some(End::Broken);
                }
            }
        }
        None
    }

    async fn downward(&mut self, step: Result<Step, Broken>) -> Option<End> {
        match step {
            Ok(Step::Head(head)) if head.interim => self.down.look_at(self.down.passed() + head.length),
            Ok(Step::Head(head)) => self.answer_begins(head),
            Ok(Step::LongHead) => return self.not_understood(),
            Ok(Step::Stopped) => {
                let waits = self.given.harm.and_then(Harm::point) == Some(Point::AfterBody);
                if !waits || self.request_is_whole() {
                    return self.strike().await;
                }
                self.held = true;
                if self.up_ended {
                    self.give_up_holding();
                }
            }
            Ok(Step::Moved) => {
                if let Answer::Passing(Some(end)) = self.answer
                    && self.down.passed() >= end
                {
                    self.answer_is_whole();
                }
            }
            Ok(Step::Ended) if self.deaf => return Some(End::Broken),
            Ok(Step::Ended) => {
                self.down.end().await;
                self.down_ended = true;
                if let Answer::Passing(None) = self.answer {
                    self.answer_is_whole();
                }
            }
            Err(_) => return Some(End::Broken),
        }
        None
    }

    fn request_begins(&mut self, head: Head) -> Option<End> {
        let length = match head.body {
            Announced::Nothing => 0,
            Announced::Bytes(length) => length,
            Announced::Unreadable => return self.not_understood(),
        };
        self.body = Some(head.length..head.length.saturating_add(length));
        if let Some(point) = self.given.harm.and_then(Harm::point) {
            self.up.stop_at(point.in_request(head.length, length));
        }
        None
    }

    fn answer_begins(&mut self, head: Head) {
        let start = self.down.passed();
        let length = match head.body {
            Announced::Bytes(length) => Some(length),
            Announced::Nothing | Announced::Unreadable => None,
        };
        self.answer = Answer::Passing(length.map(|length| start + head.length.saturating_add(length)));
        match self.given.harm {
            Some(Harm::Late(wait)) => {
                self.down.pace.hold(Instant::now() + wait);
                self.struck();
            }
            Some(harm) => {
                let stop = harm.point().and_then(|point| point.in_answer(head.length, length));
                self.down.stop_at(stop.map(|stop| start.saturating_add(stop)));
            }
            None => {}
        }
    }

    /// A harm that waits for a point it will not find must not look as if it had been there and done nothing.
    fn not_understood(&self) -> Option<End> {
        self.given.harm.and_then(Harm::point).map(|_| End::Broken)
    }

    /// The request will not be whole: an answer that came early passes after all.
    fn give_up_holding(&mut self) {
        if self.held {
            self.held = false;
            self.down.stop_at(None);
        }
    }

    fn request_is_whole(&self) -> bool {
        self.body.as_ref().is_some_and(|body| self.up.passed() >= body.end)
    }

    fn count_body(&mut self) {
        let Some(body) = &self.body else { return };
        let now = self.up.passed().clamp(body.start, body.end) - body.start;
        let more = now - self.counted;
        if more > 0 {
            self.counted = now;
            self.given.counts.add(|passed| passed.body_bytes += more);
        }
    }

    fn answer_is_whole(&mut self) {
        self.answer = Answer::Whole;
        self.given.counts.add(|passed| passed.answers += 1);
    }

    fn struck(&self) {
        self.given.counts.add(|passed| passed.harms += 1);
    }

    /// Does at a point what was to be done there. While this waits, neither direction is asked to step.
    async fn strike(&mut self) -> Option<End> {
        match self.given.harm {
            Some(Harm::Cut(_)) => return Some(End::Cut),
            Some(Harm::Reset(_)) => return Some(End::Reset),
            Some(Harm::Stall(_)) => {
                // Before it is counted, so that a release by somebody who waited for the harm is not missed.
                self.given.released.mark_unchanged();
                self.struck();
                // An error means that the wire is being dropped.
                let _ = self.given.released.changed().await;
            }
            Some(Harm::Slow { .. } | Harm::Late(_)) | None => {}
        }
        self.held = false;
        self.up.stop_at(None);
        self.down.stop_at(None);
        None
    }
}
