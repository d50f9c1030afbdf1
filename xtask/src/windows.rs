//! The Windows code on Debian: checked, and its tests run under Wine.

mod left_out;
mod programs;
mod start;
mod suite;
mod wine;

use anyhow::Result;

use crate::packages::{BUILD, MINGW};
use crate::second_rust::{self, WINDOWS};
use crate::{call, install, screen};

pub(crate) use suite::{Extent, test};

/// Checks every crate, its tests included, for Windows.
pub(crate) fn check() -> Result<()> {
    install::ensure(&[BUILD, MINGW])?;
    screen::ensure_built()?;
    call::run(second_rust::cargo("check", &WINDOWS)?.args(["--workspace", "--all-targets"]))
}
