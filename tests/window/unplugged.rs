//! No way to the ticket system: it is no error, and what was sent goes by itself when there is one.

use std::net::TcpListener;

use anyhow::{Result, ensure};
use practice_server::PracticeServer;
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{in_card, ticket_system, updates, wire_to};

#[test]
fn what_is_sent_while_the_server_is_unplugged_is_delivered_when_it_is_back() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        let file = stage.desk.file("Note.txt", "A note\n")?;
        stage.add_account_by_wire(&server, &wire).await?;
        wire.down().await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        stage.send().await?;
        stage.until_waiting("connection").await?;
        let said = stage.text("on-the-way").await?;
        ensure!(said.contains("Waiting for the connection"), "{said}");
        ensure!(said.contains("It goes on by itself"), "{said}");
        ensure!(stage.count("needs-you").await? == 0, "nobody has to do anything");
        ensure!(updates(&server) == 0);

        wire.up().await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1, "once");
        stage.until_gone("on-the-way").await
    });
}

#[test]
fn a_wire_that_is_pulled_in_the_middle_of_an_upload_costs_nothing() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        let file = stage.desk.file("Film.mp4", vec![7; 30_000_000])?;
        stage.add_account_by_wire(&server, &wire).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[file]).await?;
        stage.until_count("file-row", 1).await?;
        wire.next(faulty_wire::Harm::Stall(faulty_wire::Point::InBody(2_000_000)));
        stage.send().await?;
        stage.until_sending(&server, 1_000_000).await?;
        wire.wait_for_harm(1).await;
        wire.down().await?;
        stage.until_waiting("connection").await?;
        ensure!(server.record().applied.is_empty());
        wire.up().await?;
        stage.until_done().await?;
        let record = server.record();
        ensure!(record.applied.len() == 1, "once");
        ensure!(record.applied[0].files[0].size == 30_000_000);
        // Both attempts are kept, with what became of each.
        stage.click("history-open").await?;
        stage.until_count("attempt", 2).await?;
        ensure!(stage.text("delivery").await?.contains("nothing can have been changed by this attempt"));
        Ok(())
    });
}

#[test]
fn an_address_that_leads_nowhere_waits_until_the_account_is_put_right() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        point_at(stage, &server, "https://nowhere.invalid").await?;
        stage.send().await?;
        stage.until_waiting("connection").await?;
        until_named(stage, "nowhere.invalid", "connection").await?;

        // Bound, so that nobody else gets it, and freed: nobody listens there.
        let closed = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        point_at(stage, &server, &format!("http://{closed}")).await?;
        send_to_new_place(stage).await?;
        until_named(stage, &closed.to_string(), "connection").await?;

        let no_tls_there = server.base_url().replace("http:", "https:");
        point_at(stage, &server, &no_tls_there).await?;
        send_to_new_place(stage).await?;
        until_named(stage, no_tls_there.trim_start_matches("https://"), "way").await?;

        ensure!(updates(&server) == 0, "something was sent");
        point_at(stage, &server, &server.base_url()).await?;
        stage.part("confirm").await?;
        stage.until_waiting("place_changed").await?;
        ensure!(updates(&server) == 0, "it went to another address unasked");
        send_to_new_place(stage).await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1, "once");
        Ok(())
    });
}

#[test]
fn what_waits_can_be_cancelled_and_never_goes() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        stage.add_account_by_wire(&server, &wire).await?;
        wire.down().await?;
        for number in ["143", "144"] {
            stage.name_other_ticket(number).await?;
            stage.set_status("On Hold").await?;
            stage.send().await?;
            stage.until_waiting("connection").await?;
        }
        // Another than the one that was sent last.
        stage.click(&in_card(1, "card-cancel")).await?;
        stage.until_listed(1, "cancelled").await?;
        wire.up().await?;
        stage.until_done().await?;
        let record = server.record();
        ensure!(record.applied.len() == 1 && record.applied[0].ticket == "144", "{:?}", record.applied);
        ensure!(stage.count("needs-you").await? == 0, "what a person cancelled needs nobody");
        Ok(())
    });
}

/// The host that cannot be reached is named where the delivery waits.
async fn until_named(stage: &Stage, host: &str, why: &str) -> Result<()> {
    let named =
        format!("document.querySelector('[data-testid=progress]')?.innerText.includes({host:?}) === true");
    stage.until(&format!("{host:?} where it waits"), &named).await?;
    stage.until_waiting(why).await
}

/// Gives the account another address, and its keys for there.
async fn point_at(stage: &Stage, server: &PracticeServer, address: &str) -> Result<()> {
    stage.click("settings").await?;
    stage.click("account-edit").await?;
    stage.fill("account-address", address).await?;
    stage.fill_keys(server).await?;
    stage.click("account-save").await?;
    let asked = "document.querySelector('[data-testid=keep-for-session]') !== null";
    let saved = format!("{asked} || document.querySelector('[data-testid=account-form]') === null");
    stage.until("the account saved, or the question where its keys are to be kept", &saved).await?;
    if stage.count("keep-for-session").await? > 0 {
        stage.click("keep-for-session").await?;
    }
    stage.until_gone("account-form").await
}

/// A delivery for the account's earlier address goes to the new one by a person's word only: it is asked when the account
/// is saved, and is there in the list as well.
async fn send_to_new_place(stage: &Stage) -> Result<()> {
    stage.click("confirm-no").await?;
    stage.until_gone("confirm").await?;
    stage.until_waiting("place_changed").await?;
    stage.click("answer-new-place").await
}
