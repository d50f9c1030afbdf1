//! What was done with the draft's files.

use outbox::{DraftFiles, LeftOut, NameFault, PutBack};
use serde::Serialize;
use ts_rs::TS;

use crate::views::draft::{AttachedView, AttachmentView, attachments};

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

impl From<PutBack> for PutBackView {
    fn from(PutBack { files, left }: PutBack) -> Self {
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
