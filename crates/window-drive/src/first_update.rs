//! How long a first update takes a person, and how many actions a known ticket takes: played at a person's pace.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use practice_server::{Options, PracticeServer};
use serde_json::json;
use window_drive::{Desk, Keychain, Window};

/// Between two letters: 40 words of five letters a minute.
const LETTER: Duration = Duration::from_millis(300);
/// Before each action.
const DECISION: Duration = Duration::from_secs(1);

/// A person who plays: they take a second for each decision, and type as people do.
struct Person<'w> {
    window: &'w Window,
    actions: u32,
    began: Instant,
}

impl<'w> Person<'w> {
    fn at(window: &'w Window, began: Instant) -> Self {
        Self { window, actions: 0, began }
    }

    async fn decide(&mut self) {
        tokio::time::sleep(DECISION).await;
        self.actions += 1;
    }

    async fn click(&mut self, name: &str) -> Result<()> {
        self.decide().await;
        self.window.click(name).await
    }

    async fn choose(&mut self, name: &str, value: &str) -> Result<()> {
        self.decide().await;
        self.window.choose(name, value).await
    }

    async fn type_into(&mut self, name: &str, text: &str) -> Result<()> {
        self.decide().await;
        let place = self.window.part(name).await?;
        for letter in text.chars() {
            tokio::time::sleep(LETTER).await;
            place.send_keys(&letter.to_string()).await?;
        }
        Ok(())
    }

    async fn paste(&mut self, name: &str, text: &str) -> Result<()> {
        self.decide().await;
        self.window.fill(name, text).await
    }

    async fn drop_file(&mut self, desk: &Desk, file: &Path) -> Result<()> {
        self.decide().await;
        desk.drop_files(self.window, &[file.to_owned()]).await?;
        self.window.until_count("file-row", 1).await
    }

    /// The last action, and the wait for the answer.
    async fn send(&mut self) -> Result<(u32, Duration)> {
        self.click("send").await?;
        self.window.until_attribute("answer", "data-state", "done").await?;
        Ok((self.actions, self.began.elapsed()))
    }
}

pub(crate) async fn run(app: &Path) -> Result<()> {
    let (actions, took) = from_the_first_start(app).await?;
    println!("A first update, from the start of the app, in the practice account");
    println!("  {:4.1} s in {actions} actions      aim: at most 60 s", took.as_secs_f64());
    let (actions, took) = from_two_keys(app).await?;
    println!("A first update, from the start of the app, with two keys and a region");
    println!("  {:4.1} s in {actions} actions      aim: at most 60 s", took.as_secs_f64());
    println!("A known ticket, with a team setup: number, drop, Send");
    for (time, how) in [(Some(Duration::ZERO), "sent at once"), (None, "with the moment for Undo after Send")]
    {
        let (actions, took) = with_a_team_setup(app, time, "Invoice 2291.pdf").await?;
        println!("  {:4.1} s in {actions} actions, {how}      aim: 3 actions", took.as_secs_f64());
    }
    println!("The same with a file that names its ticket: drop, Send");
    let (actions, took) = with_a_team_setup(app, Some(Duration::ZERO), "#143 Invoice 2291.pdf").await?;
    println!("  {:4.1} s in {actions} actions      aim: 2 actions", took.as_secs_f64());
    Ok(())
}

/// A field, a value and a file.
async fn from_the_first_start(app: &Path) -> Result<(u32, Duration)> {
    let desk = Desk::new(1280, 900, Keychain::Absent)?;
    let file = desk.file("Invoice 2291.pdf", b"%PDF-1.4\n%%EOF\n")?;
    let began = Instant::now();
    let window = Window::open(&desk, app).await?;
    let mut person = Person::at(&window, began);
    person.click("first-practice").await?;
    person.type_into("ticket-number", "143").await?;
    person.click("add-change").await?;
    person.click("add-change-Status").await?;
    person.choose("change-value", "On Hold").await?;
    person.drop_file(&desk, &file).await?;
    let done = person.send().await?;
    window.close().await?;
    Ok(done)
}

/// Two keys from the vendor's page, a region, and what the vendor fills in by them. The server is at no address that is
/// printed, so the region and the address are pasted too: two actions more than where they are.
async fn from_two_keys(app: &Path) -> Result<(u32, Duration)> {
    let desk = Desk::new(1280, 900, Keychain::Unlocked)?;
    let server = PracticeServer::start(Options::default()).await?;
    let file = desk.file("Invoice 2291.pdf", b"%PDF-1.4\n%%EOF\n")?;
    let began = Instant::now();
    let window = Window::open(&desk, app).await?;
    let mut person = Person::at(&window, began);
    person.click("first-account").await?;
    person.paste("account-access-key", server.access_key()).await?;
    person.paste("account-secret-key", server.secret_key()).await?;
    person.choose("account-region", "other").await?;
    person.paste("account-owner-host", &server.base_url()).await?;
    person.click("ask-owner").await?;
    window.part("owner-found").await?;
    person.paste("account-address", &server.base_url()).await?;
    person.click("account-save").await?;
    window.until_gone("account-form").await?;
    person.type_into("ticket-number", "143").await?;
    person.drop_file(&desk, &file).await?;
    let done = person.send().await?;
    window.close().await?;
    Ok(done)
}

/// The setup is opened before, once for good; the clock starts at the ticket's number.
/// `time_to_undo` as [`Desk::give_time_to_undo`]. The number is typed where the file's `name` does not say it.
async fn with_a_team_setup(
    app: &Path,
    time_to_undo: Option<Duration>,
    name: &str,
) -> Result<(u32, Duration)> {
    let mut desk = Desk::new(1280, 900, Keychain::Unlocked)?;
    desk.give_time_to_undo(time_to_undo);
    let server = PracticeServer::start(Options::default()).await?;
    let setup = json!({
        "format": "ticket-courier-team-setup", "version": 1, "id": "0d3c4a4e-53c5-4c0a-9a57-6a3b6d0d7f11", "revision": 1,
        "name": "Support, Pune",
        "account": {
            "host": server.base_url(), "organisation": server.organisation(), "calls_per_5_seconds": 25,
        },
    });
    let setup = desk.file("team.ticketcourier", setup.to_string())?;
    let file = desk.file(name, b"%PDF-1.4\n%%EOF\n")?;
    let window = Window::open(&desk, app).await?;
    desk.drop_files(&window, &[setup]).await?;
    window.fill("setup-access-key", server.access_key()).await?;
    window.fill("setup-secret-key", server.secret_key()).await?;
    window.click("setup-take").await?;
    window.until_gone("setup").await?;

    let mut person = Person::at(&window, Instant::now());
    if !name.contains('#') {
        person.type_into("ticket-number", "143").await?;
    }
    person.drop_file(&desk, &file).await?;
    let done = person.send().await?;
    let applied = server.record().applied;
    applied
        .first()
        .filter(|update| applied.len() == 1 && update.files.len() == 1)
        .context("it did not arrive")?;
    window.close().await?;
    Ok(done)
}
