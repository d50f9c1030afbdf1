//! How a team setup file that was opened stands to what is here, before a person takes it or not.

use std::sync::Arc;

use service_crm::Place;
use team_setup::{Age, SetupAccount, TeamSetup};

use crate::desk::Desk;
use crate::kept::keys::KeysState;
use crate::kept::settings::SavedAccount;
use crate::views::setup::{KeysNeeded, Offer, Standing};

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
}

impl Plan {
    /// Whether there is something to be taken at all.
    pub(crate) fn changes(&self) -> bool {
        match self.standing {
            Standing::Older => false,
            Standing::Same => self.keys != KeysNeeded::None,
            _ => true,
        }
    }
}

impl Desk {
    /// What a setup of this file would set up. Blocks on the disk.
    pub(crate) fn preview(&self, file: String, setup: &TeamSetup) -> Offer {
        let plan = self.plan(setup);
        Offer {
            file,
            summary: setup.summary(),
            standing: plan.standing,
            keys: plan.keys,
            account: plan.account.map(|account| account.name),
            revision_here: plan.earlier.map(|earlier| earlier.revision),
            elsewhere: plan.elsewhere,
        }
    }

    /// How a setup stands to the accounts as they are now. Blocks on the disk.
    pub(crate) fn plan(&self, setup: &TeamSetup) -> Plan {
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
            (Standing::Older, _) | (_, true) => KeysNeeded::None,
            _ if setup.summary().has_sealed_keys => KeysNeeded::Passphrase,
            _ => KeysNeeded::Both,
        };
        Plan { standing, keys, account, earlier, elsewhere }
    }
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

/// The file is not signed: keys that were given for one place are not sent to another because a file says so.
fn keys_may_stay(account: &SavedAccount, setup: &TeamSetup) -> bool {
    account.place().is_ok_and(|place| place_of(&setup.account).is_within(&place))
}

#[cfg(test)]
mod tests {
    use service_crm::{Host, Organisation};

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
