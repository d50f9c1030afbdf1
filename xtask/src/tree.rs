//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the source tree.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Where cargo builds, and where everything goes that may be deleted.
pub(crate) fn target() -> PathBuf {
    // A relative one is meant from where cargo was called; joining leaves an absolute one as it is.
    match env::var_os("CARGO_TARGET_DIR") {
        Some(place) => env::current_dir().unwrap_or_default().join(place),
        None => root().join("target"),
    }
}

/// A program of this workspace after it was built: `profile` is `debug` or `release`.
pub(crate) fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(program).with_extension(env::consts::EXE_EXTENSION)
}
