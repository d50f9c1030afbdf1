//! Nothing on the screen is cut, and nothing lies over another: in English where it is light, and where it is dark in a
//! language that is longer by 40 % and written from right to left. What waits for an answer would not wait for both.

use anyhow::{Result, ensure};
use serde_json::Value;
use window_drive::Window;

const MEASURE: &str = include_str!("measure.js");

pub(crate) async fn measured(window: &Window, state: &str) -> Result<()> {
    if window.evaluate("document.documentElement.dataset.theme").await? != "dark" {
        return in_its_place(window, state).await;
    }
    speak(window, "pseudo").await?;
    window.until("the other direction", "document.documentElement.dir === 'rtl'").await?;
    in_its_place(window, state).await?;
    speak(window, "en").await
}

async fn in_its_place(window: &Window, state: &str) -> Result<()> {
    window.painted().await?;
    let found = window.evaluate(MEASURE.trim()).await?;
    ensure!(found["lines"].as_u64() > Some(2), "{state}: nothing was measured");
    ensure!(found["faults"] == Value::Array(Vec::new()), "{state}: {:#}", found["faults"]);
    Ok(())
}

async fn speak(window: &Window, language: &str) -> Result<()> {
    window.run(&format!("dispatchEvent(new CustomEvent('speak', {{ detail: '{language}' }}))")).await?;
    Ok(())
}
