//! Why an attempt failed, in a word for programs.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::effect::Effect;

/// The thing that a path names, where it is no regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum NotRegular {
    Folder,
    Pipe,
    Device,
    Other,
}

/// Why a connection is not secure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Insecure {
    /// The server's certificate was good once; or this computer's clock is fast.
    Expired,
    /// The server's certificate is not good yet; or this computer's clock is slow.
    NotYetValid,
    /// The certificate is another server's.
    OtherName,
    /// Nobody whom this computer trusts vouches for it: a company's or a virus scanner's own, or a stranger's.
    UnknownIssuer,
    /// The two sides have no way of speaking in common; usually the server's is too old.
    TooOld,
    /// The server wants a certificate of this computer.
    WantsCertificate,
    /// Something else.
    #[default]
    Other,
}

/// Why an attempt failed: a stable code with its parameters, for a screen to turn into words.
///
/// `file` is always the name that the file was to have on the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
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
    /// A file that became shorter while it was being sent.
    FileShrank {
        file: String,
    },
    /// A file that became longer while it was being sent.
    FileGrew {
        file: String,
    },
    /// The ticket names no lead, and an update has to.
    LeadUnknown,
    /// Somebody changed these fields since the update that was to be put back, or that cannot be told.
    ChangedSince {
        fields: Vec<String>,
    },
    HostNotFound {
        host: String,
    },
    CannotConnect {
        host: String,
    },
    ConnectTimedOut {
        host: String,
    },
    /// The secure connection could not be made, or the server's certificate is not trusted. `why` is the library's
    /// word for it.
    ConnectionNotSecure {
        host: String,
        why: String,
        #[serde(default)]
        kind: Insecure,
    },
    /// The proxy that this computer's settings name cannot be reached.
    ProxyUnreachable {
        proxy: String,
    },
    /// The proxy that this computer's settings name is of a kind that the client does not speak to.
    ProxyNotSpoken {
        proxy: String,
        kind: String,
    },
    /// 407: the proxy wants a sign-in. `kinds`: those that it names, none where it names none; only Basic is spoken.
    ProxySignIn {
        #[serde(default)]
        proxy: String,
        #[serde(default)]
        kinds: Vec<String>,
    },
    /// The proxy did not make the way to the server. Without a status it hung up, or speaks no HTTP.
    ProxyRefused {
        host: String,
        #[serde(default)]
        proxy: String,
        #[serde(default)]
        status: Option<u16>,
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
    /// 429, or the rate limit's words under any status, and the caller did not want to wait.
    TooManyCalls,
    /// 503. Behind the whole request a gateway says it too after the work was done.
    Unavailable,
    /// 408: the request took longer than the server waits for one.
    TooSlow,
    /// Any other 5xx before the whole request was sent; or 417, which refuses to be asked first.
    FailedEarly {
        status: u16,
    },
    /// 401, 403 or 511 in a page, as a hotspot, a filter or a sign-in writes it.
    NotTheTicketSystem {
        status: u16,
    },
    /// 403 "Missing Authentication Token": an Amazon gateway has nothing at this address.
    WrongAddress,
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
    /// 200 with a `Status` other than `Success`, or with an exception.
    Declined {
        status: String,
    },
    /// Behind the whole request: 500, 502, 504 and every other 5xx but 503, or a status that HTTP does not know.
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

impl Code {
    /// The law: the table "What an HTTP failure says about the ticket" of the API notes, row by row.
    pub(crate) fn effect(&self) -> Effect {
        match self {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::ConnectionNotSecure { .. }
            | Code::BrokeWhileSending
            | Code::StalledWhileSending { .. }
            | Code::ProxyUnreachable { .. }
            | Code::ProxyNotSpoken { .. }
            | Code::ProxySignIn { .. }
            | Code::ProxyRefused { .. }
            | Code::FailedEarly { .. }
            | Code::NotReleased { .. }
            | Code::FileMissing { .. }
            | Code::FileUnreadable { .. }
            | Code::FileNotRegular { .. }
            | Code::FileChanged { .. }
            | Code::FileShrank { .. }
            | Code::FileGrew { .. }
            | Code::LeadUnknown
            | Code::ChangedSince { .. } => Effect::NotSent,
            Code::TooManyCalls
            | Code::Unavailable
            | Code::TooSlow
            | Code::NotTheTicketSystem { .. }
            | Code::WrongAddress
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
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Code::FileMissing { file } => write!(f, "{file:?} is not there any more"),
            Code::FileUnreadable { file, why } => write!(f, "{file:?} cannot be read: {why}"),
            Code::FileNotRegular { file, kind } => write!(f, "{file:?} is not a file ({kind:?})"),
            Code::FileChanged { file } => write!(f, "{file:?} was changed after it was attached"),
            Code::FileShrank { file } => write!(f, "{file:?} became shorter while it was being sent"),
            Code::FileGrew { file } => write!(f, "{file:?} became longer while it was being sent"),
            Code::LeadUnknown => f.write_str("the ticket names no lead"),
            Code::ChangedSince { fields } => {
                write!(f, "changed since the update that was to be put back: {}", fields.join(", "))
            }
            Code::HostNotFound { host } => write!(f, "no computer is known as {host}"),
            Code::CannotConnect { host } => write!(f, "{host} cannot be reached"),
            Code::ConnectTimedOut { host } => write!(f, "{host} did not take the connection in time"),
            Code::ConnectionNotSecure { host, why, .. } => write!(f, "no secure connection to {host}: {why}"),
            Code::ProxyUnreachable { proxy } => write!(f, "the proxy {proxy} cannot be reached"),
            Code::ProxyNotSpoken { proxy, kind } => {
                write!(f, "the proxy {proxy} is of a kind that is not spoken: {kind}")
            }
            Code::ProxySignIn { proxy, kinds } if kinds.is_empty() => {
                write!(f, "the proxy {proxy} wants a sign-in (407)")
            }
            Code::ProxySignIn { proxy, kinds } => {
                write!(f, "the proxy {proxy} wants a sign-in (407): {}", kinds.join(", "))
            }
            Code::ProxyRefused { host, proxy, status: Some(status) } => {
                write!(f, "the proxy {proxy} made no way to {host} ({status})")
            }
            Code::ProxyRefused { host, proxy, status: None } => {
                write!(f, "the proxy {proxy} made no way to {host}")
            }
            Code::BrokeWhileSending => f.write_str("the connection broke before everything was sent"),
            Code::StalledWhileSending { seconds } => write!(f, "nothing moved for {seconds} s while sending"),
            Code::NotReleased { why } => write!(f, "the last bytes were not released: {why}"),
            Code::Cancelled => f.write_str("cancelled"),
            Code::TooManyCalls => f.write_str("the account's calls are used up for the moment (429)"),
            Code::Unavailable => f.write_str("the server is unavailable for the moment (503)"),
            Code::TooSlow => f.write_str("the request took longer than the server waits (408)"),
            Code::FailedEarly { status } => {
                write!(f, "the server failed before it had everything ({status})")
            }
            Code::NotTheTicketSystem { status } => {
                write!(f, "a page answered, and not the ticket system ({status})")
            }
            Code::WrongAddress => f.write_str("the gateway has nothing at this address (403)"),
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
        }
    }
}
