//! What the desk needs of the computer, and nothing more.

use std::path::PathBuf;
use std::sync::Arc;

use crate::event::Event;
use crate::keychain::Keychain;

/// The computer, as the desk sees it: the shell in the app, a few lines in a test.
pub trait Host: Send + Sync + 'static {
    /// The folder of the app's files; the desk makes it.
    fn folder(&self) -> PathBuf;

    /// What tells this computer from every other, and stays as it is; none where the system does not say.
    fn computer(&self) -> Option<String>;

    /// The keychain.
    fn keychain(&self) -> Arc<dyn Keychain>;

    /// Tells the screen of something that no command was waiting for. It must not wait for the screen; one that has
    /// gone hears nothing.
    fn tell(&self, event: Event);

    /// The time, in milliseconds since 1970.
    fn now(&self) -> i64;
}
