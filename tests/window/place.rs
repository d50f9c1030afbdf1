//! The window on the desk: its place, and that there is only one.

use std::process::Command;

use anyhow::ensure;
use window_drive::{Keychain, Window};

use crate::app;
use crate::stage::on_stage;
use crate::steps::{ticket_system, wire_to};

#[test]
fn the_windows_size_and_place_are_remembered() {
    on_stage(Keychain::Absent, async |stage| {
        let window = stage.x_window(&stage.desk)?;
        stage.desk.xdotool(&["windowsize", "--sync", &window, "980", "640"])?;
        stage.desk.xdotool(&["windowmove", "--sync", &window, "120", "90"])?;
        stage.until("the new size", "innerWidth === 980 && innerHeight === 640").await?;
        stage.restart().await?;
        stage.until("the size it had", "innerWidth === 980 && innerHeight === 640").await?;
        let window = stage.x_window(&stage.desk)?;
        let place = stage.desk.xdotool(&["getwindowgeometry", "--shell", &window])?;
        ensure!(place.contains("X=120\nY=90\n"), "{place}");
        Ok(())
    });
}

#[test]
fn a_second_start_ends_by_itself_and_the_first_stays() {
    on_stage(Keychain::Unlocked, async |stage| {
        stage.practise().await?;
        let mut second = stage.desk.dress(&mut Command::new(app())).spawn()?;
        let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
        let ended = loop {
            match second.try_wait()? {
                Some(status) => break Some(status),
                None if std::time::Instant::now() > until => break None,
                None => tokio::time::sleep(std::time::Duration::from_millis(25)).await,
            }
        };
        if ended.is_none() {
            second.kill()?;
            second.wait()?;
        }
        ensure!(
            ended.is_some_and(|status| status.success()),
            "the second start stays, or ends badly: {ended:?}"
        );
        let windows = stage.desk.xdotool(&["search", "--onlyvisible", "--name", "^Ticket Courier$"])?;
        ensure!(windows.lines().count() == 1, "{windows}");
        stage.part("practice-line").await?;
        Ok(())
    });
}

#[test]
fn a_second_start_without_a_session_bus_says_that_it_is_in_use_and_sends_nothing() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        let wire = wire_to(&server).await?;
        stage.add_account_by_wire(&server, &wire).await?;
        wire.down().await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;
        stage.send().await?;
        stage.until_waiting("connection").await?;

        let second = Window::open(&stage.desk, app()).await?;
        ensure!(second.text("in-use").await?.contains("Ticket Courier is already open"));
        ensure!(second.count("send").await? == 0, "there is nothing to do in it");
        wire.up().await?;
        stage.until_done().await?;
        second.part("in-use").await?;
        ensure!(server.record().applied.len() == 1, "once");
        second.close().await
    });
}

#[test]
fn another_page_does_not_take_the_apps_place_in_its_window() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.practise().await?;
        stage.name_ticket().await?;
        let own = stage.evaluate("location.href").await?;
        let calls = server.record().calls;
        for address in [server.base_url(), "file:///etc/hostname".into(), "data:text/html,gone".into()] {
            for way in
                ["location.href = address", "location.replace(address)", "open(address)", "link(address)"]
            {
                let go = format!(
                    "((address) => {{ const link = (to) => {{ const a = document.createElement('a'); a.href = to; \
                     document.body.append(a); a.click(); a.remove(); }}; try {{ {way}; }} catch {{}} return true; }})('{address}')"
                );
                stage.evaluate(&go).await?;
            }
        }
        stage.painted().await?;
        ensure!(stage.evaluate("location.href").await? == own);
        ensure!(stage.count("ticket-number").await? == 1);
        ensure!(server.record().calls == calls, "nothing was asked for");
        let windows = stage.desk.xdotool(&["search", "--onlyvisible", "--name", "."])?;
        ensure!(windows.lines().count() == 1, "{windows}");
        Ok(())
    });
}
