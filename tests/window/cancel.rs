//! Cancel: before everything was sent nothing happened, and after it nobody knows.

use anyhow::ensure;
use practice_server::{Fault, Outcome};
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{draft, drafted, in_answer, ticket_system};

#[test]
fn cancelling_in_the_middle_of_an_upload_sends_nothing_and_keeps_everything() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Film.mp4", vec![7; 40_000_000])?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;

        server.inject(Fault::StallAfter(2_000_000));
        stage.send().await?;
        stage.until_sending(&server, 2_000_000).await?;
        // The first report may come before the file's first byte has left.
        let named = "document.querySelector('[data-testid=progress]').innerText.includes('Film.mp4')";
        stage.until("the name of what is on its way", named).await?;
        stage.click("cancel").await?;
        stage.until_cancelled().await?;
        ensure!(stage.attribute("answer", "data-effect").await?.as_deref() == Some("not_sent"));
        ensure!(stage.text("answer").await?.contains("the ticket was not changed"));
        ensure!(server.record().applied.is_empty());
        ensure!(stage.count("needs-you").await? == 0, "nobody has to look");

        stage.click(&in_answer("correct")).await?;
        stage.until_count("file-row", 1).await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &["Film.mp4"]));
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        Ok(())
    });
}

#[test]
fn cancelling_while_the_answer_is_awaited_says_that_it_may_be_done() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        server.inject(Fault::Silence(Outcome::Applied));
        stage.send().await?;
        server.wait_for_applied(1).await;
        stage.until_attribute("progress", "data-state", "answer").await?;
        stage.click("cancel").await?;
        stage.until_may_be_done("cancelled").await?;
        ensure!(stage.attribute("answer", "data-effect").await?.as_deref() == Some("may_be_done"));
        stage.until_found("looks_done").await?;
        ensure!(stage.text("needs-you").await?.contains("#143"), "a person has to look");
        // It stays so when the app comes back.
        stage.restart().await?;
        ensure!(stage.text("needs-you").await?.contains("#143"));
        Ok(())
    });
}
