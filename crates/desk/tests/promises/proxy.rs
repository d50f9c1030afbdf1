//! Signing in to a proxy: once, for everything, and with nothing of it in any file.

use desk::KeychainError;
use desk::views::accounts::ProxySignIn;

use crate::stage::{Stage, everything_in};

const PROXY: &str = "proxy.example:3128";
const PASSWORD: &str = "canary-of-the-proxy";

fn given() -> ProxySignIn {
    ProxySignIn { proxy: PROXY.into(), name: "clerk".into(), password: PASSWORD.to_owned().into() }
}

#[tokio::test]
async fn a_sign_in_goes_into_the_keychain_and_into_no_file() {
    let stage = Stage::new();
    assert!(stage.desk.sign_in_to_proxy(given()).await.unwrap());
    assert!(stage.host.keychain.has(&format!("proxy {PROXY}")));
    for (file, content) in everything_in(&stage.host.folder) {
        let found = content.windows(PASSWORD.len()).any(|part| part == PASSWORD.as_bytes());
        assert!(!found, "{}", file.display());
    }
}

#[tokio::test]
async fn without_a_keychain_it_holds_for_the_session_and_says_so() {
    let stage = Stage::new();
    stage.host.keychain.fail(Some(KeychainError::Locked));
    assert!(!stage.desk.sign_in_to_proxy(given()).await.unwrap());
}
