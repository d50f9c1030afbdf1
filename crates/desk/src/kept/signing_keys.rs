//! The private halves of the keys that team setups are signed with: in the keychain, and nowhere else.

use std::sync::Arc;

use team_setup::SigningKey;

use crate::blocking::on_disk;
use crate::kept::keys::KeysState;
use crate::kept::settings::SavedAccount;
use crate::keychain::{Keychain, KeychainError};

/// The signing keys of all accounts, each in an entry of its own beside the account's keys.
pub(crate) struct SigningKeys(Arc<dyn Keychain>);

impl SigningKeys {
    pub(crate) fn new(keychain: Arc<dyn Keychain>) -> Self {
        Self(keychain)
    }

    /// The key that an account's setup is signed with on this computer. May take a person's time.
    ///
    /// # Errors
    /// With what became of it, where it cannot be had.
    pub(crate) async fn of(&self, account: &SavedAccount) -> Result<SigningKey, KeysState> {
        let public = account.signing_key.ok_or(KeysState::Missing)?;
        let (keychain, entry) = (self.0.clone(), entry(&account.id));
        match on_disk(move || keychain.load(&entry)).await {
            Ok(Ok(kept)) => {
                let key = kept.and_then(|kept| SigningKey::read(&kept).ok());
                key.filter(|key| key.public() == public).ok_or(KeysState::Missing)
            }
            Ok(Err(KeychainError::Locked)) => Err(KeysState::Locked),
            Ok(Err(KeychainError::Absent(_))) | Err(_) => Err(KeysState::NoKeychain),
        }
    }

    /// Keeps an account's signing key, instead of an earlier one.
    ///
    /// # Errors
    /// With why the keychain does not take it; nothing is changed then.
    pub(crate) async fn keep(&self, account: &str, key: &SigningKey) -> Result<(), KeysState> {
        let (keychain, entry, kept) = (self.0.clone(), entry(account), key.expose());
        match on_disk(move || keychain.save(&entry, &kept)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(KeychainError::Locked)) => Err(KeysState::Locked),
            Ok(Err(KeychainError::Absent(_))) | Err(_) => Err(KeysState::NoKeychain),
        }
    }

    /// Forgets an account's signing key.
    pub(crate) async fn forget(&self, account: &str) {
        let (keychain, entry) = (self.0.clone(), entry(account));
        // Where the keychain does not forget, nothing more can be done.
        let _ = on_disk(move || keychain.forget(&entry)).await;
    }
}

/// The name of the entry. An account's id has no dot.
fn entry(account: &str) -> String {
    format!("{account}.signing")
}
