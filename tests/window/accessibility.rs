//! axe-core finds nothing wrong with any state of the screen, and it is measured in every state.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use faulty_wire::Wire;
use practice_server::{Fault, PracticeServer};
use serde_json::{Value, json};
use window_drive::{Keychain, Window};

use crate::app;
use crate::measured::measured;
use crate::plain::plain;
use crate::stage::{Stage, on_stage};
use crate::steps::{in_answer, in_card, ticket_system, wire_to};

/// The one of the documentation.
const TEAM_SETUP: &[u8] = include_bytes!("../../crates/team-setup/samples/support.ticketcourier");

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
    stage.run(&axe()?).await?;
    stage.until("the theme", &format!("document.documentElement.dataset.theme === '{theme}'")).await?;

    let server = ticket_system().await?;
    let wire = wire_to(&server).await?;
    stage.part("first-start").await?;
    sound(stage, "first start").await?;
    for (name, bytes) in [("team", TEAM_SETUP), ("damaged", &TEAM_SETUP[..300])] {
        let file = stage.desk.file(&format!("{name}.ticketcourier"), bytes)?;
        stage.drop_files(&[file]).await?;
        stage.part("setup").await?;
        sound(stage, &format!("{name} setup")).await?;
        stage.click("setup-leave").await?;
        stage.until_gone("setup").await?;
    }
    stage.click("first-account").await?;
    stage.part("account-form").await?;
    sound(stage, "account form").await?;
    stage.click("account-save").await?;
    stage.until_attribute("account-name", "aria-invalid", "true").await?;
    sound(stage, "account form with faults").await?;
    stage.fill_account(&server).await?;
    stage.fill("account-address", &wire.base_url()).await?;
    stage.click("account-try").await?;
    stage.part("connection-result").await?;
    sound(stage, "connection tried").await?;
    stage.click("account-save").await?;
    stage.part("keep-for-session").await?;
    sound(stage, "no keychain").await?;
    stage.click("keep-for-session").await?;
    stage.until_gone("account-form").await?;
    stage.until_fields_told().await?;

    stage.part("history-empty").await?;
    sound(stage, "empty").await?;
    stage.click("job-new_ticket").await?;
    stage.part("new-ticket").await?;
    sound(stage, "a new ticket").await?;
    stage.send().await?;
    stage.part("lead-fault").await?;
    sound(stage, "a new ticket with faults").await?;
    stage.click("job-note").await?;
    stage.part("note-text").await?;
    sound(stage, "a note").await?;
    stage.click("job-update").await?;
    stage.click("settings").await?;
    stage.part("settings-dialog").await?;
    sound(stage, "settings").await?;
    stage.click("save-setup").await?;
    stage.click("setup-keys").await?;
    stage.part("setup-new-passphrase").await?;
    sound(stage, "saving a team setup").await?;
    stage.click("close").await?;
    stage.until_gone("save-setup-form").await?;
    stage.click("settings").await?;
    stage.part("settings-dialog").await?;
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
    stage.part("field-group").await?;
    sound(stage, "list of fields").await?;
    stage.fill("field-search", "nothing is called so").await?;
    sound(stage, "no field found").await?;
    stage.click("add-other-field").await?;
    stage.fill("other-field-name", "CustomData.Branch").await?;
    stage.choose("[data-field='CustomData.Branch'] [data-testid='change-value']", "Pune").await?;
    stage.click("preset-keep").await?;
    stage.click("preset-save").await?;
    stage.part("preset-fault").await?;
    sound(stage, "a preset without a name").await?;
    stage.fill("preset-name", "On hold + papers").await?;
    stage.fill("preset-note-box", "The invoice").await?;
    stage.click("preset-save").await?;
    stage.until_gone("presets-dialog").await?;
    stage.click("preset").await?;
    stage.part("preset-note").await?;
    sound(stage, "a preset").await?;
    stage.click("presets-edit").await?;
    stage.part("preset-own").await?;
    sound(stage, "presets").await?;
    stage.click("presets-close").await?;
    stage.until_gone("presets-dialog").await?;
    let files = [
        stage.desk.file("Invoice.pdf", vec![1; 12_000_000])?,
        stage.desk.file("Copy.pdf", vec![1; 12_000_000])?,
    ];
    let drag = stage.desk.drag_over(stage.window(), &files).await?;
    stage.part("drop-overlay").await?;
    sound(stage, "dragging over").await?;
    drag.drop_here().await?;
    stage.part("files-left-out").await?;
    sound(stage, "filled").await?;
    arranged(stage).await?;

    on_the_way(stage, &server, &wire).await?;
    needs_you(stage, &server).await?;
    settled(stage).await
}

/// A file being renamed, one that was removed, and a folder's files.
async fn arranged(stage: &Stage) -> Result<()> {
    stage.drop_files(&[stage.desk.file("Note.txt", "A note\n")?]).await?;
    stage.until_count("file-row", 2).await?;
    stage.click("file-rename").await?;
    stage.fill("file-name", "Note.txt").await?;
    stage.desk.press(stage.window(), &["Return"])?;
    stage.until_attribute("file-name-says", "data-code", "taken").await?;
    sound(stage, "renaming a file").await?;
    stage.desk.press(stage.window(), &["Escape"])?;
    stage.until_gone("file-name").await?;
    stage.click("[data-testid=file-row]:last-child [data-testid=file-remove]").await?;
    stage.part("file-removed").await?;
    sound(stage, "a file removed").await?;
    let folder = stage.desk.home().join("files/Claim");
    std::fs::create_dir(&folder)?;
    std::fs::write(folder.join("Letter.txt"), "A letter")?;
    std::fs::write(folder.join(".hidden"), "")?;
    stage.drop_files(&[folder]).await?;
    stage.part("folder-dialog").await?;
    sound(stage, "a folder's files").await?;
    stage.click("folder-cancel").await?;
    stage.until_gone("folder-dialog").await
}

/// Being sent, waiting for each reason that a server can give, and asked about at the closing.
async fn on_the_way(stage: &Stage, server: &PracticeServer, wire: &Wire) -> Result<()> {
    server.inject(Fault::StallAfter(0));
    stage.send().await?;
    stage.until_listed(1, "sending").await?;
    sound(stage, "sending").await?;
    stage.name_ticket().await?;
    stage.set_status("Resolved").await?;
    stage.send().await?;
    stage.until_waiting("behind").await?;
    sound(stage, "waiting for an earlier one").await?;
    stage.ask_to_close()?;
    stage.part("closing-background").await?;
    sound(stage, "closing").await?;
    stage.click("closing-stay").await?;
    stage.until_gone("closing").await?;
    stage.click("[data-testid=on-the-way] [data-testid=history-open]").await?;
    stage.part("delivery-answer").await?;
    sound(stage, "one that is being sent").await?;
    stage.click("close").await?;
    stage.until_gone("delivery").await?;
    stage.click("cancel").await?;
    stage.until_cancelled().await?;
    sound(stage, "cancelled").await?;
    stage.click(&in_card(1, "card-cancel")).await?;
    stage.until_listed(1, "cancelled").await?;
    wire.down().await?;
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    stage.send().await?;
    stage.until_waiting("connection").await?;
    sound(stage, "waiting for the connection").await?;
    stage.click("cancel").await?;
    stage.until_cancelled().await?;
    wire.up().await?;
    Ok(())
}

/// Refused, and may be done with each finding, in the answer and in a card.
async fn needs_you(stage: &Stage, server: &PracticeServer) -> Result<()> {
    let gone = stage.desk.file("Gone.txt", "Gone")?;
    stage.drop_files(std::slice::from_ref(&gone)).await?;
    stage.until_count("file-row", 1).await?;
    std::fs::remove_file(gone)?;
    stage.name_ticket().await?;
    stage.send().await?;
    stage.part("not-sent").await?;
    sound(stage, "a file that is gone").await?;
    stage.click("file-remove").await?;
    stage.until_gone("file-row").await?;
    for (number, fault, code) in [
        ("143", "status-400-json-not-applied", "not_accepted"),
        ("143", "status-401-json-not-applied", "keys_refused"),
    ] {
        stage.name_other_ticket(number).await?;
        stage.set_status("On Hold").await?;
        server.inject(fault.parse::<Fault>()?);
        stage.send().await?;
        stage.until_refused(code).await?;
        stage.click("[data-testid=answer] summary").await?;
        sound(stage, code).await?;
    }
    for (number, fault, verdict) in
        [("143", "malformed-answer", "looks_done"), ("144", "cut-not-applied", "nothing_changed")]
    {
        stage.name_other_ticket(number).await?;
        stage.set_status("On Hold").await?;
        server.inject(fault.parse::<Fault>()?);
        stage.send().await?;
        stage.until_found(verdict).await?;
        sound(stage, verdict).await?;
    }
    stage.click(&in_answer("send-again")).await?;
    stage.part("confirm").await?;
    sound(stage, "asked before it is sent again").await?;
    stage.click("confirm-yes").await?;
    stage.until_done().await?;
    sound(stage, "done").await
}

/// The list, searched, and deliveries opened from it.
async fn settled(stage: &Stage) -> Result<()> {
    stage.fill("search", "hold").await?;
    stage.part("found").await?;
    sound(stage, "searched").await?;
    stage.choose("filter-day", "range").await?;
    stage.part("filter-from").await?;
    sound(stage, "a range of days").await?;
    stage.fill("search", "nothing of this kind").await?;
    stage.part("no-results").await?;
    sound(stage, "nothing found").await?;
    stage.click("filters-clear").await?;
    stage.until_gone("no-results").await?;
    for state in ["done", "cancelled", "refused", "may_be_done"] {
        let card = format!("[data-testid=history-card][data-state={state}]");
        // Rows that come into sight are drawn then; the driver would click where the card was.
        stage.run(&format!("document.querySelector({card:?}).scrollIntoView({{ block: 'center' }})")).await?;
        stage.window().painted().await?;
        stage.click(&format!("{card} [data-testid=history-open]")).await?;
        stage.part("attempt").await?;
        sound(stage, state).await?;
        stage.click("close").await?;
        stage.until_gone("delivery").await?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_wrong_where_a_start_went_wrong() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        let mut second = Window::open(&stage.desk, app()).await?;
        second.part("in-use").await?;
        second.run(&axe()?).await?;
        sound(&second, "in use").await?;
        second.kill();
        stage.window().until_alone(&stage.desk).await?;

        stage.quit().await?;
        let database = stage.desk.home().join("data/org.ticketcourier.app/outbox.db");
        std::fs::write(&database, [0x55; 8192])?;
        // What is in the log would mend it.
        std::fs::remove_file(database.with_file_name("outbox.db-wal"))?;
        stage.open().await?;
        stage.part("rescue").await?;
        stage.run(&axe()?).await?;
        sound(stage, "rescued").await
    });
}

pub(crate) fn axe() -> Result<String> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(axe).context("`npm ci` in ui/ brings axe-core")
}

/// Violations, in axe's own words.
pub(crate) async fn sound(window: &Window, state: &str) -> Result<()> {
    window.painted().await?;
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
    let found = window.run_until_done(check).await?;
    ensure!(found["passes"].as_u64() > Some(5), "{state}: axe looked at nothing: {found}");
    ensure!(found["violations"] == Value::Array(Vec::new()), "{state}: {:#}", found["violations"]);
    plain(window, state).await?;
    measured(window, state).await
}
