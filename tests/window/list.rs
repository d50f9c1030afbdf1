//! The list of what was sent: found again by search and filters, saved for a spreadsheet, and kept as long as wanted.

use std::fs;

use anyhow::{Result, ensure};
use practice_server::Fault;
use window_drive::Keychain;

use crate::stage::{Stage, on_stage};
use crate::steps::{in_answer, ticket_system};

#[test]
fn what_was_sent_is_found_by_words_and_filters_as_one_types() {
    on_stage(Keychain::Absent, async |stage| {
        three_sent(stage).await?;
        // By a value, a file, a ticket and a word of an answer; the beginnings of words are enough.
        for (words, ids) in [("refun", &[1][..]), ("note", &[2]), ("144", &[2]), ("#143 low", &[3])] {
            stage.fill("search", words).await?;
            found(stage, words, ids).await?;
        }
        stage.fill("search", "nothing of this kind").await?;
        stage.part("no-results").await?;
        stage.click("search-clear").await?;
        found(stage, "no search", &[3, 2, 1]).await?;

        stage.choose("filter-state", "refused").await?;
        found(stage, "refused", &[3]).await?;
        stage.choose("filter-state", "done").await?;
        stage.fill("search", "refund").await?;
        found(stage, "refund, done", &[1]).await?;
        stage.click("filters-clear").await?;
        found(stage, "everything", &[3, 2, 1]).await?;

        stage.choose("filter-day", "today").await?;
        found(stage, "today", &[3, 2, 1]).await?;
        stage.choose("filter-day", "yesterday").await?;
        stage.part("no-results").await?;

        // The keyboard's way to the search.
        stage.desk.press(stage.window(), &["ctrl+f"])?;
        stage.until_focused("search").await
    });
}

#[test]
fn what_is_shown_is_saved_as_csv_where_the_person_wants_it() {
    on_stage(Keychain::Absent, async |stage| {
        three_sent(stage).await?;
        let all = stage.desk.home().join("files/all.csv");
        let lines = saved(stage, &all).await?;
        ensure!(lines.len() == 4, "a head and three lines: {lines:?}");
        ensure!(lines[0].starts_with("\u{feff}\"Ticket\",\"State\",\"Sent\","), "{}", lines[0]);
        ensure!(
            lines[1].starts_with("\"#143\",\"Refused\",") && lines[1].contains("Priority=Low"),
            "{}",
            lines[1]
        );
        ensure!(lines[2].starts_with("\"#144\",\"Done\",") && lines[2].contains("Note.txt"), "{}", lines[2]);
        ensure!(
            lines[3].starts_with("\"#143\",\"Done\",") && lines[3].contains("Ticket Subject=Refund"),
            "{}",
            lines[3]
        );

        stage.choose("filter-state", "refused").await?;
        found(stage, "refused", &[3]).await?;
        let some = stage.desk.home().join("files/some.csv");
        ensure!(saved(stage, &some).await?.len() == 2);

        // Thought better of it: nothing is saved and nothing said.
        stage.click("[data-testid=export-result] button").await?;
        stage.until_gone("export-result").await?;
        stage.click("export").await?;
        stage.desk.pick_nothing(stage.window()).await?;
        stage.until_attribute("export", "aria-disabled", "false").await?;
        ensure!(stage.count("export-result").await? == 0);
        Ok(())
    });
}

#[test]
fn how_long_what_was_done_is_kept_is_asked_before_it_takes_effect_and_remembered() {
    on_stage(Keychain::Absent, async |stage| {
        three_sent(stage).await?;
        stage.click("settings").await?;
        stage.part("storage").await?;
        ensure!(stage.text("storage").await?.contains("3 entries"));
        stage.choose("keep-for", "30").await?;
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        ensure!(stage.value("keep-for").await? == "null", "nothing was changed");
        stage.choose("keep-for", "90").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("confirm").await?;
        ensure!(stage.value("keep-for").await? == "90");
        stage.restart().await?;
        found(stage, "all are younger than that", &[3, 2, 1]).await?;
        stage.click("settings").await?;
        stage.part("keep-for").await?;
        ensure!(stage.value("keep-for").await? == "90", "it is remembered");
        Ok(())
    });
}

#[test]
fn what_is_removed_from_the_list_is_said_before_and_gone_after() {
    on_stage(Keychain::Absent, async |stage| {
        three_sent(stage).await?;
        let open = "[data-id='1'] [data-testid=history-open]";
        stage.click(open).await?;
        stage.click("remove-one").await?;
        let said = stage.text("confirm").await?;
        ensure!(said.contains("Remove the update of #143 from the list?"), "{said}");
        ensure!(
            said.contains("can't be undone") && said.contains("At LeadSquared nothing changes"),
            "{said}"
        );
        stage.until_focused("confirm-no").await?;
        stage.click("confirm-no").await?;
        stage.until_gone("confirm").await?;
        found(stage, "nothing was removed", &[3, 2, 1]).await?;
        stage.click("remove-one").await?;
        stage.click("confirm-yes").await?;
        stage.until_gone("delivery").await?;
        found(stage, "one was removed", &[3, 2]).await?;
        stage.until_focused("#outbox-title").await?;

        stage.click("[data-id='2'] [data-testid=history-open]").await?;
        stage.click("remove-ticket").await?;
        let said = stage.text("confirm").await?;
        ensure!(said.contains("Remove everything of #144?") && said.contains("1 entry of #144"), "{said}");
        stage.click("confirm-yes").await?;
        stage.until_gone("delivery").await?;
        found(stage, "the other ticket's is there", &[3]).await?;

        stage.click("settings").await?;
        stage.click("remove-everything").await?;
        ensure!(stage.text("confirm").await?.contains("1 entry, and everything that was read"));
        stage.click("confirm-yes").await?;
        stage.until_gone("confirm").await?;
        stage
            .until(
                "the figures follow",
                "document.querySelector('[data-testid=storage]').textContent.includes('0 entries')",
            )
            .await?;
        stage.restart().await?;
        stage.part("history-empty").await?;
        Ok(())
    });
}

/// Two that are done, 1 and 2, and a refused one, 3, that nobody has to attend to any more.
async fn three_sent(stage: &Stage) -> Result<()> {
    let server = ticket_system().await?;
    let note = stage.desk.file("Note.txt", "A note\n")?;
    stage.add_account_for_session(&server).await?;
    stage.name_ticket().await?;
    stage.set_title("Refund paid").await?;
    stage.send().await?;
    stage.until_done().await?;

    stage.name_other_ticket("144").await?;
    stage.drop_files(&[note]).await?;
    stage.until_count("file-row", 1).await?;
    stage.send().await?;
    stage.until_done().await?;

    stage.name_ticket().await?;
    // Not before: a reading that is given up while the number is typed would take it along.
    server.inject(Fault::FailureIn200);
    stage.click("add-change").await?;
    stage.click("add-change-Priority").await?;
    stage.choose("[data-field='Priority'] [data-testid='change-value']", "Low").await?;
    stage.send().await?;
    stage.until_refused("declined").await?;
    stage.click(&in_answer("leave")).await?;
    stage.until_gone("needs-you").await?;
    found(stage, "all three", &[3, 2, 1]).await
}

/// Waits until the list shows just these, in this order.
async fn found(stage: &Stage, what: &str, ids: &[u32]) -> Result<()> {
    let shown =
        "[...document.querySelectorAll('[data-testid=history-card]')].map((card) => card.dataset.id).join()";
    let ids = ids.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    stage.until(&format!("{what}: {ids}"), &format!("{shown} === {ids:?}")).await
}

async fn saved(stage: &Stage, path: &std::path::Path) -> Result<Vec<String>> {
    stage.click("export").await?;
    stage.desk.save_as(stage.window(), path).await?;
    stage.until_attribute("export-result", "data-state", "saved").await?;
    let said = stage.text("export-result").await?;
    ensure!(said.contains(&*path.to_string_lossy()), "{said}");
    Ok(fs::read_to_string(path)?.lines().map(str::to_owned).collect())
}
