//! The keychain, as far as the app needs one.

use service_crm::Keys;

/// Keeps accounts' keys. Its calls may wait for a person who unlocks it, so they are made where blocking harms nobody.
pub trait Keychain: Send + Sync + 'static {
    /// Keeps an account's keys, in place of earlier ones.
    ///
    /// # Errors
    /// When it does not take them; nothing is changed then.
    fn save(&self, account: &str, keys: &Keys) -> Result<(), KeychainError>;

    /// The keys of an account that were saved before; none where somebody has removed them from the keychain.
    ///
    /// # Errors
    /// When it does not hand them over.
    fn load(&self, account: &str) -> Result<Option<Keys>, KeychainError>;

    /// Forgets an account's keys. Where that fails there is nothing that the app could do about it.
    fn forget(&self, account: &str);
}

/// Why the keychain did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// This computer has none, or it does not run; in the system's words.
    #[error("{0}")]
    Absent(String),
    /// It is locked, and nobody unlocked it.
    #[error("the keychain is locked")]
    Locked,
}
