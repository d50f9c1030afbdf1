//! Putting back in the window: what was, what was set, what is now; and a ticket that a file's name names.

use std::time::Duration;

use anyhow::ensure;
use window_drive::{Desk, Keychain};

use crate::stage::{on_desk, on_stage};
use crate::steps::ticket_system;

#[test]
fn what_an_update_changed_is_put_back_by_two_presses_and_undo_leaves_the_draft_alone() {
    let mut desk = Desk::new(1280, 900, Keychain::Absent).unwrap();
    desk.give_time_to_undo(Some(Duration::from_secs(3600)));
    on_desk(desk, async |stage| {
        let server = ticket_system().await?;
        let file = stage.desk.file("Invoice.pdf", "invoice")?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        let was = server.ticket("143").unwrap().fields["Status"].clone();
        stage.set_status("On Hold").await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        stage.send().await?;
        stage.click("[data-testid=progress] [data-testid=send-now]").await?;
        stage.until_done().await?;
        stage.name_other_ticket("144").await?;

        let put_back = async || {
            stage.click("history-open").await?;
            stage.click("put-back-open").await?;
            stage.part("[data-testid=put-back-looked][data-state=looked]").await?;
            let row = "[data-testid=put-back-field][data-field=Status][data-stands=can_go_back]";
            let shown = stage.text(row).await?;
            ensure!(shown.contains(&was) && shown.contains("On Hold"), "{shown}");
            ensure!(stage.text("put-back-stays").await?.contains("Files can't be taken off"));
            ensure!(stage.text("put-back-go").await? == "Put 1 field back");
            stage.click("put-back-go").await?;
            stage.part("[data-testid=progress][data-state=held_back]").await.map(drop)
        };
        put_back().await?;
        stage.click("[data-testid=progress] [data-testid=undo]").await?;
        stage.until_gone("progress").await?;
        ensure!(stage.value("ticket-number").await? == "144", "the draft has nothing to do with it");
        ensure!(server.record().applied.len() == 1);

        put_back().await?;
        stage.click("[data-testid=progress] [data-testid=send-now]").await?;
        stage.until_done().await?;
        ensure!(server.ticket("143").unwrap().fields["Status"] == was);
        ensure!(stage.value("ticket-number").await? == "144");
        Ok(())
    });
}

#[test]
fn a_file_s_name_fills_in_the_number_a_bare_one_is_offered_and_what_was_typed_stays() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let said = stage.desk.file("#143 invoice.pdf", "invoice")?;
        let other = stage.desk.file("#144 letter.pdf", "letter")?;
        let bare = stage.desk.file("139 scan.pdf", "scan")?;
        stage.add_account_for_session(&server).await?;

        // Two actions: the drop, and Send.
        stage.drop_files(&[said]).await?;
        stage.until_attribute("named-ticket", "data-state", "filled").await?;
        ensure!(stage.value("ticket-number").await? == "143");
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied[0].ticket == "143");

        stage.drop_files(&[bare]).await?;
        stage.until_attribute("named-ticket", "data-state", "offered").await?;
        ensure!(stage.value("ticket-number").await?.is_empty(), "it may be anything");
        stage.click("use-named-ticket").await?;
        stage.until_attribute("named-ticket", "data-state", "filled").await?;
        ensure!(stage.value("ticket-number").await? == "139");

        stage.drop_files(&[other]).await?;
        stage.until_attribute("named-ticket", "data-state", "offered").await?;
        ensure!(stage.value("ticket-number").await? == "139", "what stands there is never replaced");
        ensure!(stage.text("named-ticket").await?.contains("names another ticket: #144"));
        stage.click("leave-named-ticket").await?;
        stage.until_gone("leave-named-ticket").await?;

        stage.fill("ticket-number", "").await?;
        stage.desk.drag_link(stage.window(), "http://127.0.0.1:9/ticket/143").await?.drop_here().await?;
        stage.until_attribute("named-ticket", "data-state", "filled").await?;
        ensure!(stage.value("ticket-number").await? == "143");
        Ok(())
    });
}
