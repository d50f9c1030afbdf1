//! The private halves of the keys that team setups are signed with: in the keychain, and nowhere else.

use std::sync::Arc;

use team_setup::SigningKey;

use crate::kept::asked_keychain::AskedKeychain;
use crate::kept::keys::KeysState;
use crate::kept::settings::SavedAccount;
use crate::keychain::{Keychain, KeychainError};

/// The signing keys of all accounts, each in an entry of its own beside the account's keys.
pub(crate) struct SigningKeys(Arc<AskedKeychain>);

impl SigningKeys {
    pub(crate) fn new(keychain: Arc<AskedKeychain>) -> Self {
        Self(keychain)
    }

    /// The key that an account's setup is signed with on this computer. May take a person's time.
    ///
    /// # Errors
    /// With what became of it, where it cannot be had.
    pub(crate) async fn of(&self, account: &SavedAccount) -> Result<SigningKey, KeysState> {
        let public = account.signing_key.ok_or(KeysState::Missing)?;
        let entry = entry(&account.id);
        match self.0.ask(move |keychain| keychain.load(&entry)).await {
            Ok(kept) => {
                let key = kept.and_then(|kept| SigningKey::read(&kept).ok());
                key.filter(|key| key.public() == public).ok_or(KeysState::Missing)
            }
            Err(error) => Err(state_of(&error)),
        }
    }

    /// Keeps an account's signing key, instead of an earlier one.
    ///
    /// # Errors
    /// With why the keychain does not take it; nothing is changed then.
    pub(crate) async fn keep(&self, account: &str, key: &SigningKey) -> Result<(), KeysState> {
        let (entry, kept) = (entry(account), key.expose());
        self.0.ask(move |keychain| keychain.save(&entry, &kept)).await.map_err(|error| state_of(&error))
    }

    /// Forgets an account's signing key.
    pub(crate) async fn forget(&self, account: &str) {
        let entry = entry(account);
        let forget = move |keychain: &dyn Keychain| {
            keychain.forget(&entry);
            Ok(())
        };
        // Where the keychain does not forget, nothing more can be done.
        let _ = self.0.ask(forget).await;
    }
}

fn state_of(error: &KeychainError) -> KeysState {
    match error {
        KeychainError::Locked => KeysState::Locked,
        KeychainError::Absent(_) | KeychainError::NoKeyring => KeysState::NoKeychain,
    }
}

/// The name of the entry. An account's id has no dot.
fn entry(account: &str) -> String {
    format!("{account}.signing")
}
