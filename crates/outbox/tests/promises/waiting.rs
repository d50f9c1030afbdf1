//! Waiting for a person, and for how long: nothing is tried for ever, and nobody is asked question after question.

use outbox::{Ended, State, Stuck, WaitReason};
use practice_server::Fault;
use service_crm::{Code, Limits, Remedy};

use crate::desk::{Carrying, Desk, Desks, draft};

const MIB: usize = 1024 * 1024;

fn fault(name: &str) -> Fault {
    name.parse().unwrap()
}

#[tokio::test]
async fn what_a_person_has_to_mend_waits_for_the_person() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    // It speaks no TLS.
    let address = desk.server.base_url().replace("http:", "https:");
    let client = crate::desk::client_of(&desk.server, &address, Limits::default());
    let carrying = Carrying::start(&outbox, Desks(Some(client)));
    draft(&outbox, 143, "On Hold");
    let first = carrying.send();
    let waits_for_person = |delivery: &outbox::Delivery| {
        matches!(
            carrying.courier.wait_reason(delivery),
            Some(WaitReason::Way { failure }) if failure.remedy() == Remedy::Setting
        )
    };
    carrying.until(first.id, waits_for_person).await;
    assert_eq!(
        outbox.attempts(first.id).unwrap().len(),
        1,
        "an attempt that came to no request is shown too"
    );

    carrying.courier.try_now("acme");
    carrying.until(first.id, |delivery| delivery.attempts == 2 && waits_for_person(delivery)).await;
    assert_eq!(desk.server.record().calls, 0);
}

#[tokio::test]
async fn an_upload_that_ends_at_the_same_place_again_and_again_stops_and_asks() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[desk.file("film.mp4", vec![7; 40 * MIB])]).unwrap();
    desk.server.inject_always(fault("reset-after-1000000"));
    let delivery = carrying.send();
    let stopped = carrying.until_state(delivery.id, State::Refused).await;
    assert_eq!(stopped.attempts, 4);
    assert!(stopped.needs_you());
    let Some(Stuck { sent, total }) = stopped.stuck else { panic!("{stopped:?}") };
    assert!(sent > 0 && sent < total && total > 40 * MIB as u64, "{sent} of {total}");
    let Some(Ended::Failed { failure }) = stopped.ended else { panic!("{:?}", stopped.ended) };
    assert_eq!(failure.code, Code::BrokeWhileSending);

    desk.server.clear_faults();
    carrying.courier.send_again(delivery.id).await.unwrap();
    let done = carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(done.stuck, None);
    assert_eq!(desk.server.record().applied.len(), 1);
}

#[tokio::test]
async fn after_two_unknown_ends_in_a_row_the_account_is_asked_nothing_more_until_it_answers_a_reading() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    for ticket in [143, 144] {
        desk.server.inject(fault("cut-not-applied"));
        draft(&outbox, ticket, "On Hold");
        let unknown = carrying.send();
        carrying.until(unknown.id, |delivery| delivery.finding.is_some()).await;
    }
    let calls = desk.server.record().calls;
    draft(&outbox, 139, "On Hold");
    let third = carrying.send();
    assert_eq!(carrying.courier.wait_reason(&third), Some(WaitReason::Unsure));
    carrying.until_state(third.id, State::Done).await;
    let record = desk.server.record();
    assert!(record.calls > calls + 1, "it was asked something that changes nothing first");
    assert_eq!(record.applied.len(), 1);
}
