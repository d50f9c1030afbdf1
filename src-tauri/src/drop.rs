//! Files dropped onto the window.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use desk::views::draft::FilesOver;
use desk::{Desk, Event};
use tauri::{AppHandle, DragDropEvent, Manager, WebviewWindow, WindowEvent};

use crate::window;

/// Some systems report one drop twice (tauri #14134). Nobody drops the same files twice this fast.
const ONE_DROP: Duration = Duration::from_millis(700);

/// Adds what is dropped onto the window to the draft, and tells the screen.
pub(crate) fn listen(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    let last = Arc::new(Mutex::new(None));
    window.on_window_event(move |event| {
        let WindowEvent::DragDrop(event) = event else { return };
        match event {
            DragDropEvent::Enter { .. } => tell(&app, FilesOver::Over),
            DragDropEvent::Leave => tell(&app, FilesOver::Left),
            DragDropEvent::Drop { paths, .. } => {
                tell(&app, FilesOver::Dropped);
                if is_new(&last, paths, Instant::now()) {
                    dropped(&app, paths);
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

fn dropped(app: &AppHandle, paths: &[PathBuf]) {
    let (desk, paths) = (Arc::clone(&app.state::<Arc<Desk>>()), paths.to_vec());
    tauri::async_runtime::spawn(async move { desk.take_dropped(paths).await });
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
