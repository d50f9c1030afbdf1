//! The client of one account.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, RequestBuilder};
use tokio_util::sync::CancellationToken;

use crate::account::Account;
use crate::effect::Effect;
use crate::failure::Failure;
use crate::pacer::{Errand, Pacer, Turn};
use crate::place::{Host, Place};
use crate::progress::Progress;

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
        if account.place.host.is_loopback() {
            http = http.no_proxy();
        }
        let pacer = Arc::new(Pacer::new(account.calls_per_window));
        Ok(Self { account, http: http.build()?, limits, pacer })
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

    /// A request with the account's keys to a path below its organisation.
    pub(crate) fn request(&self, method: Method, path: &[&str]) -> RequestBuilder {
        self.request_to(&self.account.place.host, method, path)
    }

    /// As [`Client::request`], to another host of the account.
    pub(crate) fn request_to(&self, host: &Host, method: Method, path: &[&str]) -> RequestBuilder {
        let segments = [&["api", "tenants", self.account.place.organisation.as_str()], path].concat();
        let mut request = self.http.request(method, host.join(&segments));
        for (name, value) in self.account.keys.headers() {
            request = request.header(name, value);
        }
        request
    }
}
