//! The account form, read.

use secrecy::ExposeSecret;
use service_crm::{AddressFault, Host, Keys, Organisation, Place};

use crate::desk::Desk;
use crate::kept::keys::KeysState;
use crate::kept::settings::SavedAccount;
use crate::views::accounts::{AccountFault, AccountForm, FormFault};

/// Calls in 5 seconds beyond which a number is a slip of the finger. The largest plan has 25, and more can be
/// bought: an account was seen at 72.
const MOST_CALLS: u32 = 1000;

/// A form in which nothing is wrong.
pub(crate) struct ReadForm {
    pub(crate) place: Place,
    /// None where the saved ones are to stay.
    pub(crate) keys: Option<Keys>,
}

impl Desk {
    /// A form's content, or everything that is wrong with it. `saved` is the account that it would change.
    pub(crate) fn read_form(
        &self,
        form: &AccountForm,
        saved: Option<&SavedAccount>,
    ) -> Result<ReadForm, Vec<AccountFault>> {
        let mut faults = Vec::new();
        if form.name.trim().is_empty() {
            faults.push(AccountFault::Form(FormFault::NameEmpty));
        }
        let address = Host::parse(&form.address);
        let named = address.as_ref().ok().and_then(|(_, named)| named.clone());
        let organisation = match (Organisation::parse(&form.organisation), named) {
            // Left empty, because the pasted address says it.
            (Err(AddressFault::OrganisationEmpty), Some(named)) => Ok(named),
            (read, _) => read,
        };
        let (access, secret) = (form.access_key.expose_secret(), form.secret_key.expose_secret());
        let keys = match (access.trim(), secret.trim()) {
            ("", "") if saved.is_some_and(|account| self.has_keys(account)) => Ok(None),
            _ => Keys::new(access, secret).map(Some),
        };
        if !(1..=MOST_CALLS).contains(&form.calls_per_window) {
            faults.push(AccountFault::Form(FormFault::CallsOutOfRange));
        }
        let lead_host = lead_host(&form.lead_host).unwrap_or_else(|fault| {
            faults.push(AccountFault::Form(fault));
            None
        });
        match (address, organisation, keys) {
            (Ok((host, _)), Ok(organisation), Ok(keys)) if faults.is_empty() => {
                let place = Place { host, organisation, lead_host };
                // Keys that were given for one place go to no other because a box was changed.
                let stay =
                    || saved.and_then(|it| it.place().ok()).is_some_and(|saved| place.is_within(&saved));
                if keys.is_none() && !stay() {
                    return Err(vec![AccountFault::Form(FormFault::KeysOfAnotherPlace)]);
                }
                Ok(ReadForm { place, keys })
            }
            (address, organisation, keys) => {
                faults.extend(address.err().map(AccountFault::Address));
                faults.extend(organisation.err().map(AccountFault::Address));
                faults.extend(keys.err().map(AccountFault::Keys));
                Err(faults)
            }
        }
    }

    /// Whether an account was given keys before, wherever they are.
    fn has_keys(&self, account: &SavedAccount) -> bool {
        self.accounts.keys.state(account) != KeysState::Missing
    }
}

fn lead_host(given: &str) -> Result<Option<Host>, FormFault> {
    match given.trim() {
        "" => Ok(None),
        given => match Host::parse(given) {
            Ok((host, _)) => Ok(Some(host)),
            Err(_) => Err(FormFault::LeadHostUnreadable { given: given.to_owned() }),
        },
    }
}
