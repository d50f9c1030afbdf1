//! A damaged database is set aside and never overwritten, and what can be read of it is there again.

use std::fs;
use std::path::{Path, PathBuf};

use outbox::{Outbox, OutboxError, Query, State};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::desk::{Desk, draft, send_off};

const MANY: u32 = 300;

/// A folder with an outbox in it: many deliveries that wait, one file, and a draft.
struct Folder {
    root: TempDir,
}

impl Folder {
    fn new() -> Self {
        let kept = Self { root: TempDir::new().unwrap() };
        let outbox = Outbox::open(&kept.folder()).unwrap();
        kept.fill(&outbox);
        kept
    }

    fn fill(&self, outbox: &Outbox) {
        for number in 0..MANY {
            draft(outbox, 138 + number % 12, &format!("Value {number} {}", "long ".repeat(20)));
            if number == 0 {
                outbox.attach(&[self.file("a.pdf", "paper")]).unwrap();
            }
            send_off(outbox);
        }
        draft(outbox, 143, "being typed");
        outbox.attach(&[self.file("b.pdf", "dropped")]).unwrap();
    }

    fn folder(&self) -> PathBuf {
        self.root.path().join("app")
    }

    fn database(&self) -> PathBuf {
        self.folder().join("outbox.db")
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.root.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn open(&self) -> Outbox {
        Outbox::open(&self.folder()).unwrap()
    }

    /// Overwrites a part of the database; says how it is by then.
    fn damage(&self, from: usize, bytes: usize) -> Vec<u8> {
        let mut content = fs::read(self.database()).unwrap();
        content[from..from + bytes].fill(0xAA);
        fs::write(self.database(), &content).unwrap();
        content
    }

    /// The place of a page in the middle of a table.
    fn page_of(&self, table: &str) -> usize {
        let connection = Connection::open(self.database()).unwrap();
        let mut statement = connection
            .prepare("SELECT pgoffset FROM dbstat WHERE name = ?1 AND pagetype = 'leaf' ORDER BY path")
            .unwrap();
        let pages: Vec<usize> =
            statement.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        pages[pages.len() / 2]
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    PathBuf::from(format!("{}{end}", path.display()))
}

fn everything(outbox: &Outbox) -> Vec<outbox::Delivery> {
    let query = Query { from: Some(0), ..Query::default() };
    outbox.page(&query, None, 10_000).unwrap().deliveries
}

#[test]
fn one_without_a_head_is_set_aside_and_a_new_one_begins() {
    let kept = Folder::new();
    let damaged = kept.damage(0, 100);
    let outbox = kept.open();
    let rescue = outbox.rescue().unwrap();
    assert_eq!((rescue.deliveries, rescue.draft), (0, false));
    assert_eq!(fs::read(&rescue.set_aside).unwrap(), damaged);
    draft(&outbox, 143, "typed anew");
    send_off(&outbox);
    drop(outbox);
    assert!(kept.open().rescue().is_none(), "the new one is sound");
}

#[test]
fn copies_that_the_new_database_does_not_know_are_kept_beside_the_damaged_one() {
    let kept = Folder::new();
    fs::remove_file(kept.root.path().join("a.pdf")).unwrap();
    kept.damage(0, 100);
    let outbox = kept.open();
    let aside = outbox.rescue().unwrap().set_aside.with_extension("spool");
    drop(outbox);
    drop(kept.open());
    let copies: Vec<PathBuf> = fs::read_dir(aside).unwrap().map(|copy| copy.unwrap().path()).collect();
    assert_eq!(copies.len(), 1);
    assert_eq!(fs::read(&copies[0]).unwrap(), b"paper");
}

#[test]
fn a_bad_page_costs_what_lies_on_it_and_nothing_is_sent_by_itself() {
    let kept = Folder::new();
    let page = kept.page_of("delivery");
    let damaged = kept.damage(page, 4096);
    let outbox = kept.open();
    let rescue = outbox.rescue().unwrap();
    assert!((u64::from(MANY) - 40..u64::from(MANY)).contains(&rescue.deliveries), "{rescue:?}");
    assert!(rescue.draft);
    assert_eq!(fs::read(&rescue.set_aside).unwrap(), damaged);
    let deliveries = everything(&outbox);
    assert_eq!(deliveries.len() as u64, rescue.deliveries);
    assert!(deliveries.iter().all(|delivery| delivery.state == State::MayBeDone));
    let draft = outbox.draft().unwrap();
    assert_eq!(draft.text.changes[0].value, "being typed");
    assert_eq!(draft.files[0].attachment.name(), "b.pdf");
    let first = deliveries.last().unwrap();
    assert_eq!((first.id, first.files[0].name.as_str()), (1, "a.pdf"));
    let found = Query { text: "value 7".into(), from: Some(0), ..Query::default() };
    assert!(!outbox.page(&found, None, 10).unwrap().deliveries.is_empty(), "and it can be searched");
    // The copy came along: the person can send it again.
    fs::remove_file(kept.root.path().join("a.pdf")).unwrap();
    assert_eq!(outbox.use_again(1).unwrap().added, 1);
}

#[tokio::test]
async fn a_courier_leaves_what_was_rescued_to_the_person() {
    let desk = Desk::new().await;
    let kept = Folder::new();
    let page = kept.page_of("attempt");
    kept.damage(page, 4096);
    let outbox = kept.open();
    assert_eq!(outbox.rescue().unwrap().deliveries, u64::from(MANY));
    let carrying = desk.courier(&outbox);
    carrying.until(i64::from(MANY), |delivery| delivery.finding.is_some()).await;
    carrying.courier.stop().await;
    assert!(desk.server.record().applied.is_empty());
}

#[test]
fn one_that_is_cut_off_gives_what_is_left() {
    let kept = Folder::new();
    let length = fs::metadata(kept.database()).unwrap().len();
    fs::File::options().write(true).open(kept.database()).unwrap().set_len(length * 2 / 3 + 100).unwrap();
    let damaged = fs::read(kept.database()).unwrap();
    let outbox = kept.open();
    let rescue = outbox.rescue().unwrap();
    assert!(rescue.draft && rescue.deliveries > 0, "{rescue:?}");
    assert_eq!(fs::read(&rescue.set_aside).unwrap(), damaged);
    assert!(everything(&outbox).iter().all(|delivery| delivery.state == State::MayBeDone));
}

#[test]
fn what_was_written_last_is_rescued_from_the_log() {
    let kept = Folder::new();
    let page = kept.page_of("delivery");
    let outbox = kept.open();
    draft(&outbox, 144, "only in the log");
    let last = send_off(&outbox).id;
    // As a power cut leaves it: the log is not in the database yet.
    let (database, log) = (kept.database(), beside(&kept.database(), "-wal"));
    let (content, logged) = (fs::read(&database).unwrap(), fs::read(&log).unwrap());
    drop(outbox);
    fs::write(&database, &content).unwrap();
    fs::write(&log, &logged).unwrap();
    assert!(!logged.is_empty());
    let damaged = kept.damage(page, 4096);
    let outbox = kept.open();
    let rescue = outbox.rescue().unwrap();
    assert_eq!(fs::read(&rescue.set_aside).unwrap(), damaged);
    assert_eq!(fs::read(beside(&rescue.set_aside, "-wal")).unwrap(), logged);
    let delivery = outbox.delivery(last).unwrap();
    assert_eq!((delivery.changes[0].value.as_str(), delivery.state), ("only in the log", State::MayBeDone));
}

#[test]
fn a_second_damage_gets_a_name_of_its_own() {
    let kept = Folder::new();
    let first = kept.damage(0, 100);
    let one = kept.open().rescue().unwrap().set_aside.clone();
    let second = kept.damage(0, 100);
    let other = kept.open().rescue().unwrap().set_aside.clone();
    assert_ne!(one, other);
    assert_eq!((fs::read(one).unwrap(), fs::read(other).unwrap()), (first, second));
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_is() {
    let kept = Folder::new();
    let connection = Connection::open(kept.database()).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    // As another end left it, with a log.
    let (content, log) =
        (fs::read(kept.database()).unwrap(), fs::read(beside(&kept.database(), "-wal")).unwrap());
    connection.close().unwrap();
    fs::write(kept.database(), &content).unwrap();
    fs::write(beside(&kept.database(), "-wal"), &log).unwrap();
    assert!(matches!(Outbox::open(&kept.folder()), Err(OutboxError::Newer)));
    assert_eq!(fs::read(kept.database()).unwrap(), content);
    assert_eq!(fs::read(beside(&kept.database(), "-wal")).unwrap(), log);
}
