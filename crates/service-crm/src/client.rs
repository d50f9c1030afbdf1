//! The client of one account.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::Method;
use tokio_util::sync::CancellationToken;

use crate::account::Account;
use crate::effect::Effect;
use crate::failure::Failure;
use crate::pacer::{Errand, Pacer, Turn};
use crate::place::{Host, Place};
use crate::progress::Progress;
use crate::transport::{Question, Transport};

/// Bytes from which on a body is large: as curl has it.
const LARGE: u64 = 1024 * 1024;

/// How long the client waits where the server or the network says nothing.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For the connection, secured.
    pub connect: Duration,
    /// For the next byte to move, in either direction. An upload that moves may take as long as it takes.
    pub stall: Duration,
    /// For an answer from its head to its end: one that comes a byte at a time would hold up a ticket for ever.
    pub answer: Duration,
}

impl Default for Limits {
    /// 20 s for a connection; 60 s without a byte; 120 s for an answer.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(20),
            stall: Duration::from_secs(60),
            answer: Duration::from_secs(120),
        }
    }
}

/// The system's certificate store cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the system's certificates cannot be read: {0}")]
pub struct NoCertificates(String);

/// Makes the calls of one account, at its pace. Clones share the pace.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) account: Account,
    pub(crate) transport: Transport,
    pub(crate) limits: Limits,
    pub(crate) pacer: Arc<Pacer>,
    /// Whether the server does not want to be asked before a large body.
    takes_unasked: Arc<AtomicBool>,
}

impl Client {
    /// A client with the usual [`Limits`].
    ///
    /// # Errors
    /// When the system's certificate store cannot be read.
    pub fn new(account: Account) -> Result<Self, NoCertificates> {
        Self::with_limits(account, Limits::default())
    }

    /// A client with limits of its own.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_limits(account: Account, limits: Limits) -> Result<Self, NoCertificates> {
        let secured = !account.place.host.is_plain();
        let transport =
            Transport::new(secured, limits.connect).map_err(|why| NoCertificates(why.to_string()))?;
        let pacer = Arc::new(Pacer::new(account.calls_per_window));
        Ok(Self { account, transport, limits, pacer, takes_unasked: Arc::default() })
    }

    /// The place that it goes to.
    pub fn place(&self) -> &Place {
        &self.account.place
    }

    /// Waits until the account's pace allows a call to be made.
    ///
    /// # Errors
    /// When it was cancelled meanwhile.
    pub async fn turn(
        &self,
        cancel: &CancellationToken,
        mut watch: impl FnMut(Progress) + Send,
    ) -> Result<Turn, Failure> {
        let waiting = |wait: Duration, asked| {
            let milliseconds = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
            watch(Progress::Waiting { milliseconds, asked });
        };
        tokio::select! {
            biased;
            () = cancel.cancelled() => Err(Failure::cancelled(Effect::NotSent)),
            turn = self.pacer.turn(Errand::Sending, waiting) => Ok(turn),
        }
    }

    /// Whether the server is asked before it gets a body of so many bytes: so that nobody waits for a large one to hear
    /// "no" (RFC 9110, 10.1.1).
    pub(crate) fn asks_first(&self, bytes: u64) -> bool {
        bytes >= LARGE && !self.takes_unasked.load(Ordering::Relaxed)
    }

    /// The server does not want to be asked.
    pub(crate) fn ask_no_more_first(&self) {
        self.takes_unasked.store(true, Ordering::Relaxed);
    }

    /// A request with the account's keys to a path below its organisation.
    pub(crate) fn request(&self, method: Method, path: &[&str]) -> Question {
        self.request_to(&self.account.place.host, method, path)
    }

    /// As [`Client::request`], to another host of the account.
    pub(crate) fn request_to(&self, host: &Host, method: Method, path: &[&str]) -> Question {
        let segments = [&["api", "tenants", self.account.place.organisation.as_str()], path].concat();
        let mut request = Question::new(method, host.join(&segments));
        for (name, value) in self.account.keys.headers() {
            request = request.header(name, value);
        }
        request
    }
}
