//! From a setup to the file.

use serde::{Serialize, Serializer};
use service_crm::{Change, ListValue};

use crate::fault::SetupFault;
use crate::setup::Preset;
use crate::setup::SetupField;
use crate::setup::SetupKind;
use crate::setup::TeamSetup;
use crate::signature;
use crate::signature::Signature;
use crate::signing_key::SigningKey;
use crate::tree;
use crate::tree::FORMAT;

/// The first version. Later ones are written only where a setup needs them.
pub(crate) const PLAIN: u32 = 1;
/// The version that knows a signature.
pub(crate) const SIGNED: u32 = 2;

// The members in the order of the file. Its own types, so that a change of the app's does not change the file.

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    id: String,
    revision: u32,
    name: &'a str,
    account: Account<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    presets: Vec<NamedChanges<'a>>,
    #[serde(skip_serializing_if = "Limits::is_none")]
    limits: Limits<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed_keys: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
}

impl File<'_> {
    fn text(&self) -> String {
        // Texts and numbers under names that are texts: there is nothing that JSON could not hold.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[derive(Serialize)]
struct Account<'a> {
    host: String,
    organisation: &'a str,
    calls_per_5_seconds: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_host: Option<String>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    label: &'a str,
    kind: SetupKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    values: &'a [ListValue],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    mandatory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'a str>,
}

#[derive(Serialize)]
struct NamedChanges<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changes: &'a [Change],
}

#[derive(Serialize)]
struct Limits<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    largest_file: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    endings: Option<&'a [String]>,
}

impl Limits<'_> {
    fn is_none(&self) -> bool {
        self.largest_file.is_none() && self.endings.is_none()
    }
}

/// A whole one without a point.
struct Number(f64);

impl Serialize for Number {
    #[expect(clippy::cast_possible_truncation, reason = "small enough to be exact")]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            to.serialize_i64(self.0 as i64)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

impl<'a> From<&'a SetupField> for Field<'a> {
    fn from(field: &'a SetupField) -> Self {
        Self {
            name: &field.name,
            label: &field.label,
            kind: field.kind,
            group: field.group.as_deref(),
            values: &field.values,
            mandatory: field.mandatory,
            min_length: field.min_length,
            max_length: field.max_length,
            min_value: field.min_value.map(Number),
            max_value: field.max_value.map(Number),
            pattern: field.pattern.as_deref(),
        }
    }
}

impl<'a> From<&'a Preset> for NamedChanges<'a> {
    fn from(preset: &'a Preset) -> Self {
        Self { name: &preset.name, note: preset.note.as_deref(), changes: &preset.changes }
    }
}

impl TeamSetup {
    /// The file: members in a fixed order, indented, with a line end behind the last. Of a setup that passes
    /// [`TeamSetup::check`], reading it gives the same setup. It is not signed.
    pub fn write(&self) -> String {
        self.file(PLAIN).text()
    }

    /// The file, signed. Whatever is changed afterwards makes it another's or nobody's.
    ///
    /// # Errors
    /// When it would break a rule, or be too large to be read.
    pub fn write_signed(&self, key: &SigningKey) -> Result<String, SetupFault> {
        let mut file = self.file(SIGNED);
        file.signed_by = Some(key.public().to_string());
        let signed = signature::canonical(&tree::read(file.text().as_bytes())?);
        file.signature = Some(key.sign(&signed.unwrap_or_default()));
        let text = file.text();
        // It goes to a whole team: better asked once more.
        match Self::read_signed(text.as_bytes())? {
            (_, Signature::Valid(_)) => Ok(text),
            _ => Err(SetupFault::NotASetup),
        }
    }

    fn file(&self, version: u32) -> File<'_> {
        File {
            format: FORMAT,
            version,
            id: self.id.hyphenated().to_string(),
            revision: self.revision,
            name: &self.name,
            account: Account {
                host: self.account.host.to_string(),
                organisation: self.account.organisation.as_str(),
                calls_per_5_seconds: self.account.calls_per_window,
                lead_host: self.account.lead_host.as_ref().map(ToString::to_string),
            },
            fields: self.fields.iter().map(Field::from).collect(),
            presets: self.presets.iter().map(NamedChanges::from).collect(),
            limits: Limits {
                largest_file: self.limits.largest_file,
                endings: self.limits.endings.as_deref(),
            },
            sealed_keys: self.sealed_keys.as_ref().map(|sealed| sealed.armour()),
            signed_by: None,
            signature: None,
        }
    }
}
