//! How long the list takes when it has become long: the outbox with 100,000 and with 1,000,000 deliveries.
//!
//! Here an aim is a time and not a ratio: what a person waits for is a time.

use std::process::Command;

use anyhow::{Result, bail};

use crate::bench::measure::verdict;
use crate::{call, tree};

/// Deliveries, and the aim for the 95th percentile in milliseconds.
const SIZES: [(u32, f64); 2] = [(100_000, 30.0), (1_000_000, 60.0)];
/// Measured, and not what a person waits for while the app runs.
const WITHOUT_AIM: [&str; 1] = ["opening"];

/// Measures, and prints what was measured.
pub(crate) fn history() -> Result<()> {
    call::run(call::cargo().args([
        "build",
        "--locked",
        "--release",
        "-p",
        "outbox",
        "--example",
        "history",
    ]))?;
    for (deliveries, aim) in SIZES {
        let folder = tempfile::tempdir_in(tree::target())?;
        let place = folder.path().to_string_lossy().into_owned();
        call::run(program().args(["fill", &place, &deliveries.to_string()]))?;
        let measured = Measured::read(&call::printed(program().args(["measure", &place]))?)?;
        measured.print(deliveries, aim);
    }
    Ok(())
}

fn program() -> Command {
    Command::new(tree::built("release", "examples/history"))
}

/// A question's times, in ms.
struct Times {
    name: String,
    p50: f64,
    p95: f64,
    /// The processor's time alone: on a machine that is busy with something else, the clock tells of that.
    worked: f64,
    runs: u32,
}

struct Measured {
    bytes: f64,
    /// In the order of asking.
    times: Vec<Times>,
}

impl Measured {
    fn read(printed: &str) -> Result<Self> {
        let (mut bytes, mut times) = (0.0, Vec::new());
        for line in printed.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["bytes", number] => bytes = number.parse()?,
                [name, p50, p95, worked, runs] => {
                    let (p50, p95, worked, runs) =
                        (p50.parse()?, p95.parse()?, worked.parse()?, runs.parse()?);
                    times.push(Times { name: name.to_owned(), p50, p95, worked, runs });
                }
                _ => bail!("the history's figures are not understood: {line}"),
            }
        }
        Ok(Self { bytes, times })
    }

    fn print(&self, deliveries: u32, aim: f64) {
        println!(
            "\n{deliveries} deliveries, {:.0} MiB   (ms; aim: p95 at most {aim})",
            self.bytes / 1024.0 / 1024.0
        );
        println!("  {:36} {:>8} {:>8} {:>10} {:>6}", "", "p50", "p95", "p95 of CPU", "times");
        for Times { name, p50, p95, worked, runs } in &self.times {
            let said = if WITHOUT_AIM.contains(&name.as_str()) { "no aim" } else { verdict(*p95 <= aim) };
            println!("  {name:36} {p50:8.2} {p95:8.2} {worked:10.2} {runs:6}   {said}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_in_their_order_and_nothing_else_is_taken_for_one() {
        let measured =
            Measured::read("opening\t1.5\t2\t1.25\t5\nbytes\t1048576\nfirst page\t1\t31\t3\t200\n").unwrap();
        let names: Vec<&str> = measured.times.iter().map(|times| times.name.as_str()).collect();
        assert_eq!((names, measured.times[1].runs), (vec!["opening", "first page"], 200));
        assert!((measured.times[1].p95 - 31.0).abs() < f64::EPSILON);
        assert!(Measured::read("the disk is full").is_err());
    }
}
