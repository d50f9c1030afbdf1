//! Removal: what a person wants out of the list, and what of it may go. The tickets are not changed by it.

use rusqlite::{Connection, Params, params};
use serde::{Deserialize, Serialize};

use crate::copies;
use crate::delivery;
use crate::error::OutboxError;
use crate::store::Outbox;

/// Removed in one transaction, so that nothing else waits long for the database.
const AT_ONCE: usize = 500;

/// A delivery that tells whose files are on the ticket of one that may be done: what it brought would be taken for the
/// other's own.
const PROOF: &str = "(delivery.state = 'done' AND EXISTS (
    SELECT 1 FROM delivery AS open WHERE open.account = delivery.account AND open.ticket = delivery.ticket
      AND open.state = 'may_be_done' AND open.job = 'update' AND open.created_at - 86400000 <= delivery.created_at))";

/// The deliveries that need nobody any more, and may go.
pub(super) fn over() -> String {
    format!(
        "(delivery.state IN ('done', 'cancelled') OR (delivery.state = 'refused' AND delivery.attended = 1))
         AND NOT {PROOF}"
    )
}

/// A removal from the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Removal {
    /// One delivery.
    #[expect(missing_docs, reason = "the name says it")]
    One { delivery: i64 },
    /// The deliveries of a ticket, and what was read of it.
    Ticket {
        /// The account's id.
        account: String,
        /// The ticket's number.
        ticket: String,
    },
    /// All deliveries, and everything that was read.
    Everything,
}

/// A removal's takings and leavings: deliveries, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Removable {
    /// Deliveries that go.
    pub goes: u64,
    /// Deliveries that stay because they are still to be sent.
    pub on_the_way: u64,
    /// Deliveries that stay because a person has to say first what became of them.
    pub needs_you: u64,
    /// Deliveries that stay because they tell whose files are on the ticket of one that may be done.
    pub proof: u64,
    /// Damaged lists, set aside by a rescue, that go too: they may hold the same.
    pub set_aside: u64,
}

impl Outbox {
    /// The takings and leavings of a removal.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn removable(&self, removal: &Removal) -> Result<Removable, OutboxError> {
        let set_aside = self.set_aside()?.len() as u64;
        let connection = self.connection();
        let count = |wanted: &str| count(&connection, removal, wanted);
        let goes = count(&removal.over())?;
        let on_the_way = count("delivery.state IN ('waiting', 'sending', 'held_back')")?;
        let all = count("TRUE")?;
        let needs_you = match removal {
            Removal::One { .. } => count("delivery.state = 'may_be_done'")?,
            _ => count(
                "delivery.state = 'may_be_done' OR (delivery.state = 'refused' AND delivery.attended = 0)",
            )?,
        };
        let proof = all.saturating_sub(goes + on_the_way + needs_you);
        Ok(Removable { goes, on_the_way, needs_you, proof, set_aside })
    }

    /// Removes what a person wants removed, as far as it may go, and says which deliveries; what was read of their
    /// tickets and leads goes with them. [`Outbox::erase`] is to follow.
    ///
    /// # Errors
    /// When the database cannot be written; what was removed before stays removed. Of one delivery also when it is not
    /// over.
    pub fn remove(&self, removal: &Removal) -> Result<Vec<i64>, OutboxError> {
        if let Removal::One { delivery } = removal {
            let (id, state) = (*delivery, self.delivery(*delivery)?.state);
            if self.removable(removal)?.goes == 0 {
                return Err(OutboxError::NotPossible { delivery: id, state });
            }
        }
        for aside in self.set_aside()? {
            self.remove_set_aside(&aside.name)?;
        }
        self.write(|transaction| {
            forget_readings(transaction, removal)?;
            to_be_erased(transaction)
        })?;
        let (of, over) = (removal.of(), removal.over());
        let wanted = format!("FROM delivery WHERE {of} AND {over}");
        let removed = match removal {
            Removal::One { delivery } => self.remove_where(&wanted, params![delivery]),
            Removal::Ticket { account, ticket } => self.remove_where(&wanted, params![account, ticket]),
            Removal::Everything => self.remove_where(&wanted, ()),
        }?;
        if *removal == Removal::Everything {
            copies::forget_before(self.folder(), i64::MAX);
        }
        Ok(removed)
    }

    /// Forgets what was read of an account's tickets and leads: it is another account now, or none. [`Outbox::erase`] is
    /// to follow.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_readings_of(&self, account: &str) -> Result<(), OutboxError> {
        self.write(|transaction| {
            let tickets = transaction.execute("DELETE FROM ticket_seen WHERE account = ?1", [account])?;
            let leads = transaction.execute("DELETE FROM lead_seen WHERE account = ?1", [account])?;
            if tickets + leads > 0 { to_be_erased(transaction) } else { Ok(()) }
        })
    }

    /// Removes the deliveries that a statement finds, from its `FROM` on, with everything that is kept of them.
    pub(super) fn remove_where(
        &self,
        wanted: &str,
        values: impl Params + Clone,
    ) -> Result<Vec<i64>, OutboxError> {
        let mut removed = Vec::new();
        loop {
            let some = self.write(|transaction| {
                let some: Vec<i64> = transaction
                    .prepare_cached(&format!("SELECT delivery.id {wanted} LIMIT {AT_ONCE}"))?
                    .query_map(values.clone(), |row| row.get(0))?
                    .collect::<Result<_, _>>()?;
                for id in &some {
                    delivery::remove(transaction, *id)?;
                }
                if !some.is_empty() {
                    to_be_erased(transaction)?;
                }
                Ok(some)
            })?;
            let last = some.len() < AT_ONCE;
            removed.extend(some);
            if last {
                return Ok(removed);
            }
        }
    }
}

impl Removal {
    /// The deliveries that are meant.
    fn of(&self) -> &'static str {
        match self {
            Self::One { .. } => "delivery.id = ?1",
            Self::Ticket { .. } => "delivery.account = ?1 AND delivery.ticket = ?2 AND delivery.ticket <> ''",
            Self::Everything => "TRUE",
        }
    }

    /// The condition under which they go. One that was refused goes by being named; with others it stays until somebody has seen it.
    fn over(&self) -> String {
        match self {
            Self::One { .. } => format!("delivery.state IN ('done', 'cancelled', 'refused') AND NOT {PROOF}"),
            _ => over(),
        }
    }
}

fn count(connection: &Connection, removal: &Removal, wanted: &str) -> Result<u64, OutboxError> {
    let of = removal.of();
    let mut counted =
        connection.prepare_cached(&format!("SELECT count(*) FROM delivery WHERE {of} AND ({wanted})"))?;
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    Ok(match removal {
        Removal::One { delivery } => counted.query_row([delivery], read),
        Removal::Ticket { account, ticket } => counted.query_row([account, ticket], read),
        Removal::Everything => counted.query_row((), read),
    }?)
}

/// Readings of the tickets of a removal, and who their leads are, go while their deliveries still name them.
fn forget_readings(transaction: &Connection, removal: &Removal) -> Result<(), OutboxError> {
    let (account, ticket) = match removal {
        Removal::Everything => {
            transaction.execute_batch("DELETE FROM lead_seen; DELETE FROM ticket_seen")?;
            return Ok(());
        }
        Removal::One { delivery } => {
            let delivery = delivery::read(transaction, *delivery)?;
            transaction.execute(
                "DELETE FROM lead_seen WHERE account = ?1 AND id = ?2",
                (&delivery.account, &delivery.lead),
            )?;
            (delivery.account, delivery.ticket)
        }
        Removal::Ticket { account, ticket } => (account.clone(), ticket.clone()),
    };
    transaction.execute(
        "DELETE FROM lead_seen WHERE account = ?1 AND id IN (
           SELECT lead FROM delivery WHERE account = ?1 AND ticket = ?2
           UNION SELECT json_extract(details, '$.lead') FROM ticket_seen WHERE account = ?1 AND ticket = ?2)",
        [&account, &ticket],
    )?;
    transaction.execute("DELETE FROM ticket_seen WHERE account = ?1 AND ticket = ?2", [&account, &ticket])?;
    Ok(())
}

/// Notes that something is to be erased, with what removes it: an end in between makes up for it later.
pub(super) fn to_be_erased(transaction: &Connection) -> Result<(), OutboxError> {
    transaction.execute("UPDATE upkeep SET erase = erase + 1", ())?;
    Ok(())
}
