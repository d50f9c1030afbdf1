//! The team setups that accounts were set up by: one file for each account, in the format of a team setup file.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use outbox::private::make_folder;
use team_setup::TeamSetup;

use crate::atomic_file;

/// The setups that are kept, and as much of them as was read so far.
pub(crate) struct Setups {
    folder: PathBuf,
    read: Mutex<HashMap<String, Option<Arc<TeamSetup>>>>,
}

impl Setups {
    /// Reads nothing yet; the folder is made when something is kept.
    pub(crate) fn of_folder(folder: PathBuf) -> Self {
        Self { folder, read: Mutex::default() }
    }

    /// The setup that an account was set up by; the first question of each blocks on the disk. One that cannot be read any more is as none: opening the team's file
    /// again mends it.
    pub(crate) fn of(&self, account: &str) -> Option<Arc<TeamSetup>> {
        if let Some(setup) = self.lock().get(account) {
            return setup.clone();
        }
        let loaded = self.load(account);
        // One that was kept meanwhile is newer.
        self.lock().entry(account.to_owned()).or_insert(loaded).clone()
    }

    fn load(&self, account: &str) -> Option<Arc<TeamSetup>> {
        TeamSetup::read(&fs::read(self.file(account)).ok()?).ok().map(Arc::new)
    }

    /// Keeps an account's setup in place of an earlier one.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one stays.
    pub(crate) fn keep(&self, account: &str, setup: TeamSetup) -> io::Result<()> {
        make_folder(&self.folder)?;
        atomic_file::write(&self.file(account), setup.write().as_bytes())?;
        self.lock().insert(account.to_owned(), Some(Arc::new(setup)));
        Ok(())
    }

    /// Forgets an account's setup.
    ///
    /// # Errors
    /// When it is there and cannot be removed.
    pub(crate) fn forget(&self, account: &str) -> io::Result<()> {
        self.lock().insert(account.to_owned(), None);
        match fs::remove_file(self.file(account)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// An account's id is the app's own, a UUID or a word.
    fn file(&self, account: &str) -> PathBuf {
        self.folder.join(format!("{account}.ticketcourier"))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Option<Arc<TeamSetup>>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
