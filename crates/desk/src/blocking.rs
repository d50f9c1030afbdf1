//! Where the disk and the keychain are asked.

use crate::error::DeskError;

/// The answer to a question that may block for as long as it needs, asked where that harms nobody.
///
/// # Errors
/// When the question panicked.
pub(crate) async fn on_disk<T: Send + 'static>(
    ask: impl FnOnce() -> T + Send + 'static,
) -> Result<T, DeskError> {
    tokio::task::spawn_blocking(ask).await.map_err(DeskError::storage)
}
