//! The app's core, killed again and again, or with the plug pulled: `crates/outbox/examples/torture` has the torture and
//! its judge.

use std::process::Command;

use anyhow::Result;

use crate::{call, tree};

pub(crate) const EXAMPLE: &str = "torture";
const PROGRAM: [&str; 6] = ["-p", "outbox", "--features", "crash-points", "--example", EXAMPLE];
/// The feature that it needs, said of the whole workspace.
pub(crate) const FEATURE: &str = "outbox/crash-points";
/// Any twelve rounds in a row have every named point.
pub(crate) const SHORT: &str = "20";

/// As long as is wanted, with the program as people have it. `how`: kill or plug.
pub(crate) fn long(how: &str, options: &[&str]) -> Result<()> {
    call::run(call::cargo().args(["build", "--locked", "--release"]).args(PROGRAM))?;
    call::run(Command::new(tree::built("release", "examples/torture")).arg(how).args(options))
}

/// The short form, for every test of the project.
pub(crate) fn short(how: &str) -> Command {
    let mut short = call::cargo();
    short.arg("run").args(PROGRAM).args(["--", how, "--rounds", SHORT]);
    short
}
