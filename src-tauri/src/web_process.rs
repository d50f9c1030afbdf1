//! The screen's own process, which the system may end, and a fault in it: the screen is loaded again in the same window.
//! What was typed is in the outbox.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{Builder, WebviewWindow, Wry};

/// A screen that ends again this soon would do so for ever: it is left.
const SOON: Duration = Duration::from_secs(3);

/// When it was loaded again last.
#[derive(Default)]
struct Reloads(Mutex<Option<Instant>>);

impl Reloads {
    fn may(&self) -> bool {
        let now = Instant::now();
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner).replace(now);
        last.is_none_or(|last| now.duration_since(last) > SOON)
    }
}

/// On a Mac, the app is told of it.
#[cfg(target_os = "macos")]
pub(crate) fn reload_when_it_ends(app: Builder<Wry>) -> Builder<Wry> {
    let reloads = Reloads::default();
    app.on_web_content_process_terminate(move |webview| {
        if reloads.may() {
            // Fails only where the window is going away.
            let _ = webview.reload();
        }
    })
}

/// Elsewhere, the window is.
#[cfg(not(target_os = "macos"))]
pub(crate) fn reload_when_it_ends(app: Builder<Wry>) -> Builder<Wry> {
    app
}

/// On Linux, the web view is listened to.
#[cfg(target_os = "linux")]
pub(crate) fn listen(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt;

    let reloads = Reloads::default();
    // A window that is going away needs no screen.
    let _ = window.with_webview(move |webview| {
        webview.inner().connect_web_process_terminated(move |webview, _| {
            if reloads.may() {
                webview.reload();
            }
        });
    });
}

/// On Windows the web view shows a page of its own with a button that loads the screen again.
#[cfg(not(target_os = "linux"))]
pub(crate) fn listen(_: &WebviewWindow) {}
