//! Files that other deliveries brought to the same ticket.

use super::finding::A_DAY;
use super::record::Delivery;
use crate::error::OutboxError;
use crate::store::Outbox;

impl Outbox {
    /// The names of the files that other deliveries brought to the same ticket, or may have, since a day before this one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn names_of_others(&self, delivery: &Delivery) -> Result<Vec<String>, OutboxError> {
        let connection = self.connection();
        let mut names = connection.prepare_cached(
            "SELECT delivery_file.name FROM delivery_file JOIN delivery ON delivery.id = delivery_file.delivery
             WHERE delivery.account = ?1 AND delivery.ticket = ?2 AND delivery.id <> ?3
               AND delivery.state IN ('done', 'may_be_done') AND delivery.created_at >= ?4",
        )?;
        let since = delivery.created_at - A_DAY;
        let names = names
            .query_map((&delivery.account, &delivery.ticket, delivery.id, since), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }
}
