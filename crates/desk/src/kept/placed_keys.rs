//! Keys with the place that they are for, and their entry in the keychain.

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use service_crm::{Keys, Place};

/// Keys, and the one place that they may go to.
#[derive(Debug, Clone)]
pub(crate) struct PlacedKeys {
    pub(crate) place: Place,
    pub(crate) keys: Keys,
}

impl PlacedKeys {
    /// The keys, for whoever wants to go there with them; another place has none.
    pub(crate) fn at(&self, wanted: &Place) -> Option<&Keys> {
        wanted.is_within(&self.place).then_some(&self.keys)
    }

    /// The entry in the keychain: one for everything, so that there can never be half a pair, nor a pair without its
    /// place.
    pub(crate) fn entry(&self) -> SecretString {
        let (access, secret) = self.keys.expose();
        serde_json::json!({ "access": access, "secret": secret, "place": self.place }).to_string().into()
    }
}

/// An entry of the keychain, read.
pub(crate) enum Entry {
    /// Keys with their place.
    Placed(PlacedKeys),
    /// Keys of the first versions, which kept no place with them.
    Unplaced(Keys),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Placed { access: SecretString, secret: SecretString, place: Place },
    Unplaced(SecretString, SecretString),
}

impl Entry {
    /// An entry of the keychain; none where it is damaged.
    pub(crate) fn read(entry: &SecretString) -> Option<Self> {
        let keys = |access: &SecretString, secret: &SecretString| {
            Keys::new(access.expose_secret(), secret.expose_secret()).ok()
        };
        match serde_json::from_str(entry.expose_secret()).ok()? {
            Written::Placed { access, secret, place } => {
                Some(Self::Placed(PlacedKeys { place, keys: keys(&access, &secret)? }))
            }
            Written::Unplaced(access, secret) => keys(&access, &secret).map(Self::Unplaced),
        }
    }
}
