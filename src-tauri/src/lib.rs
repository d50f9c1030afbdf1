//! The desktop shell: the window, the commands that the screen calls, dialogs, the keychain and settings.
//!
//! A command is one call into a room below (`outbox`, `service-crm`) or into one of the shell's own
//! ([`accounts`], [`keychain`]); what it answers is in [`views`], from which the screen's types are generated.

mod accounts;
mod arguments;
mod catalogues;
mod clients;
mod clipboard;
mod closing;
mod commands;
mod courier;
mod drop;
mod fields;
mod folder;
mod keychain;
mod limits;
mod offers;
mod practice;
mod reading;
pub mod screen_types;
mod setups;
mod shell;
mod taking;
mod thumbnail;
mod viewer;
mod views;
mod whole;
mod window;
mod wishes;

use std::ffi::OsString;
use std::path::Path;

use tauri::{Manager, RunEvent};

use shell::Shell;
use wishes::Wishes;

/// Runs the app until its window is closed.
///
/// # Panics
/// When the system gives the app no window at all: there is nothing left to say it with.
pub fn run() {
    let app = tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            let arguments = arguments.into_iter().skip(1).map(OsString::from);
            wishes::came(app, arguments::wishes(arguments, Path::new(&folder)));
            closing::back(app);
        }))
        .manage(Wishes::default())
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_notification::init())
        .plugin(window::remember_place())
        .setup(|app| {
            let shell = Shell::open(app.handle())?;
            // Without a folder, relative paths lead nowhere, and their files are said to be missing.
            let folder = std::env::current_dir().unwrap_or_default();
            app.state::<Wishes>().add(arguments::wishes(std::env::args_os().skip(1), &folder));
            app.manage(shell);
            window::open(app)?;
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            commands::accounts::choose_account,
            commands::accounts::look_for_keys,
            commands::accounts::overview,
            commands::accounts::read_address,
            commands::accounts::remove_account,
            commands::accounts::save_account,
            commands::accounts::set_preferences,
            commands::accounts::try_connection,
            commands::draft::check_draft,
            commands::draft::choose_files,
            commands::draft::draft,
            commands::draft::save_draft,
            commands::fields::fields,
            commands::fields::last_used,
            commands::files::add_from_folder,
            commands::files::choose_folder,
            commands::files::detach,
            commands::files::move_file,
            commands::files::open_file,
            commands::files::paste,
            commands::files::put_back,
            commands::files::rename_file,
            commands::files::thumbnail,
            commands::outbox::cancel,
            commands::outbox::delivery,
            commands::outbox::export_csv,
            commands::outbox::it_was_done,
            commands::outbox::leave,
            commands::outbox::look_at_ticket,
            commands::outbox::outbox_accounts,
            commands::outbox::outbox_page,
            commands::outbox::outbox_top,
            commands::outbox::rescue,
            commands::outbox::send,
            commands::outbox::send_again,
            commands::outbox::stop_taking,
            commands::outbox::storage,
            commands::outbox::use_again,
            commands::presets::presets,
            commands::presets::save_presets,
            commands::save_setup::save_setup,
            commands::save_setup::setup_form,
            commands::setup::fulfil_wish,
            commands::setup::leave_setup,
            commands::setup::next_wish,
            commands::setup::open_setup,
            commands::setup::take_setup,
            commands::ticket::find_leads,
            commands::ticket::kept_ticket,
            commands::ticket::read_ticket,
            commands::ticket::try_ticket_again,
            commands::window::close_window,
            commands::window::notify,
            commands::window::stay,
            commands::window::ready,
            commands::window::restart,
        ])
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| match event {
            RunEvent::Exit => closing::ended(app),
            // Links and files come by this instead of arguments; files as addresses.
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                let addresses = urls.into_iter().map(|url| OsString::from(String::from(url)));
                wishes::came(app, arguments::wishes(addresses, Path::new("/")));
            }
            _ => {}
        }),
        Err(error) => panic!("the app cannot start: {error}"),
    }
}
