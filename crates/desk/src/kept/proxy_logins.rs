//! Sign-ins to proxies: in the keychain, each under its proxy's name.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use service_crm::{Client, ProxyLogin};

use crate::kept::asked_keychain::AskedKeychain;

/// The sign-ins to proxies that a person gave.
pub(crate) struct ProxyLogins {
    keychain: Arc<AskedKeychain>,
    /// Sign-ins that were given or read since the start; none where the keychain has none.
    known: Mutex<HashMap<String, Option<ProxyLogin>>>,
}

/// The keychain could not be asked.
struct NotNow;

#[derive(Deserialize)]
struct Written {
    name: String,
    password: SecretString,
}

impl ProxyLogins {
    pub(crate) fn new(keychain: Arc<AskedKeychain>) -> Self {
        Self { keychain, known: Mutex::default() }
    }

    /// Gives a client the sign-in to the proxy that stands before it, where there is one.
    pub(crate) async fn give(&self, client: &Client) {
        let Some(proxy) = client.proxy() else { return };
        let known = self.known().get(&proxy).cloned();
        let login = match known {
            Some(login) => login,
            // A keychain that is locked or gone has none for now: the proxy asks, and then the person is asked.
            None => self.load(&proxy).await.unwrap_or_else(|NotNow| None),
        };
        client.sign_in(login);
    }

    /// Keeps a sign-in for this session, and in the keychain where that takes it; says whether it does.
    pub(crate) async fn keep(&self, login: ProxyLogin) -> bool {
        let (name, password) = login.expose();
        let entry = serde_json::json!({ "name": name, "password": password }).to_string().into();
        let key = key(login.proxy());
        self.known().insert(login.proxy().to_owned(), Some(login));
        self.keychain.ask(move |keychain| keychain.save(&key, &entry)).await.is_ok()
    }

    /// The keychain's answer, which is known from then on. A keychain that cannot be asked now is asked again the next time.
    async fn load(&self, proxy: &str) -> Result<Option<ProxyLogin>, NotNow> {
        let key = key(proxy);
        let Ok(entry) = self.keychain.ask(move |keychain| keychain.load(&key)).await else {
            return Err(NotNow);
        };
        let written = entry.and_then(|entry| serde_json::from_str(entry.expose_secret()).ok());
        let login = written.map(|Written { name, password }| ProxyLogin::new(proxy, &name, password));
        self.known().insert(proxy.to_owned(), login.clone());
        Ok(login)
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<String, Option<ProxyLogin>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No account's id begins so.
fn key(proxy: &str) -> String {
    format!("proxy {proxy}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keychain::{Keychain, KeychainError};

    /// Locked until it has an entry.
    #[derive(Default)]
    struct Later(Mutex<Option<SecretString>>);

    impl Keychain for Later {
        fn save(&self, _: &str, entry: &SecretString) -> Result<(), KeychainError> {
            *self.0.lock().unwrap() = Some(entry.clone());
            Ok(())
        }

        fn load(&self, _: &str) -> Result<Option<SecretString>, KeychainError> {
            self.0.lock().unwrap().clone().map(Some).ok_or(KeychainError::Locked)
        }

        fn forget(&self, _: &str) {}
    }

    #[tokio::test]
    async fn a_keychain_that_was_locked_is_asked_again() {
        let keychain = Arc::new(Later::default());
        let logins = ProxyLogins::new(Arc::new(AskedKeychain::new(keychain.clone(), |_| ())));
        assert!(logins.load("p:3128").await.is_err());
        assert!(logins.known().is_empty(), "nothing is known yet");
        keychain.save("", &r#"{"name":"clerk","password":"secret"}"#.to_owned().into()).unwrap();
        let login = logins.load("p:3128").await.ok().flatten().unwrap();
        assert_eq!(login.expose(), ("clerk", "secret"));
        assert!(logins.known().contains_key("p:3128"));
    }
}
