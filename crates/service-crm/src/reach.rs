//! Whether there is a way to the account's server, found out without making a call.

use hyper_util::client::proxy::matcher::Matcher;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::client::Client;

impl Client {
    /// Whether a connection can be made to the server, or to the proxy that stands before it. No request is sent, so
    /// it counts against nobody's pace; what the server would answer stays open.
    pub async fn reachable(&self) -> bool {
        let address = self.account.place.host.join(&[]);
        let proxy = (!self.account.place.host.is_loopback())
            .then(|| Matcher::from_system().intercept(&address.as_str().parse().ok()?))
            .flatten();
        let next = match proxy.as_ref().map(|proxy| proxy.uri()) {
            Some(uri) => {
                let usual = if uri.scheme_str() == Some("https") { 443 } else { 80 };
                uri.host().map(|host| (host.to_owned(), uri.port_u16().unwrap_or(usual)))
            }
            None => address.host_str().map(str::to_owned).zip(address.port_or_known_default()),
        };
        let Some((name, port)) = next else { return false };
        // Brackets belong to the address's text, not to the IPv6 address.
        let connect = TcpStream::connect((name.trim_matches(['[', ']']), port));
        matches!(timeout(self.limits.connect, connect).await, Ok(Ok(_)))
    }

    /// The server's name, as a person would say it.
    pub fn host(&self) -> String {
        self.account.place.host.name()
    }
}
