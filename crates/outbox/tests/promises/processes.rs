//! Two starts of the app: the second one does not get at what the first one has, whatever becomes of the first.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use outbox::{Outbox, OutboxError, State};

use crate::desk::{draft, send_off};

const FOLDER: &str = "TICKET_COURIER_TEST_FOLDER";

/// The other process: it opens the outbox and holds it until it is killed. Among the other tests, where no
/// folder is named, there is nothing to do.
#[test]
fn another_start() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let outbox = Outbox::open(Path::new(&folder)).unwrap();
    draft(&outbox, 143, "by the other");
    send_off(&outbox);
    println!("holds it");
    // Until its other end is closed: should the test end early, this does not stay.
    let _ = std::io::stdin().read(&mut [0]);
}

/// A process that has the outbox.
fn start(folder: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "processes::another_start", "--nocapture"]).env(FOLDER, folder);
    let mut other = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let printed = BufReader::new(other.stdout.take().unwrap());
    assert!(printed.lines().map_while(Result::ok).any(|line| line.ends_with("holds it")));
    other
}

#[test]
fn a_second_start_is_told_and_gets_it_when_the_first_was_killed() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut other = start(folder.path());
    let opened = Outbox::open(folder.path());
    assert!(matches!(opened, Err(OutboxError::InUse)), "{opened:?}");
    other.kill().unwrap();
    other.wait().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    assert!(outbox.rescue().is_none());
    let delivery = outbox.delivery(1).unwrap();
    assert_eq!((delivery.state, delivery.changes[0].value.as_str()), (State::Waiting, "by the other"));
}
