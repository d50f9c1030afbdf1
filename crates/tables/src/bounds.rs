//! The most that a table may hold. Each bound is looked at before it costs anything.

/// Bytes of a file.
pub const MOST_BYTES: u64 = 100_000_000;

/// Bytes of everything in a file, unpacked, by the zip's directory and then as they come.
pub const MOST_UNPACKED: u64 = 512 << 20;

/// Bytes of an .xlsx's shared strings, unpacked. They are held in memory while a sheet is read.
pub const MOST_STRINGS: u64 = 128 << 20;

/// Rows that hold anything.
pub const MOST_ROWS: usize = 500_000;

/// Cells that hold anything, in a sheet.
pub const MOST_CELLS: usize = 20_000_000;

/// Cells of an .ods, repeated ones counted as often as they are repeated.
pub const MOST_ODS_CELLS: usize = 5_000_000;

/// Columns of a sheet, as the spreadsheets have it.
pub(crate) const MOST_COLUMNS: u32 = 16_384;

/// How many cells are read between two questions whether to stop.
pub(crate) const STEP: usize = 1024;
