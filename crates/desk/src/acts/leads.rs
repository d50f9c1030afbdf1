//! Leads, looked for by email.

use std::sync::Arc;

use service_crm::{Code, Failure, Lead};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::accounts::ClientError;
use crate::kept::settings::LeadStep;
use crate::views::ticket::LeadsAnswer;

impl Desk {
    /// Looks for leads by email, where the current account says that they are.
    ///
    /// # Errors
    /// When what is found cannot be kept.
    pub async fn find_leads(self: &Arc<Self>, email: String) -> Result<LeadsAnswer, DeskError> {
        let stop = self.reading.begin();
        let account = self.accounts.current();
        let id = self.accounts.current_id();
        let client = match self.accounts.client_unasked(&id).await {
            Ok(client) => client,
            Err(ClientError::Keys(keys)) => return Ok(LeadsAnswer::KeysNotAvailable { keys }),
            Err(ClientError::Gone) => return Err(DeskError::NotPossible),
            Err(ClientError::Desk(error)) => return Err(error),
        };
        // Of the client's own place, which its keys are for.
        let Some(host) = client.place().lead_host.clone() else { return Ok(LeadsAnswer::NoHost) };
        match client.leads_by_email(&host, &email, &stop).await {
            Ok(leads) => {
                self.keep_leads(id, leads.clone()).await?;
                Ok(LeadsAnswer::Found { leads: leads.into_iter().map(Into::into).collect() })
            }
            Err(failure @ Failure { code: Code::Forbidden, .. }) if failure.tells_of_account() => {
                // Where tickets may be read, the leads of new ones only were looked for.
                if let Some(account) = account.filter(|account| account.lead_step == LeadStep::Email) {
                    self.step_to(&account.id, LeadStep::Hand).await?;
                }
                Ok(LeadsAnswer::NotAllowed)
            }
            Err(failure) => Ok(LeadsAnswer::Failed { why: failure.in_short() }),
        }
    }

    /// Tickets name their lead by ID only: who it is is known from here.
    async fn keep_leads(self: &Arc<Self>, account: String, leads: Vec<Lead>) -> Result<(), DeskError> {
        let now = self.now();
        self.in_outbox(move |_, opened| {
            Ok(leads.iter().try_for_each(|lead| opened.outbox.remember_lead(&account, lead, now))?)
        })
        .await
    }
}
