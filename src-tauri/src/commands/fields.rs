//! The fields that can be changed on tickets of the current account.

use std::collections::HashMap;

use outbox::{Query, State as Standing};
use tauri::{AppHandle, Emitter, Manager, State, async_runtime};

use crate::catalogues;
use crate::courier::now;
use crate::fields::usual;
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::fields::{FieldsAnswer, FieldsFrom};

/// Event: an account has told its fields; carries the account's id.
const READ: &str = "fields-read";
/// Deliveries that are looked through for the values that were used last.
const LATEST: usize = 200;
/// Values of each field.
const MOST_USED: usize = 3;
/// What is longer is no value that anybody uses twice. Characters.
const MOST_CHARACTERS: usize = 100;

/// The best that are known at once; where the account's own are old or unknown, they are asked for beside.
#[tauri::command]
pub(crate) async fn fields(app: AppHandle, shell: State<'_, Shell>) -> Result<FieldsAnswer, ShellError> {
    let account = shell.accounts.settings().current().to_owned();
    let answer = of(&shell, &account);
    if answer.from != FieldsFrom::Team {
        renew(&app, &shell);
    }
    Ok(answer)
}

/// The values that were sent last from the current account, newest first, by field.
#[tauri::command]
pub(crate) async fn last_used(shell: State<'_, Shell>) -> Result<HashMap<String, Vec<String>>, ShellError> {
    let account = Some(shell.accounts.settings().current().to_owned());
    let page = shell.outbox()?.page(&Query { account, ..Query::default() }, None, LATEST)?;
    let mut used: HashMap<String, Vec<String>> = HashMap::new();
    for delivery in page.deliveries.into_iter().filter(|delivery| delivery.state != Standing::Cancelled) {
        for change in delivery.changes {
            let short = change.value.chars().nth(MOST_CHARACTERS).is_none() && !change.value.contains('\n');
            let values = used.entry(change.field).or_default();
            if short
                && !change.value.trim().is_empty()
                && values.len() < MOST_USED
                && !values.contains(&change.value)
            {
                values.push(change.value);
            }
        }
    }
    Ok(used)
}

/// The fields of an account, the team's before all others.
pub(crate) fn of(shell: &Shell, account: &str) -> FieldsAnswer {
    match shell.setups.of(account).filter(|setup| !setup.fields.is_empty()) {
        Some(setup) => FieldsAnswer { from: FieldsFrom::Team, fields: setup.fields.clone() },
        None => all_of(shell, account),
    }
}

/// The same without the team's: what an administrator chooses from.
pub(crate) fn all_of(shell: &Shell, account: &str) -> FieldsAnswer {
    match shell.catalogues.of(account) {
        Some(fields) => FieldsAnswer { from: FieldsFrom::Account, fields },
        None => FieldsAnswer { from: FieldsFrom::BuiltIn, fields: usual() },
    }
}

/// Asks the current account for its fields, if it is time for that and nobody has to be asked for its keys first.
pub(crate) fn renew(app: &AppHandle, shell: &Shell) {
    let settings = shell.accounts.settings();
    // Before the first choice there is no account that anybody wants.
    let Some(_) = settings.current else { return };
    let id = settings.current().to_owned();
    let kept = settings.account(&id).cloned();
    if kept.as_ref().is_some_and(|account| !shell.clients.at_hand(account)) {
        return;
    }
    let Some(stop) = shell.catalogues.begin(&id, now()) else { return };
    let app = app.clone();
    async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        let client = match &kept {
            Some(account) => shell.clients.of(account).ok(),
            None => shell.clients.practice().await.ok(),
        };
        let became = match client {
            // What could not be read is tried another time; until then there is a list all the same.
            Some(client) => catalogues::read(&client, &stop).await.ok(),
            None => None,
        };
        // What cannot be written is read again at the next start.
        if shell.catalogues.end(&id, &stop, became, now()).unwrap_or(true) {
            // A screen that has gone needs no fields.
            let _ = app.emit(READ, id);
        }
    });
}
