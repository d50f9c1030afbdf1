//! The window's place on the screen.

use std::fs;

use anyhow::{Context, ensure};
use serde_json::json;
use window_drive::Keychain;

use crate::stage::on_stage;

#[test]
fn a_window_that_was_left_on_a_larger_screen_comes_back_wholly_visible() {
    on_stage(Keychain::Absent, async |stage| {
        stage.quit().await?;
        let left = json!({ "main": {
            "width": 3000, "height": 2000, "x": -400, "y": -300, "prev_x": -400, "prev_y": -300,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false
        } });
        let kept = stage.desk.home().join("config/org.ticketcourier.app/.window-state.json");
        fs::create_dir_all(kept.parent().context("a folder")?)?;
        fs::write(kept, left.to_string())?;
        stage.open().await?;
        let within =
            "innerWidth <= screen.width && innerHeight <= screen.height && screenX >= 0 && screenY >= 0";
        stage.until("a window that is wholly visible", within).await?;
        ensure!(stage.evaluate("innerWidth").await?.as_f64().is_some_and(|width| width > 700.0));
        Ok(())
    });
}
