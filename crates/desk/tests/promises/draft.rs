//! The draft and its files.

use std::sync::mpsc;

use desk::Event;
use desk::views::files::{Copied, PasteInto, Pasted, Renamed};

use outbox::LeftOut;

use crate::stage::{Stage, server, update};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_and_added_is_there_at_the_next_start() {
    let stage = Stage::new();
    let file = stage.file("Invoice.pdf", "Invoice");
    stage.desk.attach(vec![file]).await.unwrap();
    stage.desk.save_draft(update("On Hold")).await.unwrap();
    let draft = stage.restart().await.desk.draft().await.unwrap();
    assert_eq!((draft.ticket.as_str(), draft.changes.len()), ("#143", 1));
    assert_eq!(draft.attachments[0].name, "Invoice.pdf");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_moved_renamed_taken_out_and_put_back() {
    let stage = Stage::new();
    let files = ["a.txt", "b.txt", "c.txt"].map(|name| stage.file(name, name));
    let attached = stage.desk.attach(files.into()).await.unwrap();
    let ids: Vec<i64> = attached.attachments.iter().map(|file| file.id).collect();
    let names = |files: &desk::views::files::FilesView| {
        files.attachments.iter().map(|file| file.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&stage.desk.move_file(ids[2], 0).await.unwrap()), ["c.txt", "a.txt", "b.txt"]);
    let renamed = stage.desk.rename_file(ids[0], "A.txt".into()).await.unwrap();
    assert!(matches!(&renamed, Renamed::Renamed { files } if names(files) == ["c.txt", "A.txt", "b.txt"]));
    let taken = stage.desk.rename_file(ids[0], "b.txt".into()).await.unwrap();
    assert!(matches!(taken, Renamed::Fault { .. }), "{taken:?}");
    let without = stage.desk.detach(ids[1]).await.unwrap();
    assert_eq!((names(&without).len(), without.removed.len()), (2, 1));
    assert_eq!(names(&stage.desk.restore_file(ids[1]).await.unwrap().files).len(), 3);
    assert_eq!(stage.desk.draft_file(ids[0]).await.unwrap().unwrap().attachment.name(), "A.txt");
    assert_eq!(stage.desk.draft_file(99).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_folder_the_files_are_listed_and_those_that_are_chosen_are_added() {
    let mut stage = Stage::new();
    let lone = stage.file("lone.txt", "lone");
    stage.file("folder/a.txt", "a");
    stage.file("folder/deep/b.txt", "b");
    let attached = stage.desk.attach(vec![lone, stage.path("folder")]).await.unwrap();
    assert_eq!(attached.added, 1, "none of the folder's yet");
    let listed = stage
        .hear(|event| match event {
            Event::FolderListed(folder) => Some(folder),
            _ => None,
        })
        .await;
    assert_eq!(listed.files.len(), 2);
    let added = stage.desk.add_from_folder(listed.listing, vec![1]).await.unwrap();
    assert_eq!((added.added, added.attachments[1].name.as_str()), (1, "b.txt"));
    let chosen = stage.desk.list_folder(Some(stage.path("folder"))).await.unwrap().unwrap();
    assert_eq!(
        stage.desk.add_from_folder(listed.listing, vec![0]).await.unwrap().added,
        0,
        "an older listing"
    );
    assert_eq!(stage.desk.add_from_folder(chosen.listing, vec![0]).await.unwrap().added, 1);
    assert!(stage.desk.list_folder(None).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_copied_is_pasted_a_picture_under_a_name_of_its_own() {
    let stage = Stage::new();
    let file = stage.file("a.txt", "a");
    let paste = async |into, copied| stage.desk.paste("Picture.png".into(), into, copied).await.unwrap();
    let files = Copied { files: desk::of_paths(vec![file]), ..Copied::default() };
    let pasted = paste(PasteInto::Window, files).await;
    assert!(matches!(&pasted, Pasted::Added { attached } if attached.attachments[0].name == "a.txt"));
    let picture = || Copied { picture: Some(vec![1, 2, 3]), ..Copied::default() };
    let pasted = paste(PasteInto::TextBox, picture()).await;
    assert!(matches!(&pasted, Pasted::Added { attached } if attached.attachments[1].name == "Picture.png"));
    assert!(matches!(paste(PasteInto::Window, Copied::default()).await, Pasted::Nothing));
    let text = |text: &str| Copied { text: Some(text.into()), ..Copied::default() };
    let pasted = paste(PasteInto::Window, text("a letter")).await;
    assert!(matches!(pasted, Pasted::Nothing), "text belongs into a box");
    // But one that names a ticket is understood: a bare number is not said to be one.
    for (copied, surely) in [("https://a.example/tickets/143", true), ("143", false)] {
        let pasted = paste(PasteInto::Window, text(copied)).await;
        let Pasted::NamesTicket { ticket } = pasted else { panic!("{pasted:?}") };
        assert_eq!((ticket.number.as_str(), ticket.said), ("143", surely));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_text_beside_a_picture_a_box_gets_the_text_and_the_picture_is_taken_when_it_is_asked_for() {
    let stage = Stage::new();
    let cells = || Copied { text: Some("Asha".into()), picture: Some(vec![1, 2, 3]), ..Copied::default() };
    let paste = async |into| stage.desk.paste("Picture.png".into(), into, cells()).await.unwrap();
    assert!(matches!(paste(PasteInto::TextBox).await, Pasted::Text { text } if text == "Asha"));
    assert!(matches!(paste(PasteInto::Window).await, Pasted::PictureBesideText));
    assert_eq!(stage.desk.draft().await.unwrap().attachments.len(), 0, "nothing was added yet");
    assert!(matches!(paste(PasteInto::Files).await, Pasted::Added { attached } if attached.added == 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dropped_is_attached_and_a_setup_among_it_is_opened_instead() {
    let mut stage = Stage::new();
    let files = vec![stage.file("a.txt", "a"), stage.file("team.ticketcourier", "{}")];
    stage.desk.take_dropped(desk::of_paths(files)).await;
    stage.hear(|event| matches!(event, Event::LaunchRequested(())).then_some(())).await;
    let attached = stage
        .hear(|event| match event {
            Event::FilesDropped(attached) => Some(attached),
            _ => None,
        })
        .await;
    assert_eq!((attached.added, attached.attachments[0].name.as_str()), (1, "a.txt"));
    assert!(stage.desk.next_launch_request().await.unwrap().is_some());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_from_a_place_that_does_not_last_goes_out_though_it_was_deleted_after_the_drop() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let passing = stage.file("passing/dnd_file/Invoice 2291.pdf", "%PDF-1.4 the invoice");
    let lasting = stage.file("Documents/note.txt", "stays");
    let link = stage.path("Documents/scan.pdf");
    let scan = stage.file("passing/scan.pdf", "%PDF-1.4 a scan");
    std::os::unix::fs::symlink(&scan, &link).unwrap();
    let attached = stage.desk.attach(vec![passing.clone(), lasting.clone(), link]).await.unwrap();
    assert_eq!((attached.added, attached.left.len()), (3, 0));
    let mut names: Vec<_> = attached.attachments.iter().map(|file| file.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Invoice 2291.pdf", "note.txt", "scan.pdf"]);
    std::fs::remove_dir_all(stage.path("passing")).unwrap();
    let mut stage = stage.restart().await;
    stage.desk.look_for_keys().await;
    stage.send_off("On Hold").await;
    stage.until(|told| told.settled_at.is_some()).await;
    let files: Vec<_> = server.record().applied[0].files.iter().map(|file| file.name.clone()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_taken_goes_with_the_file_and_the_same_file_is_not_added_twice() {
    let stage = Stage::new();
    let passing = stage.file("passing/a.pdf", "%PDF-1.4 a");
    let attached = stage.desk.attach(vec![passing.clone()]).await.unwrap();
    assert_eq!((attached.added, attached.attachments[0].path.as_str()), (1, passing.to_str().unwrap()));
    let again = stage.desk.attach(vec![passing]).await.unwrap();
    assert_eq!((again.added, again.asked.len()), (0, 1));
    // Another file of the same name and place, as a mail program writes it for the next mail.
    let next = stage.file("passing/a.pdf", "%PDF-1.4 b");
    assert_eq!(stage.desk.attach(vec![next]).await.unwrap().added, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_that_hangs_holds_up_its_own_file_which_can_be_given_up() {
    let mut stage = Stage::new();
    let hung = stage.path("passing/hung.pdf");
    std::fs::create_dir_all(hung.parent().unwrap()).unwrap();
    let lasting = stage.file("Documents/note.txt", "stays");
    // What stands for a disk that answers nothing: the third who asks for it, after the drop and its lasting files.
    let (answers, disk) = mpsc::channel();
    *stage.host.hung_disk.lock().unwrap() = Some((2, disk));
    let (desk, paths) = (stage.desk.clone(), vec![hung, lasting]);
    let adding = tokio::spawn(async move { desk.attach(paths).await.unwrap() });
    let known = stage
        .hear(|event| match event {
            Event::FilesDropped(attached) => Some(attached),
            _ => None,
        })
        .await;
    assert_eq!((known.added, known.attachments[0].name.as_str()), (1, "note.txt"), "it did not wait");
    stage.desk.stop_adding();
    let attached = adding.await.unwrap();
    assert_eq!(attached.attachments.len(), 1);
    assert!(
        matches!(&attached.left[..], [LeftOut::Stopped { file }] if file == "hung.pdf"),
        "{:?}",
        attached.left
    );
    drop(answers);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_be_meant_is_asked_about_and_added_all_the_same() {
    let (stage, server) = (Stage::new(), server().await);
    stage.add(&server).await;
    let files = [
        stage.file("Form.pdf", "%PDF-1.4 a form"),
        stage.file("Copy of Form.pdf", "%PDF-1.4 a form"),
        stage.file("Contract.gdoc", "{\"url\": \"https://docs.example\"}"),
        stage.file("Page.URL", "[InternetShortcut]"),
        stage.file("empty.txt", ""),
    ];
    let attached = stage.desk.attach(files.into()).await.unwrap();
    assert_eq!((attached.added, attached.left.len()), (1, 0), "{:?}", attached.left);
    let about: Vec<_> = attached.asked.iter().map(|asked| &asked.about).collect();
    assert!(
        matches!(
            &about[..],
            [
                LeftOut::SameContent { .. },
                LeftOut::OnlyALink { .. },
                LeftOut::OnlyALink { .. },
                LeftOut::Empty { .. }
            ]
        ),
        "{about:?}"
    );
    let numbers: Vec<u32> = attached.asked.iter().map(|asked| asked.number).collect();
    let added = stage.desk.add_all_the_same(numbers.clone()).await.unwrap();
    assert_eq!((added.added, added.attachments.len(), added.asked.len()), (4, 5, 0));
    let twice = stage.desk.add_all_the_same(numbers).await.unwrap();
    assert_eq!((twice.added, twice.attachments.len()), (0, 5), "a second press adds nothing");
    let mut stage = stage;
    stage.send_off("On Hold").await;
    stage.until(|told| told.settled_at.is_some()).await;
    assert_eq!(server.record().applied[0].files.len(), 5, "both forms arrive");
}
