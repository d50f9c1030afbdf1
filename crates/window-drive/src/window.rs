//! The app's window, driven as a person would, by what the screen calls its parts (`data-testid`).

use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::process::Group;

/// How long anything on the screen may take. Not a measure of speed: only the end of hope.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// The window's title, for xdotool.
pub(crate) const TITLE: &str = "^Ticket Courier$";
/// Keys as WebDriver writes them: Ctrl+A, which is let go when it was sent, and Delete.
const SELECT_ALL: &str = "\u{E009}a";
const DELETE: &str = "\u{E017}";
/// Between two looks at the screen.
pub(crate) const LOOK: Duration = Duration::from_millis(25);

/// An open window. Dropping it ends the app and the driver at once; [`Window::close`] does it in order.
#[derive(Debug)]
pub struct Window {
    client: Client,
    driver: Group,
}

impl Window {
    /// Starts the app on a desk and waits until its screen is there.
    ///
    /// # Errors
    /// When the driver or the app does not start.
    pub async fn open(desk: &Desk, app: &Path) -> Result<Self> {
        Self::open_with(desk, app, &[]).await
    }

    /// As [`Window::open`], with arguments.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub async fn open_with(desk: &Desk, app: &Path, arguments: &[&str]) -> Result<Self> {
        let options = json!({ "binary": app, "args": arguments });
        let capabilities: Capabilities =
            [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
        let until = Instant::now() + PATIENCE;
        let (mut driver, mut address) = start_driver(desk)?;
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            match tokio::time::timeout(PATIENCE, builder.connect(&address)).await {
                Ok(Ok(client)) => break client,
                Ok(Err(_)) if Instant::now() < until => {
                    // Somebody else took the port before it could.
                    if driver.has_ended() {
                        (driver, address) = start_driver(desk)?;
                    }
                    // It needs a moment before it listens.
                    tokio::time::sleep(LOOK).await;
                }
                Ok(Err(error)) => return Err(error).context("no session with the window"),
                Err(_) => bail!("the window did not open"),
            }
        };
        let window = Self { client, driver };
        // The window is shown when its screen is painted; what is not shown cannot be clicked.
        while window.x_window(desk).is_err() {
            if Instant::now() > until {
                bail!("the window was not shown");
            }
            tokio::time::sleep(LOOK).await;
        }
        Ok(window)
    }

    /// Ends the session and the app.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.clone().close().await?)
    }

    /// Ends the app as a power cut would.
    pub fn kill(&mut self) {
        self.driver.kill();
    }

    /// Calls one of the shell's commands as the screen does; a refusal is an answer too.
    ///
    /// # Errors
    /// When the screen does not answer.
    pub async fn command(&self, name: &str, arguments: &Value) -> Result<Value> {
        let call = "const [name, given, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(name, given).then(done, (error) => done({ error }));";
        Ok(self.client.execute_async(call, vec![json!(name), arguments.clone()]).await?)
    }

    /// Runs a script in the screen, such as a library that is no part of it.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Runs a script that calls `arguments[0]` with its result when it has it.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run_until_done(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute_async(script, vec![]).await?)
    }

    /// Runs an expression in the screen.
    ///
    /// # Errors
    /// When it throws.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        Ok(self.client.execute(&format!("return ({expression});"), vec![]).await?)
    }

    /// Waits until what was changed last is painted.
    ///
    /// # Errors
    /// When the screen does not answer.
    pub async fn painted(&self) -> Result<()> {
        // Text is not painted before its font is there, and a font is asked for once its text has been laid out.
        let two_frames = "const done = arguments[0];
            const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
            frames(() => document.fonts.ready.then(() => frames(() => done(true))));";
        self.client.execute_async(two_frames, vec![]).await?;
        Ok(())
    }

    /// Waits until an expression in the screen is true.
    ///
    /// # Errors
    /// When it does not become so, with what was waited for.
    pub async fn until(&self, what: &str, expression: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if self.evaluate(expression).await? == json!(true) {
                return Ok(());
            }
            tokio::time::sleep(LOOK).await;
        }
        let text = self.evaluate("document.body.innerText").await?;
        bail!("{what} did not come; the screen shows:\n{}", text.as_str().unwrap_or_default())
    }

    /// A part of the screen, as soon as it is there.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn part(&self, name: &str) -> Result<Element> {
        let selector = selector(name);
        let until = Instant::now() + PATIENCE;
        loop {
            self.until(name, &format!("document.querySelector({selector:?}) !== null")).await?;
            match self.client.find(Locator::Css(&selector)).await {
                Ok(part) => return Ok(part),
                // What is drawn anew between the two questions is another one.
                Err(_) if Instant::now() < until => {}
                Err(error) => return Err(error).with_context(|| format!("{name} is gone again")),
            }
        }
    }

    /// An expression of a part, which is `part` in it, as soon as the part is there.
    async fn of_part(&self, name: &str, expression: &str) -> Result<Value> {
        let selector = selector(name);
        let until = Instant::now() + PATIENCE;
        loop {
            self.until(name, &format!("document.querySelector({selector:?}) !== null")).await?;
            // In one question: what is drawn anew meanwhile is another one.
            let asked = format!(
                "((part) => part === null ? null : [{expression}])(document.querySelector({selector:?}))"
            );
            match self.evaluate(&asked).await? {
                Value::Array(answer) => return answer.into_iter().next().context("no answer"),
                _ if Instant::now() < until => {}
                _ => bail!("{name} is gone again"),
            }
        }
    }

    /// How many parts of that name there are.
    ///
    /// # Errors
    /// When the screen does not answer.
    pub async fn count(&self, name: &str) -> Result<u64> {
        let count = self.evaluate(&format!("document.querySelectorAll({:?}).length", selector(name))).await?;
        count.as_u64().context("no number")
    }

    /// Clicks.
    ///
    /// # Errors
    /// When there is nothing to click.
    pub async fn click(&self, name: &str) -> Result<()> {
        let part = self.part(name).await?;
        // The driver scrolls to what is out of sight, and not to what lies half under the edge: a person does.
        self.run(&format!(
            "document.querySelector({:?})?.scrollIntoView({{ block: 'nearest' }})",
            selector(name)
        ))
        .await?;
        part.click().await.with_context(|| format!("a click on {name}"))
    }

    /// Clicks what ends the app or hides its window, once the driver has its answer: later there is nobody to give it.
    ///
    /// # Errors
    /// When there is nothing to click.
    pub async fn click_last(&self, name: &str) -> Result<()> {
        self.part(name).await?;
        // It may be too late for the answer even so; that it was clicked shows by what follows.
        let _ = self
            .run(&format!("setTimeout(() => document.querySelector({:?}).click())", selector(name)))
            .await;
        Ok(())
    }

    /// Types over what a box holds.
    ///
    /// # Errors
    /// When there is no such box.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let part = self.part(name).await?;
        // By keys: WebDriver's own way to clear a box tells the page nothing of it.
        part.send_keys(SELECT_ALL).await?;
        Ok(part.send_keys(&format!("{DELETE}{text}")).await?)
    }

    /// Chooses from a list by value.
    ///
    /// # Errors
    /// When there is no such list or value.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        let chosen = self.part(name).await?.select_by_value(value).await;
        chosen.with_context(|| format!("{value} in {name}"))
    }

    /// The text of a part as a person sees it.
    ///
    /// # Errors
    /// When there is no such part.
    pub async fn text(&self, name: &str) -> Result<String> {
        // WebDriver's own reading of texts leaves out what is scrolled out of sight.
        let text = self.of_part(name, "part.innerText").await?;
        let text = text.as_str().context("no text")?;
        // What keeps foreign text in a sentence from reaching out of it is not seen.
        Ok(text.replace(['\u{2068}', '\u{2069}'], ""))
    }

    /// A box's content.
    ///
    /// # Errors
    /// When there is no such box.
    pub async fn value(&self, name: &str) -> Result<String> {
        let value = self.of_part(name, "part.value").await?;
        Ok(value.as_str().context("no box")?.to_owned())
    }

    /// An attribute of a part.
    ///
    /// # Errors
    /// When there is no such part.
    pub async fn attribute(&self, name: &str, attribute: &str) -> Result<Option<String>> {
        let value = self.of_part(name, &format!("part.getAttribute({attribute:?})")).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Waits until there are so many parts of that name.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn until_count(&self, name: &str, count: usize) -> Result<()> {
        let selector = selector(name);
        self.until(
            &format!("{count} × {name}"),
            &format!("document.querySelectorAll({selector:?}).length === {count}"),
        )
        .await
    }

    /// Waits until no part has that name.
    ///
    /// # Errors
    /// When it stays.
    pub async fn until_gone(&self, name: &str) -> Result<()> {
        self.until_count(name, 0).await
    }

    /// Waits until the keyboard's focus is on a part.
    ///
    /// # Errors
    /// When it does not come there.
    pub async fn until_focused(&self, name: &str) -> Result<()> {
        let selector = selector(name);
        self.until(
            &format!("the focus on {name}"),
            &format!("document.activeElement?.matches({selector:?}) === true"),
        )
        .await
    }

    /// Waits until a part has an attribute of that value.
    ///
    /// # Errors
    /// When it does not get it.
    pub async fn until_attribute(&self, name: &str, attribute: &str, value: &str) -> Result<()> {
        let selector = selector(name);
        self.until(
            &format!("{name} with {attribute}={value}"),
            &format!("document.querySelector({selector:?})?.getAttribute({attribute:?}) === {value:?}"),
        )
        .await
    }

    /// The id of the app's window on the display, for xdotool.
    ///
    /// # Errors
    /// When there is none.
    pub fn x_window(&self, desk: &Desk) -> Result<String> {
        let found = desk.xdotool(&["search", "--onlyvisible", "--name", TITLE])?;
        found.lines().last().map(str::to_owned).context("no window on the display")
    }
}

/// Starts a driver on a port that is free at the moment, and says where it will listen.
fn start_driver(desk: &Desk) -> Result<(Group, String)> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut driver = Command::new("WebKitWebDriver");
    driver.args(["--host=127.0.0.1", &format!("--port={port}")]);
    let driver = Group::writing(desk.dress(&mut driver), &desk.output())?;
    Ok((driver, format!("http://127.0.0.1:{port}")))
}

/// A part by name; what is more than a name is taken as it is.
fn selector(name: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_alphanumeric()) && !name.contains([' ', '[', '>']) {
        format!("[data-testid='{name}']")
    } else {
        name.to_owned()
    }
}
