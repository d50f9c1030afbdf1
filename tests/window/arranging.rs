//! The draft's files, arranged by hand: what is shown is what the ticket gets.

use anyhow::{Result, ensure};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::ticket_system;

#[test]
fn files_are_renamed_reordered_and_put_back_and_the_ticket_gets_them_so() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let files = [
            stage.desk.file("scan0001.pdf", b"%PDF-1.4\n%%EOF\n")?,
            stage.desk.file("Photo.jpg", [1; 5000])?,
            stage.desk.file("Note.txt", "A note\n")?,
        ];
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&files).await?;
        stage.until_count("file-row", 3).await?;

        // A name that cannot be is said at the box; Esc leaves it as it was.
        stage.click(&of(1, "file-rename")).await?;
        stage.until_focused("file-name").await?;
        stage.fill("file-name", "Photo.jpg").await?;
        stage.desk.press(stage.window(), &["Return"])?;
        stage.until_attribute("file-name-says", "data-code", "taken").await?;
        stage.desk.press(stage.window(), &["Escape"])?;
        stage.until_gone("file-name").await?;
        stage.until_focused(&of(1, "file-rename")).await?;
        // The part before the ending is marked: what is typed takes its place.
        stage.desk.press(stage.window(), &["F2"])?;
        stage.until_focused("file-name").await?;
        stage.desk.type_text(stage.window(), "Invoice 2291")?;
        stage.desk.press(stage.window(), &["Return"])?;
        stage.until_gone("file-name").await?;
        until_named(stage, &["Invoice 2291.pdf", "Photo.jpg", "Note.txt"]).await?;

        drag_row(stage, 1, 3).await?;
        until_named(stage, &["Photo.jpg", "Note.txt", "Invoice 2291.pdf"]).await?;
        stage.run(&format!("document.querySelector(\"{}\").focus()", of(3, "file-rename"))).await?;
        stage.desk.press(stage.window(), &["alt+Up"])?;
        until_named(stage, &["Note.txt", "Photo.jpg", "Invoice 2291.pdf"]).await?;
        stage.until_focused(&of(3, "file-move")).await?;

        stage.click(&of(2, "file-remove")).await?;
        until_named(stage, &["Note.txt", "Invoice 2291.pdf"]).await?;
        // Also after a restart, and from where the focus then is.
        stage.restart().await?;
        stage.click("file-undo").await?;
        until_named(stage, &["Note.txt", "Photo.jpg", "Invoice 2291.pdf"]).await?;
        stage.click(&of(2, "file-remove")).await?;
        stage.until_focused("file-undo").await?;
        stage.desk.press(stage.window(), &["Return"])?;
        until_named(stage, &["Note.txt", "Photo.jpg", "Invoice 2291.pdf"]).await?;
        ensure!(stage.count("file-removed").await? == 0);

        // A name that is still being typed when Send is pressed is meant too.
        stage.click("enter-keys").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        stage.click(&of(3, "file-rename")).await?;
        stage.until_focused("file-name").await?;
        stage.desk.type_text(stage.window(), "Read me first")?;
        stage.desk.press(stage.window(), &["ctrl+Return"])?;
        stage.until_done().await?;
        let record = server.record();
        let sent: Vec<_> = record.applied[0].files.iter().map(|file| file.name.as_str()).collect();
        ensure!(sent == ["Read me first.txt", "Photo.jpg", "Invoice 2291.pdf"], "{sent:?}");
        Ok(())
    });
}

/// A part of the row of the file of that number; the first that was ever added is 1.
fn of(id: u32, name: &str) -> String {
    format!("[data-testid=file-row][data-id='{id}'] [data-testid={name}]")
}

async fn until_named(stage: &Stage, names: &[&str]) -> Result<()> {
    let shown =
        "[...document.querySelectorAll('[data-testid=file-row] .name')].map((name) => name.textContent)";
    let wanted = serde_json::to_string(names)?;
    stage.until("the files in their order", &format!("JSON.stringify({shown}) === '{wanted}'")).await
}

/// Drags a row by its grip below another, with the real mouse.
async fn drag_row(stage: &Stage, id: u32, below: u32) -> Result<()> {
    let place = |id: u32, y: &str| {
        format!(
            "(() => {{ const box = document.querySelector(\"{}\").getBoundingClientRect();
                       return [box.left + box.width / 2, box.{y}].map(Math.round).join(' '); }})()",
            of(id, "file-move")
        )
    };
    let window = stage.window().x_window(&stage.desk)?;
    let point = async |script: String| -> Result<Vec<String>> {
        let said = stage.evaluate(&script).await?;
        Ok(said.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect())
    };
    let from = point(place(id, "top + 20")).await?;
    let to = point(place(below, "bottom")).await?;
    let go = |to: &[String]| stage.desk.xdotool(&["mousemove", "--window", &window, &to[0], &to[1]]);
    go(&from)?;
    stage.desk.xdotool(&["mousedown", "1"])?;
    go(&to)?;
    stage.part(".row.below").await?;
    stage.desk.xdotool(&["mouseup", "1"])?;
    Ok(())
}
