//! How fast a table is read: `tables_pace read FILE`, `tables_pace bare FILE` (a text by the csv crate alone),
//! `tables_pace cells FILE` (without what they ask for), `tables_pace idle`. `cargo xtask bench tables` compares them.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use desk::batch::{Choices, Mapping, Reading, choose_sheet, is_known_name};
use tables::{Book, Options};

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["idle"] => Ok(()),
        ["bare", file] => bare(Path::new(file)),
        ["cells", file] => read(Path::new(file), false),
        ["read", file] => read(Path::new(file), true),
        _ => anyhow::bail!("tables_pace idle | bare FILE | cells FILE | read FILE"),
    }
}

fn say(name: &str, value: f64) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{name}\t{value}")
}

fn bare(file: &Path) -> anyhow::Result<()> {
    let started = Instant::now();
    let content = std::fs::read(file)?;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_slice());
    let mut record = csv::ByteRecord::new();
    let mut rows = 0.0;
    while reader.read_byte_record(&mut record)? {
        rows += 1.0;
    }
    say("read", started.elapsed().as_secs_f64())?;
    Ok(say("rows", rows)?)
}

fn read(file: &Path, map: bool) -> anyhow::Result<()> {
    let started = Instant::now();
    let options = Options { known_name: Some(&is_known_name), ..Options::default() };
    let mut book = Book::open_file(file, &options)?;
    let chosen = choose_sheet(&mut book, &|| false)?;
    say("read", started.elapsed().as_secs_f64())?;
    if !map {
        return Ok(());
    }
    let started = Instant::now();
    let mapping = Mapping::propose(&chosen.table, None);
    let reading = Reading::of(&chosen.table, &mapping, &Choices::default(), &|_| false);
    say("map", started.elapsed().as_secs_f64())?;
    let rows = u32::try_from(reading.rows.len()).context("too many rows")?;
    Ok(say("rows", f64::from(rows))?)
}
