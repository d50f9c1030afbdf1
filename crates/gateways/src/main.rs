//! The client through real servers and proxies, each refusing, cutting and timing out in its own way.
//!
//! ```text
//! gateways certificate --work FOLDER
//! SSL_CERT_FILE=FOLDER/authority.pem gateways run --work FOLDER --unpacked FOLDER [--only NAME,…] [--tries N] [--huge]
//! ```
//!
//! `cargo xtask gateways` unpacks the servers and calls this. Ends with 1 when a class is wrong, an upload would be
//! sent again for ever, or a refusal is lost.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for terminals")]

#[cfg(unix)]
mod attempt;
#[cfg(unix)]
mod behind;
#[cfg(unix)]
mod certificate;
#[cfg(unix)]
mod gateway;
#[cfg(unix)]
mod row;
#[cfg(unix)]
mod run;
#[cfg(unix)]
mod servers;
#[cfg(unix)]
mod verdict;

use std::process::ExitCode;

#[cfg(unix)]
fn main() -> ExitCode {
    match obey() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("gateways: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    eprintln!("gateways: the servers are Debian's");
    ExitCode::FAILURE
}

#[cfg(unix)]
fn obey() -> anyhow::Result<bool> {
    use lexopt::prelude::*;

    let mut certificate = false;
    let mut wanted = run::Wanted::default();
    let mut words = lexopt::Parser::from_env();
    while let Some(word) = words.next()? {
        match word {
            Value(value) if value == "certificate" => certificate = true,
            Value(value) if value == "run" => certificate = false,
            Long("work") => wanted.work = words.value()?.into(),
            Long("unpacked") => wanted.unpacked = words.value()?.into(),
            Long("tries") => wanted.tries = words.value()?.parse()?,
            Long("huge") => wanted.huge = true,
            Long("only") => wanted.only = words.value()?.string()?.split(',').map(str::to_owned).collect(),
            _ => return Err(word.unexpected().into()),
        }
    }
    if certificate {
        certificate::make(&wanted.work)?;
        return Ok(true);
    }
    run::run(&wanted)
}
