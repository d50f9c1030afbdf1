//! Any bytes, for the files that come from outside.
//!
//! cargo-fuzz wants a nightly compiler, for sanitizers and for the fuzzer's counters. The counters a stable one has,
//! too, when it is told that it may; sanitizers look for what safe code does not do.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::{call, tree};

/// The version that the arguments below were written for.
const CARGO_FUZZ: &str = "0.13.2";

/// Gives the team setup's reader anything for so many seconds. What it found useful stays for the next time, in the
/// crate's `fuzz/corpus`; what made it fail, in `fuzz/artifacts`.
pub(crate) fn setup(seconds: &str) -> Result<()> {
    let seconds: u32 = seconds.parse().context("--seconds takes a whole number")?;
    ensure_cargo_fuzz()?;
    let crate_folder = tree::root().join("crates/team-setup");
    let corpus = crate_folder.join("fuzz/corpus/setup");
    std::fs::create_dir_all(&corpus)?;
    call::run(
        call::cargo()
            .current_dir(&crate_folder)
            .env("RUSTC_BOOTSTRAP", "1")
            .args(["fuzz", "run", "--sanitizer", "none", "setup"])
            // New ones go into the first folder; the second is only read.
            .args(["fuzz/corpus/setup", "samples"])
            .args(["--", "-dict=fuzz/setup.dict", "-max_len=65536", "-timeout=10", "-print_final_stats=1"])
            .arg(format!("-max_total_time={seconds}")),
    )
}

fn ensure_cargo_fuzz() -> Result<()> {
    let there =
        call::cargo().args(["fuzz", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    println!("Installing cargo-fuzz: this takes some minutes, once.");
    call::run(call::cargo().args(["install", "--locked", "cargo-fuzz", "--version", CARGO_FUZZ]))
}
