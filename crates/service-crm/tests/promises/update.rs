//! An update on the wire, how it is followed, and how it is cancelled.

use std::time::Duration;

use crate::common::*;
use practice_server::{Fault, Outcome};
use service_crm::{
    Attachment, Call, CancellationToken, Code, Effect, Limits, NewTicket, Note, Progress, Update,
};
use tokio::time::Instant;

#[tokio::test]
async fn fields_and_files_arrive_as_they_are() {
    let (server, desk) = (server().await, Desk::new());
    let (report, photo) = (noise(3 * 1024 * 1024 + 7), noise(70_000));
    let attachments = vec![desk.file("report.pdf", &report), desk.file("photo.png", &photo)];
    let changes = vec![change("Status", "On Hold"), change("Title", "\"quoted\" — 😀\r\n\tnext line \\")];
    let update = Update::new("#143", LEAD, changes, attachments).unwrap();

    let receipt = send(&client_of(&server), &update).await.unwrap();

    assert_eq!((receipt.ticket.as_str(), receipt.key.as_deref()), ("143", Some("#143")));
    assert_eq!(receipt.message.as_deref(), Some("Ticket properties have been updated successfully"));
    assert!(receipt.answer.body.contains("\"Status\":\"Success\""), "the answer is kept as it came");
    let applied = &server.record().applied;
    assert_eq!(applied.len(), 1);
    assert_eq!(applied[0].ticket, "143");
    assert_eq!(
        applied[0].fields,
        [
            ("Status".to_owned(), "On Hold".to_owned()),
            ("Title".to_owned(), "\"quoted\" — 😀\r\n\tnext line \\".to_owned())
        ]
    );
    let arrived: Vec<_> = applied[0]
        .files
        .iter()
        .map(|file| (file.name.as_str(), file.content_type.as_str(), file.size, file.sha256.clone()))
        .collect();
    assert_eq!(
        arrived,
        [
            ("report.pdf", "application/pdf", report.len() as u64, sha256(&report)),
            ("photo.png", "image/png", photo.len() as u64, sha256(&photo)),
        ]
    );
}

#[tokio::test]
async fn the_request_is_the_one_on_the_vendors_page() {
    let (recorder, desk) = (Recorder::answering(success()).await, Desk::new());
    let update = update(vec![desk.file("a.txt", b"one"), desk.file("b.unheard-of", b"two")]);

    send(&client_at(&recorder.url(), Limits::default()), &update).await.unwrap();

    let (head, body) = recorder.request();
    assert!(head.starts_with("PUT /api/tenants/22824/tickets/143/update HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(&head, "X-LSQ-ACCESS-KEY"), Some("practice-access-key"));
    assert_eq!(header(&head, "X-LSQ-SECRET-KEY"), Some("practice-secret-key"));
    assert_eq!(header(&head, "Content-Length"), Some(body.len().to_string().as_str()));
    assert_eq!(header(&head, "Transfer-Encoding"), None, "no chunked upload");
    let boundary = header(&head, "Content-Type")
        .and_then(|kind| kind.strip_prefix("multipart/form-data; boundary="))
        .unwrap();
    let dto = r#"{"Fields":[{"SchemaName":"Status","Value":"On Hold"}],"Id":"143","LeadId":"330fba67-6795-46c2-9dad-077794077f70","RelatedTicketTypeId":1,"TypeId":"1"}"#;
    let expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"ticketDTO\"\r\n\r\n{dto}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\
         Content-Type: text/plain\r\n\r\none\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"b.unheard-of\"\r\n\
         Content-Type: application/octet-stream\r\n\r\ntwo\r\n\
         --{boundary}--\r\n"
    );
    assert_eq!(String::from_utf8(body).unwrap(), expected);
}

#[tokio::test]
async fn of_a_pasted_address_only_the_host_counts() {
    let recorder = Recorder::answering(success()).await;
    let client = client_at(&format!("{}/api/tenants/1/tickets/2/update", recorder.url()), Limits::default());

    send(&client, &update(vec![])).await.unwrap();

    let (head, _) = recorder.request();
    assert!(head.starts_with("PUT /api/tenants/22824/tickets/143/update HTTP/1.1\r\n"), "{head}");
}

#[tokio::test]
async fn fields_without_files_are_a_whole_update() {
    let server = server().await;
    send(&client_of(&server), &update(vec![])).await.unwrap();
    assert_eq!(server.ticket("143").unwrap().fields["Status"], "On Hold");
    assert_eq!(server.record().applied[0].files, []);
}

#[tokio::test]
async fn files_without_fields_are_a_whole_update() {
    let (server, desk) = (server().await, Desk::new());
    let before = server.ticket("143").unwrap().fields;
    let update = Update::new("143", LEAD, vec![], vec![desk.file("a.txt", b"one")]).unwrap();
    send(&client_of(&server), &update).await.unwrap();
    let ticket = server.ticket("143").unwrap();
    assert_eq!((ticket.fields, ticket.files.len()), (before, 1));
}

#[tokio::test]
async fn empty_files_arrive_empty_and_in_their_places() {
    let (server, desk) = (server().await, Desk::new());
    let files = ["empty.txt", "full.txt", "also-empty.txt"];
    let attachments = files.map(|name| desk.file(name, if name == "full.txt" { b"x" } else { b"" }));
    send(&client_of(&server), &update(attachments.to_vec())).await.unwrap();
    let arrived =
        server.record().applied[0].files.iter().map(|it| (it.name.clone(), it.size)).collect::<Vec<_>>();
    assert_eq!(arrived, [("empty.txt".into(), 0), ("full.txt".into(), 1), ("also-empty.txt".into(), 0)]);
}

#[tokio::test]
async fn sizes_around_those_of_the_pieces_arrive_whole() {
    let (server, desk) = (server().await, Desk::new());
    let edges = [64 * 1024, 1024 * 1024, 2 * 1024 * 1024];
    let content = noise(2 * 1024 * 1024 + 1);
    let sizes: Vec<_> = edges.iter().flat_map(|edge| [edge - 1, *edge, edge + 1]).collect();
    let attachments =
        sizes.iter().map(|size| desk.file(&format!("{size}.bin"), &content[..*size])).collect::<Vec<_>>();
    send(&client_of(&server), &update(attachments)).await.unwrap();
    let arrived: Vec<_> = server.record().applied[0].files.iter().map(|file| file.sha256.clone()).collect();
    let expected: Vec<_> = sizes.iter().map(|size| sha256(&content[..*size])).collect();
    assert_eq!(arrived, expected);
}

#[tokio::test]
async fn many_files_arrive_in_order_those_of_one_name_too() {
    let (server, desk) = (server().await, Desk::new());
    let attachments: Vec<_> = (0..200)
        .map(|place| {
            let file = desk.file(&format!("{place}.txt"), format!("content {place}").as_bytes());
            Attachment::kept(file.path(), "same.txt".into(), file.stamp())
        })
        .collect();
    send(&client_of(&server), &update(attachments)).await.unwrap();
    let files = &server.record().applied[0].files;
    assert_eq!(files.len(), 200);
    for (place, file) in files.iter().enumerate() {
        assert_eq!(file.name, "same.txt");
        assert_eq!(file.sha256, sha256(format!("content {place}").as_bytes()), "{place}");
    }
}

#[tokio::test]
async fn progress_grows_by_file_and_in_all_and_ends_with_the_answer_awaited() {
    let (server, desk) = (server().await, Desk::new());
    let sizes = [5 * MIB, 0, 3 * MIB];
    let attachments: Vec<_> =
        sizes.iter().enumerate().map(|(place, size)| desk.sized(&format!("{place}.bin"), *size)).collect();
    let gate = Gate::before(&server.base_url(), MIB).await;
    let client = client_at(&gate.url(), Limits::default());
    let mut steps = Vec::new();

    let (update, cancel) = (update(attachments), CancellationToken::new());
    tokio::select! {
        receipt = client.update_ticket(&update, &cancel, |step| steps.push(step)) => drop(receipt.unwrap()),
        () = gate.trickle(MIB) => unreachable!(),
    }

    assert_eq!(steps.pop(), Some(Progress::Answer));
    let mut last = (0, 0, 0);
    let mut lengths = Vec::new();
    for step in &steps {
        let Progress::Sending { file, file_sent, file_size, sent, total } = *step else {
            panic!("{step:?} in the middle");
        };
        if let Some(file) = file {
            assert_eq!(file_size, sizes[file]);
        }
        assert!(file_sent <= file_size && sent <= total, "{step:?}");
        let now = (sent, file.map_or(0, |file| file + 1), file_sent);
        assert!(now.0 >= last.0 && (now.1, now.2) >= (last.1, last.2), "{step:?} after {last:?}");
        last = now;
        lengths.push(total);
    }
    lengths.dedup();
    assert_eq!(lengths.len(), 1, "the whole is known from the first report on");
    assert_eq!(last, (lengths[0], 3, 3 * MIB), "and the last report is the whole");
}

#[tokio::test]
async fn reports_come_at_most_twenty_times_a_second() {
    let (server, desk) = (server().await, Desk::new());
    let gate = Gate::before(&server.base_url(), 1).await;
    let client = client_at(&gate.url(), Limits::default());
    let update = update(vec![desk.sized("large.bin", 2 * LARGE)]);
    let (mut reports, cancel, start) = (0, CancellationToken::new(), Instant::now());
    tokio::select! {
        receipt = client.update_ticket(&update, &cancel, |_| reports += 1) => drop(receipt.unwrap()),
        () = gate.trickle(MIB) => unreachable!(),
    }
    // However slow the machine: twenty a second, the first, and the two that say that the body is complete.
    let most = start.elapsed().as_millis() / 50 + 1 + 2;
    assert!(reports >= 8, "{reports} reports are too few to prove anything");
    assert!(reports <= most, "{reports} reports, {most} allowed");
}

/// While the client's reader waits to go on, a clock that is stopped stays so; these minutes take no time.
#[tokio::test]
async fn an_upload_that_moves_may_take_longer_than_any_silence_may() {
    let (recorder, desk) = (Recorder::answering(success()).await, Desk::new());
    let gate = Gate::before(&recorder.url(), MIB).await;
    let update = update(vec![desk.sized("large.bin", 4 * LARGE)]);
    let aside = send_aside(&client_at(&gate.url(), Limits::default()), &update);
    gate.passed(MIB).await;
    tokio::time::pause();
    for _ in 0..3 {
        gate.let_pass(LARGE).await;
        tokio::time::advance(Duration::from_secs(40)).await;
    }
    tokio::time::resume();
    gate.open_to_the_end().await;
    aside.settled.await.unwrap().unwrap();
}

#[tokio::test]
async fn an_upload_that_does_not_move_ends_after_a_minute() {
    let (recorder, desk) = (Recorder::answering(success()).await, Desk::new());
    let gate = Gate::before(&recorder.url(), MIB).await;
    let update = update(vec![desk.sized("large.bin", LARGE)]);
    let aside = send_aside(&client_at(&gate.url(), Limits::default()), &update);
    gate.passed(MIB).await;
    tokio::time::pause();
    // Before it stands still, the connection fills; a client that never gives up must not hang the test.
    for _ in 0..10_000 {
        if aside.settled.is_finished() {
            break;
        }
        tokio::time::advance(Duration::from_secs(20)).await;
    }
    assert!(aside.settled.is_finished(), "it still waits");
    let failure = aside.failure().await;
    assert!(matches!(failure.code, Code::StalledWhileSending { seconds: 60.. }), "{failure:?}");
    assert!(failure.effect == Effect::NotSent && failure.repeatable());
}

#[tokio::test]
async fn cancelled_before_it_began_nothing_leaves_the_computer() {
    let server = server().await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let failure = client_of(&server).update_ticket(&update(vec![]), &cancel, |_| ()).await.unwrap_err();
    assert_eq!((failure.code, failure.effect), (Code::Cancelled, Effect::NotSent));
    assert_eq!(server.record().connections, 0);
}

#[tokio::test]
async fn cancelled_in_the_middle_of_the_body_the_request_is_never_completed() {
    let (server, desk) = (server().await, Desk::new());
    let gate = Gate::before(&server.base_url(), MIB).await;
    let aside =
        send_aside(&client_at(&gate.url(), Limits::default()), &update(vec![desk.sized("large.bin", LARGE)]));
    gate.passed(MIB).await;
    aside.cancel.cancel();
    let failure = aside.failure().await;
    assert_eq!((&failure.code, failure.effect), (&Code::Cancelled, Effect::NotSent));
    gate.open_to_the_end().await;
    let record = server.record();
    assert!(record.applied.is_empty() && record.calls == 1, "it had begun and was not done");
    assert!(record.body_bytes < LARGE, "{} bytes", record.body_bytes);
}

#[tokio::test]
async fn dropped_in_the_middle_of_the_body_the_request_is_never_completed() {
    let (server, desk) = (server().await, Desk::new());
    let gate = Gate::before(&server.base_url(), MIB).await;
    let aside =
        send_aside(&client_at(&gate.url(), Limits::default()), &update(vec![desk.sized("large.bin", LARGE)]));
    gate.passed(MIB).await;
    aside.settled.abort();
    assert!(aside.settled.await.unwrap_err().is_cancelled());
    gate.open_to_the_end().await;
    assert!(server.record().applied.is_empty());
}

#[tokio::test]
async fn cancelled_while_the_answer_is_awaited_it_may_be_done() {
    for (outcome, applied) in [(Outcome::Applied, 1), (Outcome::NotApplied, 0)] {
        let server = server_that(Fault::Silence(outcome)).await;
        let mut aside = send_aside(&client_of(&server), &update(vec![]));
        aside.until(|step| *step == Progress::Answer).await;
        server.wait_for_applied(applied).await;
        aside.cancel.cancel();
        let failure = aside.failure().await;
        assert_eq!((&failure.code, failure.effect), (&Code::Cancelled, Effect::MayBeDone));
        assert!(!failure.repeatable());
        assert_eq!(server.record().applied.len() as u64, applied);
    }
}

#[tokio::test]
async fn cancelled_while_it_waits_for_its_turn_it_was_not_sent() {
    let server = server_that(Fault::TooManyRetryAfter(600)).await;
    let mut aside = send_aside(&client_of(&server), &update(vec![]));
    aside.until(|step| matches!(step, Progress::Waiting { .. })).await;
    aside.cancel.cancel();
    let failure = aside.failure().await;
    assert_eq!((failure.code, failure.effect), (Code::Cancelled, Effect::NotSent));
    assert_eq!((server.record().calls, server.record().applied.len()), (1, 0));
}

#[tokio::test]
async fn a_body_longer_than_the_readers_are_ahead_ends_its_reader_with_the_attempt() {
    let (server, desk) = (server().await, Desk::new());
    let gate = Gate::before(&server.base_url(), MIB).await;
    let update = update(vec![desk.sized("large.bin", LARGE)]);
    // A runtime waits for its blocking threads when it is dropped: a reader that is left behind would hang here.
    let url = gate.url();
    let (stop, stopped) = std::sync::mpsc::channel();
    let ended = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let failure = runtime.block_on(async {
            let cancel = CancellationToken::new();
            let client = client_at(&url, Limits::default());
            let stop_on_signal = cancel.clone();
            std::thread::spawn(move || {
                stopped.recv().unwrap();
                stop_on_signal.cancel();
            });
            client.update_ticket(&update, &cancel, |_| ()).await.unwrap_err()
        });
        drop(runtime);
        failure
    });
    gate.passed(MIB).await;
    stop.send(()).unwrap();
    let failure = tokio::task::spawn_blocking(move || ended.join().unwrap()).await.unwrap();
    assert_eq!(failure.code, Code::Cancelled);
}

#[tokio::test]
async fn the_last_bytes_wait_for_their_release() {
    let (server, desk) = (server().await, Desk::new());
    let client = client_of(&server);
    let call = Call::Update(update(vec![desk.file("a.pdf", &noise(300_000))]));
    let cancel = CancellationToken::new();
    let turn = client.turn(&cancel, |_| ()).await.unwrap();
    let (release, released) = tokio::sync::oneshot::channel::<()>();
    let release_when_told = async move { released.await.map_err(|_| "forgotten".to_owned()) };
    let attempt = client.attempt(turn, &call, &cancel, release_when_told, |_| ());
    let arrived = async {
        server.wait_until_body_bytes(300_000).await;
        assert!(server.record().applied.is_empty());
        release.send(()).unwrap();
    };
    let (attempt, ()) = tokio::join!(attempt, arrived);
    assert!(attempt.became.is_ok());
    assert_eq!(attempt.sent, attempt.total);
    assert_eq!(server.record().applied.len(), 1);
}

#[tokio::test]
async fn what_is_not_released_is_not_sent() {
    let (server, desk) = (server().await, Desk::new());
    let client = client_of(&server);
    let calls = [
        Call::Update(update(vec![])),
        Call::Update(update(vec![desk.file("a.pdf", b"paper")])),
        Call::Create(NewTicket::new(LEAD, vec![change("Title", "Broken chair")], vec![]).unwrap()),
        Call::Note(Note::new("143", "Called back").unwrap()),
    ];
    for call in calls {
        let cancel = CancellationToken::new();
        let turn = client.turn(&cancel, |_| ()).await.unwrap();
        let refuse = async { Err("the disk is full".to_owned()) };
        let attempt = client.attempt(turn, &call, &cancel, refuse, |_| ()).await;
        let failure = attempt.became.unwrap_err();
        assert_eq!(failure.code, Code::NotReleased { why: "the disk is full".into() });
        assert_eq!((failure.effect, failure.repeatable()), (Effect::NotSent, true));
        assert!(attempt.sent < attempt.total);
    }
    let record = server.record();
    assert!(record.applied.is_empty() && record.notes.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_attempt_leaves_nothing_behind() {
    let (server, desk) = (server().await, Desk::new());
    server.inject(Fault::StallAfter(1_000_000));
    let client = client_of(&server);
    let call = Call::Update(update(vec![desk.sized("film.mp4", 40_000_000)]));
    let cancel = CancellationToken::new();
    let turn = client.turn(&cancel, |_| ()).await.unwrap();
    let (held, gone) = tokio::sync::oneshot::channel::<()>();
    let release = async move {
        drop(held);
        Ok(())
    };
    let attempt = client.attempt(turn, &call, &cancel, release, |_| ());
    let stop = async {
        server.wait_until_body_bytes(1_000_000).await;
        cancel.cancel();
    };
    let (attempt, ()) = tokio::join!(attempt, stop);
    assert_eq!(code_and_effect(&attempt.became.unwrap_err()), ("cancelled".into(), Effect::NotSent));
    // The connection's own task held it; it ends though the server takes nothing more.
    gone.await.unwrap_err();
}
