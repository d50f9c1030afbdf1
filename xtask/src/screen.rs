//! The screen: ui/ with its packages, built to ui/dist, which the app carries inside.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::{call, node, tree};

/// Folders in ui/ that are no sources.
const MADE: [&str; 2] = ["node_modules", "dist"];

/// Installs the screen's packages when they are missing or older than what they are installed by.
pub(crate) fn ensure_packages() -> Result<()> {
    node::ensure()?;
    let ui = tree::root().join("ui");
    // npm writes its own copy of the lock file last, so a broken install leaves none.
    let installed = changed(&ui.join("node_modules/.package-lock.json"));
    if older(installed, changed(&ui.join("package-lock.json"))) {
        call::run(call::npm().args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the screen when a source is newer than what was built.
pub(crate) fn ensure_built() -> Result<()> {
    ensure_packages()?;
    let ui = tree::root().join("ui");
    let sources = newest_source(&ui).with_context(|| format!("{} cannot be read", ui.display()))?;
    if older(changed(&ui.join("dist/index.html")), sources) {
        call::run(call::npm().args(["run", "build"]))?;
    }
    Ok(())
}

/// Whether something must be made again. The same time counts as older: a clock may be coarse.
fn older(made: Option<SystemTime>, source: Option<SystemTime>) -> bool {
    made.is_none() || made <= source
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}

/// The last change below ui/. A folder's own time counts: it tells of a file that is no more. That of ui/ does
/// not: it tells of the things that are made in it.
fn newest_source(ui: &Path) -> std::io::Result<Option<SystemTime>> {
    let mut newest = None;
    for entry in fs::read_dir(ui)? {
        let entry = entry?;
        if !MADE.iter().any(|made| entry.file_name() == *made) {
            newest = newest.max(newest_in(&entry.path())?);
        }
    }
    Ok(newest)
}

fn newest_in(path: &Path) -> std::io::Result<Option<SystemTime>> {
    let mut newest = changed(path);
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(newest_in(&entry?.path())?);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn age(path: &Path, seconds: u64) {
        let then = SystemTime::now() - Duration::from_secs(seconds);
        fs::File::open(path).unwrap().set_modified(then).unwrap();
    }

    #[test]
    fn a_source_that_is_changed_or_gone_makes_the_build_stale_and_the_build_itself_does_not() {
        let place = tempfile::tempdir().unwrap();
        let ui = place.path();
        for folder in ["src", "dist", "node_modules"] {
            fs::create_dir(ui.join(folder)).unwrap();
        }
        for file in ["src/a.ts", "src/b.ts", "dist/index.html", "node_modules/x.js"] {
            fs::write(ui.join(file), "").unwrap();
        }
        for (file, seconds) in
            [("src/a.ts", 50), ("src/b.ts", 40), ("src", 40), ("dist/index.html", 30), ("node_modules", 0)]
        {
            age(&ui.join(file), seconds);
        }
        let stale = || older(changed(&ui.join("dist/index.html")), newest_source(ui).unwrap());
        assert!(!stale());
        age(&ui.join("src/a.ts"), 20);
        assert!(stale(), "changed");
        age(&ui.join("src/a.ts"), 50);
        assert!(!stale());
        fs::remove_file(ui.join("src/b.ts")).unwrap();
        assert!(stale(), "gone");
        age(&ui.join("src"), 40);
        fs::remove_file(ui.join("dist/index.html")).unwrap();
        assert!(stale(), "never built");
    }
}
