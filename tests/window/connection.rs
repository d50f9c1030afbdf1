//! "Try the connection" tells what is wrong, and changes nothing.

use std::io::{Read, Write};
use std::net::TcpListener;

use anyhow::{Result, ensure};
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
        ensure!(stage.text("connection-result").await?.contains("whitelist"), "the other reason for a 401");
        stage.fill_keys(&server).await?;

        stage.fill("account-organisation", "99999").await?;
        tried(stage, "organisation_unknown").await?;
        stage.fill("account-organisation", server.organisation()).await?;

        stage.fill("account-address", &website()?).await?;
        tried(stage, "not_the_ticket_system").await?;
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
