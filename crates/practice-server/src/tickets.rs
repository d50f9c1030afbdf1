//! The tickets and leads of the practice account.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::bounded::keep_last;

/// A ticket as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The ticket number, the `Id` of the vendor's page.
    pub number: String,
    /// The vendor's other identity of a ticket, a UUID.
    pub ticket_id: String,
    /// The lead (UUID) that the ticket belongs to.
    pub lead: String,
    /// Values by schema name; a field that is empty is there with an empty value.
    pub fields: BTreeMap<String, String>,
    /// The files, in the order in which they were added.
    pub files: Vec<StoredFile>,
}

/// A file on a ticket. Its content is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The file name as it was sent, with `%22`, `%0D` and `%0A` turned back as the WHATWG form encoding says.
    pub name: String,
    /// The `Content-Disposition` of its part, byte by byte.
    pub disposition: Vec<u8>,
    /// The `Content-Type` of its part.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its content, in lower-case hexadecimal digits.
    pub sha256: String,
}

impl StoredFile {
    /// Bytes that it takes while it is kept, about.
    pub(crate) fn room(&self) -> usize {
        self.name.len() + self.disposition.len() + self.content_type.len() + self.sha256.len()
    }
}

/// A lead: the person who a ticket is about.
pub struct Lead {
    pub id: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email: &'static str,
}

/// The leads of the account.
pub static LEADS: &[Lead] = &[
    lead("330fba67-6795-46c2-9dad-077794077f70", "George", "Jackson", "george.jackson@example.com"),
    lead("8d1c5e0a-3f52-4c38-9a55-6f1f2f0a7b11", "Priya", "Nair", "priya.nair@example.com"),
    lead("b7e4a2f6-91c3-4d0e-8f27-52d9c1e6a033", "Amélie", "Fournier", "amelie.fournier@example.com"),
    lead("1f9a7c34-0b6d-4e8a-b5c2-7d3e8f4a9c55", "Rahul", "Deshpande", "rahul.deshpande@example.com"),
    lead("e2c86d15-7a49-4b13-a0f8-94b6d7c5e177", "Hannah", "O'Brien", "hannah.obrien@example.com"),
];

const fn lead(
    id: &'static str,
    first_name: &'static str,
    last_name: &'static str,
    email: &'static str,
) -> Lead {
    Lead { id, first_name, last_name, email }
}

/// Number, lead (an index), Type, Title, Status, Priority, Channel, SubType, Tags and the day of August that it is
/// due.
type Row = (
    u32,
    usize,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u8,
);

#[rustfmt::skip]
const ROWS: [Row; 13] = [
    (34,  2, "Question", "Which feet fit the old sofa?",        "Closed",      "Low",    "Email",    "Acceptable", "spare parts",     2),
    (138, 1, "Request",  "Invoice copy for July",               "Resolved",    "Low",    "Email",    "Billing",    "invoice",         12),
    (139, 2, "Incident", "Parcel arrived damaged",              "In Progress", "High",   "Portal",   "Delivery",   "damage,photos",   14),
    (140, 3, "Question", "How long is the warranty?",           "Closed",      "Low",    "Chat",     "Acceptable", "warranty",        15),
    (141, 4, "Request",  "Return two of three chairs",          "Open",        "Medium", "Phone",    "Returns",    "return",          20),
    (142, 1, "Problem",  "Charged twice for order IN-20817",    "On Hold",     "Urgent", "Email",    "Billing",    "refund",          21),
    (143, 0, "Request",  "Update Email Id",                     "Open",        "Medium", "Email",    "Account",    "profile,email",   29),
    (144, 0, "Incident", "Password reset mail never arrives",   "Open",        "High",   "Email",    "Account",    "login",           30),
    (145, 2, "Request",  "Changer l'adresse de livraison",      "Open",        "Medium", "Portal",   "Delivery",   "address",         30),
    (146, 3, "Incident", "App closes when I open my orders",    "In Progress", "High",   "WhatsApp", "Account",    "app,crash",       31),
    (147, 4, "Question", "Do you deliver on Sundays?",          "Resolved",    "Low",    "Chat",     "Delivery",   "",                31),
    (148, 1, "Request",  "Add GST number to my account",        "Open",        "Low",    "Portal",   "Account",    "gst",             31),
    (149, 3, "Problem",  "Three tickets, no answer",            "Open",        "Urgent", "Phone",    "Acceptable", "escalation",      31),
];

/// The tickets that a new account has.
pub fn seeded() -> BTreeMap<String, Ticket> {
    ROWS.iter().map(|row| (row.0.to_string(), grown(row))).collect()
}

fn grown(&(number, lead, kind, title, status, priority, channel, sub_type, tags, day): &Row) -> Ticket {
    let lead = &LEADS[lead];
    let description = format!("{} {} writes: {title}.", lead.first_name, lead.last_name);
    let mut ticket = Ticket::new(number, lead.id);
    ticket.set([
        ("Type", kind),
        ("Title", title),
        ("Description", description.as_str()),
        ("Status", status),
        ("Priority", priority),
        ("Channel", channel),
        ("CcEmails", if number == 143 { "accounts@example.com" } else { "" }),
        ("Tags", tags),
        ("DueDate", format!("2024-08-{day:02}T10:36:23").as_str()),
        ("SubType", sub_type),
        ("CustomData.Branch", if number % 2 == 0 { "Pune" } else { "Bengaluru" }),
        ("CustomData.Order_Number", format!("IN-{}", 20_675 + number).as_str()),
    ]);
    ticket
}

/// How people see a ticket's number: `#034` for ticket 34, as the vendor prints it.
pub fn key(number: &str) -> String {
    format!("#{number:0>3}")
}

impl Ticket {
    /// A ticket without values, files or a past.
    pub fn new(number: u32, lead: &str) -> Self {
        Self {
            number: number.to_string(),
            ticket_id: format!("5b0c7d6e-2f1a-4c3b-8d4e-{number:012}"),
            lead: lead.to_owned(),
            fields: BTreeMap::from([("TicketKey".to_owned(), key(&number.to_string()))]),
            files: Vec::new(),
        }
    }

    /// Sets fields.
    pub fn set<'a>(&mut self, fields: impl IntoIterator<Item = (&'a str, &'a str)>) {
        self.fields.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    /// Adds files; of very many the oldest are forgotten.
    pub fn add(&mut self, files: impl IntoIterator<Item = StoredFile>) {
        for file in files {
            keep_last(&mut self.files, file, StoredFile::room);
        }
    }

    /// The ticket as the details call shows it; `"TypeId":"null"` is how the vendor prints it.
    pub fn details(&self) -> Value {
        let fields = self.fields.iter().map(|(name, value)| {
            let value = if value.is_empty() { Value::Null } else { json!(value) };
            json!({"SchemaName": name, "Value": value, "SubFields": null})
        });
        json!({
            "TypeId": "null",
            "Id": self.number,
            "TicketId": self.ticket_id,
            "LeadId": self.lead,
            "OpportunityId": null,
            "Association": 0,
            "Fields": fields.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn what_a_new_account_holds_obeys_its_own_catalogue() {
        let tickets = seeded();
        assert_eq!(tickets.len(), ROWS.len(), "no number twice");
        for ticket in tickets.values() {
            for (name, value) in ticket.fields.iter().filter(|(name, _)| *name != "TicketKey") {
                let field = catalogue::find(name).unwrap_or_else(|| panic!("{name} is not in the catalogue"));
                assert_eq!(field.check(value), Ok(()), "#{}", ticket.number);
            }
        }
    }
}
