//! A file that is to go onto a ticket, and how it was when it was attached.

use std::fs::{File, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::code::{Code, NotRegular};
use crate::failure::Failure;

/// Size and time of a file: what tells that it is no longer the one that was attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970; 0 where the file system keeps no time.
    pub modified: i64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().map(nanoseconds).unwrap_or(0) }
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map(|n| -n).unwrap_or(i64::MIN),
    }
}

/// A regular file, the name it will have on the ticket, and its stamp from the moment it was attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    path: PathBuf,
    name: String,
    stamp: Stamp,
}

impl Attachment {
    /// Looks at a file and takes its own name for the ticket. Follows links. Blocks on the disk.
    ///
    /// # Errors
    /// By name, when it is missing, unreadable, a folder, a pipe or a device.
    pub fn look(path: impl Into<PathBuf>) -> Result<Self, Failure> {
        let path = exact_path(path.into());
        let name = base_name(&path);
        let (_, stamp) = open(&path, &name)?;
        Ok(Self { name: long_name(&path).unwrap_or(name), path, stamp })
    }

    /// An attachment as it was kept somewhere; [`Attachment::check`] tells whether it is still so.
    pub fn kept(path: impl Into<PathBuf>, name: String, stamp: Stamp) -> Self {
        Self { path: path.into(), name, stamp }
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name it will have on the ticket.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it was when it was attached.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Whether a service has the file's content (OneDrive, iCloud), and the system fetches it when it is read. Blocks on
    /// the disk.
    pub fn is_online(&self) -> bool {
        is_fetched_when_read(&self.path)
    }

    /// Whether the file is still there as it was attached. Blocks on the disk.
    ///
    /// # Errors
    /// As [`Attachment::look`], and when size or time differ.
    pub fn check(&self) -> Result<(), Failure> {
        self.open().map(|_| ())
    }

    /// The failure of a file that could not be read to its end.
    pub fn unreadable(&self, error: &std::io::Error) -> Failure {
        Failure::new(Code::FileUnreadable { file: self.name.clone(), why: error.to_string() })
    }

    /// The failure of a file that is another one now.
    pub fn changed(&self) -> Failure {
        Failure::new(Code::FileChanged { file: self.name.clone() })
    }

    /// The same file, to be called otherwise on the ticket.
    #[must_use]
    pub fn named(self, name: String) -> Self {
        Self { name, ..self }
    }

    /// Opens the file, which must still be as it was attached.
    pub(crate) fn open(&self) -> Result<File, Failure> {
        let (file, stamp) = open(&self.path, &self.name)?;
        if stamp != self.stamp {
            return Err(self.changed());
        }
        Ok(file)
    }

    /// The file's content type, guessed from its name as browsers do.
    pub(crate) fn content_type(&self) -> &'static str {
        mime_guess::from_path(&self.name).first_raw().unwrap_or("application/octet-stream")
    }
}

/// The last part of a path. A name that is no Unicode was mostly written on a system of the time before: it is read as
/// Windows' western one, which has a letter for every byte that is used, and so can be sent and saved anywhere.
fn base_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    match name.to_str() {
        Some(name) => name.to_owned(),
        None if cfg!(unix) => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(name.as_encoded_bytes()).0.into_owned()
        }
        None => name.to_string_lossy().into_owned(),
    }
}

/// The path of that very file. Windows takes "x.pdf." and "x.pdf " for "x.pdf", which is another one, unless a path begins
/// with `\\?\`: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>. Looks at the folder for it.
#[cfg(windows)]
pub fn exact_path(path: PathBuf) -> PathBuf {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return path };
    if !name.as_encoded_bytes().ends_with(b".") && !name.as_encoded_bytes().ends_with(b" ") {
        return path;
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // Without its folder the file is missing, too.
    folder.canonicalize().map_or(path.clone(), |folder| folder.join(name))
}

/// The path of that very file: elsewhere it is what it says.
#[cfg(not(windows))]
pub fn exact_path(path: PathBuf) -> PathBuf {
    path
}

/// A file's own name where the path may have the short one that Windows gives it besides: `REPORT~1.PDF`. The name of a link
/// is the link's.
fn long_name(path: &Path) -> Option<String> {
    let short = cfg!(windows) && path.file_name()?.as_encoded_bytes().contains(&b'~');
    if !short || path.is_symlink() {
        return None;
    }
    Some(base_name(&path.canonicalize().ok()?))
}

/// Windows marks it by attributes: <https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants>.
#[cfg(windows)]
fn is_fetched_when_read(path: &Path) -> bool {
    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_OPEN: u32 = 0x4_0000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x40_0000;
    let Ok(metadata) = path.metadata() else { return false };
    let attributes = std::os::windows::fs::MetadataExt::file_attributes(&metadata);
    attributes & (OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS) != 0
}

/// `SF_DATALESS` of macOS.
#[cfg(target_os = "macos")]
fn is_fetched_when_read(path: &Path) -> bool {
    let flags = |metadata| std::os::macos::fs::MetadataExt::st_flags(&metadata);
    path.metadata().map(flags).is_ok_and(|flags| flags & 0x4000_0000 != 0)
}

/// Elsewhere no system does that, and no disk is asked: one that hangs would hold up the whole draft.
#[cfg(not(any(windows, target_os = "macos")))]
fn is_fetched_when_read(_: &Path) -> bool {
    false
}

fn open(path: &Path, name: &str) -> Result<(File, Stamp), Failure> {
    let file = || name.to_owned();
    let failed = |error: std::io::Error| {
        Failure::new(match error.kind() {
            ErrorKind::NotFound => Code::FileMissing { file: file() },
            _ => Code::FileUnreadable { file: file(), why: error.to_string() },
        })
    };
    // Looked at before it is opened: opening a pipe waits for its other end.
    let metadata = path.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(Failure::new(Code::FileNotRegular { file: file(), kind: not_regular(&metadata) }));
    }
    let opened = File::open(path).map_err(failed)?;
    let metadata = opened.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(Failure::new(Code::FileNotRegular { file: file(), kind: not_regular(&metadata) }));
    }
    Ok((opened, Stamp::of(&metadata)))
}

fn not_regular(metadata: &Metadata) -> NotRegular {
    if metadata.is_dir() {
        return NotRegular::Folder;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return NotRegular::Pipe;
        }
        if kind.is_char_device() || kind.is_block_device() {
            return NotRegular::Device;
        }
    }
    NotRegular::Other
}
