//! The moment after Send.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::Session;
use crate::screenshots::Window;

impl Session {
    pub(super) async fn undo(&mut self, app: &Path) -> Result<()> {
        self.window.quit(&self.desk).await?;
        self.desk.give_time_to_undo(Some(Duration::from_secs(3600)));
        self.window = Window::open(&self.desk, app).await?;
        self.place().await?;
        self.half("tab-draft").await?;
        self.small("143", "On Hold").await?;
        self.send().await?;
        self.window.until_attribute("progress", "data-state", "held_back").await?;
        self.picture("held-back").await?;
        self.small("144", "Open").await?;
        self.window.click("[data-testid=progress] [data-testid=undo]").await?;
        self.window.part("confirm").await?;
        self.picture("undo-in-the-way").await?;
        self.window.click("confirm-no").await?;
        self.window.until("no question", "document.querySelector('[data-testid=confirm]') === null").await?;
        self.picture("asked-back").await?;
        self.half("tab-history").await?;
        self.picture("asked-back-listed").await?;
        self.desk.give_time_to_undo(Some(Duration::ZERO));
        self.window.click("[data-testid=on-the-way] [data-testid=send-now]").await
    }
}
