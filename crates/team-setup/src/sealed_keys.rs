//! Keys under a passphrase, as they stand in the file.

use std::fmt;
use std::io::Read;

use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor};

use crate::fault::SetupFault;

/// Two keys, two hosts and what age adds, many times over; in bytes.
pub(crate) const MOST_SEALED: usize = 16 * 1024;

/// Keys as they stand in the file. They can be looked at, but not read.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedKeys(String);

impl fmt::Debug for SealedKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedKeys(hidden)")
    }
}

impl SealedKeys {
    /// Looks at the outside, which costs nothing.
    pub(crate) fn read(armour: String) -> Result<Self, SetupFault> {
        let whole = open(&armour).is_ok_and(|file| file.is_scrypt());
        if whole { Ok(Self(armour)) } else { Err(SetupFault::SealDamaged) }
    }

    /// Keys that were just sealed.
    pub(crate) fn of(armour: String) -> Self {
        Self(armour)
    }

    pub(crate) fn armour(&self) -> &str {
        &self.0
    }
}

/// The armour's content.
pub(crate) fn open(armour: &str) -> Result<Decryptor<impl Read>, DecryptError> {
    // Without the armour age would take its binary form, which no text is.
    if armour.len() > MOST_SEALED || !armour.starts_with("-----BEGIN AGE") {
        return Err(DecryptError::InvalidHeader);
    }
    Decryptor::new_buffered(ArmoredReader::new(armour.as_bytes()))
}
