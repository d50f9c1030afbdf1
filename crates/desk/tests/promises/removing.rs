//! A person's removals from this computer, and what goes with an account.

use desk::views::outbox::DeliveryView;
use desk::{DeskError, Event, Removal};
use outbox::Outbox;
use practice_server::Fault;
use service_crm::TicketNumber;

use crate::stage::{Stage, server};

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_is_told_what_was_removed_and_what_waits_is_refused() {
    let (mut stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    let sent = stage.send_off("On Hold").await;
    stage.until(|told: &DeliveryView| told.id == sent.id && told.settled_at.is_some()).await;
    server.inject_always(Fault::Refuse);
    let waits = stage.send_off("Open").await;
    let one = |delivery| Removal::One { delivery };
    assert_eq!(stage.desk.remove(one(waits.id)).await.unwrap_err(), DeskError::NotPossible);
    let found =
        stage.desk.removable(Removal::Ticket { account: account.id, ticket: "143".into() }).await.unwrap();
    assert_eq!((found.goes, found.on_the_way), (1, 1));
    stage.desk.remove(one(sent.id)).await.unwrap();
    let removed = stage
        .hear(|event| match event {
            Event::OutboxRemoved(removed) => Some(removed),
            _ => None,
        })
        .await;
    assert_eq!(removed, [sent.id]);
    assert!(stage.desk.delivery(sent.id).await.is_err());
    assert!(stage.desk.set_aside().await.unwrap().is_empty());
    assert_eq!(
        stage.desk.remove_set_aside("outbox.db".into()).await.unwrap_err(),
        DeskError::NotPossible,
        "only what a rescue set aside"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_removed_is_forgotten_with_what_was_read_for_it() {
    let (stage, server) = (Stage::new(), server().await);
    let account = stage.add(&server).await;
    stage.desk.read_ticket("143".into(), false).await.unwrap();
    assert!(stage.desk.kept_ticket("143".into()).await.unwrap().is_some());
    stage.desk.remove_account(account.id.clone()).await.unwrap();
    let number = TicketNumber::parse("143").unwrap();
    let id = account.id;
    // Nobody can ask for it by the screen any more: so it is looked for where it lay.
    stage
        .restart_after(|folder| {
            let outbox = Outbox::open(folder).unwrap();
            assert_eq!(outbox.known_ticket(&id, &number).unwrap(), None);
        })
        .await;
}
