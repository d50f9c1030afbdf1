//! The main job: files, a number, a field, Send, and what became of it.

use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::{LEAD, draft, drafted};

#[test]
fn files_from_the_dialog_and_from_a_drag_and_a_change_reach_the_ticket_and_stay_in_the_history() {
    on_stage(Keychain::Absent, async |stage| {
        let invoice = stage.desk.file("Invoice 2291.pdf", b"%PDF-1.4\n%%EOF\n")?;
        let photos = [
            stage.desk.file("Damage front left.jpg", [1; 5000])?,
            stage.desk.file("Straße №7.txt", "Nine\n")?,
        ];
        stage.practise().await?;
        stage.name_ticket().await?;
        stage.set_status("On Hold").await?;

        stage.click("choose-files").await?;
        stage.desk.pick_file(stage.window(), &invoice).await?;
        stage.until_count("file-row", 1).await?;

        let drag = stage.desk.drag_over(stage.window(), &photos).await?;
        stage.part("drop-overlay").await?;
        drag.drop_here().await?;
        stage.until_gone("drop-overlay").await?;
        stage.until_count("file-row", 3).await?;
        assert_eq!(
            stage.count("files-left-out").await?,
            0,
            "a drop that was handled twice names its files again"
        );

        assert_eq!(stage.text("send").await?, "Send 1 change and 3 files to #143");
        stage.send().await?;
        stage.until_done().await?;
        let answer = stage.text("answer").await?;
        assert!(answer.contains("Ticket #143 now has 1 change and 3 files."), "{answer}");
        assert_eq!(draft(stage.window()).await?, drafted("", &[], &[]), "what was sent is out of the draft");

        stage.until_count("history-card", 1).await?;
        stage.restart().await?;
        stage.until_count("history-card", 1).await?;
        assert_eq!(stage.attribute("history-card", "data-state").await?.as_deref(), Some("done"));
        assert_eq!(stage.attribute("history-card", "data-ticket").await?.as_deref(), Some("143"));

        stage.click("history-open").await?;
        stage.until_attribute("delivery-answer", "data-state", "done").await?;
        let delivery = stage.text("delivery").await?;
        for word in ["Status", "On Hold", "Invoice 2291.pdf", "Damage front left.jpg", "Straße №7.txt", LEAD]
        {
            assert!(delivery.contains(word), "{word:?} is not in what was sent: {delivery}");
        }
        stage.click("[data-testid=delivery] summary").await?;
        let received = stage.text("[data-testid=delivery] pre").await?;
        let received: serde_json::Value = serde_json::from_str(&received)?;
        assert_eq!(received["Status"], "Success", "the answer as it was received");

        stage.click("use-again").await?;
        stage.until_gone("delivery").await?;
        stage.until_count("file-row", 3).await?;
        let files = ["Invoice 2291.pdf", "Damage front left.jpg", "Straße №7.txt"];
        assert_eq!(draft(stage.window()).await?, drafted("143", &["On Hold"], &files));
        stage.send().await?;
        stage.until_done().await?;
        stage.until_count("history-card", 2).await
    });
}
