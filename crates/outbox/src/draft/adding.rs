//! Adding files behind those of the draft: none of them twice, and no two of one name.

use std::collections::HashSet;

use rusqlite::Connection;
use service_crm::{Attachment, Failure};

use super::alike::refuse_duplicate;
use super::files::{Attached, DraftFile, LeftOut, NewFile, files, insert, left_out, next_place};
use super::names::Names;
use crate::error::OutboxError;
use crate::spool::Spool;

/// Adds files behind those that are there, and looks at each for it.
pub(crate) fn add(
    transaction: &Connection,
    spool: &Spool,
    found: impl Iterator<Item = Result<NewFile, Failure>>,
) -> Result<Attached, OutboxError> {
    let found = found.map(|found| found.map_err(|failure| left_out(failure.code))).collect();
    // Two that one delivery had with the same content were both meant.
    add_looked(transaction, spool, Some(&[]), found)
}

/// Adds files that were looked at among those that were there, `seen`: they are compared with what came since alone.
/// Without it, with none: somebody wants them all the same.
pub(super) fn add_looked(
    transaction: &Connection,
    spool: &Spool,
    seen: Option<&[DraftFile]>,
    looked: Vec<Result<NewFile, LeftOut>>,
) -> Result<Attached, OutboxError> {
    let there = files(transaction, spool)?;
    let compared: Option<HashSet<i64>> = seen.map(|seen| seen.iter().map(|file| file.id).collect());
    let mut since: Vec<Attachment> = Vec::new();
    let mut names = Names::default();
    for file in there {
        names.take(file.attachment.name());
        if compared.as_ref().is_some_and(|seen| !seen.contains(&file.id)) {
            since.push(file.attachment);
        }
    }
    let mut place = next_place(transaction)?;
    let (mut added, mut left) = (0, Vec::new());
    for found in looked {
        match found.and_then(|new| refuse_duplicate(&since, new)) {
            Ok(new) => {
                let new = names.told_apart(new);
                insert(transaction, &new, place)?;
                place += 1;
                added += 1;
            }
            Err(why) => left.push(why),
        }
    }
    Ok(Attached { files: files(transaction, spool)?, added, left, same: Vec::new() })
}
