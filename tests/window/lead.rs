//! Where tickets may not be read: whose ticket it is, by email, and by hand where that can't be had either.

use anyhow::{Result, ensure};
use practice_server::{Options, PracticeServer};
use window_drive::Keychain;

use crate::accessibility::{axe, sound};
use crate::stage::{Stage, on_stage};
use crate::steps::LEAD;

#[test]
fn a_ticket_that_may_not_be_read_is_sent_to_the_customer_who_is_found_by_email() {
    on_stage(Keychain::Absent, async |stage| {
        let server = secretive().await?;
        add_account(stage, &server, &server.base_url()).await?;
        stage.fill("ticket-number", "#143").await?;
        stage.part("lead-email").await?;
        sound(stage, "the customer's email is asked for").await?;
        stage.fill("lead-email", "nobody@example.com").await?;
        stage
            .until("nobody to be found", "document.querySelector('[data-testid=lead-match]') === null")
            .await?;
        sound(stage, "no customer of that email").await?;
        stage.fill("lead-email", "george.jackson@example.com").await?;
        stage.part("lead-match").await?;
        sound(stage, "a customer was found").await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        // The step down is remembered, and taken back by a person alone.
        stage.restart().await?;
        stage.part("lead-email").await?;
        Ok(())
    });
}

#[test]
fn where_nobody_can_be_looked_up_the_lead_is_entered_by_hand() {
    on_stage(Keychain::Absent, async |stage| {
        let server = secretive().await?;
        add_account(stage, &server, "").await?;
        stage.fill("ticket-number", "143").await?;
        stage.part("lead-no-address").await?;
        sound(stage, "no address for customers").await?;
        stage.click("lead-by-hand").await?;
        stage.fill("lead-id", LEAD).await?;
        sound(stage, "a lead by hand").await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        Ok(())
    });
}

/// A ticket system that shows nobody a ticket.
async fn secretive() -> Result<PracticeServer> {
    let options = Options { limit: None, may_read: false, readings_pass: true, ..Options::default() };
    Ok(PracticeServer::start(options).await?)
}

/// `leads`: where customers are looked up; empty for nowhere.
async fn add_account(stage: &Stage, server: &PracticeServer, leads: &str) -> Result<()> {
    stage.run(&axe()?).await?;
    stage.click("first-account").await?;
    stage.fill_account(server).await?;
    stage.click("[data-testid=account-form] summary").await?;
    stage.fill("account-lead-host", leads).await?;
    stage.click("account-save").await?;
    stage.click("keep-for-session").await?;
    stage.until_gone("account-form").await?;
    stage.until_fields_told().await
}
