//! One direction of a connection.

use std::ops::Range;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::tcp::{ReadHalf, WriteHalf},
    time::Instant,
};

use crate::{head::Head, pace::Pace};

/// The most bytes that wait here, and the longest head that is understood.
const BUFFER: usize = 64 * 1024;

/// Passes bytes from one side to the other, up to a byte that it was told.
///
/// Each step can be dropped and taken again: no byte is lost or doubled by it. That is what lets a connection stop
/// both directions at once and go on later.
pub struct Flow<'a> {
    source: ReadHalf<'a>,
    sink: WriteHalf<'a>,
    buffer: Box<[u8]>,
    /// The part of `buffer` that was read and not passed on.
    held: Range<usize>,
    /// Bytes passed on since the connection was made; the positions below count the same.
    passed: u64,
    /// Where a head begins that is to be looked at before it passes.
    head_at: Option<u64>,
    /// No byte from here on passes.
    stop_at: Option<u64>,
    /// Whether the source has said that nothing more comes.
    ended: bool,
    /// How fast it goes.
    pub pace: Pace,
}

/// A step's outcome.
pub enum Step {
    /// Bytes moved.
    Moved,
    /// A head is complete and has not passed yet.
    Head(Head),
    /// A head is longer than can be held; it has not passed yet.
    LongHead,
    /// A standstill at the byte where it was to stop.
    Stopped,
    /// The source has said that nothing more comes, and all it sent was passed on.
    Ended,
}

/// The side that broke.
pub enum Broken {
    Source,
    Sink,
}

impl<'a> Flow<'a> {
    /// Begins with a head to look at.
    pub fn new(source: ReadHalf<'a>, sink: WriteHalf<'a>) -> Self {
        Self {
            source,
            sink,
            buffer: vec![0; BUFFER].into_boxed_slice(),
            held: 0..0,
            passed: 0,
            head_at: Some(0),
            stop_at: None,
            ended: false,
            pace: Pace::default(),
        }
    }

    /// Bytes passed on since the connection was made.
    pub fn passed(&self) -> u64 {
        self.passed
    }

    /// Stops before the byte of that position.
    pub fn stop_at(&mut self, position: Option<u64>) {
        self.stop_at = position;
    }

    /// Looks at the head that begins at that position before it passes.
    pub fn look_at(&mut self, position: u64) {
        self.head_at = Some(position);
    }

    /// Says to the sink that nothing more comes.
    pub async fn end(&mut self) {
        // An error means that the sink is gone already; whoever reads from it learns how.
        let _ = self.sink.shutdown().await;
    }

    /// Reads once or writes once.
    pub async fn step(&mut self) -> Result<Step, Broken> {
        if self.head_at == Some(self.passed) {
            if let Some(head) = Head::find(&self.buffer[self.held.clone()]) {
                self.head_at = None;
                return Ok(Step::Head(head));
            }
            if self.held.len() == BUFFER {
                self.head_at = None;
                return Ok(Step::LongHead);
            }
            return self.read().await;
        }
        if self.stop_at == Some(self.passed) {
            return Ok(Step::Stopped);
        }
        if !self.held.is_empty() {
            return self.write().await;
        }
        if self.ended {
            return Ok(Step::Ended);
        }
        self.read().await
    }

    async fn read(&mut self) -> Result<Step, Broken> {
        self.buffer.copy_within(self.held.clone(), 0);
        self.held = 0..self.held.len();
        let read = self.source.read(&mut self.buffer[self.held.end..]).await;
        match read.map_err(|_| Broken::Source)? {
            0 => {
                self.ended = true;
                // What there is of a head passes as it is.
                self.head_at = None;
            }
            bytes => self.held.end += bytes,
        }
        Ok(Step::Moved)
    }

    async fn write(&mut self) -> Result<Step, Broken> {
        let border = [self.stop_at, self.head_at].into_iter().flatten().min();
        let clear = border.map_or(u64::MAX, |border| border.saturating_sub(self.passed));
        let clear = usize::try_from(clear).unwrap_or(usize::MAX).min(self.pace.turn().await);
        let end = self.held.end.min(self.held.start.saturating_add(clear));
        let written = self.sink.write(&self.buffer[self.held.start..end]).await;
        let written = written.map_err(|_| Broken::Sink)?;
        self.held.start += written;
        self.passed += written as u64;
        self.pace.passed(written, Instant::now());
        Ok(Step::Moved)
    }
}
