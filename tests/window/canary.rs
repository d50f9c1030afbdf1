//! The keys are nowhere but in the keychain and in two headers: canaries are looked for everywhere else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use practice_server::{Fault, Options, PracticeServer};
use serde_json::{Value, json};
use window_drive::{Desk, Keychain};

use crate::stage::{Stage, on_stage};
use crate::steps::{LEAD, in_answer};

const ACCESS: &str = "canary-access-71c09e5b4d";
const SECRET: &str = "canary-secret-f3820a6d17";
const SETUP: &[u8] = include_bytes!("../../crates/team-setup/samples/support.ticketcourier");

#[test]
fn keys_in_the_keychain_are_found_nowhere_else() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = server().await?;
        its_output_is_kept(stage)?;
        fill(stage, &server).await?;
        stage.click("account-save").await?;
        stage.until_gone("account-form").await?;
        use_everything(stage, &server, "On Hold").await?;
        stage.restart().await?;
        unseen(stage, "after a restart").await?;
        use_everything(stage, &server, "Resolved").await?;
        every_command(stage, &server).await?;
        stage.quit().await?;
        unwritten(stage)
    });
}

#[test]
fn keys_kept_for_the_session_are_found_nowhere_else() {
    on_stage(Keychain::Absent, async |stage| {
        let server = server().await?;
        its_output_is_kept(stage)?;
        fill(stage, &server).await?;
        stage.click("account-save").await?;
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        use_everything(stage, &server, "On Hold").await?;
        every_command(stage, &server).await?;
        // In the middle of its use, as a crash would leave it.
        unwritten(stage)?;
        stage.restart().await?;
        unseen(stage, "after a restart").await?;
        stage.quit().await?;
        unwritten(stage)
    });
}

#[test]
fn a_canary_would_be_found() {
    let desk = Desk::new(100, 100, Keychain::Absent).unwrap();
    let folder = desk.home().join("files");
    assert_eq!(canaries_in(desk.home()).unwrap(), Vec::<PathBuf>::new());
    let wide: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::create_dir(folder.join("deep")).unwrap();
    fs::write(folder.join("deep/as web views write"), [b"\0".to_vec(), wide].concat()).unwrap();
    fs::write(folder.join("plain"), format!("key={ACCESS};")).unwrap();
    assert_eq!(canaries_in(desk.home()).unwrap().len(), 2);
}

async fn server() -> Result<PracticeServer> {
    let (access_key, secret_key) = (ACCESS.to_owned(), SECRET.to_owned());
    let options = Options { limit: None, readings_pass: true, access_key, secret_key, ..Options::default() };
    Ok(PracticeServer::start(options).await?)
}

/// Types the keys, with a slip first, and tries them.
async fn fill(stage: &Stage, server: &PracticeServer) -> Result<()> {
    stage.click("first-account").await?;
    stage.fill_account(server).await?;
    ensure!(stage.attribute("account-secret-key", "type").await?.as_deref() == Some("password"));
    ensure!(stage.attribute("account-access-key", "type").await?.as_deref() == Some("password"));
    stage.fill("account-organisation", "99999").await?;
    stage.click("account-try").await?;
    stage.until_attribute("connection-result", "data-state", "organisation_unknown").await?;
    stage.fill("account-organisation", server.organisation()).await
}

/// `status`: another one than the ticket has, or there is nothing to choose.
async fn use_everything(stage: &Stage, server: &PracticeServer, status: &str) -> Result<()> {
    stage.until_fields_told().await?;
    unseen(stage, "after saving").await?;
    stage.click("settings").await?;
    unseen(stage, "settings").await?;
    stage.click("account-edit").await?;
    stage.part("account-form").await?;
    unseen(stage, "the account's form").await?;
    stage.click("account-try").await?;
    stage.until_attribute("connection-result", "data-state", "works").await?;
    unseen(stage, "after trying").await?;
    stage.click("close").await?;
    stage.until_gone("account-form").await?;

    stage.name_ticket().await?;
    stage.set_status(status).await?;
    for (fault, code) in [("status-401-json-not-applied", "keys_refused"), ("redirect-302", "redirected")] {
        server.inject(fault.parse::<Fault>()?);
        stage.send().await?;
        stage.until_refused(code).await?;
        stage.click("[data-testid=answer] summary").await?;
        unseen(stage, fault).await?;
        stage.click(&in_answer("correct")).await?;
        stage.until_gone("answer").await?;
    }
    server.inject("status-500-html-applied".parse::<Fault>()?);
    stage.send().await?;
    stage.until_may_be_done("server_error").await?;
    stage.until_found("looks_done").await?;
    unseen(stage, "what the ticket shows").await?;
    server.inject_always("status-503-json-not-applied".parse::<Fault>()?);
    stage.click(&in_answer("send-again")).await?;
    stage.click("confirm-yes").await?;
    stage.until_waiting("busy").await?;
    unseen(stage, "waiting").await?;
    server.clear_faults();
    stage.until_done().await?;
    let record = server.record();
    let head = &record.last_calls.back().unwrap().head;
    ensure!(head.header("x-lsq-secret-key") == Some(SECRET), "the keys that are looked for are those in use");
    drop(record);
    unseen(stage, "the answer").await?;
    stage.click("history-open").await?;
    stage.part("delivery").await?;
    unseen(stage, "the history").await?;
    stage.click("close").await?;
    stage.until_gone("delivery").await
}

/// Nothing in the page holds a key: no text, no attribute, no box, no store of the web view's own.
async fn unseen(stage: &Stage, when: &str) -> Result<()> {
    let page = "document.documentElement.outerHTML
        + [...document.querySelectorAll('input, textarea, select')].map((box) => box.value).join('\\n')
        + JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href
        + JSON.stringify(history.state)";
    let page = stage.evaluate(page).await?.to_string();
    ensure!(page.len() > 1000, "no page");
    ensure!(!has_canary(page.as_bytes()), "a key is in the page: {when}");
    Ok(())
}

/// Asks every command that the shell has, and looks into its answers.
async fn every_command(stage: &Stage, server: &PracticeServer) -> Result<()> {
    let overview = stage.command("overview", &json!({})).await?;
    let account = overview["current"].clone();
    let everything = json!({ "text": "", "state": null, "account": null, "from": null, "until": null });
    let deliveries = stage.command("outbox_page", &json!({ "query": everything, "before": null })).await?;
    let delivery = deliveries["deliveries"][0]["id"].clone();
    let text = json!({ "ticket": "143", "lead": LEAD, "changes": [{ "field": "Status", "value": "Open" }] });
    let form = json!({
        "id": account, "name": "Acme Support", "address": server.base_url(), "organisation": server.organisation(),
        "callsPerWindow": 25, "leadHost": "", "accessKey": "", "secretKey": "", "keep": "session",
    });
    let foreign = json!({
        "id": account, "name": "", "address": "http://example.com", "organisation": "?",
        "callsPerWindow": 25, "leadHost": "", "accessKey": ACCESS, "secretKey": format!("{SECRET} "), "keep": "keychain",
    });
    let setup = json!({
        "account": account, "name": "Support", "fields": [], "presets": [], "passphrase": "correct horse battery", "unsigned": true,
        "limits": { "largest_file": null, "endings": null },
    });
    let unreadable =
        json!({ "given": "both", "access_key": ACCESS, "secret_key": format!("{SECRET} {SECRET}") });
    let two_keys = json!({ "accessKey": ACCESS, "secretKey": SECRET, "leadHost": server.base_url() });
    let wrong_keys = json!({ "accessKey": SECRET, "secretKey": ACCESS, "leadHost": server.base_url() });
    let columns = [
        "ticket", "state", "sent", "settled", "account", "changes", "files", "attempts", "answer", "failure",
        "number", "what", "note",
    ];
    let columns: serde_json::Map<_, _> =
        columns.map(|column| (column.to_owned(), json!(column))).into_iter().collect();
    let export_words = json!({ "columns": columns, "states": {}, "jobs": {}, "fields": {} });
    let progress =
        stage.evaluate("'__CHANNEL__:' + window.__TAURI_INTERNALS__.transformCallback(() => {})").await?;
    let calls = [
        ("ready", json!({})),
        ("overview", json!({})),
        ("look_for_keys", json!({})),
        ("choose_account", json!({ "id": account })),
        ("read_address", json!({ "text": server.base_url() })),
        ("read_number", json!({ "text": "Ticket #143: Update Email Id" })),
        ("save_account", json!({ "form": form })),
        // Refused for other reasons, with the keys in hand.
        ("save_account", json!({ "form": foreign })),
        ("sign_in_to_proxy", json!({ "given": { "proxy": "proxy:1", "name": SECRET, "password": SECRET } })),
        ("try_connection", json!({ "form": foreign })),
        ("try_connection", json!({ "form": form })),
        ("regions", json!({})),
        ("keys_hint", json!({ "keys": wrong_keys })),
        ("keys_owner", json!({ "keys": wrong_keys })),
        ("keys_owner", json!({ "keys": two_keys })),
        ("set_preferences", json!({ "preferences": { "theme": "dark" } })),
        ("fields", json!({})),
        ("read_ticket", json!({ "number": "143", "fresh": true })),
        ("kept_ticket", json!({ "number": "143" })),
        ("find_leads", json!({ "email": "ann@example.org" })),
        ("try_ticket_again", json!({})),
        ("last_used", json!({})),
        ("presets", json!({})),
        ("save_presets", json!({ "own": [{ "name": "Papers", "note": "The invoice", "changes": [] }] })),
        ("save_draft", json!({ "text": text })),
        ("draft", json!({})),
        ("check_draft", json!({ "text": text })),
        ("read_value", json!({ "change": { "field": "DueDate", "value": "24.12.2026 17:00" } })),
        ("update_ticket", json!({ "text": text, "inParts": false, "copying": progress })),
        ("stop_copying", json!({})),
        ("stop_adding", json!({})),
        ("take_as_it_is", json!({ "id": 0 })),
        ("add_all_the_same", json!({ "numbers": [0] })),
        ("outbox_top", json!({})),
        ("outbox_page", json!({ "query": everything, "before": null })),
        ("outbox_accounts", json!({})),
        ("delivery", json!({ "id": delivery })),
        // Each is refused: the delivery is done. Its answers are looked at all the same.
        ("cancel", json!({ "id": delivery })),
        ("it_was_done", json!({ "id": delivery })),
        ("send_again", json!({ "id": delivery })),
        ("look_at_ticket", json!({ "id": delivery })),
        ("split", json!({ "id": delivery })),
        ("size_bounds", json!({})),
        ("recent_ticket", json!({ "text": text })),
        ("look_for_files", json!({ "id": delivery })),
        ("show_tickets", json!({ "id": delivery })),
        ("try_now", json!({ "id": delivery })),
        ("look_before_putting_back", json!({ "id": delivery })),
        ("put_back", json!({ "id": delivery, "fields": ["none"] })),
        ("ticket_of_files", json!({ "names": ["#143 invoice.pdf"] })),
        ("ticket_of_text", json!({ "text": "#143" })),
        ("undo", json!({ "id": delivery, "replace": false })),
        ("send_now", json!({ "id": delivery })),
        ("send_to_new_place", json!({ "id": delivery })),
        ("send_all_to_new_place", json!({ "account": account })),
        ("waiting_of", json!({ "account": account })),
        ("send_from_here", json!({})),
        ("leave", json!({ "id": delivery })),
        ("use_again", json!({ "id": delivery })),
        ("export_csv", json!({ "query": everything, "name": "list.csv", "words": export_words })),
        ("give_up_keychain", json!({})),
        ("storage", json!({})),
        ("rescue", json!({})),
        ("removable", json!({ "removal": { "what": "everything" } })),
        ("set_aside", json!({})),
        ("remove_set_aside", json!({ "name": "" })),
        ("notify", json!({ "title": "A title", "text": "A text" })),
        ("stay", json!({})),
        ("choose_files", json!({})),
        ("choose_folder", json!({})),
        ("add_from_folder", json!({ "listing": 1, "chosen": [0] })),
        ("paste", json!({ "name": "Picture.png", "into": "window" })),
        ("rename_file", json!({ "id": 1, "name": "Invoice.pdf" })),
        ("move_file", json!({ "id": 1, "to": 0 })),
        ("thumbnail", json!({ "id": 1 })),
        ("open_file", json!({ "id": 1 })),
        ("already_there", json!({ "ticket": "143", "files": [1] })),
        ("detach", json!({ "id": 1 })),
        ("restore_file", json!({ "id": 1 })),
        ("open_setup", json!({})),
        ("take_setup", json!({ "id": "", "given": unreadable, "keep": "keychain", "confirmed": [] })),
        ("leave_setup", json!({ "id": "" })),
        ("next_launch_request", json!({})),
        ("add_launched_files", json!({ "anew": false })),
        ("setup_form", json!({ "id": account })),
        ("save_setup", json!({ "setup": setup })),
        ("export_signing_key", json!({ "id": account, "passphrase": { "secret": "short" } })),
        ("import_signing_key", json!({ "id": account, "passphrase": { "secret": "short" } })),
        ("remove", json!({ "removal": { "what": "one", "delivery": delivery } })),
        ("remove_account", json!({ "id": account })),
    ];
    // These two end the app, and so have no answer.
    for command in ticket_courier::screen::command_names()
        .into_iter()
        .filter(|name| !["close_window", "restart"].contains(name))
    {
        ensure!(
            calls.iter().any(|(name, _)| *name == command),
            "{command} is a new command: look into its answer too"
        );
    }
    for (name, arguments) in &calls {
        let answer = match *name {
            // What it writes is looked into with all the rest.
            "save_setup" => {
                let path = stage.desk.home().join("files/sealed.ticketcourier");
                let (answer, saved) =
                    tokio::join!(stage.command(name, arguments), stage.desk.save_as(stage.window(), &path));
                saved?;
                ensure!(path.is_file());
                answer?
            }
            "open_setup" => {
                let file = stage.desk.file("team.ticketcourier", SETUP)?;
                let (answer, picked) =
                    tokio::join!(stage.command(name, arguments), stage.desk.pick_file(stage.window(), &file));
                picked?;
                answer?
            }
            "choose_files" | "choose_folder" | "export_csv" | "import_signing_key" => {
                let (answer, picked) =
                    tokio::join!(stage.command(name, arguments), stage.desk.pick_nothing(stage.window()));
                picked?;
                answer?
            }
            name => {
                if name == "remove_account" {
                    // What was sent above goes with the account's keys.
                    stage.until_gone("on-the-way").await?;
                }
                stage.command(name, arguments).await?
            }
        };
        ensure!(!not_called(&answer), "{name} was not called: {answer}");
        ensure!(!has_canary(answer.to_string().as_bytes()), "{name} answers with a key");
    }
    Ok(())
}

/// The shell answers in texts where a command is unknown or its arguments are, and in codes otherwise.
fn not_called(answer: &Value) -> bool {
    answer["error"].is_string()
}

fn its_output_is_kept(stage: &Stage) -> Result<()> {
    let process = stage.desk.xdotool(&["getwindowpid", &stage.x_window(&stage.desk)?])?;
    for stream in [1, 2] {
        let file = fs::read_link(format!("/proc/{process}/fd/{stream}"))?;
        ensure!(file == stage.desk.output(), "what the app prints goes to {}", file.display());
    }
    Ok(())
}

/// Nothing that the app wrote or printed holds a key: settings, database, web view, window's place, output. The
/// keychain's own files are among those searched: it encrypts.
fn unwritten(stage: &Stage) -> Result<()> {
    let home = stage.desk.home();
    ensure!(
        home.join("data/org.ticketcourier.app/settings.json").is_file(),
        "the settings are somewhere else"
    );
    ensure!(home.join("data/org.ticketcourier.app/outbox.db").is_file(), "the database is somewhere else");
    let found = canaries_in(home)?;
    ensure!(found.is_empty(), "keys are in {found:?}");
    Ok(())
}

fn canaries_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            found.extend(canaries_in(&entry.path())?);
        } else if kind.is_file() && has_canary(&fs::read(entry.path())?) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

/// As text of any usual kind: bytes, the two bytes a letter of web views, and in any case.
fn has_canary(bytes: &[u8]) -> bool {
    [ACCESS, SECRET].iter().any(|canary| {
        let wide: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, canary.as_bytes()) || holds(bytes, &wide)
    })
}

fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window.eq_ignore_ascii_case(sought))
}
