//! Files that lie nowhere before they are added: the app's own copy is the only one.

use std::path::PathBuf;

use service_crm::Attachment;

use super::alike;
use super::files::{self, Attached, NewFile};
use super::name;
use super::names::Names;
use crate::error::OutboxError;
use crate::store::Outbox;

impl Outbox {
    /// Adds what was pasted, a picture for example, as a file of its own. It is called as proposed, or nearly so where
    /// another file of the draft is. What another file holds already is not added again.
    ///
    /// # Errors
    /// When the spool or the database cannot be written; nothing of it is left then.
    pub fn attach_content(&self, name: &str, content: &[u8]) -> Result<Attached, OutboxError> {
        let (copied, copy) = self.spool().copy_content(content)?;
        self.write(|transaction| {
            let there: Vec<Attachment> =
                files::files(transaction, self.spool())?.into_iter().map(|file| file.attachment).collect();
            let names = Names::of(there.iter().map(Attachment::name));
            let name = name::free(name, |name| names.has(name));
            let look = |path: PathBuf| {
                let looked =
                    Attachment::look(path).map_err(|failure| std::io::Error::other(failure.to_string()))?;
                Ok::<_, OutboxError>(looked.named(name.clone()))
            };
            let new =
                NewFile { origin: PathBuf::new(), attachment: look(copy)?, hash: Some(copied.hash.clone()) };
            let (added, left) = match alike::refuse_duplicate(&there, new) {
                Ok(new) => {
                    let kept = self.spool().path(&copied.hash);
                    self.spool().adopt(vec![copied], transaction)?;
                    let new = NewFile { attachment: look(kept)?, ..new };
                    files::insert(transaction, &new, files::next_place(transaction)?)?;
                    (1, vec![])
                }
                Err(left) => (0, vec![left]),
            };
            Ok(Attached { files: files::files(transaction, self.spool())?, added, left, same: Vec::new() })
        })
    }
}
