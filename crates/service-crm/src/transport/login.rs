//! A person's sign-in to a proxy.

use std::sync::{Arc, Mutex, PoisonError};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use http::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

/// A name and a password, for one proxy alone. Neither is ever printed.
#[derive(Clone)]
pub struct ProxyLogin {
    proxy: String,
    name: String,
    password: SecretString,
}

impl ProxyLogin {
    /// A sign-in to a proxy as [`crate::Client::proxy`] names it.
    pub fn new(proxy: &str, name: &str, password: SecretString) -> Self {
        Self { proxy: proxy.to_owned(), name: name.to_owned(), password }
    }

    /// The proxy that it is for.
    pub fn proxy(&self) -> &str {
        &self.proxy
    }

    /// Name and password in the clear, for a keychain and for the proxy.
    pub fn expose(&self) -> (&str, &str) {
        (&self.name, self.password.expose_secret())
    }

    /// The Basic scheme (RFC 7617, 2).
    pub(super) fn header(&self) -> Option<HeaderValue> {
        let (name, password) = self.expose();
        let both = BASE64_STANDARD.encode(format!("{name}:{password}"));
        let mut header = HeaderValue::from_str(&format!("Basic {both}")).ok()?;
        header.set_sensitive(true);
        Some(header)
    }
}

impl std::fmt::Debug for ProxyLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProxyLogin").field("proxy", &self.proxy).finish_non_exhaustive()
    }
}

/// The sign-in that a client and its clones have.
#[derive(Debug, Clone, Default)]
pub(super) struct Login(Arc<Mutex<Option<ProxyLogin>>>);

impl Login {
    pub(super) fn set(&self, login: Option<ProxyLogin>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = login;
    }

    /// The sign-in to this proxy; another never gets it.
    pub(super) fn to(&self, proxy: &str) -> Option<ProxyLogin> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone().filter(|login| login.proxy == proxy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_is_for_its_proxy_alone_and_never_printed() {
        let login = ProxyLogin::new("proxy:3128", "clerk", "secret".to_owned().into());
        assert_eq!(login.header().unwrap(), "Basic Y2xlcms6c2VjcmV0");
        let kept = Login::default();
        kept.set(Some(login));
        assert!(kept.to("proxy:3128").is_some() && kept.to("other:3128").is_none());
        let printed = format!("{kept:?} {:?}", kept.to("proxy:3128").unwrap().header());
        assert!(!printed.contains("secret") && !printed.contains("Y2xlcms6c2VjcmV0"), "{printed}");
    }
}
