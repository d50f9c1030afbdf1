//! The client of one account.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, RequestBuilder};

use crate::account::Account;
use crate::answer::Receipt;
use crate::body::Progress;
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
        mut watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        tokio::select! {
            biased;
            () = cancel.cancelled() => return Err(Failure::cancelled(Effect::NotSent)),
            // A disk in the network may keep everybody waiting.
            checked = check_files(update) => checked?,
        }
        loop {
            let turn = self.turn(cancel, &mut watch).await?;
            match send::attempt(self, turn, update, cancel, &mut watch).await {
                Err(Failure { code: Code::TooManyCalls, .. }) => {}
                settled => return settled,
            }
        }
    }

    /// Waits until the account's pace allows a call.
    async fn turn(
        &self,
        cancel: &CancellationToken,
        watch: &mut (impl FnMut(Progress) + Send),
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
        let segments = [&["api", "tenants", self.account.organisation.as_str()], path].concat();
        let mut request = self.http.request(method, self.account.host.join(&segments));
        for (name, value) in self.account.keys.headers() {
            request = request.header(name, value);
        }
        request
    }
}

/// Looks at every file before anything is sent, off the thread that must not block.
async fn check_files(update: &Update) -> Result<(), Failure> {
    let attachments = update.attachments().to_vec();
    let look = move || attachments.iter().try_for_each(crate::Attachment::check);
    match tokio::task::spawn_blocking(look).await {
        Ok(looked) => looked,
        // Only a runtime that is shutting down ends the look.
        Err(_) => Err(Failure::cancelled(Effect::NotSent)),
    }
}
