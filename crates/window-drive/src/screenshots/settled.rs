//! Ends of updates: refused, perhaps done, done, and the list of all.

use anyhow::Result;
use practice_server::Fault;

use super::Session;

/// Refusals that look different, by the practice server's names.
const REFUSALS: [&str; 8] = [
    "status-400-json-not-applied",
    "status-401-json-not-applied",
    "status-403-empty-not-applied",
    "status-404-json-not-applied",
    "status-413-html-not-applied",
    "status-422-json-not-applied",
    "failure-in-200",
    "redirect-302",
];

/// Faults that leave open whether it was done, and what the ticket shows then.
const DOUBTS: [(&str, &str); 3] = [
    ("status-502-html-applied", "looks_done"),
    ("cut-not-applied", "nothing_changed"),
    ("malformed-answer", "looks_done"),
];

impl Session {
    pub(super) async fn refused(&self) -> Result<()> {
        for name in REFUSALS {
            self.server.inject(name.parse::<Fault>()?);
            self.send().await?;
            self.window.until_attribute("answer", "data-state", "refused").await?;
            self.picture(&format!("refused-{name}")).await?;
            self.window.click("[data-testid=answer] [data-testid=correct]").await?;
            self.window
                .until("the draft to be back", "document.querySelector('[data-testid=answer]') === null")
                .await?;
        }
        Ok(())
    }

    pub(super) async fn may_be_done(&self) -> Result<()> {
        let window = &self.window;
        self.set("Priority", "Low").await?;
        for (at, (name, verdict)) in DOUBTS.iter().enumerate() {
            self.server.inject(name.parse::<Fault>()?);
            let status = ["Resolved", "Closed", "In Progress"][at];
            window.choose("[data-field='Status'] [data-testid='change-value']", status).await?;
            window
                .choose(
                    "[data-field='Priority'] [data-testid='change-value']",
                    ["High", "Urgent", "Medium"][at],
                )
                .await?;
            self.send().await?;
            let finding = "[data-testid=answer] [data-testid=finding]";
            window.until_attribute(finding, "data-comparison", verdict).await?;
            self.picture(&format!("may-be-done-{name}")).await?;
            if *verdict == "nothing_changed" {
                window.click("[data-testid=answer] [data-testid=send-again]").await?;
                window.part("confirm").await?;
                self.picture("send-again").await?;
                window.click("confirm-yes").await?;
            } else {
                window.click("[data-testid=answer] [data-testid=it-was-done]").await?;
            }
            window.until_attribute("answer", "data-state", "done").await?;
            self.picture(&format!("done-{at}")).await?;
            self.use_newest_again().await?;
        }
        Ok(())
    }

    /// One of each above the list, and the list itself.
    pub(super) async fn list(&self) -> Result<()> {
        let window = &self.window;
        // What the ticket has already is not offered.
        for (fault, next) in [("status-422-json-not-applied", "On Hold"), ("cut-applied", "Closed")] {
            self.server.inject(fault.parse::<Fault>()?);
            self.send().await?;
            window.part("answer").await?;
            if fault == "cut-applied" {
                window
                    .until_attribute(
                        "[data-testid=answer] [data-testid=finding]",
                        "data-comparison",
                        "looks_done",
                    )
                    .await?;
            }
            window.click("answer-close").await?;
            self.small("143", next).await?;
        }
        self.send().await?;
        window.until_attribute("progress", "data-waiting", "behind_unknown").await?;
        self.picture("waiting-for-the-person").await?;
        window.click("progress-close").await?;
        self.half("tab-history").await?;
        self.picture("needs-you").await?;
        window.evaluate("document.querySelector('[data-testid=history] .scroll').scrollTo(0, 1e6)").await?;
        self.picture("list").await?;
        window.fill("search", "hold").await?;
        window.part("found").await?;
        self.picture("searched").await?;
        window.choose("filter-day", "yesterday").await?;
        window.part("no-results").await?;
        self.picture("nothing-found").await?;
        window.click("filters-clear").await?;
        window.click("[data-testid=needs-you] [data-state=may_be_done] [data-testid=it-was-done]").await?;
        window
            .until("nothing on the way", "document.querySelector('[data-testid=on-the-way]') === null")
            .await?;
        window.fill("search", "urgent").await?;
        window.part("found").await?;
        window.click("history-open").await?;
        window.part("[data-testid=attempt]:nth-child(2)").await?;
        self.picture("delivery").await?;
        window
            .evaluate("document.querySelector('[data-testid=attempt]:last-child').scrollIntoView()")
            .await?;
        self.picture("attempts").await?;
        self.escape().await?;
        window.click("settings").await?;
        window.part("storage").await?;
        self.picture("settings-with-a-list").await?;
        self.escape().await
    }

    /// A change without files.
    pub(super) async fn small(&self, ticket: &str, status: &str) -> Result<()> {
        self.window.fill("ticket-number", ticket).await?;
        self.window.until_attribute("ticket-seen", "data-state", "seen").await?;
        self.set("Status", status).await
    }
}
