//! A desk for a test: a folder for the outbox, a ticket system, and a courier between them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use outbox::{
    Accepted, AccountError, Accounts, Courier, Delivery, DraftText, Outbox, SendingAccount, State, Told,
};
pub use practice_client::client_of;
use practice_server::{Options, PracticeServer};
use service_crm::{CancellationToken, Change, Client, Limits, Place};
use tempfile::TempDir;
use tokio::runtime::Handle;
use tokio::sync::watch;

pub const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";
/// Leads of the practice account's tickets 138 to 149.
pub fn lead(ticket: u32) -> &'static str {
    match ticket {
        138 | 142 | 148 => "8d1c5e0a-3f52-4c38-9a55-6f1f2f0a7b11",
        139 | 145 => "b7e4a2f6-91c3-4d0e-8f27-52d9c1e6a033",
        140 | 146 | 149 => "1f9a7c34-0b6d-4e8a-b5c2-7d3e8f4a9c55",
        141 | 147 => "e2c86d15-7a49-4b13-a0f8-94b6d7c5e177",
        _ => LEAD,
    }
}

/// An account with the keys of one that runs, for the clients that know them.
pub fn as_before(server: &PracticeServer) -> Options {
    let (access_key, secret_key) = (server.access_key().to_owned(), server.secret_key().to_owned());
    Options { limit: None, access_key, secret_key, ..Options::default() }
}

pub fn now() -> i64 {
    1_700_000_000_000
}

pub struct Desk {
    pub folder: TempDir,
    pub server: PracticeServer,
    pub client: Client,
}

impl Desk {
    pub async fn new() -> Self {
        Self::with(Options { limit: None, ..Options::default() }, Limits::default()).await
    }

    pub async fn with(options: Options, limits: Limits) -> Self {
        let server = PracticeServer::start(options).await.unwrap();
        let client = client_of(&server, &server.base_url(), limits);
        Self { folder: TempDir::new().unwrap(), server, client }
    }

    pub fn open(&self) -> Outbox {
        Outbox::open(&self.folder.path().join("app")).unwrap()
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn courier(&self, outbox: &Outbox) -> Carrying {
        Carrying::start(outbox, Desks(Some(self.client.clone())))
    }
}

/// A client for every account, or no keys for any.
pub struct Desks(pub Option<Client>);

impl Accounts for Desks {
    fn place(&self, _: &str) -> Option<Place> {
        self.0.as_ref().map(|client| client.place().clone())
    }

    async fn client(&self, _: &str, _: Option<&Place>) -> Result<Client, AccountError> {
        self.0.clone().ok_or(AccountError::Keys)
    }
}

/// A courier at work, and what it told.
pub struct Carrying {
    pub courier: Courier<Desks>,
    pub outbox: Outbox,
    told: watch::Receiver<Vec<Told>>,
}

impl Carrying {
    pub fn start(outbox: &Outbox, desks: Desks) -> Self {
        Self::with(outbox, desks, now, |_| ())
    }

    /// With a clock of the test's own, and somebody who hears what is told in the moment in which it is.
    pub fn with(
        outbox: &Outbox,
        desks: Desks,
        now: fn() -> i64,
        hear: impl Fn(&Told) + Send + Sync + 'static,
    ) -> Self {
        let (tell, told) = watch::channel(Vec::new());
        let tell = Arc::new(tell);
        let courier = Courier::start(outbox.clone(), desks, now, Handle::current(), move |news| {
            hear(&news);
            tell.send_modify(|told| told.push(news));
        });
        Self { courier, outbox: outbox.clone(), told }
    }

    /// Waits until a delivery is as wanted; looks whenever the courier told something.
    pub async fn until(&self, id: i64, wanted: impl Fn(&Delivery) -> bool) -> Delivery {
        let mut told = self.told.clone();
        loop {
            told.borrow_and_update();
            let delivery = self.outbox.delivery(id).unwrap();
            if wanted(&delivery) {
                return delivery;
            }
            // Not a measure of speed: only the end of hope.
            if tokio::time::timeout(Duration::from_secs(30), told.changed()).await.is_err() {
                panic!("{delivery:?} stays so; told: {:?}", self.told());
            }
        }
    }

    pub async fn until_state(&self, id: i64, state: State) -> Delivery {
        self.until(id, |delivery| delivery.state == state).await
    }

    pub fn told(&self) -> Vec<Told> {
        self.told.borrow().clone()
    }

    pub async fn until_told(&self, wanted: impl Fn(&Told) -> bool) {
        let mut told = self.told.clone();
        told.wait_for(|told| told.iter().any(&wanted)).await.unwrap();
    }

    /// Sends the draft off, as a person does.
    pub fn send(&self) -> Delivery {
        let delivery = send_off(&self.outbox);
        self.courier.sent_off(&delivery);
        delivery
    }
}

pub fn sender() -> SendingAccount {
    SendingAccount {
        account: "acme".into(),
        account_name: "Acme".into(),
        place: None,
        reads_tickets: false,
        held_back: false,
        in_parts: false,
    }
}

pub fn draft(outbox: &Outbox, ticket: u32, value: &str) {
    let changes = vec![Change { field: "Status".into(), value: value.into() }];
    let text = DraftText {
        ticket: format!("#{ticket}"),
        lead: lead(ticket).into(),
        changes,
        ..DraftText::default()
    };
    outbox.save_draft(&text).unwrap();
}

pub fn send_off(outbox: &Outbox) -> Delivery {
    send_off_at(outbox, now())
}

pub fn send_off_at(outbox: &Outbox, at: i64) -> Delivery {
    match outbox.send_off(&sender(), &CancellationToken::new(), |_| (), at).unwrap() {
        Accepted::Delivery(delivery) => *delivery,
        not => panic!("{not:?}"),
    }
}

/// The words of an exported list: a few, so that what has none is seen as well.
pub fn export_words() -> outbox::ExportWords {
    let words = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, word)| ((*name).to_owned(), (*word).to_owned())).collect()
    };
    let heading = str::to_owned;
    outbox::ExportWords {
        columns: outbox::ExportColumns {
            ticket: heading("Ticket"),
            state: heading("State"),
            sent: heading("Sent"),
            settled: heading("Settled"),
            account: heading("Account"),
            changes: heading("Changes"),
            files: heading("Files"),
            attempts: heading("Attempts"),
            answer: heading("Answer"),
            failure: heading("Failure"),
            number: heading("Number"),
            what: heading("What"),
            note: heading("Note"),
        },
        states: words(&[("waiting", "On its way")]),
        jobs: words(&[("new_ticket", "A new ticket")]),
        fields: words(&[("DueDate", "Due")]),
    }
}
