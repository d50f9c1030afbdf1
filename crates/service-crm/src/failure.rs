//! Why an attempt was not done, and what the server may have done with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::code::Code;
use crate::effect::Effect;

/// Bytes from which on a request is over somebody's usual limit: nginx takes 1 MiB unless it is told otherwise.
const LARGE: u64 = 1024 * 1024;
/// Files from which on it is: Tomcat takes 50 parts, and one is not a file.
const MANY: usize = 50;

/// Why an attempt was not done, and what the server may have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// Why.
    #[serde(flatten)]
    pub code: Code,
    /// The server's possible deeds.
    pub effect: Effect,
    /// The server's own words, where it gave any.
    pub answer: Option<Box<Answer>>,
    /// Whether the request was so large, or had so many files, that a limit of something on the way may be what is
    /// meant, though the answer does not say so.
    #[serde(default)]
    pub oversize: bool,
}

impl Failure {
    /// A failure of a code whose effect does not depend on when it happened.
    pub(crate) fn new(code: Code) -> Self {
        let effect = code.effect();
        Self { code, effect, answer: None, oversize: false }
    }

    /// A failed reading. It asked for no change, so whatever became of it, none was made.
    pub(crate) fn reading(code: Code) -> Self {
        let effect = match code.effect() {
            Effect::NotSent => Effect::NotSent,
            Effect::NotDone | Effect::MayBeDone => Effect::NotDone,
        };
        Self { code, effect, answer: None, oversize: false }
    }

    /// The failure of an update whose lead was looked for in its ticket, and is not there.
    pub fn lead_unknown() -> Self {
        Self::new(Code::LeadUnknown)
    }

    /// The failure of a put-back that would overwrite what somebody changed in these fields.
    pub fn changed_since(fields: Vec<String>) -> Self {
        Self::new(Code::ChangedSince { fields })
    }

    /// A cancellation: what it left behind depends on how far the request had come.
    pub(crate) fn cancelled(effect: Effect) -> Self {
        Self { code: Code::Cancelled, effect, answer: None, oversize: false }
    }

    /// The same of a request of so many bytes and files. Form parsers and gateways refuse what is over their limits with
    /// 400, 404, 413 or 500, often without a word; the vendor's own form says what it means.
    pub(crate) fn of_size(mut self, bytes: u64, files: usize) -> Self {
        let vague = matches!(
            self.code,
            Code::NotAccepted | Code::NotFound | Code::TooLarge | Code::ServerError { status: 500 }
        );
        let theirs = self.answer.as_deref().is_some_and(Answer::is_vendors);
        self.oversize = vague && !theirs && (bytes >= LARGE || files >= MANY);
        self
    }

    pub(crate) fn with_answer(mut self, answer: Answer) -> Self {
        self.answer = Some(Box::new(answer));
        self
    }

    /// The failure of a call that was answered. `whole`: the request had been handed over whole before; `vendor`:
    /// the answer is in the vendor's own form. Gateways say "unavailable" and "too slow" also of work that was done
    /// behind them, so of a whole request only the vendor's own word counts.
    pub(crate) fn answered(code: Code, whole: bool, vendor: bool) -> Self {
        let doubtful = matches!(code, Code::Unavailable | Code::TooSlow) && whole && !vendor;
        let effect = if doubtful { Effect::MayBeDone } else { code.effect() };
        Self { code, effect, answer: None, oversize: false }
    }

    /// The event that must come before the same can have another end.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        if self.effect == Effect::MayBeDone {
            return Remedy::Look;
        }
        match self.code {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::ProxyUnreachable { .. }
            | Code::NotReleased { .. }
            | Code::TooManyCalls => Remedy::Time,
            // Its own trouble passes; what it does not allow, somebody has to allow.
            Code::ProxyRefused { status: None | Some(429 | 500..), .. } => Remedy::SomeTime,
            Code::BrokeWhileSending
            | Code::StalledWhileSending { .. }
            | Code::Unavailable
            | Code::TooSlow
            | Code::FailedEarly { .. } => Remedy::SomeTime,
            // A reading that was lost is asked again.
            Code::ServerError { .. }
            | Code::AnswerUnreadable { .. }
            | Code::BrokeBeforeAnswer
            | Code::NoAnswer { .. } => Remedy::SomeTime,
            Code::ConnectionNotSecure { .. }
            | Code::ProxyNotSpoken { .. }
            | Code::ProxySignIn { .. }
            | Code::ProxyRefused { .. } => Remedy::Setting,
            // Stopping was the person's wish; going on is too.
            Code::Cancelled
            | Code::FileUnreadable { .. }
            | Code::LeadUnknown
            | Code::KeysRefused
            | Code::Forbidden
            | Code::NotFound
            | Code::NotTheTicketSystem { .. }
            | Code::WrongAddress
            | Code::Refused { .. }
            | Code::Redirected { .. } => Remedy::Setting,
            Code::FileMissing { .. }
            | Code::FileNotRegular { .. }
            | Code::FileChanged { .. }
            | Code::FileShrank { .. }
            | Code::FileGrew { .. }
            | Code::ChangedSince { .. }
            | Code::NotAccepted
            | Code::TooLarge
            | Code::Declined { .. }
            | Code::AnsweredEarly { .. } => Remedy::Correction,
        }
    }

    /// Whether the same request may be sent again without asking anybody: the server cannot have acted, and
    /// it can end otherwise. Where a person must mend the way first ([`Remedy::Setting`]), it may wait for that.
    #[must_use]
    pub fn repeatable(&self) -> bool {
        match self.remedy() {
            Remedy::Time | Remedy::SomeTime => true,
            Remedy::Setting => self.is_of_the_way(),
            Remedy::Correction | Remedy::Look => false,
        }
    }

    /// Whether it is this computer's way to the server that somebody has to mend: no request was made.
    fn is_of_the_way(&self) -> bool {
        matches!(
            self.code,
            Code::ConnectionNotSecure { .. }
                | Code::ProxyNotSpoken { .. }
                | Code::ProxySignIn { .. }
                | Code::ProxyRefused { .. }
        )
    }

    /// Whether the very same can have another end when a person sends it once more.
    #[must_use]
    pub fn may_end_otherwise(&self) -> bool {
        self.remedy() != Remedy::Correction
    }

    /// Whether the server may mean how much it was, and would take it in smaller pieces.
    #[must_use]
    pub fn may_be_for_size(&self) -> bool {
        let reason = self.answer.as_deref().and_then(|answer| answer.reason.as_deref());
        match self.code {
            Code::TooLarge | Code::TooSlow => true,
            Code::NotAccepted => self.oversize || reason.is_none(),
            _ => self.oversize,
        }
    }

    /// Whether it is a refusal with a reason, in the form of a failure: the vendor's own exception.
    #[must_use]
    pub fn is_reasoned(&self) -> bool {
        self.answer.as_deref().is_some_and(|answer| answer.exception.is_some())
    }

    /// The proxy that lets the request through when it is given a name and a password; of the kinds of sign-in only Basic
    /// is spoken.
    #[must_use]
    pub fn proxy_to_sign_in(&self) -> Option<&str> {
        let Code::ProxySignIn { proxy, kinds } = &self.code else { return None };
        let spoken = kinds.is_empty() || kinds.iter().any(|kind| kind.eq_ignore_ascii_case("basic"));
        Some(proxy.as_str()).filter(|proxy| spoken && !proxy.is_empty())
    }

    /// Whether the answer, if there was one, tells something of the account, its keys and its rights. What a hotspot,
    /// a filter or a gateway says does not.
    #[must_use]
    pub fn tells_of_account(&self) -> bool {
        self.answer.as_deref().is_some_and(Answer::is_vendors)
    }

    /// The same in the few words that fit behind "can't be read at the moment".
    #[must_use]
    pub fn in_short(&self) -> Short {
        match self.code {
            Code::HostNotFound { .. }
            | Code::CannotConnect { .. }
            | Code::ConnectTimedOut { .. }
            | Code::BrokeWhileSending
            | Code::StalledWhileSending { .. }
            | Code::BrokeBeforeAnswer
            | Code::NoAnswer { .. } => Short::NoConnection,
            Code::ConnectionNotSecure { .. } => Short::NotSecure,
            Code::ProxyUnreachable { .. }
            | Code::ProxyNotSpoken { .. }
            | Code::ProxySignIn { .. }
            | Code::ProxyRefused { .. } => Short::Proxy,
            Code::TooManyCalls | Code::Unavailable => Short::Busy,
            Code::KeysRefused => Short::KeysRefused,
            Code::NotTheTicketSystem { .. } | Code::WrongAddress => Short::NotTheTicketSystem,
            Code::FileMissing { .. }
            | Code::FileUnreadable { .. }
            | Code::FileNotRegular { .. }
            | Code::FileChanged { .. }
            | Code::FileShrank { .. }
            | Code::FileGrew { .. }
            | Code::LeadUnknown
            | Code::ChangedSince { .. }
            | Code::NotReleased { .. }
            | Code::Cancelled
            | Code::TooSlow
            | Code::FailedEarly { .. }
            | Code::NotAccepted
            | Code::Forbidden
            | Code::NotFound
            | Code::TooLarge
            | Code::Refused { .. }
            | Code::Redirected { .. }
            | Code::Declined { .. }
            | Code::ServerError { .. }
            | Code::AnswerUnreadable { .. }
            | Code::AnsweredEarly { .. } => Short::NoUsableAnswer,
        }
    }
}

/// The event that must come before the same request can have another end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Time passes: it goes again for as long as it takes.
    Time,
    /// Time passes; but the same end several times in a row is no accident, and then a person is asked.
    SomeTime,
    /// A person mends or decides something outside the request: keys, rights, an address, a clock, a proxy.
    Setting,
    /// A person changes the request.
    Correction,
    /// A person looks whether it was done.
    Look,
}

/// Why something could not be had, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum Short {
    NoConnection,
    NotSecure,
    Proxy,
    Busy,
    KeysRefused,
    NotTheTicketSystem,
    NoUsableAnswer,
}

/// For logs and programs; a screen uses the code.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{Insecure, NotRegular};

    /// Every code, with what is to be answered.
    fn answers() -> Vec<(Code, Remedy, bool, Short)> {
        use Remedy::{Correction, Look, Setting, SomeTime, Time};
        let (file, host, why) = ("a".to_owned(), "h".to_owned(), "w".to_owned());
        let of_file = |code| (code, Correction, false, Short::NoUsableAnswer);
        let lost = |code, short| (code, Look, false, short);
        vec![
            of_file(Code::FileMissing { file: file.clone() }),
            (
                Code::FileUnreadable { file: file.clone(), why: why.clone() },
                Setting,
                false,
                Short::NoUsableAnswer,
            ),
            of_file(Code::FileNotRegular { file: file.clone(), kind: NotRegular::Pipe }),
            of_file(Code::FileChanged { file: file.clone() }),
            of_file(Code::FileShrank { file: file.clone() }),
            of_file(Code::FileGrew { file }),
            (Code::LeadUnknown, Setting, false, Short::NoUsableAnswer),
            (Code::ChangedSince { fields: Vec::new() }, Correction, false, Short::NoUsableAnswer),
            (Code::HostNotFound { host: host.clone() }, Time, true, Short::NoConnection),
            (Code::CannotConnect { host: host.clone() }, Time, true, Short::NoConnection),
            (Code::ConnectTimedOut { host: host.clone() }, Time, true, Short::NoConnection),
            (
                Code::ConnectionNotSecure { host: host.clone(), why: why.clone(), kind: Insecure::Expired },
                Setting,
                true,
                Short::NotSecure,
            ),
            (Code::ProxyUnreachable { proxy: host.clone() }, Time, true, Short::Proxy),
            (Code::ProxyNotSpoken { proxy: host.clone(), kind: why.clone() }, Setting, true, Short::Proxy),
            (Code::ProxySignIn { proxy: host.clone(), kinds: Vec::new() }, Setting, true, Short::Proxy),
            (
                Code::ProxyRefused { host: host.clone(), proxy: host.clone(), status: Some(403) },
                Setting,
                true,
                Short::Proxy,
            ),
            (Code::BrokeWhileSending, SomeTime, true, Short::NoConnection),
            (Code::StalledWhileSending { seconds: 1 }, SomeTime, true, Short::NoConnection),
            (Code::NotReleased { why }, Time, true, Short::NoUsableAnswer),
            lost(Code::Cancelled, Short::NoUsableAnswer),
            (Code::TooManyCalls, Time, true, Short::Busy),
            (Code::Unavailable, SomeTime, true, Short::Busy),
            (Code::TooSlow, SomeTime, true, Short::NoUsableAnswer),
            (Code::FailedEarly { status: 502 }, SomeTime, true, Short::NoUsableAnswer),
            (Code::NotTheTicketSystem { status: 403 }, Setting, false, Short::NotTheTicketSystem),
            (Code::WrongAddress, Setting, false, Short::NotTheTicketSystem),
            (Code::NotAccepted, Correction, false, Short::NoUsableAnswer),
            (Code::KeysRefused, Setting, false, Short::KeysRefused),
            (Code::Forbidden, Setting, false, Short::NoUsableAnswer),
            (Code::NotFound, Setting, false, Short::NoUsableAnswer),
            (Code::TooLarge, Correction, false, Short::NoUsableAnswer),
            (Code::Refused { status: 422 }, Setting, false, Short::NoUsableAnswer),
            (Code::Redirected { status: 302, to: None }, Setting, false, Short::NoUsableAnswer),
            (Code::Declined { status: "Error".into() }, Correction, false, Short::NoUsableAnswer),
            lost(Code::ServerError { status: 500 }, Short::NoUsableAnswer),
            lost(Code::AnswerUnreadable { status: 200 }, Short::NoUsableAnswer),
            lost(Code::AnsweredEarly { status: 200 }, Short::NoUsableAnswer),
            lost(Code::BrokeBeforeAnswer, Short::NoConnection),
            lost(Code::NoAnswer { seconds: 1 }, Short::NoConnection),
        ]
    }

    #[test]
    fn every_failure_says_what_has_to_happen_and_only_what_cannot_have_been_done_goes_again() {
        for (code, remedy, repeatable, short) in answers() {
            let failure = Failure::new(code);
            assert_eq!(
                (failure.remedy(), failure.repeatable(), failure.in_short()),
                (remedy, repeatable, short),
                "{failure}"
            );
            assert_eq!(failure.may_end_otherwise(), remedy != Remedy::Correction, "{failure}");
            assert!(failure.effect != Effect::MayBeDone || !failure.repeatable(), "{failure}");
        }
    }

    #[test]
    fn every_code_has_its_place_in_the_table() {
        let mut names: Vec<_> = answers().iter().map(|(code, ..)| std::mem::discriminant(code)).collect();
        let listed = names.len();
        names.dedup();
        // As many as the screen has words for: the variants of the enum.
        assert_eq!((names.len(), listed), (39, 39));
    }

    #[test]
    fn what_may_be_done_is_never_sent_again_whatever_its_code() {
        for (code, ..) in answers() {
            let failure = Failure { code, effect: Effect::MayBeDone, answer: None, oversize: false };
            assert_eq!((failure.remedy(), failure.repeatable()), (Remedy::Look, false), "{failure}");
        }
    }

    #[test]
    fn what_a_proxy_does_not_allow_waits_for_a_person_and_its_own_trouble_passes() {
        for (status, remedy) in [
            (None, Remedy::SomeTime),
            (Some(302), Remedy::Setting),
            (Some(403), Remedy::Setting),
            (Some(429), Remedy::SomeTime),
            (Some(502), Remedy::SomeTime),
            (Some(503), Remedy::SomeTime),
        ] {
            let refused = Code::ProxyRefused { host: "h".into(), proxy: "p".into(), status };
            assert_eq!(Failure::new(refused).remedy(), remedy, "{status:?}");
        }
    }

    #[test]
    fn what_an_earlier_version_wrote_down_of_a_proxy_is_still_read() {
        for kept in [r#"{"code":"proxy_sign_in"}"#, r#"{"code":"proxy_refused","host":"h"}"#] {
            assert!(serde_json::from_str::<Code>(kept).is_ok(), "{kept}");
        }
    }

    #[test]
    fn a_vague_refusal_of_much_may_be_about_how_much_it_is() {
        let answered = |code, body: &str| {
            let body = body.to_owned();
            Failure::new(code).with_answer(Answer {
                status: 400,
                reason: None,
                message: None,
                exception: None,
                named_host: None,
                body,
            })
        };
        let page = "<h1>Bad Request</h1>";
        let theirs = r#"{"Status":"Error","ReasonForFailure":"Priority 9 is not valid."}"#;
        for (code, body, bytes, files, oversize) in [
            (Code::NotAccepted, page, LARGE, 1, true),
            (Code::NotAccepted, "", 5000, MANY, true),
            (Code::NotFound, page, LARGE, 1, true),
            (Code::ServerError { status: 500 }, page, LARGE, 1, true),
            (Code::NotAccepted, page, LARGE - 1, MANY - 1, false),
            (Code::NotAccepted, theirs, LARGE, MANY, false),
            (Code::Forbidden, page, LARGE, MANY, false),
            (Code::ServerError { status: 504 }, page, LARGE, MANY, false),
        ] {
            let failure = answered(code, body).of_size(bytes, files);
            assert_eq!(failure.oversize, oversize, "{failure} {bytes} {files}");
        }
    }

    #[test]
    fn what_may_be_about_how_much_it_is_is_told_from_what_has_its_reason() {
        let answered = |code, reason: Option<&str>| {
            let answer = Answer {
                status: 400,
                reason: reason.map(str::to_owned),
                message: None,
                exception: None,
                named_host: None,
                body: String::new(),
            };
            Failure::new(code).with_answer(answer)
        };
        assert!(answered(Code::TooLarge, Some("too large")).may_be_for_size());
        assert!(Failure::new(Code::TooSlow).may_be_for_size());
        assert!(answered(Code::NotAccepted, None).may_be_for_size());
        assert!(!answered(Code::NotAccepted, Some("Priority 9 is not valid.")).may_be_for_size());
        assert!(!Failure::new(Code::NotFound).may_be_for_size());
        assert!(answered(Code::NotFound, None).of_size(LARGE, 1).may_be_for_size());
    }

    #[test]
    fn a_password_is_asked_for_only_where_it_would_help() {
        let sign_in = |proxy: &str, kinds: &[&str]| {
            let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
            Failure::new(Code::ProxySignIn { proxy: proxy.to_owned(), kinds })
        };
        assert_eq!(sign_in("p:3128", &[]).proxy_to_sign_in(), Some("p:3128"));
        assert_eq!(sign_in("p:3128", &["NTLM", "basic"]).proxy_to_sign_in(), Some("p:3128"));
        assert_eq!(sign_in("p:3128", &["Negotiate", "NTLM"]).proxy_to_sign_in(), None);
        assert_eq!(sign_in("", &["Basic"]).proxy_to_sign_in(), None, "one that was not asked");
        assert_eq!(Failure::new(Code::TooLarge).proxy_to_sign_in(), None);
    }

    #[test]
    fn a_lost_reading_is_asked_again() {
        for code in
            [Code::BrokeBeforeAnswer, Code::NoAnswer { seconds: 1 }, Code::ServerError { status: 500 }]
        {
            assert_eq!(Failure::reading(code).remedy(), Remedy::SomeTime);
        }
    }
}
