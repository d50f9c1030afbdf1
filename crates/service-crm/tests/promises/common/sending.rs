//! An update on its way, and what became of it.

use practice_client::{account_at, client_at, known_keys};
use practice_server::{Fault, Options, PracticeServer};
use service_crm::{
    Account, Attachment, CancellationToken, Change, Client, Effect, Failure, Keys, Limits, Progress, Receipt,
    Update,
};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The lead of ticket 143 in the vendor's sample, and on the practice server.
pub const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

/// A practice account that any number of calls may be made to.
pub async fn server() -> PracticeServer {
    server_with(Options { limit: None, ..known_keys() }).await
}

pub async fn server_with(options: Options) -> PracticeServer {
    PracticeServer::start(options).await.unwrap()
}

/// A practice account whose next connection shows the fault.
pub async fn server_that(fault: Fault) -> PracticeServer {
    let server = server().await;
    server.inject(fault);
    server
}

/// Whether somebody falls silent under this fault, so that a test need not wait as long as a person would. Under the
/// others a busy machine must not pass for a silent server.
pub fn is_silent(fault: &Fault) -> bool {
    matches!(fault, Fault::Silence(_) | Fault::StallAfter(_))
}

/// The practice account at an address, with other keys.
pub fn account(url: &str, access: &str, secret: &str) -> Account {
    Account { keys: Keys::new(access, secret).unwrap(), ..account_at(url) }
}

pub fn client_of(server: &PracticeServer) -> Client {
    client_at(&server.base_url(), Limits::default())
}

pub async fn send(client: &Client, update: &Update) -> Result<Receipt, Failure> {
    client.update_ticket(update, &CancellationToken::new(), |_| ()).await
}

/// Sends in a task of its own, so that a test can act while it goes on; the progress is heard from outside.
pub fn send_aside(client: &Client, update: &Update) -> Aside {
    let (client, update, cancel) = (client.clone(), update.clone(), CancellationToken::new());
    let (tell, progress) = watch::channel(None);
    let cancelled = cancel.clone();
    let settled = tokio::spawn(async move {
        let heard = |step| drop(tell.send(Some(step)));
        client.update_ticket(&update, &cancelled, heard).await
    });
    Aside { cancel, progress, settled }
}

pub struct Aside {
    pub cancel: CancellationToken,
    pub progress: watch::Receiver<Option<Progress>>,
    pub settled: JoinHandle<Result<Receipt, Failure>>,
}

impl Aside {
    pub async fn until(&mut self, reached: impl Fn(&Progress) -> bool) {
        self.progress.wait_for(|step| step.as_ref().is_some_and(&reached)).await.unwrap();
    }

    pub async fn failure(self) -> Failure {
        self.settled.await.unwrap().unwrap_err()
    }
}

/// The stable code of a failure, as the screen sees it.
pub fn code(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["code"].as_str().unwrap().to_owned()
}

pub fn code_and_effect(failure: &Failure) -> (String, Effect) {
    (code(failure), failure.effect)
}

/// The code's parameter that names the file.
#[cfg(target_os = "linux")]
pub fn file_named(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["file"].as_str().unwrap().to_owned()
}

pub fn change(field: &str, value: &str) -> Change {
    Change { field: field.into(), value: value.into() }
}

/// An update of ticket 143 that sets its status, and brings the files along.
pub fn update(attachments: Vec<Attachment>) -> Update {
    Update::new("143", LEAD, vec![change("Status", "On Hold")], attachments).unwrap()
}

/// Hears the progress of an attempt, and steps out of real time while the client waits for a turn: those seconds
/// pass at once. For runtimes of one thread, with nothing else going on in them.
pub fn in_no_time(heard: &mut Vec<Progress>) -> impl FnMut(Progress) + Send {
    let mut paused = false;
    move |step| {
        let waiting = matches!(step, Progress::Waiting { .. });
        if waiting && !paused {
            tokio::time::pause();
        } else if !waiting && paused {
            tokio::time::resume();
        }
        paused = waiting;
        heard.push(step);
    }
}
