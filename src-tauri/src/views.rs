//! What goes over to the screen and comes back: the screen's types are generated from these.

use outbox::{Attached, Delivery, Draft, DraftFile, HistoryPage, LeftOut, OutboxError, Outcome, SentFile};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use service_crm::{AddressFault, Change, Connection, KeysFault, UpdateFault};
use ts_rs::TS;

use crate::accounts::Preferences;
use crate::practice;

/// What a file is, by its name: for its badge and its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileKind {
    Picture,
    Pdf,
    Archive,
    Text,
    Table,
    Document,
    Sound,
    Video,
    Other,
}

impl FileKind {
    fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "tif" | "tiff" | "heic" | "svg" => {
                Self::Picture
            }
            "pdf" => Self::Pdf,
            "zip" | "7z" | "rar" | "gz" | "tgz" | "tar" | "xz" | "zst" => Self::Archive,
            "txt" | "md" | "log" | "json" | "xml" | "html" | "eml" => Self::Text,
            "xls" | "xlsx" | "ods" | "csv" | "tsv" => Self::Table,
            "doc" | "docx" | "odt" | "rtf" | "ppt" | "pptx" | "odp" | "msg" => Self::Document,
            "mp3" | "wav" | "m4a" | "ogg" | "flac" | "amr" => Self::Sound,
            "mp4" | "mov" | "avi" | "mkv" | "webm" | "3gp" => Self::Video,
            _ => Self::Other,
        }
    }
}

/// A file of a draft, as it was when it was attached.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Attachment")]
pub(crate) struct AttachmentView {
    id: i64,
    name: String,
    path: String,
    size: u64,
    kind: FileKind,
}

pub(crate) fn attachments(files: Vec<DraftFile>) -> Vec<AttachmentView> {
    let view = |DraftFile { id, attachment }| AttachmentView {
        id,
        name: attachment.name().to_owned(),
        path: attachment.path().to_string_lossy().into_owned(),
        size: attachment.stamp().size,
        kind: FileKind::of(attachment.name()),
    };
    files.into_iter().map(view).collect()
}

/// What a person is putting together; typed text is kept exactly as typed.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Draft")]
pub(crate) struct DraftView {
    ticket: String,
    lead: String,
    changes: Vec<Change>,
    attachments: Vec<AttachmentView>,
}

impl From<Draft> for DraftView {
    fn from(Draft { text, files }: Draft) -> Self {
        let outbox::DraftText { ticket, lead, changes } = text;
        Self { ticket, lead, changes, attachments: attachments(files) }
    }
}

/// What came of adding files: the draft's attachments after it, and what was not added.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Attached")]
pub(crate) struct AttachedView {
    attachments: Vec<AttachmentView>,
    added: usize,
    left: Vec<LeftOut>,
}

impl From<Attached> for AttachedView {
    fn from(Attached { files, added, left }: Attached) -> Self {
        Self { attachments: attachments(files), added, left }
    }
}

/// What happens over the window while files are dragged onto it. Event "files-over".
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FilesOver {
    Over,
    Left,
    Dropped,
}

/// Where an account's keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeysState {
    /// In the system's keychain.
    Saved,
    /// Kept until the app is closed.
    Session,
    /// None were ever given for this account on this computer.
    Missing,
    /// They were saved, but the keychain is locked (it answers as if nothing were saved).
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
#[derive(Debug, Clone, Copy, Deserialize, TS)]
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
}

/// What is wrong with the form itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum FormFault {
    NameEmpty,
    CallsOutOfRange,
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

/// A file as it was sent, or was to be.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SentFile")]
pub(crate) struct SentFileView {
    name: String,
    size: u64,
    kind: FileKind,
}

/// A draft that was sent off, and what became of it. Times are milliseconds since 1970.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Delivery")]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeliveryView {
    id: i64,
    account: String,
    practice: bool,
    ticket: String,
    lead: String,
    changes: Vec<Change>,
    files: Vec<SentFileView>,
    started_at: i64,
    ended_at: Option<i64>,
    outcome: Outcome,
}

impl From<Delivery> for DeliveryView {
    fn from(delivery: Delivery) -> Self {
        let file = |SentFile { name, size, .. }| SentFileView { kind: FileKind::of(&name), name, size };
        Self {
            id: delivery.id,
            practice: delivery.account == practice::ID,
            account: delivery.account_name,
            ticket: delivery.ticket,
            lead: delivery.lead,
            changes: delivery.changes,
            files: delivery.files.into_iter().map(file).collect(),
            started_at: delivery.started_at,
            ended_at: delivery.ended_at,
            outcome: delivery.outcome,
        }
    }
}

/// One page of the history, newest first; `more` says whether older ones follow.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "HistoryPage")]
pub(crate) struct HistoryPageView {
    deliveries: Vec<DeliveryView>,
    more: bool,
}

impl From<HistoryPage> for HistoryPageView {
    fn from(HistoryPage { deliveries, more }: HistoryPage) -> Self {
        Self { deliveries: deliveries.into_iter().map(Into::into).collect(), more }
    }
}

/// The draft after a delivery was put into it, and which of its files could not be.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct UsedAgain {
    pub(crate) draft: DraftView,
    pub(crate) attached: AttachedView,
}

/// The answer to pressing Send.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Sent {
    Faults { faults: Vec<UpdateFault> },
    KeysNotAvailable { keys: KeysState },
    Settled { delivery: Box<DeliveryView> },
}

impl From<outbox::Sent> for Sent {
    fn from(sent: outbox::Sent) -> Self {
        match sent {
            outbox::Sent::Faults(faults) => Self::Faults { faults },
            outbox::Sent::Settled(delivery) => Self::Settled { delivery: Box::new((*delivery).into()) },
        }
    }
}

/// Why a command itself failed: rare, and never about the ticket.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum ShellError {
    /// The disk, the database or the settings.
    Storage {
        why: String,
    },
    PracticeServer {
        why: String,
    },
    /// Something is being sent already.
    Busy,
}

impl From<OutboxError> for ShellError {
    fn from(error: OutboxError) -> Self {
        Self::Storage { why: error.to_string() }
    }
}

impl From<tauri_plugin_store::Error> for ShellError {
    fn from(error: tauri_plugin_store::Error) -> Self {
        Self::Storage { why: error.to_string() }
    }
}
