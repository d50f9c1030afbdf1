//! The main job once, in the practice account: what a person does on the first day.

use std::path::Path;

use anyhow::Result;
use window_drive::{Desk, Keychain, Window};

pub(crate) async fn run(app: &Path, out: &Path) -> Result<()> {
    let desk = Desk::new(1280, 900, Keychain::Absent)?;
    let files = [
        desk.file("Invoice 2291.pdf", b"%PDF-1.4\n%%EOF\n")?,
        desk.file("Damage front left.txt", "A dent, about a hand wide.\n")?,
    ];
    let window = Window::open(&desk, app).await?;
    window.click("first-practice").await?;
    window.fill("ticket-number", "143").await?;
    window.click("add-change").await?;
    window.click("add-change-Status").await?;
    window.choose("change-value", "On Hold").await?;
    for (count, file) in files.iter().enumerate() {
        window.click("choose-files").await?;
        desk.pick_file(&window, file).await?;
        window.until_count("file-row", count + 1).await?;
    }
    window.click("send").await?;
    window.until_attribute("answer", "data-state", "done").await?;
    println!("{}", window.text("answer").await?);
    window.click("history-open").await?;
    println!("{}", window.text("delivery").await?);
    window.painted().await?;
    desk.picture(out)?;
    println!("Picture: {}", out.display());
    window.close().await
}
