//! A long history, and how long the list takes with it: what `cargo xtask bench history` runs.
//!
//! `history fill FOLDER DELIVERIES` makes an outbox and fills it; `history measure FOLDER` asks it what the screen asks,
//! and prints a line for each question: its name, the 50th and 95th percentile in milliseconds, the 95th of the processor's
//! time alone, and how often it was asked.
#![expect(clippy::print_stdout, reason = "a program for terminals")]

mod fill;
mod measure;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["fill", folder, deliveries] => fill::fill(Path::new(folder), deliveries.parse()?),
        ["measure", folder] => measure::measure(Path::new(folder)),
        _ => Err("usage: history fill FOLDER DELIVERIES | history measure FOLDER".into()),
    }
}
