//! A clipboard that another program has filled.

use std::ffi::OsString;
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
        self.copy("picture", &[picture.into()])
    }

    /// Copies a spreadsheet's cells: their text, and a picture of them.
    ///
    /// # Errors
    /// When it is no picture.
    pub fn copy_cells(&self, text: &str, picture: &Path) -> Result<Copied> {
        self.copy("cells", &[text.into(), picture.into()])
    }

    /// Copies a list of addresses, byte by byte.
    ///
    /// # Errors
    /// When the clipboard cannot be had.
    pub fn copy_list(&self, list: &[u8]) -> Result<Copied> {
        let digits: String = list.iter().map(|byte| format!("{byte:02x}")).collect();
        self.copy("list", &[digits.into()])
    }

    /// Copies files, as a file manager does.
    ///
    /// # Errors
    /// When the clipboard cannot be had.
    pub fn copy_files(&self, files: &[PathBuf]) -> Result<Copied> {
        self.copy("files", &files.iter().map(Into::into).collect::<Vec<_>>())
    }

    fn copy(&self, kind: &str, given: &[OsString]) -> Result<Copied> {
        let mut source = Command::new("/usr/bin/python3");
        let (source, _) = Group::announced(self.dress(source.args(["-c", SOURCE, kind]).args(given)))?;
        Ok(Copied { _source: source })
    }
}
