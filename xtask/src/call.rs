//! Calling other programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tree;

/// The cargo that runs this program, in the root of the tree.
pub(crate) fn cargo() -> Command {
    at_root(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm, in the screen's folder.
pub(crate) fn npm() -> Command {
    // On Windows npm is a script, which is found only under its whole name.
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(tree::root().join("ui"));
    npm
}

pub(crate) fn at_root(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(tree::root());
    command
}

/// Says what is called, calls it with this terminal's output, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    eprintln!("\n> {}", shown(command));
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("{} failed: {status}", shown(command));
    }
    Ok(())
}

/// A program's output, when it ends well.
pub(crate) fn printed(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed: {}\n{said}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs every part, whatever became of the ones before, and fails when one failed.
pub(crate) fn all(parts: impl IntoIterator<Item = Result<()>>) -> Result<()> {
    let failed: Vec<String> =
        parts.into_iter().filter_map(Result::err).map(|error| format!("{error:#}")).collect();
    if !failed.is_empty() {
        bail!("{}", failed.join("\nxtask: "));
    }
    Ok(())
}

/// The command as a person would type it, without the paths.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn cannot_start(command: &Command) -> String {
    format!("{} cannot be started", command.get_program().to_string_lossy())
}

/// Where a program is found, when it is.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program).with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}
