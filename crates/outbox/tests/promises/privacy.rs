//! The outbox's privacy: it is for the person's own user alone, and what was removed is gone from every file.

use std::fs;
use std::path::{Path, PathBuf};

use outbox::{DraftText, Job, State};
use service_crm::Change;

use crate::desk::{Desk, LEAD, draft, now, send_off};

/// Deliveries that are removed.
const ALL: usize = 60;

/// Every file and folder below a folder, and the folder itself.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // A link is what it is, and not what it leads to.
        if path.symlink_metadata().unwrap().is_dir() {
            found.extend(everything(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[cfg(unix)]
mod modes {
    use std::os::unix::fs::PermissionsExt;

    use outbox::Outbox;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[track_caller]
    fn all_private(folder: &Path) {
        for path in everything(folder) {
            let wanted = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), wanted, "{}: {:o}", path.display(), mode(&path));
        }
    }

    /// The umask of the tests is the usual one, so that a file made without thinking would be read by everybody.
    fn umask_is_usual(folder: &Path) {
        let usual = folder.join("usual");
        fs::write(&usual, "").unwrap();
        assert_eq!(mode(&usual) & 0o044, 0o044, "run with umask 022");
        fs::remove_file(usual).unwrap();
    }

    #[tokio::test]
    async fn a_new_folder_is_private_with_everything_in_it() {
        let desk = Desk::new().await;
        umask_is_usual(desk.folder.path());
        let home = desk.folder.path().join("data/of/the/app");
        let outbox = Outbox::open(&home).unwrap();
        let original = desk.file("Photo.jpg", "what is in it");
        set(&original, 0o644);
        draft(&outbox, 143, "On Hold");
        outbox.attach(std::slice::from_ref(&original)).unwrap();
        outbox.attach_content("Pasted.png", b"a picture").unwrap();
        send_off(&outbox);
        all_private(&home);
        assert!(everything(&home).iter().any(|path| path.ends_with("outbox.db-wal")), "the log is there");
        assert_eq!(mode(&original), 0o644, "the person's own file is theirs");
    }

    #[tokio::test]
    async fn an_old_folder_is_put_right_at_the_start_and_nothing_else_is_touched() {
        let desk = Desk::new().await;
        let home = desk.folder.path().join("old");
        let outbox = Outbox::open(&home).unwrap();
        draft(&outbox, 143, "On Hold");
        outbox.attach(&[desk.file("Photo.jpg", "what is in it")]).unwrap();
        send_off(&outbox);
        drop(outbox);
        let aside = home.join("outbox.damaged-1.spool");
        fs::create_dir(&aside).unwrap();
        for file in [aside.join("copy"), home.join("outbox.damaged-1.db")] {
            fs::write(file, "from before").unwrap();
        }
        for path in everything(&home) {
            set(&path, if path.is_dir() { 0o755 } else { 0o644 });
        }
        let elsewhere = desk.file("elsewhere", "not the outbox's");
        set(&elsewhere, 0o644);
        std::os::unix::fs::symlink(&elsewhere, home.join("spool/link")).unwrap();
        let others = home.join("others.json");
        fs::write(&others, "{}").unwrap();
        let outbox = Outbox::open(&home).unwrap();
        assert_eq!((mode(&elsewhere), mode(&others)), (0o644, 0o644));
        fs::remove_file(others).unwrap();
        let link = home.join("spool/link");
        if link.symlink_metadata().is_ok() {
            fs::remove_file(link).unwrap();
        }
        all_private(&home);
        drop(outbox);
    }
}

/// A folder's files that hold a text.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut files = everything(folder);
    files.retain(|path| {
        path.is_file() && fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())
    });
    files
}

#[tokio::test]
async fn what_was_removed_is_in_no_file_any_more() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let folder = outbox.folder().to_owned();
    let secret = |number: usize| format!("zebra{number}quagga");
    let mut last = 0;
    for number in 0..ALL {
        // Some as long as several pages, whose bytes lie apart from their row.
        let text = format!("{} {}", secret(number), "word ".repeat(if number % 10 == 0 { 3000 } else { 3 }));
        let (ticket, lead) = ("143".to_owned(), LEAD.to_owned());
        let wanted = if number % 2 == 0 {
            DraftText { job: Job::Note, ticket, note: text, ..DraftText::default() }
        } else {
            let changes = vec![Change { field: "Title".into(), value: secret(number) }];
            DraftText { ticket, lead, changes, ..DraftText::default() }
        };
        outbox.save_draft(&wanted).unwrap();
        last = carrying.send().id;
    }
    carrying.until_state(last, State::Done).await;
    // Nobody carries this one: it waits, and what is not done stays.
    let kept = "wombat";
    draft(&outbox, 143, kept);
    send_off(&outbox);
    assert!((0..ALL).all(|number| !holding(&folder, &secret(number)).is_empty()), "the looking finds them");

    assert_eq!(outbox.forget_old(Some(0), now() + 1).unwrap().len(), ALL);
    outbox.erase().unwrap();
    for number in 0..ALL {
        let found = holding(&folder, &secret(number));
        assert!(found.is_empty(), "{number} is still in {found:?}");
    }
    assert!(!holding(&folder, kept).is_empty(), "what was not removed is there");
    assert_eq!(fs::metadata(folder.join("outbox.db-wal")).map_or(0, |log| log.len()), 0);
    // Nor do the beginnings of words lie about in the index.
    assert!(holding(&folder, "quagga").is_empty());
    assert_eq!(outbox.count().unwrap(), 1);
}
