//! Without a mouse.

use anyhow::{Result, bail, ensure};
use practice_server::{Fault, Outcome};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{draft, drafted, in_answer, in_card, ticket_system};

#[test]
fn the_main_job_needs_no_mouse() {
    on_stage(Keychain::Absent, async |stage| {
        tab_to(stage, "first-practice").await?;
        press(stage, &["Return"])?;
        stage.until_gone("first-start").await?;

        tab_to(stage, "ticket-number").await?;
        stage.desk.type_text(stage.window(), "143")?;

        tab_to(stage, "add-change").await?;
        press(stage, &["Return"])?;
        stage.until_focused("field-search").await?;
        // A field is found by any part of its name; the arrows go through what was found.
        stage.desk.type_text(stage.window(), "ty")?;
        until_chosen(stage, "add-change-Type").await?;
        press(stage, &["Down", "Up", "Down"])?;
        until_chosen(stage, "add-change-SubType").await?;
        press(stage, &["Escape"])?;
        stage.until_gone("field-picker").await?;
        stage.until_focused("add-change").await?;
        pick_title(stage).await?;
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
        ensure!(draft(stage.window()).await? == drafted("143", &["Refund paid"], &[]));
        Ok(())
    });
}

#[test]
fn what_needs_the_person_is_settled_without_a_mouse() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        for outcome in [Outcome::Applied, Outcome::NotApplied] {
            let number = if outcome == Outcome::Applied { "143" } else { "144" };
            tab_to(stage, "ticket-number").await?;
            stage.desk.type_text(stage.window(), number)?;
            tab_to(stage, "add-change").await?;
            pick_title(stage).await?;
            stage.until_focused("change-value").await?;
            stage.desk.type_text(stage.window(), "Refund paid")?;
            // Not before: a reading that is given up while the number is typed would take it along.
            stage.until_attribute("ticket-seen", "data-state", "seen").await?;
            server.inject(Fault::Cut(outcome));
            press(stage, &["ctrl+Return"])?;
            stage.until_may_be_done("broke_before_answer").await?;
            stage
                .until_found(if outcome == Outcome::Applied { "looks_done" } else { "nothing_changed" })
                .await?;
            stage.until_focused("ticket-number").await?;
        }
        // The one that was sent last, in its answer: it is asked once more, and the safe choice has the focus.
        tab_to(stage, &in_answer("send-again")).await?;
        press(stage, &["Return"])?;
        stage.until_focused("confirm-no").await?;
        tab_to(stage, "confirm-yes").await?;
        press(stage, &["Return"])?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 2);
        // The one before, in its card.
        tab_to(stage, &in_card(1, "it-was-done")).await?;
        press(stage, &["Return"])?;
        stage.until_gone("needs-you").await?;
        // The focus is not lost with the card.
        stage.until("the focus somewhere", "document.activeElement !== document.body").await?;
        ensure!(server.record().applied.len() == 2);
        Ok(())
    });
}

#[test]
fn the_list_is_searched_and_gone_through_without_a_mouse() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        for (number, status) in [("143", "On Hold"), ("144", "On Hold"), ("143", "Resolved")] {
            stage.name_other_ticket(number).await?;
            stage.set_status(status).await?;
            stage.send().await?;
            stage.until_done().await?;
        }
        press(stage, &["ctrl+f"])?;
        stage.until_focused("search").await?;
        stage.desk.type_text(stage.window(), "143")?;
        stage.until_count("history-card", 2).await?;
        tab_to(stage, "history-open").await?;
        stage.until_focused(&open(3)).await?;
        press(stage, &["Down"])?;
        stage.until_focused(&open(1)).await?;
        press(stage, &["Home"])?;
        stage.until_focused(&open(3)).await?;
        press(stage, &["End", "Return"])?;
        stage.part("delivery").await?;
        press(stage, &["Escape"])?;
        stage.until_gone("delivery").await?;
        stage.until_focused(&open(1)).await?;
        press(stage, &["ctrl+f", "Escape"])?;
        stage.until_count("history-card", 3).await?;
        stage.until_focused("search").await
    });
}

fn open(id: u32) -> String {
    format!("[data-id='{id}'] [data-testid=history-open]")
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
        // The last is to open a team setup.
        press(stage, &["End", "Up", "Return"])?;
        stage.part("account-form").await?;
        stage.until_focused("account-access-key").await?;
        press(stage, &["Escape"])?;
        stage.until_gone("account-form").await?;
        stage.until_focused("account-menu").await
    });
}

/// From the button that opens the list of fields.
async fn pick_title(stage: &Stage) -> Result<()> {
    stage.until_focused("add-change").await?;
    press(stage, &["Return"])?;
    stage.until_focused("field-search").await?;
    stage.desk.type_text(stage.window(), "tit")?;
    until_chosen(stage, "add-change-Title").await?;
    press(stage, &["Return"])
}

async fn until_chosen(stage: &Stage, name: &str) -> Result<()> {
    stage.until_attribute(name, "aria-selected", "true").await
}

fn press(stage: &Stage, keys: &[&str]) -> Result<()> {
    stage.desk.press(stage.window(), keys)
}

/// Presses Tab until the focus is there.
async fn tab_to(stage: &Stage, name: &str) -> Result<()> {
    stage.part(name).await?;
    let selector = if name.contains('[') { name.to_owned() } else { format!("[data-testid='{name}']") };
    let here = format!("document.activeElement?.matches({selector:?}) === true");
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
