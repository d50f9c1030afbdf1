//! The zip that a spreadsheet is, within its bounds.

use std::io::{BufReader, Cursor, Read};

use bytes::Bytes;
use zip::ZipArchive;

use crate::TableFault;
use crate::bounds::{MOST_STRINGS, MOST_UNPACKED};

/// A spreadsheet's parts, by name; letter case does not count, as it does not for Excel.
pub(crate) struct Package {
    zip: ZipArchive<Cursor<Bytes>>,
    /// In small letters, and as it stands in the directory.
    names: Vec<(String, usize)>,
}

/// A part, unpacked as it is read and never further than it may be.
pub(crate) type Part<'a> = BufReader<Box<dyn Read + 'a>>;

impl Package {
    pub(crate) fn open(bytes: Bytes) -> Result<Self, TableFault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(TableFault::damaged)?;
        let mut names = Vec::with_capacity(zip.len());
        let mut unpacked: u64 = 0;
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(TableFault::damaged)?;
            unpacked = unpacked.saturating_add(part.size());
            let name = part.name().map_err(TableFault::damaged)?.replace('\\', "/").to_ascii_lowercase();
            if name.ends_with("sharedstrings.xml") && part.size() > MOST_STRINGS {
                return Err(TableFault::TooLargeUnpacked);
            }
            names.push((name, index));
        }
        if unpacked > MOST_UNPACKED {
            return Err(TableFault::TooLargeUnpacked);
        }
        Ok(Self { zip, names })
    }

    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, TableFault> {
        let name = name.trim_start_matches('/').to_ascii_lowercase();
        let Some(index) = self.names.iter().find(|(known, _)| *known == name).map(|(_, index)| *index) else {
            return Ok(None);
        };
        let part = self.zip.by_index(index).map_err(TableFault::damaged)?;
        Ok(Some(BufReader::with_capacity(1 << 16, Box::new(part.take(MOST_UNPACKED)))))
    }

    /// Unpacks the shared strings once, to see that the directory tells the truth: they are held in memory.
    pub(crate) fn check_strings(&mut self) -> Result<(), TableFault> {
        let found = self.names.iter().find(|(name, _)| name.ends_with("sharedstrings.xml"));
        let Some((_, index)) = found else { return Ok(()) };
        let part = self.zip.by_index(*index).map_err(TableFault::damaged)?;
        let bytes = std::io::copy(&mut part.take(MOST_STRINGS + 1), &mut std::io::sink())
            .map_err(TableFault::damaged)?;
        if bytes > MOST_STRINGS { Err(TableFault::TooLargeUnpacked) } else { Ok(()) }
    }
}
