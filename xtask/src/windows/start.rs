//! The app's start, as far as it goes: there is no WebView2 for Wine.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::wine::Wine;
use crate::call;

/// How it ends without WebView2, and what it says then: it has been linked to every library that it needs.
const ENDS_WITH: i32 = 69;
const SAYS: &str = "It needs the Microsoft Edge WebView2 Runtime";
/// Set, the app says so on stderr in place of a message box that nobody here would close.
const NO_BOX: &str = "TICKET_COURIER_NO_BOX";
/// The app's, in tauri.conf.json: what it keeps lies in folders of that name.
const IDENTIFIER: &str = "org.ticketcourier.app";
const LIMIT: Duration = Duration::from_secs(120);

/// Starts the app on a display that nobody sees, and looks at how it ends.
pub(crate) fn app(path: &Path, wine: &Wine) -> Result<()> {
    println!("\n> the app, under Wine, where there is no WebView2");
    // A first start, whatever an earlier one has left.
    for folder in wine.kept_by(IDENTIFIER)? {
        fs::remove_dir_all(folder)?;
    }
    let display = Display::start()?;
    let mut app = wine.program(path);
    app.env("DISPLAY", &display.name).env(NO_BOX, "1");
    let mut said = false;
    let status = wine.run(app, LIMIT, |line| said |= line.contains(SAYS))?;
    if status.code() != Some(ENDS_WITH) || !said {
        bail!("the app should end with {ENDS_WITH} and say \"{SAYS}\", and it ended with {status}");
    }
    // It has no window to say anything of them in.
    if let Some(folder) = wine.kept_by(IDENTIFIER)?.first() {
        bail!("the app has made {} without a window", folder.display());
    }
    Ok(())
}

/// A display that nobody sees.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let server = command.spawn().with_context(|| call::cannot_start(&command))?;
        let mut display = Self { server, name: String::new() };
        let printed = display.server.stdout.take().context("the output is piped")?;
        let mut number = String::new();
        BufReader::new(printed).read_line(&mut number)?;
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // One that has ended needs no end.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
