//! A picture of every screen in every state, from the real window.

mod main_window;
mod on_the_way;
mod settled;
mod start;
mod undo;

use std::path::{Path, PathBuf};

use anyhow::Result;
use practice_server::{Options, PracticeServer};
use window_drive::{Desk, Keychain, Window};

const SIZES: [(u32, u32); 2] = [(1280, 800), (900, 600)];
const THEMES: [&str; 2] = ["light", "dark"];

pub(crate) async fn run(app: &Path, out: &Path) -> Result<()> {
    for size in SIZES {
        for theme in THEMES {
            let folder = out.join(format!("{}x{}-{theme}", size.0, size.1));
            Session::new(app, size, theme, folder).await?.all(app).await?;
        }
    }
    let session = Session::new(app, SIZES[0], THEMES[0], out.to_owned()).await?;
    session.main_window().await?;
    println!("Pictures: {}", out.display());
    Ok(())
}

struct Session {
    desk: Desk,
    window: Window,
    server: PracticeServer,
    size: (u32, u32),
    theme: &'static str,
    folder: PathBuf,
    taken: std::cell::Cell<usize>,
}

impl Session {
    async fn new(
        app: &Path,
        (width, height): (u32, u32),
        theme: &'static str,
        folder: PathBuf,
    ) -> Result<Self> {
        // Larger than the window: the system's dialog and the source of a drag need room beside it.
        let desk = Desk::new(1500, 900, Keychain::Absent)?;
        let server =
            PracticeServer::start(Options { limit: None, readings_pass: true, ..Options::default() }).await?;
        let window = Window::open(&desk, app).await?;
        let session = Self { desk, window, server, size: (width, height), theme, folder, taken: 0.into() };
        session.place().await?;
        Ok(session)
    }

    /// Gives the window its place and its size.
    async fn place(&self) -> Result<()> {
        let ((width, height), id) = (self.size, self.window.x_window(&self.desk)?);
        self.desk.xdotool(&["windowmove", &id, "200", "0"])?;
        self.desk.xdotool(&["windowsize", "--sync", &id, &width.to_string(), &height.to_string()])?;
        self.window.until("its size", &format!("innerWidth === {width} && innerHeight === {height}")).await
    }

    async fn picture(&self, name: &str) -> Result<()> {
        self.window.painted().await?;
        self.picture_of(&self.window.x_window(&self.desk)?, name)
    }

    fn picture_of(&self, window: &str, name: &str) -> Result<()> {
        self.taken.set(self.taken.get() + 1);
        let path = self.folder.join(format!("{:02}-{name}.png", self.taken.get()));
        self.desk.picture_of(window, &path)
    }

    async fn all(mut self, app: &Path) -> Result<()> {
        self.first_start().await?;
        self.draft().await?;
        self.account().await?;
        self.on_the_way().await?;
        self.refused().await?;
        self.may_be_done().await?;
        self.list().await?;
        self.undo(app).await?;
        self.starts_that_went_wrong(app).await?;
        self.window.close().await
    }

    async fn first_start(&self) -> Result<()> {
        self.window.part("first-practice").await?;
        self.picture("first-start").await?;
        self.window.click("first-practice").await?;
        self.window.click("settings").await?;
        self.window.click(&format!("theme-{}", self.theme)).await?;
        self.window
            .until("the theme", &format!("document.documentElement.dataset.theme === {:?}", self.theme))
            .await?;
        self.picture("settings").await?;
        self.escape().await?;
        self.picture("empty").await
    }

    async fn draft(&self) -> Result<()> {
        let window = &self.window;
        window.fill("ticket-number", "14x").await?;
        window.click("send").await?;
        window.part("ticket-fault").await?;
        self.picture("faults").await?;
        self.fill().await?;
        self.picture("filled").await?;
        window.click("add-change").await?;
        self.picture("another-field").await?;
        self.escape().await?;
        let more = self.desk.file("Papers.zip", vec![7; 18_600_000])?;
        let drag = self.desk.drag_over(window, &[more]).await?;
        self.picture("dragging-over").await?;
        drag.drop_here().await?;
        self.desk.xdotool(&["mousemove", "0", "899"])?;
        window.until_count("file-row", 3).await?;
        let twice = self.desk.file("Invoice copy.pdf", vec![1; 310_000])?;
        self.drop(&[twice]).await?;
        window.part("files-left-out").await?;
        self.picture("file-twice").await
    }

    async fn fill(&self) -> Result<()> {
        let window = &self.window;
        window.fill("ticket-number", "143").await?;
        window.until_attribute("ticket-seen", "data-state", "seen").await?;
        for (field, value) in [("Status", "On Hold"), ("Priority", "Low")] {
            self.set(field, value).await?;
        }
        let files = [
            self.desk.file("Damage front left.jpg", vec![9; 4_200_000])?,
            self.desk.file("Invoice 2291.pdf", vec![1; 310_000])?,
        ];
        self.drop(&files).await?;
        window.until_count("file-row", 2).await
    }

    async fn set(&self, field: &str, value: &str) -> Result<()> {
        self.window.click("add-change").await?;
        self.window.click(&format!("add-change-{field}")).await?;
        self.window.choose(&format!("[data-field='{field}'] [data-testid='change-value']"), value).await
    }

    async fn drop(&self, files: &[PathBuf]) -> Result<()> {
        self.desk.drag_over(&self.window, files).await?.drop_here().await?;
        // Where it was let go a file's tooltip would come up, over everything that follows.
        self.desk.xdotool(&["mousemove", "0", "899"])?;
        Ok(())
    }

    async fn account(&self) -> Result<()> {
        let window = &self.window;
        window.click("account-menu").await?;
        self.picture("account-menu").await?;
        window.click("add-account").await?;
        self.picture("account-empty").await?;
        window.fill("account-name", "Acme Support").await?;
        window.fill("account-address", &self.server.base_url()).await?;
        window.fill("account-organisation", "99999").await?;
        window.fill("account-access-key", self.server.access_key()).await?;
        window.fill("account-secret-key", self.server.secret_key()).await?;
        self.try_connection("wrong-organisation", "organisation_unknown").await?;
        window.fill("account-organisation", self.server.organisation()).await?;
        self.try_connection("works", "works").await?;
        window.click("account-save").await?;
        window.part("keep-for-session").await?;
        self.picture("no-keychain").await?;
        window.click("keep-for-session").await?;
        window.until("the dialog to close", "document.querySelector('dialog[open]') === null").await
    }

    async fn try_connection(&self, name: &str, result: &str) -> Result<()> {
        self.window.click("account-try").await?;
        self.window.until_attribute("connection-result", "data-state", result).await?;
        self.picture(&format!("connection-{name}")).await
    }

    /// Brings the newest delivery back into the draft.
    async fn use_newest_again(&self) -> Result<()> {
        self.half("tab-history").await?;
        self.window.click("history-open").await?;
        self.window.click("use-again").await?;
        self.window.until("the dialog to close", "document.querySelector('dialog[open]') === null").await?;
        self.half("tab-draft").await
    }

    /// Turns to one half, where the window is too narrow for both.
    async fn half(&self, tab: &str) -> Result<()> {
        if self.narrow().await? { self.window.click(tab).await } else { Ok(()) }
    }

    async fn send(&self) -> Result<()> {
        if self.window.count("answer").await? > 0 {
            self.window.click("answer-close").await?;
        }
        self.window.click("send").await
    }

    async fn narrow(&self) -> Result<bool> {
        Ok(self.window.evaluate("innerWidth < 960").await? == true)
    }

    async fn escape(&self) -> Result<()> {
        self.desk.xdotool(&["windowfocus", &self.window.x_window(&self.desk)?])?;
        self.desk.xdotool(&["key", "Escape"])?;
        Ok(())
    }
}
