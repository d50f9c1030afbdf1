//! The one window.

use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::{closing, drop};

/// Its label, which the capabilities name too.
pub(crate) const MAIN: &str = "main";

/// How long a screen may take to say that it is ready before it is shown as it is.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps the window's size and place over restarts. Not its visibility: that is the screen's to decide.
pub(crate) fn remember_place() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window unseen; the screen shows it when it is painted, so that nobody sees an empty one.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Ticket Courier")
        .inner_size(1180.0, 800.0)
        .min_inner_size(720.0, 560.0)
        .visible(false)
        .build()?;
    drop::listen(&window);
    let handle = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            closing::requested(&handle, api);
        }
    });
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        // A window that has gone needs no showing.
        let _ = window.show();
    });
    Ok(())
}

/// Brings the window to the front.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        reveal(&window);
    }
}

pub(crate) fn reveal(window: &WebviewWindow) {
    // Each fails only where the window is going away.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}
