//! How fast a table is read, against other readers of the same file, and how much memory that takes.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::measure::{median, verdict};
use crate::bench::peak::peak;
use crate::{call, tree};

const ROWS: &str = "50000";
const ROUNDS: usize = 5;
/// Of openpyxl's time.
const SPREADSHEET_AIM: f64 = 0.25;
/// Of the csv crate's.
const TEXT_AIM: f64 = 10.0;
const MAP_AIM: f64 = 1.0;
const MEMORY_AIM: f64 = 64.0;

/// Measures, and prints what was measured.
pub(crate) fn tables() -> Result<()> {
    call::run(call::cargo().args(["build", "--release", "-p", "desk", "--example", "tables_pace"]))?;
    let python = python()?;
    let script = tree::root().join("xtask/src/bench/big_table.py");
    let folder = tree::root().join("target/bench-tables");
    let (text, book) = (folder.join("big.csv"), folder.join("big.xlsx"));
    if !text.is_file() || !book.is_file() {
        call::run(Command::new(&python).arg(&script).arg(ROWS).args([&text, &book]))?;
    }
    let mut times: [Vec<f64>; 6] = Default::default();
    for _ in 0..ROUNDS {
        let seen = [
            figure(Command::new(&python).arg(&script).arg("openpyxl").arg(&book), "read")?,
            figure(&mut ours("read", &book), "read")?,
            figure(&mut ours("read", &book), "map")?,
            figure(&mut ours("bare", &text), "read")?,
            figure(&mut ours("read", &text), "read")?,
            figure(&mut ours("read", &text), "map")?,
        ];
        times.iter_mut().zip(seen).for_each(|(times, seen)| times.push(seen));
    }
    let [openpyxl, xlsx, map_xlsx, bare, csv, map_csv] = times.map(|times| median(&times));
    let idle = peak(Command::new(tree::built("release", "examples/tables_pace")).arg("idle"))?;
    println!("\n{ROWS} rows of 8 columns, medians of {ROUNDS}");
    println!("  .xlsx by openpyxl   {openpyxl:7.3} s");
    let ratio = xlsx / openpyxl;
    println!(
        "  .xlsx               {xlsx:7.3} s   ratio {ratio:6.3}   aim: at most {SPREADSHEET_AIM}: {}",
        verdict(ratio <= SPREADSHEET_AIM)
    );
    println!("  .csv by csv alone   {bare:7.3} s");
    let ratio = csv / bare;
    println!(
        "  .csv                {csv:7.3} s   ratio {ratio:6.3}   aim: at most {TEXT_AIM}: {}",
        verdict(ratio <= TEXT_AIM)
    );
    for (name, map) in [(".xlsx", map_xlsx), (".csv", map_csv)] {
        println!(
            "  mapping {name:<5}       {map:7.3} s   aim: at most {MAP_AIM} s: {}",
            verdict(map <= MAP_AIM)
        );
    }
    for (name, file) in [(".xlsx", &book), (".csv", &text)] {
        let above = peak(&mut ours("read", file))? - idle;
        println!(
            "  memory {name:<5}        {above:7.1} MiB above idle   aim: at most {MEMORY_AIM}: {}",
            verdict(above <= MEMORY_AIM)
        );
    }
    Ok(())
}

fn ours(mode: &str, file: &Path) -> Command {
    let mut command = Command::new(tree::built("release", "examples/tables_pace"));
    command.arg(mode).arg(file);
    command
}

fn figure(command: &mut Command, name: &str) -> Result<f64> {
    let printed = call::printed(command)?;
    let line = printed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    Ok(line.with_context(|| format!("no {name} in: {printed}"))?.parse()?)
}

/// A Python with the other reader, in a place of its own under `target/`.
fn python() -> Result<PathBuf> {
    let folder = tree::root().join("target/bench-tables");
    let python = folder.join("venv/bin/python");
    if !python.is_file() {
        std::fs::create_dir_all(&folder)?;
        call::run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
        let packages = ["XlsxWriter==3.3.1", "openpyxl==3.1.5"];
        call::run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    }
    Ok(python)
}
