//! One request and its answer, each on a connection of its own.
//!
//! A kept connection can be closed by the server at the moment of sending, and then nobody knows whether the request
//! arrived. Nothing is followed, since the keys would travel, and nothing is sent again: only a failure's class decides
//! that. [Decision 19](../../../docs/decisions/0019-a-connection-of-our-own.md) says why this is no other library's client.

mod dial;
mod hearing;
mod login;
mod no_way;
mod proxy;
mod request;
mod secure;
mod way;

use std::error::Error;
use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, HOST, HeaderValue, USER_AGENT};
use http::{Request, Response};
use hyper::body::{Body, Incoming};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::time::timeout;
use url::Url;

use crate::place::is_loopback;
use login::Login;
use no_way::Io;
use proxy::Proxy;
use request::AGENT;
use way::Destination;

pub use login::ProxyLogin;
pub(crate) use no_way::{NoWay, of_tls};
pub(crate) use request::Question;

/// Why there was no answer.
#[derive(Debug)]
pub(crate) enum Broken {
    /// There was no way to the server: nothing was sent.
    NoWay(NoWay),
    /// The connection broke, or what came back is no HTTP.
    Exchange(hyper::Error),
}

/// Makes connections. Clones know what one of them learned of the system.
#[derive(Debug, Clone)]
pub(crate) struct Transport {
    /// Whom this computer trusts, once somebody had to know.
    trust: Arc<OnceLock<Arc<ClientConfig>>>,
    login: Login,
    /// For a connection, secured.
    patience: Duration,
}

impl Transport {
    /// Makes connections. `secured`: whether it is certain that some are to be secured. `patience`: for each
    /// connection, until it is secured.
    ///
    /// # Errors
    /// When the system's certificate store cannot be read.
    pub(crate) fn new(secured: bool, patience: Duration) -> Result<Self, rustls::Error> {
        let transport = Self { trust: Arc::default(), login: Login::default(), patience };
        if secured {
            transport.trust()?;
        }
        Ok(transport)
    }

    fn trust(&self) -> Result<Arc<ClientConfig>, rustls::Error> {
        if let Some(trust) = self.trust.get() {
            return Ok(trust.clone());
        }
        let trust = secure::trust()?;
        Ok(self.trust.get_or_init(|| trust).clone())
    }

    /// Sends a request and waits for the head of its answer.
    pub(crate) async fn exchange<B>(
        &self,
        address: &Url,
        mut request: Request<B>,
    ) -> Result<Response<Incoming>, Broken>
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let headers = request.headers_mut();
        // An address that was read has a host that a header can name.
        let host = HeaderValue::from_str(&authority(address)).unwrap_or(HeaderValue::from_static(""));
        headers.insert(HOST, host);
        headers.insert(USER_AGENT, HeaderValue::from_static(AGENT));
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static("*/*"));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));

        let way = timeout(self.patience, self.way(address)).await;
        let way = way.map_err(|_| Broken::NoWay(NoWay::TimedOut))?.map_err(Broken::NoWay)?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(way)).await.map_err(Broken::Exchange)?;
        // It ends with the request and its answer, or when nobody waits for them any more.
        tokio::spawn(async move { drop(connection.await) });
        sender.send_request(request).await.map_err(Broken::Exchange)
    }

    /// Whether whoever comes next on the way to an address takes a connection.
    pub(crate) async fn reaches(&self, address: &Url) -> bool {
        let proxy = proxy_before(address);
        let next = Destination { address, proxy: proxy.as_ref(), login: None, trust: None };
        matches!(timeout(self.patience, next.next()).await, Ok(Ok(_)))
    }

    /// Signs in to the proxy that a login is for, from the next connection on.
    pub(crate) fn sign_in(&self, login: Option<ProxyLogin>) {
        self.login.set(login);
    }

    async fn way(&self, address: &Url) -> Result<Box<dyn Io>, NoWay> {
        let proxy = proxy_before(address);
        let trust = (address.scheme() == "https").then(|| self.trust()).transpose();
        let trust = trust.map_err(|why| NoWay::NotSecure(io::Error::other(why)))?;
        let login = proxy.as_ref().and_then(|proxy| self.login.to(&proxy.name()));
        Destination { address, proxy: proxy.as_ref(), login: login.as_ref(), trust }.way().await
    }
}

/// The name of the proxy before an address, by the system's settings as they are now.
pub(crate) fn proxy_named(address: &Url) -> Option<String> {
    Some(proxy_before(address)?.name())
}

/// The proxy before an address; none stands before the computer itself.
fn proxy_before(address: &Url) -> Option<Proxy> {
    (!is_loopback(address)).then(|| Proxy::before(address)).flatten()
}

/// Host and port as `Host` has them: the port where it is not the usual one.
fn authority(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    address.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}
