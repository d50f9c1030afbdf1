//! What another program has copied.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::desk::Desk;
use crate::process::Group;

const SOURCE: &str = include_str!("clipboard_source.py");

/// Lies in the desk's clipboard for as long as it lives, or until something else is copied.
#[derive(Debug)]
pub struct Copied {
    _source: Group,
}

impl Desk {
    /// Copies a picture, as a program for screenshots does: no file, but what it shows.
    ///
    /// # Errors
    /// When it is no picture.
    pub fn copy_picture(&self, picture: &Path) -> Result<Copied> {
        self.copy("picture", &[picture.to_owned()])
    }

    /// Copies files, as a file manager does.
    ///
    /// # Errors
    /// When the clipboard cannot be had.
    pub fn copy_files(&self, files: &[PathBuf]) -> Result<Copied> {
        self.copy("files", files)
    }

    fn copy(&self, kind: &str, files: &[PathBuf]) -> Result<Copied> {
        let mut source = Command::new("/usr/bin/python3");
        let (source, _) = Group::announced(self.dress(source.args(["-c", SOURCE, kind]).args(files)))?;
        Ok(Copied { _source: source })
    }
}
