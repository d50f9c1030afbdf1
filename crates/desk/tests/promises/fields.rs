//! The fields that are offered, and the values that were used last.

use desk::Event;
use desk::views::fields::FieldsFrom;
use practice_server::Options;

use crate::setup::{numbered, set_up};
use crate::stage::{Stage, server, server_with};

const DAY: i64 = 24 * 60 * 60 * 1000;

async fn told(stage: &mut Stage) -> String {
    stage
        .hear(|event| match event {
            Event::FieldsRead(account) => Some(account),
            _ => None,
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_every_account_has_is_there_at_once_and_the_accounts_own_are_told_of_later() {
    let (mut stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    assert_eq!(stage.desk.fields().await.unwrap().from, FieldsFrom::BuiltIn);
    assert_eq!(told(&mut stage).await, account.id);
    let fields = stage.desk.fields().await.unwrap();
    assert_eq!((fields.from, fields.fields.len()), (FieldsFrom::Account, 15));
    let mut stage = stage.restart().await;
    let calls = server.record().calls;
    assert_eq!(stage.desk.fields().await.unwrap().from, FieldsFrom::Account, "at the next start too");
    assert_eq!(server.record().calls, calls, "and nobody is asked for a day");
    stage.later(DAY);
    // Its keys have to be at hand for that.
    stage.desk.look_for_keys().await;
    stage.desk.fields().await.unwrap();
    // The same as before: nothing is told, so the calls are waited for.
    server.wait_for_calls(calls + 1).await;
    stage.desk.choose_account("practice".into()).await.unwrap();
    stage.desk.fields().await.unwrap();
    assert_eq!(told(&mut stage).await, "practice");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_may_not_tell_its_fields_has_those_that_every_account_has() {
    let options = Options { administrator: false, limit: None, ..Options::default() };
    let (mut stage, server) = (Stage::new(), server_with(options).await);
    stage.add(&server).await;
    stage.desk.fields().await.unwrap();
    told(&mut stage).await;
    assert_eq!(stage.desk.fields().await.unwrap().from, FieldsFrom::BuiltIn);
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_choice_nobody_is_asked_and_the_teams_fields_come_before_all_others() {
    let (stage, server) = (Stage::new(), server().await);
    assert_eq!(stage.desk.fields().await.unwrap().from, FieldsFrom::BuiltIn);
    set_up(&stage, &server, |setup| setup.fields = vec![numbered("mx_Amount", 10.0)]).await;
    let calls = server.record().calls;
    let fields = stage.desk.fields().await.unwrap();
    assert_eq!((fields.from, fields.fields.len()), (FieldsFrom::Team, 1));
    assert_eq!(server.record().calls, calls);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_values_that_were_sent_last_come_newest_first_and_each_once() {
    let (mut stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    for status in ["On Hold", "Open", "On Hold"] {
        let sent = stage.send_off(status).await;
        stage.until(|told| told.id == sent.id && told.settled_at.is_some()).await;
    }
    let used = stage.desk.last_used().await.unwrap();
    assert_eq!(used["Status"], ["On Hold", "Open"]);
}
