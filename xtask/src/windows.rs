//! Checks the Windows code on Debian: its own Rust comes with the source of the standard library, from which
//! cargo makes the Windows one. Unpacked under target/, not installed, so that it never meets the tree's Rust.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::packages::{BUILD, MINGW};
use crate::{call, install, screen, tree};

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
    if folder.join("complete").is_file() {
        return Ok(folder);
    }
    println!("Unpacking a second Rust into {}", folder.display());
    let packages = folder.join("packages");
    fs::create_dir_all(&packages)?;
    install::apt_update()?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--simulate", "--no-install-recommends"]).args(TOOLCHAIN);
    let simulation = call::printed(&mut install)?;
    call::run(
        // As the user who asks: apt's own cannot write here, which it would say at length.
        Command::new("apt-get")
            .args(["download", "--quiet=2", "-o", "APT::Sandbox::User="])
            .args(would_install(&simulation))
            .current_dir(&packages),
    )?;
    for package in fs::read_dir(&packages)? {
        let package = package?.path();
        if package.extension().is_some_and(|extension| extension == "deb") {
            unpack(&package, &folder)?;
        }
    }
    fs::remove_dir_all(&packages)?;
    fs::write(folder.join("complete"), "")?;
    Ok(folder)
}

fn unpack(package: &Path, folder: &Path) -> Result<()> {
    call::printed(Command::new("dpkg-deb").arg("--extract").arg(package).arg(folder)).map(drop)
}

/// What apt-get says it would install: lines of `Inst NAME (VERSION …)`.
fn would_install(simulation: &str) -> Vec<&str> {
    simulation.lines().filter_map(|line| line.strip_prefix("Inst ")?.split(' ').next()).collect()
}
