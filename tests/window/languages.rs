//! The screen speaks the language that a person chose, at once and after every start.

use anyhow::{Result, ensure};
use practice_server::Outcome;
use window_drive::Keychain;

use crate::doubt::doubt;
use crate::stage::{Stage, on_stage};
use crate::steps::{in_answer, ticket_system};

/// The document's own language and direction, and the first button's words.
async fn spoken(stage: &Stage) -> Result<(String, String)> {
    let tag = stage.evaluate("document.documentElement.lang").await?;
    Ok((tag.as_str().unwrap_or_default().to_owned(), stage.text("first-practice").await?))
}

#[test]
fn a_language_that_is_chosen_on_the_first_screen_is_spoken_at_once_and_after_a_restart() {
    on_stage(Keychain::Absent, async |stage| {
        ensure!(
            spoken(stage).await? == ("en".into(), "Practise first".into()),
            "no language of the system's: English"
        );
        ensure!(stage.count("language-unreviewed").await? == 0);
        stage.choose("language", "es").await?;
        stage.until("Spanish", "document.documentElement.lang === 'es'").await?;
        ensure!(spoken(stage).await?.1 == "Practicar primero");
        ensure!(stage.text("language-unreviewed").await?.contains("inglés"), "nobody has reviewed it");
        stage.restart().await?;
        ensure!(spoken(stage).await? == ("es".into(), "Practicar primero".into()));
        // Among what a person likes, and back from there.
        stage.practise().await?;
        ensure!(stage.text("account-menu").await?.trim() == "Práctica");
        stage.click("settings").await?;
        ensure!(stage.value("language").await? == "es");
        stage.choose("language", "").await?;
        stage.until("English again", "document.documentElement.lang === 'en'").await?;
        ensure!(stage.text("account-menu").await?.trim() == "Practice");
        Ok(())
    });
}

#[test]
fn each_language_is_loaded_and_has_its_direction_and_its_letters() {
    on_stage(Keychain::Absent, async |stage| {
        let offered = stage.evaluate("[...document.querySelectorAll('#language option')].map(({ value }) => value).filter(Boolean)").await?;
        let offered: Vec<String> = serde_json::from_value(offered)?;
        ensure!(offered.len() > 1, "there is nothing to choose");
        for tag in offered {
            stage.choose("language", &tag).await?;
            stage.until(&tag, &format!("document.documentElement.lang === '{tag}'")).await?;
            let right_to_left = stage.evaluate("getComputedStyle(document.body).direction === 'rtl'").await?;
            ensure!(right_to_left == (tag == "ar"), "{tag} is written the other way");
            // Nothing of the first screen is in English, but what the language is called there.
            ensure!(
                tag == "en" || !stage.text("first-start").await?.contains("Practise"),
                "{tag} is not spoken"
            );
        }
        Ok(())
    });
}

#[test]
fn letters_that_this_computer_may_not_have_come_with_the_app_and_only_when_they_are_written() {
    on_stage(Keychain::Absent, async |stage| {
        for (script, text) in [("Devanagari", "नमस्ते"), ("Tamil", "வணக்கம்"), ("Arabic", "مرحبا")]
        {
            let faces = format!("[...document.fonts].filter(({{ family }}) => family.includes('{script}'))");
            let family = format!("15px 'Noto Sans {script} Variable'");
            ensure!(
                stage.evaluate(&format!("document.fonts.check(\"{family}\", 'Name')")).await? == true,
                "{script} for Latin"
            );
            // A name in it is enough, whatever the screen speaks.
            stage.run(&format!("document.querySelector('.product').textContent = '{text}'")).await?;
            stage.until(script, &format!("{faces}.length === 1 && {faces}[0].status === 'loaded'")).await?;
        }
        Ok(())
    });
}

#[test]
fn where_it_may_have_been_sent_already_the_english_stands_below_an_unreviewed_language() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.choose("language", "es").await?;
        // Before that a click may meet a button that has just moved.
        stage.until("Spanish", "document.documentElement.lang === 'es'").await?;
        stage.painted().await?;
        stage.add_account_for_session(&server).await?;
        doubt(stage, &server, Outcome::Applied).await?;
        stage.until_found("looks_done").await?;
        let finding = stage.text(&in_answer("finding")).await?;
        ensure!(finding.contains("parece hecho"), "{finding}");
        ensure!(
            stage.text(&in_answer("also-english")).await?.contains("it looks done. “It was done” closes it.")
        );
        stage.click(&in_answer("send-again")).await?;
        let asked = stage.text("confirm").await?;
        ensure!(asked.contains("¿Enviar esto a #143 de nuevo?"), "{asked}");
        ensure!(asked.contains("Send this to #143 again? If it was done after all"), "{asked}");
        stage.click("confirm-no").await
    });
}
