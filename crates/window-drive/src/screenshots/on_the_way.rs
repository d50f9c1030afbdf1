//! Deliveries on their way: copies being taken, sending, and waiting for each reason.

use std::fs::File;

use anyhow::Result;
use practice_server::Fault;

use super::Session;

/// Sparse, so that it takes no room before it is copied; long enough to be seen while it is.
const HUGE: u64 = 4 << 30;

const ON_THE_WAY: &str = "[data-testid=on-the-way] [data-id]";

impl Session {
    pub(super) async fn on_the_way(&self) -> Result<()> {
        self.taking().await?;
        let window = &self.window;
        self.server.inject(Fault::StallAfter(12_000_000));
        self.send().await?;
        self.server.wait_until_body_bytes(12_000_000).await;
        window.until_attribute("progress", "data-state", "sending").await?;
        self.picture("sending").await?;

        window.fill("ticket-number", "143").await?;
        window.until_attribute("ticket-seen", "data-state", "seen").await?;
        self.set("Status", "Resolved").await?;
        self.send().await?;
        window.until_attribute("progress", "data-waiting", "behind").await?;
        self.picture("waiting-for-an-earlier-one").await?;
        self.half("tab-history").await?;
        self.picture("on-the-way").await?;
        window.ask_to_close(&self.desk)?;
        window.part("closing").await?;
        self.picture("closing").await?;
        window.click("closing-stay").await?;
        for _ in 0..2 {
            let before = window.count(ON_THE_WAY).await?;
            window.click("[data-testid=on-the-way] [data-id]:last-child [data-testid=card-cancel]").await?;
            window.until_count(ON_THE_WAY, usize::try_from(before)? - 1).await?;
        }
        self.half("tab-draft").await?;
        self.picture("cancelled").await?;
        window.click("[data-testid=answer] [data-testid=correct]").await?;

        // Too large for the connection's buffers: a small one could be on its way as a whole when the server hangs up.
        let large = self.desk.file("Large.zip", vec![5; 12_000_000])?;
        let files = window.count("file-row").await?;
        self.drop(std::slice::from_ref(&large)).await?;
        window.until_count("file-row", usize::try_from(files)? + 1).await?;
        for (fault, why) in [
            ("refuse", "connection"),
            ("status-503-json-not-applied", "busy"),
            ("too-many-retry-after-20", "pace"),
        ] {
            self.server.inject_always(fault.parse::<Fault>()?);
            self.send().await?;
            window.until_attribute("progress", "data-waiting", why).await?;
            self.picture(&format!("waiting-{why}")).await?;
            window.click("cancel").await?;
            window.until_attribute("answer", "data-state", "cancelled").await?;
            self.server.clear_faults();
            window.click("[data-testid=answer] [data-testid=correct]").await?;
            window
                .until("the draft to be back", "document.querySelector('[data-testid=answer]') === null")
                .await?;
        }

        window.click("[data-testid=file-row]:last-child [data-testid=file-remove]").await?;
        window.until_count("file-row", usize::try_from(files)?).await?;
        self.server.inject("silence-applied".parse::<Fault>()?);
        let applied = self.server.record().applied.len() as u64;
        self.send().await?;
        self.server.wait_for_applied(applied + 1).await;
        window.until_attribute("progress", "data-state", "answer").await?;
        self.picture("waiting-for-the-answer").await?;
        window.click("cancel").await?;
        window
            .until_attribute("[data-testid=answer] [data-testid=finding]", "data-comparison", "looks_done")
            .await?;
        self.picture("cancelled-too-late").await?;
        window.click("[data-testid=answer] [data-testid=it-was-done]").await?;
        window.until_attribute("answer", "data-state", "done").await?;
        self.use_newest_again().await
    }

    async fn taking(&self) -> Result<()> {
        let window = &self.window;
        let huge = self.desk.file("Recording.mov", "")?;
        File::options().write(true).open(&huge)?.set_len(HUGE)?;
        let files = window.count("file-row").await?;
        self.drop(std::slice::from_ref(&huge)).await?;
        window.until_count("file-row", usize::try_from(files)? + 1).await?;
        self.send().await?;
        window.part("taking").await?;
        self.picture("taking").await?;
        window.click("stop-taking").await?;
        window.part("send").await?;
        let last = "[data-testid=file-row]:last-child [data-testid=file-remove]";
        window.click(last).await?;
        window.until_count("file-row", usize::try_from(files)?).await?;
        Ok(std::fs::remove_file(huge)?)
    }
}
