//! A person's removals from this computer: from the list, and of what a rescue set aside.

use std::sync::Arc;

use outbox::{Removable, Removal};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::event::Event;
use crate::views::outbox::SetAsideView;

impl Desk {
    /// A removal's takings, and what it would leave.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn removable(self: &Arc<Self>, removal: Removal) -> Result<Removable, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.removable(&removal)?)).await
    }

    /// Removes it, for good; an event tells which. The tickets are not changed.
    ///
    /// # Errors
    /// `NotPossible` when one delivery is still to be sent, or waits for the person's word. When it cannot be written;
    /// what is left of what was removed is erased later then.
    pub async fn remove(self: &Arc<Self>, removal: Removal) -> Result<(), DeskError> {
        let removed = self.in_outbox(move |_, opened| Ok(opened.outbox.remove(&removal)?)).await?;
        self.tell(Event::OutboxRemoved(removed));
        self.in_outbox(|_, opened| Ok(opened.outbox.erase()?)).await
    }

    /// Databases that rescues have set aside.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub async fn set_aside(self: &Arc<Self>) -> Result<Vec<SetAsideView>, DeskError> {
        self.in_outbox(|_, opened| Ok(opened.outbox.set_aside()?.into_iter().map(Into::into).collect())).await
    }

    /// Removes one of them; the others are the answer.
    ///
    /// # Errors
    /// `NotPossible` when there is none of that name; when it cannot be removed.
    pub async fn remove_set_aside(self: &Arc<Self>, name: String) -> Result<Vec<SetAsideView>, DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.remove_set_aside(&name)?)).await?;
        self.set_aside().await
    }
}
