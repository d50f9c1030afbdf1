//! Accounts, their keys, and preferences.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use service_crm::{AddressFault, Connection, Failure, Host, KeysFault, KeysOwner};
use ts_rs::TS;

use crate::kept::keys::{KeepKeys, KeysState};
use crate::kept::practice;
use crate::kept::settings::{LeadStep, Preferences};
use crate::kept::settings_read::SettingsRescue;

/// An account, without its keys.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Account")]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    pub id: String,
    pub name: String,
    pub practice: bool,
    pub host: String,
    pub organisation: String,
    pub calls_per_window: u32,
    pub keys: KeysState,
    /// Where leads are looked up by email; empty for nowhere.
    pub lead_host: String,
    pub lead_step: LeadStep,
    /// The note that says who sent, behind everything that was done; empty for none.
    pub sign_off: String,
    /// The key that its team setup is signed with lies on this computer.
    pub signs: bool,
}

impl AccountView {
    /// Its name is the screen's to give.
    pub fn practice() -> Self {
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
            sign_off: String::new(),
            signs: false,
        }
    }
}

/// `firstStart`: nobody has yet chosen practice or added an account. `current` always names an account of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    pub accounts: Vec<AccountView>,
    pub current: String,
    pub first_start: bool,
    pub preferences: Preferences,
    /// The settings could not be read at the start, or not all of them.
    pub settings_rescue: Option<SettingsRescue>,
}

/// The account form's content. Keys come once and never go back: empty = leave the saved ones.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountForm {
    pub id: Option<String>,
    pub name: String,
    /// A host, or a whole pasted API address.
    pub address: String,
    pub organisation: String,
    pub calls_per_window: u32,
    #[ts(type = "string")]
    pub access_key: SecretString,
    #[ts(type = "string")]
    pub secret_key: SecretString,
    pub keep: KeepKeys,
    /// Where leads are looked up by email; empty for nowhere.
    pub lead_host: String,
    /// The note that says who sent, behind everything that was done; empty for none.
    #[serde(default)]
    pub sign_off: String,
}

/// A fault of the form itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FormFault {
    NameEmpty,
    CallsOutOfRange,
    LeadHostUnreadable {
        given: String,
    },
    /// The saved keys are for the place that the account had: for another they have to be given again.
    KeysOfAnotherPlace,
}

/// A fault of an account form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum AccountFault {
    Form(FormFault),
    Address(AddressFault),
    Keys(KeysFault),
}

/// The answer to saving an account.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Saved")]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum SaveResult {
    #[serde(rename_all = "camelCase")]
    Saved {
        overview: Overview,
        /// How many of its deliveries wait that are for the place where the account was.
        waiting_elsewhere: u64,
    },
    Faults {
        faults: Vec<AccountFault>,
    },
    /// Nothing was saved: there is no keychain that would take the keys.
    NoKeychain {
        why: String,
    },
    /// Nothing was saved: the keychain has no keyring, or wallet, yet, and none was made.
    NoKeyring,
    /// Nothing was saved: the keychain is locked.
    KeychainLocked,
}

/// The reading of a pasted address; organisation only where the address named one.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Address")]
pub struct AddressView {
    pub host: String,
    pub organisation: Option<String>,
}

/// Two keys, and the lead host at which a person wants it to be asked whose they are.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeysToAsk {
    #[ts(type = "string")]
    pub access_key: SecretString,
    #[ts(type = "string")]
    pub secret_key: SecretString,
    pub lead_host: String,
}

/// Whose keys they are, or why nobody knows.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one at a time goes over to the screen")]
pub enum OwnerAnswer {
    Known {
        owner: KeysOwner,
        /// The host that answered.
        #[ts(type = "string")]
        asked: Host,
    },
    Faults {
        faults: Vec<AccountFault>,
    },
    Failed {
        failure: Failure,
    },
}

/// Why a connection was not even tried.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum NotTried {
    Faults { faults: Vec<AccountFault> },
    KeysNotAvailable { keys: KeysState },
}

/// The outcome of trying a connection, or why it was not tried.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Connection")]
#[serde(untagged)]
pub enum Tried {
    NotTried(NotTried),
    Found(Connection),
}

impl Tried {
    pub fn faults(faults: Vec<AccountFault>) -> Self {
        Self::NotTried(NotTried::Faults { faults })
    }

    pub fn keys_not_available(keys: KeysState) -> Self {
        Self::NotTried(NotTried::KeysNotAvailable { keys })
    }
}

/// A person's sign-in to the proxy before the ticket system. Name and password come once and never go back.
#[derive(Debug, Deserialize, TS)]
pub struct ProxySignIn {
    pub proxy: String,
    pub name: String,
    #[ts(type = "string")]
    pub password: SecretString,
}
