//! Many desks on one account's limit: the real pacer in virtual time, against limits of every kind that the vendor
//! may have. Prints what was used, what was refused and how fair it was, and fails where an aim is missed.
//!
//! ```text
//! desks --desks 50 --limit 25 [--minutes 10] [--runs 20] [--late N] [--light N]
//! ```
#![expect(clippy::print_stdout, reason = "a program for terminals")]

use std::process::ExitCode;

use lexopt::prelude::*;
use office::{Kind, Office, Outcome};

#[path = "desks/office.rs"]
mod office;

/// Of the limit that is used, at least; of the calls that are refused, at most; median desk over slowest, at most.
/// All after the first minute.
const USED: f64 = 0.90;
const REFUSED: f64 = 0.01;
const APART: f64 = 1.5;

fn main() -> Result<ExitCode, lexopt::Error> {
    let mut office = Office { desks: 50, limit: 25, minutes: 10, late: 0, light: 0 };
    let mut runs = 20;
    let mut words = lexopt::Parser::from_env();
    while let Some(word) = words.next()? {
        match word {
            Long("desks") => office.desks = words.value()?.parse()?,
            Long("limit") => office.limit = words.value()?.parse()?,
            Long("minutes") => office.minutes = words.value()?.parse()?,
            Long("late") => office.late = words.value()?.parse()?,
            Long("light") => office.light = words.value()?.parse()?,
            Long("runs") => runs = words.value()?.parse()?,
            _ => return Err(word.unexpected()),
        }
    }
    let Office { desks, limit, minutes, late, light } = office;
    println!(
        "{desks} desks, {limit} calls in 5 s, {minutes} minutes, the mean of {runs} runs (and the worst)"
    );
    if late + light > 0 {
        println!(
            "of them {late} that come later, one every ten seconds, and {light} with a call now and then"
        );
    }
    println!("all after the first minute; apart: calls of the median busy desk over those of the slowest\n");
    println!("{:36} {:>17} {:>17} {:>17}", "window", "used", "refused", "apart");
    let mut met = true;
    let mut late_shares = Vec::new();
    for kind in Kind::ALL {
        for retry_after in [false, true] {
            let outcomes: Vec<Outcome> = (0..runs).map(|seed| office.open(kind, retry_after, seed)).collect();
            let used = Spread::of(&outcomes, |outcome| outcome.used);
            let refused = Spread::of(&outcomes, |outcome| outcome.refused);
            let apart = Spread::of(&outcomes, |outcome| outcome.apart);
            if late > 0 {
                let share = Spread::of(&outcomes, |outcome| outcome.late_share);
                late_shares.push((kind, share.mean, share.lowest));
            }
            let good = used.mean >= USED && refused.mean <= REFUSED && apart.mean <= APART;
            met &= good;
            println!(
                "{:36} {:7.1} % ({:4.1} %) {:7.2} % ({:4.2} %) {:9.2} ({:5.2})   {}",
                format!("{}{}", name(kind), if retry_after { ", Retry-After" } else { "" }),
                used.mean * 100.0,
                used.lowest * 100.0,
                refused.mean * 100.0,
                refused.highest * 100.0,
                apart.mean,
                apart.highest,
                verdict(good),
            );
        }
    }
    for (kind, mean, lowest) in late_shares {
        println!(
            "{}: in the last minutes the slowest who came late had {:.0} % of the median (at worst {:.0} %)",
            name(kind),
            mean * 100.0,
            lowest * 100.0
        );
    }
    println!(
        "\naims: used at least {:.0} %, refused at most {:.0} %, apart at most {APART}: {}",
        USED * 100.0,
        REFUSED * 100.0,
        verdict(met)
    );
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Sliding => "sliding",
        Kind::Counting => "sliding, counts refused",
        Kind::Fixed => "fixed",
    }
}

fn verdict(met: bool) -> &'static str {
    if met { "aims met" } else { "aims missed" }
}

struct Spread {
    mean: f64,
    lowest: f64,
    highest: f64,
}

impl Spread {
    fn of(outcomes: &[Outcome], figure: impl Fn(&Outcome) -> f64) -> Self {
        let figures: Vec<f64> = outcomes.iter().map(figure).collect();
        Self {
            mean: figures.iter().sum::<f64>() / figures.len() as f64,
            lowest: figures.iter().copied().fold(f64::INFINITY, f64::min),
            highest: figures.iter().copied().fold(0.0, f64::max),
        }
    }
}
