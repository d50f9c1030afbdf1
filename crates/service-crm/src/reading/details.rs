//! A ticket's own account of itself.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;
use crate::ticket::LeadId;
use crate::ticket_number::TicketNumber;

/// A ticket as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketDetails {
    /// The number that was asked for.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub number: TicketNumber,
    /// The ticket's lead, where the answer names one.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub lead: Option<LeadId>,
    /// In the answer's order; fields within a field stand behind it.
    pub fields: Vec<FieldValue>,
}

/// A field, by its schema name, and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldValue {
    /// The schema name.
    pub name: String,
    /// As the server writes it; none where the field is empty.
    pub value: Option<String>,
}

impl TicketDetails {
    /// The value of a field, by its schema name; none where it is empty or not among the details.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name)?.value.as_deref()
    }

    /// The value of a field as the ticket shows it: none where the field is not among the details, and an empty text
    /// where it is there and empty.
    pub fn shown(&self, name: &str) -> Option<&str> {
        Some(self.fields.iter().find(|field| field.name == name)?.value.as_deref().unwrap_or_default())
    }

    /// `Title`.
    pub fn title(&self) -> Option<&str> {
        self.value("Title")
    }

    /// `Status`.
    pub fn status(&self) -> Option<&str> {
        self.value("Status")
    }

    /// `Priority`.
    pub fn priority(&self) -> Option<&str> {
        self.value("Priority")
    }

    /// `Channel`.
    pub fn channel(&self) -> Option<&str> {
        self.value("Channel")
    }

    /// `DueDate` as the server writes it, such as `2024-08-29T10:36:23`. Of which time zone, the vendor does not say.
    pub fn due_date(&self) -> Option<&str> {
        self.value("DueDate")
    }

    /// Reads the details of that ticket. Only a list of fields or a lead makes an answer a ticket; everything else
    /// may be missing.
    fn read(number: &TicketNumber, answer: &Value) -> Option<Self> {
        let mut fields = Vec::new();
        if let Some(listed) = json::member(answer, "Fields").and_then(Value::as_array) {
            collect(listed, &mut fields);
        }
        let lead = json::text(answer, "LeadId").and_then(|lead| LeadId::parse(&lead).ok());
        let details = Self { number: number.clone(), lead: lead.filter(|lead| !lead.is_nil()), fields };
        let named = json::text(answer, "Id").or_else(|| details.value("TicketKey").map(str::to_owned));
        // Another ticket's lead and values would be sent to this one.
        let other = named.is_some_and(|named| TicketNumber::parse(&named).as_ref() != Ok(number));
        let ticket = json::member(answer, "Fields").is_some_and(Value::is_array) || details.lead.is_some();
        (ticket && !other).then_some(details)
    }
}

/// Takes the fields out of a list, and out of the fields that hold others (`SubFields`).
fn collect(listed: &[Value], fields: &mut Vec<FieldValue>) {
    for field in listed {
        if let Some(name) = json::text(field, "SchemaName") {
            let value = json::member(field, "Value").and_then(as_text);
            fields.push(FieldValue { name, value });
        }
        if let Some(inner) = json::member(field, "SubFields").and_then(Value::as_array) {
            collect(inner, fields);
        }
    }
}

/// A value as text: several are separated by commas, as the vendor's tags and addresses are.
fn as_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Array(several) => several.iter().filter_map(as_text).collect::<Vec<_>>().join(","),
        // Not known to come. Shown as it is, because "empty" would be untrue.
        Value::Object(_) => value.to_string(),
        single => json::scalar(single)?,
    };
    (!text.is_empty()).then_some(text)
}

impl Client {
    /// Reads a ticket: "Get Ticket Details" of the vendor's pages.
    ///
    /// # Errors
    /// `NotFound` when there is no such ticket (or organisation), `Forbidden` when these keys may not read tickets;
    /// otherwise as for an update, but nothing was changed whatever happened. An answer about another ticket is
    /// `AnswerUnreadable`.
    pub async fn read_ticket(
        &self,
        number: &TicketNumber,
        cancel: &CancellationToken,
    ) -> Result<TicketDetails, Failure> {
        let request = || self.request(Method::GET, &["tickets", number.as_str()]);
        let reply = self.ask(&self.account.place.host, request, cancel).await?;
        reply.content(|answer| TicketDetails::read(number, answer))
    }
}
