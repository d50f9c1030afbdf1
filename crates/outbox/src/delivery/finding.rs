//! The finding in the ticket of a delivery that may be done: its fields, compared with what was to be set.

use serde::{Deserialize, Serialize};
use service_crm::{Change, Failure};

use crate::columns::json;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// How sure the ticket makes one. The ticket system shows fields, and no files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every field has the value that it was to get.
    LooksDone,
    /// None has.
    NothingChanged,
    /// Some have.
    Partly,
    /// There is nothing to compare: files and notes cannot be seen, nor a ticket without its number.
    CannotTell,
    /// The ticket could not be read.
    NotRead,
}

/// A field that was to be changed, and its value on the ticket; none where the ticket shows none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldFound {
    pub field: String,
    pub wanted: String,
    pub found: Option<String>,
}

/// The finding in a ticket that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// When it was read, in milliseconds since 1970.
    pub read_at: i64,
    /// The result for all fields together.
    pub verdict: Verdict,
    /// The fields that were to be changed.
    pub fields: Vec<FieldFound>,
    /// Why the ticket could not be read; none where the account's keys could not be had.
    pub failure: Option<Failure>,
}

impl Finding {
    /// Compares the changes with the ticket's values. `value` says what a field holds there.
    pub fn compare(changes: &[Change], value: impl Fn(&str) -> Option<String>, read_at: i64) -> Self {
        let fields: Vec<FieldFound> = changes
            .iter()
            .map(|Change { field, value: wanted }| FieldFound {
                field: field.clone(),
                wanted: wanted.clone(),
                found: value(field),
            })
            .collect();
        let reached = fields.iter().filter(|field| field.reached()).count();
        let verdict = match reached {
            _ if fields.is_empty() => Verdict::CannotTell,
            0 => Verdict::NothingChanged,
            all if all == fields.len() => Verdict::LooksDone,
            _ => Verdict::Partly,
        };
        Self { read_at, verdict, fields, failure: None }
    }

    /// There is nothing that could be read.
    pub(crate) fn nothing_to_compare(read_at: i64) -> Self {
        Self { read_at, verdict: Verdict::CannotTell, fields: Vec::new(), failure: None }
    }

    /// The ticket could not be read; without a failure where the account's keys cannot be had.
    pub fn not_read(failure: Option<Failure>, read_at: i64) -> Self {
        Self { read_at, verdict: Verdict::NotRead, fields: Vec::new(), failure }
    }
}

impl FieldFound {
    /// An empty field is shown as none; blanks around a value are not its meaning.
    fn reached(&self) -> bool {
        self.found.as_deref().unwrap_or_default().trim() == self.wanted.trim()
    }
}

impl Outbox {
    /// Keeps a finding, if the delivery still may be done.
    pub(crate) fn save_finding(&self, id: i64, finding: &Finding) -> Result<(), OutboxError> {
        self.connection().execute(
            "UPDATE delivery SET finding = ?2 WHERE id = ?1 AND state = ?3",
            (id, json(finding), State::MayBeDone),
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(changes: &[(&str, &str)], ticket: &[(&str, &str)]) -> Verdict {
        let changes: Vec<Change> = changes
            .iter()
            .map(|(field, value)| Change { field: (*field).into(), value: (*value).into() })
            .collect();
        let value = |name: &str| {
            ticket.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned())
        };
        Finding::compare(&changes, value, 0).verdict
    }

    #[test]
    fn the_ticket_s_fields_say_how_it_looks() {
        let wanted = [("Status", "On Hold"), ("Priority", "Low")];
        assert_eq!(verdict(&wanted, &[("Status", "On Hold"), ("Priority", "Low")]), Verdict::LooksDone);
        assert_eq!(verdict(&wanted, &[("Status", "Open"), ("Priority", "Low")]), Verdict::Partly);
        assert_eq!(verdict(&wanted, &[("Status", "Open")]), Verdict::NothingChanged);
        assert_eq!(verdict(&[("Title", "")], &[]), Verdict::LooksDone, "emptied");
        assert_eq!(verdict(&[], &[("Status", "Open")]), Verdict::CannotTell, "files cannot be seen");
    }
}
