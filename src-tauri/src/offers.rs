//! A team setup file that was opened: how it stands to what is here, until a person takes it or not.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use team_setup::{Age, MOST_BYTES, SetupFault, TeamSetup};

use crate::accounts::KeptAccount;
use crate::shell::Shell;
use crate::views::accounts::KeysState;
use crate::views::setup::{KeysNeeded, Offer, SetupOpened, Standing};

/// The setup that was opened last and waits for the person's word.
#[derive(Default)]
pub(crate) struct Offers(Mutex<Option<Arc<Opened>>>);

/// A setup, and the name of its file.
pub(crate) struct Opened {
    pub(crate) setup: TeamSetup,
    file: String,
}

/// Where a setup would go, and what it takes.
pub(crate) struct Plan {
    pub(crate) standing: Standing,
    pub(crate) keys: KeysNeeded,
    /// The account that it is about; none where it would be a new one.
    pub(crate) account: Option<KeptAccount>,
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

impl Offers {
    pub(crate) fn opened(&self) -> Option<Arc<Opened>> {
        self.lock().clone()
    }

    /// It was taken, or is not wanted.
    pub(crate) fn forget(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<Opened>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens a file, and offers what it sets up. Blocks on the disk. Nothing is changed by it.
pub(crate) fn open(shell: &Shell, path: &Path) -> SetupOpened {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    shell.offers.forget();
    match read(path) {
        Err(error) => SetupOpened::Unreadable { file, why: error.to_string() },
        Ok(Err(fault)) => SetupOpened::NotASetup { file, fault },
        Ok(Ok(setup)) => {
            let opened = Opened { setup, file };
            let offer = offer(shell, &opened);
            *shell.offers.lock() = Some(Arc::new(opened));
            SetupOpened::Offered { offer: Box::new(offer) }
        }
    }
}

/// Reads no more than a setup can have, and waits for no pipe.
fn read(path: &Path) -> io::Result<Result<TeamSetup, SetupFault>> {
    if !std::fs::metadata(path)?.is_file() {
        return Ok(Err(SetupFault::NotASetup));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(TeamSetup::read(&bytes))
}

fn offer(shell: &Shell, opened: &Opened) -> Offer {
    let plan = plan(shell, &opened.setup);
    Offer {
        file: opened.file.clone(),
        summary: opened.setup.summary(),
        standing: plan.standing,
        keys: plan.keys,
        account: plan.account.map(|account| account.name),
        revision_here: plan.earlier.map(|earlier| earlier.revision),
        elsewhere: plan.elsewhere,
    }
}

/// How a setup stands to the accounts as they are now.
pub(crate) fn plan(shell: &Shell, setup: &TeamSetup) -> Plan {
    let settings = shell.accounts.settings();
    let of = |account: &KeptAccount| shell.setups.of(&account.id);
    let by_setup =
        settings.accounts.iter().find(|account| of(account).is_some_and(|kept| kept.id == setup.id));
    // Somebody has added the same account by hand: a second one would not know of the first one's pace.
    let by_place =
        || settings.accounts.iter().find(|account| of(account).is_none() && same_place(account, setup));
    let account = by_setup.or_else(by_place).cloned();
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
        matches!(shell.clients.keys_state(account), KeysState::Saved | KeysState::Session)
    });
    let keys = match (standing, has_keys && !elsewhere) {
        (Standing::Older, _) | (_, true) => KeysNeeded::None,
        _ if setup.summary().has_sealed_keys => KeysNeeded::Passphrase,
        _ => KeysNeeded::Both,
    };
    Plan { standing, keys, account, earlier, elsewhere }
}

fn same_place(account: &KeptAccount, setup: &TeamSetup) -> bool {
    account.host == setup.account.host.to_string()
        && account.organisation == setup.account.organisation.as_str()
}

/// The file is not signed: keys that were given for one host are not sent to another because a file says so.
fn keys_may_stay(account: &KeptAccount, setup: &TeamSetup) -> bool {
    let lead_host = setup.account.lead_host.as_ref().map(ToString::to_string);
    same_place(account, setup) && lead_host.is_none_or(|host| host == account.lead_host)
}

#[cfg(test)]
mod tests {
    use service_crm::{Host, Organisation};
    use team_setup::SetupAccount;

    use super::*;
    use crate::accounts::LeadStep;

    fn setup(host: &str, organisation: &str, lead_host: &str) -> TeamSetup {
        let read = |text: &str| Host::parse(text).ok().map(|(host, _)| host);
        let mut account = SetupAccount::new(read(host).unwrap(), Organisation::parse(organisation).unwrap());
        account.lead_host = read(lead_host);
        TeamSetup::new("Support", account)
    }

    #[test]
    fn keys_stay_only_where_they_go_nowhere_else() {
        let account = KeptAccount {
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
