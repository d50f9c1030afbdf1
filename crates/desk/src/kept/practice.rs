//! The practice account: there from the first start, on this computer only.

use practice_server::{Options, PracticeServer};
use tokio::sync::OnceCell;

use service_crm::{Account, Host, Keys, Organisation, Place};

/// Its id among the accounts.
pub(crate) const ID: &str = "practice";

/// The place of practice, whatever port its server has today.
pub(crate) fn place() -> Option<Place> {
    Place::read("http://127.0.0.1", ID, "").ok()
}

/// Runs from the first call that needs it until the app ends.
#[derive(Default)]
pub(crate) struct Practice(OnceCell<PracticeServer>);

impl Practice {
    /// The account at the practice server, which is started if it does not run yet.
    ///
    /// # Errors
    /// In words for the log and the screen's details, when the server cannot be started.
    pub(crate) async fn account(&self) -> Result<Account, String> {
        let server = self
            .0
            .get_or_try_init(|| PracticeServer::start(Options::default()))
            .await
            .map_err(|error| error.to_string())?;
        let (host, _) = Host::parse(&server.base_url()).map_err(|fault| fault.to_string())?;
        let organisation = Organisation::parse(server.organisation()).map_err(|fault| fault.to_string())?;
        let keys = Keys::new(server.access_key(), server.secret_key()).map_err(|fault| fault.to_string())?;
        let mut account = Account::new(host.clone(), organisation, keys);
        // It answers for the leads as well.
        account.place.lead_host = Some(host);
        Ok(account)
    }
}
