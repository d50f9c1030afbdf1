//! The `ticketDTO`, read as strictly as the vendor's page allows.
//!
//! Types are taken as printed: a string `TypeId`, a number `RelatedTicketTypeId`. What the page does not show is
//! refused with a reason that names it, because a practice account that forgives teaches habits that the real one
//! may not.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{answer::Refusal, catalogue};

/// The members that the page prints. All are read as any JSON first, so that every refusal can say what was
/// expected; unknown and repeated members serde refuses by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dto {
    #[serde(rename = "TypeId", default)]
    type_id: Value,
    #[serde(rename = "Id", default)]
    id: Option<Value>,
    #[serde(rename = "LeadId", default)]
    lead_id: Value,
    #[serde(rename = "Fields", default = "no_fields")]
    fields: Value,
    #[serde(rename = "RelatedTicketTypeId", default)]
    related_ticket_type_id: Value,
}

/// One of the `Fields`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    #[serde(rename = "SchemaName", default)]
    schema_name: Value,
    #[serde(rename = "Value", default)]
    value: Value,
}

fn no_fields() -> Value {
    json!([])
}

/// A `ticketDTO`'s request.
#[derive(Debug)]
pub struct Wanted {
    /// The lead, as sent.
    pub lead: String,
    /// Fields of the catalogue with values that they take, in the order sent.
    pub fields: Vec<(String, String)>,
}

/// The `ticketDTO` of an update of that ticket.
pub fn of_update(text: &str, number: &str) -> Result<Wanted, Refusal> {
    let dto = parse(text)?;
    match &dto.id {
        Some(Value::String(id)) if id == number => {}
        Some(Value::String(id)) => {
            return Err(Refusal::bad(format!("Id is '{id}', but the path names ticket '{number}'.")));
        }
        _ => return Err(Refusal::bad("Id is mandatory and must be the ticket number as a string.")),
    }
    wanted(dto)
}

/// The `ticketDTO` of a new ticket, which has no `Id`.
pub fn of_creation(text: &str) -> Result<Wanted, Refusal> {
    let dto = parse(text)?;
    if dto.id.is_some() {
        return Err(Refusal::bad("Id must not be passed for a new ticket."));
    }
    let mut dto = dto;
    let detail = dto.take_details();
    if dto.lead_id.is_null() && detail.iter().any(|(name, _)| CONTACTS.contains(&name.as_str())) {
        dto.lead_id = json!(NOBODY_YET);
    }
    let mut wanted = wanted(dto)?;
    wanted.fields.extend(detail);
    Ok(wanted)
}

/// By one of these a lead can be made.
const CONTACTS: [&str; 2] = ["LeadDetail.EmailAddress", "LeadDetail.Phone"];
/// The lead that is made of whoever is none yet.
pub const NOBODY_YET: &str = "5f0c7c52-6d0e-4f0b-9a6b-0d6a3c1e2b90";

impl Dto {
    /// Takes out what is said of a person who is no lead yet, `LeadDetail.…`.
    fn take_details(&mut self) -> Vec<(String, String)> {
        let Value::Array(changes) = &mut self.fields else { return Vec::new() };
        let mut details = Vec::new();
        changes.retain(|change| {
            let name = change["SchemaName"].as_str().filter(|name| name.starts_with("LeadDetail."));
            let Some((name, value)) = name.zip(change["Value"].as_str()) else { return true };
            details.push((name.to_owned(), value.to_owned()));
            false
        });
        details
    }
}

fn parse(text: &str) -> Result<Dto, Refusal> {
    serde_json::from_str(text).map_err(|error| Refusal::bad(format!("ticketDTO cannot be read: {error}.")))
}

fn wanted(dto: Dto) -> Result<Wanted, Refusal> {
    if dto.type_id != json!("1") {
        return Err(Refusal::bad("TypeId is mandatory and must be the string \"1\"."));
    }
    if dto.related_ticket_type_id != json!(1) {
        return Err(Refusal::bad("RelatedTicketTypeId is mandatory and must be the number 1."));
    }
    let Value::String(lead) = dto.lead_id else {
        return Err(Refusal::bad("LeadId must be passed, as a string."));
    };
    if !is_uuid(&lead) {
        return Err(Refusal::bad(format!("LeadId '{lead}' is not a UUID.")));
    }
    let Value::Array(changes) = dto.fields else {
        return Err(Refusal::bad("Fields must be an array."));
    };
    let mut seen = HashSet::new();
    let mut fields = Vec::with_capacity(changes.len());
    for (index, change) in changes.into_iter().enumerate() {
        let (name, value) = changed(index, change)?;
        if !seen.insert(name.clone()) {
            return Err(Refusal::bad(format!("Fields names {name} twice.")));
        }
        fields.push((name, value));
    }
    Ok(Wanted { lead, fields })
}

fn changed(index: usize, change: Value) -> Result<(String, String), Refusal> {
    if !change.is_object() {
        return Err(Refusal::bad(format!("Fields[{index}] must be an object.")));
    }
    let change: Change =
        serde_json::from_value(change).map_err(|error| Refusal::bad(format!("Fields[{index}]: {error}.")))?;
    let name = match change.schema_name {
        Value::String(name) if !name.is_empty() => name,
        _ => return Err(Refusal::bad(format!("Fields[{index}]: SchemaName must be a string with a name."))),
    };
    let Value::String(value) = change.value else {
        return Err(Refusal::bad(format!("{name}: Value must be passed, as a string.")));
    };
    let field =
        catalogue::find(&name).ok_or_else(|| Refusal::bad(format!("'{name}' is not a field of tickets.")))?;
    field.check(&value).map_err(Refusal::bad)?;
    Ok((name, value))
}

/// Five groups of hexadecimal digits: 8-4-4-4-12.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
