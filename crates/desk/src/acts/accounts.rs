//! Accounts, their keys, and preferences.

use std::sync::Arc;

use service_crm::Host;

use crate::acts::account_form::ReadForm;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::placed_keys::PlacedKeys;
use crate::kept::settings::{LeadStep, Preferences, SavedAccount};
use crate::keychain::KeychainError;
use crate::views::accounts::{AccountForm, AccountView, AddressView, Overview, SaveResult};

/// A pasted address as it is understood; none where it is no address.
pub fn read_address(text: &str) -> Option<AddressView> {
    let (host, organisation) = Host::parse(text).ok()?;
    let organisation = organisation.map(|organisation| organisation.as_str().to_owned());
    Some(AddressView { host: host.to_string(), organisation })
}

impl Desk {
    /// The accounts and preferences. Nobody is asked for it.
    pub fn overview(&self) -> Overview {
        let settings = self.accounts.settings();
        let saved = settings.accounts.iter().map(|account| AccountView {
            id: account.id.clone(),
            name: account.name.clone(),
            practice: false,
            host: account.host.clone(),
            organisation: account.organisation.clone(),
            calls_per_window: account.calls_per_window,
            keys: self.accounts.keys.state(account),
            lead_host: account.lead_host.clone(),
            lead_step: account.lead_step,
            sign_off: account.sign_off.clone(),
            signs: account.signing_key.is_some(),
        });
        Overview {
            accounts: saved.chain([AccountView::practice()]).collect(),
            current: settings.current().to_owned(),
            first_start: settings.current.is_none(),
            preferences: settings.preferences.clone(),
            settings_rescue: self.accounts.rescue().cloned(),
        }
    }

    /// Makes an account the current one.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub async fn choose_account(&self, id: String) -> Result<Overview, DeskError> {
        self.accounts.change(|settings| settings.current = Some(id)).await?;
        Ok(self.look_for_keys().await)
    }

    /// Asks the keychain where the current account's keys are, which may take a person's time; the overview at the
    /// start does not wait for that.
    pub async fn look_for_keys(&self) -> Overview {
        if let Some(account) = self.accounts.current()
            // Why not, where it has none, is in the overview.
            && self.accounts.keys.of(&account).await.is_ok()
        {
            self.try_anew(&account.id).await;
        }
        self.overview()
    }

    /// Keeps what a person likes.
    ///
    /// # Errors
    /// When nothing would be kept at all, or the settings cannot be written.
    pub async fn set_preferences(self: &Arc<Self>, preferences: Preferences) -> Result<Overview, DeskError> {
        if preferences.keep_days == Some(0) {
            return Err(DeskError::NotPossible);
        }
        self.accounts.change(|settings| settings.preferences = preferences).await?;
        // An outbox that is still opening is tidied when it is open: nobody waits for it to change a colour. What cannot be
        // removed now is removed another time.
        if self.outbox_already().is_some() {
            let _ = self.tidy().await;
        }
        Ok(self.overview())
    }

    /// Saves a new account, or one that was changed.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub async fn save_account(self: &Arc<Self>, form: AccountForm) -> Result<SaveResult, DeskError> {
        let before = form.id.as_deref().and_then(|id| self.accounts.settings().account(id).cloned());
        let ReadForm { place, keys } = match self.read_form(&form, before.as_ref()) {
            Ok(read) => read,
            Err(faults) => return Ok(SaveResult::Faults { faults }),
        };
        let id = before.as_ref().map_or_else(new_id, |account| account.id.clone());
        let of_before = before.as_ref().is_some_and(|account| account.keys_saved);
        let stay = before.as_ref().and_then(|it| it.place().ok()).is_some_and(|it| place.is_within(&it));
        let mut keys_saved = of_before && stay;
        if let Some(keys) = keys {
            let placed = PlacedKeys { place: place.clone(), keys };
            match self.accounts.keys.keep(&id, placed, form.keep).await {
                Ok(saved) => keys_saved |= saved,
                Err(KeychainError::Locked) => return Ok(SaveResult::KeychainLocked),
                Err(KeychainError::NoKeyring) => return Ok(SaveResult::NoKeyring),
                Err(KeychainError::Absent(why)) => return Ok(SaveResult::NoKeychain { why }),
            }
        }
        let account = SavedAccount {
            id,
            name: form.name.trim().to_owned(),
            host: place.host.to_string(),
            organisation: place.organisation.as_str().to_owned(),
            calls_per_window: form.calls_per_window,
            keys_saved,
            lead_host: place.lead_host.map(|host| host.to_string()).unwrap_or_default(),
            // It may be allowed more now.
            lead_step: LeadStep::default(),
            sign_off: form.sign_off.trim().to_owned(),
            team_key: before.as_ref().and_then(|account| account.team_key),
            signing_key: before.as_ref().and_then(|account| account.signing_key),
        };
        let id = account.id.clone();
        self.put_account(account, before.is_none()).await?;
        if of_before && !keys_saved {
            // Those in the keychain are of the place where it was.
            self.accounts.keys.forget_saved(&id).await;
        }
        let waiting_elsewhere = self.waiting_elsewhere(&id).await;
        Ok(SaveResult::Saved { overview: self.overview(), waiting_elsewhere })
    }

    /// Puts an account into the settings, a new one or one that was changed, and makes it the `current` one if it is to
    /// be.
    pub(crate) async fn put_account(
        self: &Arc<Self>,
        account: SavedAccount,
        current: bool,
    ) -> Result<(), DeskError> {
        let id = account.id.clone();
        self.forget_readings(&id).await;
        let written = self
            .accounts
            .change(|settings| {
                if current {
                    settings.current = Some(account.id.clone());
                }
                match settings.accounts.iter_mut().find(|place| place.id == account.id) {
                    Some(place) => *place = account,
                    None => settings.accounts.push(account),
                }
            })
            .await;
        // Only now: one that is made from here on is of the account as it has become.
        self.accounts.clients.forget(&id);
        written?;
        // Nor need it have the same fields.
        let forgotten = id.clone();
        self.on_disk(move |desk| desk.catalogues.forget(&forgotten)).await?;
        self.try_anew(&id).await;
        Ok(())
    }

    /// How many of its deliveries wait for a place where it is not any more. Each also says so in the list.
    async fn waiting_elsewhere(self: &Arc<Self>, id: &str) -> u64 {
        let settings = self.accounts.settings();
        let Some(place) = settings.account(id).and_then(|account| account.place().ok()) else { return 0 };
        let id = id.to_owned();
        self.in_outbox(move |_, opened| Ok(opened.outbox.waiting_elsewhere(&id, &place)?))
            .await
            .unwrap_or_default()
    }

    /// Its tickets may be another account's now, or nobody's.
    async fn forget_readings(self: &Arc<Self>, id: &str) {
        let id = id.to_owned();
        // What cannot be removed now goes by its age.
        let _ = self
            .in_outbox(move |_, opened| {
                opened.outbox.forget_readings_of(&id)?;
                Ok(opened.outbox.erase()?)
            })
            .await;
    }

    /// Removes an account and everything that is kept of it, but its deliveries.
    ///
    /// # Errors
    /// When it is no account's id, or the settings cannot be written.
    pub async fn remove_account(self: &Arc<Self>, id: String) -> Result<Overview, DeskError> {
        // Files are named after it: what is no account's is not even looked for.
        if self.accounts.settings().account(&id).is_none() {
            return Err(DeskError::NotPossible);
        }
        let written = self
            .accounts
            .change(|settings| {
                settings.accounts.retain(|account| account.id != id);
                settings.presets.remove(&id);
            })
            .await;
        self.accounts.clients.forget(&id);
        written?;
        self.accounts.keys.forget(&id).await;
        self.accounts.signing.forget(&id).await;
        self.forget_readings(&id).await;
        let forgotten = id.clone();
        self.on_disk(move |desk| {
            desk.catalogues.forget(&forgotten);
            // One that stays is nobody's: the account's id is never used again.
            let _ = desk.setups.forget(&forgotten);
        })
        .await?;
        self.try_anew(&id).await;
        Ok(self.overview())
    }

    /// The deliveries that wait for an account are tried at once. An outbox that is not open has nobody to tell.
    async fn try_anew(&self, account: &str) {
        if let Ok(opened) = self.outbox().await {
            opened.courier.account_changed(account);
        }
    }
}

/// The id of an account that is new on this computer; it is never used for another.
pub(crate) fn new_id() -> String {
    uuid::Uuid::new_v4().to_string()
}
