//! The practice account: its keys and rights, its tickets, and the faults it is to show.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Instant, SystemTime},
};

use tokio::sync::watch;

use crate::{
    faults::Fault,
    forms::Form,
    limit::{Limit, TooMany},
    record::{Applied, Head, Note, Record},
    tickets::{self, StoredFile, Ticket},
};

/// A practice account's nature.
#[derive(Clone)]
pub struct Options {
    /// The loopback port; 0 for any that is free.
    pub port: u16,
    /// The organisation ID in the paths.
    pub organisation: String,
    /// The access key that is right; by chance, unless it is given.
    pub access_key: String,
    /// The secret key that is right; by chance, unless it is given.
    pub secret_key: String,
    /// Calls allowed in any five seconds; `None` or 0 for no limit.
    pub limit: Option<u32>,
    /// Whether a 429 because of the limit carries `Retry-After`.
    pub retry_after: bool,
    /// Whether the keys are an administrator's; if not, the catalogue and the lists answer 403.
    pub administrator: bool,
    /// Whether the keys may read tickets; if not, the details answer 403.
    pub may_read: bool,
    /// Whether an injected fault waits for a call that changes something: readings (GET, and the catalogue) pass it by.
    pub readings_pass: bool,
    /// Forms that its answers take instead of the usual ones.
    pub forms: Vec<Form>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            organisation: "22824".to_owned(),
            access_key: key_by_chance(),
            secret_key: key_by_chance(),
            limit: Some(25),
            retry_after: false,
            administrator: true,
            may_read: true,
            readings_pass: false,
            forms: Vec::new(),
        }
    }
}

/// Of its own at each start: what is on every computer under the same keys could be called by whoever knows them.
fn key_by_chance() -> String {
    format!("practice-{:032x}", rand::random::<u128>())
}

/// How far things are, for whoever waits.
#[derive(Debug, Clone, Copy, Default)]
pub struct Progress {
    pub calls: u64,
    pub body_bytes: u64,
    pub applied: u64,
}

/// The account, shared by all connections.
pub struct Account {
    pub options: Options,
    limit: Mutex<Limit>,
    record: Mutex<Record>,
    faults: Mutex<Faults>,
    progress: watch::Sender<Progress>,
}

/// Faults to show: the queue first, then the one that stays.
#[derive(Default)]
struct Faults {
    next: VecDeque<Fault>,
    always: Option<Fault>,
}

impl Faults {
    fn coming(&self) -> Option<Fault> {
        self.next.front().copied().or(self.always)
    }

    fn take(&mut self) -> Option<Fault> {
        self.next.pop_front().or(self.always)
    }
}

/// A poisoned lock is taken all the same: every change below is complete in itself.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Account {
    pub fn new(options: Options) -> Arc<Self> {
        Arc::new(Self {
            limit: Mutex::new(Limit::new(options.limit)),
            record: Mutex::new(Record { tickets: tickets::seeded(), ..Record::default() }),
            faults: Mutex::default(),
            progress: watch::Sender::default(),
            options,
        })
    }

    pub fn record(&self) -> Record {
        lock(&self.record).clone()
    }

    pub fn ticket(&self, number: &str) -> Option<Ticket> {
        lock(&self.record).tickets.get(number).cloned()
    }

    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.subscribe()
    }

    pub fn inject(&self, fault: Fault) {
        lock(&self.faults).next.push_back(fault);
    }

    pub fn inject_always(&self, fault: Fault) {
        lock(&self.faults).always = Some(fault);
    }

    pub fn clear_faults(&self) {
        *lock(&self.faults) = Faults::default();
    }

    /// Counts a connection and says which fault it is to show.
    pub fn connected(&self) -> Option<Fault> {
        lock(&self.record).connections += 1;
        let mut faults = lock(&self.faults);
        // Whether it brings a reading is not known yet, and it may go without having said anything.
        if self.options.readings_pass && faults.coming() != Some(Fault::Refuse) {
            return None;
        }
        faults.take()
    }

    /// A call has come that changes something: which fault it is to show, where readings pass them by.
    pub fn changing(&self) -> Option<Fault> {
        lock(&self.faults).take()
    }

    /// Writes down a call and says its number; whether it was one too many is for the caller to act on.
    pub fn called(&self, head: Head) -> (u64, Result<(), TooMany>) {
        let pace = lock(&self.limit).count(Instant::now());
        let call = lock(&self.record).arrived(head);
        self.progress.send_modify(|progress| progress.calls += 1);
        (call, pace)
    }

    /// Counts a call that was answered 429.
    pub fn turned_away(&self) {
        lock(&self.record).too_many += 1;
    }

    pub fn body_arrived(&self, call: u64, bytes: u64) {
        {
            let mut record = lock(&self.record);
            record.body_bytes += bytes;
            if let Some(call) = record.call(call) {
                call.body_bytes += bytes;
            }
        }
        self.progress.send_modify(|progress| progress.body_bytes += bytes);
    }

    pub fn answered(&self, call: u64, status: u16) {
        if let Some(call) = lock(&self.record).call(call) {
            call.answered = Some(status);
        }
    }

    /// Changes a ticket, all at once.
    pub fn update(&self, number: &str, update: Update) {
        apply(&mut lock(&self.record), number, update);
        self.progress.send_modify(|progress| progress.applied += 1);
    }

    /// Makes a ticket for the lead, with the next free number, all at once. None where there are as many as are kept.
    pub fn create(&self, lead: &str, update: Update) -> Option<Ticket> {
        let ticket = {
            let mut record = lock(&self.record);
            if record.is_full() {
                return None;
            }
            let numbers = record.tickets.keys().filter_map(|number| number.parse::<u32>().ok());
            let ticket = Ticket::new(numbers.max().unwrap_or(0) + 1, lead);
            record.tickets.insert(ticket.number.clone(), ticket.clone());
            apply(&mut record, &ticket.number, update);
            ticket
        };
        self.progress.send_modify(|progress| progress.applied += 1);
        Some(ticket)
    }

    pub fn note(&self, note: Note) {
        lock(&self.record).noted(note);
        self.progress.send_modify(|progress| progress.applied += 1);
    }
}

/// The changes that are made to a ticket at once.
pub struct Update {
    pub arrived: SystemTime,
    pub fields: Vec<(String, String)>,
    pub files: Vec<StoredFile>,
}

fn apply(record: &mut Record, number: &str, update: Update) {
    let Update { arrived, fields, files } = update;
    if let Some(ticket) = record.tickets.get_mut(number) {
        ticket.set(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        ticket.add(files.iter().cloned());
    }
    record.done(Applied { ticket: number.to_owned(), arrived, fields, files });
}
