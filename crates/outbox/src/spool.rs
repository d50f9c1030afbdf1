//! The spool: the app's own copies of files that wait, so that the originals may be moved, changed or deleted, and the
//! stick pulled out. Each content is kept once, under its BLAKE3 hash.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction};
use serde::Serialize;
use service_crm::{Attachment, CancellationToken, Failure};

use crate::error::OutboxError;
use crate::held;
use crate::private;
use crate::sync::sync_folder;

mod incoming;

use incoming::Incoming;
pub use incoming::NotCopied;

/// Bytes that stay free on the disk beside the copies, for the database: it has to be able to say what became of them.
const RESERVE: u64 = 32 * 1024 * 1024;

/// How far the copying of files has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Copying {
    /// The file that is being copied, counted from 0.
    pub file: usize,
    /// How many there are.
    pub files: usize,
    /// Bytes so far, of all of them.
    pub copied: u64,
    /// Bytes in all.
    pub total: u64,
}

/// A file that is to be in the spool.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    pub(crate) attachment: &'a Attachment,
    /// The copy that the spool has of it already.
    pub(crate) hash: Option<&'a str>,
}

/// A file of which the spool has a copy, which is not yet known to the database.
#[derive(Debug)]
pub(crate) struct Copied {
    pub(crate) hash: String,
    pub(crate) size: u64,
    /// Where the copy lies until it is put in its place; none where it was in its place before.
    copy: Option<Incoming>,
}

/// A copy is put in its place, and removed, under the database's lock: otherwise one could be removed that was just found
/// to be there. So whoever does it has to show the transaction, or the connection.
#[derive(Debug)]
pub(crate) struct Spool {
    folder: PathBuf,
}

impl Spool {
    pub(crate) fn open(folder: PathBuf) -> Result<Self, OutboxError> {
        private::make_folder(&folder)?;
        private::make_folder(&folder.join(INCOMING))?;
        Ok(Self { folder })
    }

    pub(crate) fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(hash)
    }

    /// A copy with the stamp that it has now, where it holds what its name says: a backup, or a tool that sets times, does not
    /// make another file of it. Blocks on the disk, for long only where the time is another.
    pub(crate) fn as_it_is(&self, kept: Attachment, hash: &str) -> Attachment {
        if kept.check().is_ok() {
            return kept;
        }
        let path = self.path(hash);
        let holds = || {
            let mut hasher = blake3::Hasher::new();
            hasher.update_reader(File::open(&path)?)?;
            Ok::<_, io::Error>(hasher.finalize().to_hex().as_str() == hash)
        };
        match Attachment::look(&path) {
            Ok(now) if now.stamp().size == kept.stamp().size && holds().unwrap_or(false) => {
                now.named(kept.name().to_owned())
            }
            _ => kept,
        }
    }

    /// Copies files, by reflink where the disk can. Blocks for as long as that takes.
    pub(crate) fn copy(
        &self,
        files: &[Source<'_>],
        stop: &CancellationToken,
        mut watch: impl FnMut(Copying),
    ) -> Result<Vec<Copied>, NotCopied> {
        let check = |file: &Source<'_>| match file.hash {
            Some(hash) => self.as_it_is(file.attachment.clone(), hash).check(),
            None => file.attachment.check(),
        };
        let failures: Vec<Failure> = files.iter().filter_map(|file| check(file).err()).collect();
        if !failures.is_empty() {
            return Err(NotCopied::Files(failures));
        }
        let total: u64 = files.iter().map(|file| file.attachment.stamp().size).sum();
        let mut clones: Vec<Option<Incoming>> = Vec::new();
        let mut needed = 0;
        for Source { attachment, hash } in files {
            let clone = if hash.is_none() { self.incoming().cloned(attachment.path()) } else { None };
            needed += if hash.is_none() && clone.is_none() { attachment.stamp().size } else { 0 };
            clones.push(clone);
        }
        let free = fs4::available_space(&self.folder)?;
        if needed > 0 && needed + RESERVE > free {
            return Err(NotCopied::NoRoom { needed: needed + RESERVE, free });
        }
        let mut before = 0;
        let mut copied = Vec::new();
        for (number, (file, clone)) in files.iter().zip(clones).enumerate() {
            let size = file.attachment.stamp().size;
            let mut told =
                |bytes| watch(Copying { file: number, files: files.len(), copied: before + bytes, total });
            told(0);
            let (hash, copy) = match file.hash {
                Some(hash) => (hash.to_owned(), None),
                None => {
                    let (hash, copy) =
                        incoming::copy_file(file.attachment, clone, || self.incoming(), stop, &mut told)?;
                    (hash.to_hex().to_string(), Some(copy))
                }
            };
            before += size;
            copied.push(Copied { hash, size, copy });
        }
        Ok(copied)
    }

    /// Writes content that lies nowhere else. Answers also with the path that it has until it is put in its place.
    pub(crate) fn copy_content(&self, content: &[u8]) -> Result<(Copied, PathBuf), OutboxError> {
        let copy = self.incoming();
        let hash = copy.write(content)?.to_hex().to_string();
        let path = copy.path().to_owned();
        Ok((Copied { hash, size: content.len() as u64, copy: Some(copy) }, path))
    }

    fn incoming(&self) -> Incoming {
        Incoming::at(self.folder.join(INCOMING).join(format!("{:032x}", rand::random::<u128>())))
    }

    /// Puts the copies in their place and writes them down.
    pub(crate) fn adopt(
        &self,
        copied: Vec<Copied>,
        transaction: &Transaction<'_>,
    ) -> Result<(), OutboxError> {
        for Copied { hash, size, copy } in copied {
            let path = self.path(&hash);
            let there = fs::metadata(&path).is_ok_and(|there| there.len() == size);
            if let Some(copy) = copy.filter(|_| !there) {
                held::rename(copy.path(), &path)?;
            }
            // While this side has it open, nobody can keep it from looking.
            let _open = held::once_free(|| File::open(&path))?;
            let stamp = Attachment::look(&path).map_err(|failure| gone(&failure))?.stamp();
            transaction.execute(
                "INSERT INTO spool (hash, size, modified) VALUES (?1, ?2, ?3)
                 ON CONFLICT (hash) DO UPDATE SET modified = excluded.modified",
                (&hash, stamp.size, stamp.modified),
            )?;
        }
        sync_folder(&self.folder)?;
        Ok(())
    }

    /// Forgets the copies that nothing needs any more, within a transaction; says which. They are removed after it.
    pub(crate) fn forget_unneeded(transaction: &Connection) -> Result<Vec<String>, OutboxError> {
        let mut statement = transaction.prepare_cached(
            "DELETE FROM spool WHERE NOT EXISTS (SELECT 1 FROM delivery_file WHERE delivery_file.hash = spool.hash)
               AND NOT EXISTS (SELECT 1 FROM draft_file WHERE draft_file.hash = spool.hash)
             RETURNING hash",
        )?;
        let hashes = statement.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(hashes)
    }

    /// Removes copies that were forgotten.
    pub(crate) fn remove(&self, hashes: &[String], _locked: &Connection) {
        for hash in hashes {
            // What cannot be removed now goes at the next opening.
            let _ = fs::remove_file(self.path(hash));
        }
    }

    /// Removes what an end in the middle left behind: copies that nobody came to write down, or to remove.
    pub(crate) fn sweep(&self, connection: &Connection) -> Result<(), OutboxError> {
        self.remove(&Self::forget_unneeded(connection)?, connection);
        for copy in self.unknown(connection)? {
            let _ = fs::remove_file(copy);
        }
        Ok(())
    }

    /// Moves the copies that the database does not know into a folder. After a rescue they may be the only ones of
    /// files whose originals are gone.
    pub(crate) fn set_aside(&self, connection: &Connection, to: &Path) -> Result<(), OutboxError> {
        for copy in self.unknown(connection)? {
            private::make_folder(to)?;
            if let Some(name) = copy.file_name() {
                held::rename(&copy, &to.join(name))?;
            }
        }
        if to.exists() {
            sync_folder(to)?;
        }
        Ok(())
    }

    /// Files in the spool that the database does not know.
    fn unknown(&self, connection: &Connection) -> Result<Vec<PathBuf>, OutboxError> {
        let known: HashSet<String> = connection
            .prepare("SELECT hash FROM spool")?
            .query_map((), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut unknown = Vec::new();
        for folder in [self.folder.clone(), self.folder.join(INCOMING)] {
            for entry in fs::read_dir(folder)?.flatten() {
                let ours = entry.file_name().to_str().is_some_and(|name| known.contains(name));
                if !ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
                    unknown.push(entry.path());
                }
            }
        }
        Ok(unknown)
    }
}

const INCOMING: &str = "incoming";

fn gone(failure: &Failure) -> OutboxError {
    OutboxError::Spool(io::Error::new(io::ErrorKind::NotFound, failure.to_string()))
}
