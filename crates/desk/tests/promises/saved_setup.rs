//! An account's team setup, saved for the others.

use std::path::PathBuf;

use desk::views::setup::{SetupForm, SetupOpened, SetupSaved, SetupToSave, Signing, SigningKeyMoved};
use desk::{DeskError, KeychainError, KeysState, Preset};
use secrecy::ExposeSecret;
use team_setup::{Provenance, SealFault, SetupFault, Signature, TeamSetup, UnsealFault};

use crate::stage::{Stage, server};

const PASSPHRASE: &str = "correct horse battery staple";

fn wanted(account: &str, form: SetupForm, passphrase: Option<&str>) -> SetupToSave {
    SetupToSave {
        account: account.into(),
        name: form.name,
        fields: form.fields,
        presets: form.presets,
        limits: form.limits,
        passphrase: passphrase.map(|passphrase| passphrase.to_owned().into()),
        unsigned: false,
    }
}

async fn choosing(path: PathBuf) -> Option<PathBuf> {
    Some(path)
}

/// A dialog that must not be shown.
async fn unasked() -> Option<PathBuf> {
    panic!("it asked where to save")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_saved_with_sealed_keys_and_the_presets_in_it_are_the_teams() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let own = Preset { name: "Papers".into(), note: Some("The invoice.".into()), changes: Vec::new() };
    stage.desk.save_presets(vec![own]).await.unwrap();
    let form = stage.desk.setup_form(account.id.clone()).await.unwrap();
    assert_eq!((form.name.as_str(), form.revision, form.presets.len()), ("Support", None, 1));
    let path = stage.path("team.ticketcourier");
    let setup = wanted(&account.id, form, Some("correct horse battery staple"));
    let saved = stage.desk.save_setup(setup, choosing(path.clone())).await.unwrap();
    assert!(matches!(saved, SetupSaved::Saved { revision: 1, .. }), "{saved:?}");
    let read = TeamSetup::read(&std::fs::read(path).unwrap()).unwrap();
    assert!(read.summary().has_sealed_keys);
    let keys = read.unseal_keys(&"correct horse battery staple".to_owned().into()).unwrap();
    assert_eq!(keys.expose().1, server.secret_key());
    let presets = stage.desk.presets().await.unwrap();
    assert_eq!((presets.team.len(), presets.own.len()), (1, 0));
    let next = stage.desk.setup_form(account.id).await.unwrap();
    assert_eq!((next.revision, next.keys), (Some(1), true));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_where_to_save_what_cannot_be_saved() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let form = stage.desk.setup_form(account.id.clone()).await.unwrap();
    let nameless = wanted(&account.id, SetupForm { name: " ".into(), ..form.clone() }, None);
    let saved = stage.desk.save_setup(nameless, unasked()).await.unwrap();
    assert!(matches!(&saved, SetupSaved::Setup { fault: SetupFault::Empty { .. } }), "{saved:?}");
    let weak = wanted(&account.id, form.clone(), Some("a"));
    let saved = stage.desk.save_setup(weak, unasked()).await.unwrap();
    assert!(
        matches!(&saved, SetupSaved::Passphrase { fault: SealFault::PassphraseTooShort { .. } }),
        "{saved:?}"
    );
    let stage = stage.restart().await;
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let unsigned = wanted(&account.id, form.clone(), None);
    let saved = stage.desk.save_setup(unsigned, unasked()).await.unwrap();
    assert!(matches!(&saved, SetupSaved::SigningKeyNotAvailable { keys: KeysState::Locked }), "{saved:?}");
    let sealed = wanted(&account.id, form, Some("correct horse battery staple"));
    let saved = stage.desk.save_setup(sealed, unasked()).await.unwrap();
    assert!(matches!(&saved, SetupSaved::KeysNotAvailable { keys: KeysState::Locked }), "{saved:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_that_is_closed_saves_nothing_and_a_place_that_takes_no_file_is_said() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let form = stage.desk.setup_form(account.id.clone()).await.unwrap();
    let setup = || wanted(&account.id, form.clone(), None);
    let saved = stage.desk.save_setup(setup(), async { None }).await.unwrap();
    assert!(matches!(saved, SetupSaved::NotChosen), "{saved:?}");
    let nowhere = stage.path("no folder/team.ticketcourier");
    let saved = stage.desk.save_setup(setup(), choosing(nowhere)).await.unwrap();
    assert!(matches!(saved, SetupSaved::Failed { .. }), "{saved:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_not_there_has_no_setup() {
    let stage = Stage::new();
    assert_eq!(stage.desk.setup_form("gone".into()).await.unwrap_err(), DeskError::NotPossible);
}

/// Saves an account's setup into a file, and says what is in it.
async fn save(stage: &Stage, account: &str, unsigned: bool) -> (PathBuf, TeamSetup, Signature) {
    let form = stage.desk.setup_form(account.into()).await.unwrap();
    let path = stage.path("team.ticketcourier");
    let setup = SetupToSave { unsigned, ..wanted(account, form, None) };
    let saved = stage.desk.save_setup(setup, choosing(path.clone())).await.unwrap();
    assert!(matches!(saved, SetupSaved::Saved { .. }), "{saved:?}");
    let (setup, signature) = TeamSetup::read_signed(&std::fs::read(&path).unwrap()).unwrap();
    (path, setup, signature)
}

async fn signing(stage: &Stage, account: &str) -> Signing {
    stage.desk.setup_form(account.into()).await.unwrap().signing
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_saving_makes_a_key_and_every_later_one_is_from_the_same_team() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await.id;
    assert_eq!(signing(&stage, &account).await, Signing::First);
    let (_, _, first) = save(&stage, &account, false).await;
    let key = first.key().unwrap();
    assert_eq!(signing(&stage, &account).await, Signing::Ours { key: key.spoken() });
    let stage = stage.restart().await;
    let (path, setup, second) = save(&stage, &account, false).await;
    assert_eq!((second, setup.revision), (Signature::Valid(key), 2));
    let settings = std::fs::read_to_string(stage.path("app/settings.json")).unwrap();
    let entry = format!("{account}.signing");
    let private = stage.host.keychain.kept.lock().unwrap()[&entry].expose_secret().to_owned();
    assert!(!settings.contains(&private), "the private half is in the keychain alone");
    let other = Stage::new();
    let SetupOpened::Previewed { preview } = other.desk.open_setup(Some(path)).await.unwrap() else {
        panic!()
    };
    assert_eq!((preview.provenance, preview.signed_by), (Provenance::FirstKey, Some(key.spoken())));
    stage.desk.remove_account(account).await.unwrap();
    assert!(!stage.host.keychain.has(&entry));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_it_is_saved_unsigned_only_when_that_is_wanted() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await.id;
    stage.host.keychain.fail(Some(KeychainError::Absent("none".into())));
    let form = stage.desk.setup_form(account.clone()).await.unwrap();
    let saved = stage.desk.save_setup(wanted(&account, form, None), unasked()).await.unwrap();
    assert!(matches!(saved, SetupSaved::SigningKeyNotAvailable { keys: KeysState::NoKeychain }), "{saved:?}");
    assert_eq!(save(&stage, &account, true).await.2, Signature::Unsigned);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_administrator_signs_with_the_same_key_and_with_no_other() {
    let server = server().await;
    let (first, second) = (Stage::new(), Stage::new());
    let (ours, theirs) = (first.add(&server).await.id, second.add(&server).await.id);
    let none = first.desk.export_signing_key(ours.clone(), PASSPHRASE.into(), unasked()).await.unwrap();
    assert!(matches!(none, SigningKeyMoved::NotAvailable { keys: KeysState::Missing }), "{none:?}");
    let (_, _, signature) = save(&first, &ours, false).await;
    let short = first.desk.export_signing_key(ours.clone(), "short".into(), unasked()).await.unwrap();
    assert!(matches!(short, SigningKeyMoved::Weak { .. }), "{short:?}");
    let path = first.path("key.age");
    let choose = choosing(path.clone());
    let moved = first.desk.export_signing_key(ours.clone(), PASSPHRASE.into(), choose).await.unwrap();
    assert!(matches!(moved, SigningKeyMoved::Exported { .. }), "{moved:?}");

    let import = async |passphrase: &str, path: PathBuf| {
        second.desk.import_signing_key(theirs.clone(), passphrase.into(), Some(path)).await.unwrap()
    };
    let wrong = import("wrong horse battery staple", path.clone()).await;
    assert!(matches!(wrong, SigningKeyMoved::Sealed { fault: UnsealFault::PassphraseWrong }), "{wrong:?}");
    let other = import(PASSPHRASE, second.file("no key", "no key")).await;
    assert!(matches!(other, SigningKeyMoved::Sealed { .. }), "{other:?}");
    assert!(matches!(import(PASSPHRASE, path.clone()).await, SigningKeyMoved::Imported { .. }));
    assert_eq!(save(&second, &theirs, false).await.2, signature);

    // Who is known by another key takes none that is not the team's.
    let third = Stage::new();
    let account = third.add(&server).await.id;
    save(&third, &account, false).await;
    let moved = third.desk.import_signing_key(account, PASSPHRASE.into(), Some(path)).await.unwrap();
    assert!(matches!(moved, SigningKeyMoved::AnotherTeams { .. }), "{moved:?}");
}
