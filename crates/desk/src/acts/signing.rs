//! The key that an account's team setup is signed with: made, given to a second administrator, taken from the first.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use secrecy::SecretString;
use team_setup::{PublicKey, SigningKey};

use crate::atomic_file;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kept::keys::KeysState;
use crate::kept::settings::SavedAccount;
use crate::views::setup::{Signing, SigningKeyMoved};

/// Bytes of a file with a signing key; one that the app writes has a few hundred.
const MOST: u64 = 16 * 1024;

/// How an account's setup would be signed on this computer.
pub(crate) fn signing(account: &SavedAccount) -> Signing {
    match (account.signing_key, account.team_key) {
        (None, None) => Signing::First,
        (Some(ours), None) => Signing::Ours { key: ours.spoken() },
        (Some(ours), Some(team)) if ours == team => Signing::Ours { key: ours.spoken() },
        (_, Some(team)) => Signing::Anothers { key: team.spoken() },
    }
}

impl Desk {
    /// The key to sign an account's setup with; one is made where there is none yet.
    ///
    /// # Errors
    /// When the settings cannot be written, or the system gives no random bytes; that the keychain has none, or does not
    /// take one, is part of the answer.
    pub(crate) async fn signing_key(
        &self,
        account: &SavedAccount,
    ) -> Result<Result<SigningKey, KeysState>, DeskError> {
        if account.signing_key.is_some() {
            return Ok(self.accounts.signing.of(account).await);
        }
        let key = SigningKey::generate().map_err(DeskError::storage)?;
        if let Err(keys) = self.accounts.signing.keep(&account.id, &key).await {
            return Ok(Err(keys));
        }
        let public = key.public();
        self.change_account(&account.id, |account| account.signing_key = Some(public)).await?;
        Ok(Ok(key))
    }

    /// The team is known by this key from now on.
    pub(crate) async fn pin(&self, id: &str, key: PublicKey) -> Result<(), DeskError> {
        self.change_account(id, |account| account.team_key = Some(key)).await
    }

    async fn change_account(
        &self,
        id: &str,
        change: impl FnOnce(&mut SavedAccount),
    ) -> Result<(), DeskError> {
        let change = |settings: &mut crate::kept::settings::Settings| {
            if let Some(account) = settings.accounts.iter_mut().find(|account| account.id == id) {
                change(account);
            }
        };
        self.accounts.change(change).await
    }

    /// Writes an account's signing key under a passphrase, for a second administrator, where `choose` answers.
    ///
    /// # Errors
    /// `NotPossible` where there is no such account; everything else is part of the answer.
    pub async fn export_signing_key(
        self: &Arc<Self>,
        id: String,
        passphrase: SecretString,
        choose: impl Future<Output = Option<PathBuf>> + Send,
    ) -> Result<SigningKeyMoved, DeskError> {
        let account = self.accounts.settings().account(&id).cloned().ok_or(DeskError::NotPossible)?;
        let key = match self.accounts.signing.of(&account).await {
            Ok(key) => key,
            Err(keys) => return Ok(SigningKeyMoved::NotAvailable { keys }),
        };
        // Before anybody is asked where to: a passphrase that is too short is said at once.
        let sealed = match self.on_disk(move |_| key.seal(&passphrase)).await? {
            Ok(sealed) => sealed,
            Err(fault) => return Ok(SigningKeyMoved::Weak { fault }),
        };
        let Some(path) = choose.await else { return Ok(SigningKeyMoved::NotChosen) };
        let shown = path.to_string_lossy().into_owned();
        let written = self.on_disk(move |_| atomic_file::write(&path, sealed.as_bytes())).await?;
        Ok(match written {
            Ok(()) => SigningKeyMoved::Exported { path: shown },
            Err(error) => SigningKeyMoved::Failed { why: error.to_string() },
        })
    }

    /// Takes the signing key that another administrator wrote, so that both sign as one team.
    ///
    /// # Errors
    /// `NotPossible` where there is no such account, or the settings cannot be written; everything else is part of the
    /// answer.
    pub async fn import_signing_key(
        self: &Arc<Self>,
        id: String,
        passphrase: SecretString,
        chosen: Option<PathBuf>,
    ) -> Result<SigningKeyMoved, DeskError> {
        let account = self.accounts.settings().account(&id).cloned().ok_or(DeskError::NotPossible)?;
        let Some(path) = chosen else { return Ok(SigningKeyMoved::NotChosen) };
        let opened =
            self.on_disk(move |_| read(&path).map(|file| SigningKey::unseal(&file, &passphrase))).await?;
        let key = match opened {
            Err(error) => return Ok(SigningKeyMoved::Failed { why: error.to_string() }),
            Ok(Err(fault)) => return Ok(SigningKeyMoved::Sealed { fault }),
            Ok(Ok(key)) => key,
        };
        let public = key.public();
        if let Some(team) = account.team_key.filter(|team| *team != public) {
            return Ok(SigningKeyMoved::AnotherTeams { key: public.spoken(), team: team.spoken() });
        }
        if let Err(keys) = self.accounts.signing.keep(&id, &key).await {
            return Ok(SigningKeyMoved::NotAvailable { keys });
        }
        self.change_account(&id, |account| {
            (account.signing_key, account.team_key) = (Some(public), Some(public));
        })
        .await?;
        Ok(SigningKeyMoved::Imported { key: public.spoken() })
    }
}

/// Reads no more than such a file can have, and waits for no pipe. What is no text is damaged.
fn read(path: &Path) -> io::Result<String> {
    if !std::fs::metadata(path)?.is_file() {
        return Ok(String::new());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).unwrap_or_default())
}
