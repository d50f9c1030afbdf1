//! Whether a setup file was signed, by whose key, and what that says beside the key that is known.
//!
//! Signed is the file's JSON without the member `signature`, in the one form that RFC 8785 gives it, whatever the
//! members are. So neither a mail program's line ends nor a member of a later version stand in the way, and nothing of
//! the file is left out (`docs/decisions/0017-signed-setups.md`).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fault::SetupFault;
use crate::signing_key::PublicKey;
use crate::tree::Node;

/// The member with the public half of the key.
pub(crate) const SIGNED_BY: &str = "signed_by";
/// The one member that is not signed.
pub(crate) const SIGNATURE: &str = "signature";

/// A file's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// There is none.
    Unsigned,
    /// All of the file is as the owner of this key signed it.
    Valid(PublicKey),
    /// A signature not of this text, or not of the key that stands beside it: somebody changed the file.
    Invalid,
}

/// How a file's signature stands to the key that is pinned: the one that came with the setup that was taken before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// Not signed, and no key is pinned: anybody may have made it.
    Unknown,
    /// Signed, and no key is pinned yet: from now on the team is known.
    FirstKey,
    /// From the same team as before.
    SameTeam,
    /// Signed by another key than the pinned one.
    OtherKey,
    /// Not signed, though a key is pinned.
    SignatureMissing,
    /// Changed after it was signed.
    SignatureInvalid,
}

impl Provenance {
    /// Whether one press may take it. The others go against something that is known: a person has to say more.
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Unknown | Self::FirstKey | Self::SameTeam)
    }
}

impl Signature {
    /// The key that signed all of the file.
    pub fn key(self) -> Option<PublicKey> {
        match self {
            Self::Valid(key) => Some(key),
            Self::Unsigned | Self::Invalid => None,
        }
    }

    /// How it stands to the pinned key.
    pub fn beside(self, pinned: Option<&PublicKey>) -> Provenance {
        match (self, pinned) {
            (Self::Invalid, _) => Provenance::SignatureInvalid,
            (Self::Unsigned, None) => Provenance::Unknown,
            (Self::Unsigned, Some(_)) => Provenance::SignatureMissing,
            (Self::Valid(_), None) => Provenance::FirstKey,
            (Self::Valid(key), Some(pinned)) if key == *pinned => Provenance::SameTeam,
            (Self::Valid(_), Some(_)) => Provenance::OtherKey,
        }
    }

    /// The key that is pinned once the file was taken. One that is not signed takes nobody's place: the next one of
    /// the team is known again.
    pub fn pinned_after(self, pinned: Option<PublicKey>) -> Option<PublicKey> {
        match self {
            Self::Valid(key) => Some(key),
            Self::Unsigned | Self::Invalid => pinned,
        }
    }

    /// Takes both members out of the file; one without the other is half a signature.
    pub(crate) fn take(file: &mut BTreeMap<String, Node>) -> Result<Self, SetupFault> {
        if !file.contains_key(SIGNED_BY) && !file.contains_key(SIGNATURE) {
            return Ok(Self::Unsigned);
        }
        let signature = text(file.remove(SIGNATURE), SIGNATURE)?;
        let signed = canonical(file).ok_or(SetupFault::NotASetup)?;
        let key = text(file.remove(SIGNED_BY), SIGNED_BY)?;
        let key = PublicKey::parse(&key).ok_or(SetupFault::Unreadable { place: SIGNED_BY.into() })?;
        Ok(if key.verifies(&signed, &signature) { Self::Valid(key) } else { Self::Invalid })
    }
}

fn text(node: Option<Node>, place: &str) -> Result<String, SetupFault> {
    match node {
        Some(Node::Text(text)) => Ok(text),
        Some(_) => Err(SetupFault::WrongKind { place: place.to_owned() }),
        None => Err(SetupFault::Missing { place: place.to_owned() }),
    }
}

/// The text that is signed. None where JSON could not hold it, which nothing that was read is.
pub(crate) fn canonical(file: &BTreeMap<String, Node>) -> Option<Vec<u8>> {
    serde_json_canonicalizer::to_vec(file).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree;

    #[test]
    fn the_signed_text_has_the_form_of_rfc_8785() {
        // Of its appendix and of 3.2.2, with the format's own name.
        let file = r#"{
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false],
          "\ud83d\ude00": 1, "\ufb33": 2, "format": "ticket-courier-team-setup"
        }"#;
        let text = canonical(&tree::read(file.as_bytes()).unwrap()).unwrap();
        let expected = "{\"format\":\"ticket-courier-team-setup\",\"literals\":[null,true,false],\
            \"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],\
            \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u{1f600}\":1,\"\u{fb33}\":2}";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }
}
