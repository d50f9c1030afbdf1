//! The app's process, from outside: to see it end by itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

use crate::desk::Desk;
use crate::window::{LOOK, PATIENCE, TITLE, Window};

/// Asks a window to close, as its cross would; there is no window manager here that has one.
const CLOSE: &str = include_str!("close_window.py");

/// The app as it runs behind a window, and when that is gone.
#[derive(Debug, Clone)]
pub struct App(PathBuf);

impl App {
    /// Whether it runs. One that has ended and was not yet waited for has no program any more.
    pub fn runs(&self) -> bool {
        std::fs::read_link(self.0.join("exe")).is_ok()
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until_ended(&self) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.runs() {
            ensure!(Instant::now() < until, "the app goes on");
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }
}

/// The processes that an app's web view shows its screen by. The kernel keeps 15 letters of a name.
fn screens(app: &App) -> Result<Vec<Pid>> {
    let id = app.0.file_name().context("the app has an id")?.to_string_lossy().into_owned();
    let mut screens = Vec::new();
    for process in fs::read_dir("/proc")?.flatten() {
        // Most entries are no processes, and one that ends meanwhile is none either.
        let Ok(stat) = fs::read_to_string(process.path().join("stat")) else { continue };
        let is_screen = stat.contains("(WebKitWebProces) ");
        let parent = stat.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(1));
        if is_screen && parent == Some(&id) {
            let id = process.file_name().to_string_lossy().parse()?;
            screens.extend(Pid::from_raw(id));
        }
    }
    Ok(screens)
}

impl Desk {
    /// Waits until the session bus has noticed that the app was killed: until then it hands the next start's arguments
    /// to nobody.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until_forgotten(&self) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            let mut ask = Command::new("dbus-send");
            ask.args([
                "--session",
                "--print-reply=literal",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
            ]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.ticketcourier.app.SingleInstance"]);
            let said = self.dress(&mut ask).output()?;
            // Without a bus there is nobody to forget it.
            if !String::from_utf8_lossy(&said.stdout).contains("true") {
                return Ok(());
            }
            ensure!(Instant::now() < until, "the bus still knows the app");
            tokio::time::sleep(LOOK).await;
        }
    }
}

impl Window {
    /// The app behind the window.
    ///
    /// # Errors
    /// When there is no window.
    pub fn app(&self, desk: &Desk) -> Result<App> {
        Ok(App(Path::new("/proc").join(desk.xdotool(&["getwindowpid", &self.x_window(desk)?])?)))
    }

    /// Asks the window to close, as its cross would. It may have something to say first.
    ///
    /// # Errors
    /// When there is no window.
    pub fn ask_to_close(&self, desk: &Desk) -> Result<App> {
        let window = self.x_window(desk)?;
        let app = self.app(desk)?;
        let status = desk.dress(Command::new("/usr/bin/python3").args(["-c", CLOSE, &window])).status()?;
        ensure!(status.success(), "the window could not be asked to close");
        Ok(app)
    }

    /// Closes the window by its cross, and waits until the app has ended by itself.
    ///
    /// # Errors
    /// When it does not.
    pub async fn quit(&mut self, desk: &Desk) -> Result<()> {
        self.ask_to_close(desk)?.until_ended().await?;
        self.kill();
        Ok(())
    }

    /// Ends the process that shows the screen, as a system does that is short of memory, and waits until another has
    /// taken its place. The driver knows only the one that ended: from here on the window is driven by its keys.
    ///
    /// # Errors
    /// When none comes.
    pub async fn kill_screen(&self, desk: &Desk) -> Result<()> {
        let app = self.app(desk)?;
        let killed = screens(&app)?;
        ensure!(!killed.is_empty(), "the screen has no process of its own");
        for screen in &killed {
            kill_process(*screen, Signal::KILL)?;
        }
        let until = Instant::now() + PATIENCE;
        while screens(&app)?.iter().all(|screen| killed.contains(screen)) {
            ensure!(Instant::now() < until, "no screen comes");
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    /// Waits until it is the app's only window on the display.
    ///
    /// # Errors
    /// When another stays.
    pub async fn until_alone(&self, desk: &Desk) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while desk.xdotool(&["search", "--onlyvisible", "--name", TITLE])?.lines().count() > 1 {
            ensure!(Instant::now() < until, "the other window stays");
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    /// Waits until no window is to be seen.
    ///
    /// # Errors
    /// When one stays.
    pub async fn until_hidden(&self, desk: &Desk) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.x_window(desk).is_ok() {
            ensure!(Instant::now() < until, "the window stays");
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }
}
