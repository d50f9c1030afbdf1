//! Why there was no connection, or no secure one: the chain of causes, read.

use rustls::{AlertDescription, CertificateError};

use crate::code::{Code, Insecure};
use crate::place::Host;

/// Why there was no connection.
pub(crate) fn no_connection(host: &Host, error: &reqwest::Error) -> Code {
    let name = host.name();
    if let Some(proxy) = of_proxy(host, error) {
        proxy
    } else if error.is_dns() {
        Code::HostNotFound { host: name }
    } else if error.is_timeout() {
        Code::ConnectTimedOut { host: name }
    } else {
        not_secure(host, error).unwrap_or(Code::CannotConnect { host: name })
    }
}

/// Why a connection is not secure; none where that is not the matter.
pub(crate) fn not_secure(host: &Host, error: &reqwest::Error) -> Option<Code> {
    let tls = causes(error).find_map(|cause| cause.downcast_ref::<rustls::Error>())?;
    Some(Code::ConnectionNotSecure { host: host.name(), why: tls.to_string(), kind: kind(tls) })
}

/// What a proxy said to the wish for a tunnel. hyper-util tells 407 apart, and of every other status nothing but that
/// it was none of success.
fn of_proxy(host: &Host, error: &reqwest::Error) -> Option<Code> {
    let said = causes(error).map(ToString::to_string).find(|said| said.starts_with("tunnel error: "))?;
    Some(match said.trim_start_matches("tunnel error: ") {
        "proxy authorization required" => Code::ProxySignIn,
        _ => Code::ProxyRefused { host: host.name() },
    })
}

fn kind(error: &rustls::Error) -> Insecure {
    use rustls::Error::{AlertReceived, InvalidCertificate, PeerIncompatible};
    match error {
        InvalidCertificate(fault) => match fault {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Insecure::Expired,
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                Insecure::NotYetValid
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Insecure::OtherName
            }
            CertificateError::UnknownIssuer => Insecure::UnknownIssuer,
            // A server's certificate that vouches for itself, as an authority's would.
            CertificateError::Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
                Insecure::UnknownIssuer
            }
            _ => Insecure::Other,
        },
        PeerIncompatible(_) => Insecure::TooOld,
        AlertReceived(AlertDescription::ProtocolVersion | AlertDescription::HandshakeFailure) => {
            Insecure::TooOld
        }
        AlertReceived(AlertDescription::CertificateRequired) => Insecure::WantsCertificate,
        _ => Insecure::Other,
    }
}

/// An error, and what it comes from.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    let first: &(dyn std::error::Error + 'static) = error;
    std::iter::successors(Some(first), |error| {
        // An I/O error shows what it wraps only when asked by name.
        match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        }
    })
}
