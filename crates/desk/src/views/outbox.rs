//! Deliveries, as the list and the dialogs show them.

use outbox::{
    Accepted, AttemptRecord, Delivery, Ended, FileFound, Finding, Job, LeftOut, NotCopied, Page, Rescue,
    SentFile, SentUnder, SetAside, State, Stuck, Top, WaitReason,
};
use serde::Serialize;
use service_crm::{Change, Failure, Place, Progress};
use ts_rs::TS;

use crate::kept::keys::KeysState;
use crate::kept::practice;
use crate::views::draft::{DraftView, FileKind};
use crate::views::fields::DraftFault;

/// A file as it was sent, or was to be.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SentFile")]
pub struct SentFileView {
    pub name: String,
    pub size: u64,
    pub kind: FileKind,
}

/// Why a delivery waits.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Waiting")]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum WaitingView {
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
    /// Two in a row ended without anybody knowing whether they were done: the app looks first whether the ticket system
    /// answers, and then one goes ahead.
    Unsure,
    /// The person has to mend the way first: a certificate, a clock, a proxy.
    Way {
        failure: Box<Failure>,
        /// The proxy that a name and a password would do for.
        sign_in_to: Option<String>,
    },
    /// The account's keys cannot be had.
    Keys {
        keys: KeysState,
    },
    /// The server refused the account's keys a moment ago, so nobody else tries with them.
    KeysRefused,
    AccountGone,
    /// Its account is at another place than it is for: the person has to say.
    PlaceChanged {
        from: PlaceView,
        to: PlaceView,
    },
    /// The disk does not take what must be written first.
    Storage {
        why: String,
    },
    /// The outbox came from another computer, which may send the same: the person has to say first.
    OtherComputer,
}

/// Host, organisation and lead host; the last is empty for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Place")]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    pub host: String,
    pub organisation: String,
    pub lead_host: String,
}

impl From<Place> for PlaceView {
    fn from(place: Place) -> Self {
        Self {
            host: place.host.to_string(),
            organisation: place.organisation.as_str().to_owned(),
            lead_host: place.lead_host.map(|host| host.to_string()).unwrap_or_default(),
        }
    }
}

impl WaitingView {
    /// `keys`: where the account's keys are.
    pub fn new(waiting: WaitReason, keys: KeysState) -> Self {
        match waiting {
            WaitReason::Turn => Self::Turn,
            WaitReason::Behind => Self::Behind,
            WaitReason::BehindUnknown => Self::BehindUnknown,
            WaitReason::Pace { asked } => Self::Pace { asked },
            WaitReason::Connection { host } => Self::Connection { host },
            WaitReason::Busy => Self::Busy,
            WaitReason::Unsure => Self::Unsure,
            WaitReason::Way { failure } => {
                Self::Way { sign_in_to: failure.proxy_to_sign_in().map(str::to_owned), failure }
            }
            WaitReason::Keys => Self::Keys { keys },
            WaitReason::KeysRefused => Self::KeysRefused,
            WaitReason::AccountGone => Self::AccountGone,
            WaitReason::PlaceChanged { from, to } => {
                Self::PlaceChanged { from: PlaceView::from(*from), to: PlaceView::from(*to) }
            }
            WaitReason::Storage { why } => Self::Storage { why },
            WaitReason::OtherComputer => Self::OtherComputer,
        }
    }
}

/// A draft that was sent off. Times are milliseconds since 1970.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Delivery")]
#[serde(rename_all = "camelCase")]
pub struct DeliveryView {
    pub id: i64,
    /// The account's id.
    pub account: String,
    /// The account's name then; empty for the practice account, whose name is the screen's to give.
    pub account_name: String,
    pub practice: bool,
    pub job: Job,
    /// Empty for a new one, until the server has named it.
    pub ticket: String,
    pub lead: String,
    pub changes: Vec<Change>,
    pub note: String,
    pub files: Vec<SentFileView>,
    pub state: State,
    /// A delivery that waits for a person: it may be done, or it was refused and nobody has attended to it.
    pub needs_you: bool,
    /// The very same may be sent once more, by a press.
    pub may_be_sent_again: bool,
    /// A delivery that may be sent as several smaller updates, by a press.
    pub may_be_split: bool,
    /// A delivery that may be corrected although it may be done, by a press.
    pub may_be_corrected: bool,
    /// A delivery of which there is something to be looked at for putting it back.
    pub may_be_put_back: bool,
    pub created_at: i64,
    pub settled_at: Option<i64>,
    /// While it waits.
    pub waiting: Option<WaitingView>,
    /// When it goes by itself, while it is held back and nobody has asked it back.
    pub goes_at: Option<i64>,
    /// A delivery that is held back until the person says: another draft was in the way of its Undo.
    pub asked_back: bool,
    /// The id of the update that it puts back.
    pub puts_back: Option<i64>,
    /// By its last attempt; null where there was none yet. Its answer comes without the body.
    pub ended: Option<Ended>,
    /// Where its attempts ended, while it is refused only because it failed so often in a row.
    pub stuck: Option<Stuck>,
    /// The ticket's evidence, while it may be done.
    pub finding: Option<Finding>,
    pub attempts: u32,
}

impl DeliveryView {
    pub fn new(delivery: Delivery, waiting: Option<WaitingView>) -> Self {
        let file = |SentFile { name, size, .. }| SentFileView { kind: FileKind::of(&name), name, size };
        Self {
            needs_you: delivery.needs_you(),
            may_be_sent_again: delivery.may_be_sent_again(),
            may_be_split: delivery.may_be_split(),
            may_be_corrected: delivery.may_be_corrected(),
            may_be_put_back: delivery.may_be_put_back(),
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
            goes_at: None,
            asked_back: delivery.asked_back,
            puts_back: delivery.puts_back.map(|puts_back| puts_back.delivery),
            ended: delivery.ended,
            stuck: delivery.stuck,
            finding: delivery.finding,
            attempts: delivery.attempts,
        }
    }
}

/// One delivery whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeliveryWhole {
    pub delivery: DeliveryView,
    pub attempts: Vec<AttemptRecord>,
}

/// The outcome of looking for a delivery's files on its ticket.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum FilesLooked {
    Looked {
        files: Vec<FileFound>,
    },
    /// The account does not show conversations, or could not be asked now.
    NotAnswered {
        failure: Failure,
    },
    /// The account's keys are not to be had, or there is no ticket yet.
    NobodyToAsk,
}

/// One page of the list, newest first; `more` says whether older ones follow.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutboxPage {
    pub deliveries: Vec<DeliveryView>,
    pub more: bool,
}

impl OutboxPage {
    pub fn new(page: Page, view: impl Fn(Delivery) -> DeliveryView) -> Self {
        Self { deliveries: page.deliveries.into_iter().map(view).collect(), more: page.more }
    }
}

/// The part above the list, at most 50 of each: the newest that need the person, and what is on the way in its
/// order.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxTop {
    pub needs_you: Vec<DeliveryView>,
    pub needs_you_total: u64,
    pub on_the_way: Vec<DeliveryView>,
    pub on_the_way_total: u64,
}

impl OutboxTop {
    pub fn new(top: Top, view: impl Fn(Delivery) -> DeliveryView) -> Self {
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
pub struct OutboxAccount {
    pub id: String,
    pub name: String,
    pub practice: bool,
}

impl From<SentUnder> for OutboxAccount {
    fn from(SentUnder { account, name }: SentUnder) -> Self {
        Self { practice: account == practice::ID, id: account, name }
    }
}

/// The answer to pressing Send.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one at a time goes over to the screen")]
pub enum Sent {
    Faults {
        faults: Vec<DraftFault>,
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
    /// A delivery now; the draft is empty of it. Where it went in parts, the last of them, with those before it.
    Accepted {
        delivery: Box<DeliveryView>,
        before: Vec<DeliveryView>,
        draft: DraftView,
    },
}

impl Sent {
    /// The reason why it is not yet a delivery.
    pub fn not(accepted: Accepted) -> Result<Self, Vec<Delivery>> {
        Ok(match accepted {
            Accepted::Delivery(delivery) => return Err(vec![*delivery]),
            Accepted::Parts(parts) => return Err(parts),
            Accepted::Faults(faults) => {
                Self::Faults { faults: faults.into_iter().map(DraftFault::Draft).collect() }
            }
            Accepted::NotCopied(NotCopied::NoRoom { needed, free }) => Self::NoRoom { needed, free },
            Accepted::NotCopied(NotCopied::Files(failures)) => Self::NotTaken { failures },
            Accepted::NotCopied(NotCopied::Stopped | NotCopied::Outbox(_)) => Self::Stopped,
        })
    }
}

/// The answer to Undo.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Undone")]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum UndoneView {
    /// The draft is as it was before Send, and there is no such delivery any more.
    Draft { draft: DraftView },
    /// Another draft, put together since, is in the way; the delivery stays held back until the person says.
    InTheWay { delivery: Box<DeliveryView> },
}

/// How far a delivery has come.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeliveryProgress {
    pub id: i64,
    pub progress: Progress,
}

/// How much room the outbox takes, in bytes, and where it lies.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Storage {
    pub spool_bytes: u64,
    pub spool_files: u64,
    pub deliveries: u64,
    pub database_bytes: u64,
    pub folder: String,
}

/// A database that was found damaged at the start, and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Rescue")]
#[serde(rename_all = "camelCase")]
pub struct RescueView {
    pub set_aside: String,
    pub deliveries: u64,
    pub draft: bool,
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

/// A damaged database that a rescue set aside.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SetAside")]
#[serde(rename_all = "camelCase")]
pub struct SetAsideView {
    /// Its name in the app's folder.
    pub name: String,
    /// Milliseconds since 1970: when something was written into it last.
    pub written_at: i64,
    /// Bytes of all that belongs to it.
    pub bytes: u64,
}

impl From<SetAside> for SetAsideView {
    fn from(SetAside { name, written_at, bytes }: SetAside) -> Self {
        Self { name, written_at, bytes }
    }
}

/// The window was asked to close while something is on its way.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Closing {
    /// Being sent, or about to be.
    pub sending: u64,
    pub waiting: u64,
}

/// The outcome of saving the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum Exported {
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
