//! Closing the window while something is being sent: it asks, and does what was chosen.

use anyhow::{Result, ensure};
use faulty_wire::{Harm, Point, Wire};
use practice_server::PracticeServer;
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{ticket_system, wire_to};

#[test]
fn in_the_background_the_upload_is_finished_and_then_the_app_ends_by_itself() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        half_sent(stage, &server, &wire).await?;
        let app = stage.ask_to_close()?;
        let asked = stage.text("closing").await?;
        ensure!(asked.contains("1 thing is being sent"), "{asked}");
        stage.click_last("closing-background").await?;
        stage.window().until_hidden(&stage.desk).await?;
        ensure!(app.runs() && server.record().applied.is_empty(), "it goes on");
        wire.release();
        app.until_ended().await?;
        ensure!(server.record().applied.len() == 1);
        stage.open().await?;
        stage.until_listed(1, "done").await
    });
}

#[test]
fn what_is_stopped_goes_on_at_the_next_start() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        half_sent(stage, &server, &wire).await?;
        let app = stage.ask_to_close()?;
        stage.click_last("closing-stop").await?;
        app.until_ended().await?;
        ensure!(server.record().applied.is_empty());
        stage.open().await?;
        stage.until_listed(1, "done").await?;
        let record = server.record();
        ensure!(record.applied.len() == 1, "once");
        ensure!(record.applied[0].files[0].size == SIZE as u64, "the whole of it");
        Ok(())
    });
}

#[test]
fn who_stays_sees_it_finished_and_is_asked_no_more() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        half_sent(stage, &server, &wire).await?;
        stage.ask_to_close()?;
        stage.click("closing-stay").await?;
        stage.until_gone("closing").await?;
        // And with the Escape key.
        stage.ask_to_close()?;
        stage.part("closing").await?;
        stage.desk.press(stage.window(), &["Escape"])?;
        stage.until_gone("closing").await?;
        wire.release();
        stage.until_done().await?;
        stage.quit().await
    });
}

#[test]
fn what_is_settled_while_the_person_reads_leaves_nothing_to_ask() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        half_sent(stage, &server, &wire).await?;
        let app = stage.ask_to_close()?;
        stage.part("closing-background").await?;
        wire.release();
        stage.until_gone("closing-background").await?;
        ensure!(stage.text("closing").await?.contains("Everything is settled"));
        stage.click_last("closing-stop").await?;
        app.until_ended().await
    });
}

#[test]
fn a_window_that_is_asked_to_close_twice_closes_and_loses_nothing() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        half_sent(stage, &server, &wire).await?;
        let app = stage.ask_to_close()?;
        stage.part("closing").await?;
        stage.ask_to_close()?;
        app.until_ended().await?;
        stage.open().await?;
        stage.until_listed(1, "done").await?;
        ensure!(server.record().applied.len() == 1, "once");
        Ok(())
    });
}

const SIZE: usize = 30_000_000;

/// An account, and an update that hangs in the middle of its file until the wire lets go of it.
async fn half_sent(stage: &Stage, server: &PracticeServer, wire: &Wire) -> Result<()> {
    let film = stage.desk.file("Film.mp4", vec![7; SIZE])?;
    if stage.desk.has_keychain() {
        stage.click("first-account").await?;
        stage.fill_account(server).await?;
        stage.fill("account-address", &wire.base_url()).await?;
        stage.click("account-save").await?;
        stage.until_gone("account-form").await?;
        stage.until_fields_told().await?;
    } else {
        stage.add_account_by_wire(server, wire).await?;
    }
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    stage.drop_files(&[film]).await?;
    stage.until_count("file-row", 1).await?;
    wire.next(Harm::Stall(Point::InBody(2_000_000)));
    stage.send().await?;
    wire.wait_for_harm(1).await;
    stage.until_attribute("progress", "data-state", "sending").await
}
