//! Trying a connection.

use desk::views::accounts::{KeysToAsk, NotTried, OwnerAnswer, Tried};
use desk::{KeychainError, KeysState};
use serde_json::json;

use crate::stage::{Stage, form, server};

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_is_tried_with_what_is_in_the_form_and_nothing_is_saved() {
    let (stage, server) = (Stage::new(), server().await);
    let tried = stage.desk.try_connection(form(&server, json!({}))).await.unwrap();
    assert!(matches!(&tried, Tried::Found(_)), "{tried:?}");
    let wrong = stage.desk.try_connection(form(&server, json!({ "secretKey": "wrong" }))).await.unwrap();
    assert_ne!(format!("{tried:?}"), format!("{wrong:?}"), "other keys, another answer");
    let without = stage.desk.try_connection(form(&server, json!({ "name": "" }))).await.unwrap();
    assert!(matches!(without, Tried::NotTried(NotTried::Faults { .. })));
    assert_eq!(stage.desk.overview().accounts.len(), 1);
    assert!(stage.host.keychain.kept.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_keys_are_used_where_none_are_given_and_it_is_said_where_they_are_not_to_be_had() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let without = || form(&server, json!({ "id": account.id, "accessKey": "", "secretKey": "" }));
    assert!(matches!(stage.desk.try_connection(without()).await.unwrap(), Tried::Found(_)));
    stage.host.keychain.fail(Some(KeychainError::Locked));
    let tried = stage.desk.try_connection(without()).await.unwrap();
    let Tried::NotTried(NotTried::KeysNotAvailable { keys }) = tried else { panic!("{tried:?}") };
    assert_eq!(keys, KeysState::Locked);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_practice_account_can_be_tried_too() {
    let (stage, server) = (Stage::new(), server().await);
    let tried = stage.desk.try_connection(form(&server, json!({ "id": "practice" }))).await.unwrap();
    assert!(matches!(tried, Tried::Found(_)));
    assert_eq!(server.record().calls, 0, "it has a server of its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_keys_tell_whose_they_are_and_nothing_is_saved() {
    let (stage, server) = (Stage::new(), server().await);
    let given = |secret: &str, lead_host: &str| KeysToAsk {
        access_key: server.access_key().into(),
        secret_key: secret.into(),
        lead_host: lead_host.into(),
    };
    let url = server.base_url();
    let answer = stage.desk.keys_owner(given(server.secret_key(), &url)).await.unwrap();
    let OwnerAnswer::Known { owner, .. } = answer else { panic!("{answer:?}") };
    assert_eq!(owner.organisation.as_str(), server.organisation());
    let wrong = stage.desk.keys_owner(given("wrong", &url)).await.unwrap();
    assert!(matches!(wrong, OwnerAnswer::Failed { .. }), "{wrong:?}");
    let calls = server.record().calls;
    let nothing = stage.desk.keys_owner(given("", "")).await.unwrap();
    let OwnerAnswer::Faults { faults } = nothing else { panic!("{nothing:?}") };
    assert_eq!(
        (faults.len(), server.record().calls),
        (2, calls),
        "nobody is asked without keys and an address"
    );
    assert!(stage.desk.overview().accounts.len() == 1 && stage.host.keychain.kept.lock().unwrap().is_empty());
}
