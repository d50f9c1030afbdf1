//! An account's team setup, saved for the others.

use std::path::PathBuf;

use desk::views::setup::{SetupForm, SetupSaved, SetupToSave};
use desk::{DeskError, KeychainError, KeysState, Preset};
use team_setup::{SealFault, SetupFault, TeamSetup};

use crate::stage::{Stage, server};

fn wanted(account: &str, form: SetupForm, passphrase: Option<&str>) -> SetupToSave {
    SetupToSave {
        account: account.into(),
        name: form.name,
        fields: form.fields,
        presets: form.presets,
        limits: form.limits,
        passphrase: passphrase.map(|passphrase| passphrase.to_owned().into()),
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
