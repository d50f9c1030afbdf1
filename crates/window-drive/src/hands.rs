//! A person's hands on the mouse outside the page: the system's file dialog, and a drag from another window.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::desk::{Desk, PASSWORD};
use crate::process::Group;
use crate::window::Window;

/// How long another window may take to come or go.
const PATIENCE: Duration = Duration::from_secs(20);
/// GTK takes keys and moves of the mouse in its own time, and says nowhere when it has.
const BREATH: Duration = Duration::from_millis(500);
/// A step of a moving mouse.
const STEP: Duration = Duration::from_millis(20);

/// A window from which files can be dragged, as from a file manager. Takes the files' paths.
const SOURCE: &str = include_str!("drag_source.py");
const SOURCE_TITLE: &str = "Drag source";

impl Desk {
    /// Picks a file in the system's dialog, which the app is about to open.
    ///
    /// # Errors
    /// When the dialog does not come or does not take the file.
    pub async fn pick_file(&self, window: &Window, path: &Path) -> Result<()> {
        let app = window.x_window(self)?;
        let dialog = self.other_window(&app).await?;
        self.xdotool(&["windowfocus", "--sync", &dialog])?;
        self.xdotool(&["key", "ctrl+l"])?;
        tokio::time::sleep(BREATH).await;
        self.xdotool(&["type", "--delay", "15", path.to_str().context("a path that cannot be typed")?])?;
        tokio::time::sleep(BREATH).await;
        self.xdotool(&["key", "Return"])?;
        self.until_closed(&dialog).await
    }

    /// Saves under that name in the system's dialog, which the app is about to open.
    ///
    /// # Errors
    /// When the dialog does not come or does not take the name.
    pub async fn save_as(&self, window: &Window, path: &Path) -> Result<()> {
        let dialog = self.other_window(&window.x_window(self)?).await?;
        self.xdotool(&["windowfocus", "--sync", &dialog])?;
        // The name that the app proposes has the focus; a whole path may be typed over it.
        self.xdotool(&["key", "ctrl+a"])?;
        tokio::time::sleep(BREATH).await;
        self.xdotool(&["type", "--delay", "15", path.to_str().context("a path that cannot be typed")?])?;
        tokio::time::sleep(BREATH).await;
        self.xdotool(&["key", "Return"])?;
        self.until_closed(&dialog).await
    }

    /// Looks at the app's window: it has the keyboard.
    ///
    /// # Errors
    /// When it is not there.
    pub fn look_at(&self, window: &Window) -> Result<()> {
        self.xdotool(&["windowfocus", "--sync", &window.x_window(self)?])?;
        Ok(())
    }

    /// Looks away: nothing on the display has the keyboard.
    ///
    /// # Errors
    /// When the display has gone.
    pub fn look_away(&self) -> Result<()> {
        // Where nothing has the keyboard, it follows the pointer.
        self.xdotool(&["mousemove", &(self.width - 1).to_string(), &(self.height - 1).to_string()])?;
        let root = self.xdotool(&["search", "--maxdepth", "0", "--name", ".*"])?;
        self.xdotool(&["windowfocus", root.lines().next().context("no root window")?])?;
        Ok(())
    }

    /// Drags files out of another window over the app's, and leaves them hanging there.
    ///
    /// # Errors
    /// When the other window does not come.
    pub async fn drag_over(&self, window: &Window, files: &[PathBuf]) -> Result<Drag<'_>> {
        self.drag(window, "files", &files.iter().map(Into::into).collect::<Vec<_>>()).await
    }

    /// Drags a link over the app's window, as from a browser.
    ///
    /// # Errors
    /// When the other window does not come.
    pub async fn drag_link(&self, window: &Window, address: &str) -> Result<Drag<'_>> {
        self.drag(window, "link", &[address.into()]).await
    }

    /// Drags a list of addresses over the app's window, byte by byte.
    ///
    /// # Errors
    /// When the other window does not come.
    pub async fn drag_list(&self, window: &Window, list: &[u8]) -> Result<Drag<'_>> {
        let digits: String = list.iter().map(|byte| format!("{byte:02x}")).collect();
        self.drag(window, "list", &[digits.into()]).await
    }

    async fn drag(&self, window: &Window, kind: &str, given: &[OsString]) -> Result<Drag<'_>> {
        let app = window.x_window(self)?;
        let mut source = Command::new("/usr/bin/python3");
        let source = Group::start(self.dress(source.args(["-c", SOURCE, kind]).args(given)))?;
        self.xdotool(&["search", "--sync", "--onlyvisible", "--name", SOURCE_TITLE])?;
        tokio::time::sleep(BREATH * 3).await;
        // It opens in the left upper corner, before the app's window.
        self.xdotool(&["mousemove", "40", "40"])?;
        tokio::time::sleep(BREATH).await;
        self.xdotool(&["mousedown", "1"])?;
        tokio::time::sleep(BREATH).await;
        let (x, y) = self.middle(&app)?;
        for step in 1..=20 {
            let along = |to: i32| (40 + (to - 40) * step / 20).to_string();
            self.xdotool(&["mousemove", &along(x), &along(y)])?;
            tokio::time::sleep(STEP).await;
        }
        for step in 1..=3 {
            self.xdotool(&["mousemove", &(x + step).to_string(), &y.to_string()])?;
            tokio::time::sleep(STEP).await;
        }
        tokio::time::sleep(BREATH).await;
        Ok(Drag { desk: self, source })
    }

    /// Drags files out of another window and drops them on the app's.
    ///
    /// # Errors
    /// When the other window does not come.
    pub async fn drop_files(&self, window: &Window, files: &[PathBuf]) -> Result<()> {
        self.drag_over(window, files).await?.drop_here().await
    }

    /// Closes the system's dialog, which the app is about to open, without picking anything.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn pick_nothing(&self, window: &Window) -> Result<()> {
        let dialog = self.other_window(&window.x_window(self)?).await?;
        self.xdotool(&["windowfocus", "--sync", &dialog])?;
        self.xdotool(&["key", "Escape"])?;
        self.until_closed(&dialog).await
    }

    /// Types the password into the window in which the keychain is about to ask for it.
    ///
    /// # Errors
    /// When it does not ask, or goes on asking.
    pub async fn unlock(&self, window: &Window) -> Result<()> {
        self.answer_keychain(window, &["type", "--delay", "15", PASSWORD]).await
    }

    /// Closes the window in which the keychain is about to ask for its password.
    ///
    /// # Errors
    /// When it does not ask, or goes on asking.
    pub async fn refuse_to_unlock(&self, window: &Window) -> Result<()> {
        self.answer_keychain(window, &["key", "Escape"]).await
    }

    async fn answer_keychain(&self, window: &Window, answer: &[&str]) -> Result<()> {
        let asks = self.other_window(&window.x_window(self)?).await?;
        self.xdotool(&["windowfocus", "--sync", &asks])?;
        self.xdotool(answer)?;
        if answer[0] == "type" {
            self.xdotool(&["key", "Return"])?;
        }
        self.until_closed(&asks).await
    }

    async fn until_closed(&self, window: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.windows()?.iter().any(|open| open == window) {
            if Instant::now() > until {
                bail!("the other window stays open");
            }
            tokio::time::sleep(STEP).await;
        }
        Ok(())
    }

    /// Presses keys on the app's window, one after the other, by xdotool's names: "Tab", "ctrl+Return".
    ///
    /// # Errors
    /// When the window is not there.
    pub fn press(&self, window: &Window, keys: &[&str]) -> Result<()> {
        self.xdotool(&["windowfocus", "--sync", &window.x_window(self)?])?;
        self.xdotool(&[&["key", "--delay", "30"], keys].concat())?;
        Ok(())
    }

    /// Types into whatever has the focus in the app's window.
    ///
    /// # Errors
    /// When the window is not there.
    pub fn type_text(&self, window: &Window, text: &str) -> Result<()> {
        self.xdotool(&["windowfocus", "--sync", &window.x_window(self)?])?;
        self.xdotool(&["type", "--delay", "15", text])?;
        Ok(())
    }

    fn middle(&self, window: &str) -> Result<(i32, i32)> {
        let shell = self.xdotool(&["getwindowgeometry", "--shell", window])?;
        let value = |name: &str| -> Result<i32> {
            let line = shell.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            Ok(line.context("no geometry")?.parse()?)
        };
        Ok((value("X")? + value("WIDTH")? / 2, value("Y")? + value("HEIGHT")? / 2))
    }

    fn windows(&self) -> Result<Vec<String>> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "."])?;
        let mut windows: Vec<_> = found.lines().map(str::to_owned).collect();
        // The toolkit has a window of its own that nobody can see, of one pixel, beyond the display.
        windows.retain(|window| {
            self.xdotool(&["getwindowname", window]).is_ok_and(|name| name != "ticket-courier")
        });
        Ok(windows)
    }

    /// A window that is not the app's own, as soon as there is one.
    async fn other_window(&self, app: &str) -> Result<String> {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(other) = self.windows()?.into_iter().find(|window| window != app) {
                tokio::time::sleep(BREATH).await;
                return Ok(other);
            }
            if Instant::now() > until {
                bail!("no dialog came");
            }
            tokio::time::sleep(STEP).await;
        }
    }
}

/// Files in the air over the app's window.
#[derive(Debug)]
pub struct Drag<'d> {
    desk: &'d Desk,
    source: Group,
}

impl Drag<'_> {
    /// Lets go.
    ///
    /// # Errors
    /// When the mouse cannot be moved.
    pub async fn drop_here(self) -> Result<()> {
        self.desk.xdotool(&["mouseup", "1"])?;
        // The source hands over its data after the button is up; it must live so long.
        tokio::time::sleep(BREATH * 2).await;
        Ok(())
    }

    /// The source ends in the middle of it, as one that crashes.
    ///
    /// # Errors
    /// When the mouse cannot be moved.
    pub async fn source_dies(mut self) -> Result<()> {
        self.source.kill();
        tokio::time::sleep(BREATH).await;
        self.desk.xdotool(&["mouseup", "1"])?;
        self.desk.xdotool(&["mousemove_relative", "--", "7", "7"])?;
        Ok(())
    }
}
