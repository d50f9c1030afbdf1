//! The values that a list field takes.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;

/// A value of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListValue {
    /// The value's name on the vendor's screens.
    pub text: String,
    /// The value as it is sent.
    pub value: String,
}

/// The values that can still be chosen, by their sorting order; those without one behind them, as they come.
fn read(answer: &Value) -> Option<Vec<ListValue>> {
    let usable = |entry: &&Value| {
        json::truth(entry, "Deleted") != Some(true) && json::truth(entry, "Active") != Some(false)
    };
    let mut values: Vec<_> = answer
        .as_array()?
        .iter()
        .filter(usable)
        .filter_map(|entry| {
            let (text, value) = (json::text(entry, "Text"), json::text(entry, "Value"));
            let value = value.or_else(|| text.clone())?;
            let text = text.unwrap_or_else(|| value.clone());
            Some((json::number(entry, "SortingOrder").unwrap_or(f64::INFINITY), ListValue { text, value }))
        })
        .collect();
    values.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    Some(values.into_iter().map(|(_, value)| value).collect())
}

impl Client {
    /// Reads the values of a list field, by its schema name. The vendor's page shows `SubType` and leaves open which
    /// other fields have a list here.
    ///
    /// # Errors
    /// `Forbidden` when these keys are not an administrator's, `NotFound` when the field has no list; otherwise as
    /// [`Client::read_ticket`].
    pub async fn list_values(
        &self,
        field: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<ListValue>, Failure> {
        let request = || self.request(Method::GET, &["lookups", field, "values"]);
        self.ask(&self.account.place.host, request, cancel).await?.content(read)
    }
}
