//! The look of the vendor's keys, as public code has it: a hint when something was copied wrong, and never a reason to
//! refuse keys that look otherwise.

use serde::Serialize;

use crate::typed::plain;

/// Hexadecimal digits behind `u$r` in an access key, and in a secret key.
const ACCESS_DIGITS: usize = 32;
const SECRET_DIGITS: usize = 40;
/// The beginning of access keys.
const ACCESS_MARK: &str = "u$r";

/// The looks of two keys, where they are not as the vendor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum KeysHint {
    /// Each stands in the other's place.
    Swapped,
    /// The same in both places.
    Same,
    /// The access key lacks its end or its beginning.
    AccessKeyCut,
    /// The secret key lacks its end or its beginning.
    SecretKeyCut,
    /// There is more than one key in the access key's place.
    AccessKeyLong,
    /// There is more than one key in the secret key's place.
    SecretKeyLong,
}

/// The looks of two keys; none where they are as the vendor's, are none yet, or are like nothing that is known.
pub fn keys_hint(access: &str, secret: &str) -> Option<KeysHint> {
    let (access, secret) = (plain(access), plain(secret));
    let (access, secret) = (access.as_str(), secret.as_str());
    if !access.is_empty() && access == secret {
        return Some(KeysHint::Same);
    }
    let begins = |key: &str| key.starts_with(ACCESS_MARK);
    if (begins(secret) && !begins(access))
        || (is_hex(access, SECRET_DIGITS) && !is_hex(secret, SECRET_DIGITS))
    {
        return Some(KeysHint::Swapped);
    }
    let digits = access.strip_prefix(ACCESS_MARK).or_else(|| access.strip_prefix("$r"));
    // One without its beginning is only known when its digits are whole.
    match digits.or(Some(access).filter(|access| is_hex(access, ACCESS_DIGITS))) {
        Some(digits) if digits.len() < ACCESS_DIGITS || !begins(access) => {
            return Some(KeysHint::AccessKeyCut);
        }
        Some(digits) if digits.len() > ACCESS_DIGITS => return Some(KeysHint::AccessKeyLong),
        _ => {}
    }
    // Digits alone tell only beside an access key of the vendor's: another's may be of another length.
    if begins(access) && is_hex(secret, secret.len()) && !secret.is_empty() {
        match secret.len() {
            length if length < SECRET_DIGITS => return Some(KeysHint::SecretKeyCut),
            length if length > SECRET_DIGITS => return Some(KeysHint::SecretKeyLong),
            _ => {}
        }
    }
    None
}

fn is_hex(key: &str, digits: usize) -> bool {
    key.len() == digits && key.bytes().all(|digit| digit.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_were_swapped_or_cut_are_hinted_at_and_others_are_left_alone() {
        let access = format!("u$r{}", "0a".repeat(16));
        let secret = "9f".repeat(20);
        for (access, secret, hint) in [
            (access.as_str(), secret.as_str(), None),
            (&format!(" {access}\n"), &format!("{secret} "), None),
            (
                &format!("\u{feff}{access}"),
                &format!("{}\u{200b}", &secret[..39]),
                Some(KeysHint::SecretKeyCut),
            ),
            (&secret, &access, Some(KeysHint::Swapped)),
            ("", &access, Some(KeysHint::Swapped)),
            (&secret, "", Some(KeysHint::Swapped)),
            (&access, &access, Some(KeysHint::Same)),
            (&access[..20], &secret, Some(KeysHint::AccessKeyCut)),
            (&access[1..], &secret, Some(KeysHint::AccessKeyCut)),
            (&access[3..], &secret, Some(KeysHint::AccessKeyCut)),
            (&access, &secret[..39], Some(KeysHint::SecretKeyCut)),
            (&format!("{access}{access}"), &secret, Some(KeysHint::AccessKeyLong)),
            (&access, &format!("{secret}0"), Some(KeysHint::SecretKeyLong)),
            ("", "", None),
            (&access, "", None),
            ("practice-access", "practice-secret", None),
            ("abc", "def", None),
        ] {
            assert_eq!(keys_hint(access, secret), hint, "{access:?} {secret:?}");
        }
    }
}
