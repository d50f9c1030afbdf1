//! Prints what the app reads in a table, as JSON: `cargo run -p desk --example read_table -- FILE`. What the codes of
//! the problems mean stands in `docs/tables.md`.

mod describe;

use std::io::Write;
use std::path::PathBuf;

fn main() -> anyhow::Result<()> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    anyhow::ensure!(!paths.is_empty(), "which file? read_table FILE …");
    for path in paths {
        let described = describe::describe(&path);
        writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&described)?)?;
    }
    Ok(())
}
