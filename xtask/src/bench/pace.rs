//! Whether a limit on calls is used to the full: real updates through the outbox, against the practice server.

use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::measure::verdict;
use crate::{call, tree};

const AIM: f64 = 1.02;

/// Measures, and prints what was measured.
pub(crate) fn pace() -> Result<()> {
    call::run(call::cargo().args(["build", "--locked", "--release", "-p", "outbox", "--example", "pace"]))?;
    let printed = call::printed(&mut Command::new(tree::built("release", "examples/pace")))?;
    let figure = |name: &str| -> Result<f64> {
        let line = printed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
        Ok(line.with_context(|| format!("no {name} in: {printed}"))?.parse()?)
    };
    let (updates, least, took) = (figure("updates")?, figure("least")?, figure("took")?);
    let (applied, too_many) = (figure("applied")?, figure("too many")?);
    println!("\n{updates} updates, 25 in 5 s");
    println!("  least possible {least:7.2} s");
    println!("  took           {took:7.2} s");
    println!(
        "  ratio          {:7.3}     aim: at most {AIM}: {}",
        took / least,
        verdict(took / least <= AIM)
    );
    println!("  answered 429   {too_many:7}     aim: none: {}", verdict(too_many == 0.0));
    println!("  applied        {applied:7}     aim: each once: {}", verdict((applied - updates).abs() < 0.5));
    Ok(())
}
