//! The courier, against the practice server: nothing is lost, and nothing is sent twice by itself.

use outbox::{Comparison, Ended, State, Told, WaitReason};
use practice_server::Fault;
use service_crm::{Code, Effect};

use crate::desk::{Carrying, Desk, Desks, draft, send_off};

fn fault(name: &str) -> Fault {
    name.parse().unwrap()
}

#[tokio::test]
async fn what_is_sent_off_is_delivered_though_the_originals_are_gone() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let original = desk.file("a.pdf", "paper");
    outbox.attach(std::slice::from_ref(&original)).unwrap();
    let delivery = send_off(&outbox);
    assert_eq!((delivery.state, delivery.attempts), (State::Waiting, 0));
    assert!(outbox.draft().unwrap().files.is_empty());
    std::fs::remove_file(original).unwrap();
    assert_eq!(outbox.room().unwrap().spool_files, 1);
    let carrying = desk.courier(&outbox);
    let done = carrying.until_state(delivery.id, State::Done).await;
    assert!(matches!(done.ended, Some(Ended::Done { receipt }) if receipt.key.as_deref() == Some("#143")));
    let applied = desk.server.record().applied;
    assert_eq!((applied.len(), applied[0].files[0].name.as_str(), applied[0].files[0].size), (1, "a.pdf", 5));
    assert_eq!(outbox.room().unwrap().spool_files, 0, "the copy goes when it is done");
    let attempts = outbox.attempts(delivery.id).unwrap();
    assert_eq!(attempts.len(), 1);
    assert!(attempts[0].released_at.is_some() && attempts[0].sent == attempts[0].total);
    assert!(
        matches!(&attempts[0].ended, Some(Ended::Done { receipt }) if receipt.answer.body.contains("Success"))
    );
}

#[tokio::test]
async fn what_cannot_have_arrived_goes_again_by_itself_and_what_may_have_does_not() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[desk.file("film.mp4", vec![7; 40_000_000])]).unwrap();
    let delivery = send_off(&outbox);
    for name in ["reset-after-1000", "status-503-json-not-applied", "too-many-retry-after-0"] {
        desk.server.inject(fault(name));
    }
    let carrying = desk.courier(&outbox);
    carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(desk.server.record().applied.len(), 1);
    assert_eq!(outbox.attempts(delivery.id).unwrap().len(), 4);

    draft(&outbox, 144, "On Hold");
    desk.server.inject(fault("cut-applied"));
    let unknown = carrying.send();
    let found = carrying.until(unknown.id, |delivery| delivery.finding.is_some()).await;
    assert_eq!((found.state, found.attempts), (State::MayBeDone, 1));
    assert_eq!(found.finding.unwrap().comparison, Comparison::LooksDone);
    assert_eq!(desk.server.record().applied.len(), 2);

    carrying.courier.it_was_done(unknown.id).await.unwrap();
    let said = outbox.delivery(unknown.id).unwrap();
    assert_eq!((said.state, said.ended), (State::Done, Some(Ended::SaidDone)));
}

#[tokio::test]
async fn one_that_may_be_done_is_sent_again_only_by_a_person() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    desk.server.inject(fault("cut-not-applied"));
    let carrying = desk.courier(&outbox);
    let delivery = carrying.send();
    let found = carrying.until(delivery.id, |delivery| delivery.finding.is_some()).await;
    assert!(found.may_be_sent_again());
    assert_eq!(found.finding.unwrap().comparison, Comparison::NothingChanged);
    carrying.courier.send_again(delivery.id).await.unwrap();
    carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(desk.server.record().applied.len(), 1);
}

#[tokio::test]
async fn a_refused_one_needs_a_person_and_comes_back_whole() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let original = desk.file("a.pdf", "paper");
    outbox.attach(std::slice::from_ref(&original)).unwrap();
    desk.server.inject(fault("failure-in-200"));
    let carrying = desk.courier(&outbox);
    let delivery = carrying.send();
    let refused = carrying.until_state(delivery.id, State::Refused).await;
    assert!(refused.needs_you());
    assert!(!refused.may_be_sent_again(), "the same would be declined the same");
    assert!(matches!(refused.ended, Some(Ended::Failed { failure }) if failure.effect == Effect::NotDone));
    std::fs::remove_file(original).unwrap();
    let attached = outbox.use_again(delivery.id).unwrap();
    assert_eq!((attached.added, attached.left), (1, vec![]), "from the app's own copy");
    assert!(!outbox.delivery(delivery.id).unwrap().needs_you());
    let again = carrying.send();
    carrying.until_state(again.id, State::Done).await;
    assert_eq!(desk.server.record().applied[0].files[0].size, 5);
    assert_eq!(outbox.room().unwrap().spool_files, 0);
}

#[tokio::test]
async fn the_order_is_kept_within_a_ticket_and_other_tickets_do_not_wait() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[desk.file("film.mp4", vec![7; 40_000_000])]).unwrap();
    let first = send_off(&outbox);
    draft(&outbox, 143, "Resolved");
    let second = send_off(&outbox);
    desk.server.inject(fault("stall-after-1000000"));
    let carrying = desk.courier(&outbox);
    desk.server.wait_until_body_bytes(1_000_000).await;
    draft(&outbox, 144, "Open");
    let other = carrying.send();
    carrying.until_state(other.id, State::Done).await;
    let waiting = outbox.delivery(second.id).unwrap();
    assert_eq!(carrying.courier.wait_reason(&waiting), Some(WaitReason::Behind));
    carrying.courier.cancel(first.id).await.unwrap();
    carrying.until_state(first.id, State::Cancelled).await;
    carrying.until_state(second.id, State::Done).await;
    assert_eq!(desk.server.record().applied.len(), 2);
}

#[tokio::test]
async fn one_behind_another_that_may_be_done_waits_for_the_person() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    desk.server.inject(fault("cut-applied"));
    draft(&outbox, 143, "On Hold");
    let first = carrying.send();
    carrying.until_state(first.id, State::MayBeDone).await;
    draft(&outbox, 143, "Resolved");
    let second = carrying.send();
    assert_eq!(carrying.courier.wait_reason(&second), Some(WaitReason::BehindUnknown));
    carrying.courier.it_was_done(first.id).await.unwrap();
    carrying.until_state(second.id, State::Done).await;
    assert_eq!(desk.server.ticket("143").unwrap().fields["Status"], "Resolved");
}

#[tokio::test]
async fn without_a_connection_it_waits_and_goes_when_there_is_one() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    // A port on which nobody listens yet.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("http://127.0.0.1:{port}");
    let client = crate::desk::client_of(&desk.server, &address, service_crm::Limits::default());
    let carrying = Carrying::start(&outbox, Desks(Some(client)));
    draft(&outbox, 143, "On Hold");
    let delivery = carrying.send();
    let waits = |delivery: &outbox::Delivery| {
        delivery.attempts == 1
            && matches!(carrying.courier.wait_reason(delivery), Some(WaitReason::Connection { .. }))
    };
    carrying.until(delivery.id, waits).await;
    let options = practice_server::Options { port, ..crate::desk::as_before(&desk.server) };
    let server = practice_server::PracticeServer::start(options).await.unwrap();
    carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(server.record().applied.len(), 1);
    assert_eq!(outbox.attempts(delivery.id).unwrap().len(), 2, "looking for a way is no attempt");
}

#[tokio::test]
async fn without_keys_it_waits_until_they_are_there() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let delivery = send_off(&outbox);
    let carrying = Carrying::start(&outbox, Desks(None));
    carrying.until_told(|told| *told == Told::Changed(delivery.id)).await;
    assert_eq!(carrying.courier.wait_reason(&delivery), Some(WaitReason::Keys));
    assert_eq!(outbox.delivery(delivery.id).unwrap().attempts, 0);
}

#[tokio::test]
async fn keys_that_are_refused_do_not_use_up_everything_that_waits() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.server.inject(fault("status-401-json-not-applied"));
    draft(&outbox, 143, "On Hold");
    let first = send_off(&outbox);
    draft(&outbox, 143, "Resolved");
    let second = send_off(&outbox);
    let carrying = desk.courier(&outbox);
    carrying.until_state(first.id, State::Refused).await;
    carrying.until_told(|told| *told == Told::Changed(second.id)).await;
    assert_eq!(
        carrying.courier.wait_reason(&outbox.delivery(second.id).unwrap()),
        Some(WaitReason::KeysRefused)
    );
    carrying.courier.account_changed("acme");
    carrying.until_state(second.id, State::Done).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stops_with_the_app_goes_on_at_the_next_start() {
    let desk = Desk::new().await;
    {
        let outbox = desk.open();
        draft(&outbox, 143, "On Hold");
        outbox.attach(&[desk.file("film.mp4", vec![7; 40_000_000])]).unwrap();
        let delivery = send_off(&outbox);
        desk.server.inject(fault("stall-after-1000000"));
        let carrying = desk.courier(&outbox);
        desk.server.wait_until_body_bytes(1_000_000).await;
        carrying.courier.stop().await;
        let stopped = outbox.delivery(delivery.id).unwrap();
        assert_eq!((stopped.state, stopped.attempts), (State::Waiting, 1));
    }
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    carrying.until_state(1, State::Done).await;
    assert_eq!(desk.server.record().applied.len(), 1);
}

#[tokio::test]
async fn a_copy_that_somebody_deleted_is_named_and_nothing_is_sent() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[desk.file("a.pdf", "paper")]).unwrap();
    let delivery = send_off(&outbox);
    for copy in std::fs::read_dir(outbox.folder().join("spool")).unwrap().flatten() {
        if copy.file_type().unwrap().is_file() {
            std::fs::remove_file(copy.path()).unwrap();
        }
    }
    let carrying = desk.courier(&outbox);
    let refused = carrying.until_state(delivery.id, State::Refused).await;
    let Some(Ended::Failed { failure }) = refused.ended else { panic!("{:?}", refused.ended) };
    assert_eq!(failure.code, Code::FileMissing { file: "a.pdf".into() });
    assert_eq!(desk.server.record().calls, 0);
    // The original is still there, and so the person gets everything back.
    assert_eq!(outbox.use_again(delivery.id).unwrap().added, 1);
}
