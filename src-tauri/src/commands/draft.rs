//! The draft, its files, and the fields it can change.

use rfd::AsyncFileDialog;
use tauri::{State, WebviewWindow};

use outbox::DraftText;
use service_crm::{Field, Update, UpdateFault, system_fields};

use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::draft::{AttachedView, DraftView};

#[tauri::command]
pub(crate) fn fields() -> &'static [Field] {
    system_fields()
}

#[tauri::command]
pub(crate) async fn draft(shell: State<'_, Shell>) -> Result<DraftView, ShellError> {
    Ok(shell.outbox()?.draft()?.into())
}

#[tauri::command]
pub(crate) async fn save_draft(shell: State<'_, Shell>, text: DraftText) -> Result<(), ShellError> {
    Ok(shell.outbox()?.save_draft(&text)?)
}

#[tauri::command]
pub(crate) async fn check_draft(
    shell: State<'_, Shell>,
    text: DraftText,
) -> Result<Vec<UpdateFault>, ShellError> {
    let files = shell.outbox()?.draft()?.files.len();
    let mut faults = Update::faults(&text.ticket, &text.lead, &text.changes, files);
    faults.retain(|fault| !(shell.reads_tickets() && *fault == UpdateFault::LeadEmpty));
    Ok(faults)
}

/// The system's dialog; the title is the system's own, so that no sentence stands here.
#[tauri::command]
pub(crate) async fn choose_files(
    shell: State<'_, Shell>,
    window: WebviewWindow,
) -> Result<AttachedView, ShellError> {
    let chosen = AsyncFileDialog::new().set_parent(&window).pick_files().await.unwrap_or_default();
    let paths: Vec<_> = chosen.iter().map(|file| file.path().to_owned()).collect();
    Ok(shell.outbox()?.attach(&paths)?.into())
}
