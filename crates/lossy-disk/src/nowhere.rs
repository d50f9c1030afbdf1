//! Where there is no FUSE of this kind there is no such disk.

use std::path::Path;

use crate::not_mounted::NotMounted;
use crate::tree::Tree;

/// A disk that cannot be mounted on this system.
#[derive(Debug)]
pub enum Disk {}

impl Disk {
    /// Never a disk.
    ///
    /// # Errors
    /// Always.
    pub fn mount(_: &Path, _: Tree) -> Result<Self, NotMounted> {
        Err(NotMounted("it is made for Linux".to_owned()))
    }

    /// Cannot be called.
    pub fn with<T>(&self, _: impl FnOnce(&mut Tree) -> T) -> T {
        match *self {}
    }

    /// Cannot be called.
    pub fn unmount(self) -> Tree {
        match self {}
    }
}
