//! Files that are written as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use outbox::{rename, sync_name};
use uuid::Uuid;

/// Writes a file in the place of an earlier one: see [`replace`].
///
/// # Errors
/// When it cannot be written; the earlier one stays.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |file| file.write_all(bytes))
}

/// Puts what `fill` writes in the place of an earlier file. It is written beside first and on the disk before it takes
/// the place: a disk that is full, or an end in the middle, must not cost the file that is there.
///
/// No link is written through. Beside, the file has a name by chance and must be new. A link in its place is replaced,
/// as a file would be, and what it points to stays as it is: in a folder that others can write to, it may point to
/// anything of the person's own.
///
/// # Errors
/// When it cannot be written, or `fill` fails; the earlier one stays, and nothing is left beside it.
pub(crate) fn replace<T, E: From<io::Error>>(
    path: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<T, E>,
) -> Result<T, E> {
    let beside = Beside(path.with_file_name(format!(".{}.new", Uuid::new_v4().simple())));
    let mut out = BufWriter::new(File::options().write(true).create_new(true).open(&beside.0)?);
    let filled = fill(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    #[cfg(unix)]
    if let Some(earlier) = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file) {
        // Who may read the file is not for its next version to change.
        file.set_permissions(earlier.permissions())?;
    }
    file.sync_all()?;
    // What is open Windows does not rename.
    drop(file);
    rename(&beside.0, path)?;
    sync_name(path)?;
    Ok(filled)
}

/// A file that goes unless it took its place.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        // In its place it is not here any more; otherwise it may not even have been made.
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_cannot_be_written_leaves_what_is_there_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        write(&path, b"first").unwrap();
        write(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        // A folder in its place cannot be replaced by a file.
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        write(&taken, b"third").unwrap_err();
        assert!(taken.is_dir());
        assert_eq!(names(folder.path()), ["a.json", "taken"]);
    }

    #[test]
    fn a_disk_that_is_full_half_way_costs_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        write(&path, b"the list from before").unwrap();
        let full = replace(&path, |file| {
            // More than is written at once: it is on its way to the disk by then.
            file.write_all(&[b'x'; 100_000])?;
            Err::<(), _>(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(full.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read(&path).unwrap(), b"the list from before");
        assert_eq!(names(folder.path()), ["list.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_the_writing_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own");
        fs::write(&own, b"of the person").unwrap();
        let path = folder.path().join("team.ticketcourier");
        // Beside it, as the name was until now, and in its place.
        let beside = folder.path().join("team.ticketcourier.new");
        for link in [&beside, &path] {
            std::os::unix::fs::symlink(&own, link).unwrap();
        }
        write(&path, b"the setup").unwrap();
        assert_eq!(fs::read(&own).unwrap(), b"of the person");
        assert_eq!(fs::read(&path).unwrap(), b"the setup");
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
        assert!(fs::symlink_metadata(&beside).unwrap().is_symlink(), "it is nobody's business");
        // One that leads nowhere is no file that could be made by writing.
        let nowhere = folder.path().join("nowhere");
        std::os::unix::fs::symlink(folder.path().join("made"), &nowhere).unwrap();
        write(&nowhere, b"x").unwrap();
        assert!(!folder.path().join("made").exists());
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_a_file_stays_as_it_was() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let path = folder.path().join("a");
        write(&path, b"first").unwrap();
        let usual = folder.path().join("usual");
        File::create(&usual).unwrap();
        assert_eq!(mode(&path), mode(&usual), "a new one is as any other");
        for kept in [0o600, 0o640, 0o444] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            write(&path, b"next").unwrap();
            assert_eq!(mode(&path), kept);
        }
    }
}
