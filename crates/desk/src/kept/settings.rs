//! Accounts, preferences and presets. No key is among them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use service_crm::{AddressFault, Place};
use team_setup::{Preset, PublicKey};

use crate::kept::practice;

/// An account as the settings have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SavedAccount {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) host: String,
    pub(crate) organisation: String,
    pub(crate) calls_per_window: u32,
    /// Whether the keychain was given its keys: a locked one answers as if it had none.
    pub(crate) keys_saved: bool,
    /// Where leads are looked up by email; empty for nowhere.
    #[serde(default)]
    pub(crate) lead_host: String,
    #[serde(default)]
    pub(crate) lead_step: LeadStep,
    /// The note that says who sent, behind everything that was done; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) sign_off: String,
    /// The key that signed the team's setup when it was last taken or saved: what tells the team from others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) team_key: Option<PublicKey>,
    /// The key whose private half this computer's keychain has, to sign the team's setup with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) signing_key: Option<PublicKey>,
}

impl SavedAccount {
    /// The account's place.
    ///
    /// # Errors
    /// Where somebody has made something else of it in the file.
    pub(crate) fn place(&self) -> Result<Place, AddressFault> {
        Place::read(&self.host, &self.organisation, &self.lead_host)
    }
}

/// How a ticket's lead is found. Each step down is taken by itself, when the account turns out not to be allowed
/// the one before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadStep {
    /// The ticket names it.
    #[default]
    Ticket,
    /// By the customer's email.
    Email,
    /// A person types its ID.
    Hand,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A person's preferences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, rename_all = "camelCase")]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// How long what was done is kept, in days; null: for ever.
    pub keep_days: Option<u32>,
    /// Whether Send sends at once, with no moment in which it can be undone.
    pub send_at_once: bool,
    /// The tag of the language that the screen speaks; null: the system's. Which ones there are is the screen's to know,
    /// so that a tag of another version of the app is kept as it is.
    pub language: Option<String>,
}

/// Everything that the settings' file has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    pub(crate) accounts: Vec<SavedAccount>,
    /// None until the person has chosen for the first time.
    pub(crate) current: Option<String>,
    pub(crate) preferences: Preferences,
    /// The person's own presets, by account.
    pub(crate) presets: HashMap<String, Vec<Preset>>,
}

impl Settings {
    pub(crate) fn account(&self, id: &str) -> Option<&SavedAccount> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The id of the account that Send uses: the practice account where none is chosen.
    pub(crate) fn current(&self) -> &str {
        let chosen = self.current.as_deref().filter(|id| self.account(id).is_some());
        chosen.unwrap_or(practice::ID)
    }
}
