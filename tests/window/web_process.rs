//! The screen's own process ends, as the system ends one that takes too much memory: the window stays, and shows what was
//! typed.

use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::json;
use tokio::time::timeout;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::ticket_system;

#[test]
fn a_screen_whose_process_was_killed_comes_back_in_the_same_window_with_the_draft() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Note.txt", "A note\n")?;
        stage.add_account(&server).await?;
        stage.name_ticket().await?;
        stage.set_title("Broken chair").await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        // Typed a moment ago, and on its way to the disk.
        while !stage.command("draft", &json!({})).await?.to_string().contains("Broken chair") {}
        let window = stage.x_window(&stage.desk)?;

        stage.kill_screen(&stage.desk).await?;
        let sent = async {
            loop {
                // Until the screen is there, nobody hears it; once it was heard, there is nothing more to send.
                stage.desk.press(stage.window(), &["ctrl+Return"])?;
                if timeout(Duration::from_secs(1), server.wait_for_applied(1)).await.is_ok() {
                    return anyhow::Ok(());
                }
            }
        };
        timeout(Duration::from_secs(60), sent).await.context("nothing is sent")??;
        ensure!(stage.x_window(&stage.desk)? == window, "the same window");
        let applied = &server.record().applied[0];
        ensure!(applied.fields.contains(&("Title".into(), "Broken chair".into())), "{:?}", applied.fields);
        ensure!(applied.files.len() == 1 && applied.files[0].name == "Note.txt");
        Ok(())
    });
}
