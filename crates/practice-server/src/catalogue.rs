//! The account's ticket fields: what the catalogue says of them, and which values they take.
//!
//! The catalogue's rules are enforced on updates too. The vendor does not print that, but a list that takes any
//! value would make no believable account.

use serde_json::{Value, json};

/// A field of tickets.
pub struct Field {
    pub schema_name: &'static str,
    display_name: &'static str,
    mandatory: bool,
    kind: Kind,
}

/// A field's kind of value.
enum Kind {
    Text { render: &'static str, most: usize },
    Pattern { regex: &'static str, fits: fn(&str) -> bool },
    Select(&'static [&'static str]),
    Number { least: f64, most: f64 },
    Date,
}

/// Every field that an update may set. `TicketKey` is missing on purpose: the server gives it.
pub static FIELDS: &[Field] = &[
    field("Type", "Ticket Type", false, Kind::Select(&["Question", "Request", "Incident", "Problem"])),
    field("Title", "Title", true, text("TextBox", 200)),
    field("Description", "Description", false, text("TextArea", 4000)),
    field("Status", "Status", true, Kind::Select(&["Open", "In Progress", "On Hold", "Resolved", "Closed"])),
    field("Priority", "Priority", true, Kind::Select(&["Low", "Medium", "High", "Urgent"])),
    field("Channel", "Channel", false, Kind::Select(&["Email", "Phone", "Chat", "Portal", "WhatsApp"])),
    field("CcEmails", "CC Emails", false, text("TextBox", 1000)),
    field("Tags", "Tags", false, text("Tags", 500)),
    field("DueDate", "Due Date", false, Kind::Date),
    field(
        "SubType",
        "Sub Type",
        false,
        Kind::Select(&["Acceptable", "Account", "Billing", "Delivery", "Returns"]),
    ),
    field("CustomData.Branch", "Branch", false, Kind::Select(&["Bengaluru", "Mumbai", "Pune", "Delhi"])),
    field("CustomData.Order_Amount", "Order Amount", false, Kind::Number { least: 0.0, most: 1_000_000.0 }),
    field("CustomData.Purchase_Date", "Purchase Date", false, Kind::Date),
    field(
        "CustomData.Order_Number",
        "Order Number",
        false,
        Kind::Pattern { regex: "^[A-Z]{2}-[0-9]{4,8}$", fits: is_order_number },
    ),
    field("mx_Warranty", "Under Warranty", false, Kind::Select(&["Yes", "No"])),
];

const fn field(schema_name: &'static str, display_name: &'static str, mandatory: bool, kind: Kind) -> Field {
    Field { schema_name, display_name, mandatory, kind }
}

const fn text(render: &'static str, most: usize) -> Kind {
    Kind::Text { render, most }
}

/// The field of that schema name, in exactly this case.
pub fn find(schema_name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.schema_name == schema_name)
}

impl Field {
    /// The values of a list field.
    pub fn values(&self) -> Option<&'static [&'static str]> {
        match self.kind {
            Kind::Select(values) => Some(values),
            _ => None,
        }
    }

    /// Why the field does not take the value, in a sentence. An empty value clears a field that is not mandatory.
    pub fn check(&self, value: &str) -> Result<(), String> {
        let name = self.schema_name;
        if value.is_empty() {
            return if self.mandatory {
                Err(format!("{name} is mandatory and cannot be empty."))
            } else {
                Ok(())
            };
        }
        match &self.kind {
            Kind::Text { most, .. } if value.chars().count() > *most => {
                Err(format!("{name} is longer than {most} characters."))
            }
            Kind::Pattern { regex, fits } if !fits(value) => Err(format!("{name} must match {regex}.")),
            Kind::Select(values) if !values.contains(&value) => {
                Err(format!("{name} does not have the option '{value}'."))
            }
            Kind::Number { least, most } => match value.parse::<f64>() {
                Ok(number) if (*least..=*most).contains(&number) => Ok(()),
                Ok(_) => Err(format!("{name} must be between {least} and {most}.")),
                Err(_) => Err(format!("{name} must be a number.")),
            },
            Kind::Date if !is_date(value) => {
                Err(format!("{name} must be a date such as 2024-08-29T10:36:23 or 2024-08-29."))
            }
            _ => Ok(()),
        }
    }

    /// Whether a search for `text` finds the field.
    pub fn matches(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        [self.schema_name, self.display_name].iter().any(|name| name.to_lowercase().contains(&text))
    }

    /// The field as the catalogue shows it.
    pub fn entry(&self) -> Value {
        let (data_type, render_type, most, regex) = match self.kind {
            Kind::Text { render, most } => ("Text", render, most, ""),
            Kind::Pattern { regex, .. } => ("Text", "TextBox", 200, regex),
            Kind::Select(_) => ("Select", "Dropdown", 200, ""),
            Kind::Number { .. } => ("Number", "Number", 18, ""),
            Kind::Date => ("Date", "DateTime", 200, ""),
        };
        let bounds = match self.kind {
            Kind::Number { least, most } => Some((least, most)),
            _ => None,
        };
        let custom = self.schema_name.starts_with("CustomData.") || self.schema_name.starts_with("mx_");
        json!({
            "DisplayName": self.display_name,
            "SchemaName": self.schema_name,
            "DataType": data_type,
            "RenderType": render_type,
            "DefaultValue": null,
            "ShowInForm": true,
            "FieldType": if custom { "custom" } else { "standard" },
            "Active": true,
            "ValidationProperties": {
                "IsMandatory": self.mandatory,
                "MinLength": usize::from(self.mandatory),
                "MaxLength": most,
                "MinValue": bounds.map(|(least, _)| least),
                "MaxValue": bounds.map(|(_, most)| most),
                "Regex": regex,
            },
        })
    }
}

fn is_order_number(value: &str) -> bool {
    value.split_once('-').is_some_and(|(letters, digits)| {
        letters.len() == 2
            && letters.bytes().all(|letter| letter.is_ascii_uppercase())
            && (4..=8).contains(&digits.len())
            && is_digits(digits)
    })
}

/// `2024-08-29`, or with `T10:36:23` behind it.
fn is_date(value: &str) -> bool {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let Some([year, month, day]) = figures(date, '-', [4, 2, 2]) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    (1..=12).contains(&month)
        && (1..=days).contains(&day)
        && time.is_none_or(|time| {
            figures(time, ':', [2, 2, 2])
                .is_some_and(|[hour, minute, second]| hour < 24 && minute < 60 && second < 60)
        })
}

/// Three numbers of exactly those widths, between separators.
fn figures(text: &str, separator: char, widths: [usize; 3]) -> Option<[u32; 3]> {
    let mut found = [0; 3];
    let mut parts = text.split(separator);
    for (figure, width) in found.iter_mut().zip(widths) {
        let part = parts.next().filter(|part| part.len() == width && is_digits(part))?;
        *figure = part.parse().ok()?;
    }
    parts.next().is_none().then_some(found)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(name: &str, value: &str) -> bool {
        find(name).unwrap().check(value).is_ok()
    }

    #[test]
    fn values_follow_the_kind_of_the_field() {
        assert!(takes("Status", "On Hold") && !takes("Status", "on hold") && !takes("Status", ""));
        assert!(takes("Channel", ""), "not mandatory, so it can be cleared");
        assert!(takes("Title", &"ü".repeat(200)) && !takes("Title", &"ü".repeat(201)));
        assert!(takes("CustomData.Order_Amount", "12.5") && !takes("CustomData.Order_Amount", "-1"));
        assert!(!takes("CustomData.Order_Amount", "NaN") && !takes("CustomData.Order_Amount", "many"));
        assert!(takes("CustomData.Order_Number", "IN-20240829"));
        assert!(!takes("CustomData.Order_Number", "in-2024") && !takes("CustomData.Order_Number", "IN2024"));
    }

    #[test]
    fn dates_are_real_days() {
        assert!(takes("DueDate", "2024-08-29T10:36:23") && takes("DueDate", "2024-02-29"));
        for wrong in
            ["2023-02-29", "2024-13-01", "2024-8-29", "2024-08-29T24:00:00", "2024-08-29T", "29.08.2024"]
        {
            assert!(!takes("DueDate", wrong), "{wrong}");
        }
    }
}
