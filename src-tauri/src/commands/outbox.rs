//! Sending the draft off, and everything about what was sent.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::time::{Duration, Instant};

use outbox::{Copying, DraftText, ExportError, Query, SendingAccount};
use rfd::AsyncFileDialog;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use super::fields::of;
use crate::accounts::LeadStep;
use crate::commands::on_disk;
use crate::courier::{now, view};
use crate::fields::as_sent;
use crate::limits;
use crate::practice;
use crate::shell::{Opened, Shell};
use crate::views::ShellError;
use crate::views::accounts::KeysState;
use crate::views::draft::UsedAgain;
use crate::views::outbox::{
    DeliveryView, DeliveryWhole, Exported, OutboxAccount, OutboxPage, OutboxTop, RescueView, Sent, Storage,
};

/// Deliveries in one page: more than a screen holds, few enough to come at once.
const PAGE: usize = 50;
/// Between two reports of how far the taking of files has come.
const REPORT: Duration = Duration::from_millis(50);

/// Sends the draft off from the current account: from then on it is a delivery, and the courier's.
#[tauri::command]
pub(crate) async fn send(
    shell: State<'_, Shell>,
    mut text: DraftText,
    taking: Channel<Copying>,
) -> Result<Sent, ShellError> {
    let opened = shell.opened()?;
    let place = shell.taking.begin().ok_or(ShellError::Busy)?;
    let known = of(&shell, shell.accounts.settings().current()).fields;
    text.changes = as_sent(&known, text.changes);
    text.fields = as_sent(&known, text.fields);
    opened.outbox.save_draft(&text)?;
    let sender = match sender(&shell) {
        Ok(sender) => sender,
        Err(keys) => return Ok(Sent::KeysNotAvailable { keys }),
    };
    let left = limits::not_allowed(&shell, &opened.outbox.draft()?.files);
    if !left.is_empty() {
        return Ok(Sent::NotAllowed { left });
    }
    let (outbox, stop) = (opened.outbox.clone(), place.stop.clone());
    let mut reported: Option<Instant> = None;
    let watch = move |step: Copying| {
        if reported.is_none_or(|last| last.elapsed() >= REPORT) {
            reported = Some(Instant::now());
            // A screen that has gone needs no progress.
            let _ = taking.send(step);
        }
    };
    let accepted = on_disk(move || outbox.send_off(&sender, &stop, watch, now())).await??;
    match Sent::not(accepted) {
        Ok(not) => Ok(not),
        Err(delivery) => {
            opened.courier.sent_off(&delivery);
            let draft = opened.outbox.draft()?.into();
            Ok(Sent::Accepted { delivery: Box::new(view(&shell, opened, *delivery)), draft })
        }
    }
}

/// The current account, if its keys are to be had: what cannot go is better said now than later.
fn sender(shell: &Shell) -> Result<SendingAccount, KeysState> {
    let settings = shell.accounts.settings();
    let Some(account) = settings.account(settings.current()) else {
        let account = practice::ID.to_owned();
        return Ok(SendingAccount { account, account_name: String::new(), reads_tickets: true });
    };
    shell.clients.keys(account)?;
    Ok(SendingAccount {
        account: account.id.clone(),
        account_name: account.name.clone(),
        reads_tickets: account.lead_step == LeadStep::Ticket,
    })
}

/// Stops the taking of files.
#[tauri::command]
pub(crate) fn stop_taking(shell: State<'_, Shell>) {
    shell.taking.stop();
}

#[tauri::command]
pub(crate) async fn cancel(shell: State<'_, Shell>, id: i64) -> Result<(), ShellError> {
    Ok(shell.opened()?.courier.cancel(id).await?)
}

#[tauri::command]
pub(crate) async fn it_was_done(shell: State<'_, Shell>, id: i64) -> Result<DeliveryView, ShellError> {
    let opened = shell.opened()?;
    opened.courier.it_was_done(id).await?;
    one(&shell, opened, id)
}

#[tauri::command]
pub(crate) async fn send_again(shell: State<'_, Shell>, id: i64) -> Result<DeliveryView, ShellError> {
    let opened = shell.opened()?;
    opened.courier.send_again(id).await?;
    one(&shell, opened, id)
}

#[tauri::command]
pub(crate) async fn look_at_ticket(shell: State<'_, Shell>, id: i64) -> Result<DeliveryView, ShellError> {
    let opened = shell.opened()?;
    opened.courier.compare_with_ticket(id).await?;
    one(&shell, opened, id)
}

/// A refused one needs nobody any more.
#[tauri::command]
pub(crate) async fn leave(shell: State<'_, Shell>, id: i64) -> Result<DeliveryView, ShellError> {
    let opened = shell.opened()?;
    opened.outbox.leave(id)?;
    opened.courier.changed(id);
    one(&shell, opened, id)
}

#[tauri::command]
pub(crate) async fn use_again(shell: State<'_, Shell>, id: i64) -> Result<UsedAgain, ShellError> {
    let Opened { outbox, courier } = shell.opened()?;
    let attached = outbox.use_again(id)?.into();
    courier.changed(id);
    Ok(UsedAgain { draft: outbox.draft()?.into(), attached })
}

fn one(shell: &Shell, opened: &Opened, id: i64) -> Result<DeliveryView, ShellError> {
    Ok(view(shell, opened, opened.outbox.delivery(id)?))
}

#[tauri::command]
pub(crate) async fn outbox_top(shell: State<'_, Shell>) -> Result<OutboxTop, ShellError> {
    let opened = shell.opened()?;
    Ok(OutboxTop::new(opened.outbox.top()?, |delivery| view(&shell, opened, delivery)))
}

#[tauri::command]
pub(crate) async fn outbox_page(
    shell: State<'_, Shell>,
    query: Query,
    before: Option<i64>,
) -> Result<OutboxPage, ShellError> {
    let opened = shell.opened()?;
    Ok(OutboxPage::new(opened.outbox.page(&query, before, PAGE)?, |delivery| view(&shell, opened, delivery)))
}

#[tauri::command]
pub(crate) async fn delivery(shell: State<'_, Shell>, id: i64) -> Result<DeliveryWhole, ShellError> {
    let opened = shell.opened()?;
    Ok(DeliveryWhole { delivery: one(&shell, opened, id)?, attempts: opened.outbox.attempts(id)? })
}

#[tauri::command]
pub(crate) async fn outbox_accounts(shell: State<'_, Shell>) -> Result<Vec<OutboxAccount>, ShellError> {
    Ok(shell.outbox()?.sent_under()?.into_iter().map(Into::into).collect())
}

/// Saves the list where the person wants it.
#[tauri::command]
pub(crate) async fn export_csv(
    shell: State<'_, Shell>,
    window: WebviewWindow,
    query: Query,
    name: String,
) -> Result<Exported, ShellError> {
    let outbox = shell.outbox()?.clone();
    let dialog = AsyncFileDialog::new().set_parent(&window).set_file_name(name).add_filter("CSV", &["csv"]);
    let Some(chosen) = dialog.save_file().await else { return Ok(Exported::NotChosen) };
    let path = chosen.path().to_owned();
    let shown = path.to_string_lossy().into_owned();
    Ok(match on_disk(move || save(&outbox, &query, &path)).await? {
        Ok(rows) => Exported::Saved { path: shown, rows },
        Err(error) => Exported::Failed { why: error.to_string() },
    })
}

fn save(outbox: &outbox::Outbox, query: &Query, path: &Path) -> Result<u64, ExportError> {
    let mut out = BufWriter::new(File::create(path)?);
    let rows = outbox.export(query, &mut out)?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    Ok(rows)
}

#[tauri::command]
pub(crate) async fn storage(shell: State<'_, Shell>) -> Result<Storage, ShellError> {
    let outbox = shell.outbox()?;
    let room = outbox.room()?;
    Ok(Storage {
        spool_bytes: room.spool_bytes,
        spool_files: room.spool_files,
        deliveries: outbox.count()?,
        database_bytes: room.database_bytes,
        folder: outbox.folder().to_string_lossy().into_owned(),
    })
}

/// What was found wrong with the database at the start, if anything was.
#[tauri::command]
pub(crate) async fn rescue(shell: State<'_, Shell>) -> Result<Option<RescueView>, ShellError> {
    Ok(shell.outbox()?.rescue().map(Into::into))
}
