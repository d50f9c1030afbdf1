//! The way to a server: the connection, through a proxy where the system wants one, secured.

use std::sync::Arc;

use rustls::ClientConfig;
use tokio::net::TcpStream;
use url::Url;

use super::dial::{self, dial};
use super::hearing::Hearing;
use super::login::ProxyLogin;
use super::no_way::{Io, NoWay};
use super::proxy::Proxy;
use super::secure::secured;

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
