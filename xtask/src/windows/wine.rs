//! A Windows to run programs in: Wine, with a prefix of its own under target/.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{call, tree};

/// Debian puts neither on the path without its package `wine`, which has only a script.
const WINE: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";

/// The one library that Rust's standard library needs and Wine 8 has not. Its one function is what the older
/// `SystemFunction036` does.
const RANDOM_NUMBERS: &str = "\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
    return SystemFunction036(bytes, (ULONG)length);
}
";

/// A Windows that ends with all its programs when this is dropped.
pub(crate) struct Wine {
    prefix: PathBuf,
    /// Where libraries lie that programs need beside them.
    libraries: PathBuf,
}

impl Wine {
    /// Makes the prefix when it is missing.
    pub(crate) fn ready(libraries: PathBuf) -> Result<Self> {
        let wine = Self { prefix: tree::target().join("wine"), libraries };
        let complete = wine.prefix.join("complete");
        if complete.is_file() {
            return Ok(wine);
        }
        if wine.prefix.exists() {
            fs::remove_dir_all(&wine.prefix)?;
        }
        fs::create_dir_all(&wine.prefix)?;
        call::run(wine.windows().args(["wineboot", "--init"]))?;
        // It says that it is Windows 7 otherwise.
        call::run(wine.windows().args(["winecfg", "-v", "win10"]))?;
        let source = wine.prefix.join("bcryptprimitives.c");
        fs::write(&source, RANDOM_NUMBERS)?;
        call::run(
            Command::new("x86_64-w64-mingw32-gcc")
                .args(["-O2", "-shared", "-s", "-o"])
                .arg(wine.prefix.join("drive_c/windows/system32/bcryptprimitives.dll"))
                .arg(source)
                .arg("-ladvapi32"),
        )?;
        fs::write(complete, "")?;
        Ok(wine)
    }

    /// Folders in which an app of that identifier keeps what it keeps, of everybody whom this Windows knows.
    pub(crate) fn kept_by(&self, identifier: &str) -> Result<Vec<PathBuf>> {
        let mut kept = Vec::new();
        for person in fs::read_dir(self.prefix.join("drive_c/users"))? {
            let own = person?.path().join("AppData");
            kept.extend(["Local", "Roaming"].map(|place| own.join(place).join(identifier)));
        }
        kept.retain(|folder| folder.is_dir());
        Ok(kept)
    }

    /// A program, which is told that its time runs slower here.
    pub(crate) fn program(&self, path: &Path) -> Command {
        let mut program = self.windows();
        // Four times as slow as natively, in what the tests measure.
        program.arg(path).env("WINEPATH", &self.libraries).env("TEST_SLOWNESS", "4");
        program
    }

    fn windows(&self) -> Command {
        let mut windows = Command::new(WINE);
        windows.env("WINEPREFIX", &self.prefix).env("WINEDEBUG", "-all");
        windows
    }

    /// Runs a program until it ends, shows each line that it prints, and lets `heard` hear it.
    ///
    /// # Errors
    /// When it takes longer than that: then everything that runs in this Windows is ended.
    pub(crate) fn run(
        &self,
        mut program: Command,
        limit: Duration,
        mut heard: impl FnMut(&str),
    ) -> Result<ExitStatus> {
        let until = Instant::now() + limit;
        let name = call::shown(&program);
        let (printed, output) = std::io::pipe()?;
        program.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let mut child = program.spawn().with_context(|| call::cannot_start(&program))?;
        // It has this side's ends of the pipe, which would never come to its end.
        drop(program);
        let (tell, lines) = mpsc::channel();
        // Ends with the pipe. What it reads after this side has gone nobody needs.
        thread::spawn(move || {
            for line in BufReader::new(printed).split(b'\n').map_while(Result::ok) {
                if tell.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    break;
                }
            }
        });
        loop {
            match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    println!("{line}");
                    heard(&line);
                }
                // It has closed its output, or its last child has: it is at its end.
                Err(RecvTimeoutError::Disconnected) => return Ok(child.wait()?),
                Err(RecvTimeoutError::Timeout) => {
                    self.end();
                    // It may have ended by that already.
                    let _ = child.kill();
                    child.wait()?;
                    bail!("{name} was not done after {} s", limit.as_secs());
                }
            }
        }
    }

    /// Ends every program in this Windows.
    fn end(&self) {
        // Where none runs there is no server, which it says by failing.
        let _ = Command::new(SERVER).arg("--kill").env("WINEPREFIX", &self.prefix).status();
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        self.end();
    }
}
