//! How a team setup file that was opened stands to what is here, before a person takes it or not.

use std::sync::Arc;

use service_crm::{Host, Place};
use team_setup::{Age, SetupAccount, SetupLimits, TeamSetup, is_of_vendor};

use crate::desk::Desk;
use crate::fields::usual;
use crate::kept::keys::KeysState;
use crate::kept::opened_setup::ReadSetup;
use crate::kept::settings::{SavedAccount, Settings};
use crate::views::setup::{AccountPlace, Confirmation, KeysNeeded, SetupPreview, Standing};

/// Where a setup would go, and what it takes.
pub(crate) struct Plan {
    pub(crate) standing: Standing,
    pub(crate) keys: KeysNeeded,
    /// The account that it is about; none where it would be a new one.
    pub(crate) account: Option<SavedAccount>,
    /// The setup that the account has.
    pub(crate) earlier: Option<Arc<TeamSetup>>,
    /// The account's keys would go elsewhere than today.
    pub(crate) elsewhere: bool,
    /// The points for which one press is not enough.
    pub(crate) confirm: Vec<Confirmation>,
}

impl Plan {
    /// Whether there is something to be taken at all.
    pub(crate) fn may_be_taken(&self) -> bool {
        match self.standing {
            Standing::Older | Standing::Leaps => false,
            Standing::Same => self.keys != KeysNeeded::None,
            _ => true,
        }
    }
}

impl Desk {
    /// A setup's consequences before it is taken. Blocks on the disk.
    pub(crate) fn preview(&self, id: String, read: &ReadSetup) -> SetupPreview {
        let ReadSetup { file, setup, signature } = read;
        let plan = self.plan(read);
        let settings = self.accounts.settings();
        let known =
            plan.account.as_ref().map_or_else(usual, |account| self.all_fields_of(&account.id).fields);
        let team_key = plan.account.as_ref().and_then(|account| account.team_key);
        let account = &setup.account;
        let hosts = [Some(&account.host), account.lead_host.as_ref()].into_iter().flatten();
        let mut not_of_vendor: Vec<_> =
            hosts.filter(|host| !is_of_vendor(host) && !host.is_loopback()).map(Host::name).collect();
        not_of_vendor.dedup();
        SetupPreview {
            id,
            file: file.clone(),
            summary: setup.summary(),
            standing: plan.standing,
            keys: plan.keys,
            account: plan.account.as_ref().map(|account| account.name.clone()),
            revision_here: plan.earlier.as_ref().map(|earlier| earlier.revision),
            elsewhere: plan.elsewhere,
            here: plan.account.as_ref().and_then(place_view),
            alike: if plan.account.is_none() { alike(&settings, setup) } else { None },
            not_of_vendor,
            differences: setup.differences(&as_it_is(setup, &plan)),
            shown_otherwise: setup.shown_otherwise(&known),
            provenance: signature.beside(team_key.as_ref()),
            signed_by: signature.key().map(|key| key.spoken()),
            team_key: team_key.map(|key| key.spoken()),
            waiting: plan.account.as_ref().map_or(0, |account| self.waiting_in(&account.id)),
            may_be_taken: plan.may_be_taken(),
            confirm: plan.confirm,
        }
    }

    /// How a setup stands to the accounts as they are now. Blocks on the disk.
    /// The account's deliveries that wait. An outbox that is not open yet, or cannot be read, says of nothing that it
    /// waits.
    fn waiting_in(&self, account: &str) -> u64 {
        self.outbox_already().and_then(|opened| opened.outbox.waiting_of(account).ok()).unwrap_or_default()
    }

    pub(crate) fn plan(&self, read: &ReadSetup) -> Plan {
        let setup = &read.setup;
        let settings = self.accounts.settings();
        let of = |account: &SavedAccount| self.setups.of(&account.id);
        let by_setup =
            settings.accounts.iter().find(|account| of(account).is_some_and(|kept| kept.id == setup.id));
        // Somebody has added the same account by hand: a second one would not know of the first one's pace.
        let by_host =
            || settings.accounts.iter().find(|account| of(account).is_none() && same_host(account, setup));
        let account = by_setup.or_else(by_host).cloned();
        let earlier = account.as_ref().and_then(of);
        let standing = match (&account, &earlier) {
            (None, _) => Standing::New,
            (Some(_), None) => Standing::Joins,
            (Some(_), Some(earlier)) => match setup.compare(earlier) {
                Age::Same => Standing::Same,
                Age::Newer if setup.check_update(earlier).is_err() => Standing::Leaps,
                Age::Newer => Standing::Newer,
                Age::Older => Standing::Older,
                Age::Parted => Standing::Parted,
                // It was found by its id.
                Age::Different => Standing::New,
            },
        };
        let elsewhere = account.as_ref().is_some_and(|account| !keys_may_stay(account, setup));
        let has_keys = account.as_ref().is_some_and(|account| {
            matches!(self.accounts.keys.state(account), KeysState::Saved | KeysState::Session)
        });
        let keys = match (standing, has_keys && !elsewhere) {
            (Standing::Older | Standing::Leaps, _) | (_, true) => KeysNeeded::None,
            _ if setup.summary().has_sealed_keys => KeysNeeded::Passphrase,
            _ => KeysNeeded::Both,
        };
        let pinned = account.as_ref().and_then(|account| account.team_key);
        let plain = read.signature.beside(pinned.as_ref()).is_plain();
        let confirm = [
            elsewhere.then_some(Confirmation::Place),
            // The one that is here already tells nothing new.
            (!plain && standing != Standing::Same).then_some(Confirmation::Signature),
        ];
        let confirm = confirm.into_iter().flatten().collect();
        Plan { standing, keys, account, earlier, elsewhere, confirm }
    }
}

/// The setup's counterpart: the team's as it is here, at the place where the account is now. Beside a new account
/// there is nothing, so that everything the setup brings is a difference.
fn as_it_is(setup: &TeamSetup, plan: &Plan) -> TeamSetup {
    let nothing = || {
        let mut nothing = setup.clone();
        (nothing.fields, nothing.presets, nothing.limits) = (Vec::new(), Vec::new(), SetupLimits::default());
        nothing
    };
    let mut here = plan.earlier.as_deref().map_or_else(nothing, TeamSetup::clone);
    if let Some(account) = &plan.account
        && let Ok(Place { host, organisation, lead_host }) = account.place()
    {
        // It may have been changed by hand since.
        here.account =
            SetupAccount { host, organisation, calls_per_window: account.calls_per_window, lead_host };
    }
    here
}

/// An account that a person may take the setup's for: nearly all of a region have one host.
fn alike(settings: &Settings, setup: &TeamSetup) -> Option<AccountPlace> {
    let host = |account: &&SavedAccount| account.place().is_ok_and(|place| place.host == setup.account.host);
    let name = |account: &&SavedAccount| account.name.trim().to_lowercase() == setup.name.to_lowercase();
    let found = settings.accounts.iter().find(name).or_else(|| settings.accounts.iter().find(host));
    found.and_then(place_view)
}

fn place_view(account: &SavedAccount) -> Option<AccountPlace> {
    let place = account.place().ok()?;
    Some(AccountPlace {
        account: account.name.clone(),
        host: place.host.name(),
        organisation: place.organisation.as_str().to_owned(),
        lead_host: place.lead_host.map(|host| host.name()),
    })
}

/// The place of a setup's account.
pub(crate) fn place_of(account: &SetupAccount) -> Place {
    let SetupAccount { host, organisation, lead_host, .. } = account.clone();
    Place { host, organisation, lead_host }
}

fn same_host(account: &SavedAccount, setup: &TeamSetup) -> bool {
    account.place().is_ok_and(|place| {
        place.host == setup.account.host && place.organisation == setup.account.organisation
    })
}

/// Keys that were given for one place are not sent to another because a file says so, whoever signed it.
fn keys_may_stay(account: &SavedAccount, setup: &TeamSetup) -> bool {
    account.place().is_ok_and(|place| place_of(&setup.account).is_within(&place))
}

#[cfg(test)]
mod tests {
    use service_crm::Organisation;

    use super::*;
    use crate::kept::settings::LeadStep;

    fn setup(host: &str, organisation: &str, lead_host: &str) -> TeamSetup {
        let read = |text: &str| Host::parse(text).ok().map(|(host, _)| host);
        let mut account = SetupAccount::new(read(host).unwrap(), Organisation::parse(organisation).unwrap());
        account.lead_host = read(lead_host);
        TeamSetup::new("Support", account)
    }

    #[test]
    fn keys_stay_only_where_they_go_nowhere_else() {
        let account = SavedAccount {
            id: "1".into(),
            name: "Support".into(),
            host: "https://a.example".into(),
            organisation: "22824".into(),
            calls_per_window: 25,
            keys_saved: true,
            lead_host: "https://leads.example".into(),
            lead_step: LeadStep::default(),
            team_key: None,
            signing_key: None,
            sign_off: String::new(),
        };
        let stay = |host, organisation, leads| keys_may_stay(&account, &setup(host, organisation, leads));
        assert!(stay("a.example", "22824", "leads.example"));
        assert!(stay("A.example:443", "22824", ""), "the same host, and one less for leads");
        assert!(!stay("a.example:8443", "22824", "leads.example"));
        assert!(!stay("b.example", "22824", "leads.example"));
        assert!(!stay("a.example", "22825", "leads.example"));
        assert!(!stay("a.example", "22824", "b.example"), "they would go to the leads' host too");
    }
}
