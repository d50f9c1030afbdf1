//! axe-core finds nothing wrong with any state of the screen.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use practice_server::Fault;
use serde_json::{Value, json};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::ticket_system;

#[test]
fn axe_finds_nothing_wrong_in_light() {
    on_stage(Keychain::Absent, async |stage| every_state(stage, "light").await);
}

#[test]
fn axe_finds_nothing_wrong_in_dark() {
    on_stage(Keychain::Absent, async |stage| every_state(stage, "dark").await);
}

async fn every_state(stage: &mut Stage, theme: &str) -> Result<()> {
    stage.command("set_preferences", &json!({ "preferences": { "theme": theme } })).await?;
    stage.restart().await?;
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    stage.run(&std::fs::read_to_string(axe).context("`npm ci` in ui/ brings axe-core")?).await?;
    stage.until("the theme", &format!("document.documentElement.dataset.theme === '{theme}'")).await?;

    let server = ticket_system().await?;
    stage.part("first-start").await?;
    sound(stage, "first start").await?;
    stage.click("first-account").await?;
    stage.part("account-form").await?;
    sound(stage, "account form").await?;
    stage.click("account-save").await?;
    stage.until_attribute("account-name", "aria-invalid", "true").await?;
    sound(stage, "account form with faults").await?;
    stage.fill_account(&server).await?;
    stage.click("account-try").await?;
    stage.part("connection-result").await?;
    sound(stage, "connection tried").await?;
    stage.click("account-save").await?;
    stage.part("keep-for-session").await?;
    sound(stage, "no keychain").await?;
    stage.click("keep-for-session").await?;
    stage.until_gone("account-form").await?;

    stage.part("history-empty").await?;
    sound(stage, "empty").await?;
    stage.click("settings").await?;
    stage.part("settings-dialog").await?;
    sound(stage, "settings").await?;
    stage.click("account-remove").await?;
    stage.part("confirm").await?;
    sound(stage, "a question").await?;
    stage.click("confirm-no").await?;
    stage.click("close").await?;
    stage.until_gone("settings-dialog").await?;
    stage.click("account-menu").await?;
    stage.part("[role=menu]").await?;
    sound(stage, "account menu").await?;
    stage.click("account-menu").await?;

    stage.send().await?;
    stage.part("ticket-fault").await?;
    sound(stage, "draft with faults").await?;
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    stage.click("add-change").await?;
    stage.part("[role=menu]").await?;
    sound(stage, "field menu").await?;
    stage.click("add-other-field").await?;
    stage.fill("other-field-name", "CustomData.Branch").await?;
    let files = [stage.desk.file("Invoice.pdf", [1; 3000])?, stage.desk.file("Copy.pdf", [1; 3000])?];
    let drag = stage.desk.drag_over(stage.window(), &files).await?;
    stage.part("drop-overlay").await?;
    sound(stage, "dragging over").await?;
    drag.drop_here().await?;
    stage.part("files-left-out").await?;
    sound(stage, "filled").await?;

    server.inject(Fault::StallAfter(0));
    stage.send().await?;
    stage.part("cancel").await?;
    sound(stage, "sending").await?;
    stage.click("cancel").await?;
    stage.until_failed("cancelled").await?;
    sound(stage, "cancelled").await?;
    for (fault, code) in [
        ("status-400-json-not-applied", "not_accepted"),
        ("status-401-json-not-applied", "keys_refused"),
        ("malformed-answer", "answer_unreadable"),
    ] {
        server.inject(fault.parse::<Fault>()?);
        stage.send().await?;
        stage.until_failed(code).await?;
        stage.click("[data-testid=answer] summary").await?;
        sound(stage, code).await?;
    }
    stage.send().await?;
    stage.until_done().await?;
    sound(stage, "done").await?;
    for (card, name) in [(1, "the newest delivery"), (2, "a failed delivery")] {
        let open = format!("[data-testid=history] section:last-of-type li:nth-child({card}) button");
        stage.click(&open).await?;
        stage.part("delivery-answer").await?;
        sound(stage, name).await?;
        stage.click("close").await?;
        stage.until_gone("delivery").await?;
    }
    Ok(())
}

/// What axe calls a violation, in the words it has for it.
async fn sound(stage: &Stage, state: &str) -> Result<()> {
    stage.window().painted().await?;
    let check = "const done = arguments[0];
        axe.run(document, { resultTypes: ['violations'] }).then(
            ({ violations, passes }) => done({
                passes: passes.length,
                violations: violations.map(({ id, help, nodes }) => ({
                    id, help, nodes: nodes.map((node) => [node.html.slice(0, 200), node.any[0]?.message ?? ''])
                })),
            }),
            (error) => done({ violations: String(error) }),
        );";
    let found = stage.run_until_done(check).await?;
    ensure!(found["passes"].as_u64() > Some(5), "{state}: axe looked at nothing: {found}");
    ensure!(found["violations"] == Value::Array(Vec::new()), "{state}: {:#}", found["violations"]);
    Ok(())
}
