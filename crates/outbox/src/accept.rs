//! Send: from a draft to a delivery. From then on the delivery exists, whatever happens.

use rusqlite::params;
use service_crm::{CancellationToken, Update, UpdateFault};

use crate::crash::crash_point;
use crate::delivery::{Delivery, json};
use crate::draft::{self, Draft};
use crate::paths;
use crate::spool::{NotTaken, Taken, Taking};
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
    /// Makes a delivery of the draft as it is kept: takes the files into the spool, and then, in one transaction, writes
    /// the delivery down and the draft off. Blocks for as long as the copying takes.
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
        let draft = self.draft()?;
        let text = &draft.text;
        let faults = Update::faults(&text.ticket, &text.lead, &text.changes, draft.files.len());
        if !faults.is_empty() {
            return Ok(Accepted::Faults(faults));
        }
        let attachments = draft.files.iter().map(|file| file.attachment.clone()).collect();
        let update = match Update::new(&text.ticket, &text.lead, text.changes.clone(), attachments) {
            Ok(update) => update,
            Err(fault) => return Ok(Accepted::Faults(vec![fault])),
        };
        let taken = match self.spool().take(&draft.files, stop, watch) {
            Ok(taken) => taken,
            Err(NotTaken::Outbox(error)) => return Err(error),
            Err(not) => return Ok(Accepted::NotTaken(not)),
        };
        crash_point("files-taken");
        let delivery = self.write_down(sender, &draft, &update, taken, at)?;
        crash_point("accepted");
        Ok(Accepted::Delivery(Box::new(delivery)))
    }

    fn write_down(
        &self,
        sender: &Sender,
        draft: &Draft,
        update: &Update,
        taken: Vec<Taken>,
        at: i64,
    ) -> Result<Delivery, OutboxError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                sender.account,
                sender.account_name,
                update.ticket().as_str(),
                update.lead().to_string(),
                json(update.changes()),
                State::Waiting,
                at
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
        transaction.commit()?;
        Ok(delivery)
    }
}
