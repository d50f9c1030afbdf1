//! An answer's words, whatever form its maker gave it: the vendor's two, an Amazon gateway's, others'.

use serde_json::Value;

use crate::json::{member, text};
use crate::place::Host;

/// So many calls in so many seconds, as the server says its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance {
    pub(crate) calls: u32,
    pub(crate) seconds: u32,
}

/// Why it was not done, in the server's own words: the vendor's reason, the text of an exception, the inner text of a
/// message that is an object; else what others call an error.
pub(crate) fn reason(answer: &Value) -> Option<String> {
    let error = member(answer, "error");
    text(answer, "ReasonForFailure")
        .or_else(|| text(answer, "ExceptionMessage"))
        .or_else(|| inner_message(answer))
        .or_else(|| error?.as_str().map(str::to_owned))
        .or_else(|| text(error?, "message"))
        .map(|said| said.trim().to_owned())
}

/// `Message`, or what gateways call so.
pub(crate) fn message(answer: &Value) -> Option<String> {
    text(answer, "Message").map(|said| said.trim().to_owned())
}

/// `{"Message":{"Message":"…"}}`.
fn inner_message(answer: &Value) -> Option<String> {
    text(member(answer, "Message")?, "Message")
}

/// The kind of the vendor's exception.
pub(crate) fn exception(answer: &Value) -> Option<String> {
    text(answer, "ExceptionType")
}

/// Whether it is in a form that only the vendor has.
pub(crate) fn is_vendors(answer: &Value) -> bool {
    let printed = text(answer, "Status").is_some() && member(answer, "ReasonForFailure").is_some();
    printed || exception(answer).is_some_and(|kind| kind.starts_with("MX"))
}

/// An Amazon gateway's words: one member, in small letters.
pub(crate) fn of_gateway(answer: &Value) -> Option<&str> {
    let members = answer.as_object()?;
    members.get("message").filter(|_| members.len() == 1)?.as_str()
}

/// A host of the vendor's that the server's words name.
pub(crate) fn named_host(said: &str) -> Option<String> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let words = said.split(|c| !in_name(c)).map(|word| word.trim_matches('.').to_ascii_lowercase());
    words
        .map(|word| (Host::parse(&word), word))
        .find_map(|(host, word)| host.is_ok_and(|(host, _)| host.is_vendors()).then_some(word))
}

/// Whether it says that there were too many calls; and the limit, where it names one. Only whole sentences in the
/// members that hold the server's own words count: a refusal may repeat a value that somebody typed.
pub(crate) fn rate_limit(answer: &Value) -> Option<Option<Allowance>> {
    let said = ["ReasonForFailure", "ExceptionMessage", "Message"].map(|name| text(answer, name));
    let allowance =
        said.into_iter().chain([inner_message(answer)]).flatten().find_map(|said| allowance(&said));
    let named = exception(answer).is_some_and(|kind| kind == "MXAPIRateLimitExceededException");
    let gateway = of_gateway(answer).is_some_and(|said| {
        ["Too Many Requests", "Limit Exceeded"].iter().any(|words| said.trim().eq_ignore_ascii_case(words))
    });
    (allowance.is_some() || named || gateway).then_some(allowance)
}

/// "API calls exceeded the limit of 25 in 5 second(s)", and nothing else.
fn allowance(said: &str) -> Option<Allowance> {
    let said = said.trim().trim_end_matches('.').to_lowercase();
    let figures = said.strip_prefix("api calls exceeded the limit of ")?;
    let (calls, seconds) = figures.split_once(" in ")?;
    let seconds = ["second(s)", "seconds", "second"].iter().find_map(|unit| seconds.strip_suffix(unit))?;
    let figure = |text: &str| text.trim().parse().ok().filter(|figure| *figure > 0);
    Some(Allowance { calls: figure(calls)?, seconds: figure(seconds)? })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const LIMIT: &str = "API calls exceeded the limit of 72 in 5 second(s)";

    #[test]
    fn the_rate_limit_is_known_by_its_words_wherever_the_server_s_own_words_stand() {
        let named = Some(Some(Allowance { calls: 72, seconds: 5 }));
        for answer in [
            json!({"Status": "Error", "ReasonForFailure": LIMIT}),
            json!({"status": "Error", "exceptionMessage": LIMIT, "exceptionType": "MXAPIRateLimitExceededException"}),
            json!({"Message": {"Message": LIMIT}}),
            json!({"Message": format!("{LIMIT}.")}),
        ] {
            assert_eq!(rate_limit(&answer), named, "{answer}");
        }
        for answer in [
            json!({"ExceptionType": "MXAPIRateLimitExceededException", "ExceptionMessage": "later"}),
            json!({"message": "Too Many Requests"}),
            json!({"message": "Limit Exceeded"}),
        ] {
            assert_eq!(rate_limit(&answer), Some(None), "{answer}");
        }
    }

    #[test]
    fn a_value_that_repeats_the_words_is_no_rate_limit() {
        for answer in [
            json!({"Status": "Error", "ReasonForFailure": format!("'{LIMIT}' is not a value of Title")}),
            json!({"Status": "Error", "ReasonForFailure": format!("Title: {LIMIT}")}),
            json!({"Fields": [{"SchemaName": "Title", "Value": LIMIT}]}),
            json!({"Title": LIMIT, "message": "Bad Request"}),
            json!({"message": "Too Many Requests", "title": "x"}),
        ] {
            assert_eq!(rate_limit(&answer), None, "{answer}");
        }
    }

    #[test]
    fn a_reason_is_found_in_each_form() {
        for answer in [
            json!({"ReasonForFailure": " no ", "Message": "Bad Request"}),
            json!({"ExceptionType": "MXInvalidInputException", "ExceptionMessage": "no"}),
            json!({"Message": {"Message": "no"}}),
            json!({"reasonforfailure": "no"}),
            json!({"error": "no"}),
            json!({"error": {"code": 5, "message": "no"}}),
        ] {
            assert_eq!(reason(&answer).as_deref(), Some("no"), "{answer}");
        }
    }

    #[test]
    fn a_host_is_named_only_by_the_vendor_s_own_name() {
        for said in [
            "Use the host 'api-us11.leadsquared.com' instead.",
            "Wrong region: https://API-us11.leadsquared.com/v2/. Try there",
            "api-us11.leadsquared.com.",
        ] {
            assert_eq!(named_host(said).as_deref(), Some("api-us11.leadsquared.com"), "{said}");
        }
        for said in [
            "Ask leadsquared.com",
            "api.leadsquared.com.evil.example",
            "api.evil-leadsquared.com",
            "scsupport of us",
        ] {
            assert_eq!(named_host(said), None, "{said}");
        }
    }

    #[test]
    fn only_the_vendor_speaks_the_vendors_forms() {
        for vendors in [
            json!({"Status": "Error", "ReasonForFailure": null}),
            json!({"ExceptionType": "MXInvalidInputException"}),
        ] {
            assert!(is_vendors(&vendors), "{vendors}");
        }
        for other in [
            json!({"status": "error", "message": "no healthy upstream"}),
            json!({"message": "Forbidden"}),
            json!({"ExceptionType": "NullPointerException"}),
            json!(null),
        ] {
            assert!(!is_vendors(&other), "{other}");
        }
    }
}
