//! Every test of the project.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::packages::{BUILD, PARSERS, WINDOW};
use crate::tally::Tally;
use crate::{call, install, screen, torture};

/// Runs all of them, and fails when one failed.
pub(crate) fn test() -> Result<()> {
    install::ensure(&[BUILD, WINDOW, PARSERS])?;
    screen::ensure_built()?;
    let mut tally = Tally::default();
    let mut rust = call::cargo();
    // The empty window is there to be measured against; it has no tests and takes its time to link.
    rust.args(["test", "--workspace", "--exclude", "empty-window", "--no-fail-fast"]);
    if cfg!(windows) {
        // A program that runs cannot be built anew there.
        rust.args(["--exclude", "xtask"]);
    }
    let parts = [
        counted(call::npm().args(["run", "test"]), &mut tally),
        counted(&mut rust, &mut tally),
        // A part of its own: with its crash points on in the workspace, the app that is tested would have them too.
        counted(&mut torture::short("kill"), &mut tally),
        counted(&mut torture::short("plug"), &mut tally),
    ];
    println!("\n{tally}");
    call::all(parts)
}

/// Runs a part with all it prints, and reads the runner's summary on the way through.
fn counted(command: &mut Command, tally: &mut Tally) -> Result<()> {
    eprintln!("\n> {}", call::shown(command));
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| call::cannot_start(command))?;
    let printed = child.stdout.take().context("the output is piped")?;
    let mut out = std::io::stdout();
    for line in BufReader::new(printed).split(b'\n') {
        let line = line?;
        out.write_all(&line)?;
        out.write_all(b"\n")?;
        out.flush()?;
        tally.read(&String::from_utf8_lossy(&line));
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} failed: {status}", call::shown(command));
    }
    Ok(())
}
