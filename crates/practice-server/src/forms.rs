//! Differences between accounts of the vendor, or forms that are printed nowhere, by names that tests and the command line
//! share. None of it is a fault: a client must be at home with each.

use std::{fmt, str::FromStr};

use serde_json::{Value, json};

/// A form that an account's answers take, instead of the practice account's usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// `attachments-names`: a conversation's `Attachments` are the names alone.
    AttachmentsNames,
    /// `attachments-addresses`: they are addresses that end in the name, percent-encoded and signed.
    AttachmentsAddresses,
    /// `attachments-keyed`: they are an object, by an ID.
    AttachmentsKeyed,
    /// `attachments-text`: they are JSON inside a string.
    AttachmentsText,
    /// `attachments-nothing`: they are `null`, whatever there is.
    AttachmentsNothing,
    /// `no-conversations`: the call is none that the gateway knows.
    NoConversations,
    /// `region-elsewhere`: the keys are another region's, as the answer 401 to every call says.
    RegionElsewhere,
    /// `offset-pages`: the catalogue's `Offset` counts pages from 1, as the vendor's text has it.
    OffsetPages,
    /// `key-only`: a created ticket is named by its `Key` alone.
    KeyOnly,
}

/// The host that [`Form::RegionElsewhere`] names.
pub(crate) const RIGHT_HOST: &str = "api-us11.leadsquared.com";

impl Form {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::AttachmentsNames,
        Self::AttachmentsAddresses,
        Self::AttachmentsKeyed,
        Self::AttachmentsText,
        Self::AttachmentsNothing,
        Self::NoConversations,
        Self::RegionElsewhere,
        Self::OffsetPages,
        Self::KeyOnly,
    ];
}

/// The files of a conversation, in the form that was asked for.
pub(crate) fn attachments(forms: &[Form], names: &[&str]) -> Value {
    let object = |(number, name): (usize, &&str)| json!({"AttachmentId": id(number), "AttachmentName": name, "AttachmentUrl": address(name)});
    let objects = || names.iter().enumerate().map(object).collect::<Vec<_>>();
    for form in forms {
        match form {
            Form::AttachmentsNames => return json!(names),
            Form::AttachmentsAddresses => {
                return names.iter().map(|name| address(name)).collect();
            }
            Form::AttachmentsKeyed => {
                let keyed = |(number, name): (usize, &&str)| (id(number), json!({"FileName": name}));
                return Value::Object(names.iter().enumerate().map(keyed).collect());
            }
            Form::AttachmentsText => return json!(json!(objects()).to_string()),
            Form::AttachmentsNothing => return Value::Null,
            _ => {}
        }
    }
    json!(objects())
}

fn id(number: usize) -> String {
    format!("9c2f1b7e-40d5-4f6a-8e13-{number:012}")
}

/// Where such a file would lie: everything but letters, digits and `.-_` is percent-encoded.
fn address(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("https://files.example.com/t/22824/{encoded}?Expires=1724841516&Signature=Zm9v")
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AttachmentsNames => "attachments-names",
            Self::AttachmentsAddresses => "attachments-addresses",
            Self::AttachmentsKeyed => "attachments-keyed",
            Self::AttachmentsText => "attachments-text",
            Self::AttachmentsNothing => "attachments-nothing",
            Self::NoConversations => "no-conversations",
            Self::RegionElsewhere => "region-elsewhere",
            Self::OffsetPages => "offset-pages",
            Self::KeyOnly => "key-only",
        })
    }
}

/// A name that no form has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownForm(String);

impl fmt::Display for UnknownForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no form is named {:?}", self.0)
    }
}

impl std::error::Error for UnknownForm {}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        Self::ALL
            .into_iter()
            .find(|form| form.to_string() == name)
            .ok_or_else(|| UnknownForm(name.to_owned()))
    }
}
