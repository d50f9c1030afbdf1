//! Ending the app, in the background or at once; and what is removed as time goes by.

use std::sync::Arc;

use outbox::{State, WaitReason};

use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::event::Event;
use crate::views::outbox::Closing;

impl Desk {
    /// The window is asked to close: nothing can be undone any more, and this is what is on its way, if anything is. Blocks
    /// on the disk, briefly: who closes a window has to know at once.
    pub fn asked_to_close(&self) -> Option<Closing> {
        let opened = self.outbox_already()?;
        opened.courier.let_all_go();
        // Where the database cannot be read now, nothing is known to be on its way, and nothing is lost by closing.
        let top = opened.outbox.top().ok().filter(|top| !top.on_the_way.is_empty())?;
        let sending = opened.courier.under_way() as u64;
        Some(Closing { sending, waiting: top.on_the_way_total.saturating_sub(sending) })
    }

    /// Whether nothing goes on by itself any more: what is on its way waits for a person. Blocks on the disk, briefly.
    pub fn is_at_rest(&self) -> bool {
        let goes_on = |opened: &OpenOutbox| {
            opened.outbox.top().is_ok_and(|top| {
                // Those that are still held back wait for a person's word, and others behind them.
                let held_back = top.on_the_way.iter().any(|delivery| delivery.state == State::HeldBack);
                top.on_the_way.iter().filter(|delivery| delivery.state != State::HeldBack).any(|delivery| {
                    let reason = opened.courier.wait_reason(delivery);
                    let behind = held_back && reason == Some(WaitReason::Behind);
                    !behind
                        && !matches!(
                            reason,
                            Some(
                                WaitReason::BehindUnknown
                                    | WaitReason::Keys
                                    | WaitReason::KeysRefused
                                    | WaitReason::AccountGone
                                    | WaitReason::Way { .. }
                                    | WaitReason::PlaceChanged { .. }
                                    | WaitReason::OtherComputer
                            )
                        )
                })
            })
        };
        !self.outbox_already().is_some_and(goes_on)
    }

    /// Stops what is being sent, and waits until that is written down: it goes on at the next start.
    pub async fn stop(&self) {
        if let Some(opened) = self.outbox_already() {
            opened.courier.stop().await;
        }
    }

    /// The app ends. What is written down is in its place then, so that the next start need not look through all of it.
    pub fn end(&self) {
        if let Some(opened) = self.outbox_already() {
            // Where that fails, the next start looks.
            let _ = opened.outbox.rest();
        }
    }

    /// Removes what is older than the person wants it kept, and erases what an end of the app kept from being erased.
    pub(crate) async fn tidy(self: &Arc<Self>) -> Result<(), DeskError> {
        let days = self.accounts.settings().preferences.keep_days;
        let now = self.now();
        let removed = self.in_outbox(move |_, opened| Ok(opened.outbox.forget_old(days, now)?)).await?;
        if !removed.is_empty() {
            self.tell(Event::OutboxRemoved(removed));
        }
        self.in_outbox(|_, opened| Ok(opened.outbox.erase()?)).await
    }
}
