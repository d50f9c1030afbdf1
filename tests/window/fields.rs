//! The fields that an account has told: by their names, with the right control, and checked before anything is sent.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use practice_server::{Options, PracticeServer};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{ticket_system, updates};

/// Not a measure of speed: only the end of hope.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn an_accounts_own_fields_have_their_names_and_controls_and_are_checked_before_sending() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.add_account_for_session(&server).await?;
        stage.name_ticket().await?;
        stage.click("add-change").await?;
        ensure!(stage.text("fields-from").await? == "Fields of this account");
        stage.until_count("field-group", 3).await?;
        stage.fill("field-search", "branch").await?;
        ensure!(stage.text("[role=option]").await? == "Branch");
        stage.click("add-change-CustomData.Branch").await?;
        stage.choose(&value_of("CustomData.Branch"), "Pune").await?;

        add(stage, "CustomData.Order_Amount", "2000000").await?;
        stage.send().await?;
        let amount = value_of("CustomData.Order_Amount");
        stage.until_attribute(&amount, "aria-invalid", "true").await?;
        let described = stage.attribute(&amount, "aria-describedby").await?.unwrap_or_default();
        let said = format!("[id='{described}']");
        ensure!(stage.attribute(&said, "data-code").await?.as_deref() == Some("value_too_great"));
        ensure!(stage.text(&said).await?.contains("1,000,000"), "the limit is said");
        stage.until_focused(&amount).await?;
        ensure!(updates(&server) == 0, "something was sent");

        stage.fill(&amount, "1.234").await?;
        stage.send().await?;
        stage.until_count("reading", 2).await?;
        ensure!(stage.text("reading").await?.contains("1234"), "what it could be is said");
        stage.click("reading").await?;
        stage.until_gone("reading").await?;
        stage.fill(&amount, "1.234,50 €").await?;
        let told =
            "document.querySelector('[data-testid=sent-as]')?.textContent.includes('1234.50') === true";
        stage.until("what is sent", told).await?;
        stage.fill(&amount, "120,50").await?;
        add(stage, "DueDate", "24.12.2026 5 pm").await?;
        add(stage, "CustomData.Purchase_Date", "2026-11-30 09:30").await?;
        stage.send().await?;
        stage.until_done().await?;
        let expected = [
            ("CustomData.Branch", "Pune"),
            ("CustomData.Order_Amount", "120.50"),
            ("DueDate", "2026-12-24T17:00:00"),
            ("CustomData.Purchase_Date", "2026-11-30T09:30:00"),
        ];
        let sent = &server.record().applied[0].fields;
        ensure!(
            *sent == expected.map(|(field, value)| (field.to_owned(), value.to_owned())),
            "times as the vendor writes them: {sent:?}"
        );

        // What was sent is offered first the next time.
        stage.click("add-change").await?;
        stage.click("add-change-CustomData.Branch").await?;
        let first = format!("{} optgroup", value_of("CustomData.Branch"));
        stage.until_attribute(&first, "label", "Last used").await
    });
}

#[test]
fn what_an_account_has_told_is_kept_for_the_next_start_and_so_is_that_it_may_not() {
    for (administrator, from) in [(true, "account"), (false, "built_in")] {
        on_stage(Keychain::Unlocked, async |stage| {
            let options = Options { limit: None, administrator, ..Options::default() };
            let server = PracticeServer::start(options).await?;
            stage.click("first-account").await?;
            stage.fill_account(&server).await?;
            stage.click("account-save").await?;
            stage.until_gone("account-form").await?;
            until_asked(stage, &server).await?;
            stage.restart().await?;
            stage.name_ticket().await?;
            stage.click("add-change").await?;
            stage.until_attribute("fields-from", "data-from", from).await?;
            ensure!(asked(&server) == 1, "asked again");
            Ok(())
        });
    }
}

/// Waits until the account has told its fields, or that it does not.
async fn until_asked(stage: &Stage, server: &PracticeServer) -> Result<()> {
    let kept = stage.desk.home().join("data/org.ticketcourier.app/catalogues");
    let there = || {
        std::fs::read_dir(&kept).is_ok_and(|files| {
            files.flatten().any(|file| file.path().extension().is_some_and(|ending| ending == "json"))
        })
    };
    let until = Instant::now() + PATIENCE;
    while !there() {
        ensure!(Instant::now() < until, "nothing is kept of the account's fields");
        stage.painted().await?;
    }
    ensure!(asked(server) == 1);
    Ok(())
}

/// How often the server was asked for its catalogue.
fn asked(server: &PracticeServer) -> usize {
    server.record().last_calls.iter().filter(|call| call.head.uri.path().ends_with("/fields/filter")).count()
}

async fn add(stage: &Stage, field: &str, value: &str) -> Result<()> {
    stage.click("add-change").await?;
    stage.click(&format!("add-change-{field}")).await?;
    stage.fill(&value_of(field), value).await
}

fn value_of(field: &str) -> String {
    format!("[data-field='{field}'] [data-testid='change-value']")
}
