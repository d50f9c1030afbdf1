//! When a window comes up, told by the X server itself.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{AtomEnum, ChangeWindowAttributesAux, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

use crate::bench::measure::Group;

/// A screen of our own, on which nothing else happens.
pub(crate) struct Display {
    _server: Group,
    pub(crate) name: String,
    mapped: Receiver<Mapped>,
}

struct Mapped {
    process: u32,
    when: Instant,
}

impl Display {
    pub(crate) fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Group::start(&mut command)?;
        let mut number = String::new();
        let printed = server.0.stdout.take().context("the output is piped")?;
        BufReader::new(printed).read_line(&mut number)?;
        let name = format!(":{}", number.trim());
        let mapped = watch(&name)?;
        Ok(Self { _server: server, name, mapped })
    }

    /// Waits until a window of that process comes up.
    pub(crate) fn wait(&self, process: u32, patience: Duration) -> Result<Instant> {
        let until = Instant::now() + patience;
        loop {
            match self.mapped.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(mapped) if mapped.process == process => return Ok(mapped.when),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => bail!("no window in {} s", patience.as_secs()),
                Err(RecvTimeoutError::Disconnected) => bail!("the X server has gone"),
            }
        }
    }
}

/// Without a window manager every window is a child of the root, so the root hears of each that comes up.
fn watch(display: &str) -> Result<Receiver<Mapped>> {
    let (connection, screen) = RustConnection::connect(Some(display))?;
    let root = connection.setup().roots[screen].root;
    let hear = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    connection.change_window_attributes(root, &hear)?.check()?;
    let pid = connection.intern_atom(false, b"_NET_WM_PID")?.reply()?.atom;
    let (give, take) = channel();
    thread::spawn(move || {
        // Ends with the X server.
        while let Ok(event) = connection.wait_for_event() {
            let when = Instant::now();
            let Event::MapNotify(up) = event else { continue };
            // A window that has gone already, or has no owner, is not the one.
            let Ok(process) = owner(&connection, up.window, pid) else { continue };
            if give.send(Mapped { process, when }).is_err() {
                break;
            }
        }
    });
    Ok(take)
}

fn owner(connection: &RustConnection, window: Window, pid: u32) -> Result<u32> {
    let property = connection.get_property(false, window, pid, AtomEnum::CARDINAL, 0, 1)?.reply()?;
    property.value32().and_then(|mut values| values.next()).context("a window without an owner")
}
