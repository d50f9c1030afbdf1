//! One large file in one update: the client against curl, to the same practice server.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::json;

use crate::bench::measure::{Group, median, verdict};
use crate::bench::peak::{peak, timed};
use crate::packages::CURL;
use crate::{call, install, tree};

const MIB: u64 = 1024 * 1024;
const LARGE: u64 = 1024;
const SMALL: u64 = 16;
const ROUNDS: usize = 15;
const PEAK_ROUNDS: usize = 5;
/// A body that is not held in memory makes no difference to the peak; buffers may, a little.
const PEAKS_APART: f64 = 8.0;

const ORGANISATION: &str = "22824";
const TICKET: &str = "143";
/// The lead of that ticket, on the vendor's page and in the practice account.
const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";
const KEY: &str = "bench";

/// Measures, and prints what was measured.
pub(crate) fn upload() -> Result<()> {
    install::ensure(&[CURL])?;
    let release = ["build", "--locked", "--release", "-p"];
    call::run(call::cargo().args(release).arg("practice-server"))?;
    call::run(call::cargo().args(release).args(["service-crm", "--example", "update_ticket"]))?;
    let (large, small) = (file(LARGE)?, file(SMALL)?);
    let server = Server::start()?;

    let (mut clients, mut curls) = (Vec::new(), Vec::new());
    println!("\nround    client      curl   (MiB/s; the first round is not counted)");
    for round in 0..=ROUNDS {
        // Each goes first every other time: what the one before leaves behind slows the next.
        let (client, curl) = if round % 2 == 0 {
            let client = speed(&mut server.client(&large))?;
            (client, speed(&mut server.curl(&large))?)
        } else {
            let curl = speed(&mut server.curl(&large))?;
            (speed(&mut server.client(&large))?, curl)
        };
        println!("{round:5} {client:9.0} {curl:9.0}");
        if round > 0 {
            clients.push(client);
            curls.push(curl);
        }
    }
    let (client, curl) = (median(&clients), median(&curls));
    let ratio = client / curl;
    println!("\nThroughput of {LARGE} MiB in one update, median of {ROUNDS} rounds");
    println!("  client {client:6.0} MiB/s");
    println!("  curl   {curl:6.0} MiB/s");
    println!("  ratio  {ratio:6.2}         aim: at least 1.0: {}", verdict(ratio >= 1.0));

    let small = highest(|| server.client(&small))?;
    let large = highest(|| server.client(&large))?;
    println!("Peak memory of the client, highest of {PEAK_ROUNDS} rounds");
    println!("  {SMALL:4} MiB {small:6.1} MiB");
    println!("  {LARGE:4} MiB {large:6.1} MiB");
    println!(
        "  apart    {:6.1} MiB   aim: at most {PEAKS_APART}: {}",
        large - small,
        verdict(large - small <= PEAKS_APART)
    );
    Ok(())
}

/// MiB/s of the large file.
#[expect(clippy::cast_precision_loss, reason = "a thousand is exact")]
fn speed(command: &mut Command) -> Result<f64> {
    Ok(LARGE as f64 / timed(command)?)
}

fn highest(command: impl Fn() -> Command) -> Result<f64> {
    let mut highest = 0.0_f64;
    for _ in 0..PEAK_ROUNDS {
        highest = highest.max(peak(&mut command())?);
    }
    Ok(highest)
}

/// A file of that many MiB in which no two pages are equal.
fn file(mib: u64) -> Result<PathBuf> {
    let folder = tree::target().join("bench");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{mib}-mib.bin"));
    if fs::metadata(&path).is_ok_and(|file| file.len() == mib * MIB) {
        return Ok(path);
    }
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&path)?);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..mib * MIB / 8 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.write_all(&state.to_le_bytes())?;
    }
    out.flush()?;
    Ok(path)
}

struct Server {
    _process: Group,
    /// Kept open: a program whose output goes nowhere stops at its next word.
    _printed: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Server {
    fn start() -> Result<Self> {
        let mut command = Command::new(tree::built("release", "practice-server"));
        command.args(["--limit", "0", "--org", ORGANISATION, "--access-key", KEY, "--secret-key", KEY]);
        let mut process = Group::start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
        let printed = process.0.stdout.take().context("the output is piped")?;
        let mut lines = BufReader::new(printed).lines();
        let address = lines
            .find_map(|line| {
                Some(line.ok()?.strip_prefix("address")?.trim().trim_end_matches('/').to_owned())
            })
            .context("the practice server prints its address")?;
        Ok(Self { _process: process, _printed: lines, address })
    }

    /// As a person would type it; without `Expect`, which costs a round trip that the client does not make.
    fn curl(&self, file: &Path) -> Command {
        let fields = json!([{ "SchemaName": "Status", "Value": "On Hold" }]);
        let dto = json!({ "TypeId": "1", "Id": TICKET, "LeadId": LEAD, "Fields": fields, "RelatedTicketTypeId": 1 });
        let mut curl = Command::new("curl");
        curl.args(["--silent", "--show-error", "--fail", "--noproxy", "*", "--request", "PUT"]);
        for header in [&format!("X-LSQ-ACCESS-KEY: {KEY}"), &format!("X-LSQ-SECRET-KEY: {KEY}"), "Expect:"] {
            curl.args(["--header", header]);
        }
        curl.arg("--form-string").arg(format!("ticketDTO={dto}"));
        curl.arg("--form").arg(format!("files=@{}", file.display()));
        curl.arg(format!("{}/api/tenants/{ORGANISATION}/tickets/{TICKET}/update", self.address));
        curl
    }

    fn client(&self, file: &Path) -> Command {
        let mut client = Command::new(tree::built("release", "examples/update_ticket"));
        client.env("LSQ_ACCESS_KEY", KEY).env("LSQ_SECRET_KEY", KEY);
        client.args(["--host", &self.address, "--org", ORGANISATION, "--ticket", TICKET, "--lead", LEAD]);
        client.args(["--field", "Status=On Hold", "--file"]).arg(file);
        client
    }
}
