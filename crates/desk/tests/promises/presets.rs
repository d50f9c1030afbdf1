//! Presets, a person's own and the team's.

use desk::views::fields::{PresetFault, PresetsSaved};
use desk::{Change, Preset};

use crate::setup::set_up;
use crate::stage::{Stage, server};

fn preset(name: &str) -> Preset {
    let changes = vec![Change { field: "Status".into(), value: "On Hold".into() }];
    Preset { name: name.into(), note: None, changes }
}

#[tokio::test(flavor = "multi_thread")]
async fn own_presets_are_kept_for_their_account_in_their_order() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let saved = stage.desk.save_presets(vec![preset(" Papers "), preset("Done")]).await.unwrap();
    let PresetsSaved::Saved { presets } = saved else { panic!("{saved:?}") };
    assert_eq!(presets.own, [preset("Papers"), preset("Done")]);
    stage.desk.choose_account("practice".into()).await.unwrap();
    assert_eq!(stage.desk.presets().await.unwrap().own, [], "another account's");
    let stage = stage.restart().await;
    stage.desk.choose_account(account.id).await.unwrap();
    assert_eq!(stage.desk.presets().await.unwrap().own.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_the_teams_is_taken_and_then_none_is_kept() {
    let (stage, server) = (Stage::new(), server().await);
    set_up(&stage, &server, |setup| setup.presets = vec![preset("Papers")]).await;
    let saved = stage.desk.save_presets(vec![preset("Done"), preset("papers")]).await.unwrap();
    let fault = PresetsSaved::Fault { preset: 1, fault: PresetFault::NameTwice };
    assert_eq!(saved, fault);
    let presets = stage.desk.presets().await.unwrap();
    assert_eq!((presets.team, presets.own), (vec![preset("Papers")], vec![]));
}
