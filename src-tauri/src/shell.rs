//! What the commands share.

use tauri::{AppHandle, Manager};

use outbox::Outbox;

use crate::accounts::Accounts;
use crate::clients::Clients;
use crate::sending::Sending;
use crate::views::ShellError;

/// The rooms below, opened once.
pub(crate) struct Shell {
    pub(crate) accounts: Accounts,
    pub(crate) clients: Clients,
    pub(crate) sending: Sending,
    /// Why not, where the database cannot be opened: the window opens all the same, and says so.
    outbox: Result<Outbox, String>,
}

impl Shell {
    pub(crate) fn open(app: &AppHandle) -> Result<Self, Box<dyn std::error::Error>> {
        let database = app.path().app_data_dir()?.join("outbox.db");
        Ok(Self {
            accounts: Accounts::open(app)?,
            clients: Clients::default(),
            sending: Sending::default(),
            outbox: Outbox::open(&database).map_err(|error| error.to_string()),
        })
    }

    pub(crate) fn outbox(&self) -> Result<&Outbox, ShellError> {
        self.outbox.as_ref().map_err(|why| ShellError::Storage { why: why.clone() })
    }
}
