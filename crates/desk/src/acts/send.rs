//! Send: from the draft to a delivery, which is the courier's from then on.

use std::sync::Arc;
use std::time::{Duration, Instant};

use outbox::{Accepted, Copying, Draft, DraftText, SendingAccount};

use crate::acts::draft::{faults, reads_tickets};
use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::fields::as_sent;
use crate::kept::practice;
use crate::kept::settings::SavedAccount;
use crate::limits;
use crate::views::outbox::Sent;

/// Between two reports of how far the copying has come.
const REPORT: Duration = Duration::from_millis(50);

impl Desk {
    /// Sends the draft off from the current account, with this text: from then on it is a delivery, and the courier's.
    /// `in_parts`: an update goes as several. `tell` hears how far the copying of its files has come, at most 20 times a
    /// second.
    ///
    /// # Errors
    /// `Busy` while another one is copied. When the draft or the delivery cannot be written; the draft is then as it
    /// was.
    pub async fn update_ticket(
        self: &Arc<Self>,
        text: DraftText,
        in_parts: bool,
        tell: impl FnMut(Copying) + Send + 'static,
    ) -> Result<Sent, DeskError> {
        let turn = self.copying.begin().ok_or(DeskError::Busy)?;
        let account = self.accounts.current();
        let sender =
            SendingAccount { held_back: self.time_to_undo().is_some(), in_parts, ..sender(account.as_ref()) };
        let from = sender.clone();
        let draft = match self.in_outbox(move |desk, opened| desk.ready_to_send(opened, text, &from)).await? {
            Ok(draft) => draft,
            Err(not_ready) => return Ok(not_ready),
        };
        // What cannot go is better said now than later.
        if let Some(account) = account
            && !self.accounts.is_made(&account)
            && let Err(keys) = self.accounts.keys.of(&account).await
        {
            return Ok(Sent::KeysNotAvailable { keys });
        }
        let (stop, at, watch) = (turn.stop.clone(), self.now(), now_and_then(tell));
        self.in_outbox(move |desk, opened| {
            let accepted = opened.outbox.send_off_read(draft, &sender, &stop, watch, at)?;
            desk.sent(opened, accepted)
        })
        .await
    }

    /// The draft with this text, as it is kept from now on; or why it cannot be sent. This is the one reading of the
    /// draft that one press of Send sends.
    fn ready_to_send(
        &self,
        opened: &OpenOutbox,
        mut text: DraftText,
        sender: &SendingAccount,
    ) -> Result<Result<Draft, Sent>, DeskError> {
        let fields = self.fields_of(&sender.account).fields;
        text.changes = as_sent(&fields, text.changes);
        text.fields = as_sent(&fields, text.fields);
        opened.outbox.save_draft(&text)?;
        let draft = Draft { text, ..opened.outbox.draft()? };
        let faults = faults(&draft, &fields, sender.reads_tickets);
        if !faults.is_empty() {
            return Ok(Err(Sent::Faults { faults }));
        }
        let left = self
            .limits_of(&sender.account)
            .map(|limits| limits::not_allowed(&limits, &draft.files))
            .unwrap_or_default();
        Ok(if left.is_empty() { Ok(draft) } else { Err(Sent::NotAllowed { left }) })
    }

    fn sent(&self, opened: &OpenOutbox, accepted: Accepted) -> Result<Sent, DeskError> {
        match Sent::not(accepted) {
            Ok(not) => Ok(not),
            Err(deliveries) => {
                for delivery in &deliveries {
                    self.sent_off(opened, delivery);
                }
                // What was typed or dropped meanwhile.
                let draft = opened.outbox.draft()?.into();
                let mut before: Vec<_> =
                    deliveries.into_iter().map(|delivery| self.view(opened, delivery)).collect();
                let delivery = Box::new(before.pop().ok_or(DeskError::NotPossible)?);
                Ok(Sent::Accepted { delivery, before, draft })
            }
        }
    }

    /// Stops the copying of files. Nothing is sent then.
    pub fn stop_copying(&self) {
        self.copying.stop();
    }
}

/// Whose delivery it will be.
fn sender(account: Option<&SavedAccount>) -> SendingAccount {
    SendingAccount {
        account: account.map_or(practice::ID, |account| &account.id).to_owned(),
        account_name: account.map(|account| account.name.clone()).unwrap_or_default(),
        place: account.map_or_else(practice::place, |account| account.place().ok()),
        reads_tickets: reads_tickets(account),
        held_back: false,
        in_parts: false,
    }
}

/// At most 20 times a second.
pub(crate) fn now_and_then(
    mut tell: impl FnMut(Copying) + Send + 'static,
) -> impl FnMut(Copying) + Send + 'static {
    let mut last: Option<Instant> = None;
    move |step| {
        if last.is_none_or(|last| last.elapsed() >= REPORT) {
            last = Some(Instant::now());
            tell(step);
        }
    }
}
