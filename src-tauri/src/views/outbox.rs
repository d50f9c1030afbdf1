//! Deliveries, as the list and the dialogs show them.

use outbox::{
    Accepted, AttemptRecord, Delivery, Ended, Finding, Job, LeftOut, NotCopied, Page, Rescue, SentFile,
    SentUnder, State, Top, WaitReason,
};
use serde::{Deserialize, Serialize};
use service_crm::{Change, Failure, Progress, UpdateFault};
use ts_rs::TS;

use super::accounts::KeysState;
use super::draft::{DraftView, FileKind};
use crate::practice;

/// A file as it was sent, or was to be.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SentFile")]
pub(crate) struct SentFileView {
    name: String,
    size: u64,
    kind: FileKind,
}

/// Why a delivery waits.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Waiting")]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum WaitingView {
    /// Its turn comes in a moment.
    Turn,
    /// An earlier update of the same ticket goes first.
    Behind,
    /// An earlier update of the same ticket may have been done: the person has to say first.
    BehindUnknown,
    /// The account's calls are used up; asked: the server said so.
    Pace {
        asked: bool,
    },
    Connection {
        host: String,
    },
    /// The server is not available for the moment.
    Busy,
    /// The account's keys cannot be had.
    Keys {
        keys: KeysState,
    },
    /// The server refused the account's keys a moment ago, so nobody else tries with them.
    KeysRefused,
    AccountGone,
    /// The disk does not take what must be written first.
    Storage {
        why: String,
    },
}

impl WaitingView {
    /// `keys`: where the account's keys are.
    pub(crate) fn new(reason: WaitReason, keys: KeysState) -> Self {
        match reason {
            WaitReason::Turn => Self::Turn,
            WaitReason::Behind => Self::Behind,
            WaitReason::BehindUnknown => Self::BehindUnknown,
            WaitReason::Pace { asked } => Self::Pace { asked },
            WaitReason::Connection { host } => Self::Connection { host },
            WaitReason::Busy => Self::Busy,
            WaitReason::Keys => Self::Keys { keys },
            WaitReason::KeysRefused => Self::KeysRefused,
            WaitReason::AccountGone => Self::AccountGone,
            WaitReason::Storage { why } => Self::Storage { why },
        }
    }
}

/// A draft that was sent off. Times are milliseconds since 1970.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Delivery")]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeliveryView {
    id: i64,
    /// The account's id.
    account: String,
    /// What it was called then; empty for the practice account, whose name is the screen's to give.
    account_name: String,
    practice: bool,
    job: Job,
    /// Empty for a new one, until the server has named it.
    ticket: String,
    lead: String,
    changes: Vec<Change>,
    note: String,
    files: Vec<SentFileView>,
    state: State,
    /// It waits for a person: it may be done, or it was refused and nobody has attended to it.
    needs_you: bool,
    created_at: i64,
    settled_at: Option<i64>,
    /// While it waits.
    waiting: Option<WaitingView>,
    /// By its last attempt; null where there was none yet. Its answer comes without the body.
    ended: Option<Ended>,
    /// What the ticket showed, while it may be done.
    finding: Option<Finding>,
    attempts: u32,
}

impl DeliveryView {
    pub(crate) fn new(delivery: Delivery, waiting: Option<WaitingView>) -> Self {
        let file = |SentFile { name, size, .. }| SentFileView { kind: FileKind::of(&name), name, size };
        Self {
            needs_you: delivery.needs_you(),
            id: delivery.id,
            practice: delivery.account == practice::ID,
            job: delivery.job,
            note: delivery.note,
            account: delivery.account,
            account_name: delivery.account_name,
            ticket: delivery.ticket,
            lead: delivery.lead,
            changes: delivery.changes,
            files: delivery.files.into_iter().map(file).collect(),
            state: delivery.state,
            created_at: delivery.created_at,
            settled_at: delivery.settled_at,
            waiting,
            ended: delivery.ended,
            finding: delivery.finding,
            attempts: delivery.attempts,
        }
    }
}

/// One delivery whole.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct DeliveryWhole {
    pub(crate) delivery: DeliveryView,
    pub(crate) attempts: Vec<AttemptRecord>,
}

/// One page of the list, newest first; `more` says whether older ones follow.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct OutboxPage {
    deliveries: Vec<DeliveryView>,
    more: bool,
}

impl OutboxPage {
    pub(crate) fn new(page: Page, view: impl Fn(Delivery) -> DeliveryView) -> Self {
        Self { deliveries: page.deliveries.into_iter().map(view).collect(), more: page.more }
    }
}

/// What stands above the list, at most 50 of each: the newest that need the person, and what is on the way in its
/// order.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutboxTop {
    needs_you: Vec<DeliveryView>,
    needs_you_total: u64,
    on_the_way: Vec<DeliveryView>,
    on_the_way_total: u64,
}

impl OutboxTop {
    pub(crate) fn new(top: Top, view: impl Fn(Delivery) -> DeliveryView) -> Self {
        Self {
            needs_you: top.needs_you.into_iter().map(&view).collect(),
            needs_you_total: top.needs_you_total,
            on_the_way: top.on_the_way.into_iter().map(&view).collect(),
            on_the_way_total: top.on_the_way_total,
        }
    }
}

/// An account that deliveries were sent off under, a removed one too.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct OutboxAccount {
    id: String,
    name: String,
    practice: bool,
}

impl From<SentUnder> for OutboxAccount {
    fn from(SentUnder { account, name }: SentUnder) -> Self {
        Self { practice: account == practice::ID, id: account, name }
    }
}

/// The answer to pressing Send.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Sent {
    Faults {
        faults: Vec<UpdateFault>,
    },
    KeysNotAvailable {
        keys: KeysState,
    },
    /// The copies of the files would not fit: bytes.
    NoRoom {
        needed: u64,
        free: u64,
    },
    /// Files that are not as they were added.
    NotTaken {
        failures: Vec<Failure>,
    },
    /// The team of the current account does not allow these files of the draft.
    NotAllowed {
        left: Vec<LeftOut>,
    },
    /// The person stopped the taking of copies.
    Stopped,
    /// It is a delivery; the draft is empty of it.
    Accepted {
        delivery: Box<DeliveryView>,
        draft: DraftView,
    },
}

impl Sent {
    /// What is not yet a delivery, and why.
    pub(crate) fn not(accepted: Accepted) -> Result<Self, Box<Delivery>> {
        Ok(match accepted {
            Accepted::Delivery(delivery) => return Err(delivery),
            Accepted::Faults(faults) => Self::Faults { faults },
            Accepted::NotCopied(NotCopied::NoRoom { needed, free }) => Self::NoRoom { needed, free },
            Accepted::NotCopied(NotCopied::Files(failures)) => Self::NotTaken { failures },
            Accepted::NotCopied(NotCopied::Stopped | NotCopied::Outbox(_)) => Self::Stopped,
        })
    }
}

/// How far a delivery has come. Event "outbox-progress".
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct DeliveryProgress {
    pub(crate) id: i64,
    pub(crate) progress: Progress,
}

/// How much room the outbox takes, in bytes, and where it lies.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Storage {
    pub(crate) spool_bytes: u64,
    pub(crate) spool_files: u64,
    pub(crate) deliveries: u64,
    pub(crate) database_bytes: u64,
    pub(crate) folder: String,
}

/// A database that was found damaged at the start, and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Rescue")]
#[serde(rename_all = "camelCase")]
pub(crate) struct RescueView {
    set_aside: String,
    deliveries: u64,
    draft: bool,
}

impl From<&Rescue> for RescueView {
    fn from(rescue: &Rescue) -> Self {
        Self {
            set_aside: rescue.set_aside.to_string_lossy().into_owned(),
            deliveries: rescue.deliveries,
            draft: rescue.draft,
        }
    }
}

/// The window was asked to close while something is on its way. Event "closing".
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub(crate) struct Closing {
    /// Being sent, or about to be.
    pub(crate) sending: u64,
    pub(crate) waiting: u64,
}

/// How the window is to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CloseHow {
    /// What is on its way goes on, without a window.
    Background,
    /// It stops, and goes on at the next start.
    Stop,
}

/// What came of saving the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Exported {
    Saved {
        path: String,
        rows: u64,
    },
    /// The person closed the dialog.
    NotChosen,
    Failed {
        why: String,
    },
}
