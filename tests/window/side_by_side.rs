//! More than one update on its way: in order within a ticket, and side by side otherwise.

use std::fs;

use anyhow::ensure;
use faulty_wire::{Harm, Point};
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{draft, drafted, empty_draft, in_card, ticket_system, wire_to};

#[test]
fn the_next_update_can_be_sent_at_once_and_other_tickets_do_not_wait() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        let film = stage.desk.file("Film.mp4", vec![7; 30_000_000])?;
        stage.add_account_by_wire(&server, &wire).await?;
        stage.name_ticket().await?;
        stage.drop_files(&[film]).await?;
        stage.until_count("file-row", 1).await?;
        wire.next(Harm::Stall(Point::InBody(2_000_000)));
        stage.send().await?;
        wire.wait_for_harm(1).await;
        stage.until_listed(1, "sending").await?;
        ensure!(draft(stage.window()).await? == empty_draft(), "free for the next one");

        // The same ticket: after the first.
        stage.name_ticket().await?;
        stage.set_status("Resolved").await?;
        stage.send().await?;
        stage.until_waiting("behind").await?;
        // Another: at once.
        stage.name_other_ticket("144").await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        stage.until_listed(1, "sending").await?;
        stage.until_listed(2, "waiting").await?;

        wire.release();
        stage.until_listed(2, "done").await?;
        stage.until_gone("on-the-way").await?;
        let record = server.record();
        let order: Vec<_> = record.applied.iter().map(|one| (&*one.ticket, one.files.len())).collect();
        ensure!(order == [("144", 0), ("143", 1), ("143", 0)], "{order:?}");
        Ok(())
    });
}

#[test]
fn one_of_two_that_are_being_sent_is_cancelled_and_the_other_goes_on() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        stage.add_account_by_wire(&server, &wire).await?;
        for (number, name, harms) in [("143", "First.mp4", 1), ("144", "Second.mp4", 2)] {
            let film = stage.desk.file(name, vec![harms as u8; 30_000_000])?;
            stage.name_other_ticket(number).await?;
            stage.drop_files(&[film]).await?;
            stage.until_count("file-row", 1).await?;
            wire.next(Harm::Stall(Point::InBody(2_000_000)));
            stage.send().await?;
            wire.wait_for_harm(harms).await;
        }
        stage.until_listed(1, "sending").await?;
        stage.click(&in_card(1, "card-cancel")).await?;
        stage.until_listed(1, "cancelled").await?;
        stage.until_listed(2, "sending").await?;
        wire.release();
        stage.until_done().await?;
        let record = server.record();
        ensure!(record.applied.len() == 1 && record.applied[0].ticket == "144");
        ensure!(stage.count("needs-you").await? == 0);
        Ok(())
    });
}

#[test]
fn the_originals_may_be_deleted_as_soon_as_send_was_pressed() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        let files = [stage.desk.file("Note.txt", "A note\n")?, stage.desk.file("Film.mp4", [9; 100_000])?];
        stage.add_account_by_wire(&server, &wire).await?;
        wire.down().await?;
        stage.name_ticket().await?;
        stage.drop_files(&files).await?;
        stage.until_count("file-row", 2).await?;
        stage.send().await?;
        stage.until_waiting("connection").await?;
        fs::remove_file(&files[0])?;
        fs::write(&files[1], "something else")?;
        wire.up().await?;
        stage.until_done().await?;
        let record = server.record();
        let sent: Vec<_> = record.applied[0].files.iter().map(|file| (&*file.name, file.size)).collect();
        ensure!(sent == [("Note.txt", 7), ("Film.mp4", 100_000)], "{sent:?}");
        drop(record);

        // Once it is done the copies are gone, and what is used again says what is missing.
        stage.click("history-open").await?;
        stage.click("use-again").await?;
        stage.part("files-left-out").await?;
        ensure!(draft(stage.window()).await? == drafted("143", &[], &[]));
        for code in ["file_missing", "file_changed"] {
            ensure!(stage.count(&format!("[data-testid=files-left-out] [data-code={code}]")).await? == 1);
        }
        Ok(())
    });
}
