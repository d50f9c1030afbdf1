//! Requests from outside the app's window.

use std::ffi::OsString;

use desk::views::setup::{LaunchRequestView, SetupOpened};

use crate::stage::{Stage, update};

fn ask(stage: &Stage, arguments: &[&str]) {
    stage.requests.add(desk::requests(arguments.iter().map(OsString::from), &stage.path("")));
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_taken_one_after_the_other_and_files_are_added_when_the_screen_says_so() {
    let stage = Stage::new();
    stage.file("a.txt", "a");
    ask(&stage, &["144", "a.txt", "team.ticketcourier"]);
    ask(&stage, &["ticket-courier://send/143"]);
    let first = stage.desk.next_launch_request().await.unwrap();
    let Some(LaunchRequestView::Setup { opened: SetupOpened::Unreadable { file, .. } }) = first else {
        panic!("{first:?}")
    };
    assert_eq!(file, "team.ticketcourier");
    let second = stage.desk.next_launch_request().await.unwrap();
    let Some(LaunchRequestView::Draft { ticket, files }) = second else { panic!("{second:?}") };
    assert_eq!((ticket.as_deref(), files), (Some("144"), 1));
    stage.desk.save_draft(update("On Hold")).await.unwrap();
    let filled = stage.desk.add_launched_files(true).await.unwrap();
    assert_eq!((filled.draft.ticket.as_str(), filled.draft.attachments.len()), ("", 1), "begun anew");
    assert_eq!(stage.desk.add_launched_files(false).await.unwrap().attached.added, 0, "once");
    let third = stage.desk.next_launch_request().await.unwrap();
    assert!(matches!(third, Some(LaunchRequestView::StrangeLink)), "{third:?}");
    assert!(stage.desk.next_launch_request().await.unwrap().is_none());
}
