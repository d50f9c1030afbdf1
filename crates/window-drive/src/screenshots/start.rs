//! Starts that went wrong: a second one, and one that found its database damaged.

use std::path::Path;

use anyhow::Result;

use super::Session;
use crate::screenshots::Window;

impl Session {
    pub(super) async fn starts_that_went_wrong(&mut self, app: &Path) -> Result<()> {
        let first = self.window.x_window(&self.desk)?;
        let mut second = Window::open(&self.desk, app).await?;
        second.part("in-use").await?;
        let size = self.size;
        // The one that came last.
        let found = self.desk.xdotool(&["search", "--onlyvisible", "--name", "^Ticket Courier$"])?;
        if let Some(id) = found.lines().find(|id| **id != first) {
            self.desk.xdotool(&["windowsize", "--sync", id, &size.0.to_string(), &size.1.to_string()])?;
            self.desk.xdotool(&["windowraise", id])?;
            second.painted().await?;
            self.picture_of(id, "in-use")?;
        }
        second.kill();
        self.window.until_alone(&self.desk).await?;

        self.window.quit(&self.desk).await?;
        let database = self.desk.home().join("data/org.ticketcourier.app/outbox.db");
        std::fs::write(&database, [0x55; 8192])?;
        // What is in the log would mend it.
        std::fs::remove_file(database.with_file_name("outbox.db-wal"))?;
        self.window = Window::open(&self.desk, app).await?;
        self.window.part("rescue").await?;
        self.picture("rescue").await
    }
}
