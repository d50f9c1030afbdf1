//! The app's own copies of files: each content once, as long as something needs it, and nothing else.

use std::fs;
use std::path::PathBuf;

use outbox::{Accepted, NotCopied, Outbox, State};
use service_crm::{CancellationToken, Code};

use crate::desk::{Desk, draft, now, send_off, sender};

fn copies(outbox: &Outbox) -> Vec<PathBuf> {
    let spool = outbox.folder().join("spool");
    let files = |folder: PathBuf| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.is_file()).collect::<Vec<_>>()
    };
    [files(spool.clone()), files(spool.join("incoming"))].concat()
}

#[tokio::test]
async fn the_same_content_is_kept_once_and_stays_until_the_last_that_needs_it() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let mut deliveries = Vec::new();
    for (ticket, name) in [(143, "a.pdf"), (144, "b.pdf")] {
        draft(&outbox, ticket, "On Hold");
        outbox.attach(&[desk.file(name, "the same content")]).unwrap();
        deliveries.push(send_off(&outbox).id);
    }
    assert_eq!((copies(&outbox).len(), outbox.room().unwrap().spool_files), (1, 1));
    assert_eq!(outbox.room().unwrap().spool_bytes, 16);
    let carrying = desk.courier(&outbox);
    // The second one's end is put off until the first one's is over.
    carrying.until_state(deliveries[0], State::Done).await;
    carrying.until_state(deliveries[1], State::Done).await;
    let applied = desk.server.record().applied;
    assert_eq!(applied.iter().map(|applied| applied.files[0].size).collect::<Vec<_>>(), [16, 16]);
    assert_eq!(copies(&outbox).len(), 0);
}

#[tokio::test]
async fn one_s_end_does_not_take_the_copy_from_another() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = crate::desk::Carrying::start(&outbox, crate::desk::Desks(None));
    let mut deliveries = Vec::new();
    for (ticket, name) in [(143, "a.pdf"), (144, "b.pdf")] {
        draft(&outbox, ticket, "On Hold");
        outbox.attach(&[desk.file(name, "the same content")]).unwrap();
        deliveries.push(send_off(&outbox).id);
    }
    // One that is just being looked at is cancelled when that has ended.
    carrying.courier.cancel(deliveries[0]).await.unwrap();
    carrying.until_state(deliveries[0], State::Cancelled).await;
    assert_eq!(fs::read(&copies(&outbox)[0]).unwrap(), b"the same content");
    carrying.courier.cancel(deliveries[1]).await.unwrap();
    carrying.until_state(deliveries[1], State::Cancelled).await;
    assert_eq!(copies(&outbox).len(), 0);
}

#[test]
fn copies_that_nobody_came_to_write_down_are_swept_at_the_next_opening() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    let spool = outbox.folder().join("spool");
    drop(outbox);
    fs::write(spool.join("incoming").join("half"), "half").unwrap();
    fs::write(spool.join("0".repeat(64)), "whole").unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    assert_eq!(copies(&outbox).len(), 0);
}

#[test]
fn a_person_who_does_not_want_to_wait_keeps_the_draft_and_no_copy_stays() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&folder.path().join("app")).unwrap();
    draft(&outbox, 143, "On Hold");
    let (small, large) = (folder.path().join("a.pdf"), folder.path().join("film.mp4"));
    fs::write(&small, "paper").unwrap();
    fs::write(&large, vec![7; 5_000_000]).unwrap();
    outbox.attach(&[small, large]).unwrap();
    let before = outbox.draft().unwrap();
    let stop = CancellationToken::new();
    let accepted = outbox.send_off(
        &sender(),
        &stop,
        |copying| {
            if copying.file == 1 && copying.copied > 1_000_000 {
                stop.cancel();
            }
        },
        now(),
    );
    assert!(matches!(accepted, Ok(Accepted::NotCopied(NotCopied::Stopped))), "{accepted:?}");
    assert_eq!((outbox.draft().unwrap(), copies(&outbox).len(), outbox.count().unwrap()), (before, 0, 0));
    assert_eq!(send_off(&outbox).files.len(), 2);
}

#[test]
fn a_file_that_changes_while_it_is_taken_is_named() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&folder.path().join("app")).unwrap();
    draft(&outbox, 143, "On Hold");
    let file = folder.path().join("growing.log");
    fs::write(&file, vec![7; 3_000_000]).unwrap();
    outbox.attach(std::slice::from_ref(&file)).unwrap();
    let accepted = outbox.send_off(
        &sender(),
        &CancellationToken::new(),
        |copying| {
            if copying.copied == copying.total {
                fs::write(&file, "shorter").unwrap();
            }
        },
        now(),
    );
    let Ok(Accepted::NotCopied(NotCopied::Files(failures))) = accepted else { panic!("{accepted:?}") };
    assert_eq!(failures[0].code, Code::FileChanged { file: "growing.log".into() });
    assert_eq!((copies(&outbox).len(), outbox.count().unwrap()), (0, 0));
}

#[tokio::test]
async fn a_refused_one_s_copies_go_to_the_draft_and_are_there_after_a_start() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let file = desk.file("a.pdf", "paper");
    outbox.attach(std::slice::from_ref(&file)).unwrap();
    desk.server.inject("failure-in-200".parse().unwrap());
    let carrying = desk.courier(&outbox);
    let refused = carrying.send().id;
    carrying.until_state(refused, State::Refused).await;
    carrying.courier.stop().await;
    fs::remove_file(&file).unwrap();
    assert_eq!(outbox.use_again(refused).unwrap().added, 1);
    drop((carrying, outbox));
    let outbox = desk.open();
    let kept = outbox.draft().unwrap().files;
    assert_eq!((kept[0].origin.clone(), kept[0].attachment.name()), (file, "a.pdf"));
    assert_eq!(fs::read(kept[0].attachment.path()).unwrap(), b"paper");
    let id = send_off(&outbox).id;
    let carrying = desk.courier(&outbox);
    carrying.until_state(id, State::Done).await;
    assert_eq!(copies(&outbox).len(), 0);
    carrying.courier.stop().await;
}

#[test]
fn sending_off_and_giving_up_at_the_same_time_do_not_wait_for_each_other_for_ever() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&folder.path().join("app")).unwrap();
    let file = folder.path().join("a.pdf");
    fs::write(&file, "paper").unwrap();
    std::thread::scope(|scope| {
        let other = &outbox;
        let file = &file;
        // Each taking-out gives up the copies that nothing needs.
        scope.spawn(move || (0..200).for_each(|_| drop(other.detach(-1).unwrap())));
        for _ in 0..200 {
            draft(&outbox, 143, "On Hold");
            outbox.attach(std::slice::from_ref(file)).unwrap();
            assert_eq!(send_off(&outbox).files.len(), 1);
        }
    });
    assert_eq!((outbox.count().unwrap(), copies(&outbox).len()), (200, 1));
}

#[tokio::test]
async fn a_copy_whose_time_alone_is_another_goes_out_and_one_that_holds_something_else_does_not() {
    let touch = |path: &PathBuf| {
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    };
    let desk = Desk::new().await;
    let outbox = desk.open();
    // A copy that the draft has, and one that a delivery has.
    draft(&outbox, 143, "On Hold");
    outbox.attach_content("Picture.png", b"picture").unwrap();
    copies(&outbox).iter().for_each(touch);
    let sent = send_off(&outbox).id;
    copies(&outbox).iter().for_each(touch);
    let carrying = desk.courier(&outbox);
    carrying.until_state(sent, State::Done).await;
    draft(&outbox, 144, "On Hold");
    outbox.attach_content("Picture.png", b"picture").unwrap();
    copies(&outbox).iter().for_each(|copy| fs::write(copy, b"forgery").unwrap());
    let accepted = outbox.send_off(&sender(), &CancellationToken::new(), |_| (), now());
    assert!(matches!(accepted, Ok(Accepted::NotCopied(NotCopied::Files(_)))), "{accepted:?}");
}

#[test]
fn a_changed_file_is_taken_as_it_is_now_by_one_act() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&folder.path().join("app")).unwrap();
    draft(&outbox, 143, "On Hold");
    let file = folder.path().join("letter.odt");
    fs::write(&file, "first").unwrap();
    let id = outbox.attach(std::slice::from_ref(&file)).unwrap().files[0].id;
    fs::write(&file, "second, longer").unwrap();
    let accepted = outbox.send_off(&sender(), &CancellationToken::new(), |_| (), now());
    assert!(matches!(accepted, Ok(Accepted::NotCopied(NotCopied::Files(_)))), "{accepted:?}");
    let taken = outbox.take_as_it_is(id).unwrap();
    assert_eq!((taken.left, taken.files.files[0].attachment.stamp().size), (None, 14));
    assert_eq!(send_off(&outbox).files[0].size, 14);
}
