//! A draft that cannot be sent: each fault at its place, and nothing leaves.

use anyhow::{Result, ensure};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{ticket_system, updates};

#[test]
fn each_fault_of_a_draft_is_shown_at_its_place_and_nothing_is_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;

        stage.send().await?;
        fault_at(stage, "ticket-number", "ticket_empty").await?;
        stage.until_attribute("content-fault", "data-code", "nothing_to_send").await?;
        stage.until_focused("ticket-number").await?;

        stage.fill("ticket-number", "14x").await?;
        ensure!(stage.count("ticket-fault").await? == 0, "what is being mended is not scolded");
        stage.send().await?;
        fault_at(stage, "ticket-number", "ticket_not_a_number").await?;
        ensure!(stage.text("ticket-fault").await?.contains("“14x”"), "what was typed is quoted");
        stage.until_focused("ticket-number").await?;

        stage.fill("ticket-number", " 143 ").await?;
        stage.send().await?;
        stage.until_attribute("content-fault", "data-code", "nothing_to_send").await?;
        right_at(stage, "ticket-number").await?;

        stage.set_status("On Hold").await?;
        stage.click("add-change").await?;
        stage.click("add-other-field").await?;
        stage.send().await?;
        fault_at(stage, "other-field-name", "field_empty").await?;
        stage.until_focused("other-field-name").await?;

        stage.fill("other-field-name", "Status").await?;
        stage.send().await?;
        fault_at(stage, "other-field-name", "field_twice").await?;
        stage.until_focused("other-field-name").await?;

        ensure!(updates(&server) == 0, "something was sent");
        ensure!(stage.count("history-card").await? == 0);
        stage.fill("other-field-name", "CustomData.Branch").await?;
        // The account has told what that field is.
        stage.choose("[data-field='CustomData.Branch'] select[data-testid='change-value']", "Pune").await?;
        stage.send().await?;
        stage.until_done().await?;
        let fields = &server.record().applied[0].fields;
        ensure!(fields.contains(&("CustomData.Branch".to_owned(), "Pune".to_owned())), "{fields:?}");
        Ok(())
    });
}

/// The box is marked for eyes and for screen readers, which find the words by its `aria-describedby`.
async fn fault_at(stage: &Stage, place: &str, code: &str) -> Result<()> {
    stage.until_attribute(place, "aria-invalid", "true").await?;
    let described = stage.attribute(place, "aria-describedby").await?.unwrap_or_default();
    stage.until_attribute(&format!("[id='{described}']"), "data-code", code).await
}

async fn right_at(stage: &Stage, place: &str) -> Result<()> {
    stage.until_attribute(place, "aria-invalid", "false").await
}
