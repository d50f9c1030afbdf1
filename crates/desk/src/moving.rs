//! Moving the app's folder from where an earlier version had it. There is one outbox at every moment, wherever the move
//! was interrupted.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use outbox::private::make_folder;
use outbox::{rename, sync_folder, sync_name};

/// Where the app's files are: in `to`, with what was in `from`, or still in `from` where they cannot be moved now; the
/// next start tries again. Blocks on the disk.
///
/// `to` is the app's alone: that it is there says that nothing is to be moved any more.
pub fn moved(from: &Path, to: &Path) -> PathBuf {
    let (left, arriving) = (beside(from, ".moved"), beside(to, ".arriving"));
    if !to.exists() && left.exists() && arriving.exists() {
        // An earlier move came as far as that: what arrived is whole.
        let _ = rename(&arriving, to);
    }
    if to.exists() {
        // It may not even be there.
        let _ = fs::remove_dir_all(&left);
        return to.to_owned();
    }
    if !from.join("outbox.db").exists() && !from.join("settings.json").exists() {
        return to.to_owned();
    }
    match move_folder(from, to, &left, &arriving) {
        Ok(()) => to.to_owned(),
        Err(_) => from.to_owned(),
    }
}

fn move_folder(from: &Path, to: &Path, left: &Path, arriving: &Path) -> io::Result<()> {
    // One that is there may be others' too, and stays as it is.
    if let Some(parent) = to.parent().filter(|parent| !parent.exists()) {
        make_folder(parent)?;
    }
    match rename(from, to) {
        Ok(()) => {
            // Until it is on the disk, a power cut leaves it where it was, as whole.
            let _ = sync_name(to).and_then(|()| sync_name(from));
            Ok(())
        }
        // Anything else, such as a database that another start has open, would keep a copy from being the only one.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => copy_over(from, to, left, arriving),
        Err(error) => Err(error),
    }
}

/// The same to another disk. Until the old folder is set aside it is the outbox, and from then on the new one.
fn copy_over(from: &Path, to: &Path, left: &Path, arriving: &Path) -> io::Result<()> {
    if arriving.exists() {
        fs::remove_dir_all(arriving)?;
    }
    copy_folder(from, arriving)?;
    sync_name(arriving)?;
    rename(from, left)?;
    if let Err(error) = rename(arriving, to) {
        rename(left, from)?;
        return Err(error);
    }
    // Both are where they belong before one of them goes, whatever the power does.
    if sync_name(to).and_then(|()| sync_name(left)).is_ok() {
        // What cannot be removed now is removed at the next start.
        let _ = fs::remove_dir_all(left);
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
            // The old one is removed afterwards. Only a file that may not be written to cannot be opened so.
            if let Ok(file) = fs::File::options().write(true).open(&target) {
                file.sync_all()?;
            }
        }
    }
    sync_folder(to)
}

fn beside(folder: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(folder);
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folders {
        from: PathBuf,
        to: PathBuf,
        _all: tempfile::TempDir,
    }

    /// Folders as an earlier version left them.
    fn folders() -> Folders {
        let all = tempfile::tempdir().unwrap();
        let (from, to) = (all.path().join("roaming/app"), all.path().join("local/app/data"));
        fs::create_dir_all(from.join("spool/incoming")).unwrap();
        fs::write(from.join("outbox.db"), "what waits").unwrap();
        fs::write(from.join("spool/a"), "a file").unwrap();
        Folders { from, to, _all: all }
    }

    fn is_whole(folder: &Path) -> bool {
        fs::read(folder.join("outbox.db")).is_ok_and(|db| db == b"what waits")
            && fs::read(folder.join("spool/a")).is_ok_and(|file| file == b"a file")
    }

    #[test]
    fn an_earlier_folder_is_moved_once_and_a_later_one_beside_it_is_not_used() {
        let Folders { from, to, _all } = folders();
        assert_eq!(moved(&from, &to), to);
        assert!(is_whole(&to) && !from.exists());
        // An earlier version was started once more.
        fs::create_dir_all(&from).unwrap();
        fs::write(from.join("outbox.db"), "another").unwrap();
        assert_eq!(moved(&from, &to), to);
        assert!(is_whole(&to));
    }

    #[test]
    fn what_cannot_be_moved_is_used_where_it_is() {
        let Folders { from, to, _all } = folders();
        // A file in the way of the folder's own.
        fs::write(_all.path().join("local"), "").unwrap();
        assert_eq!(moved(&from, &to), from);
        assert!(is_whole(&from));
    }

    #[test]
    fn a_move_to_another_disk_leaves_one_outbox_wherever_it_is_interrupted() {
        let Folders { from, to, _all } = folders();
        let (left, arriving) = (beside(&from, ".moved"), beside(&to, ".arriving"));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        // In the middle of the copying.
        fs::create_dir(&arriving).unwrap();
        fs::write(arriving.join("outbox.db"), "what w").unwrap();
        copy_over(&from, &to, &left, &arriving).unwrap();
        assert!(is_whole(&to) && !from.exists() && !left.exists() && !arriving.exists());
        // Before the new folder has its name.
        rename(&to, &arriving).unwrap();
        copy_folder(&arriving, &left).unwrap();
        assert_eq!(moved(&from, &to), to);
        assert!(is_whole(&to) && !from.exists() && !left.exists() && !arriving.exists());
    }
}
