//! The computer, as the desk sees it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use desk::{Event, Host, Keychain, TIME_TO_UNDO};
use tauri::{AppHandle, Manager};

use crate::keychain::SystemKeychain;
use crate::{closing, passing, window};

/// How long Undo is there after Send, in milliseconds; with 0 it sends at once, whatever the settings say. For tests and
/// benches that are about something else, or must not be overtaken by it.
const TIME: &str = "TICKET_COURIER_TIME_TO_UNDO";

/// The app's computer: the system's keychain, folder and clock, and the screen in the window.
pub(crate) struct AppHost {
    app: AppHandle,
    folder: PathBuf,
}

impl AppHost {
    pub(crate) fn new(app: &AppHandle) -> tauri::Result<Self> {
        Ok(Self { app: app.clone(), folder: folder(app)? })
    }
}

/// The app's folder.
#[cfg(not(windows))]
fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    app.path().app_data_dir()
}

/// On Windows one that does not roam: two computers would send what waits in one outbox. Not the local folder itself,
/// which the web view makes too: what is moved needs a place where nothing is yet.
#[cfg(windows)]
fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    let (roaming, local) = (app.path().app_data_dir()?, app.path().app_local_data_dir()?);
    Ok(desk::moved(&roaming, &local.join("data")))
}

impl Host for AppHost {
    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn computer(&self) -> Option<String> {
        machine_uid::get().ok()
    }

    fn keychain(&self) -> Arc<dyn Keychain> {
        Arc::new(SystemKeychain)
    }

    fn tell(&self, event: Event) {
        window::tell(&self.app, &event);
        if matches!(event, Event::OutboxChanged(_)) {
            closing::look(&self.app);
        }
    }

    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn passing_places(&self) -> Vec<PathBuf> {
        passing::places()
    }

    fn time_to_undo(&self) -> Duration {
        let set = std::env::var(TIME).ok().and_then(|time| time.parse().ok());
        set.map_or(TIME_TO_UNDO, Duration::from_millis)
    }
}
