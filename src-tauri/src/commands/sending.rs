//! Sending the draft, and stopping it.

use std::time::{SystemTime, UNIX_EPOCH};

use tauri::State;
use tauri::ipc::Channel;

use outbox::{DraftText, Sender, deliver};
use service_crm::{Client, Progress};

use crate::clients::NoClient;
use crate::practice;
use crate::shell::Shell;
use crate::views::{Sent, ShellError};

/// "Update a Ticket with Attachments": sends the draft from the current account.
#[tauri::command]
pub(crate) async fn update_ticket(
    shell: State<'_, Shell>,
    text: DraftText,
    progress: Channel<Progress>,
) -> Result<Sent, ShellError> {
    let outbox = shell.outbox()?;
    let under_way = shell.sending.begin().ok_or(ShellError::Busy)?;
    outbox.save_draft(&text)?;
    let (client, sender) = match current(&shell).await {
        Ok(current) => current,
        Err(NoClient::Keys(keys)) => return Ok(Sent::KeysNotAvailable { keys }),
        Err(NoClient::Shell(error)) => return Err(error),
    };
    // A screen that has gone needs no progress.
    let watch = |step| drop(progress.send(step));
    Ok(deliver(outbox, &client, &sender, &under_way.cancel, watch, now).await?.into())
}

#[tauri::command]
pub(crate) fn cancel(shell: State<'_, Shell>) {
    shell.sending.cancel();
}

async fn current(shell: &Shell) -> Result<(Client, Sender), NoClient> {
    let settings = shell.accounts.settings();
    let Some(account) = settings.account(settings.current()) else {
        let client = shell.clients.practice().await.map_err(NoClient::Shell)?;
        let sender = Sender { account: practice::ID.to_owned(), account_name: String::new() };
        return Ok((client, sender));
    };
    let sender = Sender { account: account.id.clone(), account_name: account.name.clone() };
    Ok((shell.clients.of(account)?, sender))
}

/// Milliseconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
