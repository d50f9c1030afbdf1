//! Putting back what an update changed: what a person sees first, and the delivery that does it.

use std::sync::Arc;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::views::outbox::DeliveryView;
use crate::views::put_back::PutBackLooked;

impl Desk {
    /// Reads the ticket of a done update anew, and says of each field what it was, what was set and what it is now.
    ///
    /// # Errors
    /// `NotPossible` when it is no done update of fields; when it cannot be read.
    pub async fn look_before_putting_back(self: &Arc<Self>, id: i64) -> Result<PutBackLooked, DeskError> {
        let (update, looked) = self.outbox().await?.courier.look_before_putting_back(id).await?;
        Ok(match looked {
            Some(Ok(fields)) => {
                PutBackLooked::Looked { fields, before_read_at: update.before.map(|before| before.read_at) }
            }
            Some(Err(failure)) => PutBackLooked::NotAnswered { failure },
            None => PutBackLooked::NobodyToAsk,
        })
    }

    /// Sends off a delivery that sets these fields of a done update to what they were before it, where nobody changed
    /// them since: that is looked at once more just before its request.
    ///
    /// # Errors
    /// `NotPossible` when it is no done update, or what one of the fields was is not known; when it cannot be written.
    pub async fn put_back(self: &Arc<Self>, id: i64, fields: Vec<String>) -> Result<DeliveryView, DeskError> {
        let (held_back, now) = (self.time_to_undo().is_some(), self.now());
        self.in_outbox(move |desk, opened| {
            let delivery = opened.outbox.put_back(id, &fields, held_back, now)?;
            desk.sent_off(opened, &delivery);
            Ok(desk.view(opened, delivery))
        })
        .await
    }
}
