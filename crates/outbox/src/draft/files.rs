//! The draft's files: none of them twice, and no two of one name.

use std::path::PathBuf;

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use service_crm::{Attachment, Code, NotRegular, Stamp};

use crate::columns::{path_from_bytes, path_to_bytes};
use crate::error::OutboxError;
use crate::spool::Spool;

/// A file of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// Names it for as long as the database lives; never used for another.
    pub id: i64,
    /// The file, as it was when it was added: where it lies, or the app's own copy of it.
    pub attachment: Attachment,
    /// Where it lay when a person added it; empty where it lay nowhere, as what was pasted.
    pub origin: PathBuf,
    /// The copy in the spool, where there is one.
    pub(crate) hash: Option<String>,
}

/// The files of the draft, after something was done with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFiles {
    /// In the order in which they are sent.
    pub files: Vec<DraftFile>,
    /// The files that were taken out and can be restored, the latest last.
    pub removed: Vec<DraftFile>,
}

/// A file that was not added, and why. `file` is its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum LeftOut {
    AlreadyAttached {
        file: String,
    },
    /// Another file of the draft, `as`, has the same content.
    SameContent {
        file: String,
        r#as: String,
    },
    FileMissing {
        file: String,
    },
    FileUnreadable {
        file: String,
        why: String,
    },
    FileNotRegular {
        file: String,
        kind: NotRegular,
    },
    /// No file of this computer. By the shell, which hears what other programs hand over.
    NotHere {
        file: String,
        lies: Lies,
    },
    /// A file that names another place, and holds nothing itself. By the shell, which asks whether it is meant.
    OnlyALink {
        file: String,
    },
    /// There is nothing in it. By the shell, too.
    Empty {
        file: String,
    },
    /// An added file that lies where it may go by itself: for a copy there is no room on the disk.
    NoRoomToTake {
        file: String,
    },
    /// Somebody did not want to wait until it was copied.
    Stopped {
        file: String,
    },
    /// A file that is not the one any more that a delivery had sent.
    FileChanged {
        file: String,
    },
    /// The team allows files of at most `most` bytes. NewFile by the shell, which knows the team's setup.
    LargerThanAllowed {
        file: String,
        size: u64,
        most: u64,
    },
    /// The team allows other kinds, by their endings. NewFile by the shell, too.
    KindNotAllowed {
        file: String,
        endings: Vec<String>,
    },
}

/// Where lies what is no file of this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Lies {
    /// On a server whose files are not mounted here.
    Server,
    /// On a phone or a camera.
    Phone,
    /// In the trash.
    Trash,
    /// Inside an archive that is open in another program.
    Archive,
    /// A web page's address.
    WebPage,
    /// A picture of a web page.
    PagePicture,
    /// Nothing that a file could be read from.
    Nowhere,
}

/// The outcome of adding files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// All files of the draft, in their order.
    pub files: Vec<DraftFile>,
    /// How many of them are new.
    pub added: usize,
    /// The files that were not added.
    pub left: Vec<LeftOut>,
    /// Files that hold the same as another: they can be added all the same.
    pub same: Vec<(PathBuf, LeftOut)>,
}

/// A file that may come into the draft.
pub(crate) struct NewFile {
    pub(crate) origin: PathBuf,
    pub(crate) attachment: Attachment,
    pub(crate) hash: Option<String>,
}

pub(super) fn left_out(code: Code) -> LeftOut {
    match code {
        Code::FileMissing { file } => LeftOut::FileMissing { file },
        Code::FileNotRegular { file, kind } => LeftOut::FileNotRegular { file, kind },
        Code::FileChanged { file } => LeftOut::FileChanged { file },
        Code::FileUnreadable { file, why } => LeftOut::FileUnreadable { file, why },
        // Looking at a file gives no other code.
        other => LeftOut::FileUnreadable { file: String::new(), why: format!("{other:?}") },
    }
}

/// The place behind the last file.
pub(super) fn next_place(connection: &Connection) -> Result<i64, OutboxError> {
    Ok(connection.query_row("SELECT coalesce(max(place), 0) + 1 FROM draft_file", (), |row| row.get(0))?)
}

pub(super) fn insert(connection: &Connection, new: &NewFile, place: i64) -> Result<(), OutboxError> {
    let NewFile { origin, attachment, hash } = new;
    let mut statement = connection.prepare_cached(
        "INSERT INTO draft_file (path, name, size, modified, hash, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    statement.execute(params![
        path_to_bytes(origin),
        attachment.name(),
        attachment.stamp().size,
        attachment.stamp().modified,
        hash,
        place
    ])?;
    Ok(())
}

pub(crate) fn files(connection: &Connection, spool: &Spool) -> Result<Vec<DraftFile>, OutboxError> {
    Ok(all_files(connection, spool)?.files)
}

pub(crate) fn all_files(connection: &Connection, spool: &Spool) -> Result<DraftFiles, OutboxError> {
    let some = |which: &str| -> Result<Vec<DraftFile>, OutboxError> {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT path, name, size, modified, hash, id FROM draft_file WHERE held IS NULL AND removed IS {which}"
        ))?;
        let rows = statement.query_map((), |row| {
            let (origin, attachment, hash) = attachment(row, spool)?;
            Ok(DraftFile { id: row.get(5)?, attachment, origin, hash })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    Ok(DraftFiles {
        files: some("NULL ORDER BY place, id")?,
        removed: some("NOT NULL ORDER BY removed, id")?,
    })
}

/// From a row that begins with path, name, size, time and hash: where the file lay, the file or its copy, and the
/// copy's hash.
pub(crate) fn attachment(
    row: &Row<'_>,
    spool: &Spool,
) -> rusqlite::Result<(PathBuf, Attachment, Option<String>)> {
    let origin = path_from_bytes(row.get(0)?);
    let stamp = Stamp { size: row.get(2)?, modified: row.get(3)? };
    let hash: Option<String> = row.get(4)?;
    let path = hash.as_ref().map_or_else(|| origin.clone(), |hash| spool.path(hash));
    Ok((origin, Attachment::kept(path, row.get(1)?, stamp), hash))
}
