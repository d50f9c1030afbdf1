//! A sheet of a file, by its tab.

/// A sheet of a file. A text has one, without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// As on its tab.
    pub name: String,
    /// Whether the person who saved it saw its tab.
    pub visible: bool,
    /// Whether it was in front when the file was saved. Where the file does not tell, none is.
    pub active: bool,
}
