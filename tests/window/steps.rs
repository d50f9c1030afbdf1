//! What a person does in the window, in more than one test.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use practice_server::{Options, PracticeServer};
use serde_json::json;
use window_drive::Window;

use crate::stage::Stage;

/// The lead of ticket 143.
pub(crate) const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

/// A ticket system with a pace that no test meets.
pub(crate) async fn ticket_system() -> Result<PracticeServer> {
    Ok(PracticeServer::start(Options { limit: None, ..Options::default() }).await?)
}

impl Stage {
    /// The first start's way without an account.
    pub(crate) async fn practise(&self) -> Result<()> {
        self.click("first-practice").await?;
        self.until_gone("first-start").await
    }

    /// The first start's other way: an account at a server, its keys in the keychain.
    pub(crate) async fn add_account(&self, server: &PracticeServer) -> Result<()> {
        self.click("first-account").await?;
        self.fill_account(server).await?;
        self.click("account-save").await?;
        self.until_gone("account-form").await
    }

    /// The same where there is no keychain.
    pub(crate) async fn add_account_for_session(&self, server: &PracticeServer) -> Result<()> {
        self.click("first-account").await?;
        self.fill_account(server).await?;
        self.click("account-save").await?;
        self.click("keep-for-session").await?;
        self.until_gone("account-form").await
    }

    pub(crate) async fn fill_account(&self, server: &PracticeServer) -> Result<()> {
        self.fill("account-name", "Acme Support").await?;
        self.fill("account-address", &server.base_url()).await?;
        self.fill("account-organisation", server.organisation()).await?;
        self.fill_keys(server).await
    }

    pub(crate) async fn fill_keys(&self, server: &PracticeServer) -> Result<()> {
        self.fill("account-access-key", server.access_key()).await?;
        self.fill("account-secret-key", server.secret_key()).await
    }

    /// Ticket 143 and its lead.
    pub(crate) async fn name_ticket(&self) -> Result<()> {
        self.fill("ticket-number", "#143").await?;
        self.fill("lead-id", LEAD).await
    }

    pub(crate) async fn set_status(&self, value: &str) -> Result<()> {
        self.click("add-change").await?;
        self.click("add-change-Status").await?;
        self.choose("[data-field='Status'] [data-testid='change-value']", value).await
    }

    pub(crate) async fn drop_files(&self, files: &[PathBuf]) -> Result<()> {
        self.desk.drop_files(self.window(), files).await
    }

    /// The names of the draft's files, as they are shown.
    pub(crate) async fn file_names(&self) -> Result<Vec<String>> {
        let names =
            "[...document.querySelectorAll('[data-testid=file-row] .name')].map((name) => name.textContent)";
        Ok(serde_json::from_value(self.evaluate(names).await?)?)
    }

    /// Presses Send, with the answer before it put away, so that the next one is the next one.
    pub(crate) async fn send(&self) -> Result<()> {
        if self.count("answer").await? > 0 {
            self.click("answer-close").await?;
            self.until_gone("answer").await?;
        }
        self.click("send").await
    }

    pub(crate) async fn until_done(&self) -> Result<()> {
        self.until_attribute("answer", "data-state", "done").await
    }

    pub(crate) async fn until_failed(&self, code: &str) -> Result<()> {
        self.until("an answer", "document.querySelector('[data-testid=answer]') !== null").await?;
        let found = self.attribute("answer", "data-code").await?;
        ensure!(
            found.as_deref() == Some(code),
            "{code} was due and {found:?} came: {}",
            self.text("answer").await?
        );
        Ok(())
    }
}

/// The draft as the screen shows it, for a comparison of before and after.
pub(crate) async fn draft(window: &Window) -> Result<serde_json::Value> {
    window
        .evaluate(
            "({
                boxes: [...document.querySelectorAll('main input, main select, main textarea')]
                    .map((box) => [box.dataset.testid, box.value]),
                files: [...document.querySelectorAll('[data-testid=file-row] .name')].map((name) => name.textContent),
            })",
        )
        .await
}

/// A draft as [`draft`] shows it.
pub(crate) fn drafted(ticket: &str, lead: &str, values: &[&str], files: &[&str]) -> serde_json::Value {
    let mut boxes = vec![json!(["ticket-number", ticket]), json!(["lead-id", lead])];
    boxes.extend(values.iter().map(|value| json!(["change-value", value])));
    json!({ "boxes": boxes, "files": files })
}
