//! The place that a delivery is for: it goes to no other, unless a person says so.

use rusqlite::{Connection, params};
use service_crm::Place;

use super::record;
use crate::columns::json;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// The deliveries of an account that are still to be sent, to another place. What is being sent is on its way there.
const ELSEWHERE: &str =
    "account = ?1 AND state IN ('waiting', 'held_back') AND place IS NOT NULL AND place <> ?2";

impl Outbox {
    /// A delivery's place. One of an earlier version, which has none, takes `account`'s from now on.
    ///
    /// # Errors
    /// When there is no such delivery, or the database cannot be read or written.
    pub(crate) fn place_or(&self, id: i64, account: Option<&Place>) -> Result<Option<Place>, OutboxError> {
        self.write(|transaction| match (record::read(transaction, id)?.place, account) {
            (Some(place), _) => Ok(Some(place)),
            (None, Some(place)) => set(transaction, id, place).map(|()| Some(place.clone())),
            (None, None) => Ok(None),
        })
    }

    /// The accounts with deliveries that are not over and have no place.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn accounts_without_place(&self) -> Result<Vec<String>, OutboxError> {
        let connection = self.connection();
        let mut statement = connection.prepare(
            "SELECT DISTINCT account FROM delivery
             WHERE place IS NULL AND state IN ('waiting', 'held_back', 'refused', 'may_be_done')",
        )?;
        let accounts = statement.query_map((), |row| row.get(0))?;
        Ok(accounts.collect::<Result<_, _>>()?)
    }

    /// Gives an account's deliveries that have no place the account's.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn give_place(&self, account: &str, place: &Place) -> Result<(), OutboxError> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE delivery SET place = ?2 WHERE account = ?1 AND place IS NULL",
                params![account, json(place)],
            )?;
            Ok(())
        })
    }

    /// How many of an account's deliveries wait to be sent.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting_of(&self, account: &str) -> Result<u64, OutboxError> {
        let connection = self.connection();
        let mut count = connection.prepare_cached(
            "SELECT count(*) FROM delivery WHERE account = ?1 AND state IN ('waiting', 'held_back')",
        )?;
        Ok(count.query_row([account], |row| row.get(0))?)
    }

    /// How many of an account's deliveries are still to be sent and are for another place than this one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting_elsewhere(&self, account: &str, place: &Place) -> Result<u64, OutboxError> {
        let connection = self.connection();
        let mut count =
            connection.prepare_cached(&format!("SELECT count(*) FROM delivery WHERE {ELSEWHERE}"))?;
        Ok(count.query_row(params![account, json(place)], |row| row.get(0))?)
    }

    /// A person sends all of them to this place; says which they are.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn move_all_to(&self, account: &str, place: &Place) -> Result<Vec<i64>, OutboxError> {
        self.write(|transaction| {
            let mut moved = transaction
                .prepare_cached(&format!("UPDATE delivery SET place = ?2 WHERE {ELSEWHERE} RETURNING id"))?;
            let moved = moved.query_map(params![account, json(place)], |row| row.get(0))?;
            Ok(moved.collect::<Result<_, _>>()?)
        })
    }

    /// A person sends a delivery that waits to another place than it was for.
    ///
    /// # Errors
    /// When it does not wait, or the database cannot be written.
    pub(crate) fn move_to(&self, id: i64, place: &Place) -> Result<(), OutboxError> {
        self.write(|transaction| match record::state(transaction, id)? {
            State::Waiting => set(transaction, id, place),
            state => Err(OutboxError::NotPossible { delivery: id, state }),
        })
    }
}

fn set(transaction: &Connection, id: i64, place: &Place) -> Result<(), OutboxError> {
    transaction.execute("UPDATE delivery SET place = ?2 WHERE id = ?1", params![id, json(place)])?;
    Ok(())
}
