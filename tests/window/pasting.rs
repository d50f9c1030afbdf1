//! What was copied elsewhere becomes a file of the draft by Ctrl+V.

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
        ensure!(name.starts_with("Screenshot 20") && name.ends_with(" ticket 143.png"), "{name}");
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
