//! Every test that can run under Wine.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use super::left_out::{LEFT_OUT, LeftOut, TOO_LONG};
use super::programs::{self, Kind, Program};
use super::start;
use super::wine::Wine;
use crate::packages::{BUILD, MINGW, SCREEN, WINE};
use crate::second_rust::{self, WINDOWS};
use crate::tally::Tally;
use crate::{call, install, screen, torture};

/// The longest that a program may take: several times what the longest does.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// The packages of the short form: what is below the shell, and of these the ones that people's promises rest on.
const SHORT: [&str; 3] = ["outbox", "service-crm", "team-setup"];

/// How much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// As long as can be waited for before each change lands.
    Short,
}

/// Builds once, runs what was built, and fails when one failed.
pub(crate) fn test(extent: Extent) -> Result<()> {
    let mut left_out: Vec<&LeftOut> = LEFT_OUT.iter().collect();
    let mut cargo = match extent {
        Extent::Whole => {
            install::ensure(&[BUILD, MINGW, WINE, SCREEN])?;
            screen::ensure_built()?;
            let mut cargo = second_rust::cargo("test", &WINDOWS)?;
            // What is for builders runs on Linux only, or, as the xtask, there first of all.
            cargo.args(["--workspace", "--exclude", "empty-window", "--exclude", "window-drive"]);
            cargo.args(["--exclude", "xtask", "--features", torture::FEATURE]);
            cargo
        }
        Extent::Short => {
            install::ensure(&[BUILD, MINGW, WINE])?;
            left_out.push(&TOO_LONG);
            let mut cargo = second_rust::cargo("test", &WINDOWS)?;
            cargo.args(SHORT.map(|package| ["-p", package]).as_flattened());
            cargo
        }
    };
    // Gigabytes, for a build that is made whole and then only run.
    cargo.env("CARGO_INCREMENTAL", "0");
    let programs = programs::build(cargo.arg("--no-run"))?;
    let wine = Wine::ready(WINDOWS.built().join(WINDOWS.target).join("debug"))?;
    let mut tally = Tally::default();
    let mut parts: Vec<Result<()>> = Vec::new();
    for program in &programs {
        match (program.kind, program.name.as_str()) {
            (Kind::Test, _) => parts.push(tests(program, &left_out, &wine, &mut tally)),
            (Kind::Example, torture::EXAMPLE) => {
                parts.push(run(program, &["kill", "--rounds", torture::SHORT], &wine, &mut tally));
            }
            (Kind::App, "ticket-courier") => {
                let started = start::app(&program.path, &wine);
                tally.add("the app's start", started.is_ok());
                parts.push(started);
            }
            _ => {}
        }
    }
    println!("\nLeft out:");
    for LeftOut { why, tests } in left_out {
        println!("- {why}:\n    {}", tests.join("\n    "));
    }
    println!("\n{tally}");
    call::all(parts)
}

/// Runs a test program without what is left out of it.
fn tests(program: &Program, left_out: &[&LeftOut], wine: &Wine, tally: &mut Tally) -> Result<()> {
    let names = left_out.iter().flat_map(|left_out| left_out.tests);
    let options: Vec<&str> = names.flat_map(|name| ["--skip", name]).collect();
    run(program, &options, wine, tally)
}

fn run(program: &Program, options: &[&str], wine: &Wine, tally: &mut Tally) -> Result<()> {
    let whose = program.folder.file_name().unwrap_or_default();
    println!("\n> {} of {}, under Wine", program.name, Path::new(whose).display());
    let mut command = wine.program(&program.path);
    command.args(options).current_dir(&program.folder);
    let status = wine.run(command, LIMIT, |line| tally.read(line))?;
    if !status.success() {
        bail!("{} of {} failed: {status}", program.name, Path::new(whose).display());
    }
    Ok(())
}
