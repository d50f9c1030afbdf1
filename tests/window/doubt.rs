//! A delivery that may be done: what is known is shown, and the person decides.

use anyhow::{Result, ensure};
use practice_server::{Fault, Options, Outcome, PracticeServer};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{in_answer, in_card, ticket_system};

#[test]
fn one_that_looks_done_is_closed_by_saying_so() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        doubt(stage, &server, Outcome::Applied).await?;
        stage.until_found("looks_done").await?;
        let said = stage.text(&in_answer("finding")).await?;
        ensure!(said.contains("Status is “On Hold” now: it looks done"), "{said}");

        stage.click(&in_answer("it-was-done")).await?;
        stage.until_attribute("answer", "data-state", "done").await?;
        stage.until_gone("needs-you").await?;
        stage.until_listed(1, "done").await?;
        // It stays so, and nothing more was sent.
        stage.restart().await?;
        stage.until_listed(1, "done").await?;
        ensure!(server.record().applied.len() == 1);
        Ok(())
    });
}

#[test]
fn one_that_looks_not_done_is_sent_again_after_one_more_question() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        doubt(stage, &server, Outcome::NotApplied).await?;
        stage.until_found("nothing_changed").await?;
        let said = stage.text(&in_answer("finding")).await?;
        ensure!(said.contains("Status is “Open” (not “On Hold”)"), "{said}");

        stage.click(&in_answer("send-again")).await?;
        let asked = stage.text("confirm").await?;
        ensure!(asked.contains("Send this to #143 again?"), "{asked}");
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(stage.count("needs-you").await? == 1, "thought better of it");
        ensure!(server.record().applied.is_empty());

        stage.click(&in_card(1, "send-again")).await?;
        stage.click("confirm-yes").await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        // One delivery, two attempts.
        stage.until_count("history-card", 1).await?;
        stage.click("history-open").await?;
        stage.until_count("attempt", 2).await
    });
}

#[test]
fn one_that_may_be_done_holds_back_the_next_of_its_ticket_and_no_other() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        doubt(stage, &server, Outcome::Applied).await?;

        stage.name_other_ticket("144").await?;
        stage.set_status("In Progress").await?;
        stage.send().await?;
        stage.until_done().await?;

        stage.name_ticket().await?;
        stage.set_status("Resolved").await?;
        stage.send().await?;
        stage.until_waiting("behind_unknown").await?;
        // From there one press leads to the one that has to be settled first.
        stage.click("[data-testid=progress] [data-testid=answer-remedy]").await?;
        stage.until_attribute("delivery-answer", "data-state", "may_be_done").await?;
        ensure!(server.record().applied.len() == 2);
        stage.click("[data-testid=delivery] [data-testid=it-was-done]").await?;
        stage.until_attribute("delivery-answer", "data-state", "done").await?;
        stage.click("close").await?;
        stage.until_done().await?;
        let record = server.record();
        let order: Vec<_> = record.applied.iter().map(|applied| applied.ticket.as_str()).collect();
        ensure!(order == ["143", "144", "143"], "{order:?}");
        Ok(())
    });
}

#[test]
fn a_ticket_that_cannot_be_read_is_said_and_can_be_looked_at_again() {
    on_stage(Keychain::Absent, async |stage| {
        // Here the readings have their faults too.
        let server = PracticeServer::start(Options { limit: None, ..Options::default() }).await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        server.inject(Fault::Cut(Outcome::Applied));
        // The next call is the reading of the ticket.
        server.inject("status-500-html-not-applied".parse::<Fault>()?);
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_may_be_done("broke_before_answer").await?;
        stage.until_found("not_read").await?;
        stage.click(&in_answer("look-at-ticket")).await?;
        stage.until_found("looks_done").await
    });
}

#[test]
fn without_the_keys_nobody_pretends_to_look_and_with_them_the_ticket_is_read() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        server.inject(Fault::Silence(Outcome::Applied));
        stage.send().await?;
        server.wait_for_applied(1).await;
        stage.crash().await?;
        let calls = server.record().calls;

        stage.open().await?;
        stage.until_listed(1, "may_be_done").await?;
        stage.until_attribute(&in_card(1, "finding"), "data-comparison", "not_read").await?;
        ensure!(server.record().calls == calls, "the keys were gone with the app");
        stage.click("enter-keys").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.click("keep-for-session").await?;
        stage.until_attribute(&in_card(1, "finding"), "data-comparison", "looks_done").await?;
        ensure!(server.record().applied.len() == 1, "nothing is sent again by itself");
        Ok(())
    });
}

/// Sends a change of #143's status, and no answer comes.
pub(crate) async fn doubt(stage: &Stage, server: &PracticeServer, outcome: Outcome) -> Result<()> {
    stage.name_ticket().await?;
    stage.set_status("On Hold").await?;
    server.inject(Fault::Cut(outcome));
    stage.send().await?;
    stage.until_may_be_done("broke_before_answer").await
}
