//! The draft and its files.

use outbox::{Attached, Draft, DraftFile, Job, LeftOut};
use serde::Serialize;
use service_crm::Change;
use ts_rs::TS;

/// A file's kind, by its name: for its badge and its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Picture,
    Pdf,
    Archive,
    Text,
    Table,
    Document,
    Sound,
    Video,
    Other,
}

impl FileKind {
    pub fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "tif" | "tiff" | "heic" | "svg" => {
                Self::Picture
            }
            "pdf" => Self::Pdf,
            "zip" | "7z" | "rar" | "gz" | "tgz" | "tar" | "xz" | "zst" => Self::Archive,
            "txt" | "md" | "log" | "json" | "xml" | "html" | "eml" => Self::Text,
            "xls" | "xlsx" | "ods" | "csv" | "tsv" => Self::Table,
            "doc" | "docx" | "odt" | "rtf" | "ppt" | "pptx" | "odp" | "msg" => Self::Document,
            "mp3" | "wav" | "m4a" | "ogg" | "flac" | "amr" => Self::Sound,
            "mp4" | "mov" | "avi" | "mkv" | "webm" | "3gp" => Self::Video,
            _ => Self::Other,
        }
    }
}

/// A file of a draft, as it was when it was attached.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Attachment")]
pub struct AttachmentView {
    pub id: i64,
    pub name: String,
    pub path: String,
    pub size: u64,
    pub kind: FileKind,
    /// A service has its content, and the system fetches it when it is sent.
    pub online: bool,
}

/// Blocks on the disk.
pub fn attachments(files: Vec<DraftFile>) -> Vec<AttachmentView> {
    let view = |DraftFile { id, attachment, origin, .. }| AttachmentView {
        id,
        name: attachment.name().to_owned(),
        path: origin.to_string_lossy().into_owned(),
        size: attachment.stamp().size,
        kind: FileKind::of(attachment.name()),
        online: attachment.is_online(),
    };
    files.into_iter().map(view).collect()
}

/// A draft, as a person puts it together; typed text is kept exactly as typed.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Draft")]
pub struct DraftView {
    pub job: Job,
    pub ticket: String,
    pub lead: String,
    pub changes: Vec<Change>,
    pub customer: String,
    pub fields: Vec<Change>,
    pub note: String,
    pub attachments: Vec<AttachmentView>,
    /// Files that can be put back, the latest last.
    pub removed: Vec<AttachmentView>,
}

impl From<Draft> for DraftView {
    fn from(Draft { text, files, removed }: Draft) -> Self {
        let outbox::DraftText { job, ticket, lead, changes, customer, fields, note } = text;
        let (attachments, removed) = (attachments(files), attachments(removed));
        Self { job, ticket, lead, changes, customer, fields, note, attachments, removed }
    }
}

/// The outcome of adding files: the draft's attachments after it, and what was not added.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Attached")]
pub struct AttachedView {
    pub attachments: Vec<AttachmentView>,
    pub added: usize,
    pub left: Vec<LeftOut>,
    /// Files that were not added and can be all the same, if the person wants them.
    pub asked: Vec<AskedView>,
}

/// A file that is added only if the person says so. `number` stands for it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Asked")]
pub struct AskedView {
    pub number: u32,
    pub about: LeftOut,
}

impl AttachedView {
    /// The outcome of this step of adding and of the one before it.
    pub(crate) fn after(mut self, mut before: Self) -> Self {
        self.added += before.added;
        before.left.append(&mut self.left);
        before.asked.append(&mut self.asked);
        Self { left: before.left, asked: before.asked, ..self }
    }
}

impl From<Attached> for AttachedView {
    fn from(Attached { files, added, left, same: _ }: Attached) -> Self {
        Self { attachments: attachments(files), added, left, asked: Vec::new() }
    }
}

/// Files that are being added: how many, and how far the copying of those has come whose place does not last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Adding")]
pub struct AddingView {
    pub files: usize,
    pub copied: u64,
    /// Bytes; 0 where nothing is copied.
    pub total: u64,
}

/// The course of a drag of files over the window.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilesOver {
    Over,
    Left,
    Dropped,
}

/// The draft after a delivery was put into it, and which of its files could not be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UsedAgain {
    pub draft: DraftView,
    pub attached: AttachedView,
}
