//! Whether there is a way to the account's server, found out without making a call.

use crate::client::Client;

impl Client {
    /// Whether a connection can be made to the server, or to the proxy that stands before it. No request is sent, so
    /// it counts against nobody's pace; what the server would answer stays open.
    pub async fn reachable(&self) -> bool {
        self.transport.reaches(&self.account.place.host.join(&[])).await
    }

    /// The server's name, as a person would say it.
    pub fn host(&self) -> String {
        self.account.place.host.name()
    }
}
