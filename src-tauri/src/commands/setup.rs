//! Team setup files that are opened, and what the app is asked from outside its window.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use secrecy::ExposeSecret;
use tauri::{AppHandle, Manager, State, WebviewWindow};

use service_crm::{Keys, KeysFault};
use team_setup::{TeamSetup, UnsealFault};

use crate::accounts::{KeptAccount, LeadStep};
use crate::arguments::{self, Wish};
use crate::commands::accounts::{keep_account, keep_keys, overview_of};
use crate::commands::on_disk;
use crate::keychain::{self, KeychainError};
use crate::limits;
use crate::offers::{self, Plan};
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::accounts::KeepKeys;
use crate::views::draft::UsedAgain;
use crate::views::setup::{GivenKeys, KeysNeeded, SetupOpened, SetupTaken, WishView};
use crate::wishes::Wishes;

/// What the system's dialog calls its files.
pub(crate) const KIND: &str = "Ticket Courier";

/// Opens the file that a person chooses. Nothing is changed by it.
#[tauri::command]
pub(crate) async fn open_setup(app: AppHandle, window: WebviewWindow) -> Result<SetupOpened, ShellError> {
    let dialog = AsyncFileDialog::new().set_parent(&window).add_filter(KIND, &[arguments::ENDING]);
    let Some(chosen) = dialog.pick_file().await else { return Ok(SetupOpened::NotChosen) };
    opened(app, chosen.path().to_owned()).await
}

async fn opened(app: AppHandle, path: PathBuf) -> Result<SetupOpened, ShellError> {
    on_disk(move || offers::open(&app.state(), &path)).await
}

/// Sets up what was opened last, with the keys that it takes.
#[tauri::command]
pub(crate) async fn take_setup(
    shell: State<'_, Shell>,
    given: GivenKeys,
    keep: KeepKeys,
) -> Result<SetupTaken, ShellError> {
    let Some(opened) = shell.offers.opened() else { return Ok(SetupTaken::NothingToTake) };
    let keys = match given {
        GivenKeys::None => None,
        GivenKeys::Both { access_key, secret_key } => {
            match Keys::new(access_key.expose_secret(), secret_key.expose_secret()) {
                Ok(keys) => Some(keys),
                Err(fault) => return Ok(SetupTaken::Keys { fault }),
            }
        }
        GivenKeys::Passphrase { passphrase } => {
            let sealed = opened.clone();
            match on_disk(move || sealed.setup.unseal_keys(&passphrase)).await? {
                Ok(keys) => Some(keys),
                Err(fault) => return Ok(SetupTaken::Passphrase { fault }),
            }
        }
    };
    // Things may have changed since it was shown.
    let plan = offers::plan(&shell, &opened.setup);
    match (plan.keys, &keys) {
        _ if !plan.changes() => return Ok(SetupTaken::NothingToTake),
        (KeysNeeded::Passphrase, None) => {
            return Ok(SetupTaken::Passphrase { fault: UnsealFault::PassphraseWrong });
        }
        (KeysNeeded::Both, None) => {
            return Ok(SetupTaken::Keys { fault: KeysFault::AccessKeyEmpty });
        }
        _ => {}
    }
    let taken = take(&shell, &opened.setup, plan, keys, keep)?;
    if matches!(taken, SetupTaken::Taken { .. }) {
        shell.offers.forget();
    }
    Ok(taken)
}

fn take(
    shell: &Shell,
    setup: &TeamSetup,
    plan: Plan,
    keys: Option<Keys>,
    keep: KeepKeys,
) -> Result<SetupTaken, ShellError> {
    let Plan { account: before, earlier, elsewhere, .. } = plan;
    let id = before.as_ref().map_or_else(|| uuid::Uuid::new_v4().to_string(), |account| account.id.clone());
    let mut keys_saved = before.as_ref().is_some_and(|account| account.keys_saved && !elsewhere);
    if let Some(keys) = keys {
        match keep_keys(shell, &id, keys, keep) {
            Ok(saved) => keys_saved |= saved,
            Err(KeychainError::Locked) => return Ok(SetupTaken::KeychainLocked),
            Err(KeychainError::Absent(why)) => return Ok(SetupTaken::NoKeychain { why }),
        }
    }
    let for_elsewhere = before.is_none() || elsewhere;
    if let Err(error) = shell.setups.keep(&id, setup.clone()) {
        // The account stays where it is, and keys for another place must not go there.
        if for_elsewhere {
            shell.clients.forget_session(&id);
            keychain::forget(&id);
        }
        return Err(ShellError::Storage { why: error.to_string() });
    }
    if for_elsewhere && !keys_saved {
        // Those that were saved are of the place where it was.
        keychain::forget(&id);
    }
    let own_name = before.as_ref().filter(|account| {
        // What a person calls it stays; what the team called it may be another name now.
        earlier.as_ref().is_none_or(|earlier| earlier.name != account.name)
    });
    let account = KeptAccount {
        name: own_name.map_or_else(|| setup.name.clone(), |account| account.name.clone()),
        id,
        host: setup.account.host.to_string(),
        organisation: setup.account.organisation.as_str().to_owned(),
        calls_per_window: setup.account.calls_per_window,
        keys_saved,
        lead_host: setup.account.lead_host.as_ref().map(ToString::to_string).unwrap_or_default(),
        // It may be allowed more now.
        lead_step: LeadStep::default(),
    };
    keep_account(shell, account, true)?;
    Ok(SetupTaken::Taken { overview: overview_of(shell) })
}

/// The person does not want the setup that was opened.
#[tauri::command]
pub(crate) fn leave_setup(shell: State<'_, Shell>) {
    shell.offers.forget();
}

/// The first that the app was asked from outside and has not done; none where there is nothing more.
#[tauri::command]
pub(crate) async fn next_wish(app: AppHandle) -> Result<Option<WishView>, ShellError> {
    Ok(match app.state::<Wishes>().next() {
        None => None,
        Some(Wish::Setup(path)) => Some(WishView::Setup { opened: opened(app.clone(), path).await? }),
        Some(Wish::StrangeLink) => Some(WishView::StrangeLink),
        Some(Wish::Draft { ticket, files }) => Some(WishView::Draft {
            ticket: ticket.map(|number| number.as_str().to_owned()),
            files: files.len(),
        }),
    })
}

/// Adds the files of the draft that was asked for last, after emptying the draft that is there if it is to be `anew`.
#[tauri::command]
pub(crate) async fn fulfil_wish(
    shell: State<'_, Shell>,
    wishes: State<'_, Wishes>,
    anew: bool,
) -> Result<UsedAgain, ShellError> {
    let outbox = shell.outbox()?;
    if anew {
        outbox.clear_draft()?;
    }
    let attached = limits::attach(&shell, wishes.files())?.into();
    Ok(UsedAgain { draft: outbox.draft()?.into(), attached })
}
