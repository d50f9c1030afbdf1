//! An account from its two keys: whose they are, before anything is saved.

use secrecy::{ExposeSecret, SecretString};
use service_crm::{Account, CancellationToken, Client, Host, Keys, KeysHint, keys_hint};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::views::accounts::{AccountFault, FormFault, KeysToAsk, OwnerAnswer};

/// The looks of two keys, where they are not as the vendor's. Nobody is asked, and nothing is refused for it.
pub fn hint_of_keys(access: &SecretString, secret: &SecretString) -> Option<KeysHint> {
    keys_hint(access.expose_secret(), secret.expose_secret())
}

impl Desk {
    /// Asks whose keys they are, at the one address that the person has chosen and nowhere else. Nothing is saved.
    ///
    /// # Errors
    /// When there is no client to ask with.
    pub async fn keys_owner(&self, given: KeysToAsk) -> Result<OwnerAnswer, DeskError> {
        let keys = Keys::new(given.access_key.expose_secret(), given.secret_key.expose_secret());
        let lead_host = Host::parse(&given.lead_host);
        let (keys, lead_host) = match (keys, lead_host) {
            (Ok(keys), Ok((lead_host, _))) => (keys, lead_host),
            (keys, lead_host) => {
                let keys = keys.err().map(AccountFault::Keys);
                let unreadable =
                    || FormFault::LeadHostUnreadable { given: given.lead_host.trim().to_owned() };
                let lead_host = lead_host.err().map(|_| AccountFault::Form(unreadable()));
                return Ok(OwnerAnswer::Faults { faults: keys.into_iter().chain(lead_host).collect() });
            }
        };
        let client = Client::new(Account::of_keys(keys, lead_host.clone())).map_err(DeskError::storage)?;
        self.accounts.proxies.give(&client).await;
        Ok(match client.keys_owner(&lead_host, &CancellationToken::new()).await {
            Ok(owner) => OwnerAnswer::Known { owner, asked: lead_host },
            Err(failure) => OwnerAnswer::Failed { failure },
        })
    }
}
