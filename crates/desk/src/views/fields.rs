//! The fields that can be changed, presets, and what is wrong with a draft by their rules.

use serde::Serialize;
use service_crm::{CONTACTS, UpdateFault};
use team_setup::{Preset, SetupField, ValueFault};
use ts_rs::TS;

use crate::kept::catalogues::Lacks;

/// Where a list of fields comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldsFrom {
    /// The setup of the account's team.
    Team,
    /// The account's own catalogue.
    Account,
    /// A field of every account.
    BuiltIn,
}

/// The fields that can be changed on tickets of the current account, the best that are known of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldsAnswer {
    pub from: FieldsFrom,
    pub fields: Vec<SetupField>,
    pub lacks: Lacks,
    /// The names of fields by which a customer whom the ticket system does not know is named; one of them is enough.
    pub contacts: [&'static str; 2],
}

impl FieldsAnswer {
    pub(crate) fn new(from: FieldsFrom, fields: Vec<SetupField>, lacks: Lacks) -> Self {
        Self { from, fields, lacks, contacts: CONTACTS }
    }
}

/// A value that breaks a rule of its field. `change` counts from 0.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangeFault {
    pub change: usize,
    #[serde(flatten)]
    pub fault: ValueFault,
}

/// A draft's fault.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(untagged)]
pub enum DraftFault {
    Draft(UpdateFault),
    Value(ChangeFault),
}

/// The presets of the current account.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Presets {
    /// Of the account's team setup: not to be edited here.
    pub team: Vec<Preset>,
    /// The person's own.
    pub own: Vec<Preset>,
}

/// Why a preset cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PresetFault {
    NameEmpty,
    /// Another one, the team's or the person's own, is called so.
    NameTwice,
    /// A draft that neither changes anything nor has a note.
    NothingInIt,
}

/// The answer to keeping presets.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum PresetsSaved {
    Saved {
        presets: Presets,
    },
    /// None was kept; the first that is wrong, of those that were given, counted from 0.
    Fault {
        preset: usize,
        fault: PresetFault,
    },
}
