//! The store of this system.

use desk::KeychainError;
use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};

#[cfg(target_os = "macos")]
use apple_native_keyring_store::keychain::Store;
#[cfg(windows)]
use windows_native_keyring_store::Store;
#[cfg(target_os = "linux")]
use zbus_secret_service_keyring_store::Store;

/// Under which the keychain lists the entries.
const SERVICE: &str = "Ticket Courier";

/// An account's entry, in the store as it is now.
pub(super) fn entry(account: &str) -> Result<Entry, Error> {
    Store::new()?.build(SERVICE, account, None)
}

/// Whether a store that has no entry means it. Those of macOS and Windows do: they say that they are locked, or never are.
pub(super) fn is_open() -> bool {
    #[cfg(target_os = "linux")]
    return super::secret_service::is_open();
    #[cfg(not(target_os = "linux"))]
    true
}

/// Sees to it that there is somewhere to save to.
///
/// # Errors
/// Where there is nothing yet, and nobody made it.
pub(super) fn make_ready() -> Result<(), KeychainError> {
    #[cfg(target_os = "linux")]
    return super::secret_service::make_keyring();
    #[cfg(not(target_os = "linux"))]
    Ok(())
}
