//! Send: from a draft to a delivery. From then on the delivery exists, whatever happens.

use rusqlite::{Connection, params};
use service_crm::{CancellationToken, Change, Place, UpdateFault};

use super::content::Content;
use super::index;
use super::record::{self, Delivery};
use super::{split, undo};
use crate::columns::{json, path_to_bytes};
use crate::crash::crash_point;
use crate::draft::{self, Draft, DraftFile};
use crate::error::OutboxError;
use crate::job::Job;
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
    /// Whether an update goes as several, each with a part of its files in their order, because it is too large for one.
    /// They are not held back: each can be cancelled.
    pub in_parts: bool,
}

/// The outcome of sending the draft off.
#[derive(Debug)]
pub enum Accepted {
    /// A delivery; the draft is empty of it.
    Delivery(Box<Delivery>),
    /// At least two, in the order in which they go.
    Parts(Vec<Delivery>),
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
        let mut deliveries = self.write_down(sender, &draft, copied, at)?;
        crash_point(if sender.held_back { "held-back" } else { "accepted" });
        Ok(match deliveries.pop() {
            Some(only) if deliveries.is_empty() => Accepted::Delivery(Box::new(only)),
            last => Accepted::Parts(deliveries.into_iter().chain(last).collect()),
        })
    }

    fn write_down(
        &self,
        sender: &SendingAccount,
        draft: &Draft,
        copied: Vec<Copied>,
        at: i64,
    ) -> Result<Vec<Delivery>, OutboxError> {
        let content = draft.text.content();
        let sizes: Vec<u64> = draft.files.iter().map(|file| file.attachment.stamp().size).collect();
        self.write(|transaction| {
            // Who sends the next one off has thought about the last.
            undo::let_all_go(transaction, at)?;
            let parts = if sender.in_parts && draft.text.job == Job::Update && sizes.len() > 1 {
                split::into(transaction, &sender.account, &sizes)?
            } else {
                vec![(0, sizes.len())]
            };
            let held = sender.held_back && parts.len() == 1;
            let hashes: Vec<String> = copied.iter().map(|copied| copied.hash.clone()).collect();
            self.spool().adopt(copied, transaction)?;
            let (count, none) = (parts.len(), Vec::new());
            let mut made = Vec::with_capacity(count);
            for (number, (first, after)) in parts.into_iter().enumerate() {
                // With the last: a ticket that they close may take no more files.
                let changes = if number + 1 == count { &content.changes } else { &none };
                let state = if held { State::HeldBack } else { State::Waiting };
                let id = insert(transaction, sender, draft, &content, changes, state, at)?;
                let files = draft.files.iter().zip(&hashes).skip(first).take(after - first);
                insert_files(transaction, id, files)?;
                index::index(transaction, id)?;
                made.push(id);
            }
            let held = made.first().copied().filter(|_| held);
            if let Some(id) = held {
                undo::keep_draft(transaction, id, &draft.text)?;
            }
            take_out(transaction, draft, held)?;
            made.into_iter().map(|id| record::read(transaction, id)).collect()
        })
    }
}

fn insert(
    transaction: &Connection,
    sender: &SendingAccount,
    draft: &Draft,
    content: &Content,
    changes: &[Change],
    state: State,
    at: i64,
) -> Result<i64, OutboxError> {
    transaction.execute(
        "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note, place)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            sender.account,
            sender.account_name,
            content.ticket,
            content.lead,
            json(&changes),
            state,
            at,
            draft.text.job,
            content.note,
            sender.place.as_ref().map(json)
        ],
    )?;
    Ok(transaction.last_insert_rowid())
}

fn insert_files<'f>(
    transaction: &Connection,
    id: i64,
    files: impl Iterator<Item = (&'f DraftFile, &'f String)>,
) -> Result<(), OutboxError> {
    for (position, (file, hash)) in files.enumerate() {
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
    Ok(())
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
