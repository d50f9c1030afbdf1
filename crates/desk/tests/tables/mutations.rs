//! Spoilt in every place: never a panic, and what is still read is a reading.

use bytes::Bytes;
use desk::batch::{Choices, Mapping, Reading, choose_sheet, is_known_name};
use tables::{Book, Options};

use crate::samples::folder;

/// Reads to the end, whatever comes of it. Whether there was a reading is the answer.
fn survives(bytes: Vec<u8>) -> bool {
    let options = Options { known_name: Some(&is_known_name), ..Options::default() };
    let Ok(mut book) = Book::open(Bytes::from(bytes), &options) else { return false };
    let Ok(chosen) = choose_sheet(&mut book, &|| false) else { return false };
    let mapping = Mapping::propose(&chosen.table, None);
    let reading = Reading::of(&chosen.table, &mapping, &Choices::default(), &|_| false);
    // A row never asks for what it also says is wrong with its ticket.
    for row in &reading.rows {
        let refused = row.problems.iter().any(|problem| problem.code() == "not_a_ticket");
        assert!(!(refused && row.ticket.is_some()), "{row:?}");
    }
    true
}

/// Numbers that look random and are the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

fn spoilt(name: &str, times: usize) {
    let whole = std::fs::read(folder().join(name)).unwrap();
    assert!(survives(whole.clone()), "{name}");
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..times {
        let mut bytes = whole.clone();
        match dice.below(4) {
            0 => bytes.truncate(dice.below(whole.len())),
            1 => {
                drop(bytes.drain(dice.below(whole.len() / 2)..dice.below(whole.len() / 2) + whole.len() / 2))
            }
            _ => {}
        }
        for _ in 0..=dice.below(8) {
            let at = dice.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte = match dice.below(3) {
                    0 => 0xFF,
                    1 => 0,
                    _ => *byte ^ (1 << dice.below(8)),
                };
            }
        }
        survives(bytes);
    }
}

/// Spoils the parts of a zip, and not what packs them: otherwise the checksums stop most of it at the door.
fn spoilt_inside(name: &str, part: &str, times: usize) {
    use std::io::{Read, Write};
    let packed = std::fs::read(folder().join(name)).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut read = 0;
    for _ in 0..times {
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            if name == part {
                for _ in 0..=dice.below(4) {
                    let at = dice.below(content.len());
                    match dice.below(4) {
                        0 => content.truncate(at),
                        1 => content[at] = b'9',
                        2 => content[at] = b'<',
                        _ => content[at] ^= 1 << dice.below(7),
                    }
                    if content.is_empty() {
                        break;
                    }
                }
            }
            out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(&content).unwrap();
        }
        read += usize::from(survives(out.finish().unwrap().into_inner()));
    }
    // A letter of a text may be any other.
    assert!(read > 0, "{name} {part}");
}

#[test]
fn a_workbook_spoilt_anywhere_is_refused_or_read() {
    spoilt("tickets.xlsx", 150);
    spoilt("links.xlsx", 60);
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"] {
        spoilt_inside("tickets.xlsx", part, 30);
    }
    spoilt_inside("links.xlsx", "xl/worksheets/_rels/sheet1.xml.rels", 30);
}

#[test]
fn an_ods_spoilt_anywhere_is_refused_or_read() {
    spoilt("tickets.ods", 80);
    spoilt_inside("tickets.ods", "content.xml", 30);
}

#[test]
fn an_xls_spoilt_anywhere_is_refused_or_read() {
    spoilt("old.xls", 500);
}

#[test]
fn a_text_spoilt_anywhere_is_refused_or_read() {
    for name in ["excel-utf8.csv", "excel-unicode.txt", "german-1252.csv", "open-quote.csv", "sep-line.csv"] {
        spoilt(name, 200);
    }
}
