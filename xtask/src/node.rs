//! Node.js, which builds the screen.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{call, install};

/// `engines` of ui/package.json.
const OLDEST: (u32, u32) = (20, 19);

/// Makes sure that a Node.js is there that is new enough.
pub(crate) fn ensure() -> Result<()> {
    let found = version(call::printed(Command::new("node").arg("--version")).ok().as_deref());
    if found.is_some_and(|found| found >= OLDEST) {
        return Ok(());
    }
    if found.is_none() && install::has_apt() && packaged().is_some_and(|packaged| packaged >= OLDEST) {
        return install::apt_install(&["nodejs", "npm"]);
    }
    let found = found.map_or("none".to_owned(), |(major, minor)| format!("{major}.{minor}"));
    let (major, minor) = OLDEST;
    bail!(
        "the screen needs Node.js {major}.{minor} or newer with npm; found: {found}, and this system has no newer \
         package of it. CONTRIBUTING.md says where to get it."
    )
}

/// The version that apt-get would install, by a list that may be old or empty before the first update.
fn packaged() -> Option<(u32, u32)> {
    let candidate = || {
        let policy = call::printed(Command::new("apt-cache").args(["policy", "nodejs"])).ok()?;
        version(policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:")))
    };
    candidate().or_else(|| install::apt_update().ok().and_then(|()| candidate()))
}

/// Of `v20.20.2` and of `1:20.19.0+dfsg-1`.
fn version(text: Option<&str>) -> Option<(u32, u32)> {
    let text = text?.trim();
    let text = text.split_once(':').map_or(text, |(_epoch, version)| version);
    let mut numbers = text.trim_start_matches('v').split(['.', '+', '-', '~']).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers_not_text() {
        assert_eq!(version(Some("v20.20.2\n")), Some((20, 20)));
        assert_eq!(version(Some(" 1:20.19.0+dfsg-1~deb12u1")), Some((20, 19)));
        assert!(version(Some("v20.9.0")) < Some(OLDEST));
        assert!(version(Some("v100.0.0")) > Some(OLDEST));
        assert_eq!(version(Some("(none)")), None);
    }
}
