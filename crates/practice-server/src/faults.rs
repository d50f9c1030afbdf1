//! Faults on demand, by names that tests, the app and the command line share.

use std::{fmt, str::FromStr, time::Duration};

use crate::outcome::Outcome;
use crate::said::Said;

/// A way in which the server misbehaves. One connection shows one fault, and carries one call.
///
/// Its name (`Display`, `FromStr`) is stable; names of faults with a figure end in it: `reset-after-4096`,
/// `status-500-html-applied`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// `refuse`: the connection is reset as soon as it is accepted.
    Refuse,
    /// `reset-after-N`: reset (TCP RST) once N bytes of the body have arrived.
    ResetAfter(u64),
    /// `stall-after-N`: once N bytes of the body have arrived, nothing more is read and nothing answered.
    StallAfter(u64),
    /// `silence-…`: the whole request is read and never answered.
    Silence(Outcome),
    /// `cut-…`: the whole request is read, and the connection closed without an answer.
    Cut(Outcome),
    /// `status-CODE-BODY-…`: any status from 200 to 599 once the whole request was read.
    Status(u16, Body, Outcome),
    /// `early-CODE`: answered before anything of the body was read, and then closed; nothing applied.
    Early(u16),
    /// `cut-answer`: applied, and the right answer breaks off in its middle.
    CutAnswer,
    /// `malformed-answer`: applied, and the answer is no JSON although it says so.
    MalformedAnswer,
    /// `failure-in-200`: not applied; 200 with `"Status":"Failure"` and a reason.
    FailureIn200,
    /// `redirect-CODE`: 300 to 399 with a `Location` of another host name (which is this server again, so that the
    /// record shows who followed); not applied.
    Redirect(u16),
    /// `huge-answer`: applied, and the right answer comes after 8 MiB of blanks.
    HugeAnswer,
    /// `gzip-answer`: applied, and the right answer is compressed.
    GzipAnswer,
    /// `gzip-bomb`: applied; 256 KiB that unpack to 256 MiB of blanks and the right answer.
    GzipBomb,
    /// `slow-answer-MS`: applied, and the right answer comes byte by byte with a pause before each.
    SlowAnswer(Duration),
    /// `limit-words-CODE`: the rate limit's words under any status; not applied.
    LimitWords(u16),
    /// `too-many`: 429 without `Retry-After`; not applied.
    TooMany,
    /// `too-many-retry-after-S`: 429 with `Retry-After` in seconds; not applied.
    TooManyRetryAfter(u64),
    /// A gateway's words: [`Said`] has the names.
    Said(Said),
}

/// A faulty answer's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A refusal in the vendor's shape.
    Json,
    /// An exception of the vendor's older calls, without a `Status`.
    Exception,
    /// A refusal whose `Message` is an object.
    Object,
    /// An Amazon gateway's words, in its one member.
    Amazon,
    /// A page, as a proxy on the way would give.
    Html,
    /// Nothing.
    Empty,
}

impl Fault {
    /// Every kind of fault, with typical figures: what a test goes through to have met them all. Those of [`Said`] are
    /// in [`Said::ALL`].
    pub fn all() -> Vec<Self> {
        use Fault::*;
        let outcomes = [Outcome::Applied, Outcome::NotApplied];
        let mut all = vec![Refuse, ResetAfter(0), ResetAfter(1024), StallAfter(0), StallAfter(1024)];
        all.extend(outcomes.map(Silence));
        all.extend(outcomes.map(Cut));
        for code in [200, 204, 400, 401, 403, 404, 408, 413, 415, 422, 429, 500, 502, 503, 504, 599] {
            for body in [Body::Json, Body::Html, Body::Empty] {
                all.extend(outcomes.map(|outcome| Status(code, body, outcome)));
            }
        }
        for (code, body) in [
            (200, Body::Exception),
            (400, Body::Object),
            (403, Body::Amazon),
            (500, Body::Exception),
            (503, Body::Amazon),
            (504, Body::Amazon),
        ] {
            all.extend(outcomes.map(|outcome| Status(code, body, outcome)));
        }
        all.extend([200, 403, 500].map(LimitWords));
        all.extend([400, 401, 413, 502, 503].map(Early));
        all.extend([CutAnswer, MalformedAnswer, FailureIn200, HugeAnswer, GzipAnswer, GzipBomb]);
        all.extend([301, 302, 303, 307, 308].map(Redirect));
        all.extend([SlowAnswer(Duration::from_millis(20)), TooMany, TooManyRetryAfter(1)]);
        all
    }

    /// Whether the server does what it is asked under this fault.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Silence(outcome) | Self::Cut(outcome) | Self::Status(_, _, outcome) => *outcome,
            Self::Said(said) => said.outcome(),
            Self::CutAnswer
            | Self::MalformedAnswer
            | Self::HugeAnswer
            | Self::GzipAnswer
            | Self::GzipBomb
            | Self::SlowAnswer(_) => Outcome::Applied,
            // These two break the body on its way in (see `arrival`); on a body too short for them, they do nothing.
            Self::ResetAfter(_) | Self::StallAfter(_) => Outcome::Applied,
            Self::Refuse
            | Self::Early(_)
            | Self::FailureIn200
            | Self::Redirect(_)
            | Self::LimitWords(_)
            | Self::TooMany
            | Self::TooManyRetryAfter(_) => Outcome::NotApplied,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refuse => write!(f, "refuse"),
            Self::ResetAfter(bytes) => write!(f, "reset-after-{bytes}"),
            Self::StallAfter(bytes) => write!(f, "stall-after-{bytes}"),
            Self::Silence(outcome) => write!(f, "silence-{outcome}"),
            Self::Cut(outcome) => write!(f, "cut-{outcome}"),
            Self::Status(code, body, outcome) => write!(f, "status-{code}-{body}-{outcome}"),
            Self::Early(code) => write!(f, "early-{code}"),
            Self::CutAnswer => write!(f, "cut-answer"),
            Self::MalformedAnswer => write!(f, "malformed-answer"),
            Self::FailureIn200 => write!(f, "failure-in-200"),
            Self::Redirect(code) => write!(f, "redirect-{code}"),
            Self::HugeAnswer => write!(f, "huge-answer"),
            Self::GzipAnswer => write!(f, "gzip-answer"),
            Self::GzipBomb => write!(f, "gzip-bomb"),
            Self::SlowAnswer(pause) => write!(f, "slow-answer-{}", pause.as_millis()),
            Self::LimitWords(code) => write!(f, "limit-words-{code}"),
            Self::TooMany => write!(f, "too-many"),
            Self::TooManyRetryAfter(seconds) => write!(f, "too-many-retry-after-{seconds}"),
            Self::Said(said) => said.fmt(f),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Applied => "applied",
            Self::NotApplied => "not-applied",
        })
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "json",
            Self::Exception => "exception",
            Self::Object => "object",
            Self::Amazon => "amazon",
            Self::Html => "html",
            Self::Empty => "empty",
        })
    }
}

/// A name that no fault has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFault(String);

impl fmt::Display for UnknownFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no fault is named {:?}", self.0)
    }
}

impl std::error::Error for UnknownFault {}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        parse(name).filter(|fault| fault.to_string() == name).ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

/// Reads a name generously; the caller compares it with what the fault is really called, so that each has one name.
fn parse(name: &str) -> Option<Fault> {
    Some(match name {
        "refuse" => Fault::Refuse,
        "cut-answer" => Fault::CutAnswer,
        "malformed-answer" => Fault::MalformedAnswer,
        "failure-in-200" => Fault::FailureIn200,
        "huge-answer" => Fault::HugeAnswer,
        "gzip-answer" => Fault::GzipAnswer,
        "gzip-bomb" => Fault::GzipBomb,
        "too-many" => Fault::TooMany,
        _ => {
            if let Some(bytes) = name.strip_prefix("reset-after-") {
                Fault::ResetAfter(bytes.parse().ok()?)
            } else if let Some(bytes) = name.strip_prefix("stall-after-") {
                Fault::StallAfter(bytes.parse().ok()?)
            } else if let Some(outcome) = name.strip_prefix("silence-") {
                Fault::Silence(parse_outcome(outcome)?)
            } else if let Some(outcome) = name.strip_prefix("cut-") {
                Fault::Cut(parse_outcome(outcome)?)
            } else if let Some(code) = name.strip_prefix("early-") {
                Fault::Early(parse_code(code, 200)?)
            } else if let Some(code) = name.strip_prefix("redirect-") {
                Fault::Redirect(parse_code(code, 300).filter(|code| *code < 400)?)
            } else if let Some(pause) = name.strip_prefix("slow-answer-") {
                Fault::SlowAnswer(Duration::from_millis(pause.parse().ok()?))
            } else if let Some(code) = name.strip_prefix("limit-words-") {
                Fault::LimitWords(parse_code(code, 200)?)
            } else if let Some(seconds) = name.strip_prefix("too-many-retry-after-") {
                Fault::TooManyRetryAfter(seconds.parse().ok()?)
            } else if let Some(said) = Said::named(name) {
                Fault::Said(said)
            } else {
                let mut words = name.strip_prefix("status-")?.splitn(3, '-');
                let code = parse_code(words.next()?, 200)?;
                let body = parse_body(words.next()?)?;
                Fault::Status(code, body, parse_outcome(words.next()?)?)
            }
        }
    })
}

fn parse_code(code: &str, least: u16) -> Option<u16> {
    code.parse().ok().filter(|code| (least..600).contains(code))
}

fn parse_outcome(outcome: &str) -> Option<Outcome> {
    [Outcome::Applied, Outcome::NotApplied].into_iter().find(|one| one.to_string() == outcome)
}

fn parse_body(body: &str) -> Option<Body> {
    let all = [Body::Json, Body::Exception, Body::Object, Body::Amazon, Body::Html, Body::Empty];
    all.into_iter().find(|one| one.to_string() == body)
}
