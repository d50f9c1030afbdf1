//! Everything about what was sent.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use outbox::{Delivery, DraftText, ExportError, ExportWords, Outbox, Query, RecentTicket, SizeBounds};
use service_crm::LeadId;

use crate::atomic_file;
use crate::computer;
use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::views::draft::UsedAgain;
use crate::views::outbox::{
    DeliveryView, DeliveryWhole, Exported, FilesLooked, OutboxAccount, OutboxPage, OutboxTop, RescueView,
    Storage, WaitingView,
};

/// Deliveries in one page: more than a screen holds, few enough to come at once.
const PAGE: usize = 50;

/// A ticket of a customer is recent for so long, in milliseconds. For how long a new one is hidden as its duplicate, no page
/// says.
const RECENT: i64 = 7 * 24 * 60 * 60 * 1000;

impl Desk {
    /// Stops a delivery. One that waits is cancelled at once; of one that is being sent an event tells what became of
    /// it.
    ///
    /// # Errors
    /// When it is not on its way any more, or that cannot be written.
    pub async fn cancel(&self, id: i64) -> Result<(), DeskError> {
        Ok(self.outbox().await?.courier.cancel(id).await?)
    }

    /// A person says that a delivery was done.
    ///
    /// # Errors
    /// When nobody had to say that, or it cannot be written.
    pub async fn it_was_done(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.outbox().await?.courier.it_was_done(id).await?;
        self.one(id).await
    }

    /// A person wants a delivery to be sent again.
    ///
    /// # Errors
    /// When it cannot be sent again, or that cannot be written.
    pub async fn send_again(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.outbox().await?.courier.send_again(id).await?;
        self.one(id).await
    }

    /// Tries at once what waits until a person has mended the way, with everything else of its account.
    ///
    /// # Errors
    /// When the delivery cannot be read.
    pub async fn try_now(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        let delivery = self.one(id).await?;
        self.outbox().await?.courier.try_now(&delivery.account);
        self.one(id).await
    }

    /// Sends an update that was refused as several smaller ones; they come in their order.
    ///
    /// # Errors
    /// When it cannot be split, or that cannot be written.
    pub async fn split(self: &Arc<Self>, id: i64) -> Result<Vec<DeliveryView>, DeskError> {
        let parts = self.outbox().await?.courier.split(id).await?;
        self.in_outbox(move |desk, opened| {
            parts.into_iter().map(|part| desk.read_one(opened, part.id)).collect()
        })
        .await
    }

    /// The current account's limit on size, as far as its requests have shown it.
    ///
    /// # Errors
    /// When that cannot be read.
    pub async fn size_bounds(self: &Arc<Self>) -> Result<SizeBounds, DeskError> {
        let account = self.accounts.current_id();
        self.in_outbox(move |_, opened| Ok(opened.outbox.size_bounds(&account)?)).await
    }

    /// The last ticket of the customer for whom a draft would make a new one, where it is recent and this app knows it.
    ///
    /// # Errors
    /// When that cannot be read.
    pub async fn recent_ticket(self: &Arc<Self>, text: DraftText) -> Result<Option<RecentTicket>, DeskError> {
        let (account, since) = (self.accounts.current_id(), self.now() - RECENT);
        self.in_outbox(move |_, opened| Ok(opened.outbox.recent_ticket(&account, &text, since)?)).await
    }

    /// Sends a delivery that waits to where its account is now.
    ///
    /// # Errors
    /// When it does not wait any more, or that cannot be written.
    pub async fn send_to_new_place(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.outbox().await?.courier.send_to_new_place(id).await?;
        self.one(id).await
    }

    /// Sends all of an account's deliveries that wait to where the account is now, and says how many were for another
    /// place.
    ///
    /// # Errors
    /// When that cannot be written; none goes there then.
    pub async fn send_all_to_new_place(&self, account: String) -> Result<u64, DeskError> {
        Ok(self.outbox().await?.courier.send_all_to_new_place(&account).await?)
    }

    /// How many of an account's deliveries are still to be sent.
    ///
    /// # Errors
    /// When that cannot be read.
    pub async fn waiting_of(self: &Arc<Self>, account: String) -> Result<u64, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.waiting_of(&account)?)).await
    }

    /// Reads the ticket again for a delivery that may be done.
    ///
    /// # Errors
    /// When the delivery is not open any more, or the finding cannot be written.
    pub async fn look_at_ticket(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.outbox().await?.courier.compare_with_ticket(id).await?;
        self.one(id).await
    }

    /// Looks for a delivery's files among those that its ticket's conversations show. Nothing is kept of it.
    ///
    /// # Errors
    /// When the delivery cannot be read.
    pub async fn look_for_files(self: &Arc<Self>, id: i64) -> Result<FilesLooked, DeskError> {
        Ok(match self.outbox().await?.courier.look_for_files(id).await? {
            Some(Ok(files)) => FilesLooked::Looked { files },
            Some(Err(failure)) => FilesLooked::NotAnswered { failure },
            None => FilesLooked::NobodyToAsk,
        })
    }

    /// Where the tickets of a delivery's customer are shown in a browser; none where nobody knows.
    ///
    /// # Errors
    /// When the delivery cannot be read.
    pub async fn tickets_in_browser(self: &Arc<Self>, id: i64) -> Result<Option<String>, DeskError> {
        self.in_outbox(move |_, opened| {
            let delivery = opened.outbox.delivery(id)?;
            let lead = LeadId::parse(&delivery.lead).ok();
            Ok(delivery.place.zip(lead).and_then(|(place, lead)| place.host.tickets_of(lead)))
        })
        .await
    }

    /// The outbox came from another computer, and is this one's from now on: what waits goes.
    ///
    /// # Errors
    /// When there is no outbox, or that cannot be written; everything stands still then as before.
    pub async fn send_from_here(self: &Arc<Self>) -> Result<(), DeskError> {
        self.in_outbox(|desk, opened| {
            computer::mark(&desk.folder(), desk.host.computer().as_deref())?;
            opened.courier.send_from_here();
            Ok(())
        })
        .await
    }

    /// A refused delivery needs nobody any more.
    ///
    /// # Errors
    /// When it is not refused, or that cannot be written.
    pub async fn leave(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.in_outbox(move |desk, opened| {
            opened.outbox.leave(id)?;
            opened.courier.changed(id);
            desk.read_one(opened, id)
        })
        .await
    }

    /// Puts a delivery's changes and files into the draft.
    ///
    /// # Errors
    /// When the draft cannot be written; files that are gone are part of the answer.
    pub async fn use_again(self: &Arc<Self>, id: i64) -> Result<UsedAgain, DeskError> {
        self.in_outbox(move |_, OpenOutbox { outbox, courier }| {
            let attached = outbox.use_again(id)?.into();
            courier.changed(id);
            Ok(UsedAgain { draft: outbox.draft()?.into(), attached })
        })
        .await
    }

    /// The part above the list.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn outbox_top(self: &Arc<Self>) -> Result<OutboxTop, DeskError> {
        self.in_outbox(|desk, opened| {
            Ok(OutboxTop::new(opened.outbox.top()?, |delivery| desk.view(opened, delivery)))
        })
        .await
    }

    /// One page of the list, the newest `before` a delivery's number or of all.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn outbox_page(
        self: &Arc<Self>,
        query: Query,
        before: Option<i64>,
    ) -> Result<OutboxPage, DeskError> {
        self.in_outbox(move |desk, opened| {
            let page = opened.outbox.page(&query, before, PAGE)?;
            Ok(OutboxPage::new(page, |delivery| desk.view(opened, delivery)))
        })
        .await
    }

    /// A delivery with its attempts.
    ///
    /// # Errors
    /// When there is none of this number, or it cannot be read.
    pub async fn delivery(self: &Arc<Self>, id: i64) -> Result<DeliveryWhole, DeskError> {
        self.in_outbox(move |desk, opened| {
            Ok(DeliveryWhole { delivery: desk.read_one(opened, id)?, attempts: opened.outbox.attempts(id)? })
        })
        .await
    }

    /// The accounts that deliveries were sent off under.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn outbox_accounts(self: &Arc<Self>) -> Result<Vec<OutboxAccount>, DeskError> {
        self.in_outbox(|_, opened| Ok(opened.outbox.sent_under()?.into_iter().map(Into::into).collect()))
            .await
    }

    /// Saves the list where the person wants it, in the screen's words. A list from before stays there until the new one
    /// is whole.
    ///
    /// # Errors
    /// When there is no outbox; a list that cannot be saved is part of the answer.
    pub async fn export_csv(
        self: &Arc<Self>,
        query: Query,
        words: ExportWords,
        chosen: Option<PathBuf>,
    ) -> Result<Exported, DeskError> {
        let Some(path) = chosen else { return Ok(Exported::NotChosen) };
        self.in_outbox(move |_, opened| {
            Ok(match export(&opened.outbox, &query, &words, &path) {
                Ok(rows) => Exported::Saved { path: path.to_string_lossy().into_owned(), rows },
                Err(error) => Exported::Failed { why: error.to_string() },
            })
        })
        .await
    }

    /// How much room the outbox takes, and where it lies.
    ///
    /// # Errors
    /// When that cannot be read.
    pub async fn storage(self: &Arc<Self>) -> Result<Storage, DeskError> {
        self.in_outbox(|_, opened| {
            let room = opened.outbox.room()?;
            Ok(Storage {
                spool_bytes: room.spool_bytes,
                spool_files: room.spool_files,
                deliveries: opened.outbox.count()?,
                database_bytes: room.database_bytes,
                folder: opened.outbox.folder().to_string_lossy().into_owned(),
            })
        })
        .await
    }

    /// The damage that was found in the database at the start, if any was.
    ///
    /// # Errors
    /// When there is no outbox.
    pub async fn rescue(&self) -> Result<Option<RescueView>, DeskError> {
        Ok(self.outbox().await?.outbox.rescue().map(Into::into))
    }

    async fn one(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.in_outbox(move |desk, opened| desk.read_one(opened, id)).await
    }

    pub(crate) fn read_one(&self, opened: &OpenOutbox, id: i64) -> Result<DeliveryView, DeskError> {
        Ok(self.view(opened, opened.outbox.delivery(id)?))
    }

    /// A delivery as the screen shows it, with why it waits.
    pub(crate) fn view(&self, opened: &OpenOutbox, delivery: Delivery) -> DeliveryView {
        let waiting = opened.courier.wait_reason(&delivery);
        let waiting =
            waiting.map(|waiting| WaitingView::new(waiting, self.accounts.keys_state_of(&delivery.account)));
        let goes_at = self.goes_at(&delivery);
        DeliveryView { goes_at, ..DeliveryView::new(delivery, waiting) }
    }
}

fn export(outbox: &Outbox, query: &Query, words: &ExportWords, path: &Path) -> Result<u64, ExportError> {
    atomic_file::replace(path, |out| outbox.export(query, words, out))
}
