//! Closing the window while something is on its way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use desk::{Desk, Event};
use serde::Deserialize;
use tauri::{AppHandle, CloseRequestApi, Manager, WebviewWindow, WindowEvent};
use ts_rs::TS;

use crate::window;

/// The screen has the system tell what ended last; the app stays until that is shown.
const LAST_NOTICE: Duration = Duration::from_secs(2);

/// How the window is to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CloseHow {
    /// A close that leaves what is on its way to go on, without a window.
    Background,
    /// A close that stops it until the next start.
    Stop,
}

/// How far the closing has come.
#[derive(Default)]
pub(crate) struct Closing {
    /// The person was asked and has not yet answered.
    asked: AtomicBool,
    /// The window is gone from the screen, and the app ends when nothing goes on by itself any more.
    background: AtomicBool,
}

/// Listens for the window's being asked to close.
pub(crate) fn listen(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            requested(&app, api);
        }
    });
}

/// The window was asked to close. Where nothing is on its way it does; otherwise the person is asked. Asked a second
/// time before there is an answer, it closes: a screen that does not answer must not keep anybody.
fn requested(app: &AppHandle, api: &CloseRequestApi) {
    let Some(on_the_way) = app.state::<Arc<Desk>>().asked_to_close() else { return };
    if app.state::<Closing>().asked.swap(true, Ordering::SeqCst) {
        return;
    }
    api.prevent_close();
    // A window without a screen is closed by being asked again.
    window::tell(app, &Event::Closing(on_the_way));
}

/// The person stays.
pub(crate) fn stay(app: &AppHandle) {
    app.state::<Closing>().asked.store(false, Ordering::SeqCst);
}

/// The person said how the window is to close.
pub(crate) async fn close(app: &AppHandle, window: &WebviewWindow, how: CloseHow) {
    match how {
        CloseHow::Background => {
            stay(app);
            app.state::<Closing>().background.store(true, Ordering::SeqCst);
            // Only a window that is going away cannot be hidden.
            let _ = window.hide();
            look(app);
        }
        CloseHow::Stop => end(app).await,
    }
}

/// Somebody started the app again while it worked in the background.
pub(crate) fn back(app: &AppHandle) {
    app.state::<Closing>().background.store(false, Ordering::SeqCst);
    window::show(app);
}

/// Ends the app in the background when nothing goes on by itself any more.
pub(crate) fn look(app: &AppHandle) {
    if !is_over(app) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LAST_NOTICE).await;
        // Somebody may have started the app again meanwhile.
        if is_over(&app) {
            end(&app).await;
        }
    });
}

/// Whether the app is in the background and nothing goes on by itself any more. Before the desk is there, nothing is.
fn is_over(app: &AppHandle) -> bool {
    app.state::<Closing>().background.load(Ordering::SeqCst)
        && app.try_state::<Arc<Desk>>().is_some_and(|desk| desk.is_at_rest())
}

async fn end(app: &AppHandle) {
    app.state::<Arc<Desk>>().stop().await;
    app.exit(0);
}
