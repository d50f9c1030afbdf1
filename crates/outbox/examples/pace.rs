//! 250 updates through the outbox to a practice account that takes 25 calls in 5 s: what `cargo xtask bench pace` runs.
//! Prints how long it took from the first send-off to the last receipt, and the least that it can take, in seconds.
#![expect(clippy::print_stdout, reason = "a program for terminals")]

use std::error::Error;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use outbox::{
    Accepted, AccountError, Accounts, Courier, DraftText, Outbox, Query, SendingAccount, Told, Wanted,
};
use practice_server::{Options, PracticeServer};
use service_crm::{CancellationToken, Change, Client, Limits, Place};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

const UPDATES: u32 = 250;
/// Calls in any 5 s.
const LIMIT: u32 = 25;
const WINDOW: u32 = 5;
/// The practice account's tickets. One ticket's deliveries go one after the other, so they are spread.
const TICKETS: std::ops::RangeInclusive<u32> = 138..=149;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = PracticeServer::start(Options { limit: Some(LIMIT), ..Options::default() }).await?;
    let folder = tempfile::tempdir()?;
    let outbox = Outbox::open(&folder.path().join("app"))?;
    let file = folder.path().join("note.txt");
    std::fs::write(&file, "a tiny file")?;
    // Sent off before the courier starts: what is measured is the carrying.
    for (update, ticket) in (0..UPDATES).zip(TICKETS.cycle()) {
        let status = if update % 2 == 0 { "On Hold" } else { "Open" };
        let changes = vec![Change { field: "Status".into(), value: status.into() }];
        let lead = server.ticket(&ticket.to_string()).ok_or("no such ticket")?.lead;
        outbox.save_draft(&DraftText {
            ticket: ticket.to_string(),
            lead,
            changes,
            ..DraftText::default()
        })?;
        if update % 5 == 0 {
            outbox.attach(std::slice::from_ref(&file))?;
        }
        let sender = SendingAccount {
            account: "practice".into(),
            account_name: "Practice".into(),
            place: None,
            reads_tickets: false,
            held_back: false,
            in_parts: false,
        };
        match outbox.send_off(&sender, &CancellationToken::new(), |_| (), now())? {
            Accepted::Delivery(_) => {}
            not => return Err(format!("not accepted: {not:?}").into()),
        }
    }
    let (tell, mut told) = mpsc::unbounded_channel();
    let start = Instant::now();
    let client = practice_client::client_of(&server, &server.base_url(), Limits::default());
    let courier = Courier::start(outbox.clone(), Practice(client), now, Handle::current(), move |news| {
        // Once everything is done nobody listens any more.
        let _ = tell.send(news);
    });
    while outbox.page(&done(), None, UPDATES as usize)?.deliveries.len() < UPDATES as usize {
        while !matches!(told.recv().await, Some(Told::Changed(_)) | None) {}
    }
    let took = start.elapsed();
    courier.stop().await;
    let record = server.record();
    println!("updates\t{UPDATES}");
    // The first window's calls go at once, and so on; the last ones need no window of their own.
    println!("least\t{}", (UPDATES / LIMIT - 1) * WINDOW);
    println!("took\t{:.3}", took.as_secs_f64());
    println!("applied\t{}", record.applied.len());
    println!("too many\t{}", record.too_many);
    Ok(())
}

fn done() -> Query {
    Query { state: Some(Wanted::Done), ..Query::default() }
}

struct Practice(Client);

impl Accounts for Practice {
    fn place(&self, _: &str) -> Option<Place> {
        Some(self.0.place().clone())
    }

    async fn client(&self, _: &str, _: Option<&Place>) -> Result<Client, AccountError> {
        Ok(self.0.clone())
    }
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
