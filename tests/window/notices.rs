//! The system tells what ended while nobody looked at the window, and only then.

use anyhow::{Result, bail, ensure};
use faulty_wire::{Harm, Point, Wire};
use practice_server::PracticeServer;
use serde_json::json;
use window_drive::{Keychain, Notices};

use crate::stage::{Stage, on_stage};
use crate::steps::{ticket_system, wire_to};

#[test]
fn what_ends_while_something_else_has_the_keyboard_is_told_by_the_system() {
    on_stage(Keychain::Unlocked, async |stage| {
        let notices = stage.desk.take_notices()?;
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        add_account(stage, &server, &wire).await?;
        for (harms, status) in [(1, "On Hold"), (2, "Resolved")] {
            // Whatever is read of the ticket has no body, and passes.
            wire.always(Harm::Stall(Point::InBody(1)));
            send(stage, status).await?;
            wire.wait_for_harm(harms).await;
            wire.clear();
            if harms == 1 {
                stage.desk.look_at(stage.window())?;
            } else {
                stage.desk.look_away()?;
                until_heard(stage, &notices).await?;
            }
            wire.release();
            stage.until_done().await?;
        }
        let heard = notices.taken()?.iter().filter(|[title, _]| title == HEARD).count();
        let mut taken = notices.until(heard + 1).await?;
        taken.retain(|[title, _]| title != HEARD);
        // Only of the second: the person saw the first.
        ensure!(taken == [["#143: Done", "1 change"]], "{taken:?}");
        Ok(())
    });
}

#[test]
fn what_ends_in_the_background_is_told_before_the_app_ends() {
    on_stage(Keychain::Unlocked, async |stage| {
        let notices = stage.desk.take_notices()?;
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        add_account(stage, &server, &wire).await?;
        wire.always(Harm::Stall(Point::InBody(1)));
        send(stage, "On Hold").await?;
        wire.wait_for_harm(1).await;
        wire.clear();
        let app = stage.ask_to_close()?;
        stage.click_last("closing-background").await?;
        stage.window().until_hidden(&stage.desk).await?;
        wire.release();
        app.until_ended().await?;
        let taken = notices.taken()?;
        ensure!(taken == [["#143: Done", "1 change"]], "{taken:?}");
        Ok(())
    });
}

const HEARD: &str = "Heard";

/// Waits until the window knows that nobody looks at it: the system tells it in its own time, and then a notice is
/// shown.
async fn until_heard(stage: &Stage, notices: &Notices) -> Result<()> {
    for _ in 0..1000 {
        stage.command("notify", &json!({ "title": HEARD, "text": "" })).await?;
        if !notices.taken()?.is_empty() {
            return Ok(());
        }
        stage.window().painted().await?;
    }
    bail!("the window does not hear that nobody looks at it")
}

async fn send(stage: &Stage, status: &str) -> Result<()> {
    stage.name_ticket().await?;
    stage.set_status(status).await?;
    stage.send().await
}

async fn add_account(stage: &Stage, server: &PracticeServer, wire: &Wire) -> Result<()> {
    stage.click("first-account").await?;
    stage.fill_account(server).await?;
    stage.fill("account-address", &wire.base_url()).await?;
    stage.click("account-save").await?;
    stage.until_gone("account-form").await?;
    stage.until_fields_told().await
}
