//! Databases that a rescue set aside: a person can see them, and remove them. Nothing reads them by itself any more.

use std::fs;
use std::path::{Path, PathBuf};

use crate::copies::modified;
use crate::error::OutboxError;
use crate::held;
use crate::rescue::with_end;
use crate::store::Outbox;
use crate::sync::sync_name;

/// A damaged database that was set aside, with its log and the copies of files that only it knew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name in the outbox's folder.
    pub name: String,
    /// When something was written into it last, in milliseconds since 1970.
    pub written_at: i64,
    /// Bytes of all of it.
    pub bytes: u64,
}

impl Outbox {
    /// Databases that rescues have set aside, the newest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn set_aside(&self) -> Result<Vec<SetAside>, OutboxError> {
        let mut found = Vec::new();
        for entry in fs::read_dir(self.folder())? {
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().filter(|name| is_set_aside(name)).map(str::to_owned)
            else {
                continue;
            };
            let parts = parts(&entry.path());
            let written_at = parts.iter().filter_map(|part| modified(part)).max().unwrap_or_default();
            found.push(SetAside { name, written_at, bytes: parts.iter().map(|part| bytes_of(part)).sum() });
        }
        found.sort_by(|one, other| (other.written_at, &other.name).cmp(&(one.written_at, &one.name)));
        Ok(found)
    }

    /// Removes one of them, by its name.
    ///
    /// # Errors
    /// When there is none of that name, or it cannot be removed.
    pub fn remove_set_aside(&self, name: &str) -> Result<(), OutboxError> {
        let database = self.folder().join(name);
        if !is_set_aside(name) || !database.is_file() {
            return Err(OutboxError::NotSetAside(name.to_owned()));
        }
        // The database last: as long as it is there, what is left of the rest is found by its name.
        for part in parts(&database).iter().rev().filter(|part| part.exists()) {
            held::once_free(|| if part.is_dir() { fs::remove_dir_all(part) } else { fs::remove_file(part) })?;
        }
        sync_name(&database)?;
        Ok(())
    }
}

/// A name that only [`crate::rescue`] gives; none with a folder in it.
fn is_set_aside(name: &str) -> bool {
    name.strip_prefix("outbox.damaged").and_then(|rest| rest.strip_suffix(".db")).is_some_and(|number| {
        number.is_empty()
            || number
                .strip_prefix('-')
                .is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))
    })
}

fn parts(database: &Path) -> [PathBuf; 4] {
    [
        database.to_owned(),
        with_end(database, "-wal"),
        with_end(database, "-shm"),
        database.with_extension("spool"),
    ]
}

fn bytes_of(part: &Path) -> u64 {
    match fs::read_dir(part) {
        Ok(folder) => folder.flatten().map(|entry| bytes_of(&entry.path())).sum(),
        Err(_) => fs::metadata(part).map_or(0, |file| file.len()),
    }
}
