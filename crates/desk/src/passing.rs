//! Whether a file lies in a place whose files go by themselves: what is dropped from there is taken at once.

use std::path::{Path, PathBuf};

/// The place in which a path lies, by its letters alone: a disk that hangs is not asked.
pub(crate) fn place_of<'p>(places: &'p [PathBuf], path: &Path) -> Option<&'p PathBuf> {
    places
        .iter()
        .find(|place| path.starts_with(place) || is_share(path))
        .or_else(|| sandboxed(path).then(|| places.first())?)
}

/// A Windows share, `\\server\share`.
fn is_share(path: &Path) -> bool {
    let text = path.as_os_str().as_encoded_bytes();
    cfg!(windows) && text.starts_with(br"\\") && !text.starts_with(br"\\?\") && !text.starts_with(br"\\.\")
}

/// A cache of a program in a sandbox: `~/.var/app/org.mozilla.Thunderbird/cache`, `~/snap/firefox/common/.cache`.
fn sandboxed(path: &Path) -> bool {
    let parts: Vec<_> = path.iter().collect();
    let named = |at: usize, name: &str| parts.get(at).is_some_and(|part| *part == name);
    (0..parts.len()).any(|at| {
        (named(at, ".var") && named(at + 1, "app") && named(at + 3, "cache"))
            || (named(at, "snap") && parts[at..].iter().any(|part| *part == ".cache"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_place_is_known_by_the_path_alone() {
        let places = ["/passing", "/srv/team"].map(PathBuf::from);
        let place = |path: &str| place_of(&places, Path::new(path)).is_some();
        for passing in [
            "/passing/dnd_file/Invoice.pdf",
            "/srv/team/a/b.pdf",
            "/home/ann/.var/app/org.mozilla.Thunderbird/cache/tmp/a.eml",
            "/home/ann/snap/thunderbird/common/.cache/a.eml",
        ] {
            assert!(place(passing), "{passing}");
        }
        for lasting in
            ["/home/ann/a.pdf", "/passingly/a.pdf", "/srv/teams/a.pdf", "/home/ann/.var/app/x/data/a.pdf"]
        {
            assert!(!place(lasting), "{lasting}");
        }
    }
}
