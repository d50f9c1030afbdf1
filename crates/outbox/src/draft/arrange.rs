//! The files of the draft, arranged by hand: taken out and restored, called otherwise, and in another order.

use rusqlite::{Connection, OptionalExtension};
use service_crm::Attachment;

use super::alike;
use super::files::{self, DraftFiles, LeftOut, NewFile, left_out};
use super::name::{self, NameFault};
use super::names::Names;
use crate::error::OutboxError;
use crate::store::Outbox;

/// Removals that can be taken back; of those before them nothing is kept.
const MOST_REMOVED: u32 = 10;

/// The outcome of restoring a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredFile {
    /// The files after it.
    pub files: DraftFiles,
    /// Why it was left out, if it was: it had been added again meanwhile.
    pub left: Option<LeftOut>,
}

impl Outbox {
    /// Takes a file out of the draft, if it is still there. It can be restored until the draft is sent, or others were
    /// taken out after it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn detach(&self, id: i64) -> Result<DraftFiles, OutboxError> {
        self.arrange(|transaction| {
            transaction.execute(
                "UPDATE draft_file SET removed = (SELECT coalesce(max(removed), 0) + 1 FROM draft_file)
                 WHERE id = ?1 AND removed IS NULL",
                [id],
            )?;
            transaction.execute(
                "DELETE FROM draft_file WHERE id IN
                   (SELECT id FROM draft_file WHERE held IS NULL AND removed IS NOT NULL ORDER BY removed DESC LIMIT -1 OFFSET ?1)",
                [MOST_REMOVED],
            )?;
            Ok(())
        })
        .map(|((), files)| files)
    }

    /// Restores a file that was taken out, where it stood. One that was added again meanwhile is not there twice.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn restore_file(&self, id: i64) -> Result<RestoredFile, OutboxError> {
        let (left, files) = self.arrange(|transaction| {
            let DraftFiles { files, removed } = files::all_files(transaction, self.spool())?;
            let Some(file) = removed.into_iter().find(|file| file.id == id) else { return Ok(None) };
            let there: Vec<_> = files.into_iter().map(|file| file.attachment).collect();
            let found = NewFile { origin: file.origin, attachment: file.attachment, hash: file.hash };
            match alike::refuse_duplicate(&there, found) {
                Ok(found) => {
                    let mut names = Names::of(there.iter().map(Attachment::name));
                    let found = names.told_apart(found);
                    transaction.execute(
                        "UPDATE draft_file SET removed = NULL, name = ?2 WHERE id = ?1",
                        (id, found.attachment.name()),
                    )?;
                    Ok(None)
                }
                Err(left) => {
                    transaction.execute("DELETE FROM draft_file WHERE id = ?1", [id])?;
                    Ok(Some(left))
                }
            }
        })?;
        Ok(RestoredFile { files, left })
    }

    /// Takes a file that was changed since it was added as it is now. Blocks on its disk, and keeps nobody from the outbox
    /// meanwhile.
    ///
    /// # Errors
    /// When the database cannot be written; a file that cannot be looked at is part of the answer.
    pub fn take_as_it_is(&self, id: i64) -> Result<RestoredFile, OutboxError> {
        let files = files::files(&self.connection(), self.spool())?;
        let found = files.into_iter().find(|file| file.id == id && file.hash.is_none());
        let looked = found.map(|file| Attachment::look(file.origin).map(|now| now.stamp()));
        let (left, files) = self.arrange(|transaction| match looked {
            None => Ok(None),
            Some(Err(failure)) => Ok(Some(left_out(failure.code))),
            Some(Ok(stamp)) => {
                transaction.execute(
                    "UPDATE draft_file SET size = ?2, modified = ?3 WHERE id = ?1 AND hash IS NULL",
                    (id, stamp.size, stamp.modified),
                )?;
                Ok(None)
            }
        })?;
        Ok(RestoredFile { files, left })
    }

    /// Calls a file otherwise on the ticket; on the disk it is called as before. Where no ending is typed it keeps its
    /// own.
    ///
    /// # Errors
    /// When the database cannot be written; a name that cannot be is part of the answer.
    pub fn rename_file(&self, id: i64, typed: &str) -> Result<Result<DraftFiles, NameFault>, OutboxError> {
        let (renamed, files) = self.arrange(|transaction| {
            let old: Option<String> = transaction
                .query_row("SELECT name FROM draft_file WHERE id = ?1 AND removed IS NULL", [id], |row| {
                    row.get(0)
                })
                .optional()?;
            let Some(old) = old else { return Ok(Ok(())) };
            let name = match name::meant(typed, &old) {
                Ok(name) => name,
                Err(fault) => return Ok(Err(fault)),
            };
            let files = files::files(transaction, self.spool())?;
            let others = files.iter().filter(|file| file.id != id).map(|file| file.attachment.name());
            let taken = Names::of(others).has(&name);
            if taken && name != old {
                return Ok(Err(NameFault::Taken));
            }
            transaction.execute("UPDATE draft_file SET name = ?1 WHERE id = ?2", (&name, id))?;
            Ok(Ok(()))
        })?;
        Ok(renamed.map(|()| files))
    }

    /// Moves a file to another position among the others, counted from 0; one behind the last is the last.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn move_file(&self, id: i64, to: usize) -> Result<DraftFiles, OutboxError> {
        self.arrange(|transaction| {
            let mut order = order(transaction)?;
            let Some(from) = order.iter().position(|(one, removed)| *one == id && !removed) else {
                return Ok(());
            };
            let moved = order.remove(from);
            // Those that were taken out keep their neighbours, for the case that they are restored.
            let position = order
                .iter()
                .enumerate()
                .filter(|(_, (_, removed))| !removed)
                .map(|(position, _)| position)
                .nth(to)
                .unwrap_or(order.len());
            order.insert(position, moved);
            for (position, (id, _)) in order.iter().enumerate() {
                transaction.execute("UPDATE draft_file SET place = ?1 WHERE id = ?2", (position, id))?;
            }
            Ok(())
        })
        .map(|((), files)| files)
    }

    /// Does something with the files in one transaction, and answers with them as they are after it.
    fn arrange<T>(
        &self,
        act: impl FnOnce(&Connection) -> Result<T, OutboxError>,
    ) -> Result<(T, DraftFiles), OutboxError> {
        self.write(|transaction| {
            let answer = act(transaction)?;
            Ok((answer, files::all_files(transaction, self.spool())?))
        })
    }
}

/// All files in their order, and which of them were taken out.
fn order(transaction: &Connection) -> Result<Vec<(i64, bool)>, OutboxError> {
    let mut statement = transaction.prepare_cached(
        "SELECT id, removed IS NOT NULL FROM draft_file WHERE held IS NULL ORDER BY place, id",
    )?;
    let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
