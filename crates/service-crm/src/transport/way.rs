//! The way to a server: the connection, through a proxy where the system wants one, secured.

use std::error::Error;
use std::io;
use std::sync::Arc;

use http::Response;
use hyper::body::Incoming;
use rustls::ClientConfig;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use url::Url;

use super::dial::{self, dial};
use super::hearing::Hearing;
use super::login::ProxyLogin;
use super::proxy::Proxy;
use super::secure::secured;

/// Something to write to and to read from.
pub(crate) trait Io: AsyncRead + AsyncWrite + Unpin + Send + 'static {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + 'static> Io for T {}

/// Why there is no way to a server.
#[derive(Debug)]
pub(crate) enum NoWay {
    /// The server's name is nobody's.
    HostUnknown,
    /// The server does not take the connection.
    HostRefused,
    /// It took too long.
    TimedOut,
    /// The connection to the server was not made secure.
    NotSecure(io::Error),
    /// The proxy cannot be reached.
    ProxyUnreachable { proxy: String },
    /// The proxy is of a kind that is not spoken here.
    ProxyNotSpoken { proxy: String, kind: String },
    /// The proxy wants a sign-in, of one of these kinds; none where it names none.
    ProxySignIn { proxy: String, kinds: Vec<String> },
    /// The proxy made no way, and says why.
    ProxyRefused { proxy: String, answer: Box<Response<Incoming>> },
    /// The proxy made no way, and hung up or speaks no HTTP.
    ProxyClosed { proxy: String },
}

/// A server's address, and how to come to it.
pub(crate) struct Destination<'a> {
    pub(crate) address: &'a Url,
    pub(crate) proxy: Option<&'a Proxy>,
    /// For the proxy.
    pub(crate) login: Option<&'a ProxyLogin>,
    /// None where the address needs none.
    pub(crate) trust: Option<Arc<ClientConfig>>,
}

impl Destination<'_> {
    fn host(&self) -> &str {
        self.address.host_str().unwrap_or_default()
    }

    fn port(&self) -> u16 {
        self.address.port_or_known_default().unwrap_or(443)
    }

    /// A connection to whoever comes next, with nothing said on it.
    pub(crate) async fn next(&self) -> Result<TcpStream, NoWay> {
        let Some(proxy) = self.proxy else {
            return dial(self.host(), self.port()).await.map_err(|why| match why {
                dial::NoConnection::Unknown => NoWay::HostUnknown,
                dial::NoConnection::Refused => NoWay::HostRefused,
            });
        };
        if let Some(kind) = proxy.not_spoken() {
            return Err(NoWay::ProxyNotSpoken { proxy: proxy.name(), kind: kind.to_owned() });
        }
        dial(proxy.host(), proxy.port()).await.map_err(|_| NoWay::ProxyUnreachable { proxy: proxy.name() })
    }

    /// The whole way.
    pub(crate) async fn way(&self) -> Result<Box<dyn Io>, NoWay> {
        let io = Hearing::new(self.next().await?);
        match (self.proxy, &self.trust) {
            (None, None) => Ok(Box::new(io)),
            (None, Some(trust)) => self.secure(trust, io).await,
            (Some(proxy), trust) => {
                let io: Box<dyn Io> = match trust {
                    Some(trust) if proxy.is_secure() => {
                        let secured = secured(trust.clone(), proxy.host(), io).await;
                        Box::new(secured.map_err(|_| NoWay::ProxyUnreachable { proxy: proxy.name() })?)
                    }
                    _ => Box::new(io),
                };
                let io = proxy.through(io, self.host(), self.port(), self.login).await?;
                match trust {
                    Some(trust) => self.secure(trust, io).await,
                    None => Ok(io),
                }
            }
        }
    }

    async fn secure<T: Io>(&self, trust: &Arc<ClientConfig>, io: T) -> Result<Box<dyn Io>, NoWay> {
        Ok(Box::new(secured(trust.clone(), self.host(), io).await.map_err(NoWay::NotSecure)?))
    }
}

/// The word of TLS in an error's causes.
pub(crate) fn of_tls<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let mut next = Some(error);
    while let Some(cause) = next {
        if let Some(tls) = cause.downcast_ref() {
            return Some(tls);
        }
        // An I/O error shows what it wraps only when asked by name.
        next = match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }
    None
}
