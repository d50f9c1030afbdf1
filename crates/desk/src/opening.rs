//! Opening the desk: the outbox beside, the courier on it, and what the screen is told of its work.

use std::collections::BTreeSet;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::Duration;

use outbox::{Courier, Outbox, Told};
use tokio::runtime::Handle;

use crate::computer::{self, Mark};
use crate::courier::CourierAccounts;
use crate::desk::{Desk, OpenOutbox};
use crate::error::DeskError;
use crate::event::Event;
use crate::host::Host;
use crate::views::outbox::DeliveryProgress;

/// Between two looks for deliveries that were kept long enough.
const TIDY: Duration = Duration::from_secs(6 * 60 * 60);

impl Desk {
    /// Opens the outbox beside, whose check may take a moment, and starts the courier on it. To be called once, where
    /// tokio runs, and when there is a window to say what comes of it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open(self: &Arc<Self>) -> io::Result<()> {
        let runtime = Handle::current();
        tidy_now_and_then(self, &runtime);
        let opening = self.clone();
        std::thread::Builder::new().name("outbox".into()).spawn(move || {
            let opened = Outbox::open(&opening.folder());
            let (tell, told) = channel();
            opening.outbox_opened(opened.map(|outbox| start(&opening, outbox, runtime, tell)));
            let desk = Arc::downgrade(&opening);
            drop(opening);
            tell_screen(&desk, &told);
        })?;
        Ok(())
    }
}

/// Starts the courier on an outbox that was just opened.
fn start(desk: &Desk, outbox: Outbox, runtime: Handle, tell: Sender<Told>) -> OpenOutbox {
    let clock = desk.host.clone();
    let accounts = CourierAccounts(desk.accounts.clone());
    let teller = teller(desk.host.clone(), tell);
    let now = move || clock.now();
    let courier = if comes_from_elsewhere(desk, &outbox) {
        Courier::start_standing(outbox.clone(), accounts, now, runtime, teller)
    } else {
        Courier::start(outbox.clone(), accounts, now, runtime, teller)
    };
    OpenOutbox { outbox, courier }
}

/// Whether the outbox is another computer's and something in it would go by itself. Where nothing would, nobody need be
/// asked: it is this computer's from now on.
fn comes_from_elsewhere(desk: &Desk, outbox: &Outbox) -> bool {
    let (folder, here) = (desk.folder(), desk.host.computer());
    let Some(here) = here else { return false };
    match computer::holds(&folder, &here) {
        Mark::Ours => return false,
        Mark::None => {}
        // What cannot be read now may hold something that waits.
        Mark::Others if outbox.top().map_or(true, |top| top.on_the_way_total > 0) => return true,
        Mark::Others => {}
    }
    // Not written now, it is written at the next start.
    let _ = computer::mark(&folder, Some(&here));
    false
}

/// Progress goes to the screen at once; what has to be read first, by a thread of its own.
fn teller(host: Arc<dyn Host>, tell: Sender<Told>) -> impl Fn(Told) + Send + Sync + 'static {
    move |told| match told {
        Told::Progress(id, progress) => host.tell(Event::OutboxProgress(DeliveryProgress { id, progress })),
        // Nobody listens any more only where the desk is gone.
        other => drop(tell.send(other)),
    }
}

fn tell_screen(desk: &Weak<Desk>, told: &Receiver<Told>) {
    while let Ok(first) = told.recv() {
        let Some(desk) = desk.upgrade() else { return };
        let mut changed = BTreeSet::new();
        // What has piled up is told once.
        for told in std::iter::once(first).chain(told.try_iter()) {
            match told {
                Told::Changed(id) => drop(changed.insert(id)),
                Told::Unwritten(_, why) => desk.tell(Event::Failed(DeskError::Storage { why })),
                Told::Progress(..) => {}
            }
        }
        let Some(opened) = desk.outbox_already() else { return };
        for id in changed {
            // One that was removed meanwhile is told of by that.
            if let Ok(delivery) = opened.outbox.delivery(id) {
                desk.tell(Event::OutboxChanged(Box::new(desk.view(opened, delivery))));
            }
        }
    }
}

/// Removes what was done longer ago than the person wants it kept, at once and then every few hours.
fn tidy_now_and_then(desk: &Arc<Desk>, runtime: &Handle) {
    let desk = Arc::downgrade(desk);
    runtime.spawn(async move {
        loop {
            let Some(desk) = desk.upgrade() else { return };
            // What cannot be removed now is removed another time.
            let _ = desk.tidy().await;
            drop(desk);
            tokio::time::sleep(TIDY).await;
        }
    });
}
