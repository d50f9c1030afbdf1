//! Accounts, their keys, and preferences.

use secrecy::ExposeSecret;
use tauri::{AppHandle, State};

use service_crm::{Account, AddressFault, Client, Host, Keys, Organisation};

use crate::accounts::{KeptAccount, LeadStep, Preferences};
use crate::commands::on_disk;
use crate::courier;
use crate::keychain::{self, KeychainError};
use crate::practice;
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::accounts::{
    AccountFault, AccountForm, AccountView, AddressView, FormFault, KeepKeys, KeysState, Overview,
    SaveResult, Tried,
};

/// Calls in 5 seconds beyond which a number is a slip of the finger; the largest plan has 25.
const MOST_CALLS: u32 = 1000;

#[tauri::command]
pub(crate) fn overview(shell: State<'_, Shell>) -> Overview {
    overview_of(&shell)
}

#[tauri::command]
pub(crate) async fn choose_account(shell: State<'_, Shell>, id: String) -> Result<Overview, ShellError> {
    shell.accounts.change(|settings| settings.current = Some(id))?;
    look_for_keys(shell).await
}

/// Asks the keychain where the current account's keys are, which may take a person's time; the overview at the
/// start does not wait for that.
#[tauri::command]
pub(crate) async fn look_for_keys(shell: State<'_, Shell>) -> Result<Overview, ShellError> {
    let settings = shell.accounts.settings();
    if let Some(account) = settings.account(settings.current())
        // Why not, where it has none, is in the overview.
        && shell.clients.keys(account).is_ok()
    {
        try_anew(&shell, &account.id);
    }
    Ok(overview_of(&shell))
}

#[tauri::command]
pub(crate) async fn set_preferences(
    app: AppHandle,
    shell: State<'_, Shell>,
    preferences: Preferences,
) -> Result<Overview, ShellError> {
    shell.accounts.change(|settings| settings.preferences = preferences)?;
    // What cannot be removed now is removed another time.
    let _ = on_disk(move || courier::tidy(&app)).await;
    Ok(overview_of(&shell))
}

#[tauri::command]
pub(crate) fn read_address(text: String) -> Option<AddressView> {
    let (host, organisation) = Host::parse(&text).ok()?;
    let organisation = organisation.map(|organisation| organisation.as_str().to_owned());
    Some(AddressView { host: host.to_string(), organisation })
}

#[tauri::command]
pub(crate) async fn save_account(
    shell: State<'_, Shell>,
    form: AccountForm,
) -> Result<SaveResult, ShellError> {
    let Read { host, organisation, keys, lead_host } = match read(&shell, &form) {
        Ok(read) => read,
        Err(faults) => return Ok(SaveResult::Faults { faults }),
    };
    let before = form.id.as_deref().and_then(|id| shell.accounts.settings().account(id).cloned());
    let id = before.as_ref().map_or_else(|| uuid::Uuid::new_v4().to_string(), |account| account.id.clone());
    let mut keys_saved = before.as_ref().is_some_and(|account| account.keys_saved);
    if let Some(keys) = keys {
        match keep_keys(&shell, &id, keys, form.keep) {
            Ok(saved) => keys_saved |= saved,
            Err(KeychainError::Locked) => return Ok(SaveResult::KeychainLocked),
            Err(KeychainError::Absent(why)) => return Ok(SaveResult::NoKeychain { why }),
        }
    }
    let account = KeptAccount {
        id,
        name: form.name.trim().to_owned(),
        host: host.to_string(),
        organisation: organisation.as_str().to_owned(),
        calls_per_window: form.calls_per_window,
        keys_saved,
        lead_host: lead_host.map(|host| host.to_string()).unwrap_or_default(),
        // It may be allowed more now.
        lead_step: LeadStep::default(),
    };
    keep_account(&shell, account, before.is_none())?;
    Ok(SaveResult::Saved { overview: overview_of(&shell) })
}

/// Keeps keys where a person wants them, and says whether that is the keychain.
///
/// # Errors
/// When it does not take them; nothing is changed then.
pub(crate) fn keep_keys(shell: &Shell, id: &str, keys: Keys, keep: KeepKeys) -> Result<bool, KeychainError> {
    match keep {
        KeepKeys::Keychain => {
            keychain::save(id, &keys)?;
            shell.clients.forget_session(id);
            shell.clients.saved(id);
        }
        KeepKeys::Session => shell.clients.keep_for_session(id, keys),
    }
    Ok(keep == KeepKeys::Keychain)
}

/// Keeps an account, a new one or one that was changed, and makes it the `current` one if it is to be.
pub(crate) fn keep_account(shell: &Shell, account: KeptAccount, current: bool) -> Result<(), ShellError> {
    let id = account.id.clone();
    shell.clients.changed(&id);
    // Its tickets may be another account's now. What is kept is only shown; that it cannot be removed harms nobody.
    let _ = shell.outbox().map(|outbox| outbox.forget_tickets(&id));
    shell.accounts.change(|settings| {
        if current {
            settings.current = Some(id.clone());
        }
        match settings.accounts.iter_mut().find(|place| place.id == id) {
            Some(place) => *place = account,
            None => settings.accounts.push(account),
        }
    })?;
    // Nor need it have the same fields.
    shell.catalogues.forget(&id);
    try_anew(shell, &id);
    Ok(())
}

#[tauri::command]
pub(crate) async fn remove_account(shell: State<'_, Shell>, id: String) -> Result<Overview, ShellError> {
    shell.accounts.change(|settings| {
        settings.accounts.retain(|account| account.id != id);
        settings.presets.remove(&id);
    })?;
    shell.catalogues.forget(&id);
    shell.clients.changed(&id);
    shell.clients.forget_session(&id);
    keychain::forget(&id);
    // One that stays is nobody's: the account's id is never used again.
    let _ = shell.setups.forget(&id);
    try_anew(&shell, &id);
    Ok(overview_of(&shell))
}

#[tauri::command]
pub(crate) async fn try_connection(shell: State<'_, Shell>, form: AccountForm) -> Result<Tried, ShellError> {
    if form.id.as_deref() == Some(practice::ID) {
        return Ok(Tried::Found(shell.clients.practice().await?.try_connection().await));
    }
    let Read { host, organisation, keys, .. } = match read(&shell, &form) {
        Ok(read) => read,
        Err(faults) => return Ok(Tried::faults(faults)),
    };
    let saved = form.id.as_deref().and_then(|id| shell.accounts.settings().account(id).cloned());
    let keys = match (keys, saved) {
        (Some(keys), _) => keys,
        (None, None) => return Ok(Tried::keys_not_available(KeysState::Missing)),
        (None, Some(account)) => match shell.clients.keys(&account) {
            Ok(keys) => keys,
            Err(keys) => return Ok(Tried::keys_not_available(keys)),
        },
    };
    let account = Account { host, organisation, keys, calls_per_window: form.calls_per_window };
    let client = Client::new(account).map_err(|error| ShellError::Storage { why: error.to_string() })?;
    Ok(Tried::Found(client.try_connection().await))
}

/// What waits for this account is tried at once. An outbox that is not open has nobody to tell.
fn try_anew(shell: &Shell, account: &str) {
    if let Ok(opened) = shell.opened() {
        opened.courier.account_changed(account);
    }
}

/// What a form says, where nothing is wrong with it.
struct Read {
    host: Host,
    organisation: Organisation,
    /// None where the saved ones are to stay.
    keys: Option<Keys>,
    lead_host: Option<Host>,
}

fn read(shell: &Shell, form: &AccountForm) -> Result<Read, Vec<AccountFault>> {
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
    let has_keys = form.id.as_deref().is_some_and(|id| {
        let settings = shell.accounts.settings();
        settings.account(id).is_some_and(|account| shell.clients.keys_state(account) != KeysState::Missing)
    });
    let keys = match (access.trim(), secret.trim()) {
        ("", "") if has_keys => Ok(None),
        _ => Keys::new(access, secret).map(Some),
    };
    if !(1..=MOST_CALLS).contains(&form.calls_per_window) {
        faults.push(AccountFault::Form(FormFault::CallsOutOfRange));
    }
    let lead_host = match form.lead_host.trim() {
        "" => None,
        given => match Host::parse(given) {
            Ok((host, _)) => Some(host),
            Err(_) => {
                faults.push(AccountFault::Form(FormFault::LeadHostUnreadable { given: given.to_owned() }));
                None
            }
        },
    };
    match (address, organisation, keys) {
        (Ok((host, _)), Ok(organisation), Ok(keys)) if faults.is_empty() => {
            Ok(Read { host, organisation, keys, lead_host })
        }
        (address, organisation, keys) => {
            faults.extend(address.err().map(AccountFault::Address));
            faults.extend(organisation.err().map(AccountFault::Address));
            faults.extend(keys.err().map(AccountFault::Keys));
            Err(faults)
        }
    }
}

pub(crate) fn overview_of(shell: &Shell) -> Overview {
    let settings = shell.accounts.settings();
    let kept = settings.accounts.iter().map(|account| AccountView {
        id: account.id.clone(),
        name: account.name.clone(),
        practice: false,
        host: account.host.clone(),
        organisation: account.organisation.clone(),
        calls_per_window: account.calls_per_window,
        keys: shell.clients.keys_state(account),
        lead_host: account.lead_host.clone(),
        lead_step: account.lead_step,
    });
    Overview {
        accounts: kept.chain([AccountView::practice()]).collect(),
        current: settings.current().to_owned(),
        first_start: settings.current.is_none(),
        preferences: settings.preferences,
    }
}
