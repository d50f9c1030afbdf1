//! The system fields that every ticket has, as far as the vendor's pages show them.

/// How a field's value is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum FieldKind {
    List,
    Text,
    LongText,
    Time,
    Number,
    Emails,
    Tags,
}

/// A field that an update can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its schema name.
    pub name: &'static str,
    /// How its value is entered.
    pub kind: FieldKind,
    /// Values to offer. An account can have others, so none is refused for not being among them.
    pub values: &'static [&'static str],
}

/// The system fields, the common ones first.
pub fn system_fields() -> &'static [Field] {
    const fn field(name: &'static str, kind: FieldKind) -> Field {
        Field { name, kind, values: &[] }
    }
    const fn list(name: &'static str, values: &'static [&'static str]) -> Field {
        Field { name, kind: FieldKind::List, values }
    }
    const FIELDS: &[Field] = &[
        list("Status", &["Open", "In Progress", "On Hold", "Resolved", "Closed"]),
        list("Priority", &["Low", "Medium", "High", "Urgent"]),
        field("Title", FieldKind::Text),
        field("Description", FieldKind::LongText),
        field("DueDate", FieldKind::Time),
        list("Channel", &["Email", "Phone", "Chat"]),
        list("Type", &["Question", "Incident", "Problem", "Request"]),
        list("SubType", &["Acceptable"]),
        field("Tags", FieldKind::Tags),
        field("CcEmails", FieldKind::Emails),
    ];
    FIELDS
}

/// How the value of a field is entered; none where it is not a system field, and only the account's catalogue can tell.
pub fn field_kind(name: &str) -> Option<FieldKind> {
    system_field(name).map(|field| field.kind)
}

fn system_field(name: &str) -> Option<&'static Field> {
    system_fields().iter().find(|field| field.name == name)
}
