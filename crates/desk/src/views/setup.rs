//! Team setup files that are opened and saved, and what the app is asked from outside.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use service_crm::KeysFault;
use team_setup::{
    Difference, Preset, Provenance, SealFault, SetupFault, SetupField, SetupLimits, ShownOtherwise, Summary,
    UnsealFault,
};
use ts_rs::TS;

use crate::kept::keys::KeysState;
use crate::views::accounts::Overview;

/// How a setup stands to the accounts on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A setup of an account that is not here yet.
    New,
    /// The account is here, and has no setup: it was added by hand.
    Joins,
    /// A later revision of the setup that is here.
    Newer,
    /// The one that is here.
    Same,
    /// An earlier one than that which is here. It is not taken.
    Older,
    /// Another one with the same number as that which is here.
    Parted,
    /// A later one by so many numbers that it cannot be the team's next. It is not taken.
    Leaps,
}

/// A person's further word, besides pressing the button, because it goes against something that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    /// The account would be at another place.
    Place,
    /// The team is known by a key, and the file is not signed by it; or it was changed after it was signed.
    Signature,
}

/// Where an account is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountPlace {
    /// The account's name.
    pub account: String,
    /// With the port where it is not the usual one.
    pub host: String,
    pub organisation: String,
    pub lead_host: Option<String>,
}

/// The keys that a person has to give for a setup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeysNeeded {
    /// Nothing: the account's keys are here and stay.
    None,
    /// The passphrase of the keys that come with it, or both keys.
    Passphrase,
    /// Both keys.
    Both,
}

/// A setup's consequences, and how it stands to what is here.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupPreview {
    /// The name by which this one is taken or left, and no other that is opened meanwhile.
    pub id: String,
    /// The file's name.
    pub file: String,
    pub summary: Summary,
    pub standing: Standing,
    pub keys: KeysNeeded,
    /// There is something to take, and it is not an older one.
    pub may_be_taken: bool,
    /// The name of the account that it is about; null where it would be a new one.
    pub account: Option<String>,
    /// The number of the setup that is here.
    pub revision_here: Option<u32>,
    /// The account's keys would go elsewhere than today, so they are asked for again.
    pub elsewhere: bool,
    /// Where the account is today; null where it would be a new one.
    pub here: Option<AccountPlace>,
    /// Another account that looks like it: at the same host with another organisation, or of the same name.
    pub alike: Option<AccountPlace>,
    /// The hosts that keys would go to and that are neither the vendor's nor this computer.
    pub not_of_vendor: Vec<String>,
    /// The differences; of a new account everything that it brings.
    pub differences: Vec<Difference>,
    pub shown_otherwise: Vec<ShownOtherwise>,
    pub provenance: Provenance,
    /// The beginning of the key that signed it, as two people read it to each other.
    pub signed_by: Option<String>,
    /// The same of the key that the team is known by.
    pub team_key: Option<String>,
    pub confirm: Vec<Confirmation>,
    /// Deliveries that wait for the place where the account is today.
    #[ts(type = "number")]
    pub waiting: u64,
}

/// The outcome of opening a team setup file. Nothing is changed yet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum SetupOpened {
    Previewed {
        preview: Box<SetupPreview>,
    },
    NotASetup {
        file: String,
        fault: SetupFault,
    },
    /// By the system.
    Unreadable {
        file: String,
        why: String,
    },
    /// The person closed the dialog.
    NotChosen,
}

/// The keys that a person gives for a setup. They come once and never go back.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "given", rename_all = "snake_case")]
pub enum GivenKeys {
    /// None: those that are here stay.
    None,
    Passphrase {
        #[ts(type = "string")]
        passphrase: SecretString,
    },
    Both {
        #[ts(type = "string")]
        access_key: SecretString,
        #[ts(type = "string")]
        secret_key: SecretString,
    },
}

/// The outcome of taking the setup that was opened. Nothing is changed unless it was taken.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum SetupTaken {
    Taken {
        overview: Overview,
    },
    Keys {
        fault: KeysFault,
    },
    Passphrase {
        fault: UnsealFault,
    },
    /// There is no keychain that would take the keys.
    NoKeychain {
        why: String,
    },
    KeychainLocked,
    /// There is more to be confirmed than was: something has changed since it was shown.
    Unconfirmed {
        preview: Box<SetupPreview>,
    },
    /// A setup that is older than the one that is here, or not open any more.
    NothingToTake,
}

/// The form's first content when an account's team setup is saved.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupForm {
    /// The team's name.
    pub name: String,
    /// The number of the setup that was saved or taken last.
    pub revision: Option<u32>,
    /// Fields that people see, in their order.
    pub fields: Vec<SetupField>,
    /// Fields that they could see besides.
    pub others: Vec<SetupField>,
    pub presets: Vec<Preset>,
    pub limits: SetupLimits,
    /// The account's, in any 5 seconds.
    pub calls_per_window: u32,
    /// The keys were in it.
    pub keys: bool,
    pub signing: Signing,
}

/// How a setup that is saved here would be signed. `key` is as two people read it to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Signing {
    /// By a key that is made when it is saved.
    First,
    /// By the key that the team is known by.
    Ours { key: String },
    /// The team is known by a key that this computer does not have: signed by another, everybody has to confirm it.
    Anothers { key: String },
}

/// A passphrase as it is typed. It comes once and never goes back.
#[derive(Debug, Deserialize, TS)]
pub struct Passphrase {
    #[ts(type = "string")]
    pub secret: SecretString,
}

/// The outcome of giving the signing key to a second administrator, or of taking it from the first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum SigningKeyMoved {
    Exported {
        path: String,
    },
    Imported {
        key: String,
    },
    /// The person closed the dialog.
    NotChosen,
    Weak {
        fault: SealFault,
    },
    Sealed {
        fault: UnsealFault,
    },
    /// A key that the team is not known by.
    AnotherTeams {
        key: String,
        team: String,
    },
    /// The keychain does not have it, or does not take it.
    NotAvailable {
        keys: KeysState,
    },
    /// By the system.
    Failed {
        why: String,
    },
}

/// A team setup's content as it is to be saved; the rest is the account's.
#[derive(Debug, Deserialize, TS)]
pub struct SetupToSave {
    /// The account's id.
    pub account: String,
    pub name: String,
    pub fields: Vec<SetupField>,
    pub presets: Vec<Preset>,
    pub limits: SetupLimits,
    /// With it the account's keys are sealed; null: no keys go into the file.
    #[ts(type = "string | null")]
    pub passphrase: Option<SecretString>,
    /// A setup without a signature, because the keychain does not have the key or does not take one.
    pub unsigned: bool,
}

/// The outcome of saving a team setup.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum SetupSaved {
    Saved {
        path: String,
        revision: u32,
    },
    /// The person closed the dialog.
    NotChosen,
    /// A breach of a rule of the file.
    Setup {
        fault: SetupFault,
    },
    Passphrase {
        fault: SealFault,
    },
    KeysNotAvailable {
        keys: KeysState,
    },
    SigningKeyNotAvailable {
        keys: KeysState,
    },
    /// By the system.
    Failed {
        why: String,
    },
}

/// A request from outside: by the app's arguments, a link, or a setup that was dropped.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "LaunchRequest")]
#[serde(tag = "request", rename_all = "snake_case")]
pub enum LaunchRequestView {
    Setup {
        opened: SetupOpened,
    },
    /// To put these into the draft. `files` is how many.
    Draft {
        ticket: Option<String>,
        files: usize,
    },
    /// A link that asked for more than to name a ticket.
    StrangeLink,
}
