//! The fields that can be changed on tickets of the current account.

use std::collections::HashMap;
use std::sync::Arc;

use outbox::{Delivery, Query, State};
use service_crm::CancellationToken;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::event::Event;
use crate::fields::usual;
use crate::kept::catalogues::{self, Lacks};
use crate::views::fields::{FieldsAnswer, FieldsFrom};

/// Deliveries that are looked through for the values that were used last.
const LATEST: usize = 200;
/// Values of each field.
const MOST_USED: usize = 3;
/// The longest value that anybody uses twice. Characters.
const MOST_CHARACTERS: usize = 100;

impl Desk {
    /// The best fields that are known at once; where the account's own are old or unknown, they are asked for beside.
    ///
    /// # Errors
    /// Only while the app ends.
    pub async fn fields(self: &Arc<Self>) -> Result<FieldsAnswer, DeskError> {
        let account = self.accounts.current_id();
        let answer = self.on_disk(move |desk| desk.fields_of(&account)).await?;
        if answer.from != FieldsFrom::Team {
            self.renew_fields().await?;
        }
        Ok(answer)
    }

    /// The values that were sent last from the current account, newest first, by field.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub async fn last_used(self: &Arc<Self>) -> Result<HashMap<String, Vec<String>>, DeskError> {
        let account = Some(self.accounts.current_id());
        let query = Query { account, ..Query::default() };
        self.in_outbox(move |_, opened| Ok(used(opened.outbox.page(&query, None, LATEST)?.deliveries))).await
    }

    /// The fields of an account, the team's before all others. Blocks on the disk.
    pub(crate) fn fields_of(&self, account: &str) -> FieldsAnswer {
        match self.setups.of(account).filter(|setup| !setup.fields.is_empty()) {
            Some(setup) => {
                let mut fields = setup.fields.clone();
                // What the account says of it, where its keys may ask; a setup's file does not.
                let (told, _) = self.catalogues.of(account).unwrap_or_default();
                for field in &mut fields {
                    field.locked |= told.iter().any(|told| told.name == field.name && told.locked);
                }
                FieldsAnswer::new(FieldsFrom::Team, fields, Lacks::default())
            }
            None => self.all_fields_of(account),
        }
    }

    /// The same without the team's: what an administrator chooses from.
    pub(crate) fn all_fields_of(&self, account: &str) -> FieldsAnswer {
        match self.catalogues.of(account) {
            Some((fields, lacks)) => FieldsAnswer::new(FieldsFrom::Account, fields, lacks),
            None => FieldsAnswer::new(FieldsFrom::BuiltIn, usual(), Lacks::default()),
        }
    }

    /// Asks the current account for its fields, if it is time for that and nobody has to be asked for its keys first.
    pub(crate) async fn renew_fields(self: &Arc<Self>) -> Result<(), DeskError> {
        // Before the first choice there is no account that anybody wants.
        if self.accounts.settings().current.is_none() {
            return Ok(());
        }
        let id = self.accounts.current_id();
        if self.accounts.current().is_some_and(|account| !self.accounts.at_hand(&account)) {
            return Ok(());
        }
        let (asked, now) = (id.clone(), self.now());
        if let Some(stop) = self.on_disk(move |desk| desk.catalogues.begin(&asked, now)).await? {
            tokio::spawn(self.clone().read_fields(id, stop));
        }
        Ok(())
    }

    async fn read_fields(self: Arc<Self>, id: String, stop: CancellationToken) {
        let became = match self.accounts.client(&id).await {
            // What could not be read is tried another time; until then there is a list all the same.
            Ok(client) => catalogues::read(&client, &stop).await.ok(),
            Err(_) => None,
        };
        let (read, now) = (id.clone(), self.now());
        let ended = self.on_disk(move |desk| desk.catalogues.end(&read, &stop, became, now)).await;
        // What cannot be written is read again at the next start.
        if ended.is_ok_and(|ended| ended.unwrap_or(true)) {
            self.tell(Event::FieldsRead(id));
        }
    }
}

fn used(deliveries: Vec<Delivery>) -> HashMap<String, Vec<String>> {
    let mut used: HashMap<String, Vec<String>> = HashMap::new();
    for delivery in deliveries.into_iter().filter(|delivery| delivery.state != State::Cancelled) {
        for change in delivery.changes {
            let short = change.value.chars().nth(MOST_CHARACTERS).is_none() && !change.value.contains('\n');
            let values = used.entry(change.field).or_default();
            if short
                && !change.value.trim().is_empty()
                && values.len() < MOST_USED
                && !values.contains(&change.value)
            {
                values.push(change.value);
            }
        }
    }
    used
}
