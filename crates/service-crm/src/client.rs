//! The client of one account.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, RequestBuilder};

use crate::account::{Account, Host};
use crate::answer::Receipt;
use crate::body::Progress;
use crate::call::Call;
use crate::failure::{Code, Effect, Failure};
use crate::pacer::{Errand, Pacer, Turn};
use crate::ticket::Update;
use crate::{CancellationToken, send};

/// How long the client waits where the server or the network says nothing.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For the connection, secured.
    pub connect: Duration,
    /// For the next byte to move, in either direction. An upload that moves may take as long as it takes.
    pub stall: Duration,
}

impl Default for Limits {
    /// 20 s for a connection; 60 s without a byte.
    fn default() -> Self {
        Self { connect: Duration::from_secs(20), stall: Duration::from_secs(60) }
    }
}

/// One request that was made, or tried.
#[derive(Debug)]
pub struct Attempt {
    /// What became of it.
    pub became: Result<Receipt, Failure>,
    /// Bytes of the request's body that were handed to the connection.
    pub sent: u64,
    /// Bytes of the request's body in all; 0 where it did not come to one.
    pub total: u64,
}

/// Makes the calls of one account, at its pace. Clones share the pace.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) account: Account,
    pub(crate) http: reqwest::Client,
    pub(crate) limits: Limits,
    pub(crate) pacer: Arc<Pacer>,
}

impl Client {
    /// A client with the usual [`Limits`].
    ///
    /// # Errors
    /// When the system's certificate store cannot be read.
    pub fn new(account: Account) -> Result<Self, reqwest::Error> {
        Self::with_limits(account, Limits::default())
    }

    /// A client with limits of its own.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_limits(account: Account, limits: Limits) -> Result<Self, reqwest::Error> {
        let mut http = reqwest::Client::builder()
            .user_agent(concat!("ticket-courier/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(limits.connect)
            // The keys would travel.
            .redirect(reqwest::redirect::Policy::none())
            // Only a failure's class decides what is sent again.
            .retry(reqwest::retry::never())
            // One connection a call: a kept one can be closed by the server at the moment of sending, and then
            // nobody knows whether the request arrived.
            .pool_max_idle_per_host(0)
            .http1_only();
        // reqwest lets Linux break a connection on which nothing is acknowledged for 30 s; here `stall` decides.
        #[cfg(target_os = "linux")]
        {
            http = http.tcp_user_timeout(None);
        }
        if account.host.is_loopback() {
            http = http.no_proxy();
        }
        let pacer = Arc::new(Pacer::new(account.calls_per_window));
        Ok(Self { account, http: http.build()?, limits, pacer })
    }

    /// Updates a ticket: "Update a Ticket with Attachments" of the vendor's page.
    ///
    /// Waits for the account's pace before it sends, and again for as long as the server answers 429. Reports
    /// progress at most 20 times a second. Cancelling ends it at once, and the failure then says what the
    /// server may have done; dropping the future ends it too, and says nothing.
    ///
    /// # Errors
    /// A file that is not as it was attached, before anything is sent; otherwise what went wrong, and what the
    /// server may have done.
    pub async fn update_ticket(
        &self,
        update: &Update,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Update(update.clone()), cancel, watch).await
    }

    /// Makes a call that changes something, and again for as long as the answer is 429.
    pub(crate) async fn send(
        &self,
        call: &Call,
        cancel: &CancellationToken,
        mut watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        loop {
            let turn = self.turn(cancel, &mut watch).await?;
            let attempt = self.attempt(turn, call, cancel, async { Ok(()) }, &mut watch).await;
            match attempt.became {
                Err(Failure { code: Code::TooManyCalls, .. }) => {}
                settled => return settled,
            }
        }
    }

    /// Makes a call once, whatever comes of it: for a caller who keeps a record of its attempts.
    ///
    /// `release` is awaited when all but the last bytes of the request have been handed to the connection. Until
    /// it is done the server cannot have a complete request, so whoever writes down "this attempt may now
    /// complete" there knows after a crash which attempts may have arrived. Where it fails, with words for the
    /// log, the last bytes never leave.
    ///
    /// Progress and cancelling are as with [`Client::update_ticket`].
    pub async fn attempt(
        &self,
        turn: Turn,
        call: &Call,
        cancel: &CancellationToken,
        release: impl Future<Output = Result<(), String>> + Send + 'static,
        mut watch: impl FnMut(Progress) + Send,
    ) -> Attempt {
        let checked = tokio::select! {
            biased;
            () = cancel.cancelled() => Err(Failure::cancelled(Effect::NotSent)),
            // A disk in the network may keep everybody waiting.
            checked = check_files(call) => checked,
        };
        match checked {
            Ok(()) => send::attempt(self, turn, call, cancel, Box::pin(release), &mut watch).await,
            Err(failure) => Attempt { became: Err(failure), sent: 0, total: 0 },
        }
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

    /// A request with the account's keys to a path below its organisation.
    pub(crate) fn request(&self, method: Method, path: &[&str]) -> RequestBuilder {
        self.request_to(&self.account.host, method, path)
    }

    /// As [`Client::request`], to another host of the account.
    pub(crate) fn request_to(&self, host: &Host, method: Method, path: &[&str]) -> RequestBuilder {
        let segments = [&["api", "tenants", self.account.organisation.as_str()], path].concat();
        let mut request = self.http.request(method, host.join(&segments));
        for (name, value) in self.account.keys.headers() {
            request = request.header(name, value);
        }
        request
    }
}

/// Looks at every file before anything is sent, off the thread that must not block.
async fn check_files(call: &Call) -> Result<(), Failure> {
    let attachments = call.attachments().to_vec();
    let look = move || attachments.iter().try_for_each(crate::Attachment::check);
    match tokio::task::spawn_blocking(look).await {
        Ok(looked) => looked,
        // Only a runtime that is shutting down ends the look.
        Err(_) => Err(Failure::cancelled(Effect::NotSent)),
    }
}
