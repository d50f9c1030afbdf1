//! One installation of the app: what its acts share.

use std::path::PathBuf;
use std::sync::Arc;

use outbox::{Courier, Outbox, OutboxError};
use tokio::sync::SetOnce;

use crate::blocking;
use crate::courier::CourierAccounts;
use crate::error::DeskError;
use crate::event::Event;
use crate::folder::Listing;
use crate::host::Host;
use crate::kept::accounts::Accounts;
use crate::kept::asked::Asked;
use crate::kept::asked_keychain::AskedKeychain;
use crate::kept::catalogues::Catalogues;
use crate::kept::copying::Copying;
use crate::kept::launch_requests::LaunchRequests;
use crate::kept::opened_setup::OpenedSetup;
use crate::kept::reading::Reading;
use crate::kept::setups::Setups;
use crate::kept::taking::Taking;

/// One installation of the app, opened once. Its acts are asynchronous; what blocks in them blocks no other.
pub struct Desk {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) setups: Setups,
    pub(crate) catalogues: Catalogues,
    pub(crate) copying: Copying,
    pub(crate) taking: Taking,
    pub(crate) asked: Asked,
    pub(crate) reading: Reading,
    pub(crate) listing: Listing,
    pub(crate) opened_setup: OpenedSetup,
    pub(crate) launch_requests: Arc<LaunchRequests>,
    outbox: SetOnce<Result<OpenOutbox, OutboxError>>,
}

/// The outbox, and the courier at work on it.
pub(crate) struct OpenOutbox {
    pub(crate) outbox: Outbox,
    pub(crate) courier: Courier<CourierAccounts>,
}

impl Desk {
    /// A desk whose outbox is still to be opened: what needs the outbox waits until then. Of the disk it touches
    /// the settings alone.
    pub fn new(host: Arc<dyn Host>, launch_requests: Arc<LaunchRequests>) -> Arc<Self> {
        let folder = |name: &str| host.folder().join(name);
        Arc::new(Self {
            accounts: Arc::new(Accounts::open(host.folder(), keychain(&host), host.now())),
            setups: Setups::of_folder(folder("setups")),
            catalogues: Catalogues::of_folder(folder("catalogues")),
            copying: Copying::default(),
            taking: Taking::default(),
            asked: Asked::default(),
            reading: Reading::default(),
            listing: Listing::default(),
            opened_setup: OpenedSetup::default(),
            launch_requests,
            outbox: SetOnce::new(),
            host,
        })
    }

    /// Nobody waits any longer for a keychain that waits for a person: it is taken for locked.
    pub fn give_up_keychain(&self) {
        self.accounts.keychain.give_up();
    }

    /// The outbox was opened, or could not be.
    pub(crate) fn outbox_opened(&self, opened: Result<OpenOutbox, OutboxError>) {
        // Nobody else opens it.
        let _ = self.outbox.set(opened);
    }

    /// The outbox, once it is open.
    pub(crate) async fn outbox(&self) -> Result<&OpenOutbox, DeskError> {
        self.outbox.wait().await.as_ref().map_err(DeskError::from)
    }

    /// The outbox, if it is open by now.
    pub(crate) fn outbox_already(&self) -> Option<&OpenOutbox> {
        self.outbox.get()?.as_ref().ok()
    }

    /// The answer to a question that blocks on the disk.
    pub(crate) async fn on_disk<T: Send + 'static>(
        self: &Arc<Self>,
        ask: impl FnOnce(&Arc<Self>) -> T + Send + 'static,
    ) -> Result<T, DeskError> {
        let desk = self.clone();
        blocking::on_disk(move || ask(&desk)).await
    }

    /// The same of a question to the outbox, which may still be opening.
    pub(crate) async fn in_outbox<T: Send + 'static>(
        self: &Arc<Self>,
        ask: impl FnOnce(&Self, &OpenOutbox) -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, DeskError> {
        self.outbox().await?;
        self.on_disk(|desk| match desk.outbox_already() {
            Some(opened) => ask(desk, opened),
            // It was there a moment ago.
            None => Err(DeskError::NotPossible),
        })
        .await?
    }

    /// The folder of the app's files.
    pub(crate) fn folder(&self) -> PathBuf {
        self.host.folder()
    }

    pub(crate) fn tell(&self, event: Event) {
        self.host.tell(event);
    }

    /// Milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.host.now()
    }
}

/// The computer's keychain; the screen is told when somebody has to wait for it.
fn keychain(host: &Arc<dyn Host>) -> AskedKeychain {
    let screen = host.clone();
    AskedKeychain::new(host.keychain(), move |waits| screen.tell(Event::KeychainWaits(waits)))
}
