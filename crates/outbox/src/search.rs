//! The index of what can be searched: ticket, account, values, names of files, and the server's words.

use rusqlite::Connection;
use service_crm::{Answer, Failure, Receipt};

use crate::delivery;
use crate::store::OutboxError;

/// Puts a delivery into the index as it is now.
pub(crate) fn index(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    let delivery = delivery::read(transaction, id)?;
    let mut changes = String::new();
    for change in &delivery.changes {
        changes += &format!("{} {} ", change.field, change.value);
    }
    let files = delivery.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(" ");
    let answers = answers(transaction, id)?;
    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([id])?;
    transaction
        .prepare_cached(
            "INSERT INTO search (rowid, ticket, account, changes, files, answers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((id, &delivery.ticket, &delivery.account_name, changes, files, answers))?;
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

/// What a person typed, as the index understands it: every word must be there, each may be only begun. None where
/// there is no word in it.
pub(crate) fn query(typed: &str) -> Option<String> {
    // The index's own idea of a word, as nearly as it matters: what is in quotes it takes apart by itself.
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let terms: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_is_words_and_never_a_command() {
        assert_eq!(query("on ho").as_deref(), Some("\"on\"* \"ho\"*"));
        assert_eq!(query("#143 \"x\" OR ticket:*").as_deref(), Some("\"143\"* \"x\"* \"OR\"* \"ticket\"*"));
        assert_eq!(query(" -*\" "), None);
    }
}
