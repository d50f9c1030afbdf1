//! The draft: kept as it is typed, and its files as they are dropped.

mod adding;
mod alike;
mod arrange;
mod files;
mod name;
mod names;
mod pasted;
mod taking;
mod text;

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use service_crm::CancellationToken;

use crate::error::OutboxError;
use crate::spool::Copying;
use crate::store::Outbox;

pub(crate) use adding::add;
pub use arrange::RestoredFile;
pub use files::{Attached, DraftFile, DraftFiles, LeftOut, Lies};
pub(crate) use files::{NewFile, attachment, files};
pub use name::NameFault;
pub use text::DraftText;
pub(crate) use text::{save_text, text};

/// The draft: text and files that a person is putting together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Draft {
    pub text: DraftText,
    /// In the order in which they are sent.
    pub files: Vec<DraftFile>,
    /// The files that were taken out and can be restored, the latest last.
    pub removed: Vec<DraftFile>,
}

impl Outbox {
    /// The draft as it was left.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft(&self) -> Result<Draft, OutboxError> {
        let connection = self.connection();
        let DraftFiles { files, removed } = files::all_files(&connection, self.spool())?;
        Ok(Draft { text: text(&connection)?, files, removed })
    }

    /// Keeps what was typed.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn save_draft(&self, text: &DraftText) -> Result<(), OutboxError> {
        save_text(&self.connection(), text)
    }

    /// Empties the draft. The files themselves are not touched.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn clear_draft(&self) -> Result<(), OutboxError> {
        self.write(|transaction| clear(transaction))
    }

    /// Adds files. One that is there already, by its path or by its content, is not added again: on the ticket
    /// it would be twice. Of two with one name the later is called otherwise. Blocks on the files' disks, and keeps
    /// nobody from the outbox meanwhile.
    ///
    /// # Errors
    /// When the database cannot be written; a file that cannot be added is part of the answer.
    pub fn attach(&self, paths: &[PathBuf]) -> Result<Attached, OutboxError> {
        self.attach_taking(paths, SameContent::LeaveOut, |_| false, &CancellationToken::new(), |_| ())
    }

    /// The same, and takes copies of those whose place passes away. `watch` hears how far the copying has come; what `stop`
    /// came before is not added.
    ///
    /// # Errors
    /// As [`Outbox::attach`], and when the spool cannot be written.
    pub fn attach_taking(
        &self,
        paths: &[PathBuf],
        same_content: SameContent,
        passes: impl Fn(&Path) -> bool,
        stop: &CancellationToken,
        watch: impl FnMut(Copying),
    ) -> Result<Attached, OutboxError> {
        let there = files::files(&self.connection(), self.spool())?;
        let (looked, seen) = match same_content {
            SameContent::LeaveOut => (alike::look(&there, paths), Some(&there[..])),
            SameContent::Add => (alike::look_only(&there, paths), None),
        };
        let same = paths.iter().zip(&looked).filter_map(|(path, one)| match one {
            Err(left @ LeftOut::SameContent { .. }) => Some((path.clone(), left.clone())),
            _ => None,
        });
        let same: Vec<_> = same.collect();
        let mut taken = taking::take(self.spool(), looked, passes, stop, watch)?;
        let mut stay = std::mem::take(&mut taken.stay);
        self.write(|transaction| {
            // Whoever stopped it was told so.
            let looked = if stop.is_cancelled() {
                taken.stopped()
            } else {
                taken.adopted(self.spool(), transaction)?
            };
            let mut attached = adding::add_looked(transaction, self.spool(), seen, looked)?;
            attached.left.append(&mut stay);
            Ok(Attached { same, ..attached })
        })
    }
}

/// The treatment of a file whose content is in the draft already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameContent {
    /// Left out, and a person is asked.
    LeaveOut,
    /// The person wants it all the same: two copies of one form.
    Add,
}

/// Empties the draft. The files themselves are not touched.
pub(crate) fn clear(connection: &Connection) -> Result<(), OutboxError> {
    save_text(connection, &DraftText::default())?;
    connection.execute("DELETE FROM draft_file WHERE held IS NULL", ())?;
    Ok(())
}
