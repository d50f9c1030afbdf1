//! An authority of our own and a certificate for 127.0.0.1, so that the client meets TLS as it does elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};

/// The authority, for `SSL_CERT_FILE`: the client trusts whom the system trusts.
pub(crate) fn authority(folder: &Path) -> PathBuf {
    folder.join("authority.pem")
}

/// Certificate and key in one file.
pub(crate) fn certificate(folder: &Path) -> PathBuf {
    folder.join("certificate.pem")
}

/// Makes both anew.
pub(crate) fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut params = CertificateParams::new(Vec::<String>::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "Gateways");
    let key = KeyPair::generate()?;
    fs::write(authority(folder), params.self_signed(&key)?.pem())?;
    let issuer = Issuer::new(params, key);

    let own = KeyPair::generate()?;
    let mut params = CertificateParams::new(vec!["127.0.0.1".to_owned()])?;
    params.distinguished_name.push(DnType::CommonName, "127.0.0.1");
    let signed = params.signed_by(&own, &issuer)?;
    fs::write(certificate(folder), signed.pem() + &own.serialize_pem())?;
    Ok(())
}
