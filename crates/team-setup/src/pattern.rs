//! Patterns that a value must match.

use regex::{Error, Regex, RegexBuilder};
use serde::Serialize;

/// The most bytes that a compiled pattern may take. `\w` knows all letters that there are, so `^\w{3,20}$` takes nearly all of
/// it; `^\d{10}$` takes a twentieth.
const MOST_COMPILED: usize = 1024 * 1024;

/// Why a pattern cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum PatternFault {
    /// Not one, or with what a search in linear time cannot do: looking ahead or behind, and references back. The
    /// vendor's own patterns may have those.
    #[error("it is no pattern that can be searched for in linear time")]
    Invalid,
    #[error("it costs too much")]
    TooCostly,
}

/// Whether a pattern can be used; an account's own pattern that cannot is left out of a setup.
///
/// # Errors
/// When it is none, or costs too much.
pub fn check_pattern(pattern: &str) -> Result<(), PatternFault> {
    compiled(pattern).map(|_| ())
}

pub(crate) fn compiled(pattern: &str) -> Result<Regex, PatternFault> {
    RegexBuilder::new(pattern)
        .size_limit(MOST_COMPILED)
        .dfa_size_limit(MOST_COMPILED)
        .nest_limit(20)
        .build()
        .map_err(|error| match error {
            Error::CompiledTooBig(_) => PatternFault::TooCostly,
            _ => PatternFault::Invalid,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_patterns_can_be_used_and_costly_ones_cannot() {
        for fine in [
            r"^\d{10}$",
            r"^\w{3,20}$",
            r"^[A-Z]{2}\d{6}$",
            r"^[\w.+-]+@[\w-]+\.[\w.-]+$",
            "^(a+)+$",
            "",
            "(?i)^po-",
        ] {
            assert_eq!(check_pattern(fine), Ok(()), "{fine}");
        }
        for costly in [r"\w{1000}", "(((a{9}){9}){9}){9}{9}", r"(\pL{50}){50}"] {
            assert_eq!(check_pattern(costly), Err(PatternFault::TooCostly), "{costly}");
        }
        for invalid in [
            "(",
            "[z-a]",
            "(?=ahead)",
            r"(a)\1",
            &"(".repeat(500),
            &format!("{}a{}", "(".repeat(60), ")".repeat(60)),
        ] {
            assert_eq!(check_pattern(invalid), Err(PatternFault::Invalid), "{invalid}");
        }
    }
}
