//! Keys in the real gnome-keyring, in a locked one, and in none.

use anyhow::ensure;
use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{draft, drafted, ticket_system, updates};

#[test]
fn saved_keys_are_there_after_a_restart_without_asking() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.restart().await?;
        ensure!(stage.count("keys-line").await? == 0);
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        let record = server.record();
        let head = &record.last_calls[0].head;
        ensure!(head.header("x-lsq-access-key") == Some(server.access_key()));
        ensure!(head.header("x-lsq-secret-key") == Some(server.secret_key()));
        Ok(())
    });
}

#[test]
fn a_keychain_that_stays_locked_is_told_apart_from_missing_keys_and_the_session_is_a_way_on() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.quit().await?;
        stage.desk.lock_keychain()?;
        stage.open().await?;
        stage.desk.refuse_to_unlock(stage.window()).await?;
        stage.until_attribute("keys-line", "data-state", "locked").await?;
        ensure!(stage.text("keys-line").await?.contains("keychain is locked"));

        stage.fill("ticket-number", "#143").await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        // Sending is a reason to ask once more, and not twice.
        stage.desk.refuse_to_unlock(stage.window()).await?;
        stage.until_focused("keys-line").await?;
        ensure!(draft(stage.window()).await? == drafted("#143", &["On Hold"], &[]));
        ensure!(stage.count("history-card").await? == 0, "nothing was even tried");
        ensure!(updates(&server) == 0);

        stage.click("enter-keys").await?;
        stage.part("keys-session").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.until_gone("account-form").await?;
        stage.until_gone("keys-line").await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn a_locked_keychain_that_can_ask_nobody_is_not_taken_for_an_empty_one() {
    on_stage(Keychain::AsksNobody, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.quit().await?;
        stage.desk.lock_keychain()?;
        stage.open().await?;
        stage.until_attribute("keys-line", "data-state", "locked").await?;
        stage.click("enter-keys").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.until_gone("keys-line").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn a_keychain_that_is_unlocked_when_it_asks_gives_the_keys() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.quit().await?;
        stage.desk.lock_keychain()?;
        stage.open().await?;
        stage.desk.refuse_to_unlock(stage.window()).await?;
        stage.until_attribute("keys-line", "data-state", "locked").await?;
        stage.click("look-again").await?;
        stage.desk.unlock(stage.window()).await?;
        stage.until_gone("keys-line").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn a_keychain_that_is_locked_at_saving_is_told_and_the_session_is_a_way_on() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.desk.lock_keychain()?;
        stage.click("first-account").await?;
        stage.fill_account(&server).await?;
        stage.click("account-save").await?;
        stage.desk.refuse_to_unlock(stage.window()).await?;
        stage.until_attribute("keychain", "data-state", "keychain_locked").await?;
        ensure!(stage.text("keychain").await?.contains("keychain is locked, so nothing was saved"));
        ensure!(
            stage.value("account-secret-key").await? == server.secret_key(),
            "typed keys stay in the form"
        );
        ensure!(stage.text("keep-for-session").await? == "Keep the keys until I close the app");
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        // And that was it: closed is closed.
        stage.restart().await?;
        stage.until_attribute("keys-line", "data-state", "missing").await
    });
}

#[test]
fn no_keychain_is_told_and_the_session_is_a_way_on() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.click("first-account").await?;
        stage.fill_account(&server).await?;
        stage.click("account-save").await?;
        stage.until_attribute("keychain", "data-state", "no_keychain").await?;
        ensure!(stage.text("keychain").await?.contains("This computer has no keychain"));
        stage.click("keep-for-session").await?;
        stage.until_gone("account-form").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await?;
        stage.restart().await?;
        stage.until_attribute("keys-line", "data-state", "missing").await
    });
}

#[test]
fn a_keychain_that_is_gone_since_the_keys_were_saved_is_told() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.quit().await?;
        stage.desk.end_keychain();
        stage.open().await?;
        stage.until_attribute("keys-line", "data-state", "no_keychain").await?;
        stage.click("enter-keys").await?;
        stage.fill_keys(&server).await?;
        stage.click("account-save").await?;
        stage.until_gone("account-form").await?;
        stage.until_gone("keys-line").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn a_keychain_that_was_restarted_is_asked_anew_and_one_whose_entry_was_removed_is_not_called_locked() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.desk.restart_keychain()?;
        // With the keys that it has, and not with those of a client that is there.
        let tried = server.record().calls;
        stage.click("settings").await?;
        stage.click("account-edit").await?;
        stage.click("account-try").await?;
        stage.until_attribute("connection-result", "data-state", "works").await?;
        ensure!(server.record().calls > tried);
        stage.quit().await?;
        stage.desk.empty_keychain()?;
        stage.open().await?;
        stage.until_attribute("keys-line", "data-state", "missing").await
    });
}
