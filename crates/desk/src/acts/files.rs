//! The draft's files: adding them, from a folder too, within the team's limits; taking one out and putting it back, its
//! name on the ticket, their order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use outbox::{Attached, Copying, LeftOut, Outbox, SameContent};
use service_crm::CancellationToken;
use team_setup::SetupLimits;

use crate::acts::send::now_and_then;
use crate::acts::tickets::ticket_of_text;
use crate::desk::Desk;
use crate::doubtful;
use crate::error::DeskError;
use crate::event::Event;
use crate::folder::name;
use crate::handed_over::{Handed, by_its_bytes, of_paths};
use crate::launch::{LaunchRequest, is_setup};
use crate::limits;
use crate::passing::place_of;
use crate::views::draft::{AddingView, AskedView, AttachedView};
use crate::views::files::{Copied, FilesView, FolderView, PasteInto, Pasted, Renamed, RestoredView};

/// Files that are being added, until it is dropped.
pub(crate) struct Adding {
    desk: Arc<Desk>,
    files: usize,
    pub(crate) stop: CancellationToken,
}

impl Adding {
    /// Tells how far the copying has come.
    pub(crate) fn watch(&self) -> impl FnMut(Copying) + Send + 'static {
        let (desk, files) = (self.desk.clone(), self.files);
        now_and_then(move |step: Copying| {
            let Copying { copied, total, .. } = step;
            desk.tell(Event::AddingFiles(Some(AddingView { files, copied, total })));
        })
    }
}

impl Drop for Adding {
    fn drop(&mut self) {
        self.desk.tell(Event::AddingFiles(None));
    }
}

impl Desk {
    /// Adds files to the draft, but those that the current account's team does not allow. Of folders the screen is told,
    /// so that a person can choose among their files.
    ///
    /// # Errors
    /// When the draft cannot be written; a file that cannot be added is part of the answer.
    pub async fn attach(self: &Arc<Self>, paths: Vec<PathBuf>) -> Result<AttachedView, DeskError> {
        self.attach_handed(of_paths(paths)).await
    }

    /// The same of what another program handed over. What lies on this computer's own disks does not wait for the rest: a
    /// share that hangs holds up what lies on it.
    async fn attach_handed(self: &Arc<Self>, handed: Vec<Handed>) -> Result<AttachedView, DeskError> {
        let places = self.host.passing_places();
        let (mut lasting, mut passing, mut elsewhere) =
            (Vec::new(), BTreeMap::<PathBuf, Vec<PathBuf>>::new(), Vec::new());
        for one in handed {
            match one {
                Handed::File(path) => match place_of(&places, &path) {
                    Some(place) => passing.entry(place.clone()).or_default().push(path),
                    None => lasting.push(path),
                },
                Handed::Elsewhere(left) => elsewhere.push(left),
            }
        }
        let adding = self.adding(lasting.len() + passing.values().map(Vec::len).sum::<usize>());
        let mut steps: Vec<_> = std::iter::once(lasting).chain(passing.into_values()).collect();
        steps.retain(|paths| !paths.is_empty());
        let mut told: Option<AttachedView> = None;
        for paths in steps {
            // What is known is shown before the next disk is asked.
            if let Some(known) = &told {
                self.tell(Event::FilesDropped(known.clone()));
            }
            let attached = self.attach_paths(paths, &adding).await?;
            told = Some(match told {
                Some(before) => attached.after(before),
                None => attached,
            });
        }
        let mut attached = match told {
            Some(attached) => attached,
            None => self.attach_paths(Vec::new(), &adding).await?,
        };
        attached.left.append(&mut elsewhere);
        Ok(attached)
    }

    /// Adds files and lists folders. Somebody who does not want to wait any longer need not, even where a disk answers
    /// nothing.
    async fn attach_paths(
        self: &Arc<Self>,
        paths: Vec<PathBuf>,
        adding: &Adding,
    ) -> Result<AttachedView, DeskError> {
        let stop = adding.stop.clone();
        let asked = paths.clone();
        let attach = self.in_outbox({
            let (stop, watch) = (stop.clone(), adding.watch());
            move |desk, opened| {
                let paths = paths.into_iter().map(by_its_bytes);
                let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
                if !folders.is_empty() && !stop.is_cancelled() {
                    desk.tell(Event::FolderListed(FolderView::of(&folders, &desk.listing)));
                }
                desk.attach_allowed(&opened.outbox, files, &stop, watch)
            }
        });
        tokio::select! {
            attached = attach => attached,
            () = stop.cancelled() => self.in_outbox(move |_, opened| {
                let files = opened.outbox.draft()?.files;
                let not_there = asked.iter().filter(|path| !files.iter().any(|file| file.origin == **path));
                let left = not_there.map(|path| LeftOut::Stopped { file: name(path) }).collect();
                Ok(Attached { files, added: 0, left, same: Vec::new() }.into())
            })
            .await,
        }
    }

    pub(crate) fn adding(self: &Arc<Self>, files: usize) -> Adding {
        self.tell(Event::AddingFiles(Some(AddingView { files, copied: 0, total: 0 })));
        Adding { desk: self.clone(), files, stop: self.taking.stopper() }
    }

    /// Stops adding files: what is not there yet is not added.
    pub fn stop_adding(&self) {
        self.taking.stop();
    }

    /// Adds files, but those that the current account's team does not allow; of those whose place does not last, copies are
    /// taken. What may not be meant is asked about. Blocks on the disk.
    pub(crate) fn attach_allowed(
        &self,
        outbox: &Outbox,
        paths: Vec<PathBuf>,
        stop: &CancellationToken,
        watch: impl FnMut(Copying),
    ) -> Result<AttachedView, DeskError> {
        let (sure, doubtful) = doubtful::sort_out(paths);
        let mut attached = self.attach_sure(outbox, sure, SameContent::LeaveOut, stop, watch)?;
        attached.asked.extend(doubtful.into_iter().map(|(path, about)| self.ask(path, about)));
        Ok(attached)
    }

    fn attach_sure(
        &self,
        outbox: &Outbox,
        paths: Vec<PathBuf>,
        same_content: SameContent,
        stop: &CancellationToken,
        watch: impl FnMut(Copying),
    ) -> Result<AttachedView, DeskError> {
        let (allowed, mut refused) = match self.limits_of(&self.accounts.current_id()) {
            Some(limits) => limits::sort_out(&limits, paths),
            None => (paths, Vec::new()),
        };
        let places = self.host.passing_places();
        // A link leads to where the file really lies.
        let passes = |path: &Path| {
            place_of(&places, path).is_some()
                || path.canonicalize().is_ok_and(|path| place_of(&places, &path).is_some())
        };
        let mut attached = outbox.attach_taking(&allowed, same_content, passes, stop, watch)?;
        attached.left.append(&mut refused);
        let same = std::mem::take(&mut attached.same);
        attached.left.retain(|left| {
            !matches!(left, LeftOut::SameContent { .. }) || !same.iter().any(|(_, of)| of == left)
        });
        let mut view = AttachedView::from(attached);
        view.asked = same.into_iter().map(|(path, about)| self.ask(path, about)).collect();
        Ok(view)
    }

    fn ask(&self, path: PathBuf, about: LeftOut) -> AskedView {
        AskedView { number: self.asked.keep(path), about }
    }

    /// Adds files that were asked about, because the person wants them all the same.
    ///
    /// # Errors
    /// As [`Desk::attach`].
    pub async fn add_all_the_same(self: &Arc<Self>, numbers: Vec<u32>) -> Result<AttachedView, DeskError> {
        let paths = self.asked.take(&numbers);
        let adding = self.adding(paths.len());
        self.in_outbox(move |desk, opened| {
            desk.attach_sure(&opened.outbox, paths, SameContent::Add, &adding.stop, adding.watch())
        })
        .await
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
        let adding = self.adding(chosen.len());
        self.in_outbox(move |desk, opened| {
            let paths = desk.listing.chosen(listing, &chosen);
            desk.attach_allowed(&opened.outbox, paths, &adding.stop, adding.watch())
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

    /// Takes a file that was changed since it was added as it is now.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn take_as_it_is(self: &Arc<Self>, id: i64) -> Result<RestoredView, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.take_as_it_is(id)?.into())).await
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
