//! What was sent, and what became of it.

use tauri::State;

use crate::shell::Shell;
use crate::views::{DeliveryView, HistoryPageView, ShellError, UsedAgain};

/// Deliveries in one page: more than a screen holds, few enough to come at once.
const PAGE: usize = 50;

#[tauri::command]
pub(crate) async fn history(
    shell: State<'_, Shell>,
    before: Option<i64>,
) -> Result<HistoryPageView, ShellError> {
    Ok(shell.outbox()?.history(before, PAGE)?.into())
}

#[tauri::command]
pub(crate) async fn delivery(shell: State<'_, Shell>, id: i64) -> Result<DeliveryView, ShellError> {
    Ok(shell.outbox()?.delivery(id)?.into())
}

#[tauri::command]
pub(crate) async fn use_again(shell: State<'_, Shell>, id: i64) -> Result<UsedAgain, ShellError> {
    let outbox = shell.outbox()?;
    let attached = outbox.use_again(id)?.into();
    Ok(UsedAgain { draft: outbox.draft()?.into(), attached })
}
