//! The files of a draft are arranged by hand, and what was arranged is what the ticket gets.

use outbox::{Draft, LeftOut, NameFault, Outbox, State};

use crate::desk::{Desk, draft, send_off};

/// A draft of these files, each holding its own name.
fn attach(desk: &Desk, outbox: &Outbox, names: &[&str]) -> Vec<i64> {
    let paths: Vec<_> = names.iter().map(|name| desk.file(name, name)).collect();
    outbox.attach(&paths).unwrap().files.iter().map(|file| file.id).collect()
}

fn names(outbox: &Outbox) -> Vec<String> {
    called(&outbox.draft().unwrap())
}

fn called(draft: &Draft) -> Vec<String> {
    draft.files.iter().map(|file| file.attachment.name().to_owned()).collect()
}

fn removed(outbox: &Outbox) -> Vec<String> {
    outbox.draft().unwrap().removed.iter().map(|file| file.attachment.name().to_owned()).collect()
}

#[tokio::test]
async fn a_file_that_was_taken_out_is_put_back_where_it_stood_also_after_a_restart() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let ids = attach(&desk, &outbox, &["a.pdf", "b.pdf", "c.pdf"]);
    let left = outbox.detach(ids[1]).unwrap();
    assert_eq!((left.files.len(), left.removed.len()), (2, 1));
    outbox.detach(ids[0]).unwrap();
    drop(outbox);
    let outbox = desk.open();
    assert_eq!(
        (names(&outbox), removed(&outbox)),
        (vec!["c.pdf".into()], vec!["b.pdf".into(), "a.pdf".into()])
    );
    assert_eq!(outbox.restore_file(ids[1]).unwrap().left, None);
    assert_eq!(outbox.restore_file(ids[0]).unwrap().left, None);
    assert_eq!(
        (names(&outbox), removed(&outbox)),
        (vec!["a.pdf".into(), "b.pdf".into(), "c.pdf".into()], vec![])
    );
    // Twice means nothing more.
    outbox.restore_file(ids[0]).unwrap();
    assert_eq!(names(&outbox).len(), 3);
}

#[tokio::test]
async fn one_that_was_added_again_meanwhile_is_not_there_twice() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let ids = attach(&desk, &outbox, &["a.pdf"]);
    outbox.detach(ids[0]).unwrap();
    attach(&desk, &outbox, &["a.pdf"]);
    let back = outbox.restore_file(ids[0]).unwrap();
    assert_eq!(back.left, Some(LeftOut::AlreadyAttached { file: "a.pdf".into() }));
    assert_eq!((names(&outbox), removed(&outbox)), (vec!["a.pdf".into()], vec![]));
}

#[tokio::test]
async fn one_whose_name_was_taken_meanwhile_comes_back_under_another() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let ids = attach(&desk, &outbox, &["a.pdf", "b.pdf"]);
    outbox.detach(ids[0]).unwrap();
    outbox.rename_file(ids[1], "a.pdf").unwrap().unwrap();
    assert_eq!(outbox.restore_file(ids[0]).unwrap().left, None);
    assert_eq!(names(&outbox), ["a (2).pdf", "a.pdf"]);
}

#[tokio::test]
async fn the_last_ten_removals_can_be_taken_back_and_none_after_the_draft_was_sent() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let many: Vec<String> = (0..12).map(|number| format!("{number:02}.txt")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for id in attach(&desk, &outbox, &many) {
        outbox.detach(id).unwrap();
    }
    assert_eq!(removed(&outbox), many[2..]);
    draft(&outbox, 143, "On Hold");
    let sent = send_off(&outbox);
    assert_eq!((sent.files.len(), removed(&outbox)), (0, vec![]));
}

#[tokio::test]
async fn the_app_s_own_copy_of_a_removed_file_is_kept_until_it_cannot_be_put_back() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    attach(&desk, &outbox, &["a.pdf"]);
    let courier = desk.courier(&outbox);
    desk.server.inject("status-400-json-not-applied".parse().unwrap());
    let refused = courier.send();
    courier.until_state(refused.id, State::Refused).await;
    std::fs::remove_file(desk.folder.path().join("a.pdf")).unwrap();
    let id = outbox.use_again(refused.id).unwrap().files[0].id;
    // Only the copy is left of it.
    outbox.detach(id).unwrap();
    let back = outbox.restore_file(id).unwrap().files;
    assert!(back.files[0].attachment.check().is_ok());
    assert_eq!(outbox.room().unwrap().spool_files, 1);

    outbox.detach(id).unwrap();
    assert!(courier.send().files.is_empty());
    assert_eq!(outbox.room().unwrap().spool_files, 0, "nothing could bring it back");
}

#[tokio::test]
async fn a_file_is_called_on_the_ticket_as_it_was_renamed_and_sent_in_the_order_it_was_given() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let ids = attach(&desk, &outbox, &["scan0001.pdf", "b.txt", "c.txt"]);
    outbox.rename_file(ids[0], " Invoice 2291 ").unwrap().unwrap();
    outbox.move_file(ids[0], 2).unwrap();
    outbox.move_file(ids[2], 0).unwrap();
    drop(outbox);
    let outbox = desk.open();
    assert_eq!(names(&outbox), ["c.txt", "b.txt", "Invoice 2291.pdf"]);

    let courier = desk.courier(&outbox);
    let sent = courier.send();
    let done = courier.until_state(sent.id, State::Done).await;
    let history: Vec<_> = done.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(history, ["c.txt", "b.txt", "Invoice 2291.pdf"]);
    let record = desk.server.record();
    let received: Vec<_> = record.applied[0].files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(received, history);
    let query = outbox::Query { text: "invoice 2291".into(), ..Default::default() };
    assert_eq!(outbox.page(&query, None, 10).unwrap().deliveries.len(), 1, "it is found by that name");
    outbox.use_again(sent.id).unwrap();
    assert_eq!(names(&outbox), history, "and so it comes back");
}

#[tokio::test]
async fn a_name_that_cannot_be_is_said_and_changes_nothing() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let ids = attach(&desk, &outbox, &["a.pdf", "b.pdf", "c.pdf"]);
    for (typed, fault) in [
        ("b.pdf", NameFault::Taken),
        ("b", NameFault::Taken),
        (" ", NameFault::Empty),
        ("x/y.pdf", NameFault::Separator),
    ] {
        assert_eq!(outbox.rename_file(ids[0], typed).unwrap(), Err(fault), "{typed:?}");
    }
    assert_eq!(names(&outbox), ["a.pdf", "b.pdf", "c.pdf"]);
    // Its own name is no other file's, and that of a removed one is free.
    outbox.rename_file(ids[0], "a.pdf").unwrap().unwrap();
    outbox.detach(ids[1]).unwrap();
    outbox.rename_file(ids[0], "b").unwrap().unwrap();
    assert_eq!(names(&outbox), ["b.pdf", "c.pdf"]);
    // One that is not there any more cannot be meant.
    outbox.rename_file(ids[1], "z").unwrap().unwrap();
    assert_eq!(
        (names(&outbox), removed(&outbox)),
        (vec!["b.pdf".into(), "c.pdf".into()], vec!["b.pdf".into()])
    );
}

#[tokio::test]
async fn a_file_that_is_put_back_stands_beside_its_neighbours_and_a_new_one_comes_last() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let ids = attach(&desk, &outbox, &["a", "b", "c", "d"]);
    outbox.detach(ids[1]).unwrap();
    outbox.move_file(ids[3], 0).unwrap();
    assert_eq!(names(&outbox), ["d", "a", "c"]);
    outbox.restore_file(ids[1]).unwrap();
    assert_eq!(names(&outbox), ["d", "a", "b", "c"]);
    // Behind the last is the last.
    outbox.move_file(ids[3], 99).unwrap();
    attach(&desk, &outbox, &["e"]);
    assert_eq!(names(&outbox), ["a", "b", "c", "d", "e"]);
}
