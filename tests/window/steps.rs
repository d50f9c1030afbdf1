//! A person's steps in the window, in more than one test.

use std::path::PathBuf;

use anyhow::Result;
use faulty_wire::Wire;
use practice_server::{Options, PracticeServer};
use serde_json::json;
use window_drive::Window;

use crate::stage::Stage;

/// The lead of tickets 143 and 144.
pub(crate) const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

/// A ticket system with a pace that no test meets, whose injected faults wait for an update.
pub(crate) async fn ticket_system() -> Result<PracticeServer> {
    Ok(PracticeServer::start(Options { limit: None, readings_pass: true, ..Options::default() }).await?)
}

/// A wire to a ticket system, which can be unplugged.
pub(crate) async fn wire_to(server: &PracticeServer) -> Result<Wire> {
    let address = server.base_url().trim_start_matches("http://").parse()?;
    Ok(Wire::start(address).await?)
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
        self.until_gone("account-form").await?;
        self.until_fields_told().await
    }

    /// The same where there is no keychain.
    pub(crate) async fn add_account_for_session(&self, server: &PracticeServer) -> Result<()> {
        self.click("first-account").await?;
        self.fill_account(server).await?;
        self.click("account-save").await?;
        self.click("keep-for-session").await?;
        self.until_gone("account-form").await?;
        self.until_fields_told().await
    }

    /// As [`Self::add_account_for_session`], with a wire between the account and its server.
    pub(crate) async fn add_account_by_wire(&self, server: &PracticeServer, wire: &Wire) -> Result<()> {
        self.click("first-account").await?;
        self.fill_account(server).await?;
        self.fill("account-address", &wire.base_url()).await?;
        self.click("account-save").await?;
        self.click("keep-for-session").await?;
        self.until_gone("account-form").await?;
        self.until_fields_told().await
    }

    /// Waits until the account has told its fields: what is asked of the server from now on is what the test does.
    pub(crate) async fn until_fields_told(&self) -> Result<()> {
        self.until_attribute("changes", "data-from", "account").await
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

    /// Ticket 143.
    pub(crate) async fn name_ticket(&self) -> Result<()> {
        self.name_other_ticket("#143").await
    }

    /// A ticket, as soon as it has answered.
    pub(crate) async fn name_other_ticket(&self, number: &str) -> Result<()> {
        self.fill("ticket-number", number).await?;
        let answered = "['seen', 'stale', 'failed'].includes(
            document.querySelector('[data-testid=ticket-seen]')?.dataset.state)";
        self.until("the ticket's answer", answered).await
    }

    /// A change of the title.
    pub(crate) async fn set_title(&self, value: &str) -> Result<()> {
        self.click("add-change").await?;
        self.click("add-change-Title").await?;
        self.fill("[data-field='Title'] [data-testid='change-value']", value).await
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

    /// Waits until the update that was sent last waits for that reason.
    pub(crate) async fn until_waiting(&self, why: &str) -> Result<()> {
        self.until_attribute("progress", "data-waiting", why).await
    }

    /// Waits until the server has that much of the update that was sent last, and the screen says that it is being
    /// sent.
    pub(crate) async fn until_sending(&self, server: &PracticeServer, bytes: u64) -> Result<()> {
        server.wait_until_body_bytes(bytes).await;
        self.until_attribute("progress", "data-state", "sending").await
    }

    pub(crate) async fn until_done(&self) -> Result<()> {
        self.until_answer("done", None).await
    }

    pub(crate) async fn until_cancelled(&self) -> Result<()> {
        self.until_attribute("answer", "data-state", "cancelled").await
    }

    pub(crate) async fn until_refused(&self, code: &str) -> Result<()> {
        self.until_answer("refused", Some(code)).await
    }

    pub(crate) async fn until_may_be_done(&self, code: &str) -> Result<()> {
        self.until_answer("may_be_done", Some(code)).await
    }

    /// Waits for what became of the update that was sent last.
    async fn until_answer(&self, state: &str, code: Option<&str>) -> Result<()> {
        let code = code.map(|code| format!("[data-code={code}]")).unwrap_or_default();
        self.part(&format!("[data-testid=answer][data-state={state}]{code}")).await?;
        Ok(())
    }

    /// Waits until the list has that delivery in that state; the first is 1.
    pub(crate) async fn until_listed(&self, id: u32, state: &str) -> Result<()> {
        self.part(&format!("[data-testid=history-card][data-id='{id}'][data-state={state}]")).await?;
        Ok(())
    }

    /// Brings the newest delivery back into the draft, from the list.
    pub(crate) async fn use_newest_again(&self) -> Result<()> {
        // Above the list stands what is not settled.
        self.until_gone("needs-you").await?;
        self.until_gone("on-the-way").await?;
        self.click("history-open").await?;
        self.click("use-again").await?;
        self.until_gone("delivery").await
    }

    /// Waits for what the ticket shows of the update that was sent last, which may be done.
    pub(crate) async fn until_found(&self, verdict: &str) -> Result<()> {
        self.until_attribute(&in_answer("finding"), "data-comparison", verdict).await
    }
}

/// A part of the answer of the update that was sent last; the list may hold another of that name.
pub(crate) fn in_answer(name: &str) -> String {
    format!("[data-testid=answer] [data-testid={name}]")
}

/// A part of the delivery of that number, where it stands above the list.
pub(crate) fn in_card(id: u32, name: &str) -> String {
    format!("section [data-testid=history-card][data-id='{id}'] [data-testid={name}]")
}

/// Updates that the server was sent, whatever became of them; tickets are read besides.
pub(crate) fn updates(server: &PracticeServer) -> usize {
    server.record().last_calls.iter().filter(|call| call.head.uri.path().ends_with("/update")).count()
}

/// The draft as the screen shows it, for a comparison of before and after.
pub(crate) async fn draft(window: &Window) -> Result<serde_json::Value> {
    window
        .evaluate(
            "({
                boxes: [...document.querySelectorAll('main form :is(input:not([type=radio]), select, textarea)')]
                    .map((box) => [box.dataset.testid, box.value]),
                files: [...document.querySelectorAll('[data-testid=file-row] .name')].map((name) => name.textContent),
            })",
        )
        .await
}

/// A draft as [`draft`] shows it.
pub(crate) fn drafted(ticket: &str, values: &[&str], files: &[&str]) -> serde_json::Value {
    let mut boxes = vec![json!(["ticket-number", ticket])];
    boxes.extend(values.iter().map(|value| json!(["change-value", value])));
    json!({ "boxes": boxes, "files": files })
}

/// A draft with nothing in it.
pub(crate) fn empty_draft() -> serde_json::Value {
    drafted("", &[], &[])
}
