//! Files that Windows programs hand over without a path: an attachment or a mail dragged out of Outlook, a file in an
//! open zip, a picture out of a browser. What they hand over, and copy into the clipboard, is a data object with a list of
//! names and, under each one's number, its content:
//! <https://learn.microsoft.com/windows/win32/shell/clipboard#cfstr_filecontents>.

#[cfg(windows)]
mod data_object;
mod descriptor;

#[cfg(windows)]
pub use data_object::{files, in_clipboard, read};
pub use descriptor::{Described, Malformed, described};

/// Why files of a data object cannot be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unread {
    /// The list of names is none.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// There are more bytes than are wanted.
    #[error("it is larger than {most} bytes")]
    TooLarge {
        /// Bytes that were to be read at most.
        most: u64,
    },
    /// Fewer bytes came than were promised.
    #[error("{came} of {promised} bytes came")]
    Cut {
        /// Bytes.
        came: u64,
        /// Bytes.
        promised: u64,
    },
    /// The program that has them did not hand them over.
    #[cfg(windows)]
    #[error("the other program did not hand it over: {0}")]
    NotHandedOver(#[from] windows::core::Error),
    /// They could not be written to where they were wanted.
    #[error(transparent)]
    Unwritten(#[from] std::io::Error),
}
