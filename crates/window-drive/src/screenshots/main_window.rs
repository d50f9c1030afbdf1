//! The picture for the README: a day at work.

use anyhow::Result;
use practice_server::Fault;

use super::Session;

/// Ticket, title or status, and what became of it; all before what is on its way.
const SENT: [(&str, &str, Option<&str>); 4] = [
    ("144", "In Progress", None),
    ("143", "Closed", None),
    ("144", "Resolved", None),
    ("144", "Closed", Some("cut-applied")),
];

impl Session {
    pub(super) async fn main_window(self) -> Result<()> {
        let window = &self.window;
        window.click("first-account").await?;
        window.fill("account-name", "Acme Support").await?;
        window.fill("account-address", &self.server.base_url()).await?;
        window.fill("account-organisation", self.server.organisation()).await?;
        window.fill("account-access-key", self.server.access_key()).await?;
        window.fill("account-secret-key", self.server.secret_key()).await?;
        window.click("account-save").await?;
        window.click("keep-for-session").await?;
        window.until("the dialog to close", "document.querySelector('dialog[open]') === null").await?;
        for (ticket, status, fault) in SENT {
            if let Some(fault) = fault {
                self.server.inject(fault.parse::<Fault>()?);
            }
            self.small(ticket, status).await?;
            self.send().await?;
            window.part("answer").await?;
        }
        let finding = "[data-testid=answer] [data-testid=finding]";
        window.until_attribute(finding, "data-comparison", "looks_done").await?;
        window.click("answer-close").await?;

        self.fill().await?;
        let film = self.desk.file("Walk around the car.mp4", vec![7; 48_600_000])?;
        self.drop(&[film]).await?;
        window.until_count("file-row", 3).await?;
        self.server.inject(Fault::StallAfter(31_000_000));
        let before = self.server.record().body_bytes;
        self.send().await?;
        self.server.wait_until_body_bytes(before + 31_000_000).await;
        window.until_attribute("progress", "data-state", "sending").await?;
        window.click("progress-close").await?;

        self.small("143", "In Progress").await?;
        self.drop(&[self.desk.file("Estimate of the workshop.pdf", vec![3; 840_000])?]).await?;
        window.until_count("file-row", 1).await?;
        window.evaluate("document.activeElement.blur()").await?;
        self.picture("main-window").await?;
        self.window.close().await
    }
}
