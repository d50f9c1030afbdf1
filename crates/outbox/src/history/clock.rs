//! Whether the clock can be believed when it says that something is old. One that jumped (a dead battery, a wrong time
//! zone of a server, a hand on the wrong year) would take away at once what a person wants to keep for months.

use rusqlite::{Connection, OptionalExtension};

use crate::error::OutboxError;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Milliseconds that the clock may be ahead of what was known last: somebody who opens the app once a week is within it.
const FAR: i64 = 8 * DAY;
/// Days on which a clock that was far ahead has to be found so again.
const DAYS_OF_DOUBT: i64 = 3;

/// Whether what is old by this clock may be removed. To be asked at every look: the answer is learnt from how the clock
/// went on between them, and is kept.
///
/// # Errors
/// When the database cannot be read or written.
pub(super) fn is_believed(connection: &Connection, now: i64) -> Result<bool, OutboxError> {
    let (looked, doubts): (Option<i64>, i64) =
        connection
            .query_row("SELECT looked_at, doubts FROM upkeep", (), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let last = match looked {
        Some(looked) => looked,
        None => newest(connection)?.unwrap_or(now),
    };
    let is_far_ahead = now.saturating_sub(last) > FAR;
    let went_back = now < last.saturating_sub(DAY);
    let is_another_day = now >= last.saturating_add(DAY);
    let doubts = if went_back || (is_far_ahead && doubts == 0) {
        DAYS_OF_DOUBT
    } else if is_another_day {
        // Far ahead once more, in the days of doubt, is one of them: the app may be opened only now and then.
        (doubts - 1).max(0)
    } else {
        doubts
    };
    // Within a day nothing is moved on: a clock that goes ahead little by little has gone ahead.
    if looked.is_none() || went_back || is_another_day {
        connection.execute("UPDATE upkeep SET looked_at = ?1, doubts = ?2", (now, doubts))?;
    }
    Ok(doubts == 0)
}

/// The newest that is kept, in milliseconds since 1970.
fn newest(connection: &Connection) -> Result<Option<i64>, OutboxError> {
    let newest = |table: &str, column: &str| {
        connection
            .query_row(&format!("SELECT max({column}) FROM {table}"), (), |row| row.get::<_, Option<i64>>(0))
            .optional()
    };
    Ok(newest("delivery", "created_at")?.flatten().max(newest("ticket_seen", "read_at")?.flatten()))
}
