//! Taking a delivery from one state to the next: the one place where a state is written.

use rusqlite::{Connection, params};
use service_crm::{Attachment, Stamp};

use super::{index, record};
use crate::draft::{self, Attached, DraftText, NewFile};
use crate::error::OutboxError;
use crate::state::{State, Step};
use crate::store::Outbox;

/// Takes a step within a transaction. `at` is the time in milliseconds since 1970.
pub(crate) fn take(transaction: &Connection, id: i64, step: Step, at: i64) -> Result<State, OutboxError> {
    let state = record::state(transaction, id)?;
    let next = state.after(step).ok_or(OutboxError::NotPossible { delivery: id, state })?;
    transaction.execute(
        "UPDATE delivery SET state = ?2, settled_at = ?3, said_done = ?4, attended = 0, finding = NULL WHERE id = ?1",
        params![id, next, next.is_settled().then_some(at), step == Step::ItWasDone],
    )?;
    if state == State::HeldBack {
        forget_draft(transaction, id)?;
    }
    if !next.needs_files() {
        forget_copies(transaction, id)?;
    }
    if next.is_settled() || state.is_settled() {
        index::index(transaction, id)?;
    }
    Ok(next)
}

/// The draft that a delivery could have become again is not needed any more.
fn forget_draft(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    transaction.execute("UPDATE delivery SET draft = NULL, asked_back = 0 WHERE id = ?1", [id])?;
    transaction.execute("DELETE FROM draft_file WHERE held = ?1", [id])?;
    Ok(())
}

fn forget_copies(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    transaction.execute("UPDATE delivery_file SET hash = NULL WHERE delivery = ?1", [id])?;
    Ok(())
}

/// A refused one that needs nobody any more.
pub(super) fn put_away(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    transaction.execute("UPDATE delivery SET attended = 1 WHERE id = ?1", [id])?;
    forget_copies(transaction, id)?;
    index::index(transaction, id)
}

impl Outbox {
    /// A person cancels a delivery that waits.
    ///
    /// # Errors
    /// When it does not wait any more, or the database cannot be written.
    pub(crate) fn cancel(&self, id: i64, at: i64) -> Result<(), OutboxError> {
        self.step(id, Step::Cancel, at)
    }

    /// A person looked at the ticket, and the delivery was done.
    ///
    /// # Errors
    /// When it is not one that may be done, or the database cannot be written.
    pub fn it_was_done(&self, id: i64, at: i64) -> Result<(), OutboxError> {
        self.step(id, Step::ItWasDone, at)
    }

    /// A person wants a delivery sent again as it is: one that was refused, or one that may be done, whatever that
    /// leads to.
    ///
    /// # Errors
    /// When it is neither, or the database cannot be written.
    pub(crate) fn send_again(&self, id: i64, at: i64) -> Result<(), OutboxError> {
        self.step(id, Step::SendAgain, at)
    }

    fn step(&self, id: i64, step: Step, at: i64) -> Result<(), OutboxError> {
        self.write(|transaction| take(transaction, id, step, at)).map(drop)
    }

    /// A person puts a refused delivery away: nothing more will be done about it, and its copies of files go.
    ///
    /// # Errors
    /// When it is not a refused one, or the database cannot be written.
    pub fn leave(&self, id: i64) -> Result<(), OutboxError> {
        self.write(|transaction| {
            let state = record::state(transaction, id)?;
            if state != State::Refused {
                return Err(OutboxError::NotPossible { delivery: id, state });
            }
            put_away(transaction, id)
        })
    }

    /// Puts what a delivery sends into the draft, in the place of what is there. A file of which the app has
    /// no copy any more is looked for where it lay; one that is gone or is not the same is left out and named. A
    /// refused delivery is attended to by that.
    ///
    /// # Errors
    /// When there is no such delivery, or the database cannot be written.
    pub fn use_again(&self, id: i64) -> Result<Attached, OutboxError> {
        self.write(|transaction| {
            let again = record::read(transaction, id)?;
            let files = files_of(transaction, self, id)?;
            draft::clear(transaction)?;
            draft::save_text(transaction, &DraftText::again(&again))?;
            let checked = files.into_iter().map(|(found, original)| {
                let Err(failure) = found.attachment.check() else { return Ok(found) };
                // The copy is gone; the original may still be there as it was.
                let name = found.attachment.name().to_owned();
                let attachment = Attachment::kept(found.origin.clone(), name, original);
                attachment.check().map_err(|_| failure)?;
                Ok(NewFile { attachment, hash: None, ..found })
            });
            let attached = draft::add(transaction, self.spool(), checked)?;
            if again.state == State::Refused {
                put_away(transaction, id)?;
            }
            Ok(attached)
        })
    }
}

/// A delivery's files, each from the app's copy where there is one, and how the original was.
pub(crate) fn files_of(
    connection: &Connection,
    outbox: &Outbox,
    id: i64,
) -> Result<Vec<(NewFile, Stamp)>, OutboxError> {
    let mut statement = connection.prepare_cached(
        "SELECT path, name, delivery_file.size, coalesce(spool.modified, delivery_file.modified), delivery_file.hash,
                delivery_file.modified
         FROM delivery_file LEFT JOIN spool ON spool.hash = delivery_file.hash
         WHERE delivery = ?1 ORDER BY place",
    )?;
    let rows = statement.query_map([id], |row| {
        let (origin, attachment, hash) = draft::attachment(row, outbox.spool())?;
        let original = Stamp { size: attachment.stamp().size, modified: row.get(5)? };
        let attachment = match &hash {
            Some(hash) => outbox.spool().as_it_is(attachment, hash),
            None => attachment,
        };
        Ok((NewFile { origin, attachment, hash }, original))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
