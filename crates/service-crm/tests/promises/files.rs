//! A file goes onto the ticket as it was attached, or not at all, and the failure names it.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::common::*;
use practice_server::PracticeServer;
use service_crm::{Attachment, Code, Effect, Failure, Limits, NotRegular, Update};

/// Sends an update, which must fail over a file before anything is sent.
async fn refused(attachments: Vec<Attachment>) -> Failure {
    let server = server().await;
    let failure = send(&client_of(&server), &update(attachments)).await.unwrap_err();
    assert_eq!(server.record().connections, 0, "it is looked at before anything is sent");
    assert_eq!(failure.effect, Effect::NotSent);
    assert!(!failure.repeatable(), "somebody must do something about the file first");
    failure
}

#[test]
fn a_file_is_attached_under_its_own_name_without_its_folders() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder")).unwrap();
    let file = desk.file("folder/März 2026.pdf", b"12345");
    assert_eq!((file.name(), file.stamp().size), ("März 2026.pdf", 5));
    assert!(file.check().is_ok());
}

#[tokio::test]
async fn a_missing_file_is_refused() {
    let desk = Desk::new();
    let failure = Attachment::look(desk.path("gone.pdf")).unwrap_err();
    assert_eq!(
        (failure.code, failure.effect),
        (Code::FileMissing { file: "gone.pdf".into() }, Effect::NotSent)
    );

    let attachments = vec![desk.file("here.pdf", b"1"), desk.file("gone.pdf", b"2")];
    fs::remove_file(desk.path("gone.pdf")).unwrap();
    assert_eq!(refused(attachments).await.code, Code::FileMissing { file: "gone.pdf".into() });
}

#[tokio::test]
async fn a_folder_is_refused() {
    let desk = Desk::new();
    let folder = Code::FileNotRegular { file: "thing".into(), kind: NotRegular::Folder };
    let file = desk.file("thing", b"1");
    fs::remove_file(desk.path("thing")).unwrap();
    fs::create_dir(desk.path("thing")).unwrap();
    assert_eq!(Attachment::look(desk.path("thing")).unwrap_err().code, folder);
    assert_eq!(refused(vec![file]).await.code, folder);
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_refused_and_nobody_waits_for_its_other_end() {
    let desk = Desk::new();
    let pipe = Code::FileNotRegular { file: "thing".into(), kind: NotRegular::Pipe };
    let file = desk.file("thing", b"1");
    fs::remove_file(desk.path("thing")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(desk.path("thing")).status().unwrap();
    assert!(made.success());
    assert_eq!(Attachment::look(desk.path("thing")).unwrap_err().code, pipe);
    assert_eq!(refused(vec![file]).await.code, pipe);
}

#[cfg(unix)]
#[test]
fn devices_and_sockets_are_refused() {
    let desk = Desk::new();
    let _socket = std::os::unix::net::UnixListener::bind(desk.path("socket")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", desk.path("endless.pdf")).unwrap();
    for (name, kind) in [("socket", NotRegular::Other), ("endless.pdf", NotRegular::Device)] {
        let failure = Attachment::look(desk.path(name)).unwrap_err();
        assert_eq!(failure.code, Code::FileNotRegular { file: name.into(), kind });
    }
}

#[cfg(unix)]
#[test]
fn a_link_stands_for_its_file_under_its_own_name() {
    let desk = Desk::new();
    desk.file("original.pdf", b"12345");
    std::os::unix::fs::symlink(desk.path("original.pdf"), desk.path("link.pdf")).unwrap();
    let file = Attachment::look(desk.path("link.pdf")).unwrap();
    assert_eq!((file.name(), file.stamp().size), ("link.pdf", 5));
}

/// Windows takes "x.pdf." and "x.pdf " for "x.pdf".
#[cfg(windows)]
#[tokio::test]
async fn a_name_that_windows_would_shorten_is_that_file_and_never_its_neighbour() {
    let desk = Desk::new();
    desk.file("x.pdf", b"the neighbour");
    for name in ["x.pdf.", "x.pdf "] {
        let failure = Attachment::look(desk.path(name)).unwrap_err();
        assert_eq!(failure.code, Code::FileMissing { file: name.into() });
        // As Samba and the Linux within Windows make it.
        fs::write(service_crm::exact_path(desk.path(name)), "its own").unwrap();
        let file = Attachment::look(desk.path(name)).unwrap();
        assert_eq!((file.name(), fs::read(file.path()).unwrap()), (name, b"its own".to_vec()));
    }
    assert_eq!(fs::read(desk.path("x.pdf")).unwrap(), b"the neighbour");
}

/// A link to itself: unreadable for everybody, root as well.
#[cfg(unix)]
#[tokio::test]
async fn a_file_that_cannot_be_opened_is_refused() {
    let desk = Desk::new();
    let file = desk.file("thing", b"1");
    fs::remove_file(desk.path("thing")).unwrap();
    std::os::unix::fs::symlink("thing", desk.path("thing")).unwrap();
    for failure in [Attachment::look(desk.path("thing")).unwrap_err(), refused(vec![file]).await] {
        let Code::FileUnreadable { file, why } = &failure.code else { panic!("{failure:?}") };
        assert!(file == "thing" && why.contains("symbolic links"), "{failure}");
    }
}

/// A regular file of which no byte can be read: the first page of a process's memory.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_file_that_fails_while_it_is_read_ends_the_attempt() {
    let server = server().await;
    let memory = Attachment::look("/proc/self/mem").unwrap();
    let kept =
        Attachment::kept("/proc/self/mem", "mem".into(), service_crm::Stamp { size: 0, ..memory.stamp() });
    let failure = send(&client_of(&server), &update(vec![kept])).await.unwrap_err();
    assert_eq!(code_and_effect(&failure), ("file_unreadable".into(), Effect::NotSent));
    assert_eq!(file_named(&failure), "mem");
    assert!(server.record().applied.is_empty());
}

#[tokio::test]
async fn a_file_whose_size_changed_since_it_was_attached_is_refused() {
    let desk = Desk::new();
    for size in [0, 4, 6] {
        let attachments = vec![desk.file("notes.txt", b"12345")];
        desk.resize("notes.txt", size);
        assert_eq!(refused(attachments).await.code, Code::FileChanged { file: "notes.txt".into() });
    }
}

#[tokio::test]
async fn a_file_whose_time_alone_changed_since_it_was_attached_is_refused() {
    let desk = Desk::new();
    let attachments = vec![desk.file("notes.txt", b"12345")];
    touch(&desk, "notes.txt");
    assert_eq!(refused(attachments).await.code, Code::FileChanged { file: "notes.txt".into() });
}

/// A minute later than now, and the same size.
fn touch(desk: &Desk, name: &str) {
    let file = fs::File::options().write(true).open(desk.path(name)).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
}

/// An update that has been held up in the middle of its first file, "large.bin", so that a test can do to the files
/// what it wants while they are being sent.
struct HeldUp {
    server: PracticeServer,
    gate: Gate,
    aside: Aside,
}

impl HeldUp {
    async fn sending(attachments: Vec<Attachment>) -> Self {
        let server = server().await;
        let gate = Gate::before(&server.base_url(), MIB).await;
        let update = Update::new("143", LEAD, vec![], attachments).unwrap();
        let aside = send_aside(&client_at(&gate.url(), Limits::default()), &update);
        gate.passed(MIB).await;
        Self { server, gate, aside }
    }

    /// Lets it go on: it must fail, and the server must have done nothing.
    async fn fails(self) -> Failure {
        self.gate.open_to_the_end().await;
        let failure = self.aside.failure().await;
        let record = self.server.record();
        assert!(record.calls == 1 && record.applied.is_empty(), "it had begun, and nothing was done");
        assert_eq!(failure.effect, Effect::NotSent);
        assert!(!failure.repeatable());
        failure
    }
}

#[tokio::test]
async fn a_file_that_is_left_alone_arrives_whole_however_long_it_is_held_up() {
    let desk = Desk::new();
    let held = HeldUp::sending(vec![desk.sized("large.bin", LARGE)]).await;
    held.gate.open_to_the_end().await;
    held.aside.settled.await.unwrap().unwrap();
    assert_eq!(held.server.record().applied[0].files[0].size, LARGE);
}

#[tokio::test]
async fn a_file_that_shrinks_while_it_is_sent_is_never_cut_short() {
    let desk = Desk::new();
    let held = HeldUp::sending(vec![desk.sized("large.bin", LARGE)]).await;
    desk.resize("large.bin", LARGE - 1);
    assert_eq!(held.fails().await.code, Code::FileShrank { file: "large.bin".into() });
}

#[tokio::test]
async fn a_file_that_grows_while_it_is_sent_is_never_sent_in_part() {
    let desk = Desk::new();
    let held = HeldUp::sending(vec![desk.sized("large.bin", LARGE)]).await;
    desk.resize("large.bin", LARGE + 1);
    assert_eq!(held.fails().await.code, Code::FileGrew { file: "large.bin".into() });
}

#[tokio::test]
async fn a_file_that_is_written_over_while_it_is_sent_is_never_half_old_and_half_new() {
    let desk = Desk::new();
    let held = HeldUp::sending(vec![desk.sized("large.bin", LARGE)]).await;
    desk.overwrite("large.bin", b"new");
    touch(&desk, "large.bin");
    assert_eq!(held.fails().await.code, Code::FileChanged { file: "large.bin".into() });
}

/// Editors save so: another file takes the name, and the one being read stays as it was.
#[tokio::test]
async fn a_file_that_is_replaced_while_it_is_sent_ends_the_attempt() {
    let desk = Desk::new();
    let held = HeldUp::sending(vec![desk.sized("large.bin", LARGE)]).await;
    desk.file("saved.tmp", b"new");
    fs::rename(desk.path("saved.tmp"), desk.path("large.bin")).unwrap();
    assert_eq!(held.fails().await.code, Code::FileChanged { file: "large.bin".into() });
}

#[tokio::test]
async fn a_second_file_that_goes_away_while_the_first_is_sent_ends_the_attempt() {
    let desk = Desk::new();
    let attachments = vec![desk.sized("large.bin", LARGE), desk.file("second.txt", b"2")];
    let held = HeldUp::sending(attachments).await;
    fs::remove_file(desk.path("second.txt")).unwrap();
    assert_eq!(held.fails().await.code, Code::FileMissing { file: "second.txt".into() });
}

#[tokio::test]
async fn a_second_file_that_changes_while_the_first_is_sent_ends_the_attempt() {
    let desk = Desk::new();
    let attachments = vec![desk.sized("large.bin", LARGE), desk.file("second.txt", b"2")];
    let held = HeldUp::sending(attachments).await;
    desk.resize("second.txt", 2);
    assert_eq!(held.fails().await.code, Code::FileChanged { file: "second.txt".into() });
}
