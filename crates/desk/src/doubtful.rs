//! Files that hold nothing of what they are called: pointers to a document elsewhere, and empty ones. Whether they are
//! meant, a person says.

use std::fs;
use std::path::{Path, PathBuf};

use outbox::LeftOut;

use crate::folder::name;

/// Endings of files that only lead elsewhere: Google Drive's, Internet shortcuts of each system, links of Windows, starters of
/// a Linux desktop, and what iCloud leaves of a file that it keeps.
const POINTERS: [&str; 20] = [
    "gdoc", "gsheet", "gslides", "gdraw", "gform", "gmap", "gsite", "gtable", "glink", "gscript", "gjam",
    "gvid", "url", "website", "desktop", "lnk", "webloc", "inetloc", "fileloc", "icloud",
];

/// The files that are what they seem, and those that are not with what is to be said of them. Blocks on the disk.
pub(crate) fn sort_out(paths: Vec<PathBuf>) -> (Vec<PathBuf>, Vec<(PathBuf, LeftOut)>) {
    let (mut sure, mut doubtful) = (Vec::new(), Vec::new());
    for path in paths {
        match doubt(&path) {
            Some(left) => doubtful.push((path, left)),
            None => sure.push(path),
        }
    }
    (sure, doubtful)
}

fn doubt(path: &Path) -> Option<LeftOut> {
    // What is no file, or not there, is said by who looks at it closer.
    let file = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if POINTERS.contains(&ending.as_str()) {
        return Some(LeftOut::OnlyALink { file: name(path) });
    }
    (file.len() == 0).then(|| LeftOut::Empty { file: name(path) })
}
