//! The deliveries that may go now, in their order.

use crate::columns::json;
use crate::error::OutboxError;
use crate::store::Outbox;

/// A delivery that may go: no earlier one of its ticket stands before it.
#[derive(Debug)]
pub(crate) struct Due {
    pub(crate) id: i64,
    pub(crate) account: String,
    /// Bytes of its files.
    pub(crate) bytes: u64,
}

impl Outbox {
    /// The deliveries that may go now, in order, but for some accounts and some deliveries.
    pub(crate) fn due(
        &self,
        not_accounts: &[String],
        not_deliveries: &[i64],
        most: usize,
    ) -> Result<Vec<Due>, OutboxError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT id, account,
                    (SELECT coalesce(sum(size), 0) FROM delivery_file WHERE delivery_file.delivery = delivery.id)
             FROM delivery
             WHERE state IN ('waiting', 'sending', 'held_back') AND state = 'waiting'
               AND account NOT IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT value FROM json_each(?2))
               -- There is no ticket yet that a new one could wait behind.
               AND (job = 'new_ticket' OR NOT EXISTS (
                 SELECT 1 FROM delivery AS before
                 WHERE before.account = delivery.account AND before.ticket = delivery.ticket
                   AND before.id < delivery.id AND before.state IN ('waiting', 'sending', 'may_be_done', 'held_back')))
             ORDER BY id LIMIT ?3",
        )?;
        let lists = (json(not_accounts), json(not_deliveries));
        let rows = statement.query_map((lists.0, lists.1, most), |row| {
            Ok(Due { id: row.get(0)?, account: row.get(1)?, bytes: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
