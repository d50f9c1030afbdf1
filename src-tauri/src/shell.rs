//! What the commands share.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use outbox::{Courier, Outbox, OutboxError};
use tauri::{AppHandle, Manager};

use crate::accounts::{Accounts, LeadStep};
use crate::catalogues::Catalogues;
use crate::clients::Clients;
use crate::closing::Closing;
use crate::courier::{self, AppAccounts};
use crate::folder::Listing;
use crate::offers::Offers;
use crate::reading::Reading;
use crate::setups::Setups;
use crate::taking::Taking;
use crate::thumbnail::Thumbnails;
use crate::viewer;
use crate::views::ShellError;

/// The rooms below, opened once.
pub(crate) struct Shell {
    pub(crate) accounts: Accounts,
    pub(crate) clients: Clients,
    pub(crate) taking: Taking,
    pub(crate) closing: Closing,
    pub(crate) listing: Listing,
    pub(crate) thumbnails: Thumbnails,
    pub(crate) reading: Reading,
    pub(crate) setups: Setups,
    pub(crate) catalogues: Catalogues,
    pub(crate) offers: Offers,
    /// Where copies lie that were made for looking at them.
    pub(crate) viewed: PathBuf,
    opened: Arc<OnceLock<Result<Opened, OutboxError>>>,
}

/// The outbox, and the courier at work on it.
pub(crate) struct Opened {
    pub(crate) outbox: Outbox,
    pub(crate) courier: Courier<AppAccounts>,
}

impl Shell {
    /// The outbox is opened beside: its check may take a moment, and the window need not wait for it.
    pub(crate) fn open(app: &AppHandle) -> Result<Self, Box<dyn std::error::Error>> {
        let folder = app.path().app_data_dir()?;
        let viewed = app.path().app_cache_dir()?.join("viewed");
        viewer::forget(&viewed);
        let opened = Arc::new(OnceLock::new());
        let (place, app_there) = (opened.clone(), app.clone());
        std::thread::Builder::new().name("outbox-opening".into()).spawn(move || {
            // Nobody else fills the place.
            let _ = place.set(Outbox::open(&folder).map(|outbox| courier::start(&app_there, outbox)));
        })?;
        Ok(Self {
            setups: Setups::of_folder(app.path().app_data_dir()?.join("setups")),
            catalogues: Catalogues::of_folder(app.path().app_data_dir()?.join("catalogues")),
            accounts: Accounts::open(app)?,
            clients: Clients::default(),
            taking: Taking::default(),
            closing: Closing::default(),
            listing: Listing::default(),
            thumbnails: Thumbnails::default(),
            viewed,
            reading: Reading::default(),
            offers: Offers::default(),
            opened,
        })
    }

    /// Whether the current account may read tickets, as far as is known: then nobody need name a lead.
    pub(crate) fn reads_tickets(&self) -> bool {
        let settings = self.accounts.settings();
        settings.account(settings.current()).is_none_or(|account| account.lead_step == LeadStep::Ticket)
    }

    /// Waits until the outbox is open, so never on the thread that serves the window.
    pub(crate) fn opened(&self) -> Result<&Opened, ShellError> {
        self.opened.wait().as_ref().map_err(ShellError::of)
    }

    /// The outbox, if it is open by now.
    pub(crate) fn opened_already(&self) -> Option<&Opened> {
        self.opened.get()?.as_ref().ok()
    }

    /// As [`Shell::opened`].
    pub(crate) fn outbox(&self) -> Result<&Outbox, ShellError> {
        Ok(&self.opened()?.outbox)
    }
}
