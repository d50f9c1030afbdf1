//! Names that hide another: a field under another name than its own, a value under another text.

use std::collections::HashMap;

use serde::Serialize;
use service_crm::Host;

use crate::setup::SetupField;
use crate::setup::TeamSetup;

/// The vendor's own domain.
const VENDOR: &str = "leadsquared.com";

/// Whether a host is the vendor's, by its name. A setup may name any other; a person is told.
pub fn is_of_vendor(host: &Host) -> bool {
    let name = host.name();
    let name = name.split(':').next().unwrap_or_default();
    name == VENDOR || name.strip_suffix(VENDOR).is_some_and(|before| before.ends_with('.'))
}

/// A field or a value that people would see under another name than the one that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum ShownOtherwise {
    Field {
        /// The schema name, which is sent.
        name: String,
        /// The setup's name for it.
        label: String,
        /// The usual name, where that is known.
        usual: Option<String>,
        /// The schema name of the field that is usually called so: the setup gives one field the name of another.
        name_of: Option<String>,
    },
    Value {
        /// The schema name of the field.
        field: String,
        /// The text that people choose.
        text: String,
        /// The value that is sent.
        value: String,
        /// The value's usual text, where that is known.
        usual: Option<String>,
        /// The value that is usually called so.
        text_of: Option<String>,
    },
}

impl TeamSetup {
    /// Names other than what is sent, in the order of the file. `known` are the account's fields with their
    /// usual names and values, as its catalogue or the vendor's pages have them.
    ///
    /// A name is taken to be the same where only capitals, blanks and signs differ (`DueDate`, "Due date"), with the
    /// schema name, its last part (`CustomData.PolicyNumber`, "Policy number") or the usual name. What is left is not
    /// wrong by itself: "Waiting for papers" may well stand for `On Hold`. A person should see both.
    pub fn shown_otherwise(&self, known: &[SetupField]) -> Vec<ShownOtherwise> {
        let by_name: HashMap<_, _> = known.iter().map(|field| (field.name.as_str(), field)).collect();
        let mut found = Vec::new();
        for field in &self.fields {
            let usual = by_name.get(field.name.as_str()).copied();
            found.extend(field_otherwise(field, usual, known));
            found.extend(values_otherwise(field, usual));
        }
        found
    }
}

fn field_otherwise(
    field: &SetupField,
    usual: Option<&SetupField>,
    known: &[SetupField],
) -> Option<ShownOtherwise> {
    let label = letters(&field.label);
    let is_own = match usual {
        Some(usual) => is_called(usual, &label),
        None => is_called_by_its_name(field, &label),
    };
    let other = known.iter().find(|other| other.name != field.name && is_called(other, &label));
    // With the name of another it is listed even where it has a right to it: two would be called the same.
    (!is_own || other.is_some()).then(|| ShownOtherwise::Field {
        name: field.name.clone(),
        label: field.label.clone(),
        usual: usual.map(|usual| usual.label.clone()),
        name_of: other.map(|other| other.name.clone()),
    })
}

fn values_otherwise(field: &SetupField, usual: Option<&SetupField>) -> Vec<ShownOtherwise> {
    let known = usual.map(|usual| usual.values.as_slice()).unwrap_or_default();
    let values = field.values.iter().filter_map(|shown| {
        let text = letters(&shown.text);
        let usual = known.iter().find(|known| known.value == shown.value);
        let other = known.iter().find(|known| {
            known.value != shown.value && (letters(&known.text) == text || letters(&known.value) == text)
        });
        let is_own = letters(&shown.value) == text || usual.is_some_and(|usual| letters(&usual.text) == text);
        (!is_own || other.is_some()).then(|| ShownOtherwise::Value {
            field: field.name.clone(),
            text: shown.text.clone(),
            value: shown.value.clone(),
            usual: usual.map(|usual| usual.text.clone()),
            text_of: other.map(|other| other.value.clone()),
        })
    });
    values.collect()
}

fn is_called(field: &SetupField, label: &str) -> bool {
    letters(&field.label) == label || is_called_by_its_name(field, label)
}

fn is_called_by_its_name(field: &SetupField, label: &str) -> bool {
    let last = field.name.rsplit('.').next().unwrap_or_default();
    letters(&field.name) == label || letters(last) == label
}

/// The part of a name that a person reads: letters and digits without their case. A text of signs alone stands for itself.
fn letters(text: &str) -> String {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vendors_hosts_are_those_under_its_domain() {
        let of_vendor = |host: &str| is_of_vendor(&Host::parse(host).unwrap().0);
        for host in [
            "apigw.service-in.leadsquared.com",
            "leadsquared.com",
            "API-IN21.LeadSquared.com:8443",
            "a.leadsquared.com.",
        ] {
            assert!(of_vendor(host), "{host}");
        }
        for host in [
            "evilleadsquared.com",
            "leadsquared.com.evil.example",
            "leadsquared.co",
            "apigw.leadsquаred.com", // a Cyrillic letter
            "127.0.0.1:8080",
            "https://[::1]:8080",
            "localhost",
        ] {
            assert!(!of_vendor(host), "{host}");
        }
    }
}
