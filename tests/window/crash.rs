//! The app ends in the middle: what was typed is there again, and what was on its way is told as unknown.

use anyhow::ensure;
use practice_server::{Fault, Outcome};
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{LEAD, draft, drafted, ticket_system};

#[test]
fn an_update_that_was_on_its_way_when_the_app_ended_is_told_as_unknown() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Note.txt", "A note\n")?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        server.inject(Fault::Silence(Outcome::Applied));
        stage.send().await?;
        server.wait_for_applied(1).await;
        stage.crash();

        stage.open().await?;
        stage.until_attribute("history-card", "data-state", "interrupted").await?;
        ensure!(stage.text("needs-you").await?.contains("#143"), "a person has to look");
        ensure!(draft(stage.window()).await? == drafted("#143", LEAD, &[], &["Note.txt"]));
        ensure!(server.record().calls == 1, "nothing is sent again by itself");
        Ok(())
    });
}
