//! The index of what can be searched: ticket, account, values and notes, names of files, and the server's words.

use rusqlite::{Connection, ErrorCode};
use service_crm::{Answer, Failure, Receipt};

use crate::delivery::{self, Delivery};
use crate::state::State;
use crate::store::OutboxError;

/// Puts a delivery into the index as it is now.
pub(crate) fn index(transaction: &Connection, id: i64) -> Result<(), OutboxError> {
    let delivery = delivery::read(transaction, id)?;
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
const MARK: char = '\u{E000}';

/// The mark of a state. Those that move by themselves share one, so that not every step is a new entry.
pub(crate) fn state_mark(state: State) -> String {
    match state {
        State::Waiting | State::Sending => format!("{MARK}isontheway"),
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

/// Whether there is a word in what a person typed.
pub(crate) fn has_words(typed: &str) -> bool {
    pieces(typed).next().is_some()
}

/// What a person typed, as the index understands it: every word must be there, each may be only begun; and every mark.
pub(crate) fn query(connection: &Connection, typed: &str, marks: &[String]) -> Result<String, OutboxError> {
    let mut terms = Vec::new();
    for piece in pieces(typed) {
        if is_one_word(connection, piece)? {
            terms.push(format!("\"{piece}\"*"));
            continue;
        }
        for part in piece.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            if is_one_word(connection, part)? {
                terms.push(format!("\"{part}\"*"));
            }
        }
    }
    if terms.is_empty() {
        // What the index takes for no word is nowhere, as a mark of nothing is.
        terms.push(format!("\"{MARK}\""));
    }
    terms.extend(marks.iter().map(|mark| format!("\"{mark}\"")));
    Ok(terms.join(" "))
}

/// Beyond ASCII only the index knows what belongs to a word: accents and vowels may be characters of their own.
fn pieces(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split(|c: char| c.is_whitespace() || c == MARK || (c.is_ascii() && !c.is_ascii_alphanumeric()))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
}

/// Whether the index takes this for one word. It keeps no places of words, and refuses to look for two in a row.
fn is_one_word(connection: &Connection, piece: &str) -> Result<bool, OutboxError> {
    if piece.is_ascii() {
        return Ok(true);
    }
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = 0")?;
    match statement.exists([format!("\"{piece}\"")]) {
        Ok(_) => Ok(true),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_is_words_and_never_a_command() {
        let connection = Connection::open_in_memory().unwrap();
        let query = |typed| query(&connection, typed, &[]).unwrap();
        assert_eq!(query("on ho"), "\"on\"* \"ho\"*");
        assert_eq!(query("#143 \"x\" OR ticket:*"), "\"143\"* \"x\"* \"OR\"* \"ticket\"*");
        assert!(!has_words(" -*\" "));
    }
}
