//! Opening a team setup file, and setting up an account by it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use secrecy::ExposeSecret;
use service_crm::{Keys, KeysFault};
use team_setup::{MOST_BYTES, PublicKey, SetupFault, Signature, TeamSetup, UnsealFault};

use crate::acts::accounts::new_id;
use crate::acts::setup_preview::{Plan, place_of};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::keys::KeepKeys;
use crate::kept::opened_setup::ReadSetup;
use crate::kept::placed_keys::PlacedKeys;
use crate::kept::settings::{LeadStep, SavedAccount};
use crate::keychain::KeychainError;
use crate::views::setup::{Confirmation, GivenKeys, KeysNeeded, SetupOpened, SetupTaken};

impl Desk {
    /// Opens the file that a person chose, and says what it would set up. Nothing is changed by it.
    ///
    /// # Errors
    /// Only while the app ends; a file that is no setup is part of the answer.
    pub async fn open_setup(self: &Arc<Self>, chosen: Option<PathBuf>) -> Result<SetupOpened, DeskError> {
        let Some(path) = chosen else { return Ok(SetupOpened::NotChosen) };
        self.on_disk(move |desk| desk.open_file(&path)).await
    }

    fn open_file(&self, path: &Path) -> SetupOpened {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match read(path) {
            Err(error) => SetupOpened::Unreadable { file, why: error.to_string() },
            Ok(Err(fault)) => SetupOpened::NotASetup { file, fault },
            Ok(Ok((setup, signature))) => {
                let read = Arc::new(ReadSetup { file, setup, signature });
                let id = self.opened_setup.put(read.clone());
                SetupOpened::Previewed { preview: Box::new(self.preview(id, &read)) }
            }
        }
    }

    /// Sets up what was opened under that ID, with the keys that it takes and what a person `confirmed`.
    ///
    /// # Errors
    /// When the setup or the settings cannot be written.
    pub async fn take_setup(
        self: &Arc<Self>,
        id: String,
        given: GivenKeys,
        keep: KeepKeys,
        confirmed: Vec<Confirmation>,
    ) -> Result<SetupTaken, DeskError> {
        let Some(read) = self.opened_setup.get(&id) else { return Ok(SetupTaken::NothingToTake) };
        let keys = match self.given_keys(&read, given).await? {
            Ok(keys) => keys,
            Err(not_taken) => return Ok(not_taken),
        };
        // Things may have changed since it was shown.
        let planned = read.clone();
        let plan = self.on_disk(move |desk| desk.plan(&planned)).await?;
        match (plan.keys, &keys) {
            _ if !plan.may_be_taken() => return Ok(SetupTaken::NothingToTake),
            (KeysNeeded::Passphrase, None) => {
                return Ok(SetupTaken::Passphrase { fault: UnsealFault::PassphraseWrong });
            }
            (KeysNeeded::Both, None) => return Ok(SetupTaken::Keys { fault: KeysFault::AccessKeyEmpty }),
            _ => {}
        }
        if !plan.confirm.iter().all(|wanted| confirmed.contains(wanted)) {
            let preview = self.on_disk(move |desk| Box::new(desk.preview(id, &read))).await?;
            return Ok(SetupTaken::Unconfirmed { preview });
        }
        let taken = self.set_up(&read, plan, keys, keep).await?;
        if matches!(taken, SetupTaken::Taken { .. }) {
            self.opened_setup.forget(&id);
        }
        Ok(taken)
    }

    /// The keys that a person gave. Those that come sealed take a second.
    async fn given_keys(
        self: &Arc<Self>,
        read: &Arc<ReadSetup>,
        given: GivenKeys,
    ) -> Result<Result<Option<Keys>, SetupTaken>, DeskError> {
        Ok(match given {
            GivenKeys::None => Ok(None),
            GivenKeys::Both { access_key, secret_key } => {
                Keys::new(access_key.expose_secret(), secret_key.expose_secret())
                    .map(Some)
                    .map_err(|fault| SetupTaken::Keys { fault })
            }
            GivenKeys::Passphrase { passphrase } => {
                let sealed = read.clone();
                let unsealed = self.on_disk(move |_| sealed.setup.unseal_keys(&passphrase)).await?;
                unsealed.map(Some).map_err(|fault| SetupTaken::Passphrase { fault })
            }
        })
    }

    async fn set_up(
        self: &Arc<Self>,
        read: &ReadSetup,
        plan: Plan,
        keys: Option<Keys>,
        keep: KeepKeys,
    ) -> Result<SetupTaken, DeskError> {
        let setup = &read.setup;
        let id = plan.account.as_ref().map_or_else(new_id, |account| account.id.clone());
        let mut keys_saved = plan.account.as_ref().is_some_and(|it| it.keys_saved && !plan.elsewhere);
        if let Some(keys) = keys {
            let placed = PlacedKeys { place: place_of(&setup.account), keys };
            match self.accounts.keys.keep(&id, placed, keep).await {
                Ok(saved) => keys_saved |= saved,
                Err(KeychainError::Locked) => return Ok(SetupTaken::KeychainLocked),
                Err(error @ (KeychainError::Absent(_) | KeychainError::NoKeyring)) => {
                    return Ok(SetupTaken::NoKeychain { why: error.to_string() });
                }
            }
        }
        let for_elsewhere = plan.account.is_none() || plan.elsewhere;
        let (kept, kept_for) = (setup.clone(), id.clone());
        if let Err(error) = self.on_disk(move |desk| desk.setups.keep(&kept_for, kept)).await? {
            // The account stays where it is, and keys for another place must not go there.
            if for_elsewhere {
                self.accounts.keys.forget(&id).await;
            }
            return Err(DeskError::from(error));
        }
        if for_elsewhere && !keys_saved {
            // Those that were saved are of the place where it was.
            self.accounts.keys.forget_saved(&id).await;
        }
        self.put_account(account_of(read, plan, id, keys_saved), true).await?;
        Ok(SetupTaken::Taken { overview: self.overview() })
    }

    /// The person does not want the setup that was opened under that ID.
    pub fn leave_setup(&self, id: &str) {
        self.opened_setup.forget(id);
    }
}

/// The account as a setup sets it up.
fn account_of(read: &ReadSetup, plan: Plan, id: String, keys_saved: bool) -> SavedAccount {
    let ReadSetup { setup, signature, .. } = read;
    let Plan { account, earlier, .. } = plan;
    let key = |of: fn(&SavedAccount) -> Option<PublicKey>| account.as_ref().and_then(of);
    let team_key = signature.pinned_after(key(|account| account.team_key));
    let signing_key = key(|account| account.signing_key);
    let sign_off = account.as_ref().map(|account| account.sign_off.clone()).unwrap_or_default();
    let own_name = account.filter(|account| {
        // What a person calls it stays; what the team called it may be another name now.
        earlier.as_ref().is_none_or(|earlier| earlier.name != account.name)
    });
    SavedAccount {
        name: own_name.map_or_else(|| setup.name.clone(), |account| account.name),
        id,
        host: setup.account.host.to_string(),
        organisation: setup.account.organisation.as_str().to_owned(),
        calls_per_window: setup.account.calls_per_window,
        keys_saved,
        lead_host: setup.account.lead_host.as_ref().map(ToString::to_string).unwrap_or_default(),
        // It may be allowed more now.
        lead_step: LeadStep::default(),
        sign_off,
        team_key,
        signing_key,
    }
}

/// Reads no more than a setup can have, and waits for no pipe.
fn read(path: &Path) -> io::Result<Result<(TeamSetup, Signature), SetupFault>> {
    if !std::fs::metadata(path)?.is_file() {
        return Ok(Err(SetupFault::NotASetup));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(TeamSetup::read_signed(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        assert!(matches!(read(&std::env::temp_dir()), Ok(Err(SetupFault::NotASetup))));
        assert!(read(Path::new("/nowhere/team.ticketcourier")).is_err());
    }

    #[test]
    fn of_a_huge_file_only_as_much_is_read_as_a_setup_can_have() {
        let path = std::env::temp_dir().join(format!("{}.ticketcourier", uuid::Uuid::new_v4()));
        // Sparse: it takes no room.
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        let read = read(&path);
        std::fs::remove_file(&path).unwrap();
        let most = MOST_BYTES;
        assert_eq!(read.unwrap(), Err(SetupFault::TooLarge { bytes: most + 1, most }));
    }
}
