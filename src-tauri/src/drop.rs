//! Files dropped onto the window.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{AppHandle, DragDropEvent, Emitter, Manager, WebviewWindow, WindowEvent};

use crate::arguments::{self, Wish};
use crate::limits;
use crate::shell::Shell;
use crate::views::draft::{AttachedView, FilesOver};
use crate::views::files::FolderView;
use crate::wishes;

/// Event: files hang over the window, or no longer do.
const FILES_OVER: &str = "files-over";
/// Event: files were dropped; carries what came of adding them.
const FILES_DROPPED: &str = "files-dropped";
/// Event: there were folders among them; carries their files, for the person to choose from.
const FOLDER_LISTED: &str = "folder-listed";
/// Event: they could not be added.
const SHELL_FAILED: &str = "shell-failed";

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
    // Only a window that is going away does not hear.
    let _ = app.emit(FILES_OVER, over);
}

type LastDrop = Mutex<Option<(Vec<PathBuf>, Instant)>>;

fn is_new(last: &LastDrop, paths: &[PathBuf], now: Instant) -> bool {
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    let again =
        last.as_ref().is_some_and(|(before, at)| before == paths && now.duration_since(*at) < ONE_DROP);
    *last = Some((paths.to_vec(), now));
    !again
}

/// A team setup among them is opened; the others are attached.
fn dropped(app: &AppHandle, paths: &[PathBuf]) {
    let (setups, files): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| arguments::is_setup(path));
    if !setups.is_empty() {
        wishes::came(app, setups.into_iter().map(Wish::Setup).collect());
    }
    if !files.is_empty() {
        attach(app, files);
    }
}

fn attach(app: &AppHandle, paths: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let files = without_folders(&app, paths);
        let attached = limits::attach(&app.state(), files);
        let _ = match attached {
            Ok(attached) => app.emit(FILES_DROPPED, AttachedView::from(attached)),
            Err(error) => app.emit(SHELL_FAILED, error),
        };
    });
}

/// Takes the folders out of what is to be added; the screen asks which of their files are meant. Blocks on the disk.
pub(crate) fn without_folders(app: &AppHandle, paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    if !folders.is_empty() {
        // Only a window that is going away does not hear.
        let _ = app.emit(FOLDER_LISTED, FolderView::of(&folders, &app.state::<Shell>().listing));
    }
    files
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
