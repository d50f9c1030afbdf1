//! A system that gives the app no window: what is missing is said without one, and the app ends before it has touched
//! anything.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tauri::{App, Builder, Wry};

/// The process's exit code then; `docs/administrators.md` names it.
const NO_WINDOW: i32 = 69;

/// Set, everything is said on stderr: where nobody sits before the screen, a message box would stand for ever.
const NO_BOX: &str = "TICKET_COURIER_NO_BOX";

/// Where a Windows without the web view gets it.
const WEBVIEW2: &str = "https://developer.microsoft.com/microsoft-edge/webview2";

/// Looks whether there is a web view at all. Before everything else: tauri would find the same only when the window is
/// to be made, and has words of its own for it.
pub(crate) fn check() {
    if tauri::webview_version().is_err() {
        end("the system has no web view, or none for this account");
    }
}

/// The app, or the end of the process.
pub(crate) fn or_end(app: Builder<Wry>) -> App<Wry> {
    // Without a display the windows' toolkit panics instead of saying so. Nothing is used after it.
    match catch_unwind(AssertUnwindSafe(|| app.build(tauri::generate_context!()))) {
        Ok(Ok(app)) => app,
        Ok(Err(error)) => end(&error.to_string()),
        Err(_) => end("there is no display"),
    }
}

/// Says why there is no window, and ends the process.
pub(crate) fn end(why: &str) -> ! {
    say(&text(why));
    std::process::exit(NO_WINDOW)
}

fn text(why: &str) -> String {
    let needed = if cfg!(windows) {
        format!(
            "It needs the Microsoft Edge WebView2 Runtime. Get it at\n{WEBVIEW2}\nand start Ticket Courier again."
        )
    } else if cfg!(target_os = "linux") {
        "It needs a graphical session and WebKitGTK 4.1.".to_owned()
    } else {
        "Restart the computer, and start Ticket Courier again.".to_owned()
    };
    format!(
        "Ticket Courier cannot open its window: {why}.\n\n{needed}\n\nNothing was sent, and nothing was changed."
    )
}

/// On Linux, a system without a window has no message box either.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn say(text: &str) {
    if cfg!(target_os = "linux") || std::env::var_os(NO_BOX).is_some() {
        eprintln!("{text}");
        return;
    }
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Ticket Courier")
        .set_description(text)
        .show();
}
