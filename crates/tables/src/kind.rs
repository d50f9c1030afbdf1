//! The kind of a file.

/// A file's kind, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Excel's workbook since 2007, with or without macros.
    Xlsx,
    /// Excel's binary workbook, which is not read.
    Xlsb,
    /// Excel's workbook before 2007.
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A text with separators, or of one column.
    Csv,
    /// A web page.
    Html,
    /// The XML spreadsheet of 2003.
    Xml,
}

impl Kind {
    /// The kind's name: the usual ending of its files, without the dot.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Xml => "xml",
        }
    }
}
