//! A file that went to the same ticket before is told apart, and the person says what becomes of it.

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::ticket_system;

#[test]
fn a_file_that_went_to_this_ticket_before_says_so_and_one_press_leaves_it_out_and_another_adds_it() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let invoice = stage.desk.file("Invoice.pdf", [1; 3000])?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(std::slice::from_ref(&invoice)).await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.count("already-there").await? == 0);
        stage.send().await?;
        stage.until_done().await?;

        // The same content, called otherwise; and the number comes after the file.
        let copy = stage.desk.file("Rechnung.pdf", [1; 3000])?;
        stage.drop_files(&[copy, stage.desk.file("Note.txt", "A note")?]).await?;
        stage.until_count("file-row", 2).await?;
        ensure!(stage.count("already-there").await? == 0, "of no ticket yet");
        stage.name_ticket().await?;
        let said = stage.text("already-there").await?;
        ensure!(said.contains("“Rechnung.pdf” went to #143 before as “Invoice.pdf”"), "{said}");
        ensure!(!said.contains("Note.txt"), "{said}");
        stage.click("leave-out").await?;
        stage.until_gone("already-there").await?;
        ensure!(stage.file_names().await? == ["Note.txt"]);

        stage.click("file-undo").await?;
        stage.part("already-there").await?;
        stage.click("add-all-the-same").await?;
        stage.until_gone("already-there").await?;
        stage.send().await?;
        stage.until_done().await?;
        let files = |at: usize| server.record().applied[at].files.len();
        ensure!(files(1) == 2, "it went again, by the person's word");
        Ok(())
    });
}
