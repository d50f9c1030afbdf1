//! The window itself.

use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_notification::NotificationExt;

use crate::shell::Shell;
use crate::views::outbox::CloseHow;
use crate::{closing, window};

/// The screen is painted and takes input.
#[tauri::command]
pub(crate) fn ready(window: WebviewWindow) {
    window::reveal(&window);
}

/// Closes the window while something is on its way, as the person wants it.
#[tauri::command]
pub(crate) async fn close_window(app: AppHandle, window: WebviewWindow, how: CloseHow) -> Result<(), ()> {
    closing::close(&app, &window, how).await;
    Ok(())
}

/// The person does not want to close the window after all.
#[tauri::command]
pub(crate) fn stay(shell: State<'_, Shell>) {
    closing::stay(&shell);
}

/// Starts the app anew: another one had the outbox, and may have ended meanwhile.
#[tauri::command]
pub(crate) fn restart(app: AppHandle) {
    app.request_restart();
}

/// A notice by the system, in the screen's words; none while the person looks at the window, which says the same.
#[tauri::command]
pub(crate) fn notify(app: AppHandle, window: WebviewWindow, title: String, text: String) {
    let seen = window.is_visible().unwrap_or(false) && window.is_focused().unwrap_or(false);
    if !seen {
        // A system without notices shows it in the window alone.
        let _ = app.notification().builder().title(title).body(text).show();
    }
}
