//! The choice of deliveries that go: those that are due get a task each, as far as there is room on their lane.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::lane::STORAGE;
use super::shared::{Accounts, Shared};
use super::under_way::{UnderWay, has_room};
use crate::delivery::Due;
use crate::error::OutboxError;

/// Deliveries that are looked at at once for one that may go.
const AT_ONCE: usize = 200;

impl<A: Accounts> Shared<A> {
    pub(super) async fn dispatch(self: Arc<Self>) {
        // One that is not bound now is bound when it goes.
        let _ = self.place_earlier().await;
        self.compare_undecided(None).await;
        loop {
            let wake = self.wake.notified();
            if self.stopping.is_cancelled() {
                return;
            }
            self.send_out_due().await;
            tokio::select! {
                () = wake => {}
                () = self.stopping.cancelled() => return,
            }
        }
    }

    async fn send_out_due(self: &Arc<Self>) {
        let (closed, later) = {
            let lanes = self.lanes();
            if lanes.standing {
                return;
            }
            lanes.not_now()
        };
        match self.on_disk(move |outbox| outbox.due(&closed, &later, AT_ONCE)).await {
            Ok(due) => due.into_iter().for_each(|due| self.send_out(due)),
            // Read again when something happens, and in a while.
            Err(_) => self.wake_in(STORAGE),
        }
    }

    /// Gives a delivery a task of its own, if there is room on its lane.
    fn send_out(self: &Arc<Self>, due: Due) {
        let alone = self.lanes().goes_one_ahead(&due.account);
        let mut under_way = self.under_way();
        if under_way.contains_key(&due.id) || !has_room(under_way.values(), &due, alone) {
            return;
        }
        let one = UnderWay::new(&due);
        under_way.insert(due.id, one.clone());
        drop(under_way);
        let shared = self.clone();
        // Not ended from outside: it ends when what became of it is written down.
        let carrying = async move {
            let slot = Slot { shared: shared.clone(), id: due.id };
            let may_wait = shared.carry(due.id, &one).await;
            drop(slot);
            if may_wait && one.stop.is_cancelled() && !one.paused.load(Ordering::SeqCst) {
                // A person stopped it in the moment in which it failed by itself: it waits now, and must not go on.
                // One that is settled meanwhile cannot be stopped any more.
                let _ = shared.cancel(due.id).await;
            }
        };
        self.tasks.spawn_on(carrying, &self.runtime);
    }

    /// As [`Courier::cancel`].
    pub(super) async fn cancel(self: &Arc<Self>, id: i64) -> Result<(), OutboxError> {
        // Under the lock, so that it cannot begin in between.
        let under_way = self.under_way().get(&id).cloned();
        if let Some(under_way) = under_way {
            under_way.stop.cancel();
            return Ok(());
        }
        let now = (self.now)();
        self.on_disk(move |outbox| outbox.cancel(id, now)).await?;
        self.changed(id);
        Ok(())
    }
}

/// A delivery's slot among those under way, until its task ends, however it does.
struct Slot<A: Accounts> {
    shared: Arc<Shared<A>>,
    id: i64,
}

impl<A: Accounts> Drop for Slot<A> {
    fn drop(&mut self) {
        self.shared.under_way().remove(&self.id);
        self.shared.wake.notify_one();
    }
}
