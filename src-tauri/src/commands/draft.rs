//! The draft and its files.

use rfd::AsyncFileDialog;
use tauri::{State, WebviewWindow};

use outbox::DraftText;

use super::fields::of;
use crate::fields::faults;
use crate::limits;
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::draft::{AttachedView, DraftView};
use crate::views::fields::{ChangeFault, DraftFault};

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
) -> Result<Vec<DraftFault>, ShellError> {
    let files = shell.outbox()?.draft()?.files.len();
    let of_draft = text.faults(files, shell.reads_tickets());
    let mut of_values = faults(&of(&shell, shell.accounts.settings().current()).fields, text.values());
    // Said once.
    of_values.retain(|(at, _)| !of_draft.iter().any(|fault| fault.change() == Some(*at)));
    let of_values = of_values.into_iter().map(|(change, fault)| ChangeFault { change, fault });
    Ok(of_draft.into_iter().map(DraftFault::Draft).chain(of_values.map(DraftFault::Value)).collect())
}

/// The system's dialog; the title is the system's own, so that no sentence stands here.
#[tauri::command]
pub(crate) async fn choose_files(
    shell: State<'_, Shell>,
    window: WebviewWindow,
) -> Result<AttachedView, ShellError> {
    let chosen = AsyncFileDialog::new().set_parent(&window).pick_files().await.unwrap_or_default();
    let paths = chosen.iter().map(|file| file.path().to_owned()).collect();
    Ok(limits::attach(&shell, paths)?.into())
}
