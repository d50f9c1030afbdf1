//! The desk's needs of the computer, and nothing more.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::event::Event;
use crate::keychain::Keychain;

/// As in mail programs; within it one sees a wrong number.
pub const TIME_TO_UNDO: Duration = Duration::from_secs(5);

/// The computer, as the desk sees it: the shell in the app, a few lines in a test.
pub trait Host: Send + Sync + 'static {
    /// The folder of the app's files; the desk makes it.
    fn folder(&self) -> PathBuf;

    /// The mark that tells this computer from every other, and stays as it is; none where the system does not say.
    fn computer(&self) -> Option<String>;

    /// The keychain.
    fn keychain(&self) -> Arc<dyn Keychain>;

    /// Tells the screen of something that no command was waiting for. It must not wait for the screen; one that has
    /// gone hears nothing.
    fn tell(&self, event: Event);

    /// The time, in milliseconds since 1970.
    fn now(&self) -> i64;

    /// The folders whose files go by themselves. Asked anew each time: a stick comes and goes.
    fn passing_places(&self) -> Vec<PathBuf>;

    /// How long what was sent off can be undone, where the person wants that. The one hook for those whose business it is
    /// not: zero is none.
    fn time_to_undo(&self) -> Duration {
        TIME_TO_UNDO
    }
}
