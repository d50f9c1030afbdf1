//! Kills the app's core again and again, and compares what it then says with what the server did.
//!
//! `cargo xtask torture kill` builds and runs it, and `cargo xtask torture plug`, where the disk below the app loses
//! what was not synced with each end. One program has both roles: the judge starts itself anew, as the program under
//! torture, and kills that.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for terminals")]

mod carry;
mod figures;
mod ground;
mod judge;
mod life;
mod plan;
mod round;
mod snapshot;

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use figures::Figures;
use ground::{Ground, Torture};
use outbox::CRASH_POINTS;
use tokio::task::JoinSet;

/// Rounds that are played at once: most of a round is waiting, and a busy disk makes more of it.
const AT_ONCE: usize = 4;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let kept = match words[..] {
        ["carry", folder, app, address, seed] => match seed.parse() {
            Ok(seed) => carry::carry(folder.as_ref(), app.as_ref(), address, seed).await.map(|()| true),
            Err(error) => Err(anyhow::Error::new(error)),
        },
        ["kill", ref options @ ..] => torture(Torture::Kill, options).await,
        ["plug", ref options @ ..] => torture(Torture::Plug { deaf: None }, options).await,
        _ => Err(anyhow!(USAGE)),
    };
    match kept {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("torture: {error:#}");
            ExitCode::FAILURE
        }
    }
}

const USAGE: &str = "\
torture kill [--rounds N] [--seed N]
torture plug [--rounds N] [--seed N] [--without-sync-of NAME]";

/// Plays the rounds; says whether every promise was kept.
async fn torture(mut torture: Torture, words: &[&str]) -> Result<bool> {
    let (mut rounds, mut seed) = (200, u64::from(rand::random::<u32>()));
    for option in words.chunks(2) {
        match *option {
            ["--rounds", number] => rounds = number.parse().context("--rounds")?,
            ["--seed", number] => seed = number.parse().context("--seed")?,
            ["--without-sync-of", name] if matches!(torture, Torture::Plug { .. }) => {
                torture = Torture::Plug { deaf: Some(name.into()) };
            }
            _ => bail!("{USAGE}\nnot {}", words.join(" ")),
        }
    }
    if let Err(none) = Ground::try_one(&torture)? {
        println!("nothing is played: {none}");
        println!("torture: 0 passed; 0 failed; {rounds} skipped");
        return Ok(true);
    }
    println!("{rounds} rounds, seed {seed}");
    let mut figures = Figures::default();
    let mut playing = JoinSet::new();
    let mut left = (0..rounds).map(|round: u64| seed.wrapping_add(round));
    loop {
        while playing.len() < AT_ONCE
            && let Some(seed) = left.next()
        {
            let torture = torture.clone();
            playing.spawn(async move { (seed, round::round(&torture, seed).await) });
        }
        let Some(played) = playing.join_next().await else { break };
        let (seed, outcome) = played?;
        let outcome = outcome.with_context(|| format!("the round of seed {seed}"))?;
        for (breach, words) in &outcome.breaches {
            println!("{breach:?} in --rounds 1 --seed {seed}: {words}");
        }
        figures.add(&outcome.figures);
        if figures.rounds.is_multiple_of(20) {
            println!("{} rounds played", figures.rounds);
        }
    }
    println!("\n{figures}");
    let missed = if rounds < CRASH_POINTS.len() as u64 { Vec::new() } else { figures.missed() };
    if !missed.is_empty() {
        println!("no program ended at {}", missed.join(", "));
    }
    println!("torture: {} passed; {} failed", figures.rounds - figures.failed_rounds, figures.failed_rounds);
    Ok(figures.breaches() == 0 && missed.is_empty())
}
