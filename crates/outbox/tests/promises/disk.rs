//! A full disk, at each kind of write, and a folder that cannot be written to: each is said for what it is, nothing is
//! lost, and it goes on when there is room.
#![expect(clippy::print_stderr, reason = "a test says why it is skipped")]

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use outbox::{Accepted, DraftText, NotCopied, Outbox, OutboxError, State, Told, WaitReason};
use service_crm::{CancellationToken, Change, Progress};
use tempfile::TempDir;

use crate::desk::{Carrying, Desk, Desks, LEAD, draft, now, send_off, sender};

const MIB: usize = 1024 * 1024;

/// A small disk of its own, in memory; gone when it is dropped.
struct Disk(TempDir);

impl Disk {
    /// None where this process may not mount one; says so.
    fn new() -> Option<Arc<Self>> {
        let place = TempDir::new().unwrap();
        match mount(&["-t", "tmpfs", "-o", "size=64m", "tmpfs"], place.path()) {
            Ok(()) => Some(Arc::new(Self(place))),
            Err(why) => {
                eprintln!("skipped: no small disk can be mounted here: {why}");
                None
            }
        }
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("app")
    }

    fn open(&self) -> Outbox {
        Outbox::open(&self.folder()).unwrap()
    }

    fn ballast(&self) -> PathBuf {
        self.0.path().join("ballast")
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut ballast = File::options().create(true).append(true).open(self.ballast()).unwrap();
        for piece in [MIB, 4096, 1] {
            while ballast.write_all(&vec![0; piece]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    fn writable(&self, writable: bool) {
        let mode = if writable { "remount,rw" } else { "remount,ro" };
        mount(&["-o", mode], self.0.path()).unwrap();
    }

    /// Files in the spool, unfinished ones too.
    fn copies(&self) -> usize {
        let files = |folder: PathBuf| {
            fs::read_dir(folder).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count()
        };
        files(self.folder().join("spool")) + files(self.folder().join("spool/incoming"))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a courier's task may still hold the database for a moment.
        let _ = Command::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}

fn mount(words: &[&str], place: &Path) -> Result<(), String> {
    let output = Command::new("mount").args(words).arg(place).output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// Takes the outbox anew, so that its log is empty and the next write needs room.
fn anew(disk: &Disk, outbox: Outbox) -> Outbox {
    drop(outbox);
    disk.open()
}

fn no_room<T: std::fmt::Debug>(result: Result<T, OutboxError>) {
    assert!(matches!(result, Err(OutboxError::NoRoom)), "{result:?}");
}

fn elsewhere(name: &str, bytes: usize) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, vec![7; bytes]).unwrap();
    (folder, path)
}

#[test]
fn a_draft_and_its_files_stay_as_they_were_until_there_is_room() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    let (_folder, file) = elsewhere("a.pdf", 10);
    let outbox = anew(&disk, outbox);
    disk.fill();
    let before = outbox.draft().unwrap();
    let more = DraftText {
        ticket: "144".into(),
        lead: LEAD.into(),
        changes: vec![Change { field: "Title".into(), value: "more".into() }],
        ..DraftText::default()
    };
    no_room(outbox.save_draft(&more));
    no_room(outbox.attach(std::slice::from_ref(&file)));
    assert_eq!(outbox.draft().unwrap(), before);
    disk.make_room();
    outbox.save_draft(&more).unwrap();
    assert_eq!(outbox.attach(&[file]).unwrap().added, 1);
    assert_eq!(outbox.draft().unwrap().text, more);
}

#[test]
fn an_outbox_that_is_there_opens_on_a_full_disk_and_a_new_one_says_that_there_is_no_room() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    drop(outbox);
    fs::create_dir(disk.0.path().join("new")).unwrap();
    disk.fill();
    no_room(Outbox::open(&disk.0.path().join("new")));
    assert_eq!(disk.open().draft().unwrap().text.changes[0].value, "On Hold");
    disk.make_room();
    Outbox::open(&disk.0.path().join("new")).unwrap();
}

#[test]
fn copies_that_will_not_fit_are_not_begun() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    let (_folder, file) = elsewhere("film.mp4", 50 * MIB);
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[file]).unwrap();
    let mut told = 0;
    let accepted = outbox.send_off(&sender(), &CancellationToken::new(), |_| told += 1, now()).unwrap();
    let Accepted::NotCopied(NotCopied::NoRoom { needed, free }) = accepted else { panic!("{accepted:?}") };
    assert!(needed >= 50 * MIB as u64 && free < needed && free > 0, "{needed} {free}");
    assert_eq!((told, disk.copies()), (0, 0));
    assert_eq!(outbox.draft().unwrap().files.len(), 1);
}

#[test]
fn a_disk_that_runs_full_while_copies_are_taken_leaves_the_draft_and_no_copy() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    let (_folder, file) = elsewhere("film.mp4", 10 * MIB);
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[file]).unwrap();
    let before = outbox.draft().unwrap();
    let in_the_middle = |copying: outbox::Copying| {
        if copying.copied == 3 * MIB as u64 {
            disk.fill();
        }
    };
    no_room(outbox.send_off(&sender(), &CancellationToken::new(), in_the_middle, now()));
    assert_eq!((outbox.draft().unwrap(), disk.copies(), outbox.count().unwrap()), (before, 0, 0));
    disk.make_room();
    assert_eq!(send_off(&outbox).files.len(), 1);
}

#[test]
fn a_delivery_that_cannot_be_written_down_is_a_draft_as_before() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    let (_folder, file) = elsewhere("a.bin", 2 * MIB);
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[file]).unwrap();
    let outbox = anew(&disk, outbox);
    let before = outbox.draft().unwrap();
    let at_the_end = |copying: outbox::Copying| {
        if copying.copied == copying.total {
            disk.fill();
        }
    };
    no_room(outbox.send_off(&sender(), &CancellationToken::new(), at_the_end, now()));
    assert_eq!((outbox.draft().unwrap(), outbox.count().unwrap()), (before, 0));
    disk.make_room();
    send_off(&outbox);
    assert_eq!((disk.copies(), outbox.room().unwrap().spool_files), (1, 1));
}

#[test]
fn a_person_s_word_that_cannot_be_kept_is_not_taken() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    let (_folder, file) = elsewhere("a.bin", 10);
    draft(&outbox, 143, "On Hold");
    outbox.attach(&[file]).unwrap();
    let id = send_off(&outbox).id;
    drop(outbox);
    // As an end of the app after the line of no return leaves it.
    let connection = rusqlite::Connection::open(disk.folder().join("outbox.db")).unwrap();
    connection
        .execute_batch(
            "UPDATE delivery SET state = 'sending';
             INSERT INTO attempt (delivery, started_at, released_at) SELECT id, 1, 2 FROM delivery",
        )
        .unwrap();
    connection.close().unwrap();
    let outbox = disk.open();
    assert_eq!(outbox.delivery(id).unwrap().state, State::MayBeDone);
    let outbox = anew(&disk, outbox);
    disk.fill();
    no_room(outbox.it_was_done(id, now()));
    assert_eq!((outbox.delivery(id).unwrap().state, disk.copies()), (State::MayBeDone, 1));
    no_room(outbox.use_again(id).map(drop));
    assert_eq!(outbox.draft().unwrap().text, DraftText::default());
    disk.make_room();
    outbox.it_was_done(id, now()).unwrap();
    assert_eq!((outbox.delivery(id).unwrap().state, disk.copies()), (State::Done, 0));
}

#[test]
fn a_folder_that_cannot_be_written_to_is_said_and_left_as_it_is() {
    let Some(disk) = Disk::new() else { return };
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    drop(outbox);
    let before = fs::read(disk.folder().join("outbox.db")).unwrap();
    disk.writable(false);
    let opened = Outbox::open(&disk.folder());
    assert!(matches!(opened, Err(OutboxError::ReadOnly)), "{opened:?}");
    disk.writable(true);
    assert_eq!(fs::read(disk.folder().join("outbox.db")).unwrap(), before);
    assert_eq!(disk.open().draft().unwrap().text.changes[0].value, "On Hold");
}

/// A courier that fills the disk in the moment in which it tells something, once.
fn filling(
    disk: &Arc<Disk>,
    outbox: &Outbox,
    desk: &Desk,
    when: impl Fn(&Told, &Outbox) -> bool + Send + Sync + 'static,
) -> Carrying {
    let (disk, asked, filled) = (disk.clone(), outbox.clone(), AtomicBool::new(false));
    Carrying::with(outbox, Desks(Some(desk.client.clone())), now, move |told| {
        if !filled.load(Ordering::SeqCst) && when(told, &asked) {
            filled.store(true, Ordering::SeqCst);
            disk.fill();
        }
    })
}

fn unwritten(told: &Told) -> bool {
    matches!(told, Told::Unwritten(..))
}

#[tokio::test]
async fn an_attempt_that_cannot_be_begun_is_not_made_and_is_when_there_is_room() {
    let Some(disk) = Disk::new() else { return };
    let desk = Desk::new().await;
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    let delivery = send_off(&outbox);
    let outbox = anew(&disk, outbox);
    disk.fill();
    let carrying = Carrying::start(&outbox, Desks(Some(desk.client.clone())));
    carrying
        .until(delivery.id, |delivery| {
            matches!(carrying.courier.wait_reason(delivery), Some(WaitReason::Storage { .. }))
        })
        .await;
    assert_eq!((desk.server.record().calls, outbox.delivery(delivery.id).unwrap().attempts), (0, 0));
    disk.make_room();
    carrying.until_state(delivery.id, State::Done).await;
    assert_eq!(desk.server.record().applied.len(), 1);
    carrying.courier.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_that_cannot_be_released_never_completes_and_goes_when_there_is_room() {
    let Some(disk) = Disk::new() else { return };
    let desk = Desk::new().await;
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    let delivery = send_off(&outbox);
    let id = delivery.id;
    let carrying = filling(&disk, &outbox, &desk, move |told, outbox| {
        *told == Told::Changed(id)
            && outbox.delivery(id).is_ok_and(|delivery| delivery.state == State::Sending)
    });
    carrying.until_told(unwritten).await;
    assert!(desk.server.record().applied.is_empty());
    disk.make_room();
    let waits = |delivery: &outbox::Delivery| {
        delivery.attempts == 1
            && matches!(carrying.courier.wait_reason(delivery), Some(WaitReason::Storage { .. }))
    };
    carrying.until(id, waits).await;
    let attempts = outbox.attempts(id).unwrap();
    assert!(attempts[0].released_at.is_none(), "{attempts:?}");
    carrying.until_state(id, State::Done).await;
    assert_eq!((desk.server.record().applied.len(), outbox.attempts(id).unwrap().len()), (1, 2));
    carrying.courier.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_written_down_is_kept_until_it_can_and_nothing_is_sent_twice() {
    let Some(disk) = Disk::new() else { return };
    let desk = Desk::new().await;
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    let delivery = send_off(&outbox);
    let id = delivery.id;
    let carrying =
        filling(&disk, &outbox, &desk, move |told, _| matches!(told, Told::Progress(_, Progress::Answer)));
    carrying.until_told(unwritten).await;
    assert_eq!((desk.server.record().applied.len(), outbox.delivery(id).unwrap().state), (1, State::Sending));
    disk.make_room();
    let done = carrying.until_state(id, State::Done).await;
    assert_eq!((desk.server.record().applied.len(), done.attempts), (1, 1));
    carrying.courier.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_could_not_be_written_down_before_the_end_of_the_app_is_left_to_the_person() {
    let Some(disk) = Disk::new() else { return };
    let desk = Desk::new().await;
    let outbox = disk.open();
    draft(&outbox, 143, "On Hold");
    let id = send_off(&outbox).id;
    let carrying =
        filling(&disk, &outbox, &desk, move |told, _| matches!(told, Told::Progress(_, Progress::Answer)));
    carrying.until_told(unwritten).await;
    carrying.courier.stop().await;
    drop((carrying, outbox));
    disk.make_room();
    let outbox = disk.open();
    assert_eq!(outbox.delivery(id).unwrap().state, State::MayBeDone);
    assert_eq!(desk.server.record().applied.len(), 1);
}
