//! Files dropped onto the window.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use desk::views::draft::FilesOver;
use desk::{Desk, Event, Handed};
use tauri::{AppHandle, DragDropEvent, Manager, WebviewWindow, WindowEvent};

use crate::window;

/// Some systems report one drop twice (tauri #14134). Nobody drops the same files twice this fast.
const ONE_DROP: Duration = Duration::from_millis(700);

/// Adds what is dropped onto the window to the draft, and tells the screen.
pub(crate) fn listen(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    let last = Arc::new(Mutex::new(None));
    let as_handed = as_handed(window);
    window.on_window_event(move |event| {
        let WindowEvent::DragDrop(event) = event else { return };
        match event {
            DragDropEvent::Enter { .. } => tell(&app, FilesOver::Over),
            DragDropEvent::Leave => tell(&app, FilesOver::Left),
            DragDropEvent::Drop { paths, .. } => {
                tell(&app, FilesOver::Dropped);
                if is_new(&last, paths, Instant::now()) {
                    dropped(&app, as_handed(paths));
                }
            }
            _ => {}
        }
    });
}

fn tell(app: &AppHandle, over: FilesOver) {
    window::tell(app, &Event::FilesOver(over));
}

type LastDrop = Mutex<Option<(Vec<PathBuf>, Instant)>>;

fn is_new(last: &LastDrop, paths: &[PathBuf], now: Instant) -> bool {
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    let again =
        last.as_ref().is_some_and(|(before, at)| before == paths && now.duration_since(*at) < ONE_DROP);
    *last = Some((paths.to_vec(), now));
    !again
}

fn dropped(app: &AppHandle, handed: Vec<Handed>) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    tauri::async_runtime::spawn(async move { desk.take_dropped(handed).await });
}

/// The drop as it was handed over. The paths of the event have lost what is no text, and what is no file of
/// this computer: so the list itself is listened to.
#[cfg(target_os = "linux")]
fn as_handed(window: &WebviewWindow) -> impl Fn(&[PathBuf]) -> Vec<Handed> + use<> {
    use gtk::prelude::*;

    let handed = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&handed);
    // A window that is going away hears of no drop.
    let _ = window.with_webview(move |webview| {
        webview.inner().connect_drag_data_received(move |_, context, _, _, data, _, _| {
            if data.target().name() != "text/uri-list" {
                return;
            }
            let picture = context.list_targets().iter().any(|target| target.name().starts_with("image/"));
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = desk::read_list(&data.data(), picture);
        });
    });
    move |paths| {
        let handed = std::mem::take(&mut *handed.lock().unwrap_or_else(PoisonError::into_inner));
        if handed.is_empty() { desk::of_paths(paths.to_vec()) } else { handed }
    }
}

#[cfg(not(target_os = "linux"))]
fn as_handed(_: &WebviewWindow) -> impl Fn(&[PathBuf]) -> Vec<Handed> + use<> {
    |paths| desk::of_paths(paths.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_drop_that_is_reported_twice_is_handled_once() {
        let last = LastDrop::default();
        let (a, b) = (vec![PathBuf::from("a")], vec![PathBuf::from("b")]);
        let start = Instant::now();
        assert!(is_new(&last, &a, start));
        assert!(!is_new(&last, &a, start + ONE_DROP / 2));
        assert!(is_new(&last, &b, start + ONE_DROP / 2), "other files are another drop");
        assert!(is_new(&last, &b, start + ONE_DROP * 2), "the same files later are another drop");
    }
}
