//! The system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux.
//!
//! The store is opened anew for each call. One that starts after the app is found then, one that was restarted is not
//! asked in a session that it does not know, and a call that waits for a person holds up no other.

#[cfg(target_os = "linux")]
mod secret_service;
mod store;

use desk::{Keychain, KeychainError};
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

/// The keychain of the person who runs the app.
pub(crate) struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn save(&self, account: &str, kept: &SecretString) -> Result<(), KeychainError> {
        store::make_ready()?;
        let entry = store::entry(account).map_err(|error| failed(&error))?;
        match entry.set_password(kept.expose_secret()) {
            // Another program, or a restored profile, made a second one: nobody knows which of them is meant.
            Err(Error::Ambiguous(several)) => save_instead_of(&several, kept),
            saved => saved,
        }
        .map_err(|error| failed(&error))
    }

    fn load(&self, account: &str) -> Result<Option<SecretString>, KeychainError> {
        let entry = store::entry(account).map_err(|error| failed(&error))?;
        match entry.get_password() {
            Ok(kept) => Ok(Some(kept.into())),
            Err(Error::Ambiguous(several)) => Ok(the_same_of(&several)),
            // A locked keyring on Linux may answer as if nothing had been saved.
            Err(Error::NoEntry) => store::is_open().then_some(None).ok_or(KeychainError::Locked),
            Err(error) => Err(failed(&error)),
        }
    }

    fn forget(&self, account: &str) {
        // Where that fails there is nothing that the app could do about it.
        let _ = store::entry(account).and_then(|entry| match entry.delete_credential() {
            Err(Error::Ambiguous(several)) => several.iter().try_for_each(Entry::delete_credential),
            forgotten => forgotten,
        });
    }
}

/// One of several entries of the same name is kept with the new content, and the others go.
fn save_instead_of(several: &[Entry], kept: &SecretString) -> Result<(), Error> {
    let Some((first, others)) = several.split_first() else { return Err(Error::NoEntry) };
    first.set_password(kept.expose_secret())?;
    others.iter().try_for_each(Entry::delete_credential)
}

/// The common word of several entries of the same name. Where they differ, the person is asked, and saving
/// mends it.
fn the_same_of(several: &[Entry]) -> Option<SecretString> {
    let mut said = several.iter().map(Entry::get_password);
    let first = said.next()?.ok()?;
    said.all(|other| other.is_ok_and(|other| other == first)).then(|| first.into())
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
    fn what_is_locked_is_told_apart_from_what_is_not_there() {
        assert_eq!(failed(&Error::NoStorageAccess("locked".into())), KeychainError::Locked);
        assert!(matches!(failed(&Error::NoDefaultStore), KeychainError::Absent(_)));
    }

    #[test]
    fn what_was_stored_is_not_part_of_an_error() {
        let damaged = Error::BadEncoding(b"canary".to_vec());
        assert!(!failed(&damaged).to_string().contains("canary"));
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
