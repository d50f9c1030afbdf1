//! Files that are taken into the app's own copies when they are added: they lie where they may go by themselves.

use std::path::Path;

use rusqlite::Transaction;
use service_crm::{Attachment, CancellationToken};

use super::files::{LeftOut, NewFile, left_out};
use crate::error::OutboxError;
use crate::spool::{Copied, Copying, NotCopied, Source, Spool};

/// Looked-at files, and the copies that were taken of some of them.
pub(super) struct Taken {
    pub(super) looked: Vec<Result<NewFile, LeftOut>>,
    copies: Vec<Option<Copied>>,
    /// Files that stay where they lie until they are sent, for want of room.
    pub(super) stay: Vec<LeftOut>,
}

/// Takes copies of the files that do not last, by reflink where the disk can. A file that could not be read is left out; one
/// for whose copy there is no room stays where it is. Blocks for as long as that takes.
pub(super) fn take(
    spool: &Spool,
    looked: Vec<Result<NewFile, LeftOut>>,
    passes: impl Fn(&Path) -> bool,
    stop: &CancellationToken,
    mut watch: impl FnMut(Copying),
) -> Result<Taken, OutboxError> {
    let wanted: Vec<bool> =
        looked.iter().map(|one| one.as_ref().is_ok_and(|new| passes(new.attachment.path()))).collect();
    let to_take =
        || looked.iter().zip(&wanted).filter(|(_, wanted)| **wanted).filter_map(|(one, _)| one.as_ref().ok());
    let (files, total) = (to_take().count(), to_take().map(|new| new.attachment.stamp().size).sum());
    let (mut file, mut before) = (0, 0);
    let mut taken = Taken { looked: Vec::new(), copies: Vec::new(), stay: Vec::new() };
    for (one, wanted) in looked.into_iter().zip(wanted) {
        let (one, copy) = match one {
            Ok(new) if wanted => {
                let told =
                    |step: Copying| watch(Copying { file, files, copied: before + step.copied, total });
                let source = [Source { attachment: &new.attachment, hash: None }];
                let copied = spool.copy(&source, stop, told);
                file += 1;
                before += new.attachment.stamp().size;
                match copied {
                    Ok(mut copied) => (Ok(new), copied.pop()),
                    Err(NotCopied::NoRoom { .. }) => {
                        taken.stay.push(LeftOut::NoRoomToTake { file: new.attachment.name().to_owned() });
                        (Ok(new), None)
                    }
                    Err(NotCopied::Stopped) => {
                        (Err(LeftOut::Stopped { file: new.attachment.name().to_owned() }), None)
                    }
                    Err(NotCopied::Files(failures)) => match failures.into_iter().next() {
                        Some(failure) => (Err(left_out(failure.code)), None),
                        None => (Ok(new), None),
                    },
                    Err(NotCopied::Outbox(error)) => return Err(error),
                }
            }
            one => (one, None),
        };
        taken.looked.push(one);
        taken.copies.push(copy);
    }
    Ok(taken)
}

impl Taken {
    /// None of the files, because somebody did not want to wait.
    pub(super) fn stopped(self) -> Vec<Result<NewFile, LeftOut>> {
        let stopped = |new: NewFile| Err(LeftOut::Stopped { file: new.attachment.name().to_owned() });
        self.looked.into_iter().map(|one| one.and_then(stopped)).collect()
    }

    /// The files with their copies in their place.
    pub(super) fn adopted(
        self,
        spool: &Spool,
        transaction: &Transaction<'_>,
    ) -> Result<Vec<Result<NewFile, LeftOut>>, OutboxError> {
        let mut files = Vec::new();
        let mut copies = Vec::new();
        for (one, copy) in self.looked.into_iter().zip(self.copies) {
            let hash = copy.as_ref().map(|copy| copy.hash.clone());
            copies.extend(copy);
            files.push((one, hash));
        }
        if copies.is_empty() {
            return Ok(files.into_iter().map(|(one, _)| one).collect());
        }
        spool.adopt(copies, transaction)?;
        let placed = |(one, hash): (Result<NewFile, LeftOut>, Option<String>)| {
            let (new, hash) = match (one, hash) {
                (Ok(new), Some(hash)) => (new, hash),
                (one, _) => return one,
            };
            let name = new.attachment.name().to_owned();
            let copy = Attachment::look(spool.path(&hash)).map_err(|failure| left_out(failure.code))?;
            Ok(NewFile { attachment: copy.named(name), hash: Some(hash), ..new })
        };
        Ok(files.into_iter().map(placed).collect())
    }
}
