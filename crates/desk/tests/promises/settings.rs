//! Settings that were left in any way.

use crate::stage::{Stage, current, server};

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_back_after_its_file_was_torn_and_that_is_said_once() {
    let (mut stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let whole = std::fs::read(stage.host.folder.join("settings.json")).unwrap();
    for torn in [&whole[..whole.len() / 2], b"", &[0; 400]] {
        stage =
            stage.restart_after(|folder| std::fs::write(folder.join("settings.json"), torn).unwrap()).await;
        let overview = stage.desk.overview();
        assert_eq!(current(&overview).id, account.id);
        let rescue = overview.settings_rescue.expect("it is said");
        assert!(rescue.restored && rescue.lost == 0);
        assert_eq!(std::fs::read(rescue.set_aside.unwrap()).unwrap(), torn);
    }
    let stage = stage.restart().await;
    assert!(stage.desk.overview().settings_rescue.is_none());
    assert_eq!(current(&stage.desk.look_for_keys().await).id, account.id);
    stage.send_off("On Hold").await;
}
