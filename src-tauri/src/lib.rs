//! The desktop shell: the window and its closing, dialogs, drops, the clipboard, pictures, the viewer, the system's
//! keychain. Everything with a rule in it is in the [`desk`]; a command is one call into it.

mod bounds;
mod clipboard;
mod closing;
mod commands;
mod core_files;
mod dialogs;
mod drop;
mod ending;
mod host;
mod keychain;
mod launch;
mod listing;
mod no_window;
mod passing;
pub mod screen;
mod thumbnail;
mod viewer;
mod web_process;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use desk::{Desk, LaunchRequests};
use tauri::{App, Manager, RunEvent};

use closing::Closing;
use host::AppHost;
use thumbnail::Thumbnails;

/// Runs the app until its window is closed. Where the system gives it no window it says why, and ends the process with
/// a code of its own.
pub fn run() {
    core_files::switch_off();
    no_window::check();
    let app = tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            let arguments = arguments.into_iter().skip(1).map(OsString::from);
            launch::came(app, desk::requests(arguments, Path::new(&folder)));
            closing::back(app);
        }))
        .manage(Arc::new(LaunchRequests::default()))
        .manage(Closing::default())
        .manage(Thumbnails::default())
        .plugin(tauri_plugin_notification::init())
        .plugin(window::remember_bounds())
        .setup(set_up)
        .invoke_handler(commands::handler());
    let app = web_process::reload_when_it_ends(app);
    no_window::or_end(app).run(|app, event| match event {
        RunEvent::Exit => {
            if let Some(desk) = app.try_state::<Arc<Desk>>() {
                desk.end();
            }
        }
        // Links and files come by this instead of arguments; files as addresses.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let addresses = urls.into_iter().map(|url| OsString::from(String::from(url)));
            launch::came(app, desk::requests(addresses, Path::new("/")));
        }
        _ => {}
    });
}

/// The window first: until it is there, nothing is opened, made or sent. The desk is there before it for the screen's
/// first calls, and those that need the outbox wait.
fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    let requests = Arc::clone(&app.state::<Arc<LaunchRequests>>());
    // Without a folder, relative paths lead nowhere, and their files are said to be missing.
    let folder = std::env::current_dir().unwrap_or_default();
    requests.add(desk::requests(std::env::args_os().skip(1), &folder));
    let desk = Desk::new(Arc::new(AppHost::new(app.handle())?), requests);
    app.manage(desk.clone());
    let window = match window::open(app) {
        Ok(window) => window,
        Err(error) => no_window::end(&error.to_string()),
    };
    web_process::listen(&window);
    drop::listen(&window);
    closing::listen(&window);
    let runtime = tauri::async_runtime::handle();
    let _entered = runtime.inner().enter();
    desk.open()?;
    viewer::forget(&viewer::folder(app.handle())?);
    Ok(())
}
