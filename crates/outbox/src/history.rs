//! Deliveries and what became of them.

use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use service_crm::{Attachment, Change, Failure, Receipt, Update};

use crate::courier::Sender;
use crate::draft::{self, Attached, DraftText};
use crate::paths;
use crate::store::{Outbox, OutboxError};

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Outcome {
    Sending,
    Done {
        receipt: Receipt,
    },
    Failed {
        failure: Failure,
    },
    /// The app ended while it was sending; what the server did is not known.
    Interrupted,
}

/// A file as it was sent, or was to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct SentFile {
    pub path: PathBuf,
    pub name: String,
    pub size: u64,
}

/// A draft that was sent off, and what became of it. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Delivery {
    pub id: i64,
    pub account: String,
    pub account_name: String,
    pub ticket: String,
    pub lead: String,
    pub changes: Vec<Change>,
    pub files: Vec<SentFile>,
    pub started_at: i64,
    pub ended_at: Option<i64>,
    pub outcome: Outcome,
}

/// Deliveries, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryPage {
    /// At most as many as were asked for.
    pub deliveries: Vec<Delivery>,
    /// Whether older ones follow.
    pub more: bool,
}

impl Outbox {
    /// The newest deliveries, or those before one of them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn history(&self, before: Option<i64>, most: usize) -> Result<HistoryPage, OutboxError> {
        let connection = self.connection();
        let mut statement =
            connection.prepare_cached("SELECT id FROM delivery WHERE id < ?1 ORDER BY id DESC LIMIT ?2")?;
        let ids: Vec<i64> = statement
            .query_map(params![before.unwrap_or(i64::MAX), most + 1], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let more = ids.len() > most;
        let deliveries =
            ids.into_iter().take(most).map(|id| read(&connection, id)).collect::<Result<_, _>>()?;
        Ok(HistoryPage { deliveries, more })
    }

    /// One delivery.
    ///
    /// # Errors
    /// When there is none of that id, or the database cannot be read.
    pub fn delivery(&self, id: i64) -> Result<Delivery, OutboxError> {
        read(&self.connection(), id)
    }

    /// Puts a delivery's changes and files into the draft, in the place of what is there. A file that is gone
    /// or is not the same any more is left out and named.
    ///
    /// # Errors
    /// When there is no such delivery, or the database cannot be written.
    pub fn use_again(&self, id: i64) -> Result<Attached, OutboxError> {
        let delivery = self.delivery(id)?;
        self.clear_draft()?;
        let Delivery { ticket, lead, changes, .. } = delivery;
        self.save_draft(&DraftText { ticket, lead, changes })?;
        let sent = sent_files(&self.connection(), id)?;
        self.add(sent.into_iter().map(|attachment| attachment.check().map(|()| attachment)))
    }

    /// A delivery and its first attempt exist from here on.
    pub(crate) fn begin(&self, sender: &Sender, update: &Update, at: i64) -> Result<i64, OutboxError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO delivery (account, account_name, ticket, lead, changes) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                sender.account,
                sender.account_name,
                update.ticket().as_str(),
                update.lead().to_string(),
                json(update.changes())
            ],
        )?;
        let delivery = transaction.last_insert_rowid();
        for (place, file) in update.attachments().iter().enumerate() {
            transaction.execute(
                "INSERT INTO delivery_file (delivery, place, path, name, size, modified) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![delivery, place, paths::to_bytes(file.path()), file.name(), file.stamp().size, file.stamp().modified],
            )?;
        }
        transaction
            .execute("INSERT INTO attempt (delivery, started_at) VALUES (?1, ?2)", params![delivery, at])?;
        transaction.commit()?;
        Ok(delivery)
    }

    /// What became of a delivery's attempt.
    pub(crate) fn settle(
        &self,
        delivery: i64,
        became: &Result<Receipt, Failure>,
        at: i64,
    ) -> Result<(), OutboxError> {
        self.connection().execute(
            "UPDATE attempt SET ended_at = ?2, receipt = ?3, failure = ?4
             WHERE delivery = ?1 AND receipt IS NULL AND failure IS NULL",
            params![delivery, at, became.as_ref().ok().map(json), became.as_ref().err().map(json)],
        )?;
        Ok(())
    }
}

/// Our own types are JSON without exception; an empty text would be read as damage, not as nothing.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn read(connection: &Connection, id: i64) -> Result<Delivery, OutboxError> {
    let mut statement = connection.prepare_cached(
        "SELECT delivery.account, account_name, ticket, lead, changes,
                (SELECT min(started_at) FROM attempt WHERE attempt.delivery = delivery.id),
                attempt.ended_at, attempt.interrupted, attempt.receipt, attempt.failure
         FROM delivery JOIN attempt ON attempt.delivery = delivery.id
         WHERE delivery.id = ?1 ORDER BY attempt.id DESC LIMIT 1",
    )?;
    let unreadable = |source| OutboxError::Unreadable { delivery: id, source };
    let row = statement
        .query_row([id], |row| {
            let changes: String = row.get(4)?;
            let outcome = outcome(row)?;
            Ok((
                Delivery {
                    id,
                    account: row.get(0)?,
                    account_name: row.get(1)?,
                    ticket: row.get(2)?,
                    lead: row.get(3)?,
                    changes: Vec::new(),
                    files: Vec::new(),
                    started_at: row.get(5)?,
                    ended_at: row.get(6)?,
                    outcome: Outcome::Interrupted,
                },
                changes,
                outcome,
            ))
        })
        .optional()?;
    let (mut delivery, changes, outcome) = row.ok_or(OutboxError::Unknown(id))?;
    delivery.changes = serde_json::from_str(&changes).map_err(unreadable)?;
    delivery.outcome = outcome.map_err(unreadable)?;
    delivery.files = sent_files(connection, id)?
        .into_iter()
        .map(|file| SentFile {
            path: file.path().to_owned(),
            name: file.name().to_owned(),
            size: file.stamp().size,
        })
        .collect();
    Ok(delivery)
}

fn outcome(row: &Row<'_>) -> rusqlite::Result<Result<Outcome, serde_json::Error>> {
    let (interrupted, receipt, failure): (bool, Option<String>, Option<String>) =
        (row.get(7)?, row.get(8)?, row.get(9)?);
    Ok(match (receipt, failure) {
        (Some(receipt), _) => serde_json::from_str(&receipt).map(|receipt| Outcome::Done { receipt }),
        (None, Some(failure)) => serde_json::from_str(&failure).map(|failure| Outcome::Failed { failure }),
        (None, None) if interrupted => Ok(Outcome::Interrupted),
        (None, None) => Ok(Outcome::Sending),
    })
}

fn sent_files(connection: &Connection, delivery: i64) -> Result<Vec<Attachment>, OutboxError> {
    let mut statement = connection.prepare_cached(
        "SELECT path, name, size, modified FROM delivery_file WHERE delivery = ?1 ORDER BY place",
    )?;
    let rows = statement.query_map([delivery], draft::attachment)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
