//! Presets: a set of changes under a name, by one step.

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{draft, drafted, ticket_system};

#[test]
fn a_preset_is_kept_from_a_draft_and_put_into_the_next_by_one_key() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        ensure!(stage.count("preset").await? == 0);
        stage.set_status("On Hold").await?;
        stage.click("preset-keep").await?;
        stage.click("preset-save").await?;
        stage.until_attribute("preset-fault", "data-code", "name_empty").await?;
        stage.fill("preset-name", "On hold + papers").await?;
        stage.fill("preset-note-box", "The invoice, and a photo of each damaged part").await?;
        stage.click("preset-save").await?;
        stage.until_gone("presets-dialog").await?;
        stage.until_count("preset", 1).await?;

        stage.click("change-remove").await?;
        stage.until_gone("change-line").await?;
        stage.desk.press(stage.window(), &["ctrl+1"])?;
        stage.part("preset-applied").await?;
        ensure!(stage.text("preset-note").await?.contains("a photo of each damaged part"));
        stage.click("preset-undo").await?;
        stage.until_gone("change-line").await?;
        stage.until_gone("preset-note").await?;

        stage.restart().await?;
        stage.until_count("preset", 1).await?;
        stage.name_ticket().await?;
        stage.desk.press(stage.window(), &["ctrl+1"])?;
        stage.part("preset-note").await?;
        ensure!(draft(stage.window()).await? == drafted("#143", &["On Hold"], &[]));
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied[0].fields == [("Status".to_owned(), "On Hold".to_owned())]);
        stage.until_gone("preset-note").await
    });
}

#[test]
fn a_preset_is_renamed_and_removed_and_no_two_have_one_name() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        stage.set_status("On Hold").await?;
        for name in ["First", "Second"] {
            stage.click("preset-keep").await?;
            stage.fill("preset-name", name).await?;
            stage.click("preset-save").await?;
            stage.until_gone("presets-dialog").await?;
        }
        stage.click("presets-edit").await?;
        stage.click("[data-testid=preset-own][data-name=Second] [data-testid=preset-edit]").await?;
        stage.fill("preset-name", "first").await?;
        stage.click("preset-save").await?;
        stage.until_attribute("preset-fault", "data-code", "name_twice").await?;
        stage.fill("preset-name", "Renamed").await?;
        stage.click("preset-save").await?;
        stage.part("[data-testid=preset-own][data-name=Renamed]").await?;
        stage.click("[data-testid=preset-own][data-name=First] [data-testid=preset-remove]").await?;
        stage.click("confirm-yes").await?;
        stage.until_count("preset-own", 1).await?;
        stage.click("presets-close").await?;
        stage.until_count("preset", 1).await?;
        ensure!(stage.attribute("preset", "data-name").await?.as_deref() == Some("Renamed"));
        Ok(())
    });
}
