//! The desktop shell: the window and its closing, dialogs, drops, the clipboard, pictures, the viewer, the system's
//! keychain. Everything with a rule in it is in the [`desk`]; a command is one call into it.

mod clipboard;
mod closing;
mod commands;
mod dialogs;
mod drop;
mod host;
mod keychain;
mod launch;
mod listing;
pub mod screen;
mod thumbnail;
mod viewer;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use desk::{Desk, LaunchRequests};
use tauri::{App, Manager, RunEvent};

use closing::Closing;
use host::AppHost;
use thumbnail::Thumbnails;

/// Runs the app until its window is closed.
///
/// # Panics
/// When the system gives the app no window at all: there is nothing left to say it with.
pub fn run() {
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
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| match event {
            RunEvent::Exit => app.state::<Arc<Desk>>().end(),
            // Links and files come by this instead of arguments; files as addresses.
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                let addresses = urls.into_iter().map(|url| OsString::from(String::from(url)));
                launch::came(app, desk::requests(addresses, Path::new("/")));
            }
            _ => {}
        }),
        Err(error) => panic!("the app cannot start: {error}"),
    }
}

fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    viewer::forget(&viewer::folder(app.handle())?);
    let requests = Arc::clone(&app.state::<Arc<LaunchRequests>>());
    // Without a folder, relative paths lead nowhere, and their files are said to be missing.
    let folder = std::env::current_dir().unwrap_or_default();
    requests.add(desk::requests(std::env::args_os().skip(1), &folder));
    let host = AppHost::new(app.handle())?;
    let desk = {
        let runtime = tauri::async_runtime::handle();
        let _entered = runtime.inner().enter();
        Desk::open(Arc::new(host), requests)?
    };
    app.manage(desk);
    let window = window::open(app)?;
    drop::listen(&window);
    closing::listen(&window);
    Ok(())
}
