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
    // A clock that is an hour behind what was kept.
    assert_eq!(outbox.forget_old(Some(0), START - HOUR).unwrap(), [0; 0]);
    for days in 1..=30 {
        assert_eq!(outbox.forget_old(Some(30), START + days * DAY).unwrap(), [0; 0], "done for {days} days");
    }
    assert_eq!(outbox.forget_old(Some(30), START + 31 * DAY).unwrap(), [behind]);
    carrying.courier.stop().await;
}

/// An outbox with one that was done at [`START`] and was kept for some days since, by a clock that went as it should.
async fn with_one_done(desk: &Desk) -> (Outbox, i64) {
    let outbox = desk.open();
    draft(&outbox, 143, "Open");
    let done = send_off_at(&outbox, START).id;
    let carrying = Carrying::with(&outbox, Desks(Some(desk.client.clone())), || START, |_| ());
    carrying.until_state(done, State::Done).await;
    carrying.courier.stop().await;
    drop(carrying);
    for days in 0..5 {
        assert_eq!(outbox.forget_old(Some(30), START + days * DAY).unwrap(), [0; 0]);
    }
    (outbox, done)
}

#[tokio::test]
async fn a_clock_that_jumped_removes_nothing_until_it_said_the_same_for_days() {
    let desk = Desk::new().await;
    let (outbox, done) = with_one_done(&desk).await;
    let ahead = START + 365 * DAY;
    // Every six hours of the first day, and whatever is sent meanwhile by the same clock.
    for hours in [0, 6, 12, 18] {
        assert_eq!(outbox.forget_old(Some(30), ahead + hours * HOUR).unwrap(), [0; 0], "{hours} hours");
    }
    draft(&outbox, 144, "Open");
    send_off_at(&outbox, ahead + 19 * HOUR);
    assert_eq!(outbox.forget_old(Some(30), ahead + 20 * HOUR).unwrap(), [0; 0]);
    drop(outbox);
    // A start is no day.
    for _ in 0..5 {
        assert_eq!(desk.open().forget_old(Some(30), ahead + 21 * HOUR).unwrap(), [0; 0]);
    }
    for days in 1..=2 {
        assert_eq!(desk.open().forget_old(Some(30), ahead + days * DAY).unwrap(), [0; 0], "{days} days");
    }
    assert_eq!(desk.open().forget_old(Some(30), ahead + 3 * DAY).unwrap(), [done], "it was so for days");
}

#[tokio::test]
async fn a_clock_that_jumped_and_was_put_right_has_removed_nothing() {
    let desk = Desk::new().await;
    let (outbox, done) = with_one_done(&desk).await;
    for at in [START + 900 * DAY, START + 901 * DAY, START + 6 * DAY, START + 7 * DAY, START + 900 * DAY] {
        assert_eq!(outbox.forget_old(Some(30), at).unwrap(), [0; 0]);
    }
    assert!(outbox.delivery(done).is_ok());
}

#[tokio::test]
async fn whoever_opens_the_app_once_a_month_is_rid_of_what_is_old_all_the_same() {
    let desk = Desk::new().await;
    let (outbox, done) = with_one_done(&desk).await;
    let removed: Vec<Vec<i64>> =
        (1..=4).map(|month| outbox.forget_old(Some(30), START + month * 35 * DAY).unwrap()).collect();
    assert_eq!(removed, [vec![], vec![], vec![], vec![done]]);
}
