//! A connection to whoever comes next: the server, or the proxy before it.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::sleep;

/// How long one address is tried alone before the next is tried beside it (RFC 8305, 5).
const NEXT: Duration = Duration::from_millis(250);

/// Why there is no connection.
pub(crate) enum NoConnection {
    /// Nobody has that name.
    Unknown,
    /// Nobody takes the connection.
    Refused,
}

/// Connects to the first address of a name that takes it.
pub(crate) async fn dial(name: &str, port: u16) -> Result<TcpStream, NoConnection> {
    // Brackets belong to the address's text, not to the IPv6 address.
    let found =
        lookup_host((name.trim_matches(['[', ']']), port)).await.map_err(|_| NoConnection::Unknown)?;
    let mut addresses = alternating(found.collect()).into_iter();
    let mut trying = FuturesUnordered::new();
    let mut tried_one = false;
    loop {
        if let Some(address) = addresses.next() {
            trying.push(TcpStream::connect(address));
        } else if trying.is_empty() {
            return Err(if tried_one { NoConnection::Refused } else { NoConnection::Unknown });
        }
        let more = addresses.len() > 0;
        tokio::select! {
            Some(tried) = trying.next() => match tried {
                Ok(stream) => {
                    // Small updates are one piece; waiting for a second only makes them late. Without it they arrive too.
                    let _ = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Err(_) => tried_one = true,
            },
            () = sleep(NEXT), if more => {}
        }
    }
}

/// The two families in turn, the system's first choice first: one of them may lead nowhere.
fn alternating(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_is_v6 = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) =
        addresses.into_iter().partition(|address| address.is_ipv6() == first_is_v6);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut both = Vec::new();
    loop {
        let (one, other) = (first.next(), second.next());
        if one.is_none() && other.is_none() {
            return both;
        }
        both.extend([one, other].into_iter().flatten());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_of_addresses_are_tried_in_turn() {
        let addresses = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<_>>();
        let found = addresses(&["[::1]:1", "[::2]:1", "127.0.0.1:1", "[::3]:1"]);
        assert_eq!(alternating(found), addresses(&["[::1]:1", "127.0.0.1:1", "[::2]:1", "[::3]:1"]));
    }

    #[tokio::test]
    async fn an_address_that_refuses_is_not_waited_for() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        assert_eq!(dial("localhost", port).await.ok().unwrap().peer_addr().unwrap().port(), port);
        drop(listener);
        assert!(matches!(dial("127.0.0.1", port).await, Err(NoConnection::Refused)));
    }
}
