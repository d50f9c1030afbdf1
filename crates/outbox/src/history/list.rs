//! The outbox and the history as one list, in pages.

use rusqlite::{Connection, params_from_iter, types::Value};
use serde::Deserialize;

use super::search;
use crate::delivery::{self, Delivery};
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// Deliveries that stand above the list: so many are shown at most.
const TOP: usize = 50;

/// A question to the list. The empty one wants everything that is not in [`Top`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "the names say it")]
pub struct Query {
    /// The words as typed; empty for no search. All its words must be there, each may be only begun.
    pub text: String,
    pub state: Option<Wanted>,
    /// An account's id.
    pub account: Option<String>,
    /// Sent off at this time or later, in milliseconds since 1970.
    pub from: Option<i64>,
    /// Sent off before this time.
    pub until: Option<i64>,
}

/// A state to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Wanted {
    Waiting,
    Sending,
    Done,
    Refused,
    MayBeDone,
    Cancelled,
    /// The deliveries that wait for a person.
    NeedsYou,
}

/// Deliveries, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// At most as many as were asked for.
    pub deliveries: Vec<Delivery>,
    /// Whether older ones follow.
    pub more: bool,
}

/// The deliveries that stand above the list, and how many of each there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Top {
    /// Newest first.
    pub needs_you: Vec<Delivery>,
    pub needs_you_total: u64,
    /// In the order in which they were sent off.
    pub on_the_way: Vec<Delivery>,
    pub on_the_way_total: u64,
}

/// An account that deliveries were sent off under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentUnder {
    /// The account's id.
    pub account: String,
    /// The name that it had last.
    pub name: String,
}

const NEEDS_YOU: &str =
    "(delivery.state = 'may_be_done' OR (delivery.state = 'refused' AND delivery.attended = 0))";
const ON_THE_WAY: &str = "delivery.state IN ('waiting', 'sending', 'held_back')";

impl Query {
    fn is_empty(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() } && !search::has_words(&self.text)
    }

    /// The statement that finds it, and its values. `before`: only those with a smaller id. `below`: what stands above
    /// the list is not in it.
    fn statement(
        &self,
        connection: &Connection,
        before: Option<i64>,
        below: bool,
    ) -> Result<(String, Vec<Value>), OutboxError> {
        let mut values: Vec<Value> = Vec::new();
        let mut terms: Vec<String> = Vec::new();
        // The planner knows nothing of how few they are, and of the index only what it is told.
        let mut from = match self.state {
            Some(Wanted::NeedsYou) => "delivery INDEXED BY delivery_needs_you",
            _ => "delivery",
        };
        // In the index's own order, newest first, so that a page ends when it is full.
        let mut key = "delivery.id";
        if search::has_words(&self.text) {
            from = "search CROSS JOIN delivery ON delivery.id = search.rowid";
            key = "search.rowid";
            terms.push("search MATCH ?".into());
            values.push(search::query(connection, &self.text, &self.marks())?.into());
        }
        // Ids grow with time but for clocks that were set: between its first and its last, a day's are soon found.
        if let (Some(from), Some(until)) = (self.from, self.until) {
            let (first, last) = connection
                .prepare_cached(
                    "SELECT min(id), max(id) FROM delivery WHERE created_at >= ?1 AND created_at < ?2",
                )?
                .query_row((from, until), |row| {
                    Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?))
                })?;
            terms.push(format!("{key} BETWEEN ? AND ?"));
            values.extend([first.unwrap_or_default().into(), last.unwrap_or_default().into()]);
        }
        let mut term = |term: String, value: Option<Value>| {
            terms.push(term);
            values.extend(value);
        };
        if let Some(before) = before {
            term(format!("{key} < ?"), Some(before.into()));
        }
        match self.state {
            None if below => term(format!("NOT {NEEDS_YOU} AND NOT {ON_THE_WAY}"), None),
            None => {}
            Some(Wanted::NeedsYou) => term(NEEDS_YOU.into(), None),
            Some(wanted) => term("delivery.state = ?".into(), Some(wanted.state().name().to_owned().into())),
        }
        if let Some(account) = &self.account {
            term("delivery.account = ?".into(), Some(account.clone().into()));
        }
        if let Some(from) = self.from {
            term("delivery.created_at >= ?".into(), Some(from.into()));
        }
        if let Some(until) = self.until {
            term("delivery.created_at < ?".into(), Some(until.into()));
        }
        let terms = if terms.is_empty() { "1".into() } else { terms.join(" AND ") };
        Ok((format!("SELECT delivery.id FROM {from} WHERE {terms} ORDER BY {key} DESC LIMIT ?"), values))
    }

    /// The marks for those of its conditions that the index of words knows too.
    fn marks(&self) -> Vec<String> {
        let state = self.state.map(|wanted| match wanted {
            Wanted::NeedsYou => delivery::needs_you_mark(),
            wanted => delivery::state_mark(wanted.state()),
        });
        state.into_iter().chain(self.account.as_deref().map(delivery::account_mark)).collect()
    }
}

impl Wanted {
    fn state(self) -> State {
        match self {
            Self::Waiting => State::Waiting,
            Self::Sending => State::Sending,
            Self::Done => State::Done,
            Self::Refused => State::Refused,
            Self::MayBeDone | Self::NeedsYou => State::MayBeDone,
            Self::Cancelled => State::Cancelled,
        }
    }
}

impl Outbox {
    /// A page of the list, newest first: the newest, or those before one of them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page(&self, query: &Query, before: Option<i64>, most: usize) -> Result<Page, OutboxError> {
        page(&self.connection(), query, before, most, query.is_empty())
    }

    /// As [`Outbox::page`], but the empty query wants everything.
    pub(crate) fn page_of_all(
        &self,
        query: &Query,
        before: Option<i64>,
        most: usize,
    ) -> Result<Page, OutboxError> {
        page(&self.connection(), query, before, most, false)
    }

    /// The deliveries that stand above the list.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn top(&self) -> Result<Top, OutboxError> {
        let connection = self.connection();
        // By the indexes that hold nothing else; the planner prefers the one of all states.
        let needs_you = format!("delivery INDEXED BY delivery_needs_you WHERE {NEEDS_YOU}");
        let on_the_way = format!("delivery INDEXED BY delivery_on_the_way WHERE {ON_THE_WAY}");
        let count = |which: &str| {
            connection.query_row(&format!("SELECT count(*) FROM {which}"), (), |row| row.get(0))
        };
        let ids = |which: &str, order: &str| -> Result<Vec<i64>, OutboxError> {
            let mut statement =
                connection.prepare_cached(&format!("SELECT id FROM {which} ORDER BY id {order} LIMIT ?1"))?;
            let rows = statement.query_map([TOP], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        Ok(Top {
            needs_you: read_all(&connection, ids(&needs_you, "DESC")?)?,
            needs_you_total: count(&needs_you)?,
            on_the_way: read_all(&connection, ids(&on_the_way, "ASC")?)?,
            on_the_way_total: count(&on_the_way)?,
        })
    }

    /// The accounts that deliveries were sent off under, removed ones too.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sent_under(&self) -> Result<Vec<SentUnder>, OutboxError> {
        let connection = self.connection();
        // From one account to the next in the index, instead of through a million rows.
        let mut statement = connection.prepare_cached(
            "WITH RECURSIVE next (account) AS (
               SELECT min(account) FROM delivery
               UNION ALL
               SELECT (SELECT min(account) FROM delivery WHERE account > next.account) FROM next
               WHERE next.account IS NOT NULL)
             SELECT account, (SELECT account_name FROM delivery WHERE delivery.account = next.account
                              ORDER BY id DESC LIMIT 1)
             FROM next WHERE account IS NOT NULL",
        )?;
        let rows =
            statement.query_map((), |row| Ok(SentUnder { account: row.get(0)?, name: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many deliveries there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn count(&self) -> Result<u64, OutboxError> {
        Ok(self.connection().query_row("SELECT count(*) FROM delivery", (), |row| row.get(0))?)
    }
}

fn page(
    connection: &Connection,
    query: &Query,
    before: Option<i64>,
    most: usize,
    below: bool,
) -> Result<Page, OutboxError> {
    let (statement, mut values) = query.statement(connection, before, below)?;
    values.push(i64::try_from(most + 1).unwrap_or(i64::MAX).into());
    let mut statement = connection.prepare_cached(&statement)?;
    let mut ids: Vec<i64> =
        statement.query_map(params_from_iter(values), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let more = ids.len() > most;
    ids.truncate(most);
    Ok(Page { deliveries: read_all(connection, ids)?, more })
}

/// The deliveries that can be read: a damaged one must not hide the others.
fn read_all(connection: &Connection, ids: Vec<i64>) -> Result<Vec<Delivery>, OutboxError> {
    let mut deliveries = Vec::with_capacity(ids.len());
    for id in ids {
        match delivery::read(connection, id) {
            Ok(delivery) => deliveries.push(delivery),
            Err(OutboxError::Unreadable { .. } | OutboxError::Unknown(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(deliveries)
}
