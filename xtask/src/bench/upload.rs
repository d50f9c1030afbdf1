//! Updates against curl, side by side in one run: large ones plain and over TLS 1.3 to a server that throws away what it
//! gets, and small ones.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::json;

use crate::bench::measure::{Group, median, verdict};
use crate::bench::peak::{Spent, peak, spent, timed};
use crate::packages::{CURL, GO};
use crate::{call, install, tree};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;
const GIB: u64 = 1024 * MIB;
const LARGE: u64 = 512 * MIB;
const ROUNDS: usize = 15;
const SMALL: u64 = 20 * KIB;
const SMALL_ROUNDS: usize = 50;
const PEAK_ROUNDS: usize = 3;

/// The client's throughput over curl's, at least.
const AIM_PLAIN: f64 = 1.1;
const AIM_SECURE: f64 = 1.4;
/// Seconds that a small update may take longer than curl's.
const AIM_SMALL: f64 = 0.005;
/// MiB of memory, however large a file is.
const AIM_PEAK: f64 = 8.0;

const ORGANISATION: &str = "22824";
const TICKET: &str = "143";
/// The lead of that ticket, on the vendor's page.
const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";
const KEY: &str = "bench";

/// Measures, and prints what was measured.
pub(crate) fn upload() -> Result<()> {
    install::ensure(&[CURL, GO])?;
    call::run(call::cargo().args([
        "build",
        "--locked",
        "--release",
        "-p",
        "service-crm",
        "--example",
        "update_ticket",
    ]))?;
    let server = Server::start()?;

    large(&server)?;
    small(&server)?;
    println!("\nPeak memory of the client, highest of {PEAK_ROUNDS} rounds (aim: at most {AIM_PEAK} MiB)");
    for (size, name) in [(16 * MIB, "16 MiB"), (8 * GIB, "8 GiB")] {
        let file = sparse(size)?;
        let mut highest = 0.0_f64;
        for _ in 0..PEAK_ROUNDS {
            highest = highest.max(peak(&mut server.client(&server.plain, &file))?);
        }
        println!("  {name:>6} {highest:6.1} MiB: {}", verdict(highest <= AIM_PEAK));
    }
    Ok(())
}

/// Throughput and processor time of a large update.
fn large(server: &Server) -> Result<()> {
    let file = filled(LARGE)?;
    println!(
        "\nround    plain: client curl      TLS: client curl   (seconds; the first round is not counted)"
    );
    let mut lines = [(&server.plain, "plain", AIM_PLAIN), (&server.secure, "TLS 1.3", AIM_SECURE)]
        .map(|(address, name, aim)| (address, name, aim, Vec::new(), Vec::new()));
    for round in 0..=ROUNDS {
        print!("{round:5}");
        for (address, _, _, clients, curls) in &mut lines {
            let (client, curl) = in_turn(
                round,
                || spent(&mut server.client(address, &file)),
                || spent(&mut server.curl(address, &file)),
            )?;
            print!("      {:10.3} {:7.3}", client.seconds, curl.seconds);
            if round > 0 {
                clients.push(client);
                curls.push(curl);
            }
        }
        println!();
    }
    println!("\n{} MiB in one update, medians of {ROUNDS} rounds, the client's over curl's", LARGE / MIB);
    for (_, name, aim, clients, curls) in lines {
        let of =
            |runs: &[Spent], figure: fn(&Spent) -> f64| median(&runs.iter().map(figure).collect::<Vec<_>>());
        let throughput = of(&curls, |run| run.seconds) / of(&clients, |run| run.seconds);
        let processor = of(&clients, |run| run.processor) / of(&curls, |run| run.processor);
        println!(
            "  {name:8} throughput {throughput:5.2} (aim: at least {aim}: {})   processor time {processor:5.2}",
            verdict(throughput >= aim)
        );
    }
    Ok(())
}

/// How long a small update takes, from the start of the program to its end.
fn small(server: &Server) -> Result<()> {
    let file = filled(SMALL)?;
    let (mut clients, mut curls) = (Vec::new(), Vec::new());
    for round in 0..=SMALL_ROUNDS {
        let (client, curl) = in_turn(
            round,
            || timed(&mut server.client(&server.plain, &file)),
            || timed(&mut server.curl(&server.plain, &file)),
        )?;
        if round > 0 {
            clients.push(client);
            curls.push(curl);
        }
    }
    let (client, curl) = (median(&clients), median(&curls));
    println!("\nAn update of {} KiB, median of {SMALL_ROUNDS} rounds", SMALL / KIB);
    println!("  client {:6.1} ms", client * 1000.0);
    println!(
        "  curl   {:6.1} ms   aim: at most {:.0} ms apart: {}",
        curl * 1000.0,
        AIM_SMALL * 1000.0,
        verdict(client - curl <= AIM_SMALL)
    );
    Ok(())
}

/// Each goes first every other time: what the one before leaves behind slows the next.
fn in_turn<T>(
    round: usize,
    client: impl FnOnce() -> Result<T>,
    curl: impl FnOnce() -> Result<T>,
) -> Result<(T, T)> {
    if round.is_multiple_of(2) {
        let client = client()?;
        Ok((client, curl()?))
    } else {
        let curl = curl()?;
        Ok((client()?, curl))
    }
}

/// A file of that many bytes in which no two pages are equal.
fn filled(bytes: u64) -> Result<PathBuf> {
    let path = place(bytes)?;
    if fs::metadata(&path).is_ok_and(|file| file.len() == bytes) {
        return Ok(path);
    }
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&path)?);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..bytes / 8 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.write_all(&state.to_le_bytes())?;
    }
    out.flush()?;
    Ok(path)
}

/// A file of that many bytes that takes no room.
fn sparse(bytes: u64) -> Result<PathBuf> {
    let path = place(bytes)?;
    File::create(&path)?.set_len(bytes)?;
    Ok(path)
}

fn place(bytes: u64) -> Result<PathBuf> {
    let folder = tree::target().join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{bytes}.bin")))
}

struct Server {
    _process: Group,
    /// The measured process ends with this.
    _input: ChildStdin,
    plain: String,
    secure: String,
    authority: PathBuf,
}

impl Server {
    fn start() -> Result<Self> {
        let folder = tree::target().join("bench");
        fs::create_dir_all(&folder)?;
        let (program, authority) = (folder.join("discard"), folder.join("authority.pem"));
        let mut build = call::at_root("go");
        build.args(["build", "-o"]).arg(&program).arg("xtask/src/bench/discard.go");
        call::run(&mut build)?;
        let mut command = Command::new(&program);
        let mut process = Group::start(command.arg(&authority).stdin(Stdio::piped()).stdout(Stdio::piped()))?;
        let input = process.0.stdin.take().context("the input is piped")?;
        let printed = process.0.stdout.take().context("the output is piped")?;
        let mut lines = BufReader::new(printed).lines();
        let mut address = || lines.next().context("the server prints two addresses")?.context("an address");
        let (plain, secure) = (address()?, address()?);
        Ok(Self { _process: process, _input: input, plain, secure, authority })
    }

    /// As a person would type it; without `Expect`, which costs a round trip.
    fn curl(&self, address: &str, file: &Path) -> Command {
        let fields = json!([{ "SchemaName": "Status", "Value": "On Hold" }]);
        let dto = json!({ "TypeId": "1", "Id": TICKET, "LeadId": LEAD, "Fields": fields, "RelatedTicketTypeId": 1 });
        let mut curl = Command::new("curl");
        curl.args(["--silent", "--show-error", "--fail", "--noproxy", "*", "--request", "PUT", "--cacert"]);
        curl.arg(&self.authority);
        for header in [&format!("X-LSQ-ACCESS-KEY: {KEY}"), &format!("X-LSQ-SECRET-KEY: {KEY}"), "Expect:"] {
            curl.args(["--header", header]);
        }
        curl.arg("--form-string").arg(format!("ticketDTO={dto}"));
        curl.arg("--form").arg(format!("files=@{}", file.display()));
        curl.arg(format!("{address}/api/tenants/{ORGANISATION}/tickets/{TICKET}/update"));
        curl
    }

    fn client(&self, address: &str, file: &Path) -> Command {
        let mut client = Command::new(tree::built("release", "examples/update_ticket"));
        client.env("LSQ_ACCESS_KEY", KEY).env("LSQ_SECRET_KEY", KEY).env("SSL_CERT_FILE", &self.authority);
        client.args(["--host", address, "--org", ORGANISATION, "--ticket", TICKET, "--lead", LEAD]);
        client.args(["--field", "Status=On Hold", "--file"]).arg(file);
        client
    }
}
