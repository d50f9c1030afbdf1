//! The words that a person typed, as the index of deliveries understands them.

use rusqlite::{Connection, ErrorCode};

use crate::delivery::MARK;
use crate::error::OutboxError;

/// Whether there is a word in what a person typed.
pub(crate) fn has_words(typed: &str) -> bool {
    pieces(typed).next().is_some()
}

/// The query for the index: every word that was typed word must be there, each may be only begun; and every mark.
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
