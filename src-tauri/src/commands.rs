//! What the screen may ask of the shell. Each command is one call into a room below, and its answer a view.
//!
//! Those that need the outbox are asynchronous: it may still be opening, and the thread of the window must not wait.

pub(crate) mod accounts;
pub(crate) mod draft;
pub(crate) mod fields;
pub(crate) mod files;
pub(crate) mod outbox;
pub(crate) mod presets;
pub(crate) mod save_setup;
pub(crate) mod setup;
pub(crate) mod ticket;
pub(crate) mod window;

use tauri::async_runtime::spawn_blocking;

use crate::views::ShellError;

/// Where it may block for as long as it needs.
async fn on_disk<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> Result<T, ShellError> {
    spawn_blocking(ask).await.map_err(|error| ShellError::Storage { why: error.to_string() })
}
