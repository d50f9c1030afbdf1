//! Each error's code, its words, and what it leaves behind: the draft as it was, and the ticket as the server says.

use std::fs::{self, File};
use std::io::Write;
use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use practice_server::{Fault, PracticeServer};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{LEAD, draft, drafted, ticket_system};

const NOT_SENT: (&str, &str) = ("not_sent", "Nothing was sent.");
/// Where a part had left: "nothing was sent" would be read as untrue.
const BEGUN: (&str, &str) = ("not_sent", "Nothing reached the ticket.");
const NOT_DONE: (&str, &str) = ("not_done", "The ticket was not changed.");
const MAY_BE_DONE: (&str, &str) = ("may_be_done", "The ticket may have been changed");

type Row = (&'static str, &'static str, (&'static str, &'static str), usize);

/// What the server does, the screen's code, what it says of the ticket, and how many updates the server really made.
const ROWS: [Row; 25] = [
    ("reset-after-0", "broke_while_sending", BEGUN, 0),
    ("reset-after-1000000", "broke_while_sending", BEGUN, 0),
    ("cut-applied", "broke_before_answer", MAY_BE_DONE, 1),
    ("cut-not-applied", "broke_before_answer", MAY_BE_DONE, 0),
    ("status-400-json-not-applied", "not_accepted", NOT_DONE, 0),
    ("status-401-json-not-applied", "keys_refused", NOT_DONE, 0),
    ("status-403-html-not-applied", "forbidden", NOT_DONE, 0),
    ("status-404-empty-not-applied", "not_found", NOT_DONE, 0),
    ("status-413-html-not-applied", "too_large", NOT_DONE, 0),
    ("early-413", "too_large", NOT_DONE, 0),
    ("status-422-json-not-applied", "refused", NOT_DONE, 0),
    ("redirect-302", "redirected", NOT_DONE, 0),
    ("redirect-307", "redirected", NOT_DONE, 0),
    ("failure-in-200", "declined", NOT_DONE, 0),
    ("early-200", "declined", NOT_DONE, 0),
    ("status-503-html-not-applied", "unavailable", NOT_DONE, 0),
    ("status-500-json-applied", "server_error", MAY_BE_DONE, 1),
    ("status-500-json-not-applied", "server_error", MAY_BE_DONE, 0),
    ("status-502-html-applied", "server_error", MAY_BE_DONE, 1),
    ("status-504-empty-applied", "server_error", MAY_BE_DONE, 1),
    ("status-200-html-applied", "answer_unreadable", MAY_BE_DONE, 1),
    ("status-204-empty-applied", "answer_unreadable", MAY_BE_DONE, 1),
    ("malformed-answer", "answer_unreadable", MAY_BE_DONE, 1),
    ("cut-answer", "answer_unreadable", MAY_BE_DONE, 1),
    ("huge-answer", "answer_unreadable", MAY_BE_DONE, 1),
];

#[test]
fn each_failure_of_the_server_is_told_as_what_it_means_for_the_ticket_and_loses_nothing() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        for (fault, code, effect, applied) in ROWS {
            let before = server.record();
            server.inject(fault.parse::<Fault>()?);
            failed(stage, fault, code, effect).await?;
            let after = server.record();
            ensure!(
                after.applied.len() - before.applied.len() == applied,
                "{fault}: the server's own record"
            );
            ensure!(
                after.connections - before.connections == 1,
                "{fault}: one attempt, and nobody was followed"
            );
        }
        Ok(())
    });
}

#[test]
fn a_server_that_is_not_there_is_told_as_nothing_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        point_at(stage, "https://nowhere.invalid").await?;
        failed(stage, "no such host", "host_not_found", NOT_SENT).await?;
        ensure!(stage.text("answer").await?.contains("nowhere.invalid"), "the host is named");
        // From here one press leads to the address.
        stage.click("answer-way").await?;
        ensure!(stage.value("account-address").await?.contains("nowhere.invalid"));
        stage.click("close").await?;

        // Bound, so that nobody else gets it, and freed: nobody listens there.
        let closed = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        point_at(stage, &format!("http://{closed}")).await?;
        failed(stage, "nobody listens", "cannot_connect", NOT_SENT).await?;

        point_at(stage, &server.base_url().replace("http:", "https:")).await?;
        failed(stage, "no TLS there", "connection_not_secure", NOT_SENT).await?;

        ensure!(server.record().calls == 0, "the server was called");
        point_at(stage, &server.base_url()).await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn a_file_that_is_not_what_was_added_is_named_and_nothing_is_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let file = prepare(stage, &server).await?;
        let away = file.with_extension("away");

        fs::rename(&file, &away)?;
        failed(stage, "moved away", "file_missing", NOT_SENT).await?;
        names_the_file(stage).await?;

        fs::create_dir(&file)?;
        failed(stage, "a folder in its place", "file_not_regular", NOT_SENT).await?;
        names_the_file(stage).await?;
        fs::remove_dir(&file)?;

        // Even root cannot open a link to itself.
        std::os::unix::fs::symlink(&file, &file)?;
        failed(stage, "unreadable", "file_unreadable", NOT_SENT).await?;
        names_the_file(stage).await?;
        fs::remove_file(&file)?;

        fs::rename(&away, &file)?;
        File::options().append(true).open(&file)?.write_all(b"more")?;
        failed(stage, "changed", "file_changed", NOT_SENT).await?;
        names_the_file(stage).await?;

        ensure!(server.record().calls == 0, "the server was called");
        // The way on that the screen names: remove it, and add it again.
        stage.click("file-remove").await?;
        stage.until_gone("file-row").await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn too_many_calls_are_waited_for_and_then_go_on_by_themselves() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        server.inject(Fault::TooManyRetryAfter(2));
        stage.send().await?;
        stage.until_attribute("progress", "data-state", "waiting").await?;
        ensure!(stage.text("progress-text").await?.contains("asked to wait"));
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        Ok(())
    });
}

/// An account, and a draft with a file too large to lie in the connection's buffers as a whole.
async fn prepare(stage: &Stage, server: &PracticeServer) -> Result<PathBuf> {
    let file = stage.desk.file("Large.zip", vec![5; 12_000_000])?;
    stage.add_account_for_session(server).await?;
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    stage.drop_files(std::slice::from_ref(&file)).await?;
    stage.until_count("file-row", 1).await?;
    Ok(file)
}

/// Sends, and compares what the screen says and what it keeps.
async fn failed(stage: &Stage, what: &str, code: &str, (effect, words): (&str, &str)) -> Result<()> {
    let cards = stage.count("history-card").await?;
    stage.send().await?;
    stage.until_failed(code).await?;
    let said = stage.attribute("answer", "data-effect").await?;
    ensure!(said.as_deref() == Some(effect), "{what}: the effect is told as {said:?}");
    let text = stage.text("answer").await?;
    ensure!(text.contains(words), "{what}: not in {words:?}: {text}");
    ensure!(
        draft(stage.window()).await? == drafted("#143", LEAD, &["On Hold"], &["Large.zip"]),
        "{what}: the draft is not what it was: {}",
        draft(stage.window()).await?
    );
    ensure!(stage.count("history-card").await? == cards + 1, "{what}: not in the history");
    let doubtful = format!("[data-testid=history-card][data-code={code}][data-effect={effect}]");
    ensure!(stage.count(&doubtful).await? > 0, "{what}: the history says something else");
    Ok(())
}

async fn names_the_file(stage: &Stage) -> Result<()> {
    ensure!(stage.text("answer").await?.contains("“Large.zip”"));
    ensure!(
        stage.attribute("file-row", "data-state").await?.as_deref() == Some("failed"),
        "its row is marked"
    );
    Ok(())
}

/// Gives the account another address, and leaves its keys.
async fn point_at(stage: &Stage, address: &str) -> Result<()> {
    stage.click("settings").await?;
    stage.click("account-edit").await?;
    stage.fill("account-address", address).await?;
    stage.click("account-save").await?;
    stage.until_gone("account-form").await
}
