//! Names that are on the disk. A file's own sync makes its content safe; that it is called so in its folder is safe when
//! the folder is (fsync(2)).

use std::io;
use std::path::Path;

/// Writes a folder's names out: those that were given and those that were taken.
///
/// # Errors
/// When the disk does not take them. Where folders cannot be synced (Windows writes names out with the file system's own
/// log; some others keep none), that is no error.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let here = Path::new(".");
    let folder = if folder.as_os_str().is_empty() { here } else { folder };
    match std::fs::File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}

/// Writes a folder's names out: nothing that could be done here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The same of the folder that something lies in.
///
/// # Errors
/// As there.
pub fn sync_name(of: &Path) -> io::Result<()> {
    of.parent().map_or(Ok(()), sync_folder)
}
