//! "Try the connection" tells what is wrong, and changes nothing.

use std::io::{Read, Write};
use std::net::TcpListener;

use anyhow::{Result, ensure};
use practice_server::{Form, Options, PracticeServer};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::ticket_system;

#[test]
fn trying_the_connection_tells_right_from_wrong_keys_organisation_and_host() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.click("first-account").await?;
        stage.click("account-try").await?;
        stage.until_attribute("account-name", "aria-invalid", "true").await?;
        ensure!(server.record().connections == 0);

        stage.fill_account(&server).await?;
        tried(stage, "works").await?;

        stage.fill("account-secret-key", "wrong-secret-key").await?;
        tried(stage, "keys_refused").await?;
        let other_reasons = stage.text("connection-result").await?;
        for reason in ["whitelist", "deactivated", "region"] {
            ensure!(other_reasons.contains(reason), "another reason for a 401: {other_reasons}");
        }
        stage.fill_keys(&server).await?;

        stage.fill("account-organisation", "99999").await?;
        tried(stage, "organisation_unknown").await?;
        stage.fill("account-organisation", server.organisation()).await?;

        stage.fill("account-address", &website()?).await?;
        tried(stage, "not_the_ticket_system").await?;
        let by = stage.text("answered-by").await?;
        ensure!(by.contains("website"), "who answered: {by}");
        let closed = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        stage.fill("account-address", &format!("http://{closed}")).await?;
        tried(stage, "failed").await?;
        stage.fill("account-address", "https://nowhere.invalid").await?;
        tried(stage, "failed").await?;
        ensure!(stage.text("connection-result").await?.contains("nowhere.invalid"));

        // A pasted API address is host and organisation at once.
        stage.fill("account-organisation", "").await?;
        let pasted = format!("{}/v1/tenants/{}/tickets/143/update", server.base_url(), server.organisation());
        stage.fill("account-address", &pasted).await?;
        stage.click("account-name").await?;
        let organisation = format!(
            "document.querySelector('[data-testid=account-organisation]').value === {:?}",
            server.organisation()
        );
        stage.until("the organisation of the pasted address", &organisation).await?;
        tried(stage, "works").await?;
        ensure!(server.record().applied.is_empty(), "trying changed something");
        Ok(())
    });
}

#[test]
fn two_keys_and_a_region_fill_in_the_account_with_the_person_s_leave() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.click("first-account").await?;
        stage.until_focused("account-access-key").await?;
        // Copied into each other's place.
        stage.fill("account-access-key", &"9f".repeat(20)).await?;
        stage.fill("account-secret-key", &format!("u$r{}", "0a".repeat(16))).await?;
        stage.click("account-name").await?;
        stage.until_attribute("keys-hint", "data-hint", "swapped").await?;

        stage.fill("account-access-key", server.access_key()).await?;
        stage.fill("account-secret-key", "wrong").await?;
        stage.choose("account-region", "other").await?;
        stage.fill("account-owner-host", &server.base_url()).await?;
        ensure!(stage.text("keys-owner").await?.contains(&server.base_url()), "it is said where the keys go");
        ensure!(server.record().connections == 0, "nobody is asked without a person's leave");
        stage.click("ask-owner").await?;
        stage.until_attribute("owner-failed", "data-code", "keys_refused").await?;

        stage.fill("account-secret-key", server.secret_key()).await?;
        stage.until_gone("owner-failed").await?;
        stage.click("ask-owner").await?;
        let found = stage.text("owner-found").await?;
        ensure!(found.contains("Asha Menon") && found.contains("Practice Furniture"), "{found}");
        ensure!(found.contains("Asia/Kolkata"), "{found}");
        ensure!(stage.value("account-name").await? == "Practice Furniture");
        ensure!(stage.value("account-organisation").await? == server.organisation());
        ensure!(stage.value("account-address").await? == "https://apigw.service-in.leadsquared.com");
        ensure!(stage.value("account-lead-host").await? == "https://api-in21.leadsquared.com");
        // What is proposed can be changed.
        stage.fill("account-address", &server.base_url()).await?;
        tried(stage, "works").await
    });
}

#[test]
fn a_wrong_region_is_told_and_the_right_one_proposed_and_never_asked_by_itself() {
    on_stage(Keychain::Absent, async |stage| {
        let server =
            PracticeServer::start(Options { forms: vec![Form::RegionElsewhere], ..Options::default() })
                .await?;
        stage.click("first-account").await?;
        stage.fill_keys(&server).await?;
        stage.choose("account-region", "other").await?;
        stage.fill("account-owner-host", &server.base_url()).await?;
        stage.click("ask-owner").await?;
        let said = stage.text("owner-failed").await?;
        ensure!(said.contains("api-us11.leadsquared.com"), "{said}");
        stage.click("take-named").await?;
        stage.until_gone("owner-failed").await?;
        ensure!(stage.value("account-region").await? == "api-us11.leadsquared.com");
        ensure!(server.record().calls == 1, "a proposal is no question");
        Ok(())
    });
}

async fn tried(stage: &Stage, result: &str) -> Result<()> {
    stage.click("account-try").await?;
    stage.until_attribute("connection-result", "data-state", result).await
}

/// Something that answers, but not as the ticket system does. It ends with the test.
fn website() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        for mut visitor in listener.incoming().flatten() {
            let _ = visitor.read(&mut [0; 4096]);
            let page = "<!DOCTYPE html><title>Welcome</title><p>It works!";
            let _ = write!(
                visitor,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{page}",
                page.len()
            );
        }
    });
    Ok(address)
}
