//! The fault table: whatever the server does wrong, and wherever the connection breaks, where a delivery ends, and how
//! often the server did what it was asked.
//!
//! The expectations are written out by rule, from what the server had and what came back of its answer; no code of the
//! app has a part in them.

use std::time::Duration;

use faulty_wire::{Harm, Point, Wire};
use outbox::{DraftText, Job, State};
use practice_client::slowness;
use practice_server::{Body, Fault, Options, Outcome};
use service_crm::{Change, Limits};
use tokio::task::JoinSet;

use crate::desk::{Carrying, Desk, Desks, LEAD, send_off};

/// How a delivery ends, and how often the server has then done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// At the first attempt.
    Done,
    /// The first attempt left it waiting; it went again by itself, and was done. `before`: so often the server had done
    /// it at the first, though it said that it had not.
    Again { before: usize },
    /// A person has to change something.
    Refused { applied: usize },
    /// A person has to look.
    MayBeDone { applied: usize },
    /// The server never had the whole request, and whether the client can know that is a matter of moments: an end (FIN)
    /// is seen by who reads, and one that still writes may have handed out everything by then. Then it is careful.
    AgainOrMayBeDone,
}

const PATIENCE: Duration = Duration::from_secs(40);
/// For rows in which somebody falls silent; in the others a busy machine must not pass for it.
const STALL: Duration = Duration::from_secs(4);
/// Desks that are busy at once.
const AT_ONCE: u32 = 16;
const SMALL: usize = 5000;
/// More than the buffers between client, wire and server hold: what breaks in its middle breaks before its end.
const LARGE: usize = 16 * 1024 * 1024;
/// Longer than most notes; a silence after it is told from a slow line within seconds.
const LONG: usize = 20_000;

fn times(outcome: Outcome) -> usize {
    usize::from(outcome == Outcome::Applied)
}

/// The meaning of a whole answer of that status, when it is not a success.
fn said(code: u16, applied: usize) -> Ends {
    match code {
        408 | 429 | 503 => Ends::Again { before: applied },
        300..=499 => Ends::Refused { applied },
        _ => Ends::MayBeDone { applied },
    }
}

/// Nothing between client and server.
fn alone(fault: Fault) -> Ends {
    match fault {
        // The server never has the whole request.
        Fault::Refuse | Fault::ResetAfter(_) | Fault::StallAfter(_) => Ends::Again { before: 0 },
        // It had it, and nothing comes back, or nothing that can be read.
        Fault::Silence(outcome) | Fault::Cut(outcome) => Ends::MayBeDone { applied: times(outcome) },
        Fault::CutAnswer | Fault::MalformedAnswer | Fault::HugeAnswer | Fault::GzipBomb => {
            Ends::MayBeDone { applied: 1 }
        }
        Fault::Status(200, Body::Json | Body::Exception, outcome) => {
            Ends::Refused { applied: times(outcome) }
        }
        Fault::Status(200 | 204, _, outcome) => Ends::MayBeDone { applied: times(outcome) },
        // Of these two, behind the whole request, only the vendor's own word counts.
        Fault::Status(408 | 503, body, outcome) if body != Body::Json => {
            Ends::MayBeDone { applied: times(outcome) }
        }
        Fault::Status(code, _, outcome) => said(code, times(outcome)),
        Fault::Early(500..) => Ends::Again { before: 0 },
        Fault::Early(code) | Fault::Redirect(code) => said(code, 0),
        Fault::FailureIn200 => Ends::Refused { applied: 0 },
        Fault::TooMany | Fault::TooManyRetryAfter(_) | Fault::LimitWords(_) => Ends::Again { before: 0 },
        Fault::GzipAnswer | Fault::SlowAnswer(_) => Ends::Done,
        other => panic!("the table has no row for {other}"),
    }
}

/// How often the server does it at a request that arrives whole.
fn applied(fault: Fault) -> usize {
    match alone(fault) {
        Ends::Done => 1,
        Ends::Again { before: applied } | Ends::Refused { applied } | Ends::MayBeDone { applied } => applied,
        Ends::AgainOrMayBeDone => 0,
    }
}

/// The connection breaks when the server begins to answer: nothing of the answer comes back.
fn after_the_last_byte(fault: Fault) -> Ends {
    Ends::MayBeDone { applied: applied(fault) }
}

/// The connection breaks in the middle of the answer: its status comes back where it has a body, half of its head where
/// it has none.
fn in_the_answer(fault: Fault) -> Ends {
    match fault {
        Fault::Status(_, Body::Empty, _) | Fault::Status(204, ..) | Fault::Redirect(_) => {
            after_the_last_byte(fault)
        }
        // A success that breaks off says nothing, and so does a no within it.
        Fault::Status(200, ..) | Fault::FailureIn200 | Fault::GzipAnswer | Fault::SlowAnswer(_) => {
            after_the_last_byte(fault)
        }
        // Who speaks, and of what, is told by an answer that is whole.
        Fault::Status(503, ..) | Fault::LimitWords(200 | 500) => after_the_last_byte(fault),
        Fault::LimitWords(_) => Ends::Refused { applied: 0 },
        _ => alone(fault),
    }
}

/// Whether it ends the connection, or answers, while the body is still coming in.
fn is_in_the_body(fault: &Fault) -> bool {
    matches!(fault, Fault::Refuse | Fault::ResetAfter(_) | Fault::StallAfter(_) | Fault::Early(_))
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
struct Row {
    job: Job,
    fault: Fault,
    harm: Option<Harm>,
    size: usize,
    ends: Ends,
}

/// Lets a delivery meet it.
async fn meet(row: Row) {
    let Row { job, fault, harm, size, ends } = row;
    let limits = if is_silent(row) {
        Limits { stall: STALL * slowness(), ..Limits::default() }
    } else {
        Limits::default()
    };
    let desk = Desk::with(Options { limit: None, ..Options::default() }, limits).await;
    let wire = Wire::start(desk.server.base_url().strip_prefix("http://").unwrap().parse().unwrap()).await;
    let wire = wire.unwrap();
    let outbox = desk.open();
    outbox.save_draft(&typed(job, size)).unwrap();
    if job.takes_files() {
        outbox.attach(&[desk.file("file.bin", vec![7; size])]).unwrap();
    }
    let delivery = send_off(&outbox);
    desk.server.inject(fault);
    harm.into_iter().for_each(|harm| wire.next(harm));
    let client = crate::desk::client_of(&desk.server, &wire.base_url(), limits);
    let carrying = Carrying::start(&outbox, Desks(Some(client)));
    let settled = |delivery: &outbox::Delivery| match delivery.state {
        State::Waiting | State::Sending => false,
        // Until the ticket was read, which is the last thing that is done by itself.
        State::MayBeDone => delivery.finding.is_some(),
        _ => true,
    };
    let settled = carrying.until(delivery.id, settled).await;
    let ends = match ends {
        Ends::AgainOrMayBeDone if settled.state == State::MayBeDone => Ends::MayBeDone { applied: 0 },
        Ends::AgainOrMayBeDone => Ends::Again { before: 0 },
        ends => ends,
    };
    let (state, attempts, applied) = match ends {
        Ends::AgainOrMayBeDone => unreachable!("decided above"),
        Ends::Done => (State::Done, 1, 1),
        Ends::Again { before } => (State::Done, 2, before + 1),
        Ends::Refused { applied } => (State::Refused, 1, applied),
        Ends::MayBeDone { applied } => (State::MayBeDone, 1, applied),
    };
    let found = format!("{row:?}: {:?}", outbox.attempts(delivery.id).unwrap());
    assert_eq!((settled.state, settled.attempts), (state, attempts), "{found}");
    // Where nobody waited for the answer, it may still be at it.
    desk.server.wait_for_applied(applied as u64).await;
    let record = desk.server.record();
    let (on_tickets, notes) = if job == Job::Note { (0, applied) } else { (applied, 0) };
    assert_eq!((record.applied.len(), record.notes.len()), (on_tickets, notes), "{found}");
    let harms = u64::from(harm.is_some() && strikes(row));
    // The client may know of it before the wire has counted it.
    wire.wait_for_harm(harms).await;
    assert_eq!(wire.passed().harms, harms, "{found}");
}

/// The text that a person types; a note is as long as the files of the others are large.
fn typed(job: Job, size: usize) -> DraftText {
    let one = |field: &str, value: &str| vec![Change { field: field.into(), value: value.into() }];
    let empty = DraftText { job, ..DraftText::default() };
    match job {
        Job::Update => {
            DraftText { ticket: "143".into(), lead: LEAD.into(), changes: one("Status", "On Hold"), ..empty }
        }
        Job::NewTicket => DraftText { customer: LEAD.into(), fields: one("Title", "Broken chair"), ..empty },
        // A single word: it is quickly indexed.
        Job::Note => DraftText { ticket: "143".into(), note: format!("noted{}", " ".repeat(size)), ..empty },
    }
}

/// Whether it is by silence that the client learns of it.
fn is_silent(Row { fault, harm, .. }: Row) -> bool {
    matches!(fault, Fault::Silence(_) | Fault::StallAfter(_)) || matches!(harm, Some(Harm::Stall(_)))
}

/// Whether the harm finds its point in the first attempt.
fn strikes(Row { fault, harm, .. }: Row) -> bool {
    match harm {
        Some(Harm::Cut(point) | Harm::Stall(point))
            if [Point::AfterBody, Point::MidAnswer].contains(&point) =>
        {
            // There is no answer to break.
            !matches!(fault, Fault::Silence(_) | Fault::Cut(_))
        }
        _ => true,
    }
}

/// Many rows at once: most of each is waiting.
async fn all_of(rows: Vec<Row>) {
    let mut rows = rows.into_iter();
    let (mut meeting, mut other) = (JoinSet::new(), 0);
    let at_once = (AT_ONCE / slowness()) as usize;
    loop {
        while meeting.len() < at_once
            && let Some(row) = rows.next()
        {
            meeting.spawn(async move {
                let met = tokio::time::timeout(PATIENCE * slowness(), meet(row)).await;
                assert!(met.is_ok(), "{row:?} is not settled");
            });
        }
        let Some(met) = meeting.join_next().await else { break };
        // What it was is printed above; the rest of the table is worth seeing too.
        other += u32::from(met.is_err());
    }
    assert_eq!(other, 0, "rows end otherwise than the table says");
}

/// A fault of each kind: against a broken connection, answers of one class are alike.
fn kinds() -> Vec<Fault> {
    let one = |fault: &Fault| match fault {
        Fault::Status(code, body, _) => [200, 400, 429, 500, 503].contains(code) && *body != Body::Html,
        Fault::Redirect(code) => *code == 307,
        // The client reads no more than 1 MiB of it, and so never comes to its middle.
        Fault::HugeAnswer => false,
        // These come first: then it ends as they say, which the first table has.
        fault => !is_in_the_body(fault),
    };
    Fault::all().into_iter().filter(one).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_the_server_ends_where_the_table_says() {
    let row = |fault| {
        let size = if is_in_the_body(&fault) { LARGE } else { SMALL };
        Row { job: Job::Update, fault, harm: None, size, ends: alone(fault) }
    };
    all_of(Fault::all().into_iter().map(row).collect()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_broke_before_the_last_byte_goes_again_by_itself_whatever_the_server_was_to_do() {
    // What it would do with a whole request makes no difference: so a few that would do it.
    let faults =
        [Fault::GzipAnswer, Fault::Cut(Outcome::Applied), Fault::Status(500, Body::Json, Outcome::Applied)];
    let harms = [Point::BeforeBody, Point::MidBody].into_iter().flat_map(|point| {
        [
            (Harm::Cut(point), Ends::AgainOrMayBeDone),
            (Harm::Reset(point), Ends::Again { before: 0 }),
            (Harm::Stall(point), Ends::Again { before: 0 }),
        ]
    });
    let rows = harms.flat_map(|(harm, ends)| {
        faults.map(|fault| Row { job: Job::Update, fault, harm: Some(harm), size: LARGE, ends })
    });
    all_of(rows.collect()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_broke_after_the_last_byte_never_goes_again_by_itself() {
    let both = |point| [Harm::Cut(point), Harm::Stall(point)];
    let rows = kinds().into_iter().flat_map(|fault| {
        let after = both(Point::AfterBody).map(|harm| (harm, after_the_last_byte(fault)));
        let within = both(Point::MidAnswer).map(|harm| (harm, in_the_answer(fault)));
        after.into_iter().chain(within).map(move |(harm, ends)| Row {
            job: Job::Update,
            fault,
            harm: Some(harm),
            size: SMALL,
            ends,
        })
    });
    all_of(rows.collect()).await;
}

/// The client's tests show that each fault of the server means the same to all calls; here it is the line of no return
/// that counts, and so the place of the break.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_ticket_and_a_note_end_as_an_update_does_wherever_it_breaks() {
    let honest = Fault::GzipAnswer;
    let failing = Fault::Status(500, Body::Json, Outcome::Applied);
    let refusing = Fault::Status(400, Body::Json, Outcome::NotApplied);
    let rows = [Job::NewTicket, Job::Note].into_iter().flat_map(|job| {
        let alone = [honest, failing, refusing, Fault::TooMany, Fault::MalformedAnswer, Fault::FailureIn200]
            .map(|fault| Row { job, fault, harm: None, size: SMALL, ends: alone(fault) });
        // A note fits into the buffers in between, and so it may have been handed out whole.
        let (size, again) = if job == Job::Note {
            (LONG, Ends::AgainOrMayBeDone)
        } else {
            (LARGE, Ends::Again { before: 0 })
        };
        let within = [Point::BeforeBody, Point::MidBody].into_iter().flat_map(move |point| {
            [
                (Harm::Cut(point), Ends::AgainOrMayBeDone),
                (Harm::Reset(point), again),
                (Harm::Stall(point), again),
            ]
            .map(|(harm, ends)| Row { job, fault: honest, harm: Some(harm), size, ends })
        });
        let after = [honest, failing, refusing].into_iter().flat_map(move |fault| {
            let row = |harm, ends| Row { job, fault, harm: Some(harm), size: SMALL, ends };
            [
                row(Harm::Cut(Point::AfterBody), after_the_last_byte(fault)),
                row(Harm::Stall(Point::AfterBody), after_the_last_byte(fault)),
                row(Harm::Cut(Point::MidAnswer), in_the_answer(fault)),
                row(Harm::Stall(Point::MidAnswer), in_the_answer(fault)),
            ]
        });
        alone.into_iter().chain(within).chain(after)
    });
    all_of(rows.collect()).await;
}
