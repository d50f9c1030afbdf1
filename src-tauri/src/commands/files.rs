//! Arranging the draft's files: taking one out and putting it back, its name on the ticket, their order; and what is
//! pasted.

use tauri::State;
use tauri::async_runtime::spawn_blocking;

use crate::clipboard::{self, Copied};
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::files::{FilesView, Pasted, PutBackView, Renamed};

#[tauri::command]
pub(crate) async fn detach(shell: State<'_, Shell>, id: i64) -> Result<FilesView, ShellError> {
    Ok(shell.outbox()?.detach(id)?.into())
}

#[tauri::command]
pub(crate) async fn put_back(shell: State<'_, Shell>, id: i64) -> Result<PutBackView, ShellError> {
    Ok(shell.outbox()?.put_back(id)?.into())
}

#[tauri::command]
pub(crate) async fn rename_file(
    shell: State<'_, Shell>,
    id: i64,
    name: String,
) -> Result<Renamed, ShellError> {
    Ok(shell.outbox()?.rename_file(id, &name)?.into())
}

#[tauri::command]
pub(crate) async fn move_file(shell: State<'_, Shell>, id: i64, to: usize) -> Result<FilesView, ShellError> {
    Ok(shell.outbox()?.move_file(id, to)?.into())
}

/// Adds what lies in the clipboard: copied files, or a picture under the name that is proposed.
#[tauri::command]
pub(crate) async fn paste(shell: State<'_, Shell>, name: String) -> Result<Pasted, ShellError> {
    let outbox = shell.outbox()?.clone();
    let pasted = spawn_blocking(move || match clipboard::copied() {
        Copied::Files(paths) => outbox.attach(&paths).map(Some),
        Copied::Picture(picture) => outbox.attach_content(&name, &picture).map(Some),
        Copied::Nothing => Ok(None),
    });
    let pasted = pasted.await.map_err(|error| ShellError::Storage { why: error.to_string() })??;
    Ok(pasted.map_or(Pasted::Nothing, |attached| Pasted::Added { attached: attached.into() }))
}
