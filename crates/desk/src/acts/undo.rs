//! The moment after Send, in which a person can think again.

use std::sync::Arc;
use std::time::Duration;

use outbox::{Delivery, State, Undone};

use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::event::Event;
use crate::views::outbox::{DeliveryView, UndoneView};

impl Desk {
    /// How long what is sent now can be undone; none where the person does not want that.
    pub(crate) fn time_to_undo(&self) -> Option<Duration> {
        let wanted = !self.accounts.settings().preferences.send_at_once;
        Some(self.host.time_to_undo()).filter(|time| wanted && !time.is_zero())
    }

    /// Takes a delivery back that is held back: the draft is as it was before Send. `replace`: what was put together since
    /// is given up for it; otherwise, where there is something, the delivery stays held back until the person says.
    ///
    /// # Errors
    /// `NotPossible` when it has gone by now; when it cannot be written, and then it is held back as before.
    pub async fn undo(self: &Arc<Self>, id: i64, replace: bool) -> Result<UndoneView, DeskError> {
        let undone = self.outbox().await?.courier.undo(id, replace).await?;
        self.in_outbox(move |desk, opened| {
            Ok(match undone {
                Undone::Draft => {
                    desk.tell(Event::OutboxRemoved(vec![id]));
                    UndoneView::Draft { draft: opened.outbox.draft()?.into() }
                }
                Undone::InTheWay => UndoneView::InTheWay { delivery: Box::new(desk.read_one(opened, id)?) },
            })
        })
        .await
    }

    /// Lets a delivery go that is held back.
    ///
    /// # Errors
    /// When it is not held back any more, or that cannot be written.
    pub async fn send_now(self: &Arc<Self>, id: i64) -> Result<DeliveryView, DeskError> {
        self.outbox().await?.courier.let_go(id).await?;
        self.in_outbox(move |desk, opened| desk.read_one(opened, id)).await
    }

    /// A delivery that was just made is on its way, at once or in a moment.
    pub(crate) fn sent_off(&self, opened: &OpenOutbox, delivery: &Delivery) {
        opened.courier.sent_off(delivery);
        if delivery.state == State::HeldBack {
            opened.courier.hold_back(delivery, self.host.time_to_undo());
        }
    }

    /// When a delivery that is held back goes by itself, in milliseconds since 1970; none for every other.
    pub(crate) fn goes_at(&self, delivery: &Delivery) -> Option<i64> {
        let time = i64::try_from(self.host.time_to_undo().as_millis()).unwrap_or_default();
        (delivery.state == State::HeldBack && !delivery.asked_back).then(|| delivery.created_at + time)
    }
}
