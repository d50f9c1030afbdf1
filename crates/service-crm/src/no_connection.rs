//! Why there was no connection, or no secure one, in the client's codes.

use std::error::Error;

use rustls::{AlertDescription, CertificateError};

use crate::client::Client;
use crate::code::{Code, Insecure};
use crate::failure::Failure;
use crate::place::Host;
use crate::reply::Reply;
use crate::transport::{NoWay, of_tls};

/// Why there was no way to a host; with the words of the proxy that made none.
pub(crate) async fn no_connection(client: &Client, host: &Host, why: NoWay) -> Failure {
    let name = host.name();
    Failure::new(match why {
        NoWay::HostUnknown => Code::HostNotFound { host: name },
        NoWay::HostRefused => Code::CannotConnect { host: name },
        NoWay::TimedOut => Code::ConnectTimedOut { host: name },
        NoWay::NotSecure(error) => not_secure(host, &error).unwrap_or(Code::CannotConnect { host: name }),
        NoWay::ProxyUnreachable { proxy } => Code::ProxyUnreachable { proxy },
        NoWay::ProxyNotSpoken { proxy, kind } => Code::ProxyNotSpoken { proxy, kind },
        NoWay::ProxySignIn { proxy, kinds } => Code::ProxySignIn { proxy, kinds },
        NoWay::ProxyClosed { proxy } => Code::ProxyRefused { host: name, proxy, status: None },
        NoWay::ProxyRefused { proxy, answer } => {
            let reply = Reply::read(*answer, host, client.limits, &client.account.keys).await;
            let code = Code::ProxyRefused { host: name, proxy, status: Some(reply.answer.status) };
            return Failure::new(code).with_answer(reply.answer);
        }
    })
}

/// Why a connection is not secure; none where that is not the matter.
pub(crate) fn not_secure(host: &Host, error: &(dyn Error + 'static)) -> Option<Code> {
    let tls = of_tls(error)?;
    Some(Code::ConnectionNotSecure { host: host.name(), why: tls.to_string(), kind: kind(tls) })
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
