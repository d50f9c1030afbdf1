//! The one window.

use std::time::Duration;

use desk::Event;
use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Emitter, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry};
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_window_state::StateFlags;

use crate::bounds;

/// Its label, which the capabilities name too.
pub(crate) const MAIN: &str = "main";

/// How long a screen may take to say that it is ready before it is shown as it is.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps the window's size and position over restarts. Not its visibility: that is the screen's to decide.
pub(crate) fn remember_bounds() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window unseen; the screen shows it when it is painted, so that nobody sees an empty one.
pub(crate) fn open(app: &App) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Ticket Courier")
        .inner_size(1180.0, 800.0)
        .min_inner_size(720.0, 560.0)
        .visible(false)
        // A link that is dropped on the window, or a page that a fault leads to, does not take the app's place.
        .on_navigation(is_own)
        .build()?;
    bounds::watch(&window);
    let opened = window.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        // A window that has gone needs no showing.
        let _ = window.show();
    });
    Ok(opened)
}

/// Whether an address is one of the app's own pages: nothing else is shown in its window.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // The same on Windows, whose web view knows no schemes of others.
        "http" | "https" => {
            cfg!(windows) && url.host_str() == Some("tauri.localhost") && url.port().is_none()
        }
        _ => false,
    }
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

/// A notice by the system, in the screen's words; none while the person looks at the window, which says the same.
pub(crate) fn notify(window: &WebviewWindow, title: String, text: String) {
    let seen = window.is_visible().unwrap_or(false) && window.is_focused().unwrap_or(false);
    if !seen {
        // A system without notices shows it in the window alone.
        let _ = window.notification().builder().title(plain(&title)).body(plain(&text)).show();
    }
}

/// A text in which nothing is markup: some systems read tags and links in notices.
fn plain(text: &str) -> String {
    text.replace('<', "‹").replace('>', "›").replace('&', "＆")
}

/// Tells the screen of an event.
pub(crate) fn tell(app: &AppHandle, event: &Event) {
    // A screen that has gone hears nothing.
    let _ = app.emit(event.name(), event);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_notice_is_read_as_markup() {
        let told = plain("<a href=\"https://example.org\">&lt;Done&gt;</a>");
        assert!(!told.contains(['<', '>', '&']), "{told}");
        assert_eq!(plain("#143: Done"), "#143: Done");
    }

    #[test]
    fn the_window_shows_the_apps_own_pages_alone() {
        let own = |url: &str| is_own(&Url::parse(url).unwrap());
        assert!(own("tauri://localhost") && own("tauri://localhost/index.html#x"));
        assert_eq!(own("http://tauri.localhost/"), cfg!(windows));
        for url in [
            "https://example.org/",
            "http://localhost:1420/",
            "http://tauri.localhost:8080/",
            "https://tauri.localhost.example.org/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
            "blob:https://example.org/1",
        ] {
            assert!(!own(url), "{url}");
        }
    }
}
