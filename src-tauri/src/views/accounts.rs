//! Accounts, their keys, and preferences.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use service_crm::{AddressFault, Connection, KeysFault};
use ts_rs::TS;

use crate::accounts::{LeadStep, Preferences};
use crate::practice;

/// Where an account's keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeysState {
    /// In the system's keychain.
    Saved,
    /// Kept until the app is closed.
    Session,
    /// None were ever given for this account on this computer, or somebody has removed them from the keychain.
    Missing,
    /// They were saved, but the keychain is locked (on Linux it answers as if nothing were saved).
    Locked,
    /// They were saved, but this computer has no keychain running now.
    NoKeychain,
}

/// An account, without its keys.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Account")]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) practice: bool,
    pub(crate) host: String,
    pub(crate) organisation: String,
    pub(crate) calls_per_window: u32,
    pub(crate) keys: KeysState,
    /// Where leads are looked up by email; empty for nowhere.
    pub(crate) lead_host: String,
    pub(crate) lead_step: LeadStep,
}

impl AccountView {
    /// Its name is the screen's to give.
    pub(crate) fn practice() -> Self {
        Self {
            id: practice::ID.to_owned(),
            name: String::new(),
            practice: true,
            host: String::new(),
            organisation: String::new(),
            calls_per_window: service_crm::CALLS_PER_WINDOW,
            keys: KeysState::Session,
            lead_host: String::new(),
            lead_step: LeadStep::Ticket,
        }
    }
}

/// `firstStart`: nobody has yet chosen practice or added an account. `current` always names an account of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Overview {
    pub(crate) accounts: Vec<AccountView>,
    pub(crate) current: String,
    pub(crate) first_start: bool,
    pub(crate) preferences: Preferences,
}

/// Where keys are to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeepKeys {
    Keychain,
    Session,
}

/// What the account form holds. Keys come once and never go back: empty = leave the saved ones.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountForm {
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    /// A host, or a whole pasted API address.
    pub(crate) address: String,
    pub(crate) organisation: String,
    pub(crate) calls_per_window: u32,
    #[ts(type = "string")]
    pub(crate) access_key: SecretString,
    #[ts(type = "string")]
    pub(crate) secret_key: SecretString,
    pub(crate) keep: KeepKeys,
    /// Where leads are looked up by email; empty for nowhere.
    pub(crate) lead_host: String,
}

/// What is wrong with the form itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum FormFault {
    NameEmpty,
    CallsOutOfRange,
    LeadHostUnreadable { given: String },
}

/// What is wrong with an account form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub(crate) enum AccountFault {
    Form(FormFault),
    Address(AddressFault),
    Keys(KeysFault),
}

/// The answer to saving an account.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Saved")]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum SaveResult {
    Saved {
        overview: Overview,
    },
    Faults {
        faults: Vec<AccountFault>,
    },
    /// Nothing was saved: there is no keychain that would take the keys.
    NoKeychain {
        why: String,
    },
    /// Nothing was saved: the keychain is locked.
    KeychainLocked,
}

/// What a pasted address was understood as; organisation only where the address named one.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Address")]
pub(crate) struct AddressView {
    pub(crate) host: String,
    pub(crate) organisation: Option<String>,
}

/// Why a connection was not even tried.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum NotTried {
    Faults { faults: Vec<AccountFault> },
    KeysNotAvailable { keys: KeysState },
}

/// What trying a connection found, or why it was not tried.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Connection")]
#[serde(untagged)]
pub(crate) enum Tried {
    NotTried(NotTried),
    Found(Connection),
}

impl Tried {
    pub(crate) fn faults(faults: Vec<AccountFault>) -> Self {
        Self::NotTried(NotTried::Faults { faults })
    }

    pub(crate) fn keys_not_available(keys: KeysState) -> Self {
        Self::NotTried(NotTried::KeysNotAvailable { keys })
    }
}
