//! Send: from a draft to a delivery. From then on the delivery exists, whatever happens.

use rusqlite::{Connection, params};
use service_crm::{CancellationToken, Place, UpdateFault};

use super::content::Content;
use super::index;
use super::record::{self, Delivery};
use super::undo;
use crate::columns::{json, path_to_bytes};
use crate::crash::crash_point;
use crate::draft::{self, Draft};
use crate::error::OutboxError;
use crate::spool::{Copied, Copying, NotCopied, Source};
use crate::state::State;
use crate::store::Outbox;

/// The account that a delivery goes out under, as the history keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingAccount {
    /// The account's own id.
    pub account: String,
    /// The name that the person calls it by, at the time.
    pub account_name: String,
    /// The account's place, which the delivery is for from now on; where it is none, the courier takes the account's.
    pub place: Option<Place>,
    /// Whether the account may read tickets: then a draft needs no lead, the courier finds it in the ticket.
    pub reads_tickets: bool,
    /// Whether it is held back for a moment first, in which a person can undo it.
    pub held_back: bool,
}

/// The outcome of sending the draft off.
#[derive(Debug)]
pub enum Accepted {
    /// A delivery; the draft is empty of it.
    Delivery(Box<Delivery>),
    /// Faults that must be mended first; the draft is as it was.
    Faults(Vec<UpdateFault>),
    /// Files that could not be copied; the draft is as it was.
    NotCopied(NotCopied),
}

impl Outbox {
    /// Makes a delivery of what the draft's job needs of it, as it is kept: takes the files into the spool, and then, in
    /// one transaction, writes the delivery down and the draft off. Blocks for as long as the copying takes.
    ///
    /// # Errors
    /// When the database cannot be read or written; the draft is then as it was.
    pub fn send_off(
        &self,
        sender: &SendingAccount,
        stop: &CancellationToken,
        watch: impl FnMut(Copying),
        at: i64,
    ) -> Result<Accepted, OutboxError> {
        self.send_off_read(self.draft()?, sender, stop, watch, at)
    }

    /// As [`Outbox::send_off`], of a draft that was read before: who looked at it need not read it again. What was
    /// typed or added since stays in the draft.
    ///
    /// # Errors
    /// As there.
    pub fn send_off_read(
        &self,
        mut draft: Draft,
        sender: &SendingAccount,
        stop: &CancellationToken,
        watch: impl FnMut(Copying),
        at: i64,
    ) -> Result<Accepted, OutboxError> {
        if !draft.text.job.takes_files() {
            draft.files.clear();
            draft.removed.clear();
        }
        let faults = draft.text.faults(draft.files.len(), sender.reads_tickets);
        if !faults.is_empty() {
            return Ok(Accepted::Faults(faults));
        }
        let sources = draft
            .files
            .iter()
            .map(|file| Source { attachment: &file.attachment, hash: file.hash.as_deref() });
        let copied = match self.spool().copy(&sources.collect::<Vec<_>>(), stop, watch) {
            Ok(copied) => copied,
            Err(NotCopied::Outbox(error)) => return Err(error),
            Err(not) => return Ok(Accepted::NotCopied(not)),
        };
        crash_point("files-taken");
        let delivery = self.write_down(sender, &draft, copied, at)?;
        crash_point(if sender.held_back { "held-back" } else { "accepted" });
        Ok(Accepted::Delivery(Box::new(delivery)))
    }

    fn write_down(
        &self,
        sender: &SendingAccount,
        draft: &Draft,
        copied: Vec<Copied>,
        at: i64,
    ) -> Result<Delivery, OutboxError> {
        let Content { ticket, lead, changes, note } = draft.text.content();
        self.write(|transaction| {
            // Who sends the next one off has thought about the last.
            undo::let_all_go(transaction, at)?;
            transaction.execute(
                "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note, place)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    sender.account,
                    sender.account_name,
                    ticket,
                    lead,
                    json(&changes),
                    if sender.held_back { State::HeldBack } else { State::Waiting },
                    at,
                    draft.text.job,
                    note,
                    sender.place.as_ref().map(json)
                ],
            )?;
            let id = transaction.last_insert_rowid();
            let hashes: Vec<String> = copied.iter().map(|copied| copied.hash.clone()).collect();
            self.spool().adopt(copied, transaction)?;
            for (position, (file, hash)) in draft.files.iter().zip(hashes).enumerate() {
                let stamp = file.attachment.stamp();
                transaction.execute(
                    "INSERT INTO delivery_file (delivery, place, path, name, size, modified, hash, content)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
                    params![
                        id,
                        position,
                        path_to_bytes(&file.origin),
                        file.attachment.name(),
                        stamp.size,
                        stamp.modified,
                        hash
                    ],
                )?;
            }
            if sender.held_back {
                undo::keep_draft(transaction, id, &draft.text)?;
            }
            take_out(transaction, draft, sender.held_back.then_some(id))?;
            index::index(transaction, id)?;
            record::read(transaction, id)
        })
    }
}

/// Takes what was sent out of the draft, and what had been removed from it. What was typed or dropped meanwhile stays.
/// `held`: the delivery that may hand it back.
fn take_out(transaction: &Connection, sent: &Draft, held: Option<i64>) -> Result<(), OutboxError> {
    let take = if held.is_some() {
        "UPDATE draft_file SET held = ?2 WHERE id = ?1"
    } else {
        "DELETE FROM draft_file WHERE id = ?1 AND ?2 IS NULL"
    };
    for file in &sent.files {
        transaction.execute(take, (file.id, held))?;
    }
    for file in &sent.removed {
        transaction.execute(&format!("{take} AND removed IS NOT NULL"), (file.id, held))?;
    }
    if draft::text(transaction)? == sent.text {
        let left = "SELECT count(*) FROM draft_file WHERE removed IS NULL AND held IS NULL";
        let files = transaction.query_row(left, (), |row| row.get(0))?;
        draft::save_text(transaction, &sent.text.after_sending(files))?;
    }
    Ok(())
}
