//! The checks beside the tests: format, clippy, the screen's types and imports, licences and sources.

use std::process::Stdio;

use anyhow::Result;

use crate::packages::BUILD;
use crate::{call, circles, install, screen};

/// The version that deny.toml was written for.
const CARGO_DENY: &str = "0.20.2";

/// Checks everything, and fails when one of the checks does.
pub(crate) fn lint() -> Result<()> {
    install::ensure(&[BUILD])?;
    screen::ensure_built()?;
    let cargo = |arguments: &str| call::run(call::cargo().args(arguments.split(' ')));
    call::all([
        cargo("fmt --all --check"),
        cargo("clippy --workspace --all-targets -- -D warnings"),
        // In the workspace the crates have the features that the app wants; alone they have fewer.
        cargo("clippy -p service-crm --all-targets -- -D warnings"),
        cargo("clippy -p team-setup --all-targets -- -D warnings"),
        cargo("clippy -p outbox --all-targets -- -D warnings"),
        cargo("clippy -p outbox --all-targets --features crash-points -- -D warnings"),
        circles::check(),
        call::run(call::npm().args(["run", "check"])),
        // Who may import whom in the screen, and that no files import each other round.
        call::run(call::npm().args(["run", "order"])),
        // Known holes (advisories) are looked up in a list on the network: the hosted workflow does that.
        ensure_cargo_deny().and_then(|()| cargo("deny check licenses sources bans")),
    ])
}

fn ensure_cargo_deny() -> Result<()> {
    let there =
        call::cargo().args(["deny", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    println!("Installing cargo-deny: this takes some minutes, once.");
    call::run(call::cargo().args(["install", "--locked", "cargo-deny", "--version", CARGO_DENY]))
}
