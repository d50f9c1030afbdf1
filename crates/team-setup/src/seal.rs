//! Keys under a passphrase.
//!
//! The form is that of age (<https://age-encryption.org/v1>): one scrypt recipient, in ASCII armour. It has a
//! specification and other programs that read it, so nobody is locked out by this app.
//!
//! Sealed together with the keys is where they may go. Whoever changes the file on its way, and does not know the
//! passphrase, could otherwise put a host of their own into it, and be sent the keys.

use std::io::{Read, Write};

use age::armor::{ArmoredWriter, Format};
use age::{DecryptError, Encryptor, scrypt};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use service_crm::{Host, Keys};

use crate::sealed_keys::{MOST_SEALED, SealedKeys, open};
use crate::setup::TeamSetup;

/// The shortest passphrase, in characters. The file travels, so whoever gets it may try as long as they like.
pub const LEAST_PASSPHRASE: usize = 12;
/// scrypt with N = 2^17 takes 128 MiB and a good part of a second; the OWASP's password storage page names it.
const WORK: u8 = 17;
/// The work that the `age` program itself asks for: 256 MiB. A file that asks for more asks for all of the computer.
const MOST_WORK: u8 = 18;

/// Why keys were not sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum SealFault {
    /// In characters.
    #[error("the passphrase is shorter than {least}")]
    PassphraseTooShort { least: usize },
    /// Nothing that is known of: writing to memory does not fail.
    #[error("the keys were not sealed")]
    NotSealed,
}

/// Why sealed keys were not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum UnsealFault {
    #[error("no keys are sealed in it")]
    NothingSealed,
    /// Or somebody changed the sealed part where that cannot be told from a wrong one.
    #[error("the passphrase is wrong")]
    PassphraseWrong,
    #[error("the sealed keys are damaged")]
    SealDamaged,
    /// A seal by another hand than this app's, and perhaps of somebody who wants to bring the computer to a halt.
    #[error("the sealed keys cost too much to open")]
    SealTooCostly,
    /// The file was changed after the keys were sealed.
    #[error("the keys were sealed for another account than the one in the file")]
    SealedForAnother,
}

/// The sealed content.
#[derive(Serialize, Deserialize)]
struct Inside<T> {
    host: T,
    organisation: T,
    lead_host: Option<T>,
    access_key: T,
    secret_key: T,
}

impl TeamSetup {
    /// Seals the keys, in place of those that were sealed before, for the account as it is now: when it changes, they
    /// must be sealed again. Takes about a second and 128 MiB. Blanks around the passphrase do not count.
    ///
    /// # Errors
    /// When the passphrase is too short.
    pub fn seal_keys(&mut self, keys: &Keys, passphrase: &SecretString) -> Result<(), SealFault> {
        let (access_key, secret_key) = keys.expose();
        let account = &self.account;
        let (host, lead_host) = (account.host.to_string(), account.lead_host.as_ref().map(Host::to_string));
        let organisation = account.organisation.as_str();
        let (host, lead_host) = (host.as_str(), lead_host.as_deref());
        let inside = Inside { host, organisation, lead_host, access_key, secret_key };
        self.sealed_keys = Some(SealedKeys::of(seal(&inside, passphrase)?));
        Ok(())
    }

    /// Takes the sealed keys out of the setup.
    pub fn remove_keys(&mut self) {
        self.sealed_keys = None;
    }

    /// The keys, if the passphrase is right and they were sealed for this account. Takes as long as sealing.
    ///
    /// # Errors
    /// When there are none, or they cannot be had.
    pub fn unseal_keys(&self, passphrase: &SecretString) -> Result<Keys, UnsealFault> {
        let sealed = self.sealed_keys.as_ref().ok_or(UnsealFault::NothingSealed)?;
        let inside: Inside<SecretString> = unseal(sealed.armour(), passphrase)?;
        let Inside { host, organisation, lead_host, access_key, secret_key } = &inside;
        let account = &self.account;
        let same = host.expose_secret() == account.host.to_string()
            && organisation.expose_secret() == account.organisation.as_str()
            && lead_host.as_ref().map(|host| host.expose_secret().to_owned())
                == account.lead_host.as_ref().map(Host::to_string);
        if !same {
            return Err(UnsealFault::SealedForAnother);
        }
        Keys::new(access_key.expose_secret(), secret_key.expose_secret())
            .map_err(|_| UnsealFault::SealDamaged)
    }
}

/// JSON under a passphrase, in armour. Takes about a second and 128 MiB.
pub(crate) fn seal<T: Serialize>(inside: &T, passphrase: &SecretString) -> Result<String, SealFault> {
    let passphrase = trimmed(passphrase);
    if passphrase.expose_secret().chars().count() < LEAST_PASSPHRASE {
        return Err(SealFault::PassphraseTooShort { least: LEAST_PASSPHRASE });
    }
    let mut recipient = scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(WORK);
    // As much as there can be, so that it does not grow and leave copies behind.
    let mut content = Zeroizing::new(Vec::with_capacity(MOST_SEALED));
    serde_json::to_writer(&mut *content, inside).map_err(|_| SealFault::NotSealed)?;
    sealed(&recipient, &content).ok_or(SealFault::NotSealed)
}

/// The content that [`seal`] sealed.
pub(crate) fn unseal<T: DeserializeOwned>(armour: &str, passphrase: &SecretString) -> Result<T, UnsealFault> {
    let mut identity = scrypt::Identity::new(trimmed(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let file = open(armour).map_err(|_| UnsealFault::SealDamaged)?;
    let content =
        file.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|why| match why {
            DecryptError::ExcessiveWork { .. } => UnsealFault::SealTooCostly,
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                UnsealFault::PassphraseWrong
            }
            _ => UnsealFault::SealDamaged,
        })?;
    let mut inside = Zeroizing::new(Vec::with_capacity(MOST_SEALED));
    content.take(MOST_SEALED as u64).read_to_end(&mut inside).map_err(|_| UnsealFault::SealDamaged)?;
    serde_json::from_slice(&inside).map_err(|_| UnsealFault::SealDamaged)
}

fn trimmed(passphrase: &SecretString) -> SecretString {
    passphrase.expose_secret().trim().into()
}

fn sealed(recipient: &scrypt::Recipient, content: &[u8]) -> Option<String> {
    let to = Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient)).ok()?;
    let armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).ok()?;
    let mut writer = to.wrap_output(armour).ok()?;
    writer.write_all(content).ok()?;
    let armour = writer.finish().and_then(ArmoredWriter::finish).ok()?;
    String::from_utf8(armour).ok()
}
