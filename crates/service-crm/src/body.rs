//! The body of an update on its way: read from the disk in large pieces, handed on in small ones, and
//! stopped for certain when it must not be completed. Its last bytes wait for their release.

use std::io::Read;
use std::pin::Pin;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::{TryStreamExt, stream};
use http_body_util::StreamBody;
use hyper::body::{Body, Frame};
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

use crate::attachment::Attachment;
use crate::code::Code;
use crate::failure::Failure;
use crate::multipart::{Form, Piece};
use crate::pacer::Turn;
use crate::progress::Progress;

/// How much is read from the disk at once. Below that an upload gets slower, above it only larger.
const READ: usize = 256 * 1024;
/// Pieces that are read ahead, so that disk and network work at the same time.
const AHEAD: usize = 2;
/// How much is handed to the connection at once: on a slow line this is the finest movement that is seen.
const HAND: usize = 64 * 1024;
/// How long the connection listens behind the request's head before it writes on: a small request is refused in one
/// piece with its head, and would be out whole, and in doubt, before anybody could say so.
const HEARING: Duration = Duration::from_millis(1);

/// How long the server's leave is waited for.
const LEAVE: Duration = Duration::from_secs(1);

/// The server's leave to send the body, where it was asked (`Expect: 100-continue`).
#[derive(Clone, Default)]
pub(crate) struct Leave(Arc<Notify>);

impl Leave {
    pub(crate) fn give(&self) {
        self.0.notify_one();
    }
}

/// The knowledge that the sender shares with the stream that the connection reads.
pub(crate) struct Course {
    state: AtomicU8,
    sent: AtomicU64,
    length: u64,
    files: Vec<(u64, u64)>,
    /// Why the body could not be read to its end.
    failure: Mutex<Option<Failure>>,
    /// Ends the stream with an error, and the connection with it.
    abort: CancellationToken,
    /// Until the last bytes are released. Here, and not with the stream, so that it goes with the sender: a
    /// connection that is ended needs its own time to go.
    release: Mutex<Option<Release>>,
}

const GOING: u8 = 0;
const COMPLETE: u8 = 1;
const STOPPED: u8 = 2;

impl Course {
    /// Makes sure that nothing more is handed out. True when it was too late: the last byte had been.
    pub(crate) fn stop(&self) -> bool {
        self.state.compare_exchange(GOING, STOPPED, Ordering::SeqCst, Ordering::SeqCst) == Err(COMPLETE)
    }

    /// Bytes handed to the connection so far.
    pub(crate) fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn take_failure(&self) -> Option<Failure> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(crate) fn progress(&self) -> Progress {
        let sent = self.sent();
        let file = self.files.iter().rposition(|(start, _)| *start <= sent);
        let (start, file_size) = file.map_or((0, 0), |file| self.files[file]);
        let file_sent = if file.is_some() { (sent - start).min(file_size) } else { 0 };
        Progress::Sending { file, file_sent, file_size, sent, total: self.length }
    }

    /// Whether so many bytes more would complete the body.
    fn ends_with(&self, bytes: usize) -> bool {
        self.sent() + bytes as u64 == self.length
    }

    /// Takes leave to hand out the next bytes, and with the last ones marks the body complete.
    fn may_hand(&self, bytes: usize) -> bool {
        let after = self.sent() + bytes as u64;
        let next = if self.ends_with(bytes) { COMPLETE } else { GOING };
        let leave = self.state.compare_exchange(GOING, next, Ordering::SeqCst, Ordering::SeqCst).is_ok();
        if leave {
            self.sent.store(after, Ordering::SeqCst);
        }
        leave
    }

    fn take_release(&self) -> Option<Release> {
        self.release.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn fail(&self, failure: Failure) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
    }
}

/// Ends the stream when the sender goes away, however it does.
pub(crate) struct Sender(pub(crate) Arc<Course>);

impl Drop for Sender {
    fn drop(&mut self) {
        self.0.stop();
        self.0.abort.cancel();
        self.0.take_release();
    }
}

/// The body could not be completed; why is in the course.
#[derive(Debug, thiserror::Error)]
#[error("the body was not completed")]
pub(crate) struct Incomplete;

/// The condition for the last bytes to leave; why not, where it cannot be met.
pub(crate) type Release = Pin<Box<dyn Future<Output = Result<(), String>> + Send>>;

/// Starts reading. The stream is the body; the sender is how to follow and stop it. `turn` hears when the
/// connection asks for the first bytes, which is when the request's head leaves. `leave`: the server was asked.
pub(crate) fn start(
    form: Form,
    attachments: &[Attachment],
    turn: Arc<Turn>,
    release: Release,
    leave: Option<Leave>,
) -> (Sender, impl Body<Data = Bytes, Error = Incomplete> + Send + use<>) {
    let course = Arc::new(Course {
        state: AtomicU8::new(GOING),
        sent: AtomicU64::new(0),
        length: form.length,
        files: form.files,
        failure: Mutex::new(None),
        abort: CancellationToken::new(),
        release: Mutex::new(Some(release)),
    });
    let (pieces, attachments) = (form.pieces, attachments.to_vec());
    let (give, take) = mpsc::channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        // Nobody takes any more: the sender has gone, and with it the wish for the rest.
        let _ = read_all(&pieces, &attachments, &give);
    });
    let way = Way { course: course.clone(), take, piece: Bytes::new(), turn: Some(turn), leave };
    (Sender(course), StreamBody::new(stream::unfold(way, Way::next).map_ok(Frame::data)))
}

type Read1 = Result<Bytes, Failure>;

/// The receiver has gone.
struct Gone;

fn read_all(pieces: &[Piece], attachments: &[Attachment], give: &mpsc::Sender<Read1>) -> Result<(), Gone> {
    let give = |read: Read1| give.blocking_send(read).map_err(|_| Gone);
    for piece in pieces {
        match piece {
            Piece::Framing(bytes) => give(Ok(bytes.clone()))?,
            Piece::File(place) => {
                if let Err(failure) = read_file(&attachments[*place], &give)? {
                    give(Err(failure))?;
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// Gives exactly as many bytes as were announced, or says why that is not possible.
fn read_file(
    attachment: &Attachment,
    give: &impl Fn(Read1) -> Result<(), Gone>,
) -> Result<Result<(), Failure>, Gone> {
    let name = || attachment.name().to_owned();
    let mut file = match attachment.open() {
        Ok(file) => file,
        Err(failure) => return Ok(Err(failure)),
    };
    let mut left = attachment.stamp().size;
    loop {
        // At the end one byte more is asked for, which must not be there.
        let want = usize::try_from(left).unwrap_or(READ).clamp(1, READ);
        let mut buffer = BytesMut::zeroed(want);
        let got = match read_full(&mut file, &mut buffer) {
            Ok(got) => got,
            Err(error) => return Ok(Err(attachment.unreadable(&error))),
        };
        if left == 0 {
            if got > 0 {
                return Ok(Err(Failure::new(Code::FileGrew { file: name() })));
            }
            // Same length but another time: written over while it was read.
            return Ok(attachment.check());
        }
        if got < want {
            return Ok(Err(Failure::new(Code::FileShrank { file: name() })));
        }
        left -= got as u64;
        give(Ok(buffer.freeze()))?;
    }
}

/// Reads until the buffer is full or the file ends.
fn read_full(file: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// From the reader to the connection.
struct Way {
    course: Arc<Course>,
    take: mpsc::Receiver<Read1>,
    /// The piece that was read and not yet handed out.
    piece: Bytes,
    /// Until the first bytes were asked for.
    turn: Option<Arc<Turn>>,
    leave: Option<Leave>,
}

impl Way {
    /// The head leaves meanwhile; who refuses by it alone is heard before the first piece.
    async fn hear(&mut self) {
        if let Some(Leave(given)) = self.leave.take() {
            tokio::select! {
                () = given.notified() => {}
                // Many servers say nothing to the question, and take the body.
                () = tokio::time::sleep(LEAVE) => {}
                () = self.course.abort.cancelled() => {}
            }
        } else {
            // By the computer's clock: a test may have stopped the runtime's. Only its end can cut this short, and the
            // attempt with it.
            let _ = tokio::task::spawn_blocking(|| std::thread::sleep(HEARING)).await;
        }
    }

    async fn next(mut self) -> Option<(Result<Bytes, Incomplete>, Self)> {
        match self.turn.take() {
            Some(turn) => {
                turn.left();
                self.hear().await;
            }
            // A body that is always ready lets the connection only write; with a break it reads in between. What was
            // answered before a write fails would be lost with that write.
            None => tokio::task::yield_now().await,
        }
        if self.piece.is_empty() {
            self.piece = match self.take.recv().await {
                None => return None,
                Some(Ok(piece)) => piece,
                Some(Err(failure)) => {
                    self.course.fail(failure);
                    return Some((Err(Incomplete), self));
                }
            };
        }
        let hand = self.piece.split_to(self.piece.len().min(HAND));
        if self.course.ends_with(hand.len())
            && let Some(release) = self.course.take_release()
            && let Err(why) = release.await
        {
            self.course.fail(Failure::new(Code::NotReleased { why }));
            return Some((Err(Incomplete), self));
        }
        if !self.course.may_hand(hand.len()) {
            // Held, not ended: ending would close the connection, and the server's reason may still be in it.
            self.course.abort.cancelled().await;
            return Some((Err(Incomplete), self));
        }
        Some((Ok(hand), self))
    }
}
