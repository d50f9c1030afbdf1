//! Deliveries too large, sent in parts, and the files of what may be done, looked for on the ticket.

use outbox::{Accepted, DraftText, FileFound, SendingAccount, SizeBounds, State};
use practice_server::{Form, Options};
use service_crm::{CancellationToken, Limits};

use crate::desk::{Carrying, Desk, draft, now, send_off, sender};

/// Three files for ticket 143, and a change.
fn three_files(desk: &Desk, outbox: &outbox::Outbox) {
    draft(outbox, 143, "Closed");
    let files = [("a.pdf", 4_000), ("b.pdf", 5_000), ("c.pdf", 6_000)];
    outbox.attach(&files.map(|(name, size)| desk.file(name, vec![7; size]))).unwrap();
}

#[tokio::test]
async fn what_was_too_large_goes_in_parts_in_their_order_with_the_changes_last() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    three_files(&desk, &outbox);
    desk.server.inject("status-413-html-not-applied".parse().unwrap());
    let carrying = desk.courier(&outbox);
    let whole = carrying.send();
    carrying.until_state(whole.id, State::Refused).await;
    assert!(outbox.delivery(whole.id).unwrap().may_be_split());
    let bounds = outbox.size_bounds(&whole.account).unwrap();
    assert!(bounds.passed.is_none() && bounds.refused.is_some_and(|refused| refused > 15_000), "{bounds:?}");

    let parts = carrying.courier.split(whole.id).await.unwrap();
    assert_eq!(parts.len(), 3);
    for part in &parts {
        carrying.until_state(part.id, State::Done).await;
    }
    let applied = desk.server.record().applied;
    let sent: Vec<_> = applied
        .iter()
        .map(|applied| {
            let names: Vec<_> = applied.files.iter().map(|file| file.name.as_str()).collect();
            (names.join(","), applied.fields.len())
        })
        .collect();
    assert_eq!(sent, [("a.pdf".to_owned(), 0), ("b.pdf".to_owned(), 0), ("c.pdf".to_owned(), 1)]);
    let before = outbox.delivery(whole.id).unwrap();
    assert!(!before.needs_you() && before.files.len() == 3, "the whole stays in the list, put away");
    assert_eq!(outbox.room().unwrap().spool_files, 0);
    let bounds = outbox.size_bounds(&whole.account).unwrap();
    assert!(bounds.passed < bounds.refused, "{bounds:?}");
    assert!(carrying.courier.split(whole.id).await.is_err(), "once is enough");
}

#[tokio::test]
async fn what_is_known_to_be_too_large_goes_in_parts_from_the_start() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    three_files(&desk, &outbox);
    // An Undo would have to take back several at once.
    let wanted = SendingAccount { in_parts: true, held_back: true, ..sender() };
    let accepted = outbox.send_off(&wanted, &CancellationToken::new(), |_| (), now()).unwrap();
    let Accepted::Parts(parts) = accepted else { panic!("{accepted:?}") };
    assert!(parts.iter().all(|part| part.state == State::Waiting && part.ticket == "143"));
    let left = outbox.draft().unwrap();
    assert!(left.files.is_empty() && left.text == DraftText::default(), "{left:?}");
    let carrying = desk.courier(&outbox);
    for part in &parts {
        carrying.until_state(part.id, State::Done).await;
    }
    let applied = desk.server.record().applied;
    let sent: Vec<_> = applied.iter().map(|applied| (applied.files.len(), applied.fields.len())).collect();
    assert_eq!(sent, [(1, 0), (1, 0), (1, 1)], "in their order, the change with the last");
    let names = applied.iter().flat_map(|applied| &applied.files).map(|file| file.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["a.pdf", "b.pdf", "c.pdf"]);
    assert_eq!(outbox.room().unwrap().spool_files, 0);

    // One file is one update, however large.
    outbox.attach(&[desk.file("d.pdf", "d")]).unwrap();
    draft(&outbox, 143, "Open");
    let accepted = outbox.send_off(&wanted, &CancellationToken::new(), |_| (), now()).unwrap();
    assert!(matches!(accepted, Accepted::Delivery(one) if one.state == State::HeldBack));
}

#[tokio::test]
async fn one_file_and_one_that_was_not_refused_cannot_be_split() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    three_files(&desk, &outbox);
    let waits = send_off(&outbox);
    let carrying = Carrying::start(&outbox, crate::desk::Desks(None));
    assert!(carrying.courier.split(waits.id).await.is_err());
    assert_eq!(outbox.size_bounds(&waits.account).unwrap(), SizeBounds::default());
}

/// The ticket's conversations about three files that may have been sent.
async fn looked_for(forms: Vec<Form>) -> Option<Vec<FileFound>> {
    let desk = Desk::with(Options { limit: None, forms, ..Options::default() }, Limits::default()).await;
    let outbox = desk.open();
    three_files(&desk, &outbox);
    desk.server.inject("cut-applied".parse().unwrap());
    let carrying = desk.courier(&outbox);
    let unknown = carrying.send();
    let found = carrying.until(unknown.id, |delivery| delivery.finding.is_some()).await;
    let looked = carrying.courier.look_for_files(unknown.id).await.unwrap().unwrap().ok();
    let files = found.finding.unwrap().files;
    assert_eq!(looked, files, "by a press it is the same");
    files
}

#[tokio::test]
async fn files_are_seen_on_the_ticket_whatever_form_its_attachments_have() {
    let forms = [
        vec![],
        vec![Form::AttachmentsNames],
        vec![Form::AttachmentsAddresses],
        vec![Form::AttachmentsKeyed],
        vec![Form::AttachmentsText],
    ];
    for forms in forms {
        let files = looked_for(forms.clone()).await.unwrap();
        assert!(files.len() == 3 && files.iter().all(|file| file.seen), "{forms:?}: {files:?}");
    }
    let none = looked_for(vec![Form::AttachmentsNothing]).await.unwrap();
    assert!(none.iter().all(|file| !file.seen), "not seen, which proves nothing");
    assert_eq!(looked_for(vec![Form::NoConversations]).await, None, "an account that does not answer");
}

#[tokio::test]
async fn an_end_of_the_app_in_the_middle_of_looking_says_nothing_of_the_files() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    three_files(&desk, &outbox);
    // The ticket is read; then nobody answers.
    for fault in ["cut-applied", "gzip-answer", "silence-applied"] {
        desk.server.inject(fault.parse().unwrap());
    }
    let carrying = desk.courier(&outbox);
    let unknown = carrying.send();
    carrying.until_state(unknown.id, State::MayBeDone).await;
    let total = outbox.attempts(unknown.id).unwrap()[0].total.unwrap();
    desk.server.wait_until_body_bytes(total + 1).await;
    carrying.courier.stop().await;
    assert_eq!(outbox.delivery(unknown.id).unwrap().finding, None, "not: they are not seen there");
}

#[tokio::test]
async fn a_reasoned_refusal_in_the_form_of_a_failure_may_be_corrected_when_the_ticket_does_not_show_it() {
    for (fault, corrected) in [
        ("status-500-exception-not-applied", true),
        ("status-500-json-not-applied", false),
        ("status-500-exception-applied", false),
    ] {
        let desk = Desk::new().await;
        let outbox = desk.open();
        draft(&outbox, 143, "Closed");
        desk.server.inject(fault.parse().unwrap());
        let carrying = desk.courier(&outbox);
        let unknown = carrying.send();
        let found = carrying.until(unknown.id, |delivery| delivery.finding.is_some()).await;
        assert_eq!(found.may_be_corrected(), corrected, "{fault}: {found:?}");
    }
}
