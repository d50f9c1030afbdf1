//! Why a file is not read.

use crate::bounds;
use crate::kind::Kind;

/// Why a file, or a sheet of it, is not read. Nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// A file that lies beside a table that is open in a spreadsheet program, and holds nothing of it.
    #[error("it is the note of a spreadsheet program that a table is open, and no table")]
    OwnerFile,
    /// A page that is only called a table.
    #[error(
        "it is a web page named like a spreadsheet: open it in Excel or LibreOffice and save it as .xlsx"
    )]
    WebPage,
    /// The XML spreadsheet of 2003.
    #[error(
        "it is an XML page named like a spreadsheet: open it in Excel or LibreOffice and save it as .xlsx"
    )]
    XmlPage,
    /// An .xlsb.
    #[error("it is a binary workbook (.xlsb): open it in Excel or LibreOffice and save it as .xlsx")]
    BinaryWorkbook,
    /// A workbook under a password.
    #[error("it has a password: open it in Excel or LibreOffice and save it without one")]
    Password {
        /// The file's kind under the password.
        kind: Kind,
    },
    /// Neither a spreadsheet nor a text.
    #[error("it is neither a spreadsheet nor a text")]
    NotATable,
    /// More bytes than [`bounds::MOST_BYTES`].
    #[error("it has {bytes} bytes, and at most {} are read", bounds::MOST_BYTES)]
    TooLarge {
        /// Of the file.
        bytes: u64,
    },
    /// Unpacked, it is larger than [`bounds::MOST_UNPACKED`], or its texts than [`bounds::MOST_STRINGS`].
    #[error("unpacked it is larger than what is read")]
    TooLargeUnpacked,
    /// More rows than [`bounds::MOST_ROWS`].
    #[error("it has more than {} rows", bounds::MOST_ROWS)]
    TooManyRows,
    /// More cells than [`bounds::MOST_CELLS`], or in an .ods [`bounds::MOST_ODS_CELLS`].
    #[error("it has more cells than what is read")]
    TooManyCells,
    /// A file that says it is a spreadsheet, and cannot be read as one.
    #[error("it is damaged: {why}")]
    Damaged {
        /// In the reader's words.
        why: String,
    },
    /// A file without a sheet of that number.
    #[error("it has no such sheet")]
    NoSuchSheet,
    /// Somebody asked to stop.
    #[error("reading was stopped")]
    Stopped,
    /// The disk refused.
    #[error("it cannot be read: {why}")]
    Unreadable {
        /// In the system's words.
        why: String,
    },
}

impl TableFault {
    /// The fault's code, for the screen's words and for logs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OwnerFile => "owner_file",
            Self::WebPage => "html_named_xls",
            Self::XmlPage => "xml_named_xls",
            Self::BinaryWorkbook => "binary_workbook",
            Self::Password { .. } => "password",
            Self::NotATable => "not_a_table",
            Self::TooLarge { .. } => "too_large",
            Self::TooLargeUnpacked => "too_large_unpacked",
            Self::TooManyRows => "too_many_rows",
            Self::TooManyCells => "too_many_cells",
            Self::Damaged { .. } => "damaged",
            Self::NoSuchSheet => "no_such_sheet",
            Self::Stopped => "stopped",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    pub(crate) fn damaged(why: impl std::fmt::Display) -> Self {
        Self::Damaged { why: why.to_string() }
    }
}
