//! Whether there is a way to the account's server, found out without making a call.

use crate::client::Client;
use crate::transport::{ProxyLogin, proxy_named};

impl Client {
    /// Whether a connection can be made to the server, or to the proxy that stands before it. No request is sent, so
    /// it counts against nobody's pace; what the server would answer stays open.
    pub async fn reachable(&self) -> bool {
        self.transport.reaches(&self.account.place.host.join(&[])).await
    }

    /// The proxy that stands before the server by this computer's settings, as a person would say it; none where there
    /// is none.
    pub fn proxy(&self) -> Option<String> {
        proxy_named(&self.account.place.host.join(&[]))
    }

    /// Signs in to a proxy from the next connection on, with all clones of this client.
    pub fn sign_in(&self, login: Option<ProxyLogin>) {
        self.transport.sign_in(login);
    }

    /// The server's name, as a person would say it.
    pub fn host(&self) -> String {
        self.account.place.host.name()
    }
}
