//! Requests from outside the app's window, taken by the screen one after the other.

use std::sync::Arc;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::launch::LaunchRequest;
use crate::views::draft::UsedAgain;
use crate::views::setup::LaunchRequestView;

impl Desk {
    /// The first request that is not done; none where there is nothing more.
    ///
    /// # Errors
    /// Only while the app ends; a setup that cannot be read is part of the answer.
    pub async fn next_launch_request(self: &Arc<Self>) -> Result<Option<LaunchRequestView>, DeskError> {
        Ok(match self.launch_requests.next() {
            None => None,
            Some(LaunchRequest::Setup(path)) => {
                Some(LaunchRequestView::Setup { opened: self.open_setup(Some(path)).await? })
            }
            Some(LaunchRequest::StrangeLink) => Some(LaunchRequestView::StrangeLink),
            Some(LaunchRequest::Draft { ticket, files }) => Some(LaunchRequestView::Draft {
                ticket: ticket.map(|number| number.as_str().to_owned()),
                files: files.len(),
            }),
        })
    }

    /// Adds the files of the draft that was asked for last, after emptying the draft that is there if it is to be
    /// `anew`.
    ///
    /// # Errors
    /// When the draft cannot be written.
    pub async fn add_launched_files(self: &Arc<Self>, anew: bool) -> Result<UsedAgain, DeskError> {
        let files = self.launch_requests.files();
        let adding = self.adding(files.len());
        self.in_outbox(move |desk, opened| {
            if anew {
                opened.outbox.clear_draft()?;
            }
            let attached = desk.attach_allowed(&opened.outbox, files, &adding.stop, adding.watch())?;
            Ok(UsedAgain { draft: opened.outbox.draft()?.into(), attached })
        })
        .await
    }
}
