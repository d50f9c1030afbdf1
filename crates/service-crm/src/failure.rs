//! Why an attempt was not done, and what the server may have done with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;

/// What the server may have done with an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The server never had a complete request.
    NotSent,
    /// The server answered that it did not act, or was asked for nothing that changes anything.
    NotDone,
    /// The server had everything; whether it acted is not known.
    MayBeDone,
}

/// What a path names when it does not name a regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum NotRegular {
    Folder,
    Pipe,
    Device,
    Other,
}

/// Why an attempt failed: a stable code with its parameters, for a screen to turn into words.
///
/// `file` is always the name that the file was to have on the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Code {
    FileMissing {
        file: String,
    },
    FileUnreadable {
        file: String,
        why: String,
    },
    FileNotRegular {
        file: String,
        kind: NotRegular,
    },
    /// Its size or time changed between being attached and being sent.
    FileChanged {
        file: String,
    },
    /// It became shorter while it was being sent.
    FileShrank {
        file: String,
    },
    /// It became longer while it was being sent.
    FileGrew {
        file: String,
    },
    /// The ticket names no lead, and an update has to.
    LeadUnknown,
    HostNotFound {
        host: String,
    },
    CannotConnect {
        host: String,
    },
    ConnectTimedOut {
        host: String,
    },
    /// The secure connection could not be made, or the server's certificate is not trusted.
    ConnectionNotSecure {
        host: String,
        why: String,
    },
    /// The connection broke before the whole request was sent.
    BrokeWhileSending,
    /// No byte moved for this long before the whole request was sent.
    StalledWhileSending {
        seconds: u64,
    },
    /// The caller did not release the last bytes, so they never left.
    NotReleased {
        why: String,
    },
    Cancelled,
    /// 429, and the caller did not want to wait.
    TooManyCalls,
    /// 503.
    Unavailable,
    /// 400.
    NotAccepted,
    /// 401.
    KeysRefused,
    /// 403.
    Forbidden,
    /// 404.
    NotFound,
    /// 413.
    TooLarge,
    /// Any other 4xx.
    Refused {
        status: u16,
    },
    /// A 3xx. Redirects are never followed: the keys would travel.
    Redirected {
        status: u16,
        to: Option<String>,
    },
    /// 200 with a `Status` other than `Success`.
    Declined {
        status: String,
    },
    /// 500, 502, 504 and every other 5xx but 503, or a status that HTTP does not know.
    ServerError {
        status: u16,
    },
    /// A success whose answer was cut, too long, or not in the vendor's form.
    AnswerUnreadable {
        status: u16,
    },
    /// A success before the whole request was sent.
    AnsweredEarly {
        status: u16,
    },
    /// The connection broke after the whole request was sent.
    BrokeBeforeAnswer,
    /// Silence for this long after the whole request was sent.
    NoAnswer {
        seconds: u64,
    },
}

/// Why an attempt was not done, and what the server may have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// Why.
    #[serde(flatten)]
    pub code: Code,
    /// What the server may have done.
    pub effect: Effect,
    /// The server's own words, where it gave any.
    pub answer: Option<Box<Answer>>,
}

impl Failure {
    /// A failure of a code whose effect does not depend on when it happened.
    pub(crate) fn new(code: Code) -> Self {
        let effect = code.effect();
        Self { code, effect, answer: None }
    }

    /// A failed reading. It asked for no change, so whatever became of it, none was made.
    pub(crate) fn reading(code: Code) -> Self {
        let effect = match code.effect() {
            Effect::NotSent => Effect::NotSent,
            Effect::NotDone | Effect::MayBeDone => Effect::NotDone,
        };
        Self { code, effect, answer: None }
    }

    /// The failure of an update whose lead was looked for in its ticket, and is not there.
    pub fn lead_unknown() -> Self {
        Self::new(Code::LeadUnknown)
    }

    /// A cancellation: what it left behind depends on how far the request had come.
    pub(crate) fn cancelled(effect: Effect) -> Self {
        Self { code: Code::Cancelled, effect, answer: None }
    }

    pub(crate) fn with_answer(mut self, answer: Answer) -> Self {
        self.answer = Some(Box::new(answer));
        self
    }

    /// Whether the same request may be sent again without asking anybody: the server cannot have acted, and
    /// nobody has to change anything first.
    pub fn repeatable(&self) -> bool {
        match self.code {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::ConnectionNotSecure { .. }
            | Code::BrokeWhileSending
            | Code::StalledWhileSending { .. }
            | Code::NotReleased { .. }
            | Code::TooManyCalls
            | Code::Unavailable => true,
            // Stopping was the person's wish; going on is too.
            Code::Cancelled => false,
            Code::FileMissing { .. }
            | Code::FileUnreadable { .. }
            | Code::FileNotRegular { .. }
            | Code::FileChanged { .. }
            | Code::FileShrank { .. }
            | Code::FileGrew { .. }
            | Code::LeadUnknown => false,
            Code::NotAccepted
            | Code::KeysRefused
            | Code::Forbidden
            | Code::NotFound
            | Code::TooLarge
            | Code::Refused { .. }
            | Code::Redirected { .. }
            | Code::Declined { .. } => false,
            // A reading that was lost is asked again; a change that was lost is not.
            Code::ServerError { .. }
            | Code::AnswerUnreadable { .. }
            | Code::AnsweredEarly { .. }
            | Code::BrokeBeforeAnswer
            | Code::NoAnswer { .. } => self.effect != Effect::MayBeDone,
        }
    }
}

impl Code {
    /// The law: the table "What an HTTP failure says about the ticket" of the API notes, row by row.
    fn effect(&self) -> Effect {
        match self {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::ConnectionNotSecure { .. }
            | Code::BrokeWhileSending
            | Code::StalledWhileSending { .. }
            | Code::NotReleased { .. }
            | Code::FileMissing { .. }
            | Code::FileUnreadable { .. }
            | Code::FileNotRegular { .. }
            | Code::FileChanged { .. }
            | Code::FileShrank { .. }
            | Code::FileGrew { .. }
            | Code::LeadUnknown => Effect::NotSent,
            Code::TooManyCalls
            | Code::Unavailable
            | Code::NotAccepted
            | Code::KeysRefused
            | Code::Forbidden
            | Code::NotFound
            | Code::TooLarge
            | Code::Refused { .. }
            | Code::Redirected { .. }
            | Code::Declined { .. } => Effect::NotDone,
            // A cancellation of which nothing more is known: the careful answer.
            Code::Cancelled
            | Code::ServerError { .. }
            | Code::AnswerUnreadable { .. }
            | Code::AnsweredEarly { .. }
            | Code::BrokeBeforeAnswer
            | Code::NoAnswer { .. } => Effect::MayBeDone,
        }
    }
}

/// For logs and programs; a screen uses the code.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Code::FileMissing { file } => write!(f, "{file:?} is not there any more"),
            Code::FileUnreadable { file, why } => write!(f, "{file:?} cannot be read: {why}"),
            Code::FileNotRegular { file, kind } => write!(f, "{file:?} is not a file ({kind:?})"),
            Code::FileChanged { file } => write!(f, "{file:?} was changed after it was attached"),
            Code::FileShrank { file } => write!(f, "{file:?} became shorter while it was being sent"),
            Code::FileGrew { file } => write!(f, "{file:?} became longer while it was being sent"),
            Code::LeadUnknown => f.write_str("the ticket names no lead"),
            Code::HostNotFound { host } => write!(f, "no computer is known as {host}"),
            Code::CannotConnect { host } => write!(f, "{host} cannot be reached"),
            Code::ConnectTimedOut { host } => write!(f, "{host} did not take the connection in time"),
            Code::ConnectionNotSecure { host, why } => write!(f, "no secure connection to {host}: {why}"),
            Code::BrokeWhileSending => f.write_str("the connection broke before everything was sent"),
            Code::StalledWhileSending { seconds } => write!(f, "nothing moved for {seconds} s while sending"),
            Code::NotReleased { why } => write!(f, "the last bytes were not released: {why}"),
            Code::Cancelled => f.write_str("cancelled"),
            Code::TooManyCalls => f.write_str("the account's calls are used up for the moment (429)"),
            Code::Unavailable => f.write_str("the server is unavailable for the moment (503)"),
            Code::NotAccepted => f.write_str("the server did not accept the request (400)"),
            Code::KeysRefused => f.write_str("the server refused the keys (401)"),
            Code::Forbidden => f.write_str("these keys may not do this (403)"),
            Code::NotFound => f.write_str("the server knows no such ticket, list or organisation (404)"),
            Code::TooLarge => f.write_str("the request is larger than the server takes (413)"),
            Code::Refused { status } => write!(f, "the server refused ({status})"),
            Code::Redirected { status, to: Some(to) } => {
                write!(f, "the server points elsewhere ({status}): {to}")
            }
            Code::Redirected { status, to: None } => write!(f, "the server points elsewhere ({status})"),
            Code::Declined { status } => write!(f, "the server answered {status:?}"),
            Code::ServerError { status } => write!(f, "the server failed ({status})"),
            Code::AnswerUnreadable { status } => write!(f, "the server's answer cannot be read ({status})"),
            Code::AnsweredEarly { status } => {
                write!(f, "the server answered before everything was sent ({status})")
            }
            Code::BrokeBeforeAnswer => f.write_str("the connection broke before the answer came"),
            Code::NoAnswer { seconds } => write!(f, "no answer for {seconds} s"),
        }?;
        if let Some(said) = self.answer.as_deref().and_then(Answer::words) {
            write!(f, "; the server says: {said}")?;
        }
        f.write_str(match self.effect {
            Effect::NotSent => "; nothing was sent",
            Effect::NotDone => "; the ticket was not changed",
            Effect::MayBeDone => "; the ticket may have been changed",
        })
    }
}

impl std::error::Error for Failure {}
