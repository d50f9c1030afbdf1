//! An update that is too large for the server, sent as several that are smaller; and what is known of an account's
//! limit, which no page of the vendor's states.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use service_crm::Change;

use super::index;
use super::record::{self, Delivery};
use super::steps::put_away;
use crate::columns::json;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// A request's bytes beside its files: more than headers, fields and the parts' heads need.
const BESIDES: u64 = 64 * 1024;

/// An account's limit as far as its requests have shown it, in bytes of the whole request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SizeBounds {
    /// The largest that was done.
    pub passed: Option<u64>,
    /// The smallest that was refused for its size.
    pub refused: Option<u64>,
    /// More than that may be too much; none where nothing was ever refused.
    pub doubtful_above: Option<u64>,
}

impl SizeBounds {
    /// As the account's attempts have it that are still in the list. A refusal that a larger request has disproved since
    /// is none.
    fn read(connection: &Connection, account: &str) -> Result<Self, OutboxError> {
        let ask = |sql: &str| -> Result<Option<u64>, OutboxError> {
            Ok(connection.query_row(sql, [account], |row| row.get(0)).optional()?.flatten())
        };
        let passed =
            ask("SELECT max(attempt.total) FROM attempt JOIN delivery ON delivery.id = attempt.delivery
             WHERE delivery.account = ?1 AND attempt.receipt IS NOT NULL")?;
        let refused =
            ask("SELECT min(attempt.total) FROM attempt JOIN delivery ON delivery.id = attempt.delivery
             WHERE delivery.account = ?1 AND attempt.failure ->> '$.code' = 'too_large'")?;
        let refused = refused.filter(|refused| passed.is_none_or(|passed| passed < *refused));
        let doubtful_above = refused.map(|refused| passed.unwrap_or(refused / 2));
        Ok(Self { passed, refused, doubtful_above })
    }
}

impl Outbox {
    /// An account's limit as far as its requests have shown it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn size_bounds(&self, account: &str) -> Result<SizeBounds, OutboxError> {
        SizeBounds::read(&self.connection(), account)
    }

    /// Makes several updates of one that was refused, each a part of its files in their order. Its changes go with the
    /// last: a ticket that they close may take no more files. Each is a delivery of its own, known by itself; the refused
    /// one is put away.
    ///
    /// # Errors
    /// When [`Delivery::may_be_split`] says no, or the database cannot be written.
    pub(crate) fn split(&self, id: i64, at: i64) -> Result<Vec<Delivery>, OutboxError> {
        self.write(|transaction| {
            let whole = record::read(transaction, id)?;
            let sizes: Vec<u64> = whole.files.iter().map(|file| file.size).collect();
            if !whole.may_be_split() {
                return Err(OutboxError::NotPossible { delivery: id, state: whole.state });
            }
            let parts = into(transaction, &whole.account, &sizes)?;
            let (count, none) = (parts.len(), Vec::<Change>::new());
            let mut made = Vec::with_capacity(count);
            for (number, (first, after)) in parts.into_iter().enumerate() {
                let changes = if number + 1 == count { &whole.changes } else { &none };
                transaction.execute(
                    "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note, place)
                     SELECT account, account_name, ticket, lead, ?2, ?3, ?4, job, note, place FROM delivery WHERE id = ?1",
                    params![id, json(changes), State::Waiting, at],
                )?;
                let part = transaction.last_insert_rowid();
                transaction.execute(
                    "INSERT INTO delivery_file (delivery, place, path, name, size, modified, hash, content)
                     SELECT ?2, place - ?3, path, name, size, modified, hash, content FROM delivery_file
                     WHERE delivery = ?1 AND place >= ?3 AND place < ?4",
                    params![id, part, first, after],
                )?;
                index::index(transaction, part)?;
                made.push(part);
            }
            put_away(transaction, id)?;
            made.into_iter().map(|part| record::read(transaction, part)).collect()
        })
    }
}

/// Where each part of files of these sizes begins, and where the next does, by what is known of the account's limit.
pub(crate) fn into(
    connection: &Connection,
    account: &str,
    sizes: &[u64],
) -> Result<Vec<(usize, usize)>, OutboxError> {
    Ok(parts(sizes, most(sizes.iter().sum(), SizeBounds::read(connection, account)?)))
}

/// Bytes of files that go into one part: what has passed, or a half of what was refused, and of them all at most a half.
/// A quarter of what was refused is the least, or a small update that passed would make hundreds of parts.
fn most(total: u64, bounds: SizeBounds) -> u64 {
    let refused = bounds.refused.map_or(total, |refused| refused.min(total));
    let passed = bounds.passed.map(|passed| passed.saturating_sub(BESIDES).max(refused.div_ceil(4)));
    passed.unwrap_or(refused.div_ceil(2)).min(total.div_ceil(2))
}

/// As many files in each part as fit into `most` bytes. There are at least two.
fn parts(sizes: &[u64], most: u64) -> Vec<(usize, usize)> {
    let (mut parts, mut first, mut sum) = (Vec::new(), 0, 0);
    for (at, size) in sizes.iter().enumerate() {
        if at > first && sum + size > most {
            parts.push((first, at));
            (first, sum) = (at, 0);
        }
        sum += size;
    }
    parts.push((first, sizes.len()));
    // Files without a byte can still be one too many.
    if let [(first, after)] = parts[..] {
        let middle = first + (after - first).div_ceil(2);
        parts = vec![(first, middle), (middle, after)];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_the_order_and_leave_nothing_out() {
        for (sizes, most, expected) in [
            (&[5, 5][..], 5, vec![(0, 1), (1, 2)]),
            (&[1, 9], 5, vec![(0, 1), (1, 2)]),
            (&[9, 1], 5, vec![(0, 1), (1, 2)]),
            (&[3, 3, 3, 3], 6, vec![(0, 2), (2, 4)]),
            (&[4, 4, 4, 4], 4, vec![(0, 1), (1, 2), (2, 3), (3, 4)]),
            (&[0, 0, 0], 0, vec![(0, 2), (2, 3)]),
        ] {
            assert_eq!(parts(sizes, most), expected, "{sizes:?} {most:?}");
        }
    }

    #[test]
    fn a_part_is_no_larger_than_what_is_known_to_pass_or_half_of_what_was_refused() {
        const MB: u64 = 1_000_000;
        for (total, passed, refused, expected) in [
            (16, None, None, 8),
            // Refused a moment ago: it is all of it.
            (16, None, Some(16), 8),
            (16, Some(6), Some(16), 6),
            (16, Some(1), Some(16), 4),
            (16, Some(12), Some(16), 8),
            // Never sent yet, and much more than what was refused.
            (100, None, Some(10), 5),
            (100, Some(8), Some(10), 8),
        ] {
            let bounds = SizeBounds {
                passed: passed.map(|passed| passed * MB + BESIDES),
                refused: refused.map(|refused| refused * MB),
                doubtful_above: None,
            };
            assert_eq!(most(total * MB, bounds), expected * MB, "{total} {passed:?} {refused:?}");
        }
    }
}
