//! The other things that Send can do: a new ticket with files, and a note.

use anyhow::{Result, ensure};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{LEAD, draft, drafted, empty_draft, in_card, ticket_system, updates};

#[test]
fn a_new_ticket_with_a_file_is_made_for_a_customer_who_is_found_by_email() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.click("first-account").await?;
        stage.fill_account(&server).await?;
        stage.click("[data-testid=account-form] summary").await?;
        stage.fill("account-lead-host", &server.base_url()).await?;
        stage.click("account-save").await?;
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        stage.until_fields_told().await?;
        // What was begun for a ticket stays while something else is sent.
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;

        stage.click("job-new_ticket").await?;
        stage.until_gone("ticket-number").await?;
        stage.fill("lead-email", "george.jackson@example.com").await?;
        stage.part("lead-match").await?;
        // The ticket that was looked at a moment ago is this customer's.
        stage.until_attribute("recent-ticket", "data-ticket", "143").await?;
        stage.fill("[data-field='Title'] [data-testid='change-value']", "Broken chair").await?;
        stage.click("add-change").await?;
        stage.click("add-change-CustomData.Purchase_Date").await?;
        let bought = "[data-field='CustomData.Purchase_Date'] [data-testid='change-value']";
        stage.fill(bought, "2026-11-30 09:30").await?;
        let photo = stage.desk.file("Chair.png", [1; 5000])?;
        stage.drop_files(&[photo]).await?;
        stage.until_count("file-row", 1).await?;
        ensure!(stage.text("send").await? == "Make a new ticket with 1 file");
        stage.send().await?;
        stage.until_done().await?;
        let answer = stage.text("answer").await?;
        ensure!(answer.contains("Ticket #150 was made with 1 file."), "{answer}");

        let ticket = server.ticket("150").unwrap();
        ensure!(ticket.lead == LEAD && ticket.fields["Title"] == "Broken chair");
        ensure!(ticket.fields["CustomData.Purchase_Date"] == "2026-11-30T09:30:00", "in the vendor's form");
        ensure!(ticket.files.len() == 1 && ticket.files[0].name == "Chair.png");
        ensure!(server.record().applied.len() == 1 && updates(&server) == 0);
        stage.until_attribute("history-card", "data-ticket", "150").await?;
        ensure!(stage.text("history-card").await?.contains("New ticket #150"));
        ensure!(draft(stage.window()).await? == drafted("#143", &["On Hold"], &[]));
        Ok(())
    });
}

#[test]
fn a_new_ticket_is_made_for_somebody_who_is_no_customer_yet_and_a_second_one_is_warned_of() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.click("job-new_ticket").await?;
        for number in ["150", "151"] {
            stage.fill("lead-email", "new@example.com").await?;
            stage.click("new-customer-email").await?;
            stage.part("new-customer").await?;
            let email = "[data-field='LeadDetail.EmailAddress'] [data-testid='change-value']";
            ensure!(
                stage.value(email).await? == "new@example.com",
                "what was typed to look for them is theirs"
            );
            // Everybody is known after all; and is not.
            stage.click("known-customer").await?;
            stage.until_gone("new-customer").await?;
            stage.click("new-customer-email").await?;
            if number == "151" {
                stage.until_attribute("recent-ticket", "data-ticket", "150").await?;
            }
            stage.fill("[data-field='Title'] [data-testid='change-value']", "Broken chair").await?;
            stage.send().await?;
            stage.until_done().await?;
            stage.until_attribute("history-card", "data-ticket", number).await?;
            stage.click("job-new_ticket").await?;
        }
        let applied = server.record().applied;
        let named = ("LeadDetail.EmailAddress".to_owned(), "new@example.com".to_owned());
        ensure!(applied.len() == 2 && applied.iter().all(|made| made.fields.contains(&named)));
        // More papers belong on the ticket that is there.
        stage.fill("lead-email", "new@example.com").await?;
        stage.click("new-customer-email").await?;
        stage.click("update-recent").await?;
        ensure!(stage.value("ticket-number").await? == "151");
        Ok(())
    });
}

#[test]
fn a_note_is_typed_outlives_the_app_and_is_on_the_ticket_once() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.click("job-note").await?;
        stage.fill("note-text", "Called back.").await?;
        ensure!(stage.text("send").await? == "Send the note to #143");
        stage.click("job-update").await?;
        stage.click("job-note").await?;
        stage.restart().await?;
        let kept = "document.querySelector('[data-testid=note-text]')?.value === 'Called back.'";
        stage.until("the note as it was typed", kept).await?;
        enter_keys(stage, &server).await?;
        stage.send().await?;
        stage.until_done().await?;
        let notes = server.record().notes;
        ensure!(notes.len() == 1 && notes[0].ticket == "143" && notes[0].text == "Called back.");
        ensure!(server.record().applied.is_empty());
        ensure!(draft(stage.window()).await? == empty_draft());
        stage.click("history-open").await?;
        ensure!(stage.text("delivery-note").await? == "Called back.");
        Ok(())
    });
}

#[test]
fn a_note_that_may_be_there_is_never_sent_again_by_itself_and_says_what_to_look_for() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.click("job-note").await?;
        stage.fill("note-text", "Called back.").await?;
        server.inject("cut-applied".parse()?);
        stage.send().await?;
        stage.until_may_be_done("broke_before_answer").await?;
        stage.until_found("cannot_tell").await?;
        let said = stage.text(&in_card(1, "finding")).await?;
        ensure!(said.contains("open the ticket #143 to see whether the note is there"), "{said}");
        stage.click(&in_card(1, "it-was-done")).await?;
        stage.until_listed(1, "done").await?;
        ensure!(server.record().notes.len() == 1);
        Ok(())
    });
}

/// Keys that were kept for a session are gone with the app.
async fn enter_keys(stage: &Stage, server: &practice_server::PracticeServer) -> Result<()> {
    stage.click("enter-keys").await?;
    stage.fill_keys(server).await?;
    stage.click("account-save").await?;
    stage.click("keep-for-session").await?;
    stage.until_gone("account-form").await
}
