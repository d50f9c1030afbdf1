//! An account's team setup, saved for the others of the team.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use service_crm::{Host, Organisation};
use team_setup::{Preset, SetupAccount, SetupFault, SetupField, TeamSetup};

use crate::acts::signing::signing;
use crate::atomic_file;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::settings::SavedAccount;
use crate::views::setup::{SetupForm, SetupSaved, SetupToSave};

impl Desk {
    /// The form for saving an account's team setup, as it begins.
    ///
    /// # Errors
    /// `NotPossible` where there is no such account.
    pub async fn setup_form(self: &Arc<Self>, id: String) -> Result<SetupForm, DeskError> {
        // An account with a setup shows that one's fields, and so is not asked otherwise.
        self.renew_fields().await?;
        self.on_disk(move |desk| {
            let settings = desk.accounts.settings();
            let account = settings.account(&id).ok_or(DeskError::NotPossible)?;
            let own = settings.presets.get(&id).map(Vec::as_slice).unwrap_or_default();
            Ok(form(account, desk.setups.of(&id).as_deref(), desk.all_fields_of(&id).fields, own))
        })
        .await?
    }

    /// Saves a team setup as the next one of its kind, in the place that `choose` answers with. It is asked once nothing
    /// is wrong with the setup.
    ///
    /// # Errors
    /// `NotPossible` where there is no such account; a setup that cannot be saved is part of the answer.
    pub async fn save_setup(
        self: &Arc<Self>,
        setup: SetupToSave,
        choose: impl Future<Output = Option<PathBuf>> + Send,
    ) -> Result<SetupSaved, DeskError> {
        let account =
            self.accounts.settings().account(&setup.account).cloned().ok_or(DeskError::NotPossible)?;
        let unsigned = setup.unsigned;
        let made = match self.make_setup(&account, setup).await? {
            Ok(made) => made,
            Err(not_made) => return Ok(not_made),
        };
        let key = if unsigned { None } else { Some(self.signing_key(&account).await?) };
        let key = match key.transpose() {
            Ok(key) => key,
            Err(keys) => return Ok(SetupSaved::SigningKeyNotAvailable { keys }),
        };
        let text = match key.as_ref().map_or_else(|| Ok(made.write()), |key| made.write_signed(key)) {
            Ok(text) => text,
            Err(fault) => return Ok(SetupSaved::Setup { fault }),
        };
        let Some(path) = choose.await else { return Ok(SetupSaved::NotChosen) };
        let (revision, presets) = (made.revision, made.presets.clone());
        let (id, shown) = (account.id.clone(), path.to_string_lossy().into_owned());
        let saved = self.on_disk(move |desk| desk.write_setup(&id, made, &text, &path)).await?;
        if let (Ok(()), Some(key)) = (&saved, key) {
            self.pin(&account.id, key.public()).await?;
        }
        // Those that went along are the team's now. Not written, they are shown twice until the next time.
        let _ = self
            .accounts
            .change(|settings| {
                if let Some(own) = settings.presets.get_mut(&account.id) {
                    own.retain(|one| !presets.iter().any(|given| given.name == one.name));
                }
            })
            .await;
        Ok(match saved {
            Ok(()) => SetupSaved::Saved { path: shown, revision },
            Err(error) => SetupSaved::Failed { why: error.to_string() },
        })
    }

    /// The next setup of an account, with its keys sealed where there is a passphrase for them; that takes a second.
    async fn make_setup(
        self: &Arc<Self>,
        account: &SavedAccount,
        wanted: SetupToSave,
    ) -> Result<Result<TeamSetup, SetupSaved>, DeskError> {
        let place = place(account).ok_or(DeskError::NotPossible)?;
        let (id, passphrase) = (account.id.clone(), wanted.passphrase.clone());
        let mut made =
            match self.on_disk(move |desk| next(desk.setups.of(&id).as_deref(), place, wanted)).await? {
                Ok(made) => made,
                Err(fault) => return Ok(Err(SetupSaved::Setup { fault })),
            };
        let Some(passphrase) = passphrase else { return Ok(Ok(made)) };
        let keys = match self.accounts.keys.of(account).await {
            Ok(keys) => keys,
            Err(keys) => return Ok(Err(SetupSaved::KeysNotAvailable { keys })),
        };
        let sealed = self.on_disk(move |_| made.seal_keys(&keys, &passphrase).map(|()| made)).await?;
        Ok(sealed.map_err(|fault| SetupSaved::Passphrase { fault }))
    }

    fn write_setup(&self, id: &str, made: TeamSetup, text: &str, path: &Path) -> std::io::Result<()> {
        // Kept first: two files that differ never have the same number.
        self.setups.keep(id, made)?;
        atomic_file::write(path, text.as_bytes())
    }
}

/// `all`: the fields that people could see; `own`: the presets that the administrator made for the team.
fn form(account: &SavedAccount, kept: Option<&TeamSetup>, all: Vec<SetupField>, own: &[Preset]) -> SetupForm {
    let calls_per_window = account.calls_per_window;
    let Some(kept) = kept else {
        return SetupForm {
            name: account.name.clone(),
            revision: None,
            fields: all,
            others: Vec::new(),
            presets: own.to_vec(),
            limits: team_setup::SetupLimits::default(),
            calls_per_window,
            keys: false,
            signing: signing(account),
        };
    };
    let is_there = |field: &SetupField| kept.fields.iter().any(|other| other.name == field.name);
    // Without fields of its own a setup shows the usual ones.
    let (fields, others) = if kept.fields.is_empty() {
        (all, Vec::new())
    } else {
        (kept.fields.clone(), all.into_iter().filter(|field| !is_there(field)).collect())
    };
    SetupForm {
        name: kept.name.clone(),
        revision: Some(kept.revision),
        fields,
        others,
        presets: kept.presets.iter().chain(own).cloned().collect(),
        limits: kept.limits.clone(),
        calls_per_window,
        keys: kept.summary().has_sealed_keys,
        signing: signing(account),
    }
}

/// Where the account is. What was kept was read before, so this is none only where somebody changed it by hand.
fn place(account: &SavedAccount) -> Option<SetupAccount> {
    let host = |text: &str| Host::parse(text).ok().map(|(host, _)| host);
    let mut place = SetupAccount::new(host(&account.host)?, Organisation::parse(&account.organisation).ok()?);
    place.calls_per_window = account.calls_per_window;
    place.lead_host = host(&account.lead_host);
    Some(place)
}

/// The setup after the one that is kept, or the first one. No keys are in it yet.
fn next(
    kept: Option<&TeamSetup>,
    account: SetupAccount,
    wanted: SetupToSave,
) -> Result<TeamSetup, SetupFault> {
    let name = wanted.name.trim();
    let mut setup = TeamSetup::new(name, account);
    if let Some(kept) = kept {
        // At the last of all numbers it stays there.
        (setup.id, setup.revision) = (kept.id, kept.revision.saturating_add(1));
    }
    setup.fields = wanted.fields;
    setup.presets = wanted.presets;
    setup.limits = wanted.limits;
    setup.check()?;
    Ok(setup)
}

#[cfg(test)]
mod tests {
    use team_setup::{Age, SetupLimits};

    use super::*;
    use crate::fields::usual;
    use crate::kept::settings::LeadStep;

    fn account() -> SavedAccount {
        SavedAccount {
            id: "1".into(),
            name: "Acme".into(),
            host: "https://a.example".into(),
            organisation: "22824".into(),
            calls_per_window: 5,
            keys_saved: true,
            lead_host: String::new(),
            lead_step: LeadStep::default(),
            team_key: None,
            signing_key: None,
            sign_off: String::new(),
        }
    }

    fn wanted(name: &str, fields: Vec<SetupField>) -> SetupToSave {
        SetupToSave {
            account: "1".into(),
            name: name.into(),
            fields,
            presets: vec![Preset {
                name: "On hold".into(),
                note: Some("The form.".into()),
                changes: Vec::new(),
            }],
            limits: SetupLimits::default(),
            passphrase: None,
            unsigned: false,
        }
    }

    #[test]
    fn the_first_one_begins_with_every_field_and_the_next_one_with_what_was_saved() {
        let first = form(&account(), None, usual(), &[]);
        assert_eq!((first.name.as_str(), first.revision, first.calls_per_window), ("Acme", None, 5));
        assert_eq!(first.fields.len(), usual().len());

        let chosen = vec![first.fields[3].clone(), first.fields[0].clone()];
        let saved = next(None, place(&account()).unwrap(), wanted("Support", chosen)).unwrap();
        let second = form(&account(), Some(&saved), usual(), &[]);
        let names: Vec<_> = second.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, [usual()[3].name.clone(), usual()[0].name.clone()], "in the order that was chosen");
        assert_eq!(second.others.len(), usual().len() - 2);
        assert_eq!((second.revision, second.presets), (Some(1), saved.presets));
    }

    #[test]
    fn each_saving_is_a_later_one_of_the_same_setup() {
        let save = |kept: Option<&TeamSetup>, name| {
            next(kept, place(&account()).unwrap(), wanted(name, Vec::new())).unwrap()
        };
        let first = save(None, " Support ");
        assert_eq!((first.revision, first.name.as_str()), (1, "Support"));
        let second = save(Some(&first), "Support, Pune");
        assert_eq!(second.compare(&first), Age::Newer);
        assert_eq!(TeamSetup::read(second.write().as_bytes()).unwrap(), second);
    }

    #[test]
    fn a_fault_is_said_before_anything_is_asked() {
        let fault = next(None, place(&account()).unwrap(), wanted(" ", Vec::new())).unwrap_err();
        assert_eq!(fault, SetupFault::Empty { place: "name".into() });
    }
}
