//! The team setup file: opened, updated, refused, saved.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use practice_server::PracticeServer;
use service_crm::{Host, Keys, Organisation};
use team_setup::{SetupAccount, TeamSetup};
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{ticket_system, updates, wire_to};

const PASSPHRASE: &str = "correct horse battery staple";

/// A setup for an account at that address.
fn setup_at(server: &PracticeServer, address: &str) -> Result<TeamSetup> {
    let (host, _) = Host::parse(address)?;
    Ok(TeamSetup::new("Support, Pune", SetupAccount::new(host, Organisation::parse(server.organisation())?)))
}

fn put(stage: &Stage, name: &str, setup: &TeamSetup) -> Result<PathBuf> {
    stage.desk.file(name, setup.write())
}

fn seal(setup: &mut TeamSetup, server: &PracticeServer) -> Result<()> {
    let keys = Keys::new(server.access_key(), server.secret_key())?;
    Ok(setup.seal_keys(&keys, &PASSPHRASE.to_owned().into())?)
}

async fn open_by_drop(stage: &Stage, file: PathBuf) -> Result<()> {
    stage.drop_files(&[file]).await?;
    stage.part("setup").await?;
    Ok(())
}

#[test]
fn with_a_setup_and_its_passphrase_a_known_ticket_takes_three_actions() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let mut setup = setup_at(&server, &server.base_url())?;
        seal(&mut setup, &server)?;
        let file = put(stage, "team.ticketcourier", &setup)?;
        let invoice = stage.desk.file("Invoice.pdf", "Invoice")?;
        stage.click("first-setup").await?;
        stage.desk.pick_file(stage.window(), &file).await?;
        let facts = stage.text("setup-facts").await?;
        ensure!(facts.contains(&setup.account.host.name()) && facts.contains("passphrase"), "{facts}");
        stage.fill("setup-passphrase", "wrong horse battery staple").await?;
        stage.click("setup-take").await?;
        stage.until_attribute("setup-passphrase", "aria-invalid", "true").await?;
        ensure!(stage.count("first-start").await? == 1, "nothing was changed");
        stage.fill("setup-passphrase", PASSPHRASE).await?;
        stage.click("setup-take").await?;
        stage.until_gone("setup").await?;
        ensure!(stage.count("keys-line").await? == 0);

        // Number, drop, Send.
        stage.fill("ticket-number", "143").await?;
        stage.drop_files(&[invoice]).await?;
        stage.until_count("file-row", 1).await?;
        stage.send().await?;
        stage.until_done().await?;
        let applied = server.record().applied;
        ensure!(
            applied.len() == 1 && applied[0].ticket == "143" && applied[0].files[0].name == "Invoice.pdf"
        );
        // The keys are in the keychain by now.
        stage.restart().await?;
        ensure!(stage.text("account-menu").await?.contains("Support, Pune"));
        ensure!(stage.count("keys-line").await? == 0);
        Ok(())
    });
}

#[test]
fn a_setup_that_cannot_be_used_or_is_older_is_said_and_changes_nothing() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let mut setup = setup_at(&server, &server.base_url())?;
        setup.revision = 2;
        open_by_drop(stage, put(stage, "team.ticketcourier", &setup)?).await?;
        stage.fill("setup-access-key", server.access_key()).await?;
        stage.fill("setup-secret-key", server.secret_key()).await?;
        stage.click("setup-take").await?;
        stage.until_attribute("keychain", "data-state", "no_keychain").await?;
        stage.click("keep-for-session").await?;
        stage.until_gone("setup").await?;
        let before = settings(stage)?;

        let mut huge = setup.write().into_bytes();
        huge.resize(2 << 20, b' ');
        for (code, bytes) in [
            ("cut_off", setup.write().as_bytes()[..200].to_vec()),
            ("not_a_setup", b"%PDF-1.4".to_vec()),
            ("too_large", huge),
            ("key_in_the_clear", setup.write().replace("\"host\"", "\"secretKey\"").into_bytes()),
            ("newer_version", setup.write().replace("\"version\": 1", "\"version\": 9").into_bytes()),
        ] {
            open_by_drop(stage, stage.desk.file(&format!("{code}.ticketcourier"), bytes)?).await?;
            stage.until_attribute("setup-fault", "data-code", code).await?;
            stage.click("setup-leave").await?;
            stage.until_gone("setup").await?;
        }
        setup.revision = 1;
        setup.account.calls_per_window = 1;
        open_by_drop(stage, put(stage, "older.ticketcourier", &setup)?).await?;
        stage.until_attribute("setup-standing", "data-standing", "older").await?;
        ensure!(stage.count("setup-take").await? == 0);
        stage.click("setup-leave").await?;
        stage.until_gone("setup").await?;
        ensure!(stage.count("file-row").await? == 0, "a setup is no attachment");
        ensure!(settings(stage)? == before);
        Ok(())
    });
}

#[test]
fn an_update_leaves_the_keys_and_asks_for_them_only_where_they_would_go_elsewhere() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        let mut setup = setup_at(&server, &server.base_url())?;
        open_by_drop(stage, put(stage, "team.ticketcourier", &setup)?).await?;
        stage.fill("setup-access-key", server.access_key()).await?;
        stage.fill("setup-secret-key", server.secret_key()).await?;
        stage.click("setup-take").await?;
        stage.until_gone("setup").await?;

        setup.revision = 2;
        setup.account.calls_per_window = 3;
        open_by_drop(stage, put(stage, "second.ticketcourier", &setup)?).await?;
        stage.until_attribute("setup-standing", "data-standing", "newer").await?;
        ensure!(stage.count("setup-access-key").await? == 0);
        stage.click("setup-take").await?;
        stage.until_gone("setup").await?;
        ensure!(settings(stage)?.contains("\"callsPerWindow\":3"));
        ensure!(stage.count("keys-line").await? == 0);

        setup.revision = 3;
        (setup.account.host, _) = Host::parse(&wire.base_url())?;
        open_by_drop(stage, put(stage, "third.ticketcourier", &setup)?).await?;
        stage.part("setup-elsewhere").await?;
        stage.click("setup-take").await?;
        stage.until_attribute("setup-access-key", "aria-invalid", "true").await?;
        ensure!(!settings(stage)?.contains(&wire.base_url()), "nothing was changed");
        stage.fill("setup-access-key", server.access_key()).await?;
        stage.fill("setup-secret-key", server.secret_key()).await?;
        // The old place and the new one stand side by side, and the new one is confirmed by its name.
        let places = stage.text("setup-place").await?;
        let (old, new) = (server.base_url(), wire.base_url());
        let named = |url: &str| url.trim_start_matches("http://").to_owned();
        ensure!(places.contains(&named(&old)) && places.contains(&named(&new)), "{places}");
        ensure!(places.contains(server.organisation()), "{places}");
        stage.click("setup-take").await?;
        ensure!(stage.text("confirm").await?.contains(&named(&new)));
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(!settings(stage)?.contains(&new), "nothing was changed");
        stage.click("setup-take").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("setup").await?;
        ensure!(settings(stage)?.contains(&new));

        // With the account its setup goes: what is opened then is a new one.
        stage.click("settings").await?;
        stage.click("account-remove").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("confirm").await?;
        stage.click("close").await?;
        open_by_drop(stage, put(stage, "third.ticketcourier", &setup)?).await?;
        stage.until_attribute("setup-standing", "data-standing", "new").await
    });
}

#[test]
fn what_an_administrator_saves_is_what_the_others_open() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        stage.add_account(&server).await?;
        stage.click("settings").await?;
        stage.click("save-setup").await?;
        stage.fill("setup-name", "Support, Pune").await?;
        stage.click("[data-testid=setup-field][data-field=Title] [type=checkbox]").await?;
        stage.click("[data-testid=setup-field][data-field=Priority] [id$=-up]").await?;
        stage.fill("setup-largest", "20").await?;
        stage.fill("setup-endings", ".PDF, jpg").await?;
        stage.click("setup-keys").await?;
        stage.fill("setup-new-passphrase", "short").await?;
        stage.click("setup-save").await?;
        stage.until_attribute("setup-new-passphrase", "aria-invalid", "true").await?;
        stage.fill("setup-new-passphrase", PASSPHRASE).await?;
        stage.click("setup-save").await?;
        let path = stage.desk.home().join("files/team.ticketcourier");
        stage.desk.save_as(stage.window(), &path).await?;
        stage.until_attribute("setup-saved", "data-state", "saved").await?;
        stage.click("close").await?;
        stage.until_gone("save-setup-form").await?;

        let written = std::fs::read(&path)?;
        let (setup, signature) = TeamSetup::read_signed(&written)?;
        ensure!(signature.key().is_some(), "it is signed by a key that was made for it");
        let fields: Vec<_> = setup.fields.iter().map(|field| field.name.as_str()).collect();
        ensure!(fields[..2] == ["Priority", "Status"] && !fields.contains(&"Title"), "{fields:?}");
        ensure!(setup.limits.largest_file == Some(20_000_000));
        ensure!(setup.limits.endings == Some(vec!["pdf".into(), "jpg".into()]));
        let text = String::from_utf8(written)?;
        ensure!(!text.contains(server.secret_key()) && !text.contains(PASSPHRASE));
        ensure!(setup.unseal_keys(&PASSPHRASE.to_owned().into())?.expose().1 == server.secret_key());

        // The administrator's own account has it already.
        open_by_drop(stage, path.clone()).await?;
        stage.until_attribute("setup-standing", "data-standing", "same").await?;
        stage.click("setup-leave").await?;
        stage.until_gone("setup").await?;
        stage.click("settings").await?;
        stage.click("account-remove").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("confirm").await?;
        stage.click("close").await?;
        // As by a double click on the file.
        stage.quit().await?;
        stage.open_with(&[path.to_str().context("a name")?]).await?;
        stage.until_attribute("setup-standing", "data-standing", "new").await?;
        stage.until_attribute("setup-provenance", "data-provenance", "first_key").await?;
        stage.fill("setup-passphrase", PASSPHRASE).await?;
        stage.click("setup-take").await?;
        stage.until_gone("setup").await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_done().await
    });
}

#[test]
fn the_teams_limits_hold_where_files_are_added_and_where_they_are_sent() {
    on_stage(Keychain::Unlocked, async |stage| {
        let server = ticket_system().await?;
        let mut setup = setup_at(&server, &server.base_url())?;
        setup.limits.largest_file = Some(1000);
        setup.limits.endings = Some(vec!["pdf".into()]);
        seal(&mut setup, &server)?;
        let large = stage.desk.file("Large.pdf", [1; 2000])?;
        let table = stage.desk.file("Table.csv", "1,2")?;
        // The practice account has no team.
        stage.practise().await?;
        stage.drop_files(&[large.clone(), table.clone()]).await?;
        stage.until_count("file-row", 2).await?;

        open_by_drop(stage, put(stage, "team.ticketcourier", &setup)?).await?;
        stage.fill("setup-passphrase", PASSPHRASE).await?;
        stage.click("setup-take").await?;
        stage.until_gone("setup").await?;
        stage.name_ticket().await?;
        stage.send().await?;
        refused(stage).await?;
        ensure!(updates(&server) == 0);
        for left in [1, 0] {
            stage.click("file-remove").await?;
            stage.until_count("file-row", left).await?;
        }
        let invoice = stage.desk.file("Invoice.PDF", [1; 1000])?;
        stage.drop_files(&[large, table, invoice]).await?;
        stage.until_count("file-row", 1).await?;
        refused(stage).await?;
        stage.send().await?;
        stage.until_done().await
    });
}

/// Waits until both files are named, with the limits.
async fn refused(stage: &Stage) -> Result<()> {
    for (code, words) in [
        ("larger_than_allowed", "“Large.pdf” has 2 kB; your team sends files of at most 1 kB"),
        ("kind_not_allowed", "“Table.csv” is of a kind that your team does not send. It sends PDF."),
    ] {
        let line = stage.text(&format!("[data-testid=files-left-out] [data-code={code}]")).await?;
        ensure!(line.contains(words), "{line}");
    }
    Ok(())
}

/// The accounts as they lie on the disk.
fn settings(stage: &Stage) -> Result<String> {
    let file = stage.desk.home().join("data/org.ticketcourier.app/settings.json");
    Ok(serde_json::from_str::<serde_json::Value>(&std::fs::read_to_string(file)?)?.to_string())
}
