//! A team setup's content.

use serde::{Deserialize, Serialize};
use service_crm::{CALLS_PER_WINDOW, Change, FieldKind, Host, ListValue, Organisation};
use uuid::Uuid;

use crate::sealed_keys::SealedKeys;

/// An administrator's setup for a team.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamSetup {
    /// Stays the same through all revisions: by it the app knows which setup a file renews.
    pub id: Uuid,
    /// Counts the times that it was saved for others, from 1.
    pub revision: u32,
    /// The team's name.
    pub name: String,
    /// The account that the team works with.
    pub account: SetupAccount,
    /// The fields that people see, in their order.
    pub fields: Vec<SetupField>,
    /// In their order, too: the first nine have a key each.
    pub presets: Vec<Preset>,
    /// Limits to attachments.
    pub limits: SetupLimits,
    pub(crate) sealed_keys: Option<SealedKeys>,
}

/// Where the account lives, and its pace. Its keys are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupAccount {
    /// Where tickets are.
    pub host: Host,
    /// The organisation ID.
    pub organisation: Organisation,
    /// Calls in any 5 seconds.
    pub calls_per_window: u32,
    /// Where leads are found by email, which is another host than that of tickets.
    pub lead_host: Option<Host>,
}

impl SetupAccount {
    /// An account with the pace that the vendor's page names.
    pub fn new(host: Host, organisation: Organisation) -> Self {
        Self { host, organisation, calls_per_window: CALLS_PER_WINDOW, lead_host: None }
    }
}

/// How a field's value is entered. A setup knows more kinds than the system fields have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum SetupKind {
    List,
    Text,
    LongText,
    /// A date with a time.
    Time,
    Date,
    Number,
    Emails,
    Tags,
}

impl From<FieldKind> for SetupKind {
    fn from(kind: FieldKind) -> Self {
        match kind {
            FieldKind::List => Self::List,
            FieldKind::Text => Self::Text,
            FieldKind::LongText => Self::LongText,
            FieldKind::Time => Self::Time,
            FieldKind::Number => Self::Number,
            FieldKind::Emails => Self::Emails,
            FieldKind::Tags => Self::Tags,
        }
    }
}

/// A field that people see. Its rules are checked by [`crate::check_value`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetupField {
    /// The schema name.
    pub name: String,
    /// People's name for the field.
    pub label: String,
    /// How its value is entered.
    pub kind: SetupKind,
    /// Under which heading it stands.
    pub group: Option<String>,
    /// Values to offer, in their order. None is refused for not being among them.
    pub values: Vec<ListValue>,
    /// Whether it may not be emptied.
    pub mandatory: bool,
    /// Whether it is set when a ticket is made and not changed afterwards, as the account tells; a setup's file does not.
    #[serde(default)]
    pub locked: bool,
    /// Characters at least.
    pub min_length: Option<u32>,
    /// Characters at most.
    pub max_length: Option<u32>,
    /// The least number.
    pub min_value: Option<f64>,
    /// The greatest number.
    pub max_value: Option<f64>,
    /// A pattern that a value must match somewhere; `^` and `$` tie it to the ends. See [`crate::check_pattern`].
    pub pattern: Option<String>,
}

impl SetupField {
    /// A field without rules.
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: SetupKind) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            kind,
            group: None,
            values: Vec::new(),
            mandatory: false,
            locked: false,
            min_length: None,
            max_length: None,
            min_value: None,
            max_value: None,
            pattern: None,
        }
    }
}

/// A set of changes under a name. It may name fields that are not among those people see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preset {
    /// As "On hold + papers".
    pub name: String,
    /// Papers that belong to it.
    pub note: Option<String>,
    /// Its changes; none is for a preset that only reminds of papers.
    pub changes: Vec<Change>,
}

/// Limits to attachments, by the team's own wish. The vendor's limits are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetupLimits {
    /// The largest file, in bytes.
    pub largest_file: Option<u64>,
    /// Endings of the kinds of files that are allowed, small letters without the dot; all kinds without it.
    pub endings: Option<Vec<String>>,
}

/// How a setup stands to one that the app has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// The same in everything.
    Same,
    /// A later revision: it updates the other.
    Newer,
    /// An earlier revision.
    Older,
    /// The same revision with another content: two people saved it, each without the other's.
    Parted,
    /// Another setup.
    Different,
}

/// The greatest step from one revision to the next that is taken. Nobody saves a setup so many times between two looks
/// at it; whoever makes a file with the last of all numbers wants the team's own ones to be older for ever.
pub const MOST_REVISIONS_AT_ONCE: u32 = 1000;

/// Why a file does not update a setup, though it is a later revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum UpdateFault {
    #[error("from revision {here} to {offered} is a step of more than {most}")]
    RevisionLeaps { here: u32, offered: u32, most: u32 },
}

/// A setup's facts, for the screen to put into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub struct Summary {
    pub name: String,
    pub revision: u32,
    /// With the port where it is not the usual one.
    pub host: String,
    /// Whether that is this computer itself: a practice server.
    pub on_this_computer: bool,
    pub organisation: String,
    /// The keys would go there, too.
    pub lead_host: Option<String>,
    /// Calls in any 5 seconds.
    pub calls_per_window: u32,
    /// How many there are.
    pub fields: usize,
    /// Their names, in their order.
    pub presets: Vec<String>,
    pub limits: SetupLimits,
    /// Whether a passphrase gives the keys; without it they are entered.
    pub has_sealed_keys: bool,
}

impl TeamSetup {
    /// The first revision of a setup, with neither fields nor presets.
    pub fn new(name: impl Into<String>, account: SetupAccount) -> Self {
        Self {
            id: Uuid::new_v4(),
            revision: 1,
            name: name.into(),
            account,
            fields: Vec::new(),
            presets: Vec::new(),
            limits: SetupLimits::default(),
            sealed_keys: None,
        }
    }

    /// How this one stands to one from before.
    pub fn compare(&self, earlier: &Self) -> Age {
        if self.id != earlier.id {
            return Age::Different;
        }
        match self.revision.cmp(&earlier.revision) {
            std::cmp::Ordering::Greater => Age::Newer,
            std::cmp::Ordering::Less => Age::Older,
            std::cmp::Ordering::Equal if self == earlier => Age::Same,
            std::cmp::Ordering::Equal => Age::Parted,
        }
    }

    /// Whether it may take the place of one from before; [`TeamSetup::compare`] says whether it is a later one at all.
    ///
    /// # Errors
    /// When its revision is too far away to be the team's next.
    pub fn check_update(&self, earlier: &Self) -> Result<(), UpdateFault> {
        let step = self.revision.saturating_sub(earlier.revision);
        if self.id == earlier.id && step > MOST_REVISIONS_AT_ONCE {
            let (here, offered) = (earlier.revision, self.revision);
            return Err(UpdateFault::RevisionLeaps { here, offered, most: MOST_REVISIONS_AT_ONCE });
        }
        Ok(())
    }

    /// The setup's facts.
    pub fn summary(&self) -> Summary {
        Summary {
            name: self.name.clone(),
            revision: self.revision,
            host: self.account.host.name(),
            on_this_computer: self.account.host.is_loopback(),
            organisation: self.account.organisation.as_str().to_owned(),
            lead_host: self.account.lead_host.as_ref().map(service_crm::Host::name),
            calls_per_window: self.account.calls_per_window,
            fields: self.fields.len(),
            presets: self.presets.iter().map(|preset| preset.name.clone()).collect(),
            limits: self.limits.clone(),
            has_sealed_keys: self.sealed_keys.is_some(),
        }
    }
}
