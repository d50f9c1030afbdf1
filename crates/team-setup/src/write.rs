//! From a setup to the file.

use serde::{Serialize, Serializer};

use crate::tree::FORMAT;
use crate::{Preset, SetupField, SetupLimits, TeamSetup};

/// The one version there is. A later one would be written only where a setup needs it.
pub(crate) const VERSION: u32 = 1;

/// The members in the order of the file.
#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    id: String,
    revision: u32,
    name: &'a str,
    account: Account<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    fields: &'a [SetupField],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    presets: &'a [Preset],
    #[serde(skip_serializing_if = "is_default")]
    limits: &'a SetupLimits,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed_keys: Option<&'a str>,
}

#[derive(Serialize)]
struct Account<'a> {
    host: String,
    organisation: &'a str,
    calls_per_5_seconds: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_host: Option<String>,
}

fn is_default(limits: &SetupLimits) -> bool {
    *limits == SetupLimits::default()
}

/// A whole number without a point.
#[allow(clippy::cast_possible_truncation, clippy::ref_option)] // small enough to be exact; serde hands it over so
pub(crate) fn number<S: Serializer>(number: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) if number.fract() == 0.0 && number.abs() < 1e15 => to.serialize_i64(*number as i64),
        number => number.serialize(to),
    }
}

impl TeamSetup {
    /// The file: members in a fixed order, indented, with a line end behind the last. Of a setup that passes
    /// [`TeamSetup::check`], reading it gives the same setup.
    pub fn write(&self) -> String {
        let file = File {
            format: FORMAT,
            version: VERSION,
            id: self.id.hyphenated().to_string(),
            revision: self.revision,
            name: &self.name,
            account: Account {
                host: self.account.host.to_string(),
                organisation: self.account.organisation.as_str(),
                calls_per_5_seconds: self.account.calls_per_window,
                lead_host: self.account.lead_host.as_ref().map(ToString::to_string),
            },
            fields: &self.fields,
            presets: &self.presets,
            limits: &self.limits,
            sealed_keys: self.sealed_keys.as_ref().map(|sealed| sealed.armour()),
        };
        // Texts and numbers under names that are texts: there is nothing that JSON could not hold.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }
}
