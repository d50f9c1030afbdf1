//! The app ends in the middle: what cannot have arrived goes on by itself, and what may have is asked about.

use std::fs;

use anyhow::ensure;
use practice_server::{Fault, Outcome};
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{draft, empty_draft, in_card, ticket_system};

#[test]
fn an_upload_that_was_killed_in_its_middle_is_finished_by_the_next_start() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let film = stage.desk.file("Film.mp4", vec![7; 40_000_000])?;
        stage.add_account(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.drop_files(std::slice::from_ref(&film)).await?;
        stage.until_count("file-row", 1).await?;
        server.inject(Fault::StallAfter(4_000_000));
        stage.send().await?;
        stage.until_sending(&server, 4_000_000).await?;
        stage.crash().await?;
        ensure!(server.record().applied.is_empty());
        // What was sent is the app's own: the person's file is not needed any more.
        fs::remove_file(film)?;

        stage.open().await?;
        stage.until_listed(1, "done").await?;
        let record = server.record();
        ensure!(record.applied.len() == 1, "once");
        ensure!(record.applied[0].files[0].size == 40_000_000, "the whole of it");
        stage.click("history-open").await?;
        stage.until_count("attempt", 2).await?;
        stage.part("[data-testid=attempt][data-ended=interrupted][data-released=false]").await?;
        Ok(())
    });
}

#[test]
fn an_update_that_may_have_arrived_when_the_app_ended_is_asked_about_and_not_sent_again() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Note.txt", "A note\n")?;
        stage.add_account(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        server.inject(Fault::Silence(Outcome::Applied));
        stage.send().await?;
        server.wait_for_applied(1).await;
        stage.crash().await?;

        stage.open().await?;
        stage.until_listed(1, "may_be_done").await?;
        ensure!(stage.text("needs-you").await?.contains("#143"), "a person has to look");
        // There were only files, and those cannot be seen.
        stage.until_attribute(&in_card(1, "finding"), "data-comparison", "cannot_tell").await?;
        ensure!(draft(stage.window()).await? == empty_draft(), "it is no draft any more");
        ensure!(server.record().applied.len() == 1, "nothing is sent again by itself");
        Ok(())
    });
}

#[test]
fn what_waited_when_the_app_was_killed_goes_at_the_next_start_in_its_order() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        server.inject_always("status-503-json-not-applied".parse::<Fault>()?);
        for (count, status) in (1..).zip(["On Hold", "In Progress", "Resolved"]) {
            stage.name_ticket().await?;
            stage.set_status(status).await?;
            stage.send().await?;
            stage.until_count("[data-testid=on-the-way] [data-testid=history-card]", count).await?;
        }
        stage.crash().await?;
        server.clear_faults();

        stage.open().await?;
        stage.until_listed(3, "done").await?;
        let record = server.record();
        let values: Vec<_> = record.applied.iter().flat_map(|applied| &applied.fields).collect();
        let values: Vec<_> =
            values.iter().filter(|(name, _)| name == "Status").map(|(_, value)| value.as_str()).collect();
        ensure!(values == ["On Hold", "In Progress", "Resolved"], "{values:?}");
        Ok(())
    });
}
