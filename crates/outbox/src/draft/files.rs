//! The draft's files: none of them twice, and no two of one name.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use service_crm::{Attachment, Code, Failure, NotRegular, Stamp};

use super::name;
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
    /// It is no file of this computer. By the shell, which hears what other programs hand over.
    NotHere {
        file: String,
        lies: Lies,
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
    /// It is a web page's address.
    WebPage,
    /// It is a picture of a web page.
    PagePicture,
    /// It is nothing that a file could be read from.
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
}

/// A file that may come into the draft.
pub(crate) struct NewFile {
    pub(crate) origin: PathBuf,
    pub(crate) attachment: Attachment,
    pub(crate) hash: Option<String>,
}

/// Adds files behind those that are there.
pub(crate) fn add(
    transaction: &Connection,
    spool: &Spool,
    found: impl Iterator<Item = Result<NewFile, Failure>>,
) -> Result<Attached, OutboxError> {
    let mut there: Vec<Attachment> =
        files(transaction, spool)?.into_iter().map(|file| file.attachment).collect();
    let (mut added, mut left) = (0, Vec::new());
    for found in found {
        match found.map_err(|failure| left_out(failure.code)).and_then(|new| refuse_duplicate(&there, new)) {
            Ok(new) => {
                let new = told_apart(&there, new);
                insert(transaction, &new)?;
                there.push(new.attachment);
                added += 1;
            }
            Err(why) => left.push(why),
        }
    }
    Ok(Attached { files: files(transaction, spool)?, added, left })
}

/// Refuses a file that is among the others already.
pub(crate) fn refuse_duplicate(there: &[Attachment], new: NewFile) -> Result<NewFile, LeftOut> {
    let looked = &new.attachment;
    let file = || looked.name().to_owned();
    if there.iter().any(|other| same_path(other.path(), looked.path())) {
        return Err(LeftOut::AlreadyAttached { file: file() });
    }
    let same =
        there.iter().find(|other| other.stamp().size == looked.stamp().size && same_content(other, looked));
    match same {
        Some(other) => Err(LeftOut::SameContent { file: file(), r#as: other.name().to_owned() }),
        None => Ok(new),
    }
}

/// Calls a file otherwise where another of the draft has its name ("IMG_0001 (2).jpg"): on the ticket nobody could tell
/// the two apart.
pub(crate) fn told_apart(there: &[Attachment], new: NewFile) -> NewFile {
    let taken = |name: &str| there.iter().any(|other| other.name() == name);
    if !taken(new.attachment.name()) {
        return new;
    }
    let name = name::free(new.attachment.name(), taken);
    NewFile { attachment: new.attachment.named(name), ..new }
}

/// Two paths to one file: links, dots and the like do not count.
fn same_path(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Compares files of one size. One that cannot be read is not the same as another; sending will say why.
fn same_content(a: &Attachment, b: &Attachment) -> bool {
    // Empty files are all alike and all different: .gitkeep and __init__.py may both be meant.
    if a.stamp().size == 0 {
        return false;
    }
    let open =
        |attachment: &Attachment| File::open(attachment.path()).map(|f| BufReader::with_capacity(1 << 16, f));
    let (Ok(a), Ok(b)) = (open(a), open(b)) else { return false };
    let mut b = b.bytes();
    a.bytes().all(|byte| matches!((byte, b.next()), (Ok(a), Some(Ok(b))) if a == b))
}

fn left_out(code: Code) -> LeftOut {
    match code {
        Code::FileMissing { file } => LeftOut::FileMissing { file },
        Code::FileNotRegular { file, kind } => LeftOut::FileNotRegular { file, kind },
        Code::FileChanged { file } => LeftOut::FileChanged { file },
        Code::FileUnreadable { file, why } => LeftOut::FileUnreadable { file, why },
        // Looking at a file gives no other code.
        other => LeftOut::FileUnreadable { file: String::new(), why: format!("{other:?}") },
    }
}

pub(crate) fn insert(connection: &Connection, new: &NewFile) -> Result<(), OutboxError> {
    let NewFile { origin, attachment, hash } = new;
    connection.execute(
        "INSERT INTO draft_file (path, name, size, modified, hash, place)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(place), 0) + 1 FROM draft_file))",
        params![
            path_to_bytes(origin),
            attachment.name(),
            attachment.stamp().size,
            attachment.stamp().modified,
            hash
        ],
    )?;
    Ok(())
}

pub(crate) fn files(connection: &Connection, spool: &Spool) -> Result<Vec<DraftFile>, OutboxError> {
    Ok(all_files(connection, spool)?.files)
}

pub(crate) fn all_files(connection: &Connection, spool: &Spool) -> Result<DraftFiles, OutboxError> {
    let some = |which: &str| -> Result<Vec<DraftFile>, OutboxError> {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT path, name, size, modified, hash, id FROM draft_file WHERE removed IS {which}"
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
