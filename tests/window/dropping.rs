//! Drops on the window that are no files of this computer, and those that are files all the same.

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::on_stage;

#[test]
fn a_dropped_link_never_takes_the_apps_place_and_it_is_said_what_to_do() {
    on_stage(Keychain::Absent, async |stage| {
        stage.practise().await?;
        stage.fill("ticket-number", "144").await?;
        stage.desk.drag_link(stage.window(), "http://127.0.0.1:9/help").await?.drop_here().await?;
        stage.part("files-note").await?;
        ensure!(stage.text("files-note").await?.contains("link"), "{}", stage.text("files-note").await?);
        ensure!(stage.value("ticket-number").await? == "144");
        ensure!(stage.count("drop-overlay").await? == 0);
        Ok(())
    });
}

#[test]
fn what_lies_elsewhere_is_told_for_what_it_is_and_what_lies_here_is_taken() {
    on_stage(Keychain::Absent, async |stage| {
        let file = stage.desk.file("Invoice 2291.pdf", "1")?;
        let path = file.to_str().unwrap().replace(' ', "%20");
        stage.practise().await?;
        let list = format!(
            "FILE://localhost{path}#page=2\r\nsmb://files/team/Bill.pdf\r\ntrash:///Old%20bill.pdf\r\n\
             mtp://Phone/IMG_1.jpg\r\nhttps://example.org/{}.png\r\n\0",
            "x".repeat(2000)
        );
        stage.desk.drag_list(stage.window(), list.as_bytes()).await?.drop_here().await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.count("[data-testid=files-left-out] [data-code=not_here]").await? == 4);
        let said = stage.text("files-left-out").await?;
        for words in ["on a server", "in the trash", "on a phone", "a web page"] {
            ensure!(said.contains(words), "{words}: {said}");
        }
        ensure!(said.len() < 1500, "{said}");
        ensure!(stage.text("files-said").await?.contains("1 file added"), "for a screen reader");
        Ok(())
    });
}

#[test]
fn a_drag_whose_program_ends_leaves_nothing_over_the_window_and_the_first_screen_says_what_came() {
    on_stage(Keychain::Absent, async |stage| {
        let file = stage.desk.file("Note.txt", "A note\n")?;
        stage.desk.drag_over(stage.window(), std::slice::from_ref(&file)).await?.source_dies().await?;
        stage.until_gone("drop-overlay").await?;
        stage.drop_files(&[file]).await?;
        stage.part("first-files").await?;
        ensure!(stage.text("first-files").await?.contains("1 file added"));
        stage.practise().await?;
        stage.until_count("file-row", 1).await
    });
}
