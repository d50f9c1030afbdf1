//! A damaged database: it is said, what can be read is taken over, and the damaged one is kept.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{draft, empty_draft};

#[test]
fn a_database_that_nothing_can_be_read_of_is_set_aside_and_named_once() {
    on_stage(Keychain::Absent, async |stage| {
        sent_one(stage).await?;
        stage.quit().await?;
        at_rest(stage)?;
        File::options().write(true).open(database(stage))?.write_all_at(&[0x55; 4096], 0)?;
        let damaged = fs::read(database(stage))?;

        stage.open().await?;
        let said = stage.text("rescue").await?;
        ensure!(said.contains("Nothing could be read from the damaged one"), "{said}");
        let aside = database(stage).with_file_name("outbox.damaged-1.db");
        ensure!(said.contains(&*aside.to_string_lossy()), "where it lies: {said}");
        ensure!(fs::read(&aside)? == damaged, "nothing was written into it");

        // The app is of use at once.
        ensure!(draft(stage.window()).await? == empty_draft());
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        stage.restart().await?;
        stage.until_count("history-card", 1).await?;
        ensure!(stage.count("rescue").await? == 0, "it is said once");
        ensure!(aside.is_file());
        // Named in the settings as long as it is there, and removed when the person wants it.
        stage.click("settings").await?;
        ensure!(stage.text("set-aside").await?.contains("outbox.damaged-1.db"));
        stage.click("remove-set-aside").await?;
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(aside.is_file(), "it is asked first");
        stage.click("remove-set-aside").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("set-aside").await?;
        ensure!(!aside.exists());
        Ok(())
    });
}

#[test]
fn what_can_still_be_read_of_a_damaged_database_is_there_again() {
    on_stage(Keychain::Absent, async |stage| {
        sent_one(stage).await?;
        stage.name_other_ticket("144").await?;
        stage.quit().await?;
        at_rest(stage)?;
        // A page that no row lies on: the list of free pages says more than there are.
        File::options().write(true).open(database(stage))?.write_all_at(&[0x7f; 4], 36)?;

        stage.open().await?;
        let said = stage.text("rescue").await?;
        ensure!(said.contains("1 entry and what you had started"), "{said}");
        stage.until_listed(1, "done").await?;
        ensure!(stage.value("ticket-number").await? == "144");
        stage.click("rescue-close").await?;
        stage.until_gone("rescue").await
    });
}

async fn sent_one(stage: &Stage) -> anyhow::Result<()> {
    stage.practise().await?;
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    stage.send().await?;
    stage.until_done().await
}

/// Brings the database's log into it, so that what is damaged is all there is.
fn at_rest(stage: &Stage) -> anyhow::Result<()> {
    let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode = DELETE')";
    let done = Command::new("/usr/bin/python3").args(["-c", script]).arg(database(stage)).status()?;
    ensure!(done.success(), "the log stays");
    Ok(())
}

fn database(stage: &Stage) -> PathBuf {
    stage.desk.home().join("data/org.ticketcourier.app/outbox.db")
}
