//! Copies from elsewhere, which become files of the draft by Ctrl+V.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::ticket_system;

#[test]
fn a_pasted_picture_is_named_by_its_ticket_kept_over_a_crash_and_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/icons/128x128.png");
        // Into a text box, where it would be nothing.
        let _copied = stage.desk.copy_picture(&picture)?;
        stage.click("ticket-number").await?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.value("ticket-number").await? == "#143");
        let name = stage.text("[data-testid=file-row] .name").await?;
        ensure!(name.starts_with("Picture 20") && name.ends_with(" ticket 143.png"), "{name}");
        stage
            .until(
                "its small picture",
                "document.querySelector('[data-testid=file-picture]')?.naturalWidth === 96",
            )
            .await?;
        // The same once more, outside of all boxes.
        stage.run("document.activeElement.blur()").await?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.part("[data-testid=files-left-out] [data-code=same_content]").await?;

        stage.crash().await?;
        stage.open().await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.text("[data-testid=file-row] .name").await? == name);
        stage.click("enter-keys").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        stage.send().await?;
        stage.until_done().await?;
        let record = server.record();
        ensure!(record.applied[0].files[0].name == name && record.applied[0].files[0].size > 500);
        Ok(())
    });
}

#[test]
fn copied_files_are_added_as_if_they_were_dropped_and_text_stays_text() {
    on_stage(Keychain::Absent, async |stage| {
        let files = [stage.desk.file("Straße №7.txt", "Nine\n")?, stage.desk.file("b.pdf", "b")?];
        stage.practise().await?;
        stage.run("document.activeElement.blur()").await?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.part("files-note").await?;
        let _copied = stage.desk.copy_files(&files)?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.until_count("file-row", 2).await?;
        ensure!(stage.file_names().await? == ["Straße №7.txt", "b.pdf"]);
        ensure!(stage.count("files-note").await? == 0, "it is over");

        stage.fill("ticket-number", "143").await?;
        stage.desk.press(stage.window(), &["ctrl+a", "ctrl+c", "End", "ctrl+v"])?;
        stage
            .until(
                "the text twice",
                "document.querySelector('[data-testid=ticket-number]').value === '143143'",
            )
            .await?;
        ensure!(stage.count("file-row").await? == 2);
        Ok(())
    });
}

#[test]
fn a_spreadsheets_cell_pasted_into_a_box_is_its_text_and_beside_the_boxes_its_picture_is_offered() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/icons/128x128.png");
        let _copied = stage.desk.copy_cells("Asha", &picture)?;
        stage.set_title("").await?;
        for box_ in ["change-value", "ticket-number"] {
            stage.click(box_).await?;
            stage.desk.press(stage.window(), &["ctrl+v"])?;
            let pasted = format!("document.querySelector('[data-testid={box_}]').value === 'Asha'");
            stage.until("the cell's text", &pasted).await?;
        }
        ensure!(stage.count("file-row").await? == 0);
        stage.run("document.activeElement.blur()").await?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.part("files-offer").await?;
        ensure!(stage.count("file-row").await? == 0, "not asked for");
        stage.click("files-offer-add").await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.count("files-offer").await? == 0);
        Ok(())
    });
}

#[test]
fn a_list_that_ends_with_a_nul_and_a_name_that_is_no_text_are_pasted_whole() {
    on_stage(Keychain::Absent, async |stage| {
        let first = stage.desk.file("a.txt", "a")?;
        let folder = first.parent().unwrap().to_str().unwrap().to_owned();
        std::fs::write(
            std::ffi::OsStr::from_bytes(&[folder.as_bytes(), b"/r\xe9sum\xe9.pdf"].concat()),
            "b",
        )?;
        stage.practise().await?;
        stage.run("document.activeElement.blur()").await?;
        let list = format!("file://{folder}/a.txt\r\nfile://{folder}/r%E9sum%E9.pdf\0");
        let _copied = stage.desk.copy_list(list.as_bytes())?;
        stage.desk.press(stage.window(), &["ctrl+v"])?;
        stage.until_count("file-row", 2).await?;
        ensure!(stage.file_names().await? == ["a.txt", "résumé.pdf"], "{:?}", stage.file_names().await?);
        Ok(())
    });
}
