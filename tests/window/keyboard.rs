//! Without a mouse.

use anyhow::{Result, bail, ensure};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{LEAD, draft, drafted};

#[test]
fn the_main_job_needs_no_mouse() {
    on_stage(Keychain::Absent, async |stage| {
        tab_to(stage, "first-practice").await?;
        press(stage, &["Return"])?;
        stage.until_gone("first-start").await?;

        tab_to(stage, "ticket-number").await?;
        stage.desk.type_text(stage.window(), "143")?;
        press(stage, &["Tab"])?;
        stage.until_focused("lead-id").await?;
        stage.desk.type_text(stage.window(), LEAD)?;

        tab_to(stage, "add-change").await?;
        press(stage, &["Return"])?;
        stage.part("[role=menu]").await?;
        // A menu finds its entries by their first letter.
        press(stage, &["p"])?;
        stage.until_focused("add-change-Priority").await?;
        press(stage, &["Escape"])?;
        stage.until_gone("[role=menu]").await?;
        stage.until_focused("add-change").await?;
        press(stage, &["Return"])?;
        stage.part("[role=menu]").await?;
        press(stage, &["t"])?;
        stage.until_focused("add-change-Title").await?;
        press(stage, &["Return"])?;
        stage.until_focused("change-value").await?;
        stage.desk.type_text(stage.window(), "Refund paid")?;

        press(stage, &["ctrl+Return"])?;
        stage.until_done().await?;
        stage.until_focused("ticket-number").await?;
        ensure!(stage.text("history-card").await?.contains("Refund paid"));

        // And again from the history.
        tab_to(stage, "history-open").await?;
        press(stage, &["Return"])?;
        stage.until_focused("use-again").await?;
        press(stage, &["Return"])?;
        stage.until_gone("delivery").await?;
        ensure!(draft(stage.window()).await? == drafted("143", LEAD, &["Refund paid"], &[]));
        Ok(())
    });
}

#[test]
fn escape_closes_what_is_open_and_the_focus_returns() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        tab_to(stage, "settings").await?;
        press(stage, &["Return"])?;
        stage.part("settings-dialog").await?;
        // Nothing behind an open dialog can be reached.
        for _ in 0..12 {
            press(stage, &["Tab"])?;
            stage
                .until(
                    "the focus in the dialog",
                    "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
                )
                .await?;
        }
        press(stage, &["Escape"])?;
        stage.until_gone("settings-dialog").await?;
        stage.until_focused("settings").await?;

        tab_to(stage, "account-menu").await?;
        press(stage, &["Down"])?;
        stage.part("[role=menu]").await?;
        press(stage, &["End", "Return"])?;
        stage.part("account-form").await?;
        stage.until_focused("account-name").await?;
        press(stage, &["Escape"])?;
        stage.until_gone("account-form").await?;
        stage.until_focused("account-menu").await
    });
}

fn press(stage: &Stage, keys: &[&str]) -> Result<()> {
    stage.desk.press(stage.window(), keys)
}

/// Presses Tab until the focus is there.
async fn tab_to(stage: &Stage, name: &str) -> Result<()> {
    stage.part(name).await?;
    let here = format!("document.activeElement?.matches(\"[data-testid='{name}']\") === true");
    let focused = "String([...document.querySelectorAll('*')].indexOf(document.activeElement))";
    for _ in 0..40 {
        if stage.evaluate(&here).await? == true {
            return Ok(());
        }
        let before = stage.evaluate(focused).await?;
        press(stage, &["Tab"])?;
        stage.until("the focus to move", &format!("{focused} !== {before}")).await?;
    }
    bail!("{name} cannot be reached by Tab")
}
