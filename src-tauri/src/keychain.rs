//! The system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux.

use desk::{Keychain, KeychainError};
use keyring::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

/// Under which the keychain lists the entries.
const SERVICE: &str = "Ticket Courier";

/// The keychain of the person who runs the app.
pub(crate) struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn save(&self, account: &str, kept: &SecretString) -> Result<(), KeychainError> {
        entry(account)?.set_password(kept.expose_secret()).map_err(|error| failed(&error))
    }

    fn load(&self, account: &str) -> Result<Option<SecretString>, KeychainError> {
        match entry(account)?.get_password() {
            Ok(kept) => Ok(Some(kept.into())),
            Err(error) => unread(&error),
        }
    }

    fn forget(&self, account: &str) {
        // Where that fails there is nothing that the app could do about it.
        let _ = entry(account).map(|entry| entry.delete_credential());
    }
}

fn entry(account: &str) -> Result<Entry, KeychainError> {
    Entry::new(SERVICE, account).map_err(|error| match (&error, Entry::store_status()) {
        // The first says only that there is no store; the second knows why.
        (Error::NoDefaultStore, Err(why)) => KeychainError::Absent(why.to_string()),
        _ => failed(&error),
    })
}

/// Why saved keys cannot be read. A locked keychain answers on Linux as if there were none; as they were saved,
/// that is what it means. The others say that they are locked, and that of Windows never is.
fn unread(error: &Error) -> Result<Option<SecretString>, KeychainError> {
    match error {
        Error::NoEntry if cfg!(target_os = "linux") => Err(KeychainError::Locked),
        Error::NoEntry => Ok(None),
        other => Err(failed(other)),
    }
}

fn failed(error: &Error) -> KeychainError {
    match error {
        Error::NoStorageAccess(_) => KeychainError::Locked,
        // The variants that carry what was stored are not printed.
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            KeychainError::Absent("the entry is damaged".into())
        }
        other => KeychainError::Absent(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_keys_that_the_keychain_denies_having_are_locked_or_gone() {
        let denied = unread(&Error::NoEntry);
        if cfg!(target_os = "linux") {
            assert!(matches!(denied, Err(KeychainError::Locked)));
        } else {
            assert!(matches!(denied, Ok(None)), "nobody could unlock it");
        }
        assert!(matches!(unread(&Error::NoStorageAccess("locked".into())), Err(KeychainError::Locked)));
        assert!(matches!(unread(&Error::NoDefaultStore), Err(KeychainError::Absent(_))));
    }

    #[test]
    fn what_was_stored_is_not_part_of_an_error() {
        let damaged = Error::BadEncoding(b"canary".to_vec());
        assert!(!unread(&damaged).unwrap_err().to_string().contains("canary"));
    }

    /// Windows always has its Credential Manager, and it asks nobody. The others may have none, or ask.
    #[cfg(windows)]
    #[test]
    fn keys_come_back_as_they_were_saved_until_they_are_removed() {
        let (keychain, account) = (SystemKeychain, "test-of-the-keychain");
        keychain.forget(account);
        assert!(keychain.load(account).unwrap().is_none());
        for secret in ["the first", "ein Schlüssel 🔑", &"x".repeat(1200)] {
            keychain.save(account, &SecretString::from(secret)).unwrap();
            assert_eq!(keychain.load(account).unwrap().unwrap().expose_secret(), secret);
        }
        keychain.forget(account);
        assert!(keychain.load(account).unwrap().is_none());
    }
}
