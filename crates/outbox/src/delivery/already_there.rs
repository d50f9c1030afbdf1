//! Files of the draft that went to the same ticket before.

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;
use service_crm::TicketNumber;

use crate::draft;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// A file of the draft whose content is on its ticket already, as far as this outbox knows, or on its way there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AlreadyThere {
    /// The file of the draft.
    pub file: i64,
    /// The delivery that it went with last.
    pub delivery: i64,
    /// The file's name on the ticket.
    pub name: String,
    /// When it was sent off, in milliseconds since 1970.
    pub at: i64,
    /// Where that delivery stands.
    pub state: State,
}

/// A file that went to a ticket.
struct Went {
    content: String,
    name: String,
    delivery: i64,
    at: i64,
    state: State,
}

impl Outbox {
    /// Files of the draft with these numbers that went to a ticket before, or are on their way there, by their
    /// content. Blocks on the disk: a file is read as a whole where one of its size went there.
    ///
    /// # Errors
    /// When the database cannot be read. A file that cannot be read is like none.
    pub fn already_there(
        &self,
        account: &str,
        ticket: &TicketNumber,
        files: &[i64],
    ) -> Result<Vec<AlreadyThere>, OutboxError> {
        let (asked, went) = {
            let connection = self.connection();
            let mut asked = draft::files(&connection, self.spool())?;
            asked.retain(|file| files.contains(&file.id));
            (asked, went_to(&connection, account, ticket)?)
        };
        // The database is free while files are read.
        let mut there = Vec::new();
        for file in asked {
            let size = file.attachment.stamp().size;
            let Some(of_its_size) = went.get(&size).filter(|_| size > 0) else { continue };
            let Some(content) = file.hash.or_else(|| hash(file.attachment.path()).ok()) else { continue };
            if let Some(same) = of_its_size.iter().find(|went| went.content == content) {
                let Went { name, delivery, at, state, .. } = same;
                let (name, delivery, at, state) = (name.clone(), *delivery, *at, *state);
                there.push(AlreadyThere { file: file.id, delivery, name, at, state });
            }
        }
        Ok(there)
    }
}

/// Files that went to a ticket or are on their way to it, by their size; the latest first.
fn went_to(
    connection: &Connection,
    account: &str,
    ticket: &TicketNumber,
) -> Result<HashMap<u64, Vec<Went>>, OutboxError> {
    let mut statement = connection.prepare_cached(
        "SELECT delivery_file.size, content, name, delivery.id, created_at, state
         FROM delivery JOIN delivery_file ON delivery_file.delivery = delivery.id
         WHERE account = ?1 AND ticket = ?2 AND content IS NOT NULL
           AND state IN ('done', 'may_be_done', 'waiting', 'sending', 'held_back')
         ORDER BY delivery.id DESC",
    )?;
    let mut rows = statement.query((account, ticket.as_str()))?;
    let mut went: HashMap<u64, Vec<Went>> = HashMap::new();
    while let Some(row) = rows.next()? {
        went.entry(row.get(0)?).or_default().push(Went {
            content: row.get(1)?,
            name: row.get(2)?,
            delivery: row.get(3)?,
            at: row.get(4)?,
            state: row.get(5)?,
        });
    }
    Ok(went)
}

/// As the spool names its copies.
fn hash(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize().to_hex().to_string())
}
