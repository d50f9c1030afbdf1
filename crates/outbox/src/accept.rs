//! Send: from a draft to a delivery. From then on the delivery exists, whatever happens.

use rusqlite::params;
use service_crm::{CancellationToken, UpdateFault};

use crate::crash::crash_point;
use crate::delivery::{Delivery, json};
use crate::draft::{self, Draft};
use crate::job::Content;
use crate::paths;
use crate::spool::{NotTaken, Spool, Taken, Taking};
use crate::state::State;
use crate::store::{Outbox, OutboxError};
use crate::{delivery, search};

/// Whose account a delivery goes out under, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The account's own id.
    pub account: String,
    /// What the person calls it, at the time.
    pub account_name: String,
    /// Whether the account may read tickets: then a draft needs no lead, the courier finds it in the ticket.
    pub reads_tickets: bool,
}

/// What came of sending the draft off.
#[derive(Debug)]
pub enum Accepted {
    /// It is a delivery now, and the draft is empty of it.
    Delivery(Box<Delivery>),
    /// These must be mended first; the draft is as it was.
    Faults(Vec<UpdateFault>),
    /// Its files could not be taken; the draft is as it was.
    NotTaken(NotTaken),
}

impl Outbox {
    /// Makes a delivery of what the draft's job needs of it, as it is kept: takes the files into the spool, and then, in
    /// one transaction, writes the delivery down and the draft off. Blocks for as long as the copying takes.
    ///
    /// # Errors
    /// When the database cannot be read or written; the draft is then as it was.
    pub fn send_off(
        &self,
        sender: &Sender,
        stop: &CancellationToken,
        watch: impl FnMut(Taking),
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
        sender: &Sender,
        stop: &CancellationToken,
        watch: impl FnMut(Taking),
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
        let taken = match self.spool().take(&draft.files, stop, watch) {
            Ok(taken) => taken,
            Err(NotTaken::Outbox(error)) => return Err(error),
            Err(not) => return Ok(Accepted::NotTaken(not)),
        };
        crash_point("files-taken");
        let delivery = self.write_down(sender, &draft, taken, at)?;
        crash_point("accepted");
        Ok(Accepted::Delivery(Box::new(delivery)))
    }

    fn write_down(
        &self,
        sender: &Sender,
        draft: &Draft,
        taken: Vec<Taken>,
        at: i64,
    ) -> Result<Delivery, OutboxError> {
        let Content { ticket, lead, changes, note } = draft.text.content();
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                sender.account,
                sender.account_name,
                ticket,
                lead,
                json(&changes),
                State::Waiting,
                at,
                draft.text.job,
                note
            ],
        )?;
        let id = transaction.last_insert_rowid();
        let hashes: Vec<String> = taken.iter().map(|taken| taken.hash.clone()).collect();
        self.spool().keep(taken, &transaction)?;
        for (place, (file, hash)) in draft.files.iter().zip(hashes).enumerate() {
            let stamp = file.attachment.stamp();
            transaction.execute(
                "INSERT INTO delivery_file (delivery, place, path, name, size, modified, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    id,
                    place,
                    paths::to_bytes(&file.origin),
                    file.attachment.name(),
                    stamp.size,
                    stamp.modified,
                    hash
                ],
            )?;
        }
        draft::take_out(&transaction, draft)?;
        search::index(&transaction, id)?;
        let delivery = delivery::read(&transaction, id)?;
        // Copies of what had been removed from the draft.
        let unneeded = Spool::forget_unneeded(&transaction)?;
        transaction.commit()?;
        self.spool().remove(&unneeded);
        Ok(delivery)
    }
}
