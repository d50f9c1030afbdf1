//! The app itself, started as a person starts it.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::packages::{BUILD, WINDOW};
use crate::{call, install, screen, tree};

const APP: &str = "ticket-courier";

/// Builds and starts the app; without a display the main job is done once in a window that nobody sees.
pub(crate) fn run() -> Result<()> {
    if has_display() {
        install::ensure(&[BUILD])?;
        build()?;
        return call::run(&mut Command::new(tree::built("debug", APP)));
    }
    println!("There is no display: the app starts on a virtual one and does its main job once.");
    install::ensure(&[BUILD, WINDOW])?;
    build()?;
    drive("main-job", "first-run.png")
}

/// A first update at a person's pace: how long it takes, and how many actions.
#[cfg(target_os = "linux")]
pub(crate) fn first_update() -> Result<()> {
    install::ensure(&[BUILD, WINDOW])?;
    build()?;
    drive("first-update", "first-update")
}

/// A picture of every screen in every state.
pub(crate) fn screenshots() -> Result<()> {
    install::ensure(&[BUILD, WINDOW])?;
    build()?;
    drive("screenshots", "screenshots")
}

fn build() -> Result<()> {
    screen::ensure_built()?;
    call::run(call::cargo().args(["build", "--bin", APP]))
}

fn drive(what: &str, out: &str) -> Result<()> {
    let mut drive = call::cargo();
    drive.args(["run", "--quiet", "-p", "window-drive", "--", what]);
    drive.arg("--app").arg(tree::built("debug", APP)).arg("--out").arg(tree::target().join(out));
    call::run(&mut drive)
}

/// Only a Linux desktop can be absent in a way that shows.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
