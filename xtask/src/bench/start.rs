//! The app's start against that of an empty window.
//!
//! Both make their window invisible and show it when their page says that it is there, so the moment at which the
//! X server shows the window is the moment at which it takes input.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::bench::mapped::Display;
use crate::bench::measure::{Group, median, verdict};
use crate::packages::{BUILD, DISPLAY};
use crate::{call, install, screen, tree};

const ROUNDS: usize = 15;
const AIM: f64 = 1.1;
/// Far more than a start takes, on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(60);
/// After a program was ended, so that what it leaves behind does not slow the next one.
const REST: Duration = Duration::from_millis(300);

/// Measures, and prints what was measured.
pub(crate) fn start() -> Result<()> {
    install::ensure(&[BUILD, DISPLAY])?;
    screen::ensure_built()?;
    // Two builds: in one, the app's features would be the empty window's too.
    call::run(call::cargo().args(["build", "--locked", "--release", "--bin", "ticket-courier"]))?;
    call::run(call::cargo().args(["build", "--locked", "--release", "-p", "empty-window"]))?;
    let (display, bus) = (Display::start()?, Bus::start()?);
    let (app, empty) = (Program::new("ticket-courier")?, Program::new("empty-window")?);

    let (mut apps, mut empties) = (Vec::new(), Vec::new());
    println!("\nround      app     empty   (ms; the first round, with nothing in any cache, is not counted)");
    for round in 0..=ROUNDS {
        let (app, empty) = (app.start(&display, &bus)?, empty.start(&display, &bus)?);
        println!("{round:5} {app:8.0} {empty:9.0}");
        if round > 0 {
            apps.push(app);
            empties.push(empty);
        }
    }
    let (app, empty) = (median(&apps), median(&empties));
    let ratio = app / empty;
    println!("\nFrom process start to a window that takes input, median of {ROUNDS} rounds");
    println!("  app    {app:5.0} ms");
    println!("  empty  {empty:5.0} ms");
    println!("  ratio  {ratio:5.2}      aim: at most {AIM}: {}", verdict(ratio <= AIM));
    Ok(())
}

/// A session bus, as every desktop has one.
struct Bus {
    _process: Group,
    address: String,
}

impl Bus {
    fn start() -> Result<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Group::start(&mut command)?;
        let printed = process.0.stdout.take().context("the output is piped")?;
        let mut address = String::new();
        BufReader::new(printed).read_line(&mut address)?;
        Ok(Self { _process: process, address: address.trim().to_owned() })
    }
}

/// A program with a home of its own, which it keeps from start to start.
struct Program {
    path: PathBuf,
    home: tempfile::TempDir,
}

impl Program {
    fn new(name: &str) -> Result<Self> {
        Ok(Self { path: tree::built("release", name), home: tempfile::tempdir()? })
    }

    /// Milliseconds.
    fn start(&self, display: &Display, bus: &Bus) -> Result<f64> {
        let mut command = Command::new(&self.path);
        command.env("DISPLAY", &display.name).env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
        command.env("GDK_BACKEND", "x11").env("GSETTINGS_BACKEND", "memory").env_remove("WAYLAND_DISPLAY");
        for place in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
            command.env(place, self.home.path());
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let running = Group::start(&mut command)?;
        let shown = display.wait(running.0.id(), PATIENCE).with_context(|| self.shown())?;
        drop(running);
        std::thread::sleep(REST);
        Ok((shown - started).as_secs_f64() * 1000.0)
    }

    fn shown(&self) -> String {
        Path::new(&self.path).file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}
