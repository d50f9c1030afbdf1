//! Facts that the store does not tell of a Secret Service: whether there is a keyring (a wallet) at all, and whether it is locked.

use desk::KeychainError;
use secret_service::blocking::SecretService;
use secret_service::{EncryptionType, Error};

/// A new keyring's name; the one that is unlocked with the session has it.
const NAME: &str = "Login";

/// Whether the keyring that entries are saved in is not locked, so that one that is not found is not there: somebody
/// removed it, or the keyring. What cannot be asked is taken for locked.
pub(super) fn is_open() -> bool {
    let look = || -> Result<bool, Error> {
        let service = connect()?;
        match service.get_default_collection() {
            Ok(keyring) => Ok(!keyring.is_locked()?),
            Err(Error::NoResult) => Ok(true),
            Err(error) => Err(error),
        }
    };
    look().unwrap_or(false)
}

/// Asks for a keyring where there is none that an entry could be saved in: the service asks the person for its password.
///
/// # Errors
/// `NoKeyring` where the person does not want one, or cannot be asked.
pub(super) fn make_keyring() -> Result<(), KeychainError> {
    let absent = |error: Error| KeychainError::Absent(error.to_string());
    let service = connect().map_err(absent)?;
    match service.get_default_collection() {
        Ok(_) => return Ok(()),
        Err(Error::NoResult) => {}
        Err(error) => return Err(absent(error)),
    }
    service.create_collection(NAME, "default").map(drop).map_err(|_| KeychainError::NoKeyring)
}

/// Nothing secret goes this way.
fn connect() -> Result<SecretService<'static>, Error> {
    SecretService::connect(EncryptionType::Plain)
}
