//! Content that was pasted lies nowhere else, and is kept as safely as any other file.

use outbox::{LeftOut, Outbox, State};

use crate::desk::{Desk, draft};

fn names(outbox: &Outbox) -> Vec<String> {
    let files = outbox.draft().unwrap().files;
    files.iter().map(|file| file.attachment.name().to_owned()).collect()
}

#[tokio::test]
async fn what_was_pasted_outlives_a_restart_and_reaches_the_ticket() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    assert_eq!(outbox.attach_content("Screenshot.png", b"picture").unwrap().added, 1);
    drop(outbox);
    let outbox = desk.open();
    assert_eq!(names(&outbox), ["Screenshot.png"]);
    let courier = desk.courier(&outbox);
    let sent = courier.send();
    courier.until_state(sent.id, State::Done).await;
    let received = desk.server.record().applied[0].files.clone();
    assert_eq!((received[0].name.as_str(), received[0].size), ("Screenshot.png", 7));
    // Done, it is the ticket's and no longer kept: that is said, and nothing else.
    let again = outbox.use_again(sent.id).unwrap();
    assert_eq!(again.left, [LeftOut::FileMissing { file: "Screenshot.png".into() }]);
    assert_eq!(outbox.room().unwrap().spool_files, 0);
}

#[tokio::test]
async fn two_of_one_name_get_two_names_and_the_same_twice_is_one() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    outbox.attach_content("Screenshot.png", b"one").unwrap();
    let again = outbox.attach_content("Screenshot later.png", b"one").unwrap();
    let same = LeftOut::SameContent { file: "Screenshot later.png".into(), r#as: "Screenshot.png".into() };
    assert_eq!((again.added, again.left), (0, vec![same]));
    outbox.attach_content("Screenshot.png", b"two").unwrap();
    assert_eq!(names(&outbox), ["Screenshot.png", "Screenshot (2).png"]);
}

#[tokio::test]
async fn one_that_was_removed_is_put_back_and_one_that_cannot_be_takes_no_room() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let id = outbox.attach_content("Screenshot.png", b"one").unwrap().files[0].id;
    outbox.detach(id).unwrap();
    drop(outbox);
    let outbox = desk.open();
    let back = outbox.restore_file(id).unwrap().files;
    assert_eq!(std::fs::read(back.files[0].attachment.path()).unwrap(), b"one");

    let courier = desk.courier(&outbox);
    outbox.detach(id).unwrap();
    draft(&outbox, 143, "On Hold");
    courier.send();
    assert_eq!(outbox.room().unwrap().spool_files, 0);
}
