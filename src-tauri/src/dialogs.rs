//! The system's dialogs. Their titles are the system's own, so that no sentence stands here.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::WebviewWindow;

use crate::ending::with_ending;

/// The dialogs' name for team setup files.
const KIND: &str = "Ticket Courier";

/// Files to be attached.
pub(crate) async fn files(window: &WebviewWindow) -> Vec<PathBuf> {
    let chosen = of(window).pick_files().await.unwrap_or_default();
    chosen.iter().map(|file| file.path().to_owned()).collect()
}

/// A folder whose files are to be attached.
pub(crate) async fn folder(window: &WebviewWindow) -> Option<PathBuf> {
    Some(of(window).pick_folder().await?.path().to_owned())
}

/// A team setup to be opened.
pub(crate) async fn setup(window: &WebviewWindow) -> Option<PathBuf> {
    Some(of(window).add_filter(KIND, &[desk::ENDING]).pick_file().await?.path().to_owned())
}

/// Where a team setup is to be saved.
pub(crate) async fn setup_to_save(window: &WebviewWindow) -> Option<PathBuf> {
    let dialog = of(window).set_file_name(format!("team.{}", desk::ENDING)).add_filter(KIND, &[desk::ENDING]);
    Some(with_ending(dialog.save_file().await?.path(), desk::ENDING))
}

/// Where a list is to be saved, under the name that is proposed.
pub(crate) async fn list_to_save(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    let dialog = of(window).set_file_name(name).add_filter("CSV", &["csv"]);
    Some(with_ending(dialog.save_file().await?.path(), "csv"))
}

/// A file with a signing key to be opened.
pub(crate) async fn signing_key(window: &WebviewWindow) -> Option<PathBuf> {
    Some(of(window).pick_file().await?.path().to_owned())
}

/// Where a signing key is to be saved.
pub(crate) async fn signing_key_to_save(window: &WebviewWindow) -> Option<PathBuf> {
    let dialog = of(window).set_file_name("signing-key.age").add_filter("age", &["age"]);
    Some(with_ending(dialog.save_file().await?.path(), "age"))
}

fn of(window: &WebviewWindow) -> AsyncFileDialog {
    AsyncFileDialog::new().set_parent(window)
}
