//! What the screen may ask of the shell. Each command is one call into a room below, and its answer a view.

use tauri::WebviewWindow;

use crate::window;

pub(crate) mod accounts;
pub(crate) mod draft;
pub(crate) mod history;
pub(crate) mod sending;

/// The screen is painted and takes input.
#[tauri::command]
pub(crate) fn ready(window: WebviewWindow) {
    window::reveal(&window);
}
