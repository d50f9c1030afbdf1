//! Every row of every server that is wanted, and the table of what was seen.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use service_crm::Client;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::attempt::{self, Seen};
use crate::behind::Servers;
use crate::certificate;
use crate::gateway::{self, Gateway, Kind, Listener, Site, free_port};
use crate::row::{Behind, Body, Row};
use crate::servers::ALL;
use crate::verdict::Cell;

/// The rows that are to be tried.
pub(crate) struct Wanted {
    /// For configurations, logs and files.
    pub(crate) work: PathBuf,
    /// Where each server lies in a folder of its name.
    pub(crate) unpacked: PathBuf,
    /// Names of servers; none for all.
    pub(crate) only: Vec<String>,
    pub(crate) tries: usize,
    /// 100 MB too.
    pub(crate) huge: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            work: PathBuf::from("."),
            unpacked: PathBuf::from("."),
            only: Vec::new(),
            tries: 5,
            huge: false,
        }
    }
}

/// The sum of what was seen.
#[derive(Default)]
struct Sum {
    rows: usize,
    wrong_rows: usize,
    tries: usize,
    lost: usize,
    again: usize,
}

/// Tries them, prints the table, and says whether everything was as it must be.
pub(crate) fn run(wanted: &Wanted) -> Result<bool> {
    let kinds: Vec<&Kind> =
        ALL.iter().copied().filter(|kind| wanted.only.is_empty() || is_named(&wanted.only, kind)).collect();
    ensure!(!kinds.is_empty(), "no server has that name");
    let runtime = Runtime::new()?;
    let (began, mut sum) = (Instant::now(), Sum::default());
    for kind in kinds {
        runtime.block_on(all_rows(kind, wanted, &mut sum))?;
    }
    println!(
        "\n{} rows, {} tries in {:.0} s: {} rows not as they must be; {} refusals lost; {} uploads that would be sent \
         again for ever",
        sum.rows,
        sum.tries,
        began.elapsed().as_secs_f64(),
        sum.wrong_rows,
        sum.lost,
        sum.again
    );
    Ok(sum.wrong_rows == 0)
}

/// `caddy` is both of them.
fn is_named(names: &[String], kind: &Kind) -> bool {
    names.iter().any(|name| kind.name.split('-').next() == Some(name))
}

/// One port of a gateway, with what stands behind it and who calls.
struct Route {
    row: &'static Row,
    secure: bool,
    servers: Servers,
    client: Client,
}

async fn all_rows(kind: &'static Kind, wanted: &Wanted, sum: &mut Sum) -> Result<()> {
    let unpacked = wanted.unpacked.join(kind.name);
    println!("\n{} {}", kind.name, gateway::version(kind, &unpacked)?);
    let (site, routes) = laid_out(kind, wanted, unpacked).await?;
    let _gateway = Gateway::start(kind, &site)?;
    for row in kind.rows {
        let began = Instant::now();
        let mut cells = Vec::new();
        for route in routes.iter().filter(|route| std::ptr::eq(route.row, row)) {
            for &body in row.bodies.iter().filter(|body| wanted.huge || **body != Body::Huge) {
                cells.push(tried(kind, route, body, wanted).await?);
            }
        }
        report(row, &cells, began.elapsed());
        sum.rows += 1;
        sum.wrong_rows += usize::from(!cells.iter().all(Cell::is_right));
        sum.tries += cells.len() * wanted.tries;
        sum.lost += cells.iter().map(|cell| cell.lost).sum::<usize>();
        sum.again += cells.iter().map(|cell| cell.again).sum::<usize>();
    }
    Ok(())
}

/// Ports, servers behind them and clients for every row of a kind.
async fn laid_out(kind: &'static Kind, wanted: &Wanted, unpacked: PathBuf) -> Result<(Site, Vec<Route>)> {
    let folder = wanted.work.join(kind.name);
    // What an earlier run left would be taken for this one's.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let (mut listeners, mut routes) = (Vec::new(), Vec::new());
    for row in kind.rows {
        for secure in if row.secure { vec![false, true] } else { vec![false] } {
            let servers = Servers::start(row.behind).await?;
            let port = free_port()?;
            listeners.push(Listener { row, port, secure, behind: servers.addresses.clone() });
            routes.push(Route { row, secure, servers, client: attempt::client(port, secure) });
        }
    }
    let program = unpacked.join(kind.program);
    let certificate = certificate::certificate(&wanted.work);
    Ok((Site { unpacked, folder, program, certificate, listeners }, routes))
}

/// All tries of a row with one size of body.
async fn tried(kind: &Kind, route: &Route, body: Body, wanted: &Wanted) -> Result<Cell> {
    let file = file(&wanted.work, body)?;
    let title = |number: usize| {
        format!(
            "{} {} {body} {} {number}",
            kind.name,
            route.row.does,
            if route.secure { "TLS" } else { "plain" }
        )
    };
    let mut cell = Cell::new(body, route.secure);
    for (number, seen) in seen(route, &title, &file, wanted.tries).await? {
        cell.judge(route.row, &seen, route.servers.acted_on(&title(number)));
    }
    Ok(cell)
}

/// Where somebody has to wait, all tries wait together; else one after the other, so that none slows the next.
async fn seen(
    route: &Route,
    title: &impl Fn(usize) -> String,
    file: &Path,
    tries: usize,
) -> Result<Vec<(usize, Seen)>> {
    let row = route.row;
    let mut seen = Vec::new();
    if row.stands_still || matches!(row.behind, Behind::IsSilent | Behind::Nobody) {
        let mut waiting = JoinSet::new();
        for number in 0..tries {
            let (client, title, file) = (route.client.clone(), title(number), file.to_owned());
            let stands_still = row.stands_still;
            waiting.spawn(async move { (number, attempt::send(&client, &title, &file, stands_still).await) });
        }
        while let Some(ended) = waiting.join_next().await {
            let (number, became) = ended?;
            seen.push((number, became?));
        }
        return Ok(seen);
    }
    for number in 0..tries {
        seen.push((number, attempt::send(&route.client, &title(number), file, false).await?));
    }
    Ok(seen)
}

/// A file of that size.
fn file(work: &Path, body: Body) -> Result<PathBuf> {
    let path = work.join(format!("{}.bin", body.file_size()));
    if !path.is_file() {
        let content: Vec<u8> = (0..body.file_size()).map(|place| (place % 251) as u8).collect();
        fs::write(&path, content)?;
    }
    Ok(path)
}

fn report(row: &Row, cells: &[Cell], took: Duration) {
    let must: Vec<String> = row.must.iter().map(ToString::to_string).collect();
    let counts: Vec<String> = cells.iter().map(|cell| format!("{cell} {}", cell.count())).collect();
    let mark = if cells.iter().all(Cell::is_right) { "ok   " } else { "WRONG" };
    println!("  {mark} {} ({:.1} s)", row.does, took.as_secs_f64());
    println!("        must be {}", must.join(" | "));
    println!("        {}", counts.join("  "));
    for cell in cells.iter().filter(|cell| !cell.is_right()) {
        for complaint in cell.complaints() {
            println!("        ! {cell}: {complaint}");
        }
    }
}
