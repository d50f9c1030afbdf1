//! Each failure of the server: what the delivery becomes by it, what the screen says of the ticket, and that nothing
//! is lost by it. The server's own record says what was really done.

use anyhow::{Result, ensure};
use practice_server::{Fault, PracticeServer};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{draft, drafted, empty_draft, in_answer, ticket_system, updates};

/// Refusals: the server's doing, and the screen's code of it. None of these reaches the ticket.
const REFUSED: [(&str, &str); 13] = [
    ("status-400-json-not-applied", "not_accepted"),
    ("status-401-json-not-applied", "keys_refused"),
    ("status-403-json-not-applied", "forbidden"),
    ("status-404-empty-not-applied", "not_found"),
    ("status-413-html-not-applied", "too_large"),
    ("early-413", "too_large"),
    ("status-422-json-not-applied", "refused"),
    ("redirect-302", "redirected"),
    ("redirect-307", "redirected"),
    ("failure-in-200", "declined"),
    ("early-200", "declined"),
    ("status-415-html-not-applied", "refused"),
    ("early-401", "keys_refused"),
];

/// Doubts: the server's doing, the screen's code, and how many updates the server really made.
const MAY_BE_DONE: [(&str, &str, usize); 11] = [
    ("cut-applied", "broke_before_answer", 1),
    ("cut-not-applied", "broke_before_answer", 0),
    ("status-500-json-applied", "server_error", 1),
    ("status-500-json-not-applied", "server_error", 0),
    ("status-502-html-applied", "server_error", 1),
    ("status-504-empty-applied", "server_error", 1),
    ("status-200-html-applied", "answer_unreadable", 1),
    ("status-204-empty-applied", "answer_unreadable", 1),
    ("malformed-answer", "answer_unreadable", 1),
    ("cut-answer", "answer_unreadable", 1),
    ("huge-answer", "answer_unreadable", 1),
];

/// Passing troubles: the server's doing for a while, and why the delivery waits then.
const GO_BY_THEMSELVES: [(&str, &str); 5] = [
    ("refuse", "connection"),
    ("reset-after-0", "connection"),
    ("reset-after-1000000", "connection"),
    ("status-503-json-not-applied", "busy"),
    ("too-many-retry-after-2", "pace"),
];

#[test]
fn what_is_refused_says_that_the_ticket_was_not_changed_and_comes_back_into_the_draft() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        stage.set_status("On Hold").await?;
        for (fault, code) in REFUSED {
            let before = updates(&server);
            server.inject(fault.parse::<Fault>()?);
            stage.send().await?;
            stage.until_refused(code).await?;
            told(stage, fault, code, "not_done", "The ticket was not changed.").await?;
            ensure!(server.record().applied.is_empty(), "{fault}: the server's own record");
            ensure!(updates(&server) - before == 1, "{fault}: one attempt, and nobody was followed");

            stage.click(&in_answer("correct")).await?;
            comes_back(stage, fault, "On Hold").await?;
            // Whoever corrects it has attended to it.
            stage.until_gone("needs-you").await?;
        }
        stage.send().await?;
        stage.until_done().await?;
        ensure!(server.record().applied.len() == 1);
        Ok(())
    });
}

#[test]
fn what_is_known_to_be_too_large_is_offered_in_parts_before_it_is_sent() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        stage.set_status("On Hold").await?;
        let second = stage.desk.file("Second.zip", vec![6; 3_000_000])?;
        stage.drop_files(&[second]).await?;
        stage.until_count("file-row", 2).await?;
        stage.until_gone("send-in-parts").await?;
        server.inject("status-413-html-not-applied".parse::<Fault>()?);
        stage.send().await?;
        stage.until_refused("too_large").await?;

        stage.click(&in_answer("correct")).await?;
        stage.until_count("file-row", 2).await?;
        stage.click("send-in-parts").await?;
        stage.until_done().await?;
        let applied = server.record().applied;
        let sent: Vec<_> =
            applied.iter().map(|part| (part.files[0].name.as_str(), part.fields.len())).collect();
        ensure!(sent == [("Large.zip", 0), ("Second.zip", 1)], "{sent:?}");
        ensure!(draft(stage.window()).await? == empty_draft());
        Ok(())
    });
}

#[test]
fn what_may_be_done_is_never_sent_again_by_itself_and_the_ticket_is_read_to_say_how_it_looks() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        stage.set_title("The first").await?;
        for (fault, code, applied) in MAY_BE_DONE {
            // A value of its own, so that the ticket says whether it was this one.
            stage.fill("change-value", fault).await?;
            let (before, sent) = (server.record(), updates(&server));
            server.inject(fault.parse::<Fault>()?);
            stage.send().await?;
            stage.until_may_be_done(code).await?;
            let (verdict, words) = match applied {
                0 => ("nothing_changed", "it looks as if this was not done"),
                _ => ("looks_done", "it looks done"),
            };
            // From the second on, earlier ones brought a file of the same name, or may have.
            let file = if before.applied.is_empty() {
                "The file is seen on the ticket"
            } else {
                "perhaps from another update of yours"
            };
            stage.until_found(verdict).await?;
            told(stage, fault, code, "may_be_done", words).await?;
            ensure!(stage.text("answer").await?.contains(file), "{fault}: what is seen of the file");
            let after = server.record();
            ensure!(
                after.applied.len() - before.applied.len() == applied,
                "{fault}: the server's own record"
            );
            ensure!(updates(&server) - sent == 1, "{fault}: one attempt");

            stage.click(&in_answer("it-was-done")).await?;
            stage.until_attribute("answer", "data-state", "done").await?;
            // What a person calls done can be used again as any other.
            stage.use_newest_again().await?;
            comes_back(stage, fault, fault).await?;
        }
        Ok(())
    });
}

#[test]
fn what_cannot_have_reached_the_ticket_waits_and_goes_by_itself() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        prepare(stage, &server).await?;
        stage.set_status("On Hold").await?;
        for (count, (fault, why)) in (1..).zip(GO_BY_THEMSELVES) {
            server.inject_always(fault.parse::<Fault>()?);
            stage.send().await?;
            stage.until_waiting(why).await?;
            ensure!(stage.count("needs-you").await? == 0, "{fault}: nobody has to do anything");
            ensure!(stage.count("answer").await? == 0, "{fault}: it is no error");
            server.clear_faults();
            stage.until_done().await?;
            ensure!(server.record().applied.len() == count, "{fault}: once each");

            stage.use_newest_again().await?;
            comes_back(stage, fault, "On Hold").await?;
        }
        Ok(())
    });
}

/// An account, and a draft with a file too large to lie in the connection's buffers as a whole.
async fn prepare(stage: &Stage, server: &PracticeServer) -> Result<()> {
    let file = stage.desk.file("Large.zip", vec![5; 12_000_000])?;
    stage.add_account_for_session(server).await?;
    stage.name_ticket().await?;
    stage.drop_files(&[file]).await?;
    stage.until_count("file-row", 1).await
}

/// The answer and the card that needs the person say the same. The draft is free for the next one.
async fn told(stage: &Stage, what: &str, code: &str, effect: &str, words: &str) -> Result<()> {
    let said = stage.attribute("answer", "data-effect").await?;
    ensure!(said.as_deref() == Some(effect), "{what}: the effect is told as {said:?}");
    let text = stage.text("answer").await?;
    ensure!(text.contains(words), "{what}: not in {words:?}: {text}");
    let card =
        format!("[data-testid=needs-you] [data-testid=history-card][data-code={code}][data-effect={effect}]");
    ensure!(stage.count(&card).await? == 1, "{what}: the list says something else");
    ensure!(draft(stage.window()).await? == empty_draft(), "{what}: sent twice with one more press of Send");
    Ok(())
}

async fn comes_back(stage: &Stage, what: &str, value: &str) -> Result<()> {
    stage.until_count("file-row", 1).await?;
    let found = draft(stage.window()).await?;
    ensure!(found == drafted("143", &[value], &["Large.zip"]), "{what}: came back as {found}");
    Ok(())
}
