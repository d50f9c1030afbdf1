//! The draft's files: what is caught, and what is kept.

use std::fs::{self, File};
use std::io::Write;

use anyhow::{Result, ensure};
use practice_server::Fault;
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{draft, drafted, in_answer, ticket_system, updates};

#[test]
fn files_that_are_there_already_are_left_out_and_named() {
    on_stage(Keychain::Absent, async |stage| {
        let invoice = stage.desk.file("Invoice.pdf", [1; 3000])?;
        let copy = stage.desk.file("Copy of the invoice.pdf", [1; 3000])?;
        let note = stage.desk.file("Note.txt", [2; 3000])?;
        let round = stage.desk.home().join("files/Round.pdf");
        // Even root cannot open a link to itself.
        std::os::unix::fs::symlink(&round, &round)?;
        stage.practise().await?;
        stage.drop_files(std::slice::from_ref(&invoice)).await?;
        stage.until_count("file-row", 1).await?;

        stage.drop_files(&[invoice, copy, round, note]).await?;
        stage.until_count("file-row", 2).await?;
        ensure!(stage.file_names().await? == ["Invoice.pdf", "Note.txt"]);
        for (code, words) in [
            ("already_attached", "“Invoice.pdf” is already here"),
            ("same_content", "“Copy of the invoice.pdf” holds the same as “Invoice.pdf”"),
            ("file_unreadable", "“Round.pdf” could not be read"),
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
fn the_files_of_a_folder_are_seen_before_they_are_added() {
    on_stage(Keychain::Absent, async |stage| {
        let folder = stage.desk.home().join("files/Claim");
        fs::create_dir_all(folder.join("Photos"))?;
        for name in ["Letter.txt", "Photos/Front.jpg", "Photos/Rear.jpg", "Photos/Thumbs.db", ".DS_Store"] {
            fs::write(folder.join(name), name)?;
        }
        std::os::unix::fs::symlink("/etc/hostname", folder.join("elsewhere.txt"))?;
        let note = stage.desk.file("Note.txt", "A note\n")?;
        stage.practise().await?;

        // The system's dialog may be closed again.
        stage.click("choose-folder").await?;
        stage.desk.pick_nothing(stage.window()).await?;
        ensure!(stage.count("folder-dialog").await? == 0);

        // What is dropped beside it is added at once.
        stage.drop_files(&[note, folder.clone()]).await?;
        stage.part("folder-dialog").await?;
        stage.until_count("folder-file", 3).await?;
        ensure!(stage.file_names().await? == ["Note.txt"]);
        let notes = stage.text("folder-notes").await?;
        ensure!(notes.contains("2 hidden") && notes.contains("1 link"), "{notes}");
        ensure!(stage.text("folder-dialog").await?.contains("Photos/Front.jpg"));
        ensure!(stage.text("folder-add").await? == "Add 3 files");
        stage.click("[data-testid=folder-dialog] li:nth-child(2) [data-testid=folder-file]").await?;
        stage
            .until(
                "one file less",
                "document.querySelector('[data-testid=folder-add]').textContent === 'Add 2 files'",
            )
            .await?;
        stage.click("folder-add").await?;
        stage.until_count("file-row", 3).await?;
        ensure!(stage.file_names().await? == ["Note.txt", "Letter.txt", "Rear.jpg"]);

        // Closed again, nothing is added of it.
        let _copied = stage.desk.copy_files(std::slice::from_ref(&folder))?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.part("folder-dialog").await?;
        stage.desk.press(stage.window(), &["Escape"])?;
        stage.until_gone("folder-dialog").await?;
        ensure!(stage.count("file-row").await? == 3);
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.part("folder-dialog").await?;
        stage.click("folder-add").await?;
        stage.until_count("file-row", 4).await?;
        ensure!(stage.count("[data-testid=files-left-out] [data-code=already_attached]").await? == 2);
        Ok(())
    });
}

#[test]
fn what_could_be_a_program_is_not_opened_and_that_is_said() {
    on_stage(Keychain::Absent, async |stage| {
        let script = stage.desk.file("Invoice.pdf", "#!/bin/sh\ntouch ran\n")?;
        let program = stage.desk.file("Setup.exe", "MZ")?;
        stage.practise().await?;
        stage.drop_files(&[script, program]).await?;
        stage.until_count("file-row", 2).await?;
        for name in ["Invoice.pdf", "Setup.exe"] {
            stage.click(&format!("[aria-label='Open \u{2068}{name}\u{2069}']")).await?;
            let said = format!(
                "document.querySelector('[data-testid=files-note]')?.textContent.replace(/[\\u2068\\u2069]/g, '').includes('“{name}” is not opened')"
            );
            stage.until("why it is not opened", &said).await?;
        }
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
        let typed = drafted("#143", &["On Hold"], &["Note.txt"]);
        ensure!(draft(stage.window()).await? == typed);
        // At once: what was typed last must not need a moment.
        stage.restart().await?;
        ensure!(draft(stage.window()).await? == typed, "{}", draft(stage.window()).await?);
        Ok(())
    });
}

#[test]
fn files_dropped_while_an_update_is_on_its_way_are_for_the_next_one() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        // Too large to lie in the connection's buffers as a whole.
        let first = stage.desk.file("First.zip", vec![1; 12_000_000])?;
        let second = stage.desk.file("Second.txt", "Second")?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[first]).await?;
        stage.until_count("file-row", 1).await?;

        server.inject(Fault::StallAfter(0));
        stage.send().await?;
        stage.until_listed(1, "sending").await?;
        stage.drop_files(&[second]).await?;
        stage.until_count("file-row", 1).await?;
        stage.click("cancel").await?;
        stage.until_cancelled().await?;
        ensure!(stage.file_names().await? == ["Second.txt"], "what was sent is not among them");

        // Another update was begun, so that it is asked before it is replaced.
        stage.click(&in_answer("correct")).await?;
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(draft(stage.window()).await? == drafted("", &[], &["Second.txt"]));
        stage.click(&in_answer("correct")).await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("answer").await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &["First.zip"]));
        ensure!(server.record().applied.is_empty());
        Ok(())
    });
}

#[test]
fn a_file_that_is_not_what_was_added_is_named_and_nothing_is_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Large.zip", vec![5; 12_000_000])?;
        let away = file.with_extension("away");
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.drop_files(std::slice::from_ref(&file)).await?;
        stage.until_count("file-row", 1).await?;

        fs::rename(&file, &away)?;
        not_taken(stage, "file_missing").await?;

        fs::create_dir(&file)?;
        not_taken(stage, "file_not_regular").await?;
        fs::remove_dir(&file)?;

        // Even root cannot open a link to itself.
        std::os::unix::fs::symlink(&file, &file)?;
        not_taken(stage, "file_unreadable").await?;
        fs::remove_file(&file)?;

        fs::rename(&away, &file)?;
        File::options().append(true).open(&file)?.write_all(b"more")?;
        not_taken(stage, "file_changed").await?;

        ensure!(updates(&server) == 0, "something was sent");
        ensure!(stage.count("history-card").await? == 0, "it is no delivery");
        // The way on that the screen names: remove it, and add it again.
        stage.click("file-remove").await?;
        stage.until_gone("file-row").await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied[0].files[0].size == 12_000_004);
        Ok(())
    });
}

/// Sends, and nothing becomes of it: the file is named, its row marked, and the draft as it was.
async fn not_taken(stage: &Stage, code: &str) -> Result<()> {
    stage.send().await?;
    stage.part(&format!("[data-testid=not-sent][data-code=not_taken] [data-code={code}]")).await?;
    let said = stage.text("not-sent").await?;
    ensure!(said.contains("“Large.zip”") && said.contains("nothing was sent"), "{code}: {said}");
    stage.until_attribute("file-row", "data-state", "failed").await?;
    ensure!(draft(stage.window()).await? == drafted("#143", &["On Hold"], &["Large.zip"]), "{code}");
    stage.click("not-sent-close").await?;
    stage.until_gone("not-sent").await
}
