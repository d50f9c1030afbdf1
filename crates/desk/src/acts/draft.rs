//! The draft, and what is wrong with it.

use std::sync::Arc;

use outbox::{Draft, DraftFile, DraftText};
use service_crm::Change;
use team_setup::SetupField;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::fields::faults as value_faults;
use crate::kept::settings::{LeadStep, SavedAccount};
use crate::views::draft::DraftView;
use crate::views::fields::{ChangeFault, DraftFault};

impl Desk {
    /// The draft as it was left.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn draft(self: &Arc<Self>) -> Result<DraftView, DeskError> {
        self.in_outbox(|_, opened| Ok(opened.outbox.draft()?.into())).await
    }

    /// Keeps what was typed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn save_draft(self: &Arc<Self>, text: DraftText) -> Result<(), DeskError> {
        self.in_outbox(move |_, opened| Ok(opened.outbox.save_draft(&text)?)).await
    }

    /// Everything that keeps a text from being sent with the draft's files.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub async fn check_draft(self: &Arc<Self>, text: DraftText) -> Result<Vec<DraftFault>, DeskError> {
        self.in_outbox(move |desk, opened| {
            let draft = Draft { text, ..opened.outbox.draft()? };
            let fields = desk.fields_of(&desk.accounts.current_id()).fields;
            Ok(faults(&draft, &fields, reads_tickets(desk.accounts.current().as_ref())))
        })
        .await
    }

    /// The form in which a value would be sent, by the rules of its field; none where it cannot be sent so, which `check_draft` says
    /// more of.
    ///
    /// # Errors
    /// Only while the app ends.
    pub async fn read_value(self: &Arc<Self>, change: Change) -> Result<Option<String>, DeskError> {
        let account = self.accounts.current_id();
        self.on_disk(move |desk| crate::fields::sent_value(&desk.fields_of(&account).fields, &change)).await
    }

    /// A file of the draft; none where it is not in the draft any more.
    ///
    /// # Errors
    /// When the draft cannot be read.
    pub async fn draft_file(self: &Arc<Self>, id: i64) -> Result<Option<DraftFile>, DeskError> {
        self.in_outbox(move |_, opened| {
            Ok(opened.outbox.draft()?.files.into_iter().find(|file| file.id == id))
        })
        .await
    }
}

/// Everything that keeps a draft from being sent from an account, whose fields these are.
pub(crate) fn faults(draft: &Draft, fields: &[SetupField], reads_tickets: bool) -> Vec<DraftFault> {
    let of_draft = draft.text.faults(draft.files.len(), reads_tickets);
    let mut of_values = value_faults(fields, draft.text.values());
    // Said once.
    of_values.retain(|(at, _)| !of_draft.iter().any(|fault| fault.change() == Some(*at)));
    let of_values = of_values.into_iter().map(|(change, fault)| ChangeFault { change, fault });
    of_draft.into_iter().map(DraftFault::Draft).chain(of_values.map(DraftFault::Value)).collect()
}

/// Whether an account (none: the practice account) may read tickets, as far as is known: then nobody need name a lead.
pub(crate) fn reads_tickets(account: Option<&SavedAccount>) -> bool {
    account.is_none_or(|account| account.lead_step == LeadStep::Ticket)
}
