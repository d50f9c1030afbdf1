//! The keychain, as far as the app needs one.

use secrecy::SecretString;

/// Keeps one entry for each account: its keys and the place that they are for, as the app writes them. Its calls may wait for a person who unlocks it, so they are made where blocking harms nobody.
pub trait Keychain: Send + Sync + 'static {
    /// Keeps an account's entry, instead of an earlier one.
    ///
    /// # Errors
    /// When it does not take them; nothing is changed then.
    fn save(&self, account: &str, entry: &SecretString) -> Result<(), KeychainError>;

    /// The entry of an account that was saved before; none where somebody has removed it from the keychain.
    ///
    /// # Errors
    /// When it does not hand it over.
    fn load(&self, account: &str) -> Result<Option<SecretString>, KeychainError>;

    /// Forgets an account's entry. Where that fails there is nothing that the app could do about it.
    fn forget(&self, account: &str);
}

/// Why the keychain did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// No keychain on this computer, or none that runs; in the system's words.
    #[error("{0}")]
    Absent(String),
    /// No keyring, or wallet, to keep anything in yet, and none was made.
    #[error("there is no keyring yet")]
    NoKeyring,
    /// A locked keychain that nobody unlocked.
    #[error("the keychain is locked")]
    Locked,
}
