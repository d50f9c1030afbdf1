//! The draft and its files.

use desk::Event;
use desk::views::files::{Copied, PasteInto, Pasted, Renamed};

use crate::stage::{Stage, update};

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
