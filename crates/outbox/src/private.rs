//! Folders and files that only the person's own user can read, whatever the umask is: 0700 and 0600. On Windows what
//! lies in the person's profile is so by its place.
//!
//! A file system without such rights (a stick in FAT) cannot keep anything private; that is no reason to keep nothing.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::sync::sync_name;

/// Makes a folder, and those above it that are missing, so that a power cut does not take them away again with all that
/// is kept in them later. One that is there is put right.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let missing = path.ancestors().take_while(|folder| !folder.exists()).count();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder.create(path)?;
    put_right(path);
    for (number, folder) in path.ancestors().enumerate() {
        let synced = sync_name(folder);
        // What was there before may have been made a moment ago, by a start that came no further. Mostly it was not, and
        // is nobody's to be written out, or may only be passed through.
        if number < missing {
            synced?;
        }
    }
    Ok(())
}

/// Makes a file, to be written and read, that nobody else can open, not even in between.
///
/// # Errors
/// When it cannot be made, or something is there under its name.
pub fn create_new(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
    options.open(path)
}

/// Puts one file or folder right. A link is left alone: what it leads to is not ours.
pub fn put_right(path: &Path) {
    #[cfg(unix)]
    if let Ok(there) = fs::symlink_metadata(path) {
        use std::os::unix::fs::PermissionsExt;
        let kind = there.file_type();
        let wanted = match (kind.is_dir(), kind.is_file()) {
            (true, _) => FOLDER,
            (_, true) => FILE,
            _ => return,
        };
        if there.permissions().mode() & 0o7777 != wanted {
            // Where there are no such rights, or they are another user's, it stays as it is.
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(wanted));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Puts right what lies in a folder, at every depth, and the folder itself.
pub fn put_right_all(folder: &Path) {
    put_right(folder);
    if cfg!(not(unix)) {
        return;
    }
    // A folder that cannot be listed cannot be read by others either, or belongs to them.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => put_right_all(&entry.path()),
            _ => put_right(&entry.path()),
        }
    }
}

#[cfg(unix)]
const FOLDER: u32 = 0o700;
#[cfg(unix)]
const FILE: u32 = 0o600;
