//! A life of the program under torture: from its start to its end, whoever brings that about.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, BufReader};
use tokio::process::Command;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// No honest life takes this long.
const ENDLESS: Duration = Duration::from_secs(120);

/// How a life is to end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fate {
    /// By its own hand, at a named point.
    Crash(&'static str),
    /// By SIGKILL, after so long.
    Kill(Duration),
    /// By SIGKILL, so long after it said that something is held back.
    KillHeldBack(Duration),
    /// When everything is settled.
    Settle,
}

/// How it ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    Settled,
    Crashed,
    Killed,
    /// A life without an end, killed for that.
    Endless,
    /// A program that gave up, with these words.
    Failed(String),
}

/// A life as it was seen.
pub(crate) struct Life {
    pub(crate) end: End,
    /// Lines such as `accepted VALUE`.
    pub(crate) said: Vec<(String, String)>,
}

/// Lets the program live with a round's folder and the app's.
pub(crate) async fn live(folder: &Path, app: &Path, address: &str, seed: u64, fate: Fate) -> Result<Life> {
    let mut command = Command::new(std::env::current_exe()?);
    let seed = seed.to_string();
    command.args(["carry".as_ref(), folder.as_os_str(), app.as_os_str(), address.as_ref(), seed.as_ref()]);
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env_remove("TICKET_COURIER_CRASH").kill_on_drop(true);
    if let Fate::Crash(point) = fate {
        command.env("TICKET_COURIER_CRASH", point);
    }
    let mut child = command.spawn().context("the program under torture cannot be started")?;
    let (hears, mut held_back) = oneshot::channel();
    let said = listen(child.stdout.take().context("its output is piped")?, hears);
    let complained = read(child.stderr.take().context("its errors are piped")?);
    let (patience, overdue) = match fate {
        Fate::Kill(after) => (after, End::Killed),
        Fate::KillHeldBack(after) => {
            // Where nothing is held back any more, it lives until it is settled.
            tokio::select! {
                Ok(()) = &mut held_back => (after, End::Killed),
                _ = child.wait() => (ENDLESS, End::Endless),
                () = tokio::time::sleep(ENDLESS) => (Duration::ZERO, End::Endless),
            }
        }
        Fate::Crash(_) | Fate::Settle => (ENDLESS, End::Endless),
    };
    let end = match timeout(patience, child.wait()).await {
        Ok(status) => {
            let status = status?;
            match status.code() {
                Some(0) => End::Settled,
                Some(1) => End::Failed(complained.await?),
                _ => End::Crashed,
            }
        }
        Err(_) => {
            child.kill().await?;
            overdue
        }
    };
    let said = said.await?;
    // A line that the end cut short was not said.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    let words = |line: &str| line.split_once(' ').map(|(what, value)| (what.to_owned(), value.to_owned()));
    Ok(Life { end, said: whole.lines().filter_map(words).collect() })
}

/// Reads to the end, and tells when a line says for the first time that something is held back.
fn listen(from: impl AsyncRead + Unpin + Send + 'static, hears: oneshot::Sender<()>) -> JoinHandle<String> {
    tokio::spawn(async move {
        let (mut from, mut hears) = (BufReader::new(from), Some(hears));
        let (mut text, mut line) = (String::new(), String::new());
        while from.read_line(&mut line).await.is_ok_and(|read| read > 0) {
            if line.starts_with("held-back ") && line.ends_with('\n') {
                // Whoever does not wait for it needs no word.
                hears.take().map(|hears| hears.send(()));
            }
            text += &std::mem::take(&mut line);
        }
        text
    })
}

fn read(mut from: impl AsyncRead + Unpin + Send + 'static) -> JoinHandle<String> {
    tokio::spawn(async move {
        let mut text = String::new();
        // What was read before an error is still in it.
        let _ = from.read_to_string(&mut text).await;
        text
    })
}
