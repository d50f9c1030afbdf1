//! Undo: the moment after Send in which nothing has left the computer yet.

use std::time::Duration;

use anyhow::{Result, ensure};
use window_drive::{Desk, Keychain};

use crate::stage::{Stage, on_desk};
use crate::steps::{draft, drafted, empty_draft, ticket_system, updates};

/// Longer than any test: only what a test does ends the moment.
const LONG: Duration = Duration::from_secs(3600);

const HELD_BACK: &str = "[data-testid=progress][data-state=held_back]";

fn on_stage_with_undo(time: Option<Duration>, test: impl AsyncFnOnce(&mut Stage) -> Result<()>) {
    let mut desk = Desk::new(1280, 900, Keychain::Absent).unwrap();
    desk.give_time_to_undo(time);
    on_desk(desk, test);
}

#[test]
fn undo_gives_the_draft_back_whole_and_nothing_has_left_the_computer() {
    on_stage_with_undo(Some(LONG), async |stage| {
        let server = ticket_system().await?;
        let files = ["b.pdf", "a.pdf", "c.pdf"].map(|name| stage.desk.file(name, name));
        let files: Vec<_> = files.into_iter().collect::<Result<_>>()?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.drop_files(&files).await?;
        stage.until_count("file-row", 3).await?;
        let typed = drafted("#143", &["On Hold"], &["b.pdf", "a.pdf", "c.pdf"]);
        ensure!(draft(stage.window()).await? == typed);

        stage.send().await?;
        stage.part(HELD_BACK).await?;
        let said = stage.text("progress").await?;
        ensure!(said.contains("Not sent yet") && said.contains("#143") && said.contains("Goes in"), "{said}");
        ensure!(said.contains("Nothing has left this computer"), "{said}");
        ensure!(draft(stage.window()).await? == empty_draft(), "free for the next one");
        stage.part("[data-testid=on-the-way] [data-state=held_back]").await?;
        // The stick is gone by now.
        files.iter().try_for_each(std::fs::remove_file)?;
        stage.click("[data-testid=progress] [data-testid=undo]").await?;
        stage.until_gone("progress").await?;
        ensure!(draft(stage.window()).await? == typed, "{}", draft(stage.window()).await?);
        ensure!(stage.count("history-card").await? == 0, "there is no such delivery any more");
        ensure!(updates(&server) == 0);

        // With something new in the draft it asks first, and until it is told otherwise it sends neither.
        stage.send().await?;
        stage.part(HELD_BACK).await?;
        stage.name_other_ticket("144").await?;
        stage.click("[data-testid=progress] [data-testid=undo]").await?;
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(stage.text("progress").await?.contains("It goes only if you say so"));
        ensure!(draft(stage.window()).await? == drafted("144", &[], &[]));
        stage.click("[data-testid=progress] [data-testid=undo]").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("progress").await?;
        ensure!(draft(stage.window()).await? == typed);
        ensure!(updates(&server) == 0);
        Ok(())
    });
}

#[test]
fn send_now_the_next_one_and_closing_end_the_wait() {
    on_stage_with_undo(Some(LONG), async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        let put_off = async |stage: &Stage, status| {
            stage.name_ticket().await?;
            stage.set_status(status).await?;
            stage.send().await?;
            stage.part(HELD_BACK).await.map(drop)
        };
        put_off(stage, "On Hold").await?;
        stage.click("[data-testid=progress] [data-testid=send-now]").await?;
        stage.until_done().await?;

        put_off(stage, "Resolved").await?;
        ensure!(server.record().applied.len() == 1);
        put_off(stage, "Closed").await?;
        server.wait_for_applied(2).await;
        stage.until_listed(2, "done").await?;

        let app = stage.ask_to_close()?;
        server.wait_for_applied(3).await;
        // It may have been done before the window had to ask.
        if app.runs() && stage.count("closing").await.is_ok_and(|asked| asked > 0) {
            stage.click_last("closing-stop").await?;
        }
        app.until_ended().await?;
        let values: Vec<_> = server.record().applied.iter().map(|it| it.fields[0].1.clone()).collect();
        ensure!(values == ["On Hold", "Resolved", "Closed"], "{values:?}");
        Ok(())
    });
}

#[test]
fn it_goes_by_itself_after_five_seconds_and_at_once_where_the_settings_say_so() {
    on_stage_with_undo(None, async |stage| {
        stage.practise().await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.part(HELD_BACK).await?;
        stage.until_done().await?;

        stage.click("settings").await?;
        stage.click("undo-wanted").await?;
        stage.until("it is kept", "!document.querySelector('[data-testid=undo-wanted]').checked").await?;
        stage.desk.press(stage.window(), &["Escape"])?;
        stage.until_gone("undo-wanted").await?;
        stage.name_ticket().await?;
        stage.set_status("Resolved").await?;
        // Whatever is shown for a moment is noted.
        stage
            .run(
                "window.held = 0;
                 new MutationObserver(() => { if (document.querySelector('[data-state=held_back]')) window.held += 1; })
                     .observe(document.body, { subtree: true, childList: true, attributes: true });",
            )
            .await?;
        stage.send().await?;
        stage.until_done().await?;
        ensure!(stage.evaluate("window.held").await? == 0);
        stage.until_count("history-card", 2).await
    });
}
