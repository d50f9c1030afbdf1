//! Undo: a delivery that is held back after Send becomes the draft again that it was, or is let go.

use rusqlite::{Connection, params};

use super::steps;
use super::{index, record};
use crate::columns::json;
use crate::crash::crash_point;
use crate::draft::{self, DraftText};
use crate::error::OutboxError;
use crate::state::{State, Step};
use crate::store::Outbox;

/// The outcome of Undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// The draft is as it was before Send, and there is no such delivery any more.
    Draft,
    /// Another draft, put together since, is in the way. Nothing of either is lost: the delivery stays held back until a person
    /// says.
    InTheWay,
}

/// Keeps the draft's text with a delivery that is held back.
pub(super) fn keep_draft(transaction: &Connection, id: i64, text: &DraftText) -> Result<(), OutboxError> {
    transaction.execute("UPDATE delivery SET draft = ?2 WHERE id = ?1", (id, json(text)))?;
    Ok(())
}

/// Lets go of everything that nobody has asked back, and says what that was.
pub(super) fn let_all_go(transaction: &Connection, at: i64) -> Result<Vec<i64>, OutboxError> {
    // The first condition is that of the index: without it the whole list would be read.
    let held: Vec<i64> = transaction
        .prepare_cached(
            "SELECT id FROM delivery
             WHERE state IN ('waiting', 'sending', 'held_back') AND state = 'held_back' AND asked_back = 0 ORDER BY id",
        )?
        .query_map((), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in &held {
        steps::take(transaction, *id, Step::LetGo, at)?;
    }
    Ok(held)
}

impl Outbox {
    /// Takes back what is held back: the draft is as it was before Send, its files from the app's copies of them, in their
    /// order. `replace`: what was put together since is given up for it.
    ///
    /// # Errors
    /// When it is not held back any more, or the database cannot be written.
    pub(crate) fn undo(&self, id: i64, replace: bool) -> Result<Undone, OutboxError> {
        let undone = self.write(|transaction| {
            let state = record::state(transaction, id)?;
            if state != State::HeldBack {
                return Err(OutboxError::NotPossible { delivery: id, state });
            }
            let kept: Option<String> =
                transaction.query_row("SELECT draft FROM delivery WHERE id = ?1", [id], |row| row.get(0))?;
            let Some(kept) = kept else {
                // A put-back was made of no draft, and touches none.
                index::remove(transaction, id)?;
                return Ok(Undone::Draft);
            };
            let kept: DraftText = serde_json::from_str(&kept)
                .map_err(|source| OutboxError::Unreadable { delivery: id, source })?;
            if !replace && !is_free(transaction, self, &kept)? {
                transaction.execute("UPDATE delivery SET asked_back = 1 WHERE id = ?1", [id])?;
                return Ok(Undone::InTheWay);
            }
            draft::save_text(transaction, &kept)?;
            if kept.job.takes_files() {
                transaction.execute("DELETE FROM draft_file WHERE held IS NULL AND removed IS NULL", ())?;
            }
            hand_files_back(transaction, id)?;
            index::remove(transaction, id)?;
            Ok(Undone::Draft)
        })?;
        crash_point("undone");
        Ok(undone)
    }

    /// The moment is over: it goes, unless a person has asked it back meanwhile.
    ///
    /// # Errors
    /// When it is not held back any more, or the database cannot be written.
    pub(crate) fn moment_is_over(&self, id: i64, at: i64) -> Result<(), OutboxError> {
        self.write(|transaction| {
            if record::read(transaction, id)?.asked_back {
                return Ok(());
            }
            steps::take(transaction, id, Step::LetGo, at).map(drop)
        })?;
        crash_point("let-go");
        Ok(())
    }

    /// A person does not want to wait for the end of the moment, or gives up what they asked back: it goes.
    ///
    /// # Errors
    /// When it is not held back any more, or the database cannot be written.
    pub(crate) fn let_go(&self, id: i64, at: i64) -> Result<(), OutboxError> {
        self.write(|transaction| steps::take(transaction, id, Step::LetGo, at))?;
        crash_point("let-go");
        Ok(())
    }

    /// The same of all that nobody has asked back; says which.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn let_all_go(&self, at: i64) -> Result<Vec<i64>, OutboxError> {
        self.write(|transaction| let_all_go(transaction, at))
    }
}

/// Whether the draft is as Send left it: then nothing stands where the one of before belongs.
fn is_free(transaction: &Connection, outbox: &Outbox, kept: &DraftText) -> Result<bool, OutboxError> {
    let files = draft::files(transaction, outbox.spool())?.len();
    // What job is chosen is nothing that was typed.
    let typed = |text: DraftText| DraftText { job: kept.job, ..text };
    let there = typed(draft::text(transaction)?);
    let left = [kept.after_sending(files), kept.clone(), DraftText::default()].map(typed);
    Ok(left.contains(&there) && (files == 0 || !kept.job.takes_files()))
}

/// The files that went along are the draft's again, each from the app's copy: the stick may be gone by now.
fn hand_files_back(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    let went: Vec<i64> = transaction
        .prepare("SELECT id FROM draft_file WHERE held = ?1 AND removed IS NULL ORDER BY place, id")?
        .query_map([id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for (place, file) in went.iter().enumerate() {
        transaction.execute(
            "UPDATE draft_file SET (hash, modified) =
               (SELECT spool.hash, spool.modified FROM delivery_file JOIN spool ON spool.hash = delivery_file.hash
                WHERE delivery = ?2 AND delivery_file.place = ?3)
             WHERE id = ?1",
            params![file, id, place],
        )?;
    }
    transaction.execute("UPDATE draft_file SET held = NULL WHERE held = ?1", [id])?;
    Ok(())
}
