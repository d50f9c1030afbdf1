//! The program under torture: the app's core without a window. It sends what is planned, carries until nothing goes by
//! itself any more, and goes on where it was when it is started again.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail, ensure};
use outbox::{
    Accepted, AccountError, Accounts, Behind, Courier, Delivery, LeftOut, Outbox, OutboxError, Query,
    SendingAccount, State, Undone,
};
use service_crm::{CancellationToken, Client, Limits, Place};
use tokio::runtime::Handle;
use tokio::sync::Notify;

use crate::plan::{Planned, Thinks, plan};

/// No fault of a round takes longer; the usual limits would only make the rounds longer.
const LIMITS: Limits =
    Limits { connect: Duration::from_secs(5), stall: Duration::from_secs(5), answer: Duration::from_secs(5) };

/// More deliveries than a round has.
const MOST: usize = 1000;
/// Longer than a life.
const LONG: Duration = Duration::from_secs(1000);

/// The only account there is.
struct One(Client);

impl Accounts for One {
    fn place(&self, _: &str) -> Option<Place> {
        Some(self.0.place().clone())
    }

    async fn client(&self, _: &str, _: Option<&Place>) -> Result<Client, AccountError> {
        Ok(self.0.clone())
    }
}

/// Works in the app's folder until all is settled, with the files of a round's folder. What it says on the way is what
/// a person would have been told.
pub(crate) async fn carry(folder: &Path, app: &Path, address: &str, seed: u64) -> Result<()> {
    let outbox = Outbox::open(app)?;
    ensure!(outbox.rescue().is_none(), "the database was damaged: {:?}", outbox.rescue());
    let news = Arc::new(Notify::new());
    let tell = news.clone();
    let courier = Courier::start(
        outbox.clone(),
        One(practice_client::unpaced_at(address, LIMITS)),
        now,
        Handle::current(),
        move |_| {
            tell.notify_one();
        },
    );
    let person = Person { outbox: outbox.clone(), courier: courier.clone(), runtime: Handle::current() };
    let originals = folder.join("files");
    tokio::task::spawn_blocking(move || {
        plan(seed).iter().try_for_each(|planned| person.send(planned, &originals))
    })
    .await??;
    while goes_on(&outbox)? {
        news.notified().await;
    }
    courier.stop().await;
    say("settled", "");
    Ok(())
}

/// Whether anything is under way or goes by itself. What stands behind one that may be done waits for a person.
fn goes_on(outbox: &Outbox) -> Result<bool, OutboxError> {
    let for_a_person =
        |delivery: &Delivery| delivery.state == State::Waiting && delivery.behind == Some(Behind::Unknown);
    Ok(!outbox.top()?.on_the_way.iter().all(for_a_person))
}

/// A person who types, drops, sends and cancels.
struct Person {
    outbox: Outbox,
    courier: Courier<One>,
    runtime: Handle,
}

impl Person {
    /// Sends what is planned, from wherever the last end of the program left it.
    fn send(&self, planned: &Planned, originals: &Path) -> Result<()> {
        if !sent_off(&self.outbox)?.contains(&planned.value) {
            if self.outbox.draft()?.text != planned.text() {
                self.outbox.save_draft(&planned.text())?;
            }
            say("typed", &planned.value);
            // After an Undo they are there, from the app's own copies.
            if self.outbox.draft()?.files.len() < planned.files.len() {
                let attached = self.outbox.attach(&planned.paths(originals))?;
                let there = |left: &LeftOut| matches!(left, LeftOut::AlreadyAttached { .. });
                ensure!(attached.left.iter().all(there), "left out: {:?}", attached.left);
            }
            say("dropped", &planned.value);
            let mut delivery = self.send_off(planned, planned.thinks.is_some())?;
            if let Some(thinks) = planned.thinks
                && self.think(&delivery, thinks)?
            {
                say("undone", &planned.value);
                delivery = self.send_off(planned, false)?;
            }
            if let Some(after) = planned.cancel {
                self.cancel(delivery.id, after);
            }
        }
        // The stick is pulled out.
        for original in planned.paths(originals) {
            if original.exists() {
                fs::remove_file(original)?;
            }
        }
        Ok(())
    }

    fn send_off(&self, planned: &Planned, held_back: bool) -> Result<Delivery> {
        let sender = SendingAccount {
            account: "practice".to_owned(),
            account_name: "Practice".to_owned(),
            place: None,
            reads_tickets: false,
            held_back,
            in_parts: false,
        };
        let stop = CancellationToken::new();
        say("sends", &planned.value);
        let delivery = match self.outbox.send_off(&sender, &stop, |_| (), now())? {
            Accepted::Delivery(delivery) => *delivery,
            not => bail!("{} was not accepted: {not:?}", planned.value),
        };
        say("accepted", &planned.value);
        if held_back {
            say("held-back", &planned.value);
        }
        self.courier.sent_off(&delivery);
        Ok(delivery)
    }

    /// Whether it was undone.
    fn think(&self, delivery: &Delivery, thinks: Thinks) -> Result<bool> {
        let id = delivery.id;
        match thinks {
            Thinks::Undoes(after) => {
                self.courier.hold_back(delivery, LONG);
                std::thread::sleep(after);
                let undone = self.runtime.block_on(self.courier.undo(id, false))?;
                ensure!(undone == Undone::Draft, "something is in the way of an Undo");
                return Ok(true);
            }
            Thinks::SendsNow => self.runtime.block_on(self.courier.let_go(id))?,
            Thinks::Waits(so_long) => self.courier.hold_back(delivery, so_long),
            Thinks::GoesOn => self.courier.hold_back(delivery, LONG),
        }
        Ok(false)
    }

    fn cancel(&self, id: i64, after: Duration) {
        let courier = self.courier.clone();
        self.runtime.spawn(async move {
            tokio::time::sleep(after).await;
            // It may be settled by then.
            let _ = courier.cancel(id).await;
        });
    }
}

/// The values of all deliveries that there are.
fn sent_off(outbox: &Outbox) -> Result<HashSet<String>> {
    let top = outbox.top()?;
    let below = outbox.page(&Query::default(), None, MOST)?.deliveries;
    let all = top.needs_you.into_iter().chain(top.on_the_way).chain(below);
    Ok(all.flat_map(|it| it.changes.into_iter().map(|change| change.value).chain([it.note])).collect())
}

/// Milliseconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A line, which is out before anything else happens.
fn say(what: &str, value: &str) {
    let mut out = std::io::stdout().lock();
    // A judge that does not listen any more has killed this already.
    let _ = writeln!(out, "{what} {value}").and_then(|()| out.flush());
}
