//! What is kept with a delivery for putting back: the fields before an update, and what a put-back needs of it.

use serde::{Deserialize, Serialize};
use service_crm::Change;

/// The fields that an update sets, as they were before it, by the last reading before its request. A field that the ticket
/// did not show is not among them: of it nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Before {
    /// When the ticket was read, in milliseconds since 1970.
    pub read_at: i64,
    /// Each field with its value, which is empty for one that was empty.
    pub fields: Vec<Change>,
}

/// A put-back's needs of the update that it takes back; kept with it, because that may go from the list before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutsBack {
    /// The update's id.
    pub delivery: i64,
    /// The values that it set. A field that holds something else by now was changed by somebody, and stays.
    pub expects: Vec<Change>,
}
