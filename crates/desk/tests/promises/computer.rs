//! One outbox, one computer.

use desk::views::outbox::{DeliveryView, WaitingView};
use outbox::State;
use practice_server::Fault;

use crate::stage::{Stage, server};

fn stands(delivery: &DeliveryView) -> bool {
    matches!(delivery.waiting, Some(WaitingView::OtherComputer))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outbox_that_came_from_another_computer_sends_nothing_until_the_person_says_so() {
    let server = server().await;
    let mut stage = Stage::new();
    stage.add(&server).await;
    server.inject_always("status-503-json-not-applied".parse::<Fault>().unwrap());
    let first = stage.send_off("On Hold").await;
    stage.until(|delivery| matches!(delivery.waiting, Some(WaitingView::Busy))).await;
    server.clear_faults();

    let mut stage = stage.restart_on("elsewhere", |_| ()).await;
    let top = stage.desk.outbox_top().await.unwrap();
    assert!(top.on_the_way.iter().all(stands), "{top:?}");
    assert!(stage.desk.is_at_rest(), "it waits for the person");
    // Neither another one sets it going, nor the next start.
    let other = stage.send_off("Resolved").await;
    stage.desk.cancel(other.id).await.unwrap();
    stage = stage.restart().await;
    assert!(stands(&stage.desk.outbox_top().await.unwrap().on_the_way[0]));
    assert!(server.record().applied.is_empty(), "nothing went by itself");

    stage.desk.send_from_here().await.unwrap();
    stage.until(|delivery| delivery.id == first.id && delivery.state == State::Done).await;
    assert_eq!(server.record().applied.len(), 1);
    // It is this computer's from now on.
    let mut stage = stage.restart().await;
    let second = stage.send_off("Resolved").await;
    stage.until(|delivery| delivery.id == second.id && delivery.state == State::Done).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_about_an_outbox_in_which_nothing_waits() {
    let server = server().await;
    let mut stage = Stage::new();
    stage.add(&server).await;
    for computer in ["elsewhere", "here"] {
        stage = stage.restart_on(computer, |_| ()).await;
        let sent = stage.send_off("On Hold").await;
        stage.until(|delivery| delivery.id == sent.id && delivery.state == State::Done).await;
    }
}
