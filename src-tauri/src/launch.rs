//! Hearing what the app is asked from outside its window.

use std::sync::Arc;

use desk::{Event, LaunchRequest, LaunchRequests};
use tauri::{AppHandle, Manager};

use crate::window;

/// Keeps requests for the screen, and tells it.
pub(crate) fn came(app: &AppHandle, requests: Vec<LaunchRequest>) {
    app.state::<Arc<LaunchRequests>>().add(requests);
    // A screen that is not there yet looks by itself.
    window::tell(app, &Event::LaunchRequested(()));
}
