//! Why files that have no path cannot be had.

use crate::descriptor::Malformed;

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
    /// A failure to write them where they were wanted.
    #[error(transparent)]
    Unwritten(#[from] std::io::Error),
}
