//! A real server on loopback ports, started with a configuration of ours and ended with the run.

use std::env;
use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::row::Row;

/// For how many seconds every gateway waits, for the client and for what is behind it.
pub(crate) const PATIENCE: u64 = 2;

/// How long a server may take until it listens. Envoy takes a second where the computer is idle.
const START: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(20);

const FIRST_PORT: u32 = 20_000;
const PORTS: u32 = 10_000;

/// A kind of server.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// Below the folder in which it was unpacked.
    pub(crate) program: &'static str,
    /// The arguments that make it print its version.
    pub(crate) version: &'static [&'static str],
    /// Writes its configuration, and says how its processes are started.
    pub(crate) configure: fn(&Site) -> Result<Vec<Command>>,
    pub(crate) rows: &'static [Row],
}

/// A port on which a gateway does what a row says.
pub(crate) struct Listener {
    pub(crate) row: &'static Row,
    pub(crate) port: u16,
    pub(crate) secure: bool,
    /// The servers that it passes on to.
    pub(crate) behind: Vec<SocketAddr>,
}

/// The parts that a configuration is written from.
pub(crate) struct Site {
    /// Where the server was unpacked.
    pub(crate) unpacked: PathBuf,
    /// For its configuration, its logs and whatever it wants to write.
    pub(crate) folder: PathBuf,
    pub(crate) program: PathBuf,
    /// Certificate and key, in one file.
    pub(crate) certificate: PathBuf,
    pub(crate) listeners: Vec<Listener>,
}

impl Site {
    /// Writes a file into the folder and says where it is.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, content)?;
        Ok(path)
    }

    /// A program that was unpacked with others of its package.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("LD_LIBRARY_PATH", libraries(&self.unpacked)).current_dir(&self.folder);
        command
    }
}

/// Where unpacked packages have their libraries.
fn libraries(unpacked: &Path) -> PathBuf {
    unpacked.join("usr/lib").join(format!("{}-linux-gnu", env::consts::ARCH))
}

/// A running server.
pub(crate) struct Gateway {
    _processes: Vec<Process>,
}

impl Gateway {
    /// Starts it, and waits until every port takes connections.
    pub(crate) fn start(kind: &Kind, site: &Site) -> Result<Self> {
        let log = File::create(site.folder.join("output.log"))?;
        let mut processes = Vec::new();
        for mut command in (kind.configure)(site)? {
            command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log.try_clone()?);
            processes.push(Process::start(&mut command)?);
        }
        let started = Instant::now();
        for listener in &site.listeners {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, listener.port)).is_err() {
                let lives = processes.iter_mut().all(Process::lives);
                if !lives || started.elapsed() > START {
                    bail!("{} does not listen; {} says why", kind.name, site.folder.display());
                }
                std::thread::sleep(LOOK);
            }
        }
        Ok(Self { _processes: processes })
    }
}

/// A kind's own word about its version.
pub(crate) fn version(kind: &Kind, unpacked: &Path) -> Result<String> {
    let program = unpacked.join(kind.program);
    let mut ask = Command::new(&program);
    ask.args(kind.version).env("LD_LIBRARY_PATH", libraries(unpacked));
    let output = ask.output().with_context(|| format!("{} cannot be started", program.display()))?;
    ensure!(output.status.success(), "{} failed: {}", program.display(), output.status);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let first_figures = said
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '.')
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.matches('.').count() == 2 && word.starts_with(|c: char| c.is_ascii_digit()))
        .or_else(|| {
            said.split(|c: char| c.is_whitespace())
                .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        });
    Ok(first_figures.unwrap_or("?").to_owned())
}

/// A port that nobody has. Below those that systems give to whoever asks for any, so that nobody gets it by chance
/// until a server has it.
pub(crate) fn free_port() -> Result<u16> {
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    let first = std::process::id() % PORTS;
    loop {
        let taken = TAKEN.fetch_add(1, Ordering::Relaxed);
        ensure!(taken < PORTS, "there is no free port");
        let port = u16::try_from(FIRST_PORT + (first + taken) % PORTS)?;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
}

/// A process and those that it started: they end when this is dropped.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let program = command.get_program().to_string_lossy().into_owned();
        Ok(Self(command.spawn().with_context(|| format!("{program} cannot be started"))?))
    }

    fn lives(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // What has ended already needs no end.
        #[cfg(unix)]
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&self.0),
            rustix::process::Signal::KILL,
        );
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
