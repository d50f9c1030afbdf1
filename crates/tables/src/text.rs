//! A text with separators, or of one column.

mod encoding;
mod quotes;
mod separator;

use bytes::Bytes;
use csv::{ByteRecord, ReaderBuilder};

pub use encoding::{ENCODINGS, Encoding};
use quotes::End;

use crate::table::{Beside, Building};
use crate::{Options, Table, TableFault, Value};

pub(crate) struct Text {
    content: Content,
    encoding: Encoding,
    /// Where the first record begins: behind a byte order mark and a line that names the separator.
    start: usize,
    /// Rows before the first record.
    rows_before: u32,
    separator: Option<u8>,
}

/// A text that is UTF-8 already is not copied.
enum Content {
    Same(Bytes),
    Decoded(String),
}

impl Content {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Same(bytes) => bytes,
            Self::Decoded(text) => text.as_bytes(),
        }
    }
}

/// In a text of one column nothing is cut; this sign stands in no text that a person wrote.
const NO_SEPARATOR: u8 = 0x1F;

/// A cell with more lines than these that hold separators is no cell.
const MOST_LINES: usize = 20;

impl Text {
    pub(crate) fn open(bytes: Bytes, options: &Options<'_>) -> Result<Self, TableFault> {
        let (decoded, encoding) = encoding::decode(&bytes, options)?;
        let content = match decoded {
            Some(text) => Content::Decoded(text),
            None => Content::Same(bytes),
        };
        let text = content.bytes();
        let mark = if text.starts_with("\u{FEFF}".as_bytes()) { 3 } else { 0 };
        is_a_text(&text[mark..])?;
        let (told, line) = separator::told(&text[mark..]);
        let start = mark + line;
        let separator = match told {
            Some(separator) => Some(separator),
            None => separator::find(&text[start..], options.known_name),
        };
        let rows_before = u32::from(told.is_some());
        Ok(Self { content, encoding, start, rows_before, separator })
    }

    pub(crate) fn read(&self, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
        let text = &self.content.bytes()[self.start..];
        let separator = self.separator.unwrap_or(NO_SEPARATOR);
        let mut reader =
            ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text);
        let mut building = Building::new(true, stop);
        let mut record = ByteRecord::new();
        let mut number = self.rows_before;
        loop {
            let before = reader.position().byte();
            if !reader.read_byte_record(&mut record).map_err(TableFault::damaged)? {
                break;
            }
            let start = usize::try_from(before).unwrap_or(usize::MAX).min(text.len());
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
            let (empty, behind) = quotes::empty_lines(text, start);
            number = number.saturating_add(empty).saturating_add(1);
            if is_open(&text[behind.min(end)..end], &record, separator) {
                building.table_mut().open_quote = Some(number);
                break;
            }
            for (column, field) in record.iter().enumerate() {
                // The text is UTF-8 as a whole, and separators and quotes are ASCII.
                let field = std::str::from_utf8(field).map_err(TableFault::damaged)?;
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                let value = if is_error(field) { Value::Error(field.trim()) } else { Value::Text(field) };
                building.cell(number, false, column, value, Beside::default())?;
            }
        }
        let table = building.table_mut();
        table.encoding = Some(self.encoding.clone());
        table.separator = self.separator.map(char::from);
        building.done()
    }
}

/// Whether a record holds a quote that is never closed: at the end of the text, or with much of it in one cell.
fn is_open(raw: &[u8], record: &ByteRecord, separator: u8) -> bool {
    if !raw.contains(&b'"') {
        return false;
    }
    match quotes::end(raw, separator) {
        End::Open | End::ClosedInAnother => true,
        End::Closed => record.iter().any(|field| {
            let lines = field.split(|byte| *byte == b'\n' || *byte == b'\r');
            lines.filter(|line| line.contains(&separator)).count() > MOST_LINES
        }),
    }
}

/// An error's words, which a text keeps as it keeps any other, and a column that was too narrow for its number.
fn is_error(field: &str) -> bool {
    let field = field.trim();
    if !field.starts_with(['#', 'E']) {
        return false;
    }
    let narrow = field.len() >= 3 && field.bytes().all(|byte| byte == b'#');
    let libre = field.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.parse::<u16>().is_ok());
    narrow || libre || ERRORS.contains(&field)
}

const ERRORS: [&str; 11] = [
    "#N/A",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#GETTING_DATA",
];

/// Whether a cell of this text is as good as empty: white space of every kind, and letters that take no room.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| {
        letter.is_whitespace()
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
    })
}

/// Refuses pages that are only called a table, and what is no text at all.
fn is_a_text(text: &[u8]) -> Result<(), TableFault> {
    let head = String::from_utf8_lossy(&text[..text.len().min(4096)]).to_ascii_lowercase();
    let mut page = head.trim_start();
    while let Some((_, after)) = page.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        page = after.trim_start();
    }
    if page.starts_with("<?xml") || page.starts_with("<workbook") {
        return Err(if page.contains("<html") { TableFault::WebPage } else { TableFault::XmlPage });
    }
    let tags = ["<html", "<table", "<!doctype html", "<head", "<body", "<meta", "<style", "<div", "<center"];
    if tags.iter().any(|tag| page.starts_with(tag)) || page.starts_with("mime-version:") {
        return Err(TableFault::WebPage);
    }
    let odd = head.chars().filter(|letter| {
        letter.is_control() && !matches!(letter, '\t' | '\r' | '\n' | '\u{0C}' | '\u{80}'..='\u{9F}')
    });
    // A stray one is in many an export; a picture or a program is full of them.
    if odd.count() * 50 > head.chars().count() || page.starts_with("%pdf-") || page.starts_with("{\\rtf") {
        return Err(TableFault::NotATable);
    }
    Ok(())
}
