//! Putting back: what a ticket held just before an update is set again, where nobody changed it since.

use rusqlite::{Connection, Transaction, params};
use serde::Serialize;
use service_crm::{
    Change, FieldKind, Likeness, TicketDetails, TicketNumber, field_kind, likeness, time_as_sent,
};

use super::before::{Before, PutsBack};
use super::record::{self, Delivery};
use super::{index, undo};
use crate::columns::json;
use crate::crash::crash_point;
use crate::error::OutboxError;
use crate::job::Job;
use crate::known_tickets;
use crate::state::State;
use crate::store::Outbox;

/// How a field of an update stands by a fresh reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// A field that holds what was set, and whose value before is known.
    CanGoBack,
    /// A field that is as it was before.
    AsBefore,
    /// Somebody changed it since.
    ChangedSince,
    /// Whether somebody changed it cannot be told: the ticket does not show it, or in a writing that is not known.
    CannotTell,
    /// A field whose value before was not read.
    NotRead,
}

/// A field of an update: what it was, what was set, what it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldBack {
    pub field: String,
    /// None where it was not read.
    pub was: Option<String>,
    pub set: String,
    /// None where the ticket does not show it.
    pub now: Option<String>,
    pub stands: Stands,
}

impl FieldBack {
    /// By the update's change, what was before it, and what the ticket shows now.
    fn of(change: &Change, before: Option<&Before>, ticket: &TicketDetails) -> Self {
        let Change { field, value: set } = change.clone();
        let was = before.and_then(|before| before.fields.iter().find(|one| one.field == field));
        let was = was.map(|was| was.value.clone());
        let now = ticket.shown(&field).map(str::to_owned);
        let alike = |value: &str| likeness(field_kind(&field), value, now.as_deref());
        // A time in a writing that nobody reads cannot be sent either.
        let unsendable =
            |was: &str| field_kind(&field) == Some(FieldKind::Time) && time_as_sent(was).is_err();
        let stands = match (was.as_deref().map(alike), alike(&set)) {
            (None, _) => Stands::NotRead,
            _ if was.as_deref().is_some_and(unsendable) => Stands::CannotTell,
            (Some(Likeness::Same), _) => Stands::AsBefore,
            (_, Likeness::Same) => Stands::CanGoBack,
            (_, Likeness::Other) => Stands::ChangedSince,
            (_, Likeness::CannotTell) => Stands::CannotTell,
        };
        Self { field, was, set, now, stands }
    }
}

impl Delivery {
    /// Whether there is anything of it that could be looked at for putting it back: a done update of fields.
    pub fn may_be_put_back(&self) -> bool {
        self.state == State::Done && self.job == Job::Update && !self.changes.is_empty()
    }

    /// How each of its fields stands, by a reading of its ticket.
    pub(crate) fn fields_back(&self, ticket: &TicketDetails) -> Vec<FieldBack> {
        self.changes.iter().map(|change| FieldBack::of(change, self.before.as_ref(), ticket)).collect()
    }
}

impl PutsBack {
    /// The fields of a put-back that somebody changed since the update that it takes back, or of which that cannot be
    /// told, by the last reading before its request: empty where it may go. One that is as it is to be already is set to
    /// what it is, which changes nothing.
    pub fn changed_since(&self, wanted: &[Change], ticket: &TicketDetails) -> Vec<String> {
        let value_in = |list: &[Change], field: &str| {
            list.iter().find(|change| change.field == field).map(|change| change.value.clone())
        };
        let stands = |change: &&Change| {
            let holds = |value: &str| {
                likeness(field_kind(&change.field), value, ticket.shown(&change.field)) == Likeness::Same
            };
            holds(&change.value) || value_in(&self.expects, &change.field).is_some_and(|set| holds(&set))
        };
        wanted.iter().filter(|change| !stands(change)).map(|change| change.field.clone()).collect()
    }
}

/// Keeps with an update what its fields are before its request, as the ticket was last read: before the first request
/// that may have arrived, because a later reading may show what that one set. A reading is none any more when an attempt
/// of this outbox may have changed the ticket since.
pub(super) fn keep_before(transaction: &Connection, delivery: &Delivery) -> Result<(), OutboxError> {
    let Delivery { id, account, .. } = delivery;
    let Ok(ticket) = TicketNumber::parse(&delivery.ticket) else { return Ok(()) };
    if delivery.job != Job::Update || delivery.changes.is_empty() || may_have_arrived(transaction, *id)? {
        return Ok(());
    }
    let known = known_tickets::known(transaction, account, &ticket)?;
    let before = match known {
        Some(known) if !known_tickets::may_have_changed(transaction, account, &ticket, known.read_at)? => {
            let shown = delivery.changes.iter().filter_map(|change| {
                let shown = known.details.shown(&change.field)?;
                // The vendor's times are sent without the letter that some are shown with.
                let time = field_kind(&change.field) == Some(FieldKind::Time);
                let value = if time { shown.trim_end_matches(['Z', 'z']) } else { shown };
                Some(Change { field: change.field.clone(), value: value.to_owned() })
            });
            Some(Before { read_at: known.read_at, fields: shown.collect() })
        }
        _ => None,
    };
    transaction.execute("UPDATE delivery SET was = ?2 WHERE id = ?1", (id, before.as_ref().map(json)))?;
    Ok(())
}

fn may_have_arrived(connection: &Connection, id: i64) -> Result<bool, OutboxError> {
    let asked = "SELECT EXISTS (SELECT 1 FROM attempt WHERE delivery = ?1 AND released_at IS NOT NULL
                                AND coalesce(failure ->> '$.effect', 'may_be_done') = 'may_be_done')";
    Ok(connection.query_row(asked, [id], |row| row.get(0))?)
}

impl Outbox {
    /// Makes a delivery that sets these fields of a done update to what they were before it. It goes as any other, in its
    /// ticket's order, and looks at the ticket once more before its request. `held_back`: it can be undone for a moment.
    ///
    /// # Errors
    /// When it is no done update, or what one of the fields was is not known; when the database cannot be written.
    pub fn put_back(
        &self,
        id: i64,
        fields: &[String],
        held_back: bool,
        at: i64,
    ) -> Result<Delivery, OutboxError> {
        let write = |transaction: &Transaction<'_>| {
            let update = record::read(transaction, id)?;
            let state = update.state;
            let not_possible = || OutboxError::NotPossible { delivery: id, state };
            let before =
                update.before.as_ref().filter(|_| update.may_be_put_back()).ok_or_else(not_possible)?;
            let of = |list: &[Change], field: &String| list.iter().find(|one| one.field == *field).cloned();
            let pick =
                |list: &[Change]| fields.iter().map(|field| of(list, field)).collect::<Option<Vec<_>>>();
            let changes =
                pick(&before.fields).filter(|changes| !changes.is_empty()).ok_or_else(not_possible)?;
            let expects = pick(&update.changes).ok_or_else(not_possible)?;
            let changes: Vec<Change> = changes.into_iter().map(Change::as_sent).collect();
            // Who sends the next one off has thought about the last.
            undo::let_all_go(transaction, at)?;
            transaction.execute(
                "INSERT INTO delivery (account, account_name, ticket, lead, changes, state, created_at, job, note, place, puts_back)
                 SELECT account, account_name, ticket, lead, ?2, ?3, ?4, job, '', place, ?5 FROM delivery WHERE id = ?1",
                params![
                    id,
                    json(&changes),
                    if held_back { State::HeldBack } else { State::Waiting },
                    at,
                    json(&PutsBack { delivery: id, expects })
                ],
            )?;
            let made = transaction.last_insert_rowid();
            index::index(transaction, made)?;
            record::read(transaction, made)
        };
        let delivery = self.write(write)?;
        crash_point(if held_back { "held-back" } else { "accepted" });
        Ok(delivery)
    }
}
