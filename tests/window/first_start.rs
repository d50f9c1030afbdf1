//! The first start, and only the first.

use window_drive::Keychain;

use crate::stage::on_stage;
use crate::steps::ticket_system;

#[test]
fn the_first_start_offers_practice_and_never_again() {
    on_stage(Keychain::Absent, async |stage| {
        assert_eq!(stage.count("first-practice").await?, 1);
        assert_eq!(stage.count("first-account").await?, 1);
        assert_eq!(stage.count("send").await?, 0, "nothing else to do before the choice");
        // Closed without a choice, nothing was chosen.
        stage.restart().await?;
        stage.practise().await?;
        stage.part("practice-line").await?;
        assert_eq!(stage.text("account-menu").await?.trim(), "Practice");
        // Whatever ends the app after the choice.
        stage.crash().await?;
        stage.open().await?;
        stage.part("practice-line").await?;
        assert_eq!(stage.count("first-start").await?, 0);
        Ok(())
    });
}

#[test]
fn the_first_start_offers_an_account_with_help_and_never_again() {
    on_stage(Keychain::Absent, async |stage| {
        let server = ticket_system().await?;
        stage.click("first-account").await?;
        let help = stage.text("account-help").await?;
        for word in ["Address (host)", "Organisation ID", "LeadSquared Service CRM APIs", "whitelist"] {
            assert!(help.contains(word), "no help about {word:?}: {help}");
        }
        // Thought better of it: the choice is still there.
        stage.click("close").await?;
        stage.until_gone("account-form").await?;
        stage.add_account_for_session(&server).await?;
        stage.until_gone("first-start").await?;
        assert_eq!(stage.count("practice-line").await?, 0, "the new account is the current one");
        stage.restart().await?;
        stage.part("send").await?;
        assert_eq!(stage.count("first-start").await?, 0);
        assert!(stage.text("account-menu").await?.contains("Acme Support"));
        Ok(())
    });
}
