//! Arranging the draft's files: taking one out and putting it back, its name on the ticket, their order; and what is
//! pasted, or lies in a folder.

use rfd::AsyncFileDialog;
use tauri::ipc::Response;
use tauri::{AppHandle, Manager, State, WebviewWindow};

use crate::clipboard::{self, Copied};
use crate::commands::on_disk;
use crate::drop::without_folders;
use crate::limits;
use crate::shell::Shell;
use crate::viewer;
use crate::views::ShellError;
use crate::views::draft::AttachedView;
use crate::views::files::{FilesView, FolderView, Opened, Pasted, PutBackView, Renamed};

#[tauri::command]
pub(crate) async fn detach(shell: State<'_, Shell>, id: i64) -> Result<FilesView, ShellError> {
    Ok(shell.outbox()?.detach(id)?.into())
}

#[tauri::command]
pub(crate) async fn put_back(shell: State<'_, Shell>, id: i64) -> Result<PutBackView, ShellError> {
    Ok(shell.outbox()?.restore_file(id)?.into())
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
pub(crate) async fn paste(app: AppHandle, name: String) -> Result<Pasted, ShellError> {
    on_disk(move || {
        let shell = app.state::<Shell>();
        let attached = match clipboard::copied() {
            Copied::Files(paths) => limits::attach(&shell, without_folders(&app, paths))?,
            Copied::Picture(picture) => shell.outbox()?.attach_content(&name, &picture)?,
            Copied::Nothing => return Ok(Pasted::Nothing),
        };
        Ok(Pasted::Added { attached: attached.into() })
    })
    .await?
}

/// The system's dialog for folders; answers with the chosen one's files, none of which is added yet.
#[tauri::command]
pub(crate) async fn choose_folder(window: WebviewWindow) -> Result<Option<FolderView>, ShellError> {
    let Some(chosen) = AsyncFileDialog::new().set_parent(&window).pick_folder().await else {
        return Ok(None);
    };
    let folder = vec![chosen.path().to_owned()];
    on_disk(move || Ok(Some(FolderView::of(&folder, &window.state::<Shell>().listing)))).await?
}

/// Adds files of a folder that was listed, by their numbers there.
#[tauri::command]
pub(crate) async fn add_from_folder(
    app: AppHandle,
    listing: u64,
    chosen: Vec<usize>,
) -> Result<AttachedView, ShellError> {
    on_disk(move || {
        let shell = app.state::<Shell>();
        let paths = shell.listing.chosen(listing, &chosen);
        Ok(limits::attach(&shell, paths)?.into())
    })
    .await?
}

/// A small picture of a file of the draft, as PNG; nothing where there is none.
#[tauri::command]
pub(crate) async fn thumbnail(shell: State<'_, Shell>, id: i64) -> Result<Response, ShellError> {
    let file = shell.outbox()?.draft()?.files.into_iter().find(|file| file.id == id);
    let small = match file {
        Some(file) => shell.thumbnails.of(file.attachment).await,
        None => None,
    };
    Ok(Response::new(small.unwrap_or_default()))
}

/// Shows a file of the draft in the system's own viewer.
#[tauri::command]
pub(crate) async fn open_file(app: AppHandle, id: i64) -> Result<Opened, ShellError> {
    on_disk(move || {
        let draft = app.state::<Shell>().outbox()?.draft()?;
        let file = draft.files.iter().find(|file| file.id == id).ok_or(ShellError::NotPossible)?;
        Ok(viewer::open(file, &app.state::<Shell>().viewed))
    })
    .await?
}
