//! The app's arguments at its start: a ticket's number, files, a link, a team setup.

use std::process::Command;

use anyhow::{Result, ensure};
use window_drive::Keychain;

use crate::app;
use crate::stage::{Stage, on_stage};
use crate::steps::{draft, drafted, empty_draft, ticket_system, updates};

#[test]
fn a_start_with_a_number_and_files_fills_the_draft_and_sends_nothing() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.quit().await?;
        let file = stage.desk.file("Invoice.pdf", "Invoice")?;
        stage.open_with(&["143", &file.to_string_lossy(), "/nowhere/Gone.pdf"]).await?;
        stage.until_count("file-row", 1).await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &["Invoice.pdf"]));
        stage.part("[data-testid=files-left-out] [data-code=file_missing]").await?;
        ensure!(updates(&server) == 0);
        Ok(())
    });
}

#[test]
fn the_app_that_runs_takes_what_a_second_start_brings_and_asks_before_it_gives_up_a_draft() {
    on_stage(Keychain::Unlocked, async |stage| {
        stage.practise().await?;
        stage.desk.file("Invoice.pdf", "Invoice")?;
        // Relative to where it is started.
        start_again(stage, &["143", "Invoice.pdf"])?;
        stage.until_count("file-row", 1).await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &["Invoice.pdf"]));

        // A link names another ticket: nothing is given up unasked.
        start_again(stage, &["ticket-courier://ticket/144"])?;
        stage.part("confirm").await?;
        ensure!(stage.text("confirm").await?.contains("an update of #143, with 1 file"));
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &["Invoice.pdf"]));
        start_again(stage, &["ticket-courier://ticket/144"])?;
        stage.click("confirm-yes").await?;
        stage.until_gone("file-row").await?;
        ensure!(draft(stage.window()).await? == drafted("144", &[], &[]));
        stage.until_attribute("ticket-seen", "data-state", "seen").await
    });
}

#[test]
fn a_link_that_asks_for_more_than_a_ticket_is_said_and_does_nothing() {
    on_stage(Keychain::Unlocked, async |stage| {
        stage.practise().await?;
        let file = stage.desk.file("Secret.txt", "Secret")?;
        start_again(stage, &["ticket-courier://ticket/143?file=Secret.txt"])?;
        stage.part("strange-link").await?;
        stage.click("[data-testid=strange-link] button").await?;
        stage.until_gone("strange-link").await?;
        start_again(stage, &["ticket-courier://ticket/143", &file.to_string_lossy()])?;
        stage.part("strange-link").await?;
        ensure!(draft(stage.window()).await? == empty_draft());
        Ok(())
    });
}

/// Starts the app a second time, as a file manager or a browser would, and waits until that start has ended.
fn start_again(stage: &Stage, arguments: &[&str]) -> Result<()> {
    let mut second = Command::new(app());
    stage.desk.dress(second.args(arguments)).current_dir(stage.desk.home().join("files"));
    ensure!(second.status()?.success());
    Ok(())
}
