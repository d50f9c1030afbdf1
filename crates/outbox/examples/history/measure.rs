//! Asks the outbox what the screen asks, many times each.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use outbox::{Outbox, OutboxError, Query, Wanted};

use crate::fill::{A_DAY, ACCOUNTS, DAY, FIRST_DAY, order};

const RUNS: usize = 200;
const OPENINGS: usize = 5;
/// Deliveries that the screen asks for at once.
const PAGE: usize = 50;

pub(crate) fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut openings = Vec::new();
    for _ in 0..OPENINGS {
        openings.push(timed(|| Outbox::open(folder).map(drop))?);
    }
    print("opening", openings);
    let outbox = Outbox::open(folder)?;
    println!("bytes\t{}", outbox.room()?.database_bytes);
    let all = i64::try_from(outbox.count()?)?;
    let page = |query: &Query, before| outbox.page(query, before, PAGE).map(drop);
    let all_of = Query::default();

    ask("first page", |_| {
        outbox.top()?;
        page(&all_of, None)
    })?;
    // Places spread over the whole list, deep and shallow.
    ask("a page further down", |run| page(&all_of, Some(place(run, all))))?;
    ask("opening one", |run| {
        outbox.delivery(place(run, all))?;
        outbox.attempts(place(run, all)).map(drop)
    })?;
    ask("accounts in the filter", |_| outbox.sent_under().map(drop))?;
    ask("how many there are", |_| outbox.count().map(drop))?;

    let letters: Vec<String> = ('a'..='z').map(String::from).collect();
    let rare: Vec<String> = (0..RUNS).map(|run| order(place(run, all))).collect();
    let tickets: Vec<String> = (0..RUNS).map(|run| format!("#{}", 100 + place(run, all) / 4)).collect();
    for (name, typed) in [
        ("search: 1 letter", words(&letters)),
        ("search: 2 letters", vec!["st", "on", "wa", "re", "in", "zi", "mü"]),
        ("search: 3 letters", vec!["sta", "res", "inv", "pri", "tic", "wat", "suc"]),
        ("search: 5 letters", vec!["statu", "resol", "invoi", "print", "ticke", "succe", "custo"]),
        (
            "search: a common word",
            vec!["status", "resolved", "invoice", "ticket", "successfully", "acme", "pdf"],
        ),
        ("search: a ticket", words(&tickets)),
        (
            "search: two words",
            vec!["hold inv", "resolved printer", "acme pdf", "ticket succ", "urgent scan", "status closed"],
        ),
        ("search: a rare word", words(&rare)),
        ("search: a common and a rare word", rare.iter().map(String::as_str).collect()),
        ("search: no hit", vec!["xxyyzz", "status xxyyzz", "q7q7q7 printer"]),
    ] {
        let with = if name.contains("common and") { "status " } else { "" };
        ask(name, |run| page(&text(&format!("{with}{}", typed[run % typed.len()])), None))?;
    }
    let states = [
        Wanted::Refused,
        Wanted::Done,
        Wanted::Cancelled,
        Wanted::MayBeDone,
        Wanted::NeedsYou,
        Wanted::Waiting,
    ];
    let common = ["status", "resolved", "printer", "sta"];
    ask("search: a word, of a state", |run| {
        page(
            &Query {
                state: Some(states[run % states.len()]),
                ..text(common[run / states.len() % common.len()])
            },
            None,
        )
    })?;
    ask("search: a word, of an account", |run| {
        let account = Some(ACCOUNTS[run % ACCOUNTS.len()].0.to_owned());
        page(&Query { account, ..text(common[run / ACCOUNTS.len() % common.len()]) }, None)
    })?;
    ask("search: a word, of a day", |run| {
        page(&Query { text: common[run % common.len()].into(), ..day(place(run, all)) }, None)
    })?;
    ask("filter: a state", |run| {
        page(&Query { state: Some(states[run % states.len()]), ..Query::default() }, None)
    })?;
    ask("filter: an account", |run| {
        let account = Some(ACCOUNTS[run % ACCOUNTS.len()].0.to_owned());
        page(&Query { account, ..Query::default() }, None)
    })?;
    ask("filter: a day", |run| page(&day(place(run, all)), None))?;
    ask("filter: an account, a state, a day", |run| {
        let account = Some(ACCOUNTS[run % ACCOUNTS.len()].0.to_owned());
        page(&Query { account, state: Some(states[run % states.len()]), ..day(place(run, all)) }, None)
    })?;
    Ok(())
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

fn text(typed: &str) -> Query {
    Query { text: typed.to_owned(), ..Query::default() }
}

/// A delivery somewhere in the list, never the same twice.
fn place(run: usize, all: i64) -> i64 {
    1 + i64::try_from(run).unwrap_or_default() * 7_919_177 % all
}

/// The day on which a delivery was sent off.
fn day(id: i64) -> Query {
    let from = FIRST_DAY + id / A_DAY * DAY;
    Query { from: Some(from), until: Some(from + DAY), ..Query::default() }
}

fn ask(name: &str, mut question: impl FnMut(usize) -> Result<(), OutboxError>) -> Result<(), OutboxError> {
    let mut times = Vec::with_capacity(RUNS);
    for run in 0..RUNS {
        times.push(timed(|| question(run))?);
    }
    print(name, times);
    Ok(())
}

/// The times that a question took: the time on the clock, and of that the time in which the processor worked on it.
fn timed(question: impl FnOnce() -> Result<(), OutboxError>) -> Result<(Duration, Duration), OutboxError> {
    let (start, worked) = (Instant::now(), worked());
    question()?;
    Ok((start.elapsed(), self::worked().saturating_sub(worked)))
}

/// This thread's time on a processor: on a machine that is busy with something else the clock tells of that.
#[cfg(target_os = "linux")]
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
fn worked() -> Duration {
    Duration::ZERO
}

fn print(name: &str, times: Vec<(Duration, Duration)>) {
    let (clock, worked): (Vec<Duration>, Vec<Duration>) = times.into_iter().unzip();
    let runs = clock.len();
    println!(
        "{name}\t{:.3}\t{:.3}\t{:.3}\t{runs}",
        percentile(&clock, 50),
        percentile(&clock, 95),
        percentile(&worked, 95)
    );
}

/// Milliseconds.
fn percentile(times: &[Duration], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort();
    times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0
}
