//! A desk for one test: a display, a session bus, a keychain, and folders that nothing else uses.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::process::Group;

/// The password of the desk's keychain.
pub(crate) const PASSWORD: &str = "password";

/// The nature of the desk's keychain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keychain {
    /// gnome-keyring, unlocked. When it is locked, it asks for its password in a window of its own.
    Unlocked,
    /// gnome-keyring, unlocked. When it is locked, it has no display to ask on.
    AsksNobody,
    /// There is no session bus, and so no keychain.
    Absent,
}

/// Everything the app meets on a person's computer, made for one test and gone with it.
#[derive(Debug)]
pub struct Desk {
    home: TempDir,
    display: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    time_to_undo: Option<Duration>,
    bus: Option<String>,
    // Ended in this order, by their drop.
    _bus: Option<Group>,
    _display: Group,
}

impl Desk {
    /// A desk with a screen of this size, in pixels.
    ///
    /// # Errors
    /// When one of the programs is missing; CONTRIBUTING.md lists them.
    pub fn new(width: u32, height: u32, keychain: Keychain) -> Result<Self> {
        let home = TempDir::new()?;
        for folder in ["data", "config", "cache", "runtime", "temporary", "files"] {
            std::fs::create_dir(home.path().join(folder))?;
        }
        let (display, number) = Group::announced(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{width}x{height}x24"),
            "-nolisten",
            "tcp",
            // Else it begins anew when the last window is gone, and the next that opens may find it in the middle of it.
            "-noreset",
        ]))?;
        let mut desk = Self {
            home,
            display: format!(":{number}"),
            width,
            height,
            time_to_undo: Some(Duration::ZERO),
            bus: None,
            _bus: None,
            _display: display,
        };
        if keychain != Keychain::Absent {
            desk.start_keychain(keychain)?;
        }
        Ok(desk)
    }

    fn start_keychain(&mut self, keychain: Keychain) -> Result<()> {
        let mut bus = Command::new("dbus-daemon");
        self.dress(bus.args(["--session", "--nofork", "--print-address=1"]));
        if keychain == Keychain::AsksNobody {
            // It is the bus that starts the window.
            bus.env_remove("DISPLAY");
        }
        let (group, address) = Group::announced(&mut bus)?;
        (self.bus, self._bus) = (Some(address), Some(group));
        self.start_keyring(&["--unlock", "--components=secrets"])
    }

    /// Starts the keychain anew, as after its crash: who knew the one before is a stranger to it.
    ///
    /// # Errors
    /// When it does not start.
    pub fn restart_keychain(&self) -> Result<()> {
        self.start_keyring(&["--replace", "--unlock", "--components=secrets"])
    }

    fn start_keyring(&self, arguments: &[&str]) -> Result<()> {
        // It goes into the background when it is ready, and ends with the bus.
        let mut keyring = Command::new("gnome-keyring-daemon");
        self.dress(keyring.args(arguments));
        let mut child = keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        std::io::Write::write_all(&mut child.stdin.take().context("no input")?, PASSWORD.as_bytes())?;
        ensure!(child.wait()?.success(), "gnome-keyring-daemon did not start");
        Ok(())
    }

    /// From the app's next start on, Undo is there for so long after Send; for as long as people have it where that is none.
    /// A desk without this sends at once.
    pub fn give_time_to_undo(&mut self, time: Option<Duration>) {
        self.time_to_undo = time;
    }

    /// Whether this computer has a keychain, and with it a session bus.
    pub fn has_keychain(&self) -> bool {
        self.bus.is_some()
    }

    /// Ends the keychain, and the bus with it: from now on this computer has none.
    pub fn end_keychain(&mut self) {
        (self.bus, self._bus) = (None, None);
    }

    /// Locks the keychain.
    ///
    /// # Errors
    /// When there is none.
    pub fn lock_keychain(&self) -> Result<()> {
        let mut lock = Command::new("dbus-send");
        self.dress(lock.args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ]));
        let said = lock.output()?;
        ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        Ok(())
    }

    /// Removes what the app keeps in the keychain, as a person does with the system's own program for it.
    ///
    /// # Errors
    /// When there is nothing of the app's in it.
    pub fn empty_keychain(&self) -> Result<()> {
        let ask = |object: &str, call: &str, argument: Option<&str>| -> Result<String> {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.secrets", object, call]);
            let said = self.dress(ask.args(argument)).output()?;
            ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
            Ok(String::from_utf8(said.stdout)?)
        };
        let ours = "dict:string:string:service,Ticket Courier";
        let found =
            ask("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.SearchItems", Some(ours))?;
        let items: Vec<&str> = found.split('"').filter(|part| part.starts_with("/org/")).collect();
        ensure!(!items.is_empty(), "nothing of the app's is in it: {found}");
        items.iter().try_for_each(|item| ask(item, "org.freedesktop.Secret.Item.Delete", None).map(drop))
    }

    /// Gives a program this desk's surroundings, and none of the tester's own.
    pub fn dress<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        for proxy in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            command.env_remove(proxy);
        }
        command
            .env("DISPLAY", &self.display)
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_CACHE_HOME", self.home.path().join("cache"))
            .env("XDG_RUNTIME_DIR", self.home.path().join("runtime"))
            // What a test drops lies under the tester's own, and is to last.
            .env("TMPDIR", self.home.path().join("temporary"))
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            // Whatever can be said is said, for those who look for what must not be.
            .env("RUST_LOG", "trace")
            .env("LANG", "C.UTF-8")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.as_deref().unwrap_or("unix:path=/nowhere"));
        match self.time_to_undo {
            Some(time) => command.env("TICKET_COURIER_TIME_TO_UNDO", time.as_millis().to_string()),
            None => command.env_remove("TICKET_COURIER_TIME_TO_UNDO"),
        }
    }

    /// Where everything that the app writes on this desk lies.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The app's output, of all its starts.
    pub fn output(&self) -> PathBuf {
        self.home.path().join("output.txt")
    }

    /// Puts a file on the desk.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.home.path().join("files").join(name);
        std::fs::write(&path, content)?;
        Ok(path)
    }

    /// Runs xdotool: a real mouse and real keys on this desk's display.
    ///
    /// # Errors
    /// When it fails, with what it said.
    pub fn xdotool(&self, arguments: &[&str]) -> Result<String> {
        loop {
            let said = self.dress(Command::new("xdotool").args(arguments)).output()?;
            let complaint = String::from_utf8_lossy(&said.stderr);
            // A search ends badly when a window goes while it is looked at: the next one does not see it.
            if arguments.first() == Some(&"search") && complaint.contains("BadWindow") {
                continue;
            }
            ensure!(said.status.success(), "xdotool {arguments:?}: {complaint}");
            return Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned());
        }
    }

    /// A picture of the whole display, whatever is on it.
    ///
    /// # Errors
    /// When ImageMagick fails.
    pub fn picture(&self, path: &Path) -> Result<()> {
        self.picture_of("root", path)
    }

    /// A picture of one window.
    ///
    /// # Errors
    /// When ImageMagick fails.
    pub fn picture_of(&self, window: &str, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let status = self.dress(Command::new("import").args(["-window", window]).arg(path)).status()?;
        ensure!(status.success(), "no picture of the display");
        Ok(())
    }
}
