//! A file that went to the same ticket before is told apart by its content, for as long as the history knows it.

use desk::{AlreadyThere, DraftText};
use outbox::State;

use crate::stage::{Stage, server, update};

/// Files of the draft that went to a ticket before: the name that each had there, and where it stands.
async fn there(stage: &Stage, ticket: &str) -> Vec<(String, State)> {
    let files = stage.desk.draft().await.unwrap().attachments.iter().map(|file| file.id).collect();
    let there = stage.desk.already_there(ticket.into(), files).await.unwrap();
    there.into_iter().map(|AlreadyThere { name, state, .. }| (name, state)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_went_to_this_ticket_before_is_known_by_its_content_and_no_other_is() {
    let server = server().await;
    let mut stage = Stage::new();
    stage.add(&server).await;
    let files = [stage.file("Invoice.pdf", "the invoice"), stage.file("Empty.txt", "")];
    stage.desk.attach(files.into()).await.unwrap();
    let sent = stage.send_off("On Hold").await;
    stage.until(|delivery| delivery.id == sent.id && delivery.state == State::Done).await;
    assert_eq!(stage.desk.storage().await.unwrap().spool_files, 0, "the copy is gone, and its hash is not");

    // Under another name, and beside files of the same size and without any.
    let again = [
        stage.file("Rechnung.pdf", "the invoice"),
        stage.file("Other.pdf", "the 1nvoice"),
        stage.file("Nothing.txt", ""),
    ];
    stage.desk.attach(again.into()).await.unwrap();
    assert_eq!(there(&stage, "#143").await, [("Invoice.pdf".to_owned(), State::Done)]);
    assert_eq!(there(&stage, "144").await, [], "another ticket");
    assert_eq!(there(&stage, "none").await, []);

    // Also one that is on its way there, and after a restart.
    server.inject_always("refuse".parse().unwrap());
    let next = stage.send_off("Open").await;
    let mut stage = stage.restart().await;
    stage.desk.attach(vec![stage.path("Other.pdf")]).await.unwrap();
    assert_eq!(there(&stage, "143").await, [("Other.pdf".to_owned(), State::Waiting)]);
    stage.desk.cancel(next.id).await.unwrap();
    // One that is just being tried ends a moment later.
    stage.until(|delivery| delivery.id == next.id && delivery.state == State::Cancelled).await;
    assert_eq!(there(&stage, "143").await, [], "it never arrived");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_sent_says_nothing_of_another_s_tickets() {
    let (server, other) = (server().await, server().await);
    let mut stage = Stage::new();
    stage.add(&server).await;
    stage.desk.attach(vec![stage.file("Invoice.pdf", "the invoice")]).await.unwrap();
    let text = DraftText { changes: Vec::new(), ..update("") };
    let _ = stage.desk.update_ticket(text, false, |_| {}).await.unwrap();
    stage.until(|delivery| delivery.state == State::Done).await;
    stage.add(&other).await;
    stage.desk.attach(vec![stage.path("Invoice.pdf")]).await.unwrap();
    assert_eq!(there(&stage, "143").await, []);
}
