//! The key pair that a team's setup is signed with.
//!
//! Ed25519 (RFC 8032). The private half stays with who saves the setup: in their keychain, and under a passphrase where
//! a second administrator is to have it. The public half stands in the file.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use rand::TryRngCore;
use rand::rngs::OsRng;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::seal::{self, SealFault, UnsealFault};

/// Both halves. Neither is ever printed, and the memory is cleared when it is dropped.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Why there is no signing key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum SigningKeyFault {
    /// The system did not give random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// A text from the keychain that [`SigningKey::expose`] did not give.
    #[error("it is not a signing key")]
    NotAKey,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(hidden)")
    }
}

/// The sealed content, marked so that a file of another kind is not taken for a signing key.
#[derive(Serialize, Deserialize)]
struct Inside<T> {
    signing_key: T,
}

impl SigningKey {
    /// A new pair, by chance.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn generate() -> Result<Self, SigningKeyFault> {
        let mut seed = Zeroizing::new([0; 32]);
        OsRng.try_fill_bytes(&mut *seed).map_err(|_| SigningKeyFault::NoRandomness)?;
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&seed)))
    }

    /// The half that stands in the file.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The private half as a text, for the keychain alone: its 32 bytes in Base64.
    pub fn expose(&self) -> SecretString {
        STANDARD.encode(self.0.as_bytes()).into()
    }

    /// Reads what [`SigningKey::expose`] gave.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn read(text: &SecretString) -> Result<Self, SigningKeyFault> {
        let bytes = Zeroizing::new(STANDARD.decode(text.expose_secret()).unwrap_or_default());
        let seed: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| SigningKeyFault::NotAKey)?;
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(seed)))
    }

    /// The text of a file that gives the key to a second administrator: sealed as keys of an account are, and as slow.
    ///
    /// # Errors
    /// When the passphrase is too short.
    pub fn seal(&self, passphrase: &SecretString) -> Result<String, SealFault> {
        let key = self.expose();
        seal::seal(&Inside { signing_key: key.expose_secret() }, passphrase)
    }

    /// The key of such a file. Whether it is the team's, its public half says.
    ///
    /// # Errors
    /// When the passphrase is another, or the file is not one with a signing key.
    pub fn unseal(file: &str, passphrase: &SecretString) -> Result<Self, UnsealFault> {
        let inside: Inside<SecretString> = seal::unseal(file.trim(), passphrase)?;
        Self::read(&inside.signing_key).map_err(|_| UnsealFault::SealDamaged)
    }

    pub(crate) fn sign(&self, text: &[u8]) -> String {
        STANDARD.encode(self.0.sign(text).to_bytes())
    }
}

/// The half of a signing key that everybody may know. As a text it is its 32 bytes in Base64.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads the text, in the one form that is written.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = STANDARD.decode(text).ok()?.try_into().ok()?;
        // With a weak one anybody can sign anything.
        VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    /// The part that two people can read to each other: the first 80 bits, as `3f2a 91bc 07de 55aa 1c0f`. To find another pair
    /// that begins so takes more tries than anybody has.
    pub fn spoken(&self) -> String {
        let pairs = self.0.as_bytes().chunks(2).take(5);
        let groups: Vec<_> =
            pairs.map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect::<String>()).collect();
        groups.join(" ")
    }

    /// `signature` as it stands in the file.
    pub(crate) fn verifies(&self, text: &[u8], signature: &str) -> bool {
        let bytes = STANDARD.decode(signature).unwrap_or_default();
        // Strictly: of one text and one key there is one signature, which nobody can turn into another.
        Signature::from_slice(&bytes).is_ok_and(|signature| self.0.verify_strict(text, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a public key"))
    }
}
