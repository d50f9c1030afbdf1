//! Why there was no connection: the chain of causes, read.

use crate::account::Host;
use crate::failure::Code;

/// Why there was no connection.
pub(crate) fn no_connection(host: &Host, error: &reqwest::Error) -> Code {
    let host = host.name();
    if error.is_dns() {
        Code::HostNotFound { host }
    } else if error.is_timeout() {
        Code::ConnectTimedOut { host }
    } else if let Some(why) = insecure(error) {
        Code::ConnectionNotSecure { host, why }
    } else {
        Code::CannotConnect { host }
    }
}

/// The TLS library's reason, wherever in the chain of causes it stands.
fn insecure(error: &reqwest::Error) -> Option<String> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(tls) = error.downcast_ref::<rustls::Error>() {
            return Some(tls.to_string());
        }
        // An I/O error shows what it wraps only when asked by name.
        cause = match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}
