//! Why there is no way to a server.

use std::error::Error;
use std::io;

use http::Response;
use hyper::body::Incoming;
use tokio::io::{AsyncRead, AsyncWrite};

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
    /// An answer that took too long.
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
