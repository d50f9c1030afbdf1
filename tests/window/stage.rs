//! A desk with the app's window open on it. A test that fails leaves a picture of it.

use std::ops::Deref;
use std::path::PathBuf;
use std::thread;

use anyhow::Result;
use window_drive::{App, Desk, Keychain, Window};

use crate::app;

/// A test's stage: the window's own steps are its steps.
pub(crate) struct Stage {
    pub(crate) desk: Desk,
    window: Window,
}

/// Plays a test on a desk of its own.
pub(crate) fn on_stage(keychain: Keychain, test: impl AsyncFnOnce(&mut Stage) -> Result<()>) {
    on_desk(Desk::new(1280, 900, keychain).unwrap(), test);
}

/// Plays a test on a desk that was made for it.
pub(crate) fn on_desk(desk: Desk, test: impl AsyncFnOnce(&mut Stage) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let window = Window::open(&desk, app()).await.unwrap();
        let mut stage = Stage { desk, window };
        if let Err(error) = test(&mut stage).await {
            // Of what the driver says, the kind is in its cause alone.
            panic!("{error:#} ({:?})", error.root_cause());
        }
    });
}

impl Stage {
    pub(crate) fn window(&self) -> &Window {
        &self.window
    }

    /// Asks the window to close, as its cross would, and waits for nothing.
    pub(crate) fn ask_to_close(&self) -> Result<App> {
        self.window.ask_to_close(&self.desk)
    }

    /// Closes the window by its cross; nothing may be on its way.
    pub(crate) async fn quit(&mut self) -> Result<()> {
        self.window.quit(&self.desk).await
    }

    /// Ends the app in the middle of whatever it does.
    pub(crate) async fn crash(&mut self) -> Result<()> {
        let app = self.window.app(&self.desk)?;
        self.window.kill();
        // Even what is killed needs a moment, and the next start would take it for a first one that is still there.
        app.until_ended().await?;
        self.desk.until_forgotten().await
    }

    /// Starts the app again, on the same desk.
    pub(crate) async fn open(&mut self) -> Result<()> {
        self.open_with(&[]).await
    }

    /// The same, with arguments.
    pub(crate) async fn open_with(&mut self, arguments: &[&str]) -> Result<()> {
        self.window = Window::open_with(&self.desk, app(), arguments).await?;
        Ok(())
    }

    pub(crate) async fn restart(&mut self) -> Result<()> {
        self.quit().await?;
        self.open().await
    }
}

impl Deref for Stage {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Drop for Stage {
    #[expect(clippy::print_stderr, reason = "the test runner keeps it for the test that failed")]
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        // What the app printed: a panic, for one.
        eprintln!("{}", std::fs::read_to_string(self.desk.output()).unwrap_or_default());
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/window-failures");
        // Only a help: the test fails for its own reason.
        let _ = self.desk.picture(&folder.join(name).with_extension("png"));
    }
}
