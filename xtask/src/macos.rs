//! The macOS code on Debian: checked, and no more. There is neither Apple's linker nor its headers here, so what
//! packages compile of C is only pretended to be: rustc does not look at it before it links.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::packages::BUILD;
use crate::second_rust::{self, MACOS};
use crate::{call, install, screen};

/// Makes the file that it is asked for, and is asked which compiler it is by letting it read a header.
const COMPILER: &str = "\
#!/bin/sh
for word; do
    [ \"$word\" != -E ] || exec gcc \"$@\"
    [ \"$before\" != -o ] || : > \"$word\"
    before=$word
done
";

/// Makes an archive with nothing in it.
const ARCHIVER: &str = "\
#!/bin/sh
for word; do
    case $word in *.a) printf '!<arch>\\n' > \"$word\" ;; esac
done
";

/// Checks every crate that is for macOS, its tests included.
pub(crate) fn check() -> Result<()> {
    install::ensure(&[BUILD])?;
    screen::ensure_built()?;
    let tools = MACOS.built().join("tools");
    fs::create_dir_all(&tools)?;
    let compiler = script(&tools, "compiler", COMPILER)?;
    let archiver = script(&tools, "archiver", ARCHIVER)?;
    let mut cargo = second_rust::cargo("check", &MACOS)?;
    let own = MACOS.target.replace('-', "_");
    for (variable, program) in [("CC", &compiler), ("CXX", &compiler), ("AR", &archiver)] {
        cargo.env(format!("{variable}_{own}"), program);
    }
    // Looked for by Apple's own tools otherwise.
    cargo.env("SDKROOT", &tools).env("MACOSX_DEPLOYMENT_TARGET", "11.0");
    call::run(cargo.args(["--workspace", "--all-targets"]))
}

fn script(folder: &Path, name: &str, words: &str) -> Result<PathBuf> {
    let path = folder.join(name);
    // Only when it is another one: what was made by it would be made again.
    if fs::read_to_string(&path).is_ok_and(|there| there == words) {
        return Ok(path);
    }
    fs::write(&path, words)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}
