//! Attempts as they are written down: before anything is sent, before the last bytes leave, and when they ended.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use service_crm::{Attempt, Call, Failure, LeadId};

use super::record::{self, Delivery, body_of};
use super::{index, put_back, steps, undo};
use crate::columns::json;
use crate::crash::crash_point;
use crate::error::OutboxError;
use crate::job::Job;
use crate::state::{State, Step};
use crate::store::Outbox;

/// An attempt that was begun: its number, and what it sends.
pub(crate) struct Begun {
    pub(crate) attempt: i64,
    pub(crate) call: Call,
}

/// The courier's knowledge of an attempt's end, beside what became of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending {
    /// The app itself stopped it.
    pub(crate) paused: bool,
    /// The last of so many failures in a row: a person is asked.
    pub(crate) last: bool,
}

impl Outbox {
    /// Begins an attempt. None where the delivery does not wait any more.
    pub(crate) fn begin(&self, id: i64, at: i64) -> Result<Option<Begun>, OutboxError> {
        self.write(|transaction| {
            if record::state(transaction, id)?.after(Step::Begin).is_none() {
                return Ok(None);
            }
            let delivery = record::read(transaction, id)?;
            put_back::keep_before(transaction, &delivery)?;
            let files = steps::files_of(transaction, self, id)?;
            let attachments = files.into_iter().map(|(found, _)| found.attachment).collect();
            // It was checked when it was accepted; should a later version be stricter, a person has to look at it.
            let Ok(call) = delivery.call(attachments) else {
                steps::take(transaction, id, Step::Begin, at)?;
                steps::take(transaction, id, Step::FailedForGood, at)?;
                index::index(transaction, id)?;
                return Ok(None);
            };
            let attempt = insert(transaction, id, at)?;
            Ok(Some(Begun { attempt, call }))
        })
    }

    /// The ticket in which a delivery's lead is still to be found, while it waits; none where it has one.
    pub(crate) fn lead_missing(&self, id: i64) -> Result<Option<String>, OutboxError> {
        let delivery = self.delivery(id)?;
        let missing =
            delivery.job == Job::Update && delivery.state == State::Waiting && delivery.lead.is_empty();
        Ok(missing.then_some(delivery.ticket))
    }

    /// The lead of a delivery that waits, as its ticket names it.
    pub(crate) fn lead_found(&self, id: i64, lead: LeadId) -> Result<(), OutboxError> {
        self.connection().execute(
            "UPDATE delivery SET lead = ?2 WHERE id = ?1 AND state = ?3",
            (id, lead.to_string(), State::Waiting),
        )?;
        Ok(())
    }

    /// A delivery that did not come to a request, because what had to be read first was not there, or forbids it. `last`:
    /// that is not tried again by itself.
    pub(crate) fn came_to_no_request(
        &self,
        id: i64,
        failure: Failure,
        last: bool,
        at: i64,
    ) -> Result<(), OutboxError> {
        let attempt = self.write(|transaction| insert(transaction, id, at))?;
        let nothing_sent = Attempt { became: Err(failure), sent: 0, total: 0 };
        self.end(id, attempt, &nothing_sent, Ending { paused: false, last }, at).map(drop)
    }

    /// The line of no return: when this is done it is on the disk that the attempt may complete.
    pub(crate) fn release(&self, attempt: i64, at: i64) -> Result<(), OutboxError> {
        crash_point("before-release");
        let connection = self.connection();
        connection.execute("UPDATE attempt SET released_at = ?2 WHERE id = ?1", (attempt, at))?;
        drop(connection);
        crash_point("released");
        Ok(())
    }

    /// Ends an attempt, and by that changes its delivery; answers with the delivery's state.
    pub(crate) fn end(
        &self,
        id: i64,
        attempt: i64,
        ended: &Attempt,
        ending: Ending,
        at: i64,
    ) -> Result<State, OutboxError> {
        crash_point("answered");
        let mut became = ended.became.clone();
        let step = match &became {
            Ok(_) => Step::Receipt,
            Err(failure) => match Step::of(failure, ending.paused) {
                Step::FailedRepeatable if ending.last => Step::FailedForGood,
                step => step,
            },
        };
        let body = body_of(&mut became);
        let write = |transaction: &Transaction<'_>| {
            transaction.execute(
                "UPDATE attempt SET ended_at = ?2, sent = ?3, total = ?4, receipt = ?5, failure = ?6, body = ?7 WHERE id = ?1",
                params![
                    attempt,
                    at,
                    ended.sent,
                    ended.total,
                    became.as_ref().ok().map(json),
                    became.as_ref().err().map(json),
                    body
                ],
            )?;
            if let Ok(receipt) = &became {
                // An update's and a note's is in it already.
                transaction.execute(
                    "UPDATE delivery SET ticket = ?2 WHERE id = ?1 AND job = ?3",
                    (id, &receipt.ticket, Job::NewTicket),
                )?;
            }
            let state = steps::take(transaction, id, step, at)?;
            if !state.is_settled() {
                // Settling did it already.
                index::index(transaction, id)?;
            }
            Ok(state)
        };
        self.write_and(write, || crash_point("ended"))
    }

    /// A delivery, while it may be done.
    pub(crate) fn undecided(&self, id: i64) -> Result<Option<Delivery>, OutboxError> {
        Ok(Some(self.delivery(id)?).filter(|delivery| delivery.state == State::MayBeDone))
    }
}

/// Takes the step into an attempt, and says its number.
fn insert(transaction: &Connection, id: i64, at: i64) -> Result<i64, OutboxError> {
    steps::take(transaction, id, Step::Begin, at)?;
    transaction.execute("INSERT INTO attempt (delivery, started_at) VALUES (?1, ?2)", (id, at))?;
    Ok(transaction.last_insert_rowid())
}

/// Puts what was under way when the app last ended where its line of no return says: an attempt whose last bytes were
/// never released cannot have reached the server, and goes again by itself; the others may have, and never do.
pub(crate) fn recover(connection: &mut Connection) -> Result<(), OutboxError> {
    let transaction = connection.transaction()?;
    let under_way: Vec<(i64, i64, Option<i64>, i64)> = transaction
        .prepare(
            "SELECT id, delivery, released_at, started_at FROM attempt WHERE ended_at IS NULL AND interrupted = 0",
        )?
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    for (attempt, id, released, started) in under_way {
        transaction.execute("UPDATE attempt SET interrupted = 1 WHERE id = ?1", [attempt])?;
        let step = if released.is_some() { Step::CrashedAfter } else { Step::CrashedBefore };
        let sending = transaction
            .query_row("SELECT 1 FROM delivery WHERE id = ?1 AND state = 'sending'", [id], |_| Ok(()))
            .optional()?;
        if sending.is_some() {
            steps::take(&transaction, id, step, released.unwrap_or(started))?;
        }
    }
    // The app ended in the moment after Send; the person had pressed it. A delivery that waits has no time of its own.
    undo::let_all_go(&transaction, 0)?;
    Ok(transaction.commit()?)
}
