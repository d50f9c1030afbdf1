//! The project's own commands. `cargo xtask help` lists them.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for terminals")]

mod app;
#[cfg(target_os = "linux")]
mod bench;
mod call;
mod circles;
mod fuzz;
mod gateways;
mod install;
mod lint;
#[cfg(target_os = "linux")]
mod macos;
mod node;
mod packages;
mod screen;
mod second_rust;
mod simulate;
mod suite;
mod tally;
mod torture;
mod tree;
mod unpack;
mod windows;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  run             the app, with the practice account; without a display on a virtual one, which does
                  the main job once and takes a picture
  test            every test, the ones in a real window included
  lint            format, clippy, circles, the screen's types, licences and sources
  circles         no circle of files or folders in a crate, no arrow up between crates
  screenshots     a picture of every screen in every state, into target/screenshots
  bench upload    large and small updates against curl, plain and over TLS: throughput, processor time, memory
  bench start     from process start to a window that takes input, against an empty window
  simulate desks [--desks N] [--limit N]
                  many desks on one account's limit, in virtual time: what is used, refused, and how fair
  torture kill    the core, killed at random moments and at each named one, against what the server did;
                  --rounds N (200), --seed N to play the same again
  torture plug    the same on a disk (FUSE, Linux) that loses, tears and reorders what was not synced;
                  --without-sync-of NAME ignores the syncs of a file or folder, to see that it is found
  bench history   the list with 100,000 and with 1,000,000 deliveries
  bench pace      250 updates at 25 in 5 s, against the least possible
  bench tables    50,000 rows of 8 columns, against openpyxl and the csv crate
  bench first-update
                  a first update at a person's pace: seconds and actions
  fuzz setup --seconds N
                  gives the reader of team setup files anything, for so long
  gateways [--tries N] [--only NAME,…] [--ci]
                  the client through real nginx, HAProxy, Caddy, Apache, Squid and Envoy, unpacked under
                  target/, each refusing, cutting and timing out in its own way
  check-windows   checks the Windows code on Linux, with a second toolchain under target/
  check-macos     checks the macOS code in the same way
  test-windows [--ci]
                  the tests that run under Wine, the torture and the app's start; --ci: outbox, service-crm and
                  team-setup, without what takes minutes
  help            this list

Each installs what it misses (Debian and Ubuntu; elsewhere it names it) and builds the screen.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[String]) -> Result<()> {
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => app::run(),
        ["test"] => suite::test(),
        ["lint"] => lint::lint(),
        ["circles"] => circles::check(),
        ["screenshots"] => app::screenshots(),
        #[cfg(target_os = "linux")]
        ["bench", "upload"] => bench::upload(),
        #[cfg(target_os = "linux")]
        ["bench", "start"] => bench::start(),
        #[cfg(target_os = "linux")]
        ["bench", "history"] => bench::history(),
        #[cfg(target_os = "linux")]
        ["bench", "pace"] => bench::pace(),
        #[cfg(target_os = "linux")]
        ["bench", "tables"] => bench::tables(),
        #[cfg(target_os = "linux")]
        ["bench", "first-update"] => app::first_update(),
        #[cfg(not(target_os = "linux"))]
        ["bench", _] => bail!("measured on Linux only: by /proc, and by an X server"),
        ["simulate", "desks", ..] => simulate::desks(&words[2..]),
        ["torture", how @ ("kill" | "plug"), ref options @ ..] => torture::long(how, options),
        ["fuzz", "setup", "--seconds", seconds] => fuzz::setup(seconds),
        ["gateways", ref options @ ..] => gateways::gateways(options),
        ["check-windows"] => windows::check(),
        #[cfg(target_os = "linux")]
        ["check-macos"] => macos::check(),
        #[cfg(not(target_os = "linux"))]
        ["check-macos"] => bail!("this is for Debian; here there may be the real thing"),
        ["test-windows"] => windows::test(windows::Extent::Whole),
        ["test-windows", "--ci"] => windows::test(windows::Extent::Short),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command \"{}\"; cargo xtask help lists them", words.join(" ")),
    }
}
