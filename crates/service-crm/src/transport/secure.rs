//! The secure connection: whom this computer trusts is the system's to say.

use std::io;
use std::sync::Arc;

use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use rustls_platform_verifier::BuilderVerifierExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// This computer's knowledge of certificates.
///
/// # Errors
/// When the system's certificate store cannot be read.
pub(crate) fn trust() -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Secures a connection to a host.
pub(crate) async fn secured<T: AsyncRead + AsyncWrite + Unpin>(
    trust: Arc<ClientConfig>,
    host: &str,
    io: T,
) -> io::Result<TlsStream<T>> {
    let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned()).map_err(io::Error::other)?;
    TlsConnector::from(trust).connect(name, io).await
}
