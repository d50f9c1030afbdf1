//! A delivery as it is read from the database, with its attempts.

use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use service_crm::{Change, Failure, Place, Receipt};

use super::before::{Before, PutsBack};
use super::finding::{Comparison, Finding};
use crate::columns::path_from_bytes;
use crate::error::OutboxError;
use crate::job::Job;
use crate::state::State;
use crate::store::Outbox;

/// The end of an attempt, or of a delivery by its last attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "ended", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Ended {
    Done {
        receipt: Receipt,
    },
    Failed {
        failure: Failure,
    },
    /// The app ended meanwhile. `released`: the last bytes may have left by then.
    Interrupted {
        released: bool,
    },
    /// A person said that it was done.
    SaidDone,
}

/// Why a delivery that waits cannot go yet, as far as the other deliveries are the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// An earlier one for the same ticket goes first.
    Earlier,
    /// An earlier one for the same ticket may have been done: a person has to say first.
    Unknown,
}

/// Where a delivery's attempts ended that failed so often in a row that a person is asked: bytes of the request that had
/// left, and of the request in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "the names say it")]
pub struct Stuck {
    pub sent: u64,
    pub total: u64,
}

/// A file as it was sent, or was to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// Where it lay when it was added.
    pub path: PathBuf,
    /// The name on the ticket.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// A draft that was sent off. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Delivery {
    pub id: i64,
    pub account: String,
    pub account_name: String,
    /// Where it goes; none for one of an earlier version that was not looked at yet.
    pub place: Option<Place>,
    pub job: Job,
    /// Empty for a new one, until the server has named it.
    pub ticket: String,
    /// Empty for a note, and for an update until it is found.
    pub lead: String,
    /// The changes, or the values of a new ticket.
    pub changes: Vec<Change>,
    /// The text of a note.
    pub note: String,
    pub files: Vec<SentFile>,
    pub state: State,
    /// A refused one that a person has put away.
    pub attended: bool,
    /// A delivery that is held back until a person says: another draft was in the way of its Undo.
    pub asked_back: bool,
    pub created_at: i64,
    pub settled_at: Option<i64>,
    /// While it waits.
    pub behind: Option<Behind>,
    /// The fields as they were before it, of an update whose ticket was read before its request.
    pub before: Option<Before>,
    /// Of an update that puts another one back.
    pub puts_back: Option<PutsBack>,
    /// By its last attempt; none where there was none yet. Its answer comes without the body.
    pub ended: Option<Ended>,
    /// While it is refused only because it failed so often in a row.
    pub stuck: Option<Stuck>,
    /// The finding in the ticket, while it may be done.
    pub finding: Option<Finding>,
    pub attempts: u32,
}

impl Delivery {
    /// Whether it waits for a person.
    pub fn needs_you(&self) -> bool {
        self.state == State::MayBeDone || (self.state == State::Refused && !self.attended)
    }

    /// Whether a person may send the very same once more: it may be done, or what refused it may be put right
    /// elsewhere.
    pub fn may_be_sent_again(&self) -> bool {
        match (self.state, &self.ended) {
            (State::MayBeDone, _) => true,
            (State::Refused, Some(Ended::Failed { failure })) => failure.may_end_otherwise(),
            (State::Refused, _) => true,
            _ => false,
        }
    }

    /// Whether a person may send it as several smaller updates: it was refused, perhaps for its size, or never came
    /// through whole.
    pub fn may_be_split(&self) -> bool {
        let splittable = self.needs_you() && self.state == State::Refused && self.job == Job::Update;
        let for_size = self.failure().is_some_and(Failure::may_be_for_size);
        let stuck = self.stuck.is_some_and(|stuck| stuck.sent > 0);
        splittable && self.files.len() > 1 && (for_size || stuck)
    }

    /// Whether a person may correct what may be done: the server gave a reason why it is not, and the ticket does not
    /// show it.
    pub fn may_be_corrected(&self) -> bool {
        let comparison = self.finding.as_ref().map(|finding| finding.comparison);
        self.state == State::MayBeDone
            && self.job == Job::Update
            && self.failure().is_some_and(Failure::is_reasoned)
            && matches!(comparison, Some(Comparison::NothingChanged | Comparison::CannotTell))
    }

    fn failure(&self) -> Option<&Failure> {
        match &self.ended {
            Some(Ended::Failed { failure }) => Some(failure),
            _ => None,
        }
    }
}

/// A request that was made for a delivery. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Attempt"))]
#[serde(rename_all = "camelCase")]
pub struct AttemptRecord {
    /// The attempt's number.
    pub id: i64,
    /// When it began.
    pub started_at: i64,
    /// From when on the server may have had everything.
    pub released_at: Option<i64>,
    /// When it ended, if the app lived to see it.
    pub ended_at: Option<i64>,
    /// Bytes of the request that had left, where that is known.
    pub sent: Option<u64>,
    /// Bytes of the request in all.
    pub total: Option<u64>,
    /// The end; none while it is under way. The answer is whole.
    pub ended: Option<Ended>,
}

impl Outbox {
    /// A delivery by its id.
    ///
    /// # Errors
    /// When there is none of that id, or the database cannot be read.
    pub fn delivery(&self, id: i64) -> Result<Delivery, OutboxError> {
        read(&self.connection(), id)
    }

    /// All attempts that were made for a delivery, in their order, with the answers as they were received.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn attempts(&self, id: i64) -> Result<Vec<AttemptRecord>, OutboxError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT receipt, failure, interrupted, released_at IS NOT NULL, id, started_at, released_at, ended_at,
                    sent, total, body
             FROM attempt WHERE delivery = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([id])?;
        let mut attempts = Vec::new();
        while let Some(row) = rows.next()? {
            let body: Option<String> = row.get(10)?;
            attempts.push(AttemptRecord {
                id: row.get(4)?,
                started_at: row.get(5)?,
                released_at: row.get(6)?,
                ended_at: row.get(7)?,
                sent: row.get(8)?,
                total: row.get(9)?,
                ended: ended(id, row)?.map(|ended| with_body(ended, body)),
            });
        }
        Ok(attempts)
    }
}

pub(crate) fn read(connection: &Connection, id: i64) -> Result<Delivery, OutboxError> {
    let mut statement = connection.prepare_cached(
        "SELECT receipt, failure, interrupted, released_at IS NOT NULL,
                account, account_name, ticket, lead, changes, state, attended, said_done, created_at, settled_at,
                finding,
                (SELECT count(*) FROM attempt WHERE attempt.delivery = delivery.id),
                CASE WHEN state = 'waiting' AND job <> 'new_ticket' THEN
                  (SELECT max(before.state = 'may_be_done') FROM delivery AS before
                   WHERE before.account = delivery.account AND before.ticket = delivery.ticket
                     AND before.id < delivery.id AND before.state IN ('waiting', 'sending', 'may_be_done', 'held_back'))
                END,
                job, note, place, sent, total, asked_back, was, puts_back
         FROM delivery LEFT JOIN attempt
           ON attempt.id = (SELECT max(id) FROM attempt WHERE attempt.delivery = delivery.id)
         WHERE delivery.id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let row = rows.next()?.ok_or(OutboxError::Unknown(id))?;
    let unreadable = |source| OutboxError::Unreadable { delivery: id, source };
    let (changes, finding): (String, Option<String>) = (row.get(8)?, row.get(14)?);
    let place: Option<String> = row.get(19)?;
    let (before, puts_back): (Option<String>, Option<String>) = (row.get(23)?, row.get(24)?);
    let behind: Option<bool> = row.get(16)?;
    let said_done: bool = row.get(11)?;
    let state: State = row.get(9)?;
    let ended = if said_done { Some(Ended::SaidDone) } else { ended(id, row)?.map(without_body) };
    let (sent, total): (Option<u64>, Option<u64>) = (row.get(20)?, row.get(21)?);
    let stuck = sent.zip(total).filter(|_| state == State::Refused && ended.as_ref().is_some_and(goes_again));
    Ok(Delivery {
        id,
        account: row.get(4)?,
        account_name: row.get(5)?,
        place: place.map(|place| serde_json::from_str(&place)).transpose().map_err(unreadable)?,
        job: row.get(17)?,
        ticket: row.get(6)?,
        lead: row.get(7)?,
        changes: serde_json::from_str(&changes).map_err(unreadable)?,
        note: row.get(18)?,
        files: files(connection, id)?,
        state,
        attended: row.get(10)?,
        asked_back: row.get(22)?,
        created_at: row.get(12)?,
        settled_at: row.get(13)?,
        behind: behind.map(|unknown| if unknown { Behind::Unknown } else { Behind::Earlier }),
        before: before.map(|before| serde_json::from_str(&before)).transpose().map_err(unreadable)?,
        puts_back: puts_back.map(|puts| serde_json::from_str(&puts)).transpose().map_err(unreadable)?,
        ended,
        stuck: stuck.map(|(sent, total)| Stuck { sent, total }),
        finding: finding.map(|finding| serde_json::from_str(&finding)).transpose().map_err(unreadable)?,
        attempts: row.get(15)?,
    })
}

/// Whether an end is one after which it would have gone again by itself.
fn goes_again(ended: &Ended) -> bool {
    matches!(ended, Ended::Failed { failure } if failure.repeatable())
}

/// From a row that begins with receipt, failure, interrupted and released.
fn ended(delivery: i64, row: &Row<'_>) -> Result<Option<Ended>, OutboxError> {
    let unreadable = |source| OutboxError::Unreadable { delivery, source };
    let (receipt, failure): (Option<String>, Option<String>) = (row.get(0)?, row.get(1)?);
    // Both are none where there is no attempt at all.
    let (interrupted, released): (Option<bool>, Option<bool>) = (row.get(2)?, row.get(3)?);
    Ok(match (receipt, failure) {
        (Some(receipt), _) => {
            Some(Ended::Done { receipt: serde_json::from_str(&receipt).map_err(unreadable)? })
        }
        (None, Some(failure)) => {
            Some(Ended::Failed { failure: serde_json::from_str(&failure).map_err(unreadable)? })
        }
        (None, None) if interrupted == Some(true) => {
            Some(Ended::Interrupted { released: released == Some(true) })
        }
        (None, None) => None,
    })
}

/// The answer's body, which is kept apart from what became of the attempt.
pub(crate) fn body_of(became: &mut Result<Receipt, Failure>) -> Option<String> {
    let answer = match became {
        Ok(receipt) => Some(&mut receipt.answer),
        Err(failure) => failure.answer.as_deref_mut(),
    };
    answer.map(|answer| std::mem::take(&mut answer.body))
}

fn with_body(mut ended: Ended, body: Option<String>) -> Ended {
    if let Some(body) = body {
        set_body(&mut ended, body);
    }
    ended
}

/// Answers that were kept before they had a place of their own have it still.
fn without_body(mut ended: Ended) -> Ended {
    set_body(&mut ended, String::new());
    ended
}

fn set_body(ended: &mut Ended, body: String) {
    match ended {
        Ended::Done { receipt } => receipt.answer.body = body,
        Ended::Failed { failure } => {
            if let Some(answer) = &mut failure.answer {
                answer.body = body;
            }
        }
        Ended::Interrupted { .. } | Ended::SaidDone => {}
    }
}

fn files(connection: &Connection, id: i64) -> Result<Vec<SentFile>, OutboxError> {
    let mut statement = connection
        .prepare_cached("SELECT path, name, size FROM delivery_file WHERE delivery = ?1 ORDER BY place")?;
    let rows = statement.query_map([id], |row| {
        Ok(SentFile { path: path_from_bytes(row.get(0)?), name: row.get(1)?, size: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn state(connection: &Connection, id: i64) -> Result<State, OutboxError> {
    let state = connection
        .query_row("SELECT state FROM delivery WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    state.ok_or(OutboxError::Unknown(id))
}
