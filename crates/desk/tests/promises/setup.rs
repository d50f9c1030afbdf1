//! Team setups: opened, taken, refused.

use std::path::PathBuf;

use desk::views::setup::{
    AccountPlace, Confirmation, GivenKeys, KeysNeeded, SetupOpened, SetupPreview, SetupTaken, Standing,
};
use desk::{KeepKeys, KeychainError, Keys, KeysState};
use practice_server::PracticeServer;
use service_crm::{Host, KeysFault, Organisation};
use team_setup::{
    Provenance, SetupAccount, SetupField, SetupKind, SetupLimits, SigningKey, TeamSetup, UnsealFault,
};

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

pub async fn open(stage: &Stage, setup: &TeamSetup) -> SetupPreview {
    open_text(stage, setup.write()).await
}

async fn open_text(stage: &Stage, text: String) -> SetupPreview {
    let file: PathBuf = stage.file("team.ticketcourier", text);
    match stage.desk.open_setup(Some(file)).await.unwrap() {
        SetupOpened::Previewed { preview } => *preview,
        other => panic!("{other:?}"),
    }
}

fn revised(setup: &TeamSetup, revision: u32) -> TeamSetup {
    let mut revised = setup.clone();
    revised.revision = revision;
    revised
}

/// Takes what is offered, with everything confirmed that it asks for.
pub async fn take(stage: &Stage, preview: &SetupPreview, given: GivenKeys, keep: KeepKeys) -> SetupTaken {
    stage.desk.take_setup(preview.id.clone(), given, keep, preview.confirm.clone()).await.unwrap()
}

/// Sets up an account by a setup with something in it changed.
pub async fn set_up(
    stage: &Stage,
    server: &PracticeServer,
    change: impl FnOnce(&mut TeamSetup),
) -> TeamSetup {
    let mut setup = setup_for(server);
    change(&mut setup);
    let preview = open(stage, &setup).await;
    let taken = take(stage, &preview, both(server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    setup
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_with_sealed_keys_takes_its_passphrase_and_nothing_more() {
    let (stage, server) = (Stage::new(), server().await);
    let mut setup = setup_for(&server);
    let keys = Keys::new(server.access_key(), server.secret_key()).unwrap();
    setup.seal_keys(&keys, &PASSPHRASE.to_owned().into()).unwrap();
    let preview = open(&stage, &setup).await;
    assert_eq!((preview.standing, preview.keys), (Standing::New, KeysNeeded::Passphrase));
    let given = |passphrase: &str| GivenKeys::Passphrase { passphrase: passphrase.to_owned().into() };
    let wrong = take(&stage, &preview, given("wrong"), KeepKeys::Keychain).await;
    assert!(matches!(wrong, SetupTaken::Passphrase { fault: UnsealFault::PassphraseWrong }), "{wrong:?}");
    assert!(stage.desk.overview().first_start, "nothing was changed");
    let taken = take(&stage, &preview, given(PASSPHRASE), KeepKeys::Keychain).await;
    let SetupTaken::Taken { overview } = taken else { panic!("{taken:?}") };
    let account = current(&overview);
    assert_eq!((account.name.as_str(), account.keys), ("Support, Pune", KeysState::Saved));
    let again = take(&stage, &preview, given(PASSPHRASE), KeepKeys::Keychain).await;
    assert!(matches!(again, SetupTaken::NothingToTake), "it was taken once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_without_keys_takes_both_and_says_what_is_wrong_with_them() {
    let (stage, server) = (Stage::new(), server().await);
    let preview = open(&stage, &setup_for(&server)).await;
    assert_eq!(preview.keys, KeysNeeded::Both);
    let none = GivenKeys::Both { access_key: "".into(), secret_key: "x".into() };
    let taken = take(&stage, &preview, none, KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Keys { fault: KeysFault::AccessKeyEmpty }), "{taken:?}");
    let taken = take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Keys { .. }), "{taken:?}");
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let taken = take(&stage, &preview, both(&server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::KeychainLocked), "{taken:?}");
    assert_eq!(stage.desk.overview().accounts.len(), 1);
    let taken = take(&stage, &preview, both(&server), KeepKeys::Session).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_setup_leaves_the_keys_and_an_older_one_changes_nothing() {
    let (stage, server) = (Stage::new(), server().await);
    let mut setup = set_up(&stage, &server, |setup| setup.revision = 2).await;
    setup.revision = 3;
    setup.account.calls_per_window = 3;
    let preview = open(&stage, &setup).await;
    assert_eq!(
        (preview.standing, preview.may_be_taken, preview.keys, preview.revision_here),
        (Standing::Newer, true, KeysNeeded::None, Some(2))
    );
    let taken = take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
    let SetupTaken::Taken { overview } = taken else { panic!("{taken:?}") };
    assert_eq!((overview.accounts.len(), current(&overview).calls_per_window), (2, 3));
    setup.revision = 1;
    let preview = open(&stage, &setup).await;
    assert_eq!((preview.standing, preview.may_be_taken), (Standing::Older, false));
    let taken = take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
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
    let preview = open(&stage, &setup).await;
    assert!(preview.elsewhere);
    assert_eq!(preview.keys, KeysNeeded::Both);
    let account = current(&stage.desk.overview());
    let taken = take(&stage, &preview, both(&other), KeepKeys::Session).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    assert!(!stage.host.keychain.has(&account.id), "those of the place before are forgotten");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_added_by_hand_is_joined_and_keeps_its_name() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let setup = setup_for(&server);
    let preview = open(&stage, &setup).await;
    assert_eq!(preview.standing, Standing::Joins);
    let taken = take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
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
    let preview = open(&stage, &setup_for(&server)).await;
    stage.desk.leave_setup("another");
    stage.desk.leave_setup(&preview.id);
    let taken = take(&stage, &preview, both(&server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::NothingToTake), "{taken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_is_what_was_shown_and_nothing_that_was_opened_behind_it() {
    let (stage, server) = (Stage::new(), server().await);
    let shown = open(&stage, &setup_for(&server)).await;
    let mut other = setup_for(&server);
    other.name = "Another".into();
    let opened_behind = open(&stage, &other).await;
    let taken = take(&stage, &shown, both(&server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::NothingToTake), "{taken:?}");
    stage.desk.leave_setup(&shown.id);
    let taken = take(&stage, &opened_behind, both(&server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "to leave the one before leaves this one open");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_place_is_shown_beside_the_one_that_is_here_and_taken_only_when_it_is_confirmed() {
    let (stage, server) = (Stage::new(), server().await);
    let setup = set_up(&stage, &server, |_| {}).await;
    let place = |change: fn(&mut SetupAccount)| {
        let mut other = setup.clone();
        other.revision += 1;
        change(&mut other.account);
        other
    };
    for (other, names) in [
        (place(|account| account.organisation = Organisation::parse("99999").unwrap()), "99999"),
        (place(|account| account.host = Host::parse("a.leadsquared.com").unwrap().0), "a.leadsquared.com"),
        (place(|account| account.lead_host = Some(Host::parse("evil.example").unwrap().0)), "evil.example"),
    ] {
        let preview = open(&stage, &other).await;
        let here = preview.here.clone().unwrap();
        assert_eq!(
            (here.host.as_str(), here.organisation.as_str()),
            (setup.account.host.name().as_str(), server.organisation())
        );
        assert_eq!(preview.confirm, [Confirmation::Place]);
        let places = preview.differences.iter().filter(|difference| difference.is_of_place());
        assert!(places.clone().count() == 1 && format!("{:?}", places.collect::<Vec<_>>()).contains(names));
        assert_eq!(preview.not_of_vendor.iter().any(|host| host == "evil.example"), names == "evil.example");
        let taken = stage
            .desk
            .take_setup(preview.id, both(&server), KeepKeys::Session, vec![Confirmation::Signature])
            .await
            .unwrap();
        assert!(
            matches!(&taken, SetupTaken::Unconfirmed { preview } if preview.confirm == [Confirmation::Place]),
            "{taken:?}"
        );
        assert_eq!(
            current(&stage.desk.overview()).organisation,
            server.organisation(),
            "nothing was changed"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_changed_by_hand_is_compared_as_it_is_now() {
    let (stage, server) = (Stage::new(), server().await);
    let mut setup = set_up(&stage, &server, |_| {}).await;
    let account = current(&stage.desk.overview());
    let moved = serde_json::json!({ "id": account.id, "organisation": "777" });
    stage.desk.save_account(crate::stage::form(&server, moved)).await.unwrap();
    setup.revision += 1;
    let preview = open(&stage, &setup).await;
    assert_eq!(preview.here.unwrap().organisation, "777");
    assert_eq!(
        preview.confirm,
        [Confirmation::Place],
        "the setup itself has changed nothing, but the account would go back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_at_the_same_host_is_shown_beside_the_account_that_it_looks_like() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let mut strange = setup_for(&server);
    strange.account.organisation = Organisation::parse("99999").unwrap();
    let preview = open(&stage, &strange).await;
    assert_eq!((preview.standing, preview.here), (Standing::New, None));
    let AccountPlace { account, organisation, .. } = preview.alike.unwrap();
    assert_eq!((account.as_str(), organisation.as_str()), ("Support", server.organisation()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_setup_brings_or_changes_is_listed_and_a_name_that_hides_another_is_too() {
    let (stage, server) = (Stage::new(), server().await);
    let setup = set_up(&stage, &server, |setup| setup.fields = vec![numbered("Amount", 10.0)]).await;
    let mut next = setup.clone();
    next.revision += 1;
    next.fields.push(SetupField::new("CcEmails", "Region", SetupKind::Text));
    next.limits.endings = Some(vec!["exe".into()]);
    let preview = open(&stage, &next).await;
    let seen = format!("{:?}", preview.differences);
    assert!(preview.differences.len() == 2 && seen.contains("CcEmails") && seen.contains("exe"), "{seen}");
    let otherwise = format!("{:?}", preview.shown_otherwise);
    assert!(otherwise.contains("CcEmails") && otherwise.contains("Region"), "{otherwise}");
    next.id = uuid::Uuid::new_v4();
    let preview = open(&stage, &next).await;
    assert_eq!((preview.standing, preview.differences.len()), (Standing::New, 3), "of a new one everything");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leap_of_the_revision_is_refused() {
    let (stage, server) = (Stage::new(), server().await);
    let setup = set_up(&stage, &server, |_| {}).await;
    for (revision, standing) in
        [(1001, Standing::Newer), (1002, Standing::Leaps), (u32::MAX, Standing::Leaps)]
    {
        let preview = open(&stage, &revised(&setup, revision)).await;
        assert_eq!(preview.standing, standing, "{revision}");
        if standing == Standing::Leaps {
            let taken = take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
            assert!(matches!(taken, SetupTaken::NothingToTake), "{taken:?}");
        }
    }
    assert_eq!(open(&stage, &revised(&setup, 2)).await.standing, Standing::Newer);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_is_known_by_its_key_is_taken_with_one_press_and_nobody_else() {
    let (mut stage, server) = (Stage::new(), server().await);
    let (team, stranger) = (SigningKey::generate().unwrap(), SigningKey::generate().unwrap());
    let mut setup = setup_for(&server);
    let preview = open_text(&stage, setup.write_signed(&team).unwrap()).await;
    assert_eq!((preview.provenance, preview.team_key.clone()), (Provenance::FirstKey, None));
    assert_eq!(preview.signed_by.clone(), Some(team.public().spoken()));
    let taken = take(&stage, &preview, both(&server), KeepKeys::Keychain).await;
    assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
    stage = stage.restart().await;
    let files = |setup: &TeamSetup| {
        let signed = setup.write_signed(&team).unwrap();
        [
            (setup.write(), Provenance::SignatureMissing),
            (setup.write_signed(&stranger).unwrap(), Provenance::OtherKey),
            (signed.replace("Support, Pune", "Support, Puno"), Provenance::SignatureInvalid),
            (signed, Provenance::SameTeam),
        ]
    };
    setup.revision = 2;
    for (text, provenance) in files(&setup) {
        let preview = open_text(&stage, text).await;
        assert_eq!(
            (preview.provenance, preview.team_key.clone()),
            (provenance, Some(team.public().spoken()))
        );
        let taken =
            stage.desk.take_setup(preview.id, GivenKeys::None, KeepKeys::Keychain, Vec::new()).await.unwrap();
        if provenance == Provenance::SameTeam {
            assert!(matches!(taken, SetupTaken::Taken { .. }), "{taken:?}");
        } else {
            assert!(
                matches!(&taken, SetupTaken::Unconfirmed { preview } if preview.confirm == [Confirmation::Signature]),
                "{taken:?}"
            );
        }
    }
    // What a person takes all the same does not make the team unknown, but for another key.
    for (revision, which, after) in [(3, 0, &team), (4, 1, &stranger)] {
        setup.revision = revision;
        let preview = open_text(&stage, files(&setup)[which].0.clone()).await;
        take(&stage, &preview, GivenKeys::None, KeepKeys::Keychain).await;
        setup.revision += 10;
        let preview = open_text(&stage, setup.write_signed(after).unwrap()).await;
        assert_eq!(preview.provenance, Provenance::SameTeam, "{revision}");
    }
}
