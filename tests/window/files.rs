//! The draft's files: what is caught, and what is kept.

use anyhow::ensure;
use practice_server::Fault;
use std::time::Duration;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{LEAD, draft, drafted, ticket_system};

#[test]
fn files_that_are_there_already_and_folders_are_left_out_and_named() {
    on_stage(Keychain::Absent, async |stage| {
        let invoice = stage.desk.file("Invoice.pdf", [1; 3000])?;
        let copy = stage.desk.file("Copy of the invoice.pdf", [1; 3000])?;
        let note = stage.desk.file("Note.txt", [2; 3000])?;
        let folder = stage.desk.home().join("files/Photos");
        std::fs::create_dir(&folder)?;
        stage.practise().await?;
        stage.drop_files(std::slice::from_ref(&invoice)).await?;
        stage.until_count("file-row", 1).await?;

        stage.drop_files(&[invoice, copy, folder, note]).await?;
        stage.until_count("file-row", 2).await?;
        ensure!(stage.file_names().await? == ["Invoice.pdf", "Note.txt"]);
        for (code, words) in [
            ("already_attached", "“Invoice.pdf” is already here"),
            ("same_content", "“Copy of the invoice.pdf” holds the same as “Invoice.pdf”"),
            ("file_not_regular", "“Photos” is a folder"),
        ] {
            let line = stage.text(&format!("[data-testid=files-left-out] [data-code={code}]")).await?;
            ensure!(line.contains(words), "{line}");
        }
        ensure!(stage.text("files-total").await?.contains("2 files"));

        stage.click("file-remove").await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.file_names().await? == ["Note.txt"]);
        Ok(())
    });
}

#[test]
fn a_draft_is_there_again_after_a_restart_to_its_last_letter() {
    on_stage(Keychain::Absent, async |stage| {
        let note = stage.desk.file("Note.txt", "A note\n")?;
        stage.practise().await?;
        stage.drop_files(&[note]).await?;
        stage.until_count("file-row", 1).await?;
        stage.set_status("On Hold").await?;
        stage.name_ticket().await?;
        let typed = drafted("#143", LEAD, &["On Hold"], &["Note.txt"]);
        ensure!(draft(stage.window()).await? == typed);
        // At once: what was typed last must not need a moment.
        stage.restart().await?;
        ensure!(draft(stage.window()).await? == typed, "{}", draft(stage.window()).await?);
        Ok(())
    });
}

#[test]
fn files_dropped_while_an_update_is_on_its_way_wait_for_the_next_one() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let files = ["First.txt", "Second.txt", "Third.txt"].map(|name| stage.desk.file(name, name));
        let [first, second, third] = files;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[first?]).await?;
        stage.until_count("file-row", 1).await?;

        // One that ends badly: all files are there for the next try.
        server.inject(Fault::StallAfter(0));
        stage.send().await?;
        stage.part("progress").await?;
        let drag = stage.desk.drag_over(stage.window(), &[second?]).await?;
        ensure!(stage.text("drop-overlay").await?.contains("for the next one"));
        drag.drop_here().await?;
        stage.until_count("file-row", 2).await?;
        stage.click("cancel").await?;
        stage.until_failed("cancelled").await?;
        ensure!(stage.file_names().await? == ["First.txt", "Second.txt"]);

        // One that ends well takes with it what was sent, and only that.
        server.inject(Fault::SlowAnswer(Duration::from_millis(40)));
        stage.send().await?;
        stage.until_attribute("progress", "data-state", "answer").await?;
        stage.drop_files(&[third?]).await?;
        stage.part("progress").await?;
        stage.until_done().await?;
        stage.until_count("file-row", 1).await?;
        ensure!(draft(stage.window()).await? == drafted("", "", &[], &["Third.txt"]));
        let record = server.record();
        let sent: Vec<_> = record.applied[0].files.iter().map(|file| file.name.as_str()).collect();
        ensure!(sent == ["First.txt", "Second.txt"], "{sent:?}");
        Ok(())
    });
}
