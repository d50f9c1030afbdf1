//! The states of a delivery, and every step between them. `docs/deliveries.md` has the same table for people; a
//! test holds the two together.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use service_crm::{Code, Effect, Failure};

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DeliveryState"))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The delivery goes out by itself, as soon as it can.
    Waiting,
    /// An attempt is under way.
    Sending,
    /// The ticket has it: the server said so, or a person did.
    Done,
    /// The ticket does not have it, and a person must change something first.
    Refused,
    /// The server had everything; whether it acted is not known.
    MayBeDone,
    /// Stopped by a person before the server could have acted.
    Cancelled,
    /// Sent off a moment ago: a person can still take it back. It goes by itself when the moment is over.
    HeldBack,
}

/// An event in a delivery's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An attempt begins.
    Begin,
    /// The server's answer says that it was done.
    Receipt,
    /// The attempt failed: the server cannot have acted, and nobody has to change anything.
    FailedRepeatable,
    /// The attempt failed: the server cannot have acted, and somebody has to change something.
    FailedForGood,
    /// The attempt failed, and the server may have acted.
    FailedUnknown,
    /// A person stopped the attempt before its last bytes had left.
    Stopped,
    /// The app was told to stop, and the last bytes had not left.
    Paused,
    /// The app ended before the last bytes were released.
    CrashedBefore,
    /// The app ended after the last bytes were released.
    CrashedAfter,
    /// A person cancelled it while it waited.
    Cancel,
    /// A person looked, and it was done.
    ItWasDone,
    /// A person wants it sent again.
    SendAgain,
    /// The moment after Send is over: by itself, by the next Send, by a person who does not want to wait for it, or
    /// because the window closes.
    LetGo,
}

/// Every state and every step, for tables.
pub const STATES: [State; 7] = [
    State::Waiting,
    State::Sending,
    State::Done,
    State::Refused,
    State::MayBeDone,
    State::Cancelled,
    State::HeldBack,
];
#[expect(missing_docs, reason = "the names say it")]
pub const STEPS: [Step; 13] = [
    Step::Begin,
    Step::Receipt,
    Step::FailedRepeatable,
    Step::FailedForGood,
    Step::FailedUnknown,
    Step::Stopped,
    Step::Paused,
    Step::CrashedBefore,
    Step::CrashedAfter,
    Step::Cancel,
    Step::ItWasDone,
    Step::SendAgain,
    Step::LetGo,
];

impl State {
    /// The state after a step; none where the step cannot be taken.
    ///
    /// This is the whole of it: no other code decides where a delivery goes. Two things are no steps between states: Send
    /// makes a delivery of the draft, and Undo the draft of one that is held back.
    pub fn after(self, step: Step) -> Option<State> {
        Some(match (self, step) {
            (State::Waiting, Step::Begin) => State::Sending,
            (State::Waiting, Step::Cancel) => State::Cancelled,
            (State::Sending, Step::Receipt) => State::Done,
            (State::Sending, Step::FailedRepeatable | Step::Paused | Step::CrashedBefore) => State::Waiting,
            (State::Sending, Step::FailedForGood) => State::Refused,
            (State::Sending, Step::FailedUnknown | Step::CrashedAfter) => State::MayBeDone,
            (State::Sending, Step::Stopped) => State::Cancelled,
            (State::MayBeDone, Step::ItWasDone) => State::Done,
            (State::MayBeDone | State::Refused, Step::SendAgain) => State::Waiting,
            (State::HeldBack, Step::LetGo) => State::Waiting,
            (State::HeldBack, Step::Cancel) => State::Cancelled,
            (State::Waiting | State::Sending | State::Done | State::Cancelled, _) => return None,
            (State::MayBeDone | State::Refused | State::HeldBack, _) => return None,
        })
    }

    /// Whether the files it would be sent with are still needed.
    pub(crate) fn needs_files(self) -> bool {
        !matches!(self, State::Done | State::Cancelled)
    }

    /// Whether its last attempt is over and no other will be made by itself.
    pub(crate) fn is_settled(self) -> bool {
        !matches!(self, State::Waiting | State::Sending | State::HeldBack)
    }

    /// The state's name in the database and in queries.
    pub fn name(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sending => "sending",
            State::Done => "done",
            State::Refused => "refused",
            State::MayBeDone => "may_be_done",
            State::Cancelled => "cancelled",
            State::HeldBack => "held_back",
        }
    }
}

impl Step {
    /// The step that a failure makes the delivery take. `paused`: it was the app that stopped it, not a person.
    pub(crate) fn of(failure: &Failure, paused: bool) -> Self {
        match (failure.effect, &failure.code) {
            (Effect::MayBeDone, _) => Self::FailedUnknown,
            (_, Code::Cancelled) if paused => Self::Paused,
            (_, Code::Cancelled) => Self::Stopped,
            _ if failure.repeatable() => Self::FailedRepeatable,
            _ => Self::FailedForGood,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No state has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no state of a delivery")]
pub struct UnknownState(String);

impl FromStr for State {
    type Err = UnknownState;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        STATES.into_iter().find(|state| state.name() == name).ok_or_else(|| UnknownState(name.to_owned()))
    }
}

impl rusqlite::types::FromSql for State {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
    }
}

impl rusqlite::types::ToSql for State {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}
