//! Other programs that hold the app's files for a moment, as virus scanners, indexers and backups do on Windows.

use std::fs::{self, File};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use outbox::{Outbox, OutboxError};

use crate::desk::{draft, send_off};

/// Opens a file as a scanner does: nobody else gets at it.
fn hold(path: &Path) -> std::io::Result<File> {
    File::options().read(true).share_mode(0).open(path)
}

#[test]
fn a_scanner_that_opens_each_new_copy_hinders_no_send() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(&folder.path().join("app")).unwrap();
    let spool = outbox.folder().join("spool");
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                for folder in [spool.join("incoming"), spool.clone()] {
                    let entries = fs::read_dir(folder).unwrap().flatten();
                    let held: Vec<File> = entries.filter_map(|entry| hold(&entry.path()).ok()).collect();
                    if !held.is_empty() {
                        thread::sleep(Duration::from_millis(5));
                    }
                }
            }
        });
        for number in 0..40 {
            let file = folder.path().join("x.bin");
            fs::write(&file, vec![number; 300_000]).unwrap();
            draft(&outbox, 143, "On Hold");
            outbox.attach(&[file]).unwrap();
            let sent = send_off(&outbox);
            assert_eq!(sent.files.len(), 1);
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(outbox.room().unwrap().spool_files, 40);
}

/// Holds a file until it is told to let go, or for good.
fn held_for(path: &Path, letting_go: mpsc::Receiver<()>) -> thread::JoinHandle<()> {
    let held = hold(path).unwrap();
    thread::spawn(move || {
        let _ = letting_go.recv();
        drop(held);
    })
}

#[test]
fn a_database_that_a_backup_has_open_is_waited_for_and_then_said_to_be_held() {
    let folder = tempfile::TempDir::new().unwrap();
    drop(Outbox::open(folder.path()).unwrap());
    let database = folder.path().join("outbox.db");
    let (let_go, letting_go) = mpsc::channel();
    let backup = held_for(&database, letting_go);
    let opened = Outbox::open(folder.path());
    assert!(matches!(opened, Err(OutboxError::Held)), "{opened:?}");
    let waiting = thread::spawn({
        let folder = folder.path().to_owned();
        move || Outbox::open(&folder)
    });
    let_go.send(()).unwrap();
    backup.join().unwrap();
    assert!(waiting.join().unwrap().is_ok());
}

#[test]
fn a_damaged_database_that_a_scanner_looks_at_is_set_aside_once_it_lets_go() {
    let folder = tempfile::TempDir::new().unwrap();
    drop(Outbox::open(folder.path()).unwrap());
    let database = folder.path().join("outbox.db");
    fs::write(&database, "no database").unwrap();
    // It may be read and written by others, and not renamed.
    let scanner = File::options().read(true).share_mode(0x1 | 0x2).open(&database).unwrap();
    let opened = Outbox::open(folder.path());
    assert!(matches!(opened, Err(OutboxError::Held)), "{opened:?}");
    drop(scanner);
    let outbox = Outbox::open(folder.path()).unwrap();
    assert!(outbox.rescue().unwrap().set_aside.exists());
}
