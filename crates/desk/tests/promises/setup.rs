//! Team setups: opened, taken, refused.

use std::path::PathBuf;

use desk::views::setup::{GivenKeys, KeysNeeded, Offer, SetupOpened, SetupTaken, Standing};
use desk::{KeepKeys, KeychainError, Keys, KeysState};
use practice_server::PracticeServer;
use service_crm::{Host, KeysFault, Organisation};
use team_setup::{SetupAccount, SetupField, SetupKind, SetupLimits, TeamSetup, UnsealFault};

use crate::stage::{Stage, current, server};

const PASSPHRASE: &str = "correct horse battery staple";

pub fn setup_for(server: &PracticeServer) -> TeamSetup {
    let (host, _) = Host::parse(&server.base_url()).unwrap();
    let organisation = Organisation::parse(server.organisation()).unwrap();
    TeamSetup::new("Support, Pune", SetupAccount::new(host, organisation))
}

pub fn numbered(name: &str, most: f64) -> SetupField {
    SetupField { max_value: Some(most), ..SetupField::new(name, name, SetupKind::Number) }
}

pub fn limited(bytes: u64) -> SetupLimits {
    SetupLimits { largest_file: Some(bytes), endings: None }
}

fn both(server: &PracticeServer) -> GivenKeys {
    GivenKeys::Both { access_key: server.access_key().into(), secret_key: server.secret_key().into() }
}

pub async fn open(stage: &Stage, setup: &TeamSetup) -> Offer {
    let file: PathBuf = stage.file("team.ticketcourier", setup.write());
    match stage.desk.open_setup(Some(file)).await.unwrap() {
        SetupOpened::Offered { offer } => *offer,
        other => panic!("{other:?}"),
    }
}

/// Sets up an account by a setup with something in it changed.
pub async fn set_up(
    stage: &Stage,
    server: &PracticeServer,
    change: impl FnOnce(&mut TeamSetup),
) -> TeamSetup {
    let mut setup = setup_for(server);
    change(&mut setup);
    open(stage, &setup).await;
    let taken = stage.desk.take_setup(both(server), KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    setup
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_with_sealed_keys_takes_its_passphrase_and_nothing_more() {
    let (stage, server) = (Stage::new(), server().await);
    let mut setup = setup_for(&server);
    let keys = Keys::new(server.access_key(), server.secret_key()).unwrap();
    setup.seal_keys(&keys, &PASSPHRASE.to_owned().into()).unwrap();
    let offer = open(&stage, &setup).await;
    assert_eq!((offer.standing, offer.keys), (Standing::New, KeysNeeded::Passphrase));
    let given = |passphrase: &str| GivenKeys::Passphrase { passphrase: passphrase.to_owned().into() };
    let wrong = stage.desk.take_setup(given("wrong"), KeepKeys::Keychain).await.unwrap();
    assert!(matches!(wrong, SetupTaken::Passphrase { fault: UnsealFault::PassphraseWrong }), "{wrong:?}");
    assert!(stage.desk.overview().first_start, "nothing was changed");
    let taken = stage.desk.take_setup(given(PASSPHRASE), KeepKeys::Keychain).await.unwrap();
    let SetupTaken::Taken { overview } = taken else { panic!("{taken:?}") };
    let account = current(&overview);
    assert_eq!((account.name.as_str(), account.keys), ("Support, Pune", KeysState::Saved));
    let again = stage.desk.take_setup(given(PASSPHRASE), KeepKeys::Keychain).await.unwrap();
    assert!(matches!(again, SetupTaken::NothingToTake), "it was taken once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_without_keys_takes_both_and_says_what_is_wrong_with_them() {
    let (stage, server) = (Stage::new(), server().await);
    assert_eq!(open(&stage, &setup_for(&server)).await.keys, KeysNeeded::Both);
    let none = GivenKeys::Both { access_key: "".into(), secret_key: "x".into() };
    let taken = stage.desk.take_setup(none, KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::Keys { fault: KeysFault::AccessKeyEmpty }), "{taken:?}");
    let taken = stage.desk.take_setup(GivenKeys::None, KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::Keys { .. }), "{taken:?}");
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let taken = stage.desk.take_setup(both(&server), KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::KeychainLocked), "{taken:?}");
    assert_eq!(stage.desk.overview().accounts.len(), 1);
    let taken = stage.desk.take_setup(both(&server), KeepKeys::Session).await.unwrap();
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_setup_leaves_the_keys_and_an_older_one_changes_nothing() {
    let (stage, server) = (Stage::new(), server().await);
    let mut setup = set_up(&stage, &server, |setup| setup.revision = 2).await;
    setup.revision = 3;
    setup.account.calls_per_window = 3;
    let offer = open(&stage, &setup).await;
    assert_eq!(
        (offer.standing, offer.keys, offer.revision_here),
        (Standing::Newer, KeysNeeded::None, Some(2))
    );
    let taken = stage.desk.take_setup(GivenKeys::None, KeepKeys::Keychain).await.unwrap();
    let SetupTaken::Taken { overview } = taken else { panic!("{taken:?}") };
    assert_eq!((overview.accounts.len(), current(&overview).calls_per_window), (2, 3));
    setup.revision = 1;
    assert_eq!(open(&stage, &setup).await.standing, Standing::Older);
    let taken = stage.desk.take_setup(GivenKeys::None, KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::NothingToTake), "{taken:?}");
    let stage = stage.restart().await;
    setup.revision = 3;
    assert_eq!(open(&stage, &setup).await.standing, Standing::Same, "it is known at the next start");
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_would_go_elsewhere_are_asked_for_again() {
    let (stage, server, other) = (Stage::new(), server().await, server().await);
    let mut setup = set_up(&stage, &server, |_| {}).await;
    setup.revision += 1;
    setup.account.host = Host::parse(&other.base_url()).unwrap().0;
    let offer = open(&stage, &setup).await;
    assert!(offer.elsewhere);
    assert_eq!(offer.keys, KeysNeeded::Both);
    let account = current(&stage.desk.overview());
    let taken = stage.desk.take_setup(both(&other), KeepKeys::Session).await.unwrap();
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    assert!(!stage.host.keychain.has(&account.id), "those of the place before are forgotten");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_added_by_hand_is_joined_and_keeps_its_name() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let setup = setup_for(&server);
    assert_eq!(open(&stage, &setup).await.standing, Standing::Joins);
    let taken = stage.desk.take_setup(GivenKeys::None, KeepKeys::Keychain).await.unwrap();
    let SetupTaken::Taken { overview } = taken else { panic!("{taken:?}") };
    assert_eq!((overview.accounts.len(), current(&overview).name.as_str()), (2, "Support"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_setup_is_said_and_what_is_not_wanted_is_forgotten() {
    let (stage, server) = (Stage::new(), server().await);
    let file = stage.file("team.ticketcourier", "%PDF-1.4");
    let opened = stage.desk.open_setup(Some(file)).await.unwrap();
    assert!(
        matches!(&opened, SetupOpened::NotASetup { file, .. } if file == "team.ticketcourier"),
        "{opened:?}"
    );
    let gone = stage.desk.open_setup(Some(stage.path("gone.ticketcourier"))).await.unwrap();
    assert!(matches!(gone, SetupOpened::Unreadable { .. }), "{gone:?}");
    assert!(matches!(stage.desk.open_setup(None).await.unwrap(), SetupOpened::NotChosen));
    open(&stage, &setup_for(&server)).await;
    stage.desk.leave_setup();
    let taken = stage.desk.take_setup(both(&server), KeepKeys::Keychain).await.unwrap();
    assert!(matches!(taken, SetupTaken::NothingToTake), "{taken:?}");
}
