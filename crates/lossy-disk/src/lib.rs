//! A disk for tests. It keeps apart what a program wrote and what it had synced, and after a power cut it holds what
//! was synced and, of the rest, whatever chance left: some writes and not others, in no order, torn at their sectors,
//! names in a folder that came and names that did not. It can also be full, or broken, from the n-th change on.
//!
//! It is stricter than the file systems that people have: a file's own sync does not make its name safe, only its
//! folder's does (fsync(2): "Calling fsync() does not necessarily ensure that the entry in the directory containing
//! the file has also reached disk").
//!
//! [`Tree`] is what lies on it; [`Disk`] shows it to the system's own file calls, by FUSE, so that whatever program is
//! tested runs as it is.

mod content;
mod not_mounted;
mod tree;

#[cfg(target_os = "linux")]
mod mounted;
#[cfg(not(target_os = "linux"))]
#[path = "nowhere.rs"]
mod mounted;

pub use mounted::Disk;
pub use not_mounted::NotMounted;
pub use tree::{Refused, Tree};
