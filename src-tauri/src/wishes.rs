//! What the app was asked from outside its window and has not done yet. The screen takes one after the other, when it
//! is ready for it: paths stay here.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Emitter, Manager};

use crate::arguments::Wish;

/// Event: there is something to be taken.
const WISHES: &str = "wishes";

/// What waits, from the app's first moment, and the files of the draft that was taken last: a person may be asked about them.
#[derive(Default)]
pub(crate) struct Wishes(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    wishes: VecDeque<Wish>,
    files: Vec<PathBuf>,
}

impl Wishes {
    pub(crate) fn add(&self, wishes: Vec<Wish>) {
        self.lock().wishes.extend(wishes);
    }

    /// The first that waits. Files that a person did not want after all are forgotten by it.
    pub(crate) fn next(&self) -> Option<Wish> {
        let mut waiting = self.lock();
        let wish = waiting.wishes.pop_front()?;
        waiting.files = match &wish {
            Wish::Draft { files, .. } => files.clone(),
            Wish::Setup(_) | Wish::StrangeLink => Vec::new(),
        };
        Some(wish)
    }

    /// The files of the draft that was taken last, once.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.lock().files)
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps them for the screen, and tells it.
pub(crate) fn came(app: &AppHandle, wishes: Vec<Wish>) {
    app.state::<Wishes>().add(wishes);
    // A screen that is not there yet looks by itself.
    let _ = app.emit(WISHES, ());
}
