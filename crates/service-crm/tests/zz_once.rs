#![allow(clippy::unwrap_used, clippy::expect_used)]
mod common;
use common::*;
use service_crm::Limits;
#[tokio::test]
async fn forty() {
    let (recorder, desk) = (Recorder::answering(success()).await, Desk::new());
    let gate = Gate::before(&recorder.url(), MIB).await;
    let aside = send_aside(&client_at(&gate.url(), Limits::default()), &update(vec![desk.sized("l", LARGE)]));
    gate.passed(MIB).await;
    tokio::time::sleep(std::time::Duration::from_secs(45)).await;
    gate.open_to_the_end().await;
    println!("{:?}", aside.settled.await.unwrap().map(|_| "done"));
}
