//! What a file is. Its content counts, and not its name.

use std::io::{Cursor, Read};

use bytes::Bytes;
use zip::ZipArchive;

use crate::TableFault;

/// What a file is, by its content.
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
    /// The kind of these bytes; a text's is told by its own reader.
    ///
    /// # Errors
    /// For what has a password, or is of a kind that no table has.
    pub(crate) fn of(bytes: &Bytes) -> Result<Self, TableFault> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return of_zip(bytes);
        }
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return of_compound_file(bytes);
        }
        Ok(Self::Csv)
    }

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

fn of_zip(bytes: &Bytes) -> Result<Kind, TableFault> {
    let mut zip = ZipArchive::new(Cursor::new(bytes.clone())).map_err(TableFault::damaged)?;
    let names: Vec<String> = zip.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted || name.replace('\\', "/") == wanted);
    if has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    if has("xl/workbook.bin") {
        return Ok(Kind::Xlsb);
    }
    let mut mimetype = String::new();
    if let Ok(file) = zip.by_name("mimetype") {
        // What is not text is no such type either.
        let _ = file.take(200).read_to_string(&mut mimetype);
    }
    if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") && has("content.xml") {
        return Ok(Kind::Ods);
    }
    Err(TableFault::NotATable)
}

/// A compound file's directory has entries of 128 bytes, each beginning with its stream's name in UTF-16.
fn of_compound_file(bytes: &[u8]) -> Result<Kind, TableFault> {
    let named = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes.chunks_exact(128).any(|entry| entry.starts_with(&wanted))
    };
    if named("EncryptedPackage") {
        Err(TableFault::Password { kind: Kind::Xlsx })
    } else if named("Workbook") || named("Book") {
        Ok(Kind::Xls)
    } else {
        Err(TableFault::NotATable)
    }
}
