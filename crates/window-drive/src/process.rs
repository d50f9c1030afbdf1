//! Child processes that leave nothing behind.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

/// A program in a process group of its own, ended with everything it started.
#[derive(Debug)]
pub(crate) struct Group(Child);

impl Group {
    /// Starts a program whose output nobody reads: an orphan would hold a pipe open.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Self::spawn(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// Starts a program that writes behind what a file holds already, and so does all that it starts.
    pub(crate) fn writing(command: &mut Command, output: &Path) -> Result<Self> {
        let output = File::options().create(true).append(true).open(output)?;
        Self::spawn(command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output))
    }

    /// Starts a program that says on its first line how to reach it.
    pub(crate) fn announced(command: &mut Command) -> Result<(Self, String)> {
        let mut group =
            Self::spawn(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let stdout = group.0.stdout.take().context("no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        if line.trim().is_empty() {
            bail!("{command:?} ended before it was ready");
        }
        Ok((group, line.trim().to_owned()))
    }

    fn spawn(command: &mut Command) -> Result<Self> {
        use std::os::unix::process::CommandExt;
        let child = command.process_group(0).spawn();
        Ok(Self(child.with_context(|| format!("{:?} cannot be started", command.get_program()))?))
    }

    /// Whether the program has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(Some(_)))
    }

    /// Ends the group at once, as a crash or a power cut would.
    pub(crate) fn kill(&mut self) {
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw) {
            // Fails only where the group has ended.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}
