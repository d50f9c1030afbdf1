//! Checks the Windows code on Debian: its own Rust comes with the source of the standard library, from which
//! cargo makes the Windows one. Unpacked under target/, not installed, so that it never meets the tree's Rust.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::packages::{BUILD, MINGW};
use crate::{call, install, screen, tree, unpack};

const TOOLCHAIN: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const TARGET: &str = "x86_64-pc-windows-gnu";

/// Checks every crate, its tests included, for Windows.
pub(crate) fn check() -> Result<()> {
    if !install::has_apt() {
        bail!("this takes a second Rust from Debian's packages, and there is no apt-get here");
    }
    install::ensure(&[BUILD, MINGW])?;
    screen::ensure_built()?;
    let toolchain = unpacked()?;
    let program = |name: &str| toolchain.join("usr/bin").join(name);
    let mut libraries = vec![toolchain.join("usr/lib").join(format!("{}-linux-gnu", env::consts::ARCH))];
    libraries.extend(env::split_paths(&env::var_os("LD_LIBRARY_PATH").unwrap_or_default()));

    let mut cargo = call::at_root(program("cargo"));
    cargo.env("RUSTC", program("rustc")).env("LD_LIBRARY_PATH", env::join_paths(libraries)?);
    // Lets a stable compiler build a standard library.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // What the cargo that runs this program set for its own compiler.
    for variable in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC_WRAPPER"] {
        cargo.env_remove(variable);
    }
    cargo.args(["check", "-Zbuild-std", "--target", TARGET, "--workspace", "--all-targets"]);
    cargo.arg("--target-dir").arg(tree::target().join("windows"));
    call::run(&mut cargo)
}

/// The folder with the second toolchain, which is fetched when it is missing.
fn unpacked() -> Result<PathBuf> {
    let folder = tree::target().join("windows-toolchain");
    unpack::once(&folder, || {
        println!("Unpacking a second Rust into {}", folder.display());
        install::apt_update()?;
        unpack::debian(&folder, &TOOLCHAIN)
    })?;
    Ok(folder)
}
