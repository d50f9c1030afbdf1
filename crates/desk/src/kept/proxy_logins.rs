//! Sign-ins to proxies: in the keychain, each under its proxy's name.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use service_crm::{Client, ProxyLogin};

use crate::blocking::on_disk;
use crate::keychain::Keychain;

/// The sign-ins to proxies that a person gave.
pub(crate) struct ProxyLogins {
    keychain: Arc<dyn Keychain>,
    /// What was given or read since the start; none where the keychain has none.
    known: Mutex<HashMap<String, Option<ProxyLogin>>>,
}

#[derive(Deserialize)]
struct Written {
    name: String,
    password: SecretString,
}

impl ProxyLogins {
    pub(crate) fn new(keychain: Arc<dyn Keychain>) -> Self {
        Self { keychain, known: Mutex::default() }
    }

    /// Gives a client the sign-in to the proxy that stands before it, where there is one.
    pub(crate) async fn give(&self, client: &Client) {
        let Some(proxy) = client.proxy() else { return };
        let known = self.known().get(&proxy).cloned();
        let login = match known {
            Some(login) => login,
            None => {
                let login = self.load(&proxy).await;
                self.known().insert(proxy, login.clone());
                login
            }
        };
        client.sign_in(login);
    }

    /// Keeps a sign-in for this session, and in the keychain where that takes it; says whether it does.
    pub(crate) async fn keep(&self, login: ProxyLogin) -> bool {
        let (name, password) = login.expose();
        let entry = serde_json::json!({ "name": name, "password": password }).to_string().into();
        let (keychain, key) = (self.keychain.clone(), key(login.proxy()));
        self.known().insert(login.proxy().to_owned(), Some(login));
        matches!(on_disk(move || keychain.save(&key, &entry)).await, Ok(Ok(())))
    }

    async fn load(&self, proxy: &str) -> Option<ProxyLogin> {
        let (keychain, key, proxy) = (self.keychain.clone(), key(proxy), proxy.to_owned());
        // A keychain that is locked or gone has none for now: the proxy asks, and then the person is asked.
        let entry = on_disk(move || keychain.load(&key)).await.ok()?.ok()??;
        let Written { name, password } = serde_json::from_str(entry.expose_secret()).ok()?;
        Some(ProxyLogin::new(&proxy, &name, password))
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<String, Option<ProxyLogin>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No account's id begins so.
fn key(proxy: &str) -> String {
    format!("proxy {proxy}")
}
