//! The making of a copy: by reflink where the disk can, and certain to hold what the file holds, whatever way it was made.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use blake3::Hash;
use service_crm::{Attachment, CancellationToken, Failure};

use crate::error::OutboxError;
use crate::private;

/// Read and written at once.
const PIECE: usize = 1024 * 1024;

/// Why files could not be copied; nothing is left behind.
#[derive(Debug)]
pub enum NotCopied {
    /// The copies would not fit: bytes that are needed, and bytes that are free.
    NoRoom {
        /// Bytes.
        needed: u64,
        /// Bytes.
        free: u64,
    },
    /// Files that are not as they were added.
    Files(Vec<Failure>),
    /// Somebody did not want to wait.
    Stopped,
    /// The spool could not be written.
    Outbox(OutboxError),
}

impl<E: Into<OutboxError>> From<E> for NotCopied {
    fn from(error: E) -> Self {
        Self::Outbox(error.into())
    }
}

/// A copy that goes when it is not put in its place.
#[derive(Debug)]
pub(super) struct Incoming(PathBuf);

impl Incoming {
    /// A copy that is about to be made.
    pub(super) fn at(path: PathBuf) -> Self {
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Made by reflink, where the disk can; whether it can, only the making says. What a failed one leaves behind may have
    /// the right size and nothing in it.
    pub(super) fn cloned(self, original: &Path) -> Option<Self> {
        reflink_copy::reflink(original, &self.0).and_then(|()| make_writable(&self.0)).ok()?;
        // Nor is it as readable as its original.
        private::put_right(&self.0);
        Some(self)
    }

    /// Made of what is in memory; says its hash.
    pub(super) fn write(&self, content: &[u8]) -> io::Result<Hash> {
        let hash = blake3::hash(content);
        let mut file = self.create()?;
        file.write_all(content)?;
        file.sync_all()?;
        file.rewind()?;
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(&mut file)?;
        if hasher.finalize() == hash { Ok(hash) } else { Err(unlike()) }
    }

    /// The file, new, to be written and then read.
    fn create(&self) -> io::Result<File> {
        private::create_new(&self.0)
    }

    /// The file as it was cloned; on Unix it may be as read-only as its original.
    fn open(&self) -> io::Result<File> {
        File::options().read(true).write(true).open(&self.0).or_else(|_| File::open(&self.0))
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Put in its place, it is not here any more; otherwise the next opening sweeps again.
        let _ = fs::remove_file(&self.0);
    }
}

/// Makes a copy complete, safe on the disk, and certain to be of the file as it was added: the clone where it is that,
/// another one otherwise. Says its hash.
pub(super) fn copy_file(
    attachment: &Attachment,
    clone: Option<Incoming>,
    another: impl FnOnce() -> Incoming,
    stop: &CancellationToken,
    told: &mut impl FnMut(u64),
) -> Result<(Hash, Incoming), NotCopied> {
    if let Some(clone) = clone {
        let hash = read(attachment, stop, |_| Ok(()), told)?;
        if let Ok(mut file) = clone.open()
            && file.sync_all().is_ok()
            && holds(&mut file, hash, stop)?
        {
            return Ok((hash, clone));
        }
    }
    let copy = another();
    let mut file = copy.create()?;
    let hash = read(attachment, stop, |piece| file.write_all(piece), told)?;
    file.sync_all()?;
    if holds(&mut file, hash, stop)? { Ok((hash, copy)) } else { Err(unlike().into()) }
}

/// Nobody but the disk can be at fault.
fn unlike() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a copy does not hold what was written to it")
}

/// Reads a file that must be as it was added to its end, and says its hash.
fn read(
    attachment: &Attachment,
    stop: &CancellationToken,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
    told: &mut impl FnMut(u64),
) -> Result<Hash, NotCopied> {
    let unread = |error: io::Error| NotCopied::Files(vec![attachment.unreadable(&error)]);
    let mut from = File::open(attachment.path()).map_err(unread)?;
    let mut bytes = 0;
    let hash = hashed(&mut from, stop, unread, |piece| {
        each(piece)?;
        bytes += piece.len() as u64;
        told(bytes);
        Ok(())
    })?;
    // Read while somebody wrote to it, it would be neither the old nor the new one.
    attachment.check().map_err(|failure| NotCopied::Files(vec![failure]))?;
    if bytes != attachment.stamp().size {
        return Err(NotCopied::Files(vec![attachment.changed()]));
    }
    Ok(hash)
}

/// Whether a copy holds what has that hash, read anew.
fn holds(copy: &mut File, hash: Hash, stop: &CancellationToken) -> Result<bool, NotCopied> {
    copy.rewind()?;
    Ok(hashed(copy, stop, NotCopied::from, |_| Ok(()))? == hash)
}

/// The hash of what is read from here on.
fn hashed(
    from: &mut File,
    stop: &CancellationToken,
    unread: impl Fn(io::Error) -> NotCopied,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<Hash, NotCopied> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; PIECE];
    loop {
        if stop.is_cancelled() {
            return Err(NotCopied::Stopped);
        }
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finalize()),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unread(error)),
        };
        hasher.update(&buffer[..read]);
        each(&buffer[..read])?;
    }
}

/// A clone comes with its original's permissions, and what is read-only Windows neither syncs nor removes.
fn make_writable(clone: &Path) -> io::Result<()> {
    if cfg!(windows) {
        let mut permissions = fs::metadata(clone)?.permissions();
        #[expect(
            clippy::permissions_set_readonly_false,
            reason = "on Windows it is an attribute, and everybody's"
        )]
        permissions.set_readonly(false);
        fs::set_permissions(clone, permissions)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_of(content: &[u8]) -> (tempfile::TempDir, Attachment) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.bin");
        fs::write(&file, content).unwrap();
        (folder, Attachment::look(file).unwrap())
    }

    fn copy_file(file: &Attachment, clone: Incoming) -> (Hash, Incoming) {
        let another = || Incoming::at(file.path().with_extension("another"));
        super::copy_file(file, Some(clone), another, &CancellationToken::new(), &mut |_| ()).unwrap()
    }

    #[test]
    fn what_a_failed_clone_left_behind_is_never_taken_for_the_file() {
        let content = vec![7; 3_000_000];
        let (folder, file) = file_of(&content);
        for left in [vec![0; content.len()], vec![]] {
            let clone = Incoming::at(folder.path().join("clone"));
            fs::write(clone.path(), left).unwrap();
            let (hash, copy) = copy_file(&file, clone);
            assert_eq!(hash, blake3::hash(&content));
            assert!(fs::read(copy.path()).unwrap() == content);
        }
    }

    #[test]
    fn a_clone_that_came_read_only_is_as_good_as_another_and_can_be_removed() {
        let (folder, file) = file_of(b"paper");
        let clone = Incoming::at(folder.path().join("clone"));
        fs::copy(file.path(), clone.path()).unwrap();
        let mut permissions = fs::metadata(clone.path()).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(clone.path(), permissions).unwrap();
        make_writable(clone.path()).unwrap();
        let (_, copy) = copy_file(&file, clone);
        assert_eq!(copy.path(), folder.path().join("clone"), "the clone itself");
        drop(copy);
        assert!(!folder.path().join("clone").exists());
    }
}
