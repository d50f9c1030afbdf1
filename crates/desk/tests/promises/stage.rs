//! A desk in a folder of its own, and what it tells.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use desk::views::accounts::{AccountForm, AccountView, Overview, SaveResult};
use desk::views::outbox::{DeliveryView, Sent};
use desk::{Change, Desk, DraftText, Event, LaunchRequests};
use practice_server::{Options, PracticeServer};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::host::{START, TestHost, TestKeychain};

/// Everything comes within that, or it does not come.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Stage {
    pub desk: Arc<Desk>,
    pub host: Arc<TestHost>,
    pub requests: Arc<LaunchRequests>,
    heard: UnboundedReceiver<Event>,
    folder: TempDir,
}

impl Stage {
    pub fn new() -> Self {
        Self::open(tempfile::tempdir().unwrap(), Arc::default(), START, "here")
    }

    fn open(folder: TempDir, keychain: Arc<TestKeychain>, now: i64, computer: &'static str) -> Self {
        let (told, heard) = unbounded_channel();
        let (app, now) = (folder.path().join("app"), now.into());
        let host = Arc::new(TestHost {
            folder: app,
            keychain,
            now,
            computer,
            time_to_undo: 0.into(),
            told,
            hung_disk: Mutex::default(),
        });
        let requests = Arc::new(LaunchRequests::default());
        let desk = Desk::new(host.clone(), requests.clone());
        desk.open().unwrap();
        Self { desk, host, requests, heard, folder }
    }

    /// The next start of the app, in the same folder.
    pub async fn restart(self) -> Self {
        self.restart_after(|_| ()).await
    }

    /// The same after something happened to the app's folder while the app was not running.
    pub async fn restart_after(self, happens: impl FnOnce(&Path)) -> Self {
        let here = self.host.computer;
        self.restart_on(here, happens).await
    }

    /// The same on a computer of that name.
    pub async fn restart_on(self, computer: &'static str, happens: impl FnOnce(&Path)) -> Self {
        // One that is opening cannot be stopped.
        let _ = self.desk.rescue().await;
        self.desk.stop().await;
        self.desk.end();
        let Self { desk, host, folder, .. } = self;
        drop(desk);
        happens(&host.folder);
        let (keychain, now) = (host.keychain.clone(), host.now.load(Ordering::SeqCst));
        drop(host);
        Self::open(folder, keychain, now, computer)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file that a person could attach.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Lets time pass.
    pub fn later(&self, milliseconds: i64) {
        self.host.now.fetch_add(milliseconds, Ordering::SeqCst);
    }

    /// The next event that is of use; those before it are passed by.
    pub async fn hear<T>(&mut self, of_use: impl Fn(Event) -> Option<T>) -> T {
        let listening = async {
            loop {
                let event = self.heard.recv().await.expect("the desk is gone");
                if let Some(found) = of_use(event) {
                    return found;
                }
            }
        };
        tokio::time::timeout(PATIENCE, listening).await.expect("nothing of the kind was told")
    }

    /// Waits until a delivery is told of that is as it should be.
    pub async fn until(&mut self, wanted: impl Fn(&DeliveryView) -> bool) -> DeliveryView {
        self.hear(|event| match event {
            Event::OutboxChanged(delivery) if wanted(&delivery) => Some(*delivery),
            _ => None,
        })
        .await
    }

    /// Saves an account at a server, with its keys in the keychain; it is the current one then.
    pub async fn add(&self, server: &PracticeServer) -> AccountView {
        let overview = saved(self.desk.save_account(form(server, json!({}))).await.unwrap());
        current(&overview)
    }

    /// Sends a change of the status of ticket 143.
    pub async fn send(&self, status: &str) -> Sent {
        self.desk.update_ticket(update(status), false, |_| {}).await.unwrap()
    }

    /// The same, which has to become a delivery.
    pub async fn send_off(&self, status: &str) -> DeliveryView {
        match self.send(status).await {
            Sent::Accepted { delivery, .. } => *delivery,
            other => panic!("{other:?}"),
        }
    }
}

pub async fn server() -> PracticeServer {
    server_with(Options { limit: None, readings_pass: true, ..Options::default() }).await
}

pub async fn server_with(options: Options) -> PracticeServer {
    PracticeServer::start(options).await.unwrap()
}

/// The account form for a server, with something in it changed.
pub fn form(server: &PracticeServer, changed: Value) -> AccountForm {
    let mut form = json!({
        "id": null,
        "name": "Support",
        "address": server.base_url(),
        "organisation": server.organisation(),
        "callsPerWindow": 100,
        "accessKey": server.access_key(),
        "secretKey": server.secret_key(),
        "keep": "keychain",
        "leadHost": server.base_url(),
    });
    for (name, value) in changed.as_object().unwrap() {
        form[name] = value.clone();
    }
    serde_json::from_value(form).unwrap()
}

pub fn saved(result: SaveResult) -> Overview {
    match result {
        SaveResult::Saved { overview, .. } => overview,
        other => panic!("{other:?}"),
    }
}

/// Every file in a folder and below, with what is in it. A database's journals come and go meanwhile.
pub fn everything_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(everything_in(&path));
            continue;
        }
        match std::fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            content => files.push((path, content.unwrap())),
        }
    }
    files
}

pub fn current(overview: &Overview) -> AccountView {
    overview.accounts.iter().find(|account| account.id == overview.current).unwrap().clone()
}

/// A typed draft: ticket 143 gets a status.
pub fn update(status: &str) -> DraftText {
    let changes = vec![Change { field: "Status".into(), value: status.into() }];
    DraftText { ticket: "#143".into(), changes, ..DraftText::default() }
}
