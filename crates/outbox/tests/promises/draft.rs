//! The draft: nothing that was typed or dropped is lost, and no file is in it twice.

use std::path::PathBuf;

use outbox::{DraftText, Job, LeftOut, Outbox};
use service_crm::{Change, NotRegular};
use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// Opens it as at a start of the app.
    fn open(&self) -> Outbox {
        Outbox::open(&self.0.path().join("kept")).unwrap()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

fn typed() -> DraftText {
    DraftText {
        job: Job::Note,
        ticket: " #14".into(),
        lead: "not yet".into(),
        changes: vec![Change { field: "Status".into(), value: "On Höld 😀".into() }],
        customer: "nobody yet".into(),
        fields: vec![Change { field: "Title".into(), value: " Chair".into() }],
        note: "Called.\n".into(),
    }
}

fn names(outbox: &Outbox) -> Vec<String> {
    let files = outbox.draft().unwrap().files;
    files.iter().map(|file| file.attachment.name().to_owned()).collect()
}

#[test]
fn a_draft_is_there_again_after_any_end_exactly_as_it_was_typed() {
    let desk = Desk::new();
    let file = desk.file("a.pdf", "a");
    {
        let outbox = desk.open();
        assert_eq!(outbox.draft().unwrap().text, DraftText::default());
        outbox.save_draft(&typed()).unwrap();
        outbox.attach(&[file]).unwrap();
    }
    let outbox = desk.open();
    assert_eq!(outbox.draft().unwrap().text, typed());
    assert_eq!(names(&outbox), ["a.pdf"]);
}

#[test]
fn no_file_is_attached_twice_by_path_or_by_content() {
    let desk = Desk::new();
    let outbox = desk.open();
    let file = desk.file("a.pdf", "content");
    let dotted = file.parent().unwrap().join("kept/../a.pdf");
    let copy = desk.file("b.pdf", "content");
    let other = desk.file("c.pdf", "Content");
    let attached = outbox.attach(&[file.clone(), file, dotted, copy, other]).unwrap();
    assert_eq!(attached.added, 2);
    assert_eq!(
        attached.left,
        [
            LeftOut::AlreadyAttached { file: "a.pdf".into() },
            LeftOut::AlreadyAttached { file: "a.pdf".into() },
            LeftOut::SameContent { file: "b.pdf".into(), r#as: "a.pdf".into() },
        ]
    );
    assert_eq!(names(&outbox), ["a.pdf", "c.pdf"]);
}

#[test]
fn two_files_of_one_name_can_be_told_apart_on_the_ticket() {
    let desk = Desk::new();
    let outbox = desk.open();
    let one = desk.file("IMG_0001.jpg", "one");
    let elsewhere = one.parent().unwrap().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    let other = elsewhere.join("IMG_0001.jpg");
    std::fs::write(&other, "other").unwrap();
    let attached = outbox.attach(&[one.clone(), other.clone()]).unwrap();
    assert_eq!((attached.added, attached.left), (2, vec![]));
    assert_eq!(names(&outbox), ["IMG_0001.jpg", "IMG_0001 (2).jpg"]);
    let origins: Vec<_> = outbox.draft().unwrap().files.into_iter().map(|file| file.origin).collect();
    assert_eq!(origins, [one, other]);
    // It is there already, whatever it is called.
    assert_eq!(outbox.attach(&[elsewhere.join("IMG_0001.jpg")]).unwrap().added, 0);
}

#[test]
fn empty_files_are_not_each_others_copies() {
    let desk = Desk::new();
    let attached = desk.open().attach(&[desk.file("a", ""), desk.file("b", "")]).unwrap();
    assert_eq!((attached.added, attached.left), (2, vec![]));
}

#[test]
fn what_cannot_be_attached_is_named_and_keeps_nothing_else_out() {
    let desk = Desk::new();
    let outbox = desk.open();
    let folder = desk.0.path().to_owned();
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let attached = outbox.attach(&[folder.join("gone.pdf"), folder, desk.file("a.pdf", "a")]).unwrap();
    assert_eq!(
        attached.left,
        [
            LeftOut::FileMissing { file: "gone.pdf".into() },
            LeftOut::FileNotRegular { file: name, kind: NotRegular::Folder },
        ]
    );
    assert_eq!(names(&outbox), ["a.pdf"]);
}

#[test]
fn a_file_is_taken_out_by_an_id_that_never_means_another() {
    let desk = Desk::new();
    let outbox = desk.open();
    let first = outbox.attach(&[desk.file("a", "a")]).unwrap().files[0].id;
    assert_eq!(outbox.detach(first).unwrap().files, []);
    let second = outbox.attach(&[desk.file("b", "b")]).unwrap().files[0].id;
    assert_ne!(first, second);
    outbox.detach(first).unwrap();
    assert_eq!(names(&outbox), ["b"]);
}

#[test]
fn a_draft_that_is_emptied_leaves_the_files_where_they_are() {
    let desk = Desk::new();
    let file = desk.file("a.pdf", "a");
    let outbox = desk.open();
    outbox.save_draft(&typed()).unwrap();
    outbox.attach(std::slice::from_ref(&file)).unwrap();
    outbox.clear_draft().unwrap();
    assert_eq!(outbox.draft().unwrap().text, DraftText::default());
    assert!(names(&outbox).is_empty());
    assert!(file.exists());
    assert_eq!(outbox.attach(&[file]).unwrap().added, 1, "and it may be added again");
}

#[test]
fn names_that_look_alike_are_told_apart_however_they_are_written() {
    let desk = Desk::new();
    let outbox = desk.open();
    std::fs::create_dir(desk.0.path().join("other")).unwrap();
    let files = [
        ("Pr\u{fc}fung.pdf", "1"),
        ("other/Pru\u{308}fung.pdf", "2"),
        ("Scan.pdf", "3"),
        ("other/scan.PDF", "4"),
        ("Ticket.txt", "5"),
    ];
    let attached = outbox.attach(&files.map(|(name, content)| desk.file(name, content))).unwrap();
    assert_eq!(attached.added, 5);
    let called = ["Pr\u{fc}fung.pdf", "Pru\u{308}fung (2).pdf", "Scan.pdf", "scan (2).PDF", "Ticket.txt"];
    assert_eq!(names(&outbox), called);
    let renamed = outbox.rename_file(outbox.draft().unwrap().files[4].id, "SCAN.PDF").unwrap();
    assert_eq!(renamed.unwrap_err(), outbox::NameFault::Taken);
}

#[test]
fn many_files_of_one_size_are_told_apart_by_their_content_and_links_by_where_they_lead() {
    let desk = Desk::new();
    let outbox = desk.open();
    let large = |last: u8| [vec![7; 200_000], vec![last]].concat();
    let mut paths: Vec<PathBuf> =
        (0..40).map(|number| desk.file(&format!("{number}.txt"), &format!("{number:04}"))).collect();
    for (name, last) in [("a.bin", 1), ("b.bin", 2), ("c.bin", 1)] {
        let path = desk.0.path().join(name);
        std::fs::write(&path, large(last)).unwrap();
        paths.push(path);
    }
    let same = desk.file("same.txt", "0007");
    let attached = outbox.attach(&paths).unwrap();
    assert_eq!(attached.added, 42);
    assert_eq!(attached.left, [LeftOut::SameContent { file: "c.bin".into(), r#as: "a.bin".into() }]);
    let again = outbox.attach(&[same, paths[3].clone()]).unwrap();
    assert_eq!(
        again.left,
        [
            LeftOut::SameContent { file: "same.txt".into(), r#as: "7.txt".into() },
            LeftOut::AlreadyAttached { file: "3.txt".into() },
        ]
    );
    let ids = outbox.draft().unwrap().files;
    assert!(ids.windows(2).all(|two| two[0].id < two[1].id), "in their order");
}
