//! The index of what can be searched: ticket, account, values and notes, names of files, and the server's words.

use rusqlite::Connection;
use service_crm::{Answer, Failure, Receipt};

use super::record::{self, Delivery};
use crate::error::OutboxError;
use crate::state::State;

/// Puts a delivery into the index as it is now.
pub(crate) fn index(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    let delivery = record::read(transaction, id)?;
    let mut changes = delivery.note.clone();
    for change in &delivery.changes {
        changes += &format!(" {} {}", change.field, change.value);
    }
    let files = delivery.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(" ");
    let answers = answers(transaction, id)?;
    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([id])?;
    transaction
        .prepare_cached(
            "INSERT INTO search (rowid, ticket, account, changes, files, answers, marks)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((id, &delivery.ticket, &delivery.account_name, changes, files, answers, marks(&delivery)))?;
    Ok(())
}

/// Removes a delivery, out of the index too.
pub(crate) fn remove(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([id])?;
    transaction.prepare_cached("DELETE FROM delivery WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Puts every delivery into the index.
pub(crate) fn index_all(transaction: &Connection) -> Result<(), OutboxError> {
    let ids: Vec<i64> = transaction
        .prepare("SELECT id FROM delivery")?
        .query_map((), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in ids {
        // One that cannot be read cannot be found by its words either, and is still in the list.
        match index(transaction, id) {
            Ok(()) | Err(OutboxError::Unreadable { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The server's own words, of all attempts.
fn answers(transaction: &Connection, id: i64) -> Result<String, OutboxError> {
    let mut statement = transaction.prepare_cached(
        "SELECT receipt, failure FROM attempt WHERE delivery = ?1 AND ended_at IS NOT NULL",
    )?;
    let mut rows = statement.query([id])?;
    let mut said = Vec::new();
    while let Some(row) = rows.next()? {
        let (receipt, failure): (Option<String>, Option<String>) = (row.get(0)?, row.get(1)?);
        let receipt = receipt.and_then(|receipt| serde_json::from_str::<Receipt>(&receipt).ok());
        let failure = failure.and_then(|failure| serde_json::from_str::<Failure>(&failure).ok());
        said.extend(receipt.and_then(|receipt| receipt.message));
        let answer = failure.and_then(|failure| failure.answer);
        said.extend(answer.as_deref().and_then(Answer::words).map(str::to_owned));
    }
    Ok(said.join(" "))
}

/// A character for private use, which no keyboard types: it begins the words that stand for a state or an account.
/// With them a common word of a rare state is found without looking at every delivery that has the word.
pub(crate) const MARK: char = '\u{E000}';

/// The mark of a state. Those that move by themselves share one, so that not every step is a new entry.
pub(crate) fn state_mark(state: State) -> String {
    match state {
        State::Waiting | State::Sending | State::HeldBack => format!("{MARK}isontheway"),
        settled => format!("{MARK}is{}", settled.name().replace('_', "")),
    }
}

/// The mark of what waits for a person.
pub(crate) fn needs_you_mark() -> String {
    format!("{MARK}needsyou")
}

/// The mark of an account, by its id.
pub(crate) fn account_mark(account: &str) -> String {
    let mut mark = format!("{MARK}by");
    for byte in account.bytes() {
        mark += &format!("{byte:02x}");
    }
    mark
}

fn marks(delivery: &Delivery) -> String {
    let needs_you = if delivery.needs_you() { needs_you_mark() } else { String::new() };
    format!("{} {} {needs_you}", state_mark(delivery.state), account_mark(&delivery.account))
}
