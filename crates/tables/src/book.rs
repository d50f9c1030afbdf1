//! A file that is opened: its kind, its sheets, and one after the other their cells.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use bytes::Bytes;

use crate::bounds::MOST_BYTES;
use crate::detect::kind_of;
use crate::fault::TableFault;
use crate::kind::Kind;
use crate::ods::Ods;
use crate::options::Options;
use crate::sheet::Sheet;
use crate::table::Table;
use crate::text::Text;
use crate::xls::Xls;
use crate::xlsx::Xlsx;

/// A file that is opened.
pub struct Book {
    kind: Kind,
    sheets: Vec<Sheet>,
    source: Source,
}

enum Source {
    Xlsx(Box<Xlsx>),
    Xls(Box<Xls>),
    Ods(Box<Ods>),
    Text(Box<Text>),
}

impl Book {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be read, is too large, or is of a kind that is not read.
    pub fn open_file(path: &Path, options: &Options<'_>) -> Result<Self, TableFault> {
        let unreadable = |fault: std::io::Error| TableFault::Unreadable { why: fault.to_string() };
        if path.file_name().is_some_and(|name| is_passed_over(&name.to_string_lossy())) {
            return Err(TableFault::OwnerFile);
        }
        let file = std::fs::File::open(path).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        if bytes > MOST_BYTES {
            return Err(TableFault::TooLarge { bytes });
        }
        let mut content = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
        // It may grow while it is read.
        file.take(MOST_BYTES + 1).read_to_end(&mut content).map_err(unreadable)?;
        Self::open(content.into(), options)
    }

    /// Opens a file's bytes.
    ///
    /// # Errors
    /// When they are too many, or of a kind that is not read.
    pub fn open(bytes: Bytes, options: &Options<'_>) -> Result<Self, TableFault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(TableFault::TooLarge { bytes: bytes.len() as u64 });
        }
        caught(|| Self::open_kind(bytes, options))
    }

    fn open_kind(bytes: Bytes, options: &Options<'_>) -> Result<Self, TableFault> {
        let kind = kind_of(&bytes)?;
        let (source, sheets) = match kind {
            Kind::Xlsx => {
                let (book, sheets) = Xlsx::open(bytes)?;
                (Source::Xlsx(Box::new(book)), sheets)
            }
            Kind::Xls => {
                let (book, sheets) = Xls::open(bytes)?;
                (Source::Xls(Box::new(book)), sheets)
            }
            Kind::Ods => {
                let (book, sheets) = Ods::open(bytes)?;
                (Source::Ods(Box::new(book)), sheets)
            }
            Kind::Xlsb => return Err(TableFault::BinaryWorkbook),
            Kind::Html => return Err(TableFault::WebPage),
            Kind::Xml => return Err(TableFault::XmlPage),
            Kind::Csv => {
                let sheet = Sheet { name: String::new(), visible: true, active: true };
                (Source::Text(Box::new(Text::open(bytes, options)?)), vec![sheet])
            }
        };
        Ok(Self { kind, sheets, source })
    }

    /// The file's kind.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its sheets, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The cells of a sheet, by its place in [`Book::sheets`]. `stop` is asked now and then whether to stop.
    ///
    /// # Errors
    /// When the sheet holds too much or is damaged, and when `stop` says so.
    pub fn read(&mut self, sheet: usize, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
        let name = &self.sheets.get(sheet).ok_or(TableFault::NoSuchSheet)?.name;
        let source = &mut self.source;
        caught(|| match source {
            Source::Xlsx(book) => book.read(sheet, stop),
            Source::Xls(book) => book.read(name, stop),
            Source::Ods(book) => book.read(sheet, stop),
            Source::Text(text) => text.read(stop),
        })
    }
}

/// A parser of others that gives up by a panic on a file that is spoilt tells no more than that it is.
fn caught<T>(work: impl FnOnce() -> Result<T, TableFault>) -> Result<T, TableFault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(TableFault::damaged("its reader gave up")))
}

/// Whether a file of this name is a spreadsheet program's note that a table is open.
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'))
}
