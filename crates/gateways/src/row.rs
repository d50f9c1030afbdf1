//! The makings of a row of the table.

use std::fmt;

use service_crm::Effect;
use service_crm::Effect::{MayBeDone, NotDone, NotSent};

/// One thing that a gateway does to an update, and what the client must make of it.
pub(crate) struct Row {
    /// For people.
    pub(crate) does: &'static str,
    /// How the gateway is told, in its own language.
    pub(crate) lines: &'static str,
    /// The server behind it.
    pub(crate) behind: Behind,
    /// Whether the client's line stands still before the last bytes, for longer than the gateway waits.
    pub(crate) stands_still: bool,
    pub(crate) bodies: &'static [Body],
    /// Whether the row is also tried over TLS.
    pub(crate) secure: bool,
    /// The client's permitted words; mostly one.
    pub(crate) must: &'static [Class],
    /// How often the server behind acts on one update.
    pub(crate) acts: usize,
    /// A limit of knowledge: nothing that any client could know, said in `does`, so not held against this one.
    pub(crate) limit: bool,
}

/// The server's doing behind a gateway.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    /// Acts and answers.
    Answers,
    /// Acts, and closes without an answer.
    Closes,
    /// Acts, and is silent.
    IsSilent,
    /// Refuses with 413 after the first bytes, and closes at once.
    RefusesEarly,
    /// Has the whole request, does nothing and says so: 503 in the vendor's JSON.
    SaysBusy,
    /// Is not there.
    Nobody,
    /// Two: the first acts and closes, the second acts and answers.
    TwoFirstCloses,
}

/// How large an update is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Small,
    Middle,
    Large,
    /// By hand only.
    Huge,
}

impl Body {
    /// Bytes of its one file.
    pub(crate) fn file_size(self) -> usize {
        match self {
            Self::Small => 1_500,
            Self::Middle => 200_000,
            Self::Large => 3_000_000,
            Self::Huge => 100_000_000,
        }
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Small => "2 kB",
            Self::Middle => "200 kB",
            Self::Large => "3 MB",
            Self::Huge => "100 MB",
        })
    }
}

/// The client's word about an attempt: its code by name, so that a row can ask for one that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Class {
    Done,
    Failed(&'static str, Effect),
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done => f.write_str("done"),
            Self::Failed(code, effect) => write!(f, "{code}, {}", words(*effect)),
        }
    }
}

pub(crate) fn words(effect: Effect) -> &'static str {
    match effect {
        NotSent => "not sent",
        NotDone => "not done",
        MayBeDone => "may be done",
    }
}

pub(crate) const DONE: Class = Class::Done;
pub(crate) const TOO_LARGE: Class = Class::Failed("too_large", NotDone);
pub(crate) const FORBIDDEN: Class = Class::Failed("forbidden", NotDone);
pub(crate) const KEYS_REFUSED: Class = Class::Failed("keys_refused", NotDone);
/// A page instead of an answer in the vendor's form, under 401 or 403.
pub(crate) const A_PAGE: Class = Class::Failed("not_the_ticket_system", NotDone);
/// A status that no standard has: final, and shown with what was said.
pub(crate) const REFUSED: Class = Class::Failed("refused", NotDone);
/// 503, in the vendor's own form or before the whole request.
pub(crate) const UNAVAILABLE: Class = Class::Failed("unavailable", NotDone);
/// 503 from somebody else after the whole request.
pub(crate) const LOST_SIGHT: Class = Class::Failed("unavailable", MayBeDone);
pub(crate) const TOO_SLOW: Class = Class::Failed("too_slow", NotDone);
pub(crate) const SERVER_ERROR: Class = Class::Failed("server_error", MayBeDone);
pub(crate) const FAILED_EARLY: Class = Class::Failed("failed_early", NotSent);
pub(crate) const BROKE_WHILE_SENDING: Class = Class::Failed("broke_while_sending", NotSent);
pub(crate) const BROKE_BEFORE_ANSWER: Class = Class::Failed("broke_before_answer", MayBeDone);

/// An application's own early refusal. The gateway loses it itself at times, when the application closes with a part of
/// the body unread: it then answers in its own name, or closes too. Its end without a byte was seen from a socket that
/// read on after its failed write.
pub(crate) const EARLY: &[Class] = &[
    TOO_LARGE,
    FAILED_EARLY,
    SERVER_ERROR,
    UNAVAILABLE,
    LOST_SIGHT,
    BROKE_WHILE_SENDING,
    BROKE_BEFORE_ANSWER,
];

const SIZES: &[Body] = &[Body::Small, Body::Middle, Body::Large, Body::Huge];
const SMALL_AND_LARGE: &[Body] = &[Body::Small, Body::Large];
const ONE: &[Body] = &[Body::Middle];

impl Row {
    /// A refusal that needs no body: it may come while the body is still on its way.
    pub(crate) const fn refuses(does: &'static str, lines: &'static str, must: &'static [Class]) -> Self {
        let (behind, bodies) = (Behind::Answers, SIZES);
        Self { does, lines, behind, stands_still: false, bodies, secure: true, must, acts: 0, limit: false }
    }

    /// Passed on to a server that does something else than answer.
    pub(crate) const fn passes(
        does: &'static str,
        behind: Behind,
        must: &'static [Class],
        acts: usize,
    ) -> Self {
        let bodies = if matches!(behind, Behind::IsSilent) { ONE } else { SMALL_AND_LARGE };
        Self { does, lines: "", behind, stands_still: false, bodies, secure: false, must, acts, limit: false }
    }

    /// The client's line stands still for longer than the gateway waits.
    pub(crate) const fn waits_for(does: &'static str, lines: &'static str, must: &'static [Class]) -> Self {
        let behind = Behind::Answers;
        Self {
            does,
            lines,
            behind,
            stands_still: true,
            bodies: ONE,
            secure: true,
            must,
            acts: 0,
            limit: false,
        }
    }

    pub(crate) const fn told(mut self, lines: &'static str) -> Self {
        self.lines = lines;
        self
    }

    pub(crate) const fn behind(mut self, behind: Behind, acts: usize) -> Self {
        self.behind = behind;
        self.acts = acts;
        self
    }

    /// A stated limit: the answer says that nothing was done, and it was.
    pub(crate) const fn limit(mut self) -> Self {
        self.limit = true;
        self
    }
}
