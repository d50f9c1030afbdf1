//! Whose computer an outbox is. A folder that was copied, by a profile that roams or by hand, holds what waits in another
//! one too: `docs/decisions/0018-one-outbox-one-computer.md`.

use std::fs;
use std::io;
use std::path::Path;

use crate::atomic_file;

/// The file in the outbox's folder that holds the computer's mark.
const FILE: &str = "computer";

/// A folder's mark.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// No mark: a new outbox, or one of an earlier version.
    None,
    Ours,
    Others,
}

/// Reads a folder's mark. One that cannot be read may be another's.
pub(crate) fn holds(folder: &Path, here: &str) -> Mark {
    match fs::read_to_string(folder.join(FILE)) {
        Ok(mark) if mark.trim() == mark_of(here) => Mark::Ours,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Mark::None,
        _ => Mark::Others,
    }
}

/// Marks a folder as this computer's, where the system says which that is.
///
/// # Errors
/// When it cannot be written; the earlier mark stays.
pub(crate) fn mark(folder: &Path, here: Option<&str>) -> io::Result<()> {
    here.map_or(Ok(()), |here| atomic_file::write(&folder.join(FILE), mark_of(here).as_bytes()))
}

/// The system's own name of a computer is not to be told to others (systemd's machine-id(5)), and an outbox may be sent
/// to somebody who looks for a fault.
fn mark_of(here: &str) -> String {
    blake3::Hash::from(blake3::derive_key(
        "Ticket Courier, the mark of an outbox's computer",
        here.as_bytes(),
    ))
    .to_hex()
    .to_string()
}
