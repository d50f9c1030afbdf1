//! What was done with the draft's files.

use std::path::PathBuf;

use outbox::{DraftFiles, LeftOut, NameFault, RestoredFile};
use serde::Serialize;
use service_crm::Failure;
use ts_rs::TS;

use crate::folder::{self, Listing};
use crate::views::draft::{AttachedView, AttachmentView, FileKind, attachments};

/// The draft's files, in the order in which they are sent, and those that can be put back, the latest last.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "DraftFiles")]
pub(crate) struct FilesView {
    attachments: Vec<AttachmentView>,
    removed: Vec<AttachmentView>,
}

impl From<DraftFiles> for FilesView {
    fn from(DraftFiles { files, removed }: DraftFiles) -> Self {
        Self { attachments: attachments(files), removed: attachments(removed) }
    }
}

/// What came of putting a file back; `left` says why it was not.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "PutBack")]
pub(crate) struct PutBackView {
    files: FilesView,
    left: Option<LeftOut>,
}

impl From<RestoredFile> for PutBackView {
    fn from(RestoredFile { files, left }: RestoredFile) -> Self {
        Self { files: files.into(), left }
    }
}

/// What came of calling a file otherwise.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Renamed {
    Renamed { files: FilesView },
    Fault { fault: NameFault },
}

impl From<Result<DraftFiles, NameFault>> for Renamed {
    fn from(renamed: Result<DraftFiles, NameFault>) -> Self {
        match renamed {
            Ok(files) => Self::Renamed { files: files.into() },
            Err(fault) => Self::Fault { fault },
        }
    }
}

/// What came of pasting.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Pasted {
    Added {
        attached: AttachedView,
    },
    /// There is neither a file nor a picture in the clipboard.
    Nothing,
}

/// What came of looking at a file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Opened {
    Shown,
    /// It could be run, or nobody knows what it is.
    NotForViewing,
    /// It is not there any more as it was added.
    Gone {
        failure: Failure,
    },
    /// The system has no viewer for it.
    NoViewer {
        why: String,
    },
}

/// The files of a folder that was dropped, chosen or pasted, before they are added. Event "folder-listed".
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Folder")]
pub(crate) struct FolderView {
    /// Names the listing; a later one takes its place.
    listing: u64,
    /// The folders' names.
    names: Vec<String>,
    files: Vec<FolderFile>,
    /// Hidden and system files and folders, which are not among the files.
    hidden: usize,
    /// Links and the like, which were not followed.
    links: usize,
    /// Files and folders that could not be read.
    unread: usize,
    /// There are more files than are listed.
    more: bool,
}

/// A file in a folder: its way from there, and bytes.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct FolderFile {
    name: String,
    size: u64,
    kind: FileKind,
}

impl FolderView {
    /// Looks through folders, and keeps what was found for the choice. Blocks on the disk.
    pub(crate) fn of(folders: &[PathBuf], listing: &Listing) -> Self {
        let found = folder::look(folders);
        Self {
            listing: listing.keep(&found.files),
            names: folders.iter().map(|path| folder::name(path)).collect(),
            hidden: found.hidden,
            links: found.links,
            unread: found.unread,
            more: found.more,
            files: found.files.into_iter().map(FolderFile::from).collect(),
        }
    }
}

impl From<folder::Listed> for FolderFile {
    fn from(folder::Listed { shown, size, .. }: folder::Listed) -> Self {
        Self { kind: FileKind::of(&shown), name: shown, size }
    }
}
