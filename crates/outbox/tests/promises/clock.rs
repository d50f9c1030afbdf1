//! A clock that is set back, or forward: nothing waits longer for it, no order is lost, and nothing is removed early.

use std::sync::atomic::{AtomicI64, Ordering};

use outbox::{Outbox, Query, State};

use crate::desk::{Carrying, Desk, Desks, draft, send_off_at};

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;
const START: i64 = 1_700_000_000_000;

fn ids(outbox: &Outbox) -> Vec<i64> {
    outbox.page(&Query::default(), None, 100).unwrap().deliveries.iter().map(|delivery| delivery.id).collect()
}

/// Sends three off for one ticket, with a clock that jumps between them, and again between every two attempts.
async fn jumps(jump: i64, clock: &'static AtomicI64, now: fn() -> i64) {
    clock.store(START, Ordering::SeqCst);
    let desk = Desk::new().await;
    let outbox = desk.open();
    for (number, value) in ["Open", "On Hold", "Resolved"].into_iter().enumerate() {
        draft(&outbox, 143, value);
        send_off_at(&outbox, now());
        clock.fetch_add(if number == 0 { jump } else { 1 }, Ordering::SeqCst);
    }
    assert_eq!(
        outbox.top().unwrap().on_the_way.iter().map(|delivery| delivery.id).collect::<Vec<_>>(),
        [1, 2, 3]
    );
    // The first attempt breaks, and is made again.
    desk.server.inject("status-503-json-not-applied".parse().unwrap());
    drop(outbox);
    clock.fetch_add(jump, Ordering::SeqCst);
    let outbox = desk.open();
    let carrying = Carrying::with(&outbox, Desks(Some(desk.client.clone())), now, move |_| {
        clock.fetch_add(jump / 100, Ordering::SeqCst);
    });
    // Not a measure of speed: hours and years are what it must not be.
    carrying.until_state(3, State::Done).await;
    let values: Vec<String> =
        desk.server.record().applied.iter().map(|applied| applied.fields[0].1.clone()).collect();
    assert_eq!(values, ["Open", "On Hold", "Resolved"]);
    assert_eq!(ids(&outbox), [3, 2, 1]);
    assert_eq!(outbox.attempts(1).unwrap().len(), 2);
    carrying.courier.stop().await;
}

#[tokio::test]
async fn a_clock_that_is_set_back_an_hour_makes_nobody_wait_and_keeps_the_order() {
    static CLOCK: AtomicI64 = AtomicI64::new(0);
    jumps(-HOUR, &CLOCK, || CLOCK.load(Ordering::SeqCst)).await;
}

#[tokio::test]
async fn a_clock_that_is_set_forward_a_year_makes_nobody_wait_and_keeps_the_order() {
    static CLOCK: AtomicI64 = AtomicI64::new(0);
    jumps(365 * DAY, &CLOCK, || CLOCK.load(Ordering::SeqCst)).await;
}

#[tokio::test]
async fn only_what_is_long_done_by_the_time_at_which_it_settled_is_removed() {
    static CLOCK: AtomicI64 = AtomicI64::new(0);
    fn now() -> i64 {
        CLOCK.load(Ordering::SeqCst)
    }
    let desk = Desk::new().await;
    let outbox = desk.open();
    // Sent off with a clock that was a year behind, done at the right time.
    draft(&outbox, 143, "Open");
    let behind = send_off_at(&outbox, START - 365 * DAY).id;
    CLOCK.store(START, Ordering::SeqCst);
    let carrying = Carrying::with(&outbox, Desks(Some(desk.client.clone())), now, |_| ());
    carrying.until_state(behind, State::Done).await;
    assert_eq!(outbox.forget_done(30, START + 29 * DAY).unwrap(), [0; 0], "done for 29 days");
    // A clock that is an hour behind what was kept.
    assert_eq!(outbox.forget_done(0, START - HOUR).unwrap(), [0; 0]);
    assert_eq!(outbox.forget_done(30, START + 31 * DAY).unwrap(), [behind]);
    carrying.courier.stop().await;
}
