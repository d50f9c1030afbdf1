//! A second Rust for checking and building for other systems: Debian's own comes with the source of the standard
//! library, from which cargo makes that of any target. Unpacked under target/, not installed, so that it never meets
//! the tree's Rust.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{call, install, tree, unpack};

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// A system other than this one.
pub(crate) struct System {
    /// As rustc calls it.
    pub(crate) target: &'static str,
    /// Where its builds go, under target/.
    pub(crate) folder: &'static str,
}

/// Linked by gcc: Microsoft's linker is not to be had here.
pub(crate) const WINDOWS: System = System { target: "x86_64-pc-windows-gnu", folder: "windows" };
pub(crate) const MACOS: System = System { target: "aarch64-apple-darwin", folder: "macos" };

impl System {
    /// Where everything that is built for it lies.
    pub(crate) fn built(&self) -> PathBuf {
        tree::target().join(self.folder)
    }
}

/// The second Rust's cargo with one of its commands, for a system. Unpacks it when it is missing.
pub(crate) fn cargo(command: &str, system: &System) -> Result<Command> {
    if !install::has_apt() {
        bail!("this takes a second Rust from Debian's packages, and there is no apt-get here");
    }
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
    cargo.args([command, "-Zbuild-std", "--target", system.target]);
    cargo.arg("--target-dir").arg(system.built());
    Ok(cargo)
}

/// The folder with the toolchain, which is fetched when it is missing.
fn unpacked() -> Result<PathBuf> {
    let folder = tree::target().join("second-rust");
    unpack::once(&folder, || {
        println!("Unpacking a second Rust into {}", folder.display());
        install::apt_update()?;
        unpack::debian(&folder, &PACKAGES)
    })?;
    Ok(folder)
}
