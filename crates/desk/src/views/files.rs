//! The outcomes of what a person does with the draft's files.

use std::path::PathBuf;

use outbox::{DraftFiles, LeftOut, NameFault, RestoredFile};
use serde::{Deserialize, Serialize};
use service_crm::NamedTicket;
use ts_rs::TS;

use crate::folder::{self, Listing};
use crate::handed_over::Handed;
use crate::views::draft::{AttachedView, AttachmentView, FileKind, attachments};

/// The draft's files, in the order in which they are sent, and those that can be put back, the latest last.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "DraftFiles")]
pub struct FilesView {
    pub attachments: Vec<AttachmentView>,
    pub removed: Vec<AttachmentView>,
}

impl From<DraftFiles> for FilesView {
    fn from(DraftFiles { files, removed }: DraftFiles) -> Self {
        Self { attachments: attachments(files), removed: attachments(removed) }
    }
}

/// The outcome of restoring a file; `left` says why it was not.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "RestoredFile")]
pub struct RestoredView {
    pub files: FilesView,
    pub left: Option<LeftOut>,
}

impl From<RestoredFile> for RestoredView {
    fn from(RestoredFile { files, left }: RestoredFile) -> Self {
        Self { files: files.into(), left }
    }
}

/// The outcome of calling a file otherwise.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum Renamed {
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

/// The clipboard's content, as far as it can be of use.
#[derive(Debug, Default)]
pub struct Copied {
    /// Files or folders, and what is none.
    pub files: Vec<Handed>,
    pub text: Option<String>,
    /// A picture, as PNG.
    pub picture: Option<Vec<u8>>,
}

/// Where a person pastes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PasteInto {
    /// A box that takes text.
    TextBox,
    /// The window, beside the boxes.
    Window,
    /// The draft's files, by a button that names the picture.
    Files,
}

/// The outcome of pasting.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum Pasted {
    Added {
        attached: AttachedView,
    },
    /// A text, for the box that was pasted into.
    Text {
        text: String,
    },
    /// A text that names a ticket, pasted beside the boxes.
    NamesTicket {
        ticket: NamedTicket,
    },
    /// There is a picture, and text beside it: nothing was added.
    PictureBesideText,
    /// There is neither a file nor a picture in the clipboard.
    Nothing,
}

/// The files of a folder that was dropped, chosen or pasted, before they are added.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Folder")]
pub struct FolderView {
    /// Names the listing; a later one takes its place.
    pub listing: u64,
    /// The folders' names.
    pub names: Vec<String>,
    pub files: Vec<FolderFile>,
    /// Hidden and system files and folders, which are not among the files.
    pub hidden: usize,
    /// Links and the like, which were not followed.
    pub links: usize,
    /// Files and folders that could not be read.
    pub unread: usize,
    /// There are more files than are listed.
    pub more: bool,
}

/// A file in a folder: its way from there, and bytes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FolderFile {
    pub name: String,
    pub size: u64,
    pub kind: FileKind,
}

impl FolderView {
    /// Looks through folders, and keeps what was found for the choice. Blocks on the disk.
    pub fn of(folders: &[PathBuf], listing: &Listing) -> Self {
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
