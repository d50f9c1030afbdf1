//! The draft's files: adding them, from a folder too, within the team's limits; taking one out and putting it back, its
//! name on the ticket, their order.

use std::path::PathBuf;
use std::sync::Arc;

use outbox::Outbox;
use team_setup::SetupLimits;

use crate::acts::tickets::ticket_of_text;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::event::Event;
use crate::handed_over::{Handed, by_its_bytes, of_paths};
use crate::launch::{LaunchRequest, is_setup};
use crate::limits;
use crate::views::draft::AttachedView;
use crate::views::files::{Copied, FilesView, FolderView, PasteInto, Pasted, Renamed, RestoredView};

impl Desk {
    /// Adds files to the draft, but those that the current account's team does not allow. Of folders the screen is told,
    /// so that a person can choose among their files.
    ///
    /// # Errors
    /// When the draft cannot be written; a file that cannot be added is part of the answer.
    pub async fn attach(self: &Arc<Self>, paths: Vec<PathBuf>) -> Result<AttachedView, DeskError> {
        self.attach_handed(of_paths(paths)).await
    }

    /// The same of what another program handed over.
    async fn attach_handed(self: &Arc<Self>, handed: Vec<Handed>) -> Result<AttachedView, DeskError> {
        self.in_outbox(move |desk, opened| {
            let (mut paths, mut elsewhere) = (Vec::new(), Vec::new());
            for one in handed {
                match one {
                    Handed::File(path) => paths.push(by_its_bytes(path)),
                    Handed::Elsewhere(left) => elsewhere.push(left),
                }
            }
            let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
            if !folders.is_empty() {
                desk.tell(Event::FolderListed(FolderView::of(&folders, &desk.listing)));
            }
            let mut attached = desk.attach_allowed(&opened.outbox, files)?;
            attached.left.append(&mut elsewhere);
            Ok(attached)
        })
        .await
    }

    /// Adds files, but those that the current account's team does not allow. Blocks on the disk.
    pub(crate) fn attach_allowed(
        &self,
        outbox: &Outbox,
        paths: Vec<PathBuf>,
    ) -> Result<AttachedView, DeskError> {
        let (allowed, mut refused) = match self.limits_of(&self.accounts.current_id()) {
            Some(limits) => limits::sort_out(&limits, paths),
            None => (paths, Vec::new()),
        };
        let mut attached = outbox.attach(&allowed)?;
        attached.left.append(&mut refused);
        Ok(attached.into())
    }

    /// The limits of an account's team. Blocks on the disk.
    pub(crate) fn limits_of(&self, account: &str) -> Option<SetupLimits> {
        Some(self.setups.of(account)?.limits.clone())
    }

    /// Adds what was copied: files, or a picture under the name that is proposed for it. Where text lies beside a
    /// picture, as a spreadsheet copies its cells, a text box gets the text, and elsewhere the person says whether the
    /// picture is meant.
    ///
    /// # Errors
    /// As [`Desk::attach`].
    pub async fn paste(
        self: &Arc<Self>,
        name: String,
        into: PasteInto,
        copied: Copied,
    ) -> Result<Pasted, DeskError> {
        let Copied { files, text, picture } = copied;
        let attached = match (text.filter(|text| !text.is_empty()), picture) {
            _ if !files.is_empty() => self.attach_handed(files).await?,
            (Some(text), _) if into == PasteInto::TextBox => return Ok(Pasted::Text { text }),
            (Some(_), Some(_)) if into == PasteInto::Window => return Ok(Pasted::PictureBesideText),
            (_, Some(picture)) => self.attach_picture(name, picture).await?,
            (Some(text), None) if let Some(ticket) = ticket_of_text(&text) => {
                return Ok(Pasted::NamesTicket { ticket });
            }
            (_, None) => return Ok(Pasted::Nothing),
        };
        Ok(Pasted::Added { attached })
    }

    async fn attach_picture(
        self: &Arc<Self>,
        name: String,
        picture: Vec<u8>,
    ) -> Result<AttachedView, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.attach_content(&name, &picture)?.into())).await
    }

    /// Takes what was dropped onto the window: a team setup among it is opened, the others are attached. The screen is
    /// told what came of it.
    pub async fn take_dropped(self: &Arc<Self>, handed: Vec<Handed>) {
        let (mut setups, mut files) = (Vec::new(), Vec::new());
        for one in handed {
            match one {
                Handed::File(path) if is_setup(&path) => setups.push(LaunchRequest::Setup(path)),
                other => files.push(other),
            }
        }
        if !setups.is_empty() {
            self.launch_requests.add(setups);
            self.tell(Event::LaunchRequested(()));
        }
        if !files.is_empty() {
            self.tell(match self.attach_handed(files).await {
                Ok(attached) => Event::FilesDropped(attached),
                Err(error) => Event::Failed(error),
            });
        }
    }

    /// The files of a folder, none of which is added yet; none where no folder was chosen.
    ///
    /// # Errors
    /// Only while the app ends; a folder that cannot be read is part of the answer.
    pub async fn list_folder(
        self: &Arc<Self>,
        chosen: Option<PathBuf>,
    ) -> Result<Option<FolderView>, DeskError> {
        self.on_disk(move |desk| chosen.map(|folder| FolderView::of(&[folder], &desk.listing))).await
    }

    /// Adds files of a folder that was listed, by their numbers there.
    ///
    /// # Errors
    /// As [`Desk::attach`].
    pub async fn add_from_folder(
        self: &Arc<Self>,
        listing: u64,
        chosen: Vec<usize>,
    ) -> Result<AttachedView, DeskError> {
        self.in_outbox(move |desk, opened| {
            desk.attach_allowed(&opened.outbox, desk.listing.chosen(listing, &chosen))
        })
        .await
    }

    /// Takes a file out of the draft.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn detach(self: &Arc<Self>, id: i64) -> Result<FilesView, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.detach(id)?.into())).await
    }

    /// The file that was taken out, in the draft again.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn restore_file(self: &Arc<Self>, id: i64) -> Result<RestoredView, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.restore_file(id)?.into())).await
    }

    /// Calls a file otherwise on the ticket.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn rename_file(self: &Arc<Self>, id: i64, name: String) -> Result<Renamed, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.rename_file(id, &name)?.into())).await
    }

    /// Moves a file to another place, counted from 0.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn move_file(self: &Arc<Self>, id: i64, to: usize) -> Result<FilesView, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.move_file(id, to)?.into())).await
    }
}
