//! The settings in memory, and the files behind them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use outbox::private::make_folder;
use serde_json::json;
use tokio::sync::Mutex;

use crate::atomic_file;
use crate::blocking::on_disk;
use crate::error::DeskError;
use crate::kept::settings::Settings;
use crate::kept::settings_read::{self, COPY, ENTRY, FILE, SettingsRescue};

/// The settings in memory, and the files behind them.
pub(crate) struct SettingsFile {
    folder: PathBuf,
    now: RwLock<Arc<Settings>>,
    rescue: Option<SettingsRescue>,
    /// Held by whoever writes, so that the file never goes back to something older. Nobody who reads waits for it.
    writing: Arc<Mutex<()>>,
}

impl SettingsFile {
    /// Reads the settings of a folder; blocks on the disk. `now` is in milliseconds since 1970.
    pub(crate) fn open(folder: PathBuf, now: i64) -> Self {
        let read = settings_read::read(&folder, now);
        if read.to_be_written {
            // What cannot be written now is written with the next change.
            let _ = write(&folder, &read.settings);
        }
        Self {
            folder,
            now: RwLock::new(Arc::new(read.settings)),
            rescue: read.rescue,
            writing: Arc::default(),
        }
    }

    /// The settings as they are now.
    pub(crate) fn now(&self) -> Arc<Settings> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The rescue of what could not be read at the start, if anything could not.
    pub(crate) fn rescue(&self) -> Option<&SettingsRescue> {
        self.rescue.as_ref()
    }

    /// Changes the settings and writes them.
    ///
    /// # Errors
    /// When the file cannot be written; the change then holds until the app is closed.
    pub(crate) async fn change(&self, change: impl FnOnce(&mut Settings)) -> Result<(), DeskError> {
        let turn = self.writing.clone().lock_owned().await;
        let changed = {
            let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
            change(Arc::make_mut(&mut now));
            now.clone()
        };
        let folder = self.folder.clone();
        on_disk(move || {
            let _turn = turn;
            write(&folder, &changed)
        })
        .await?
    }
}

/// Writes the file, and then the copy: one of the two is whole at any moment.
fn write(folder: &Path, settings: &Settings) -> Result<(), DeskError> {
    let bytes = serde_json::to_vec_pretty(&json!({ ENTRY: settings })).map_err(DeskError::storage)?;
    make_folder(folder)
        .and_then(|()| atomic_file::write(&folder.join(FILE), &bytes))
        .and_then(|()| atomic_file::write(&folder.join(COPY), &bytes))
        .map_err(DeskError::from)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::Value;

    use super::*;
    use crate::kept::settings::{LeadStep, SavedAccount, Theme};

    const NOW: i64 = 1_800_000_000_000;

    fn account(id: &str) -> SavedAccount {
        SavedAccount {
            id: id.into(),
            name: format!("Team {id}"),
            host: "https://a.example".into(),
            organisation: "22824".into(),
            calls_per_window: 25,
            keys_saved: true,
            lead_host: String::new(),
            lead_step: LeadStep::Email,
            team_key: None,
            signing_key: None,
            sign_off: String::new(),
        }
    }

    /// A folder whose settings have two accounts.
    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Self {
            let folder = Self(tempfile::tempdir().unwrap());
            write(folder.0.path(), &Self::settings()).unwrap();
            folder
        }

        fn settings() -> Settings {
            let mut settings = Settings {
                accounts: vec![account("one"), account("two")],
                current: Some("two".into()),
                ..Settings::default()
            };
            settings.preferences.theme = Theme::Dark;
            settings.presets.insert("one".into(), Vec::new());
            settings
        }

        fn open(&self) -> SettingsFile {
            SettingsFile::open(self.0.path().to_owned(), NOW)
        }

        fn read(&self, name: &str) -> Vec<u8> {
            fs::read(self.0.path().join(name)).unwrap()
        }

        fn put(&self, name: &str, bytes: &[u8]) {
            fs::write(self.0.path().join(name), bytes).unwrap();
        }

        fn aside(&self) -> String {
            self.0.path().join(format!("settings.unreadable-{NOW}.json")).to_string_lossy().into_owned()
        }

        /// The file with something in it changed.
        fn bend(&self, bend: impl FnOnce(&mut Value)) {
            let mut file: Value = serde_json::from_slice(&self.read(FILE)).unwrap();
            bend(&mut file[ENTRY]);
            self.put(FILE, &serde_json::to_vec(&file).unwrap());
        }

        fn opens_as_it_was(&self, why: &str) {
            let file = self.open();
            assert_eq!(*file.now(), Self::settings(), "{why}");
            let rescue = SettingsRescue { set_aside: Some(self.aside()), restored: true, lost: 0 };
            assert_eq!(file.rescue(), Some(&rescue), "{why}");
            let again = self.open();
            assert_eq!((&*again.now(), again.rescue()), (&Self::settings(), None), "{why}, and once only");
        }
    }

    #[test]
    fn a_file_that_was_cut_anywhere_is_set_aside_and_everything_is_back_from_the_copy() {
        let folder = Folder::new();
        let whole = folder.read(FILE);
        for cut in 0..whole.len() {
            folder.put(FILE, &whole[..cut]);
            let read = settings_read::read(folder.0.path(), NOW);
            let rescue = SettingsRescue { set_aside: Some(folder.aside()), restored: true, lost: 0 };
            assert_eq!((read.settings, read.rescue), (Folder::settings(), Some(rescue)), "cut at {cut}");
            assert_eq!(fs::read(folder.aside()).unwrap(), whole[..cut]);
        }
        folder.put(FILE, &whole[..whole.len() / 2]);
        folder.opens_as_it_was("cut");
    }

    #[test]
    fn zeros_and_other_kinds_of_files_are_set_aside() {
        let folder = Folder::new();
        for bytes in
            [&[0; 500][..], b"\xff\xfe{\x00}\x00", b"[]", b"{\"other\":1}", b"{\"settings\":[]}", b"null"]
        {
            folder.put(FILE, bytes);
            folder.opens_as_it_was(&String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_mark_of_byte_order_before_everything_harms_nothing() {
        let folder = Folder::new();
        folder.put(FILE, &[b"\xef\xbb\xbf", &folder.read(FILE)[..]].concat());
        let file = folder.open();
        assert_eq!((&*file.now(), file.rescue()), (&Folder::settings(), None));
    }

    #[test]
    fn a_copy_that_is_damaged_is_made_anew_and_nobody_need_know() {
        let folder = Folder::new();
        for copy in [&b""[..], b"{\"settings\":{\"accounts\":[]}}"] {
            folder.put(COPY, copy);
            let file = folder.open();
            assert_eq!((&*file.now(), file.rescue()), (&Folder::settings(), None));
            assert_eq!(folder.read(COPY), folder.read(FILE));
        }
    }

    #[test]
    fn a_bad_account_does_not_cost_the_others_and_comes_back_from_the_copy() {
        let folder = Folder::new();
        folder.bend(|settings| settings["accounts"][0]["host"] = 7.into());
        folder.opens_as_it_was("one account");
        folder.bend(|settings| settings["accounts"] = "none".into());
        folder.opens_as_it_was("all accounts");
        folder.bend(|settings| settings["preferences"]["theme"] = "sepia".into());
        folder.opens_as_it_was("preferences");
        folder.bend(|settings| settings["presets"]["one"] = 1.into());
        folder.opens_as_it_was("presets");
    }

    #[test]
    fn without_a_copy_what_can_be_read_is_and_what_cannot_is_counted() {
        let folder = Folder::new();
        folder.bend(|settings| settings["accounts"][0]["host"] = 7.into());
        fs::remove_file(folder.0.path().join(COPY)).unwrap();
        let file = folder.open();
        assert_eq!(file.now().accounts, [account("two")]);
        let rescue = SettingsRescue { set_aside: Some(folder.aside()), restored: false, lost: 1 };
        assert_eq!(file.rescue(), Some(&rescue));
    }

    #[test]
    fn a_file_that_is_gone_comes_back_from_the_copy_and_the_first_start_has_nothing_to_say() {
        let folder = Folder::new();
        fs::remove_file(folder.0.path().join(FILE)).unwrap();
        let file = folder.open();
        assert_eq!(*file.now(), Folder::settings());
        assert_eq!(file.rescue(), Some(&SettingsRescue { set_aside: None, restored: true, lost: 0 }));
        let empty = tempfile::tempdir().unwrap();
        for content in [None, Some("{}")] {
            if let Some(content) = content {
                fs::write(empty.path().join(FILE), content).unwrap();
            }
            let first = SettingsFile::open(empty.path().to_owned(), NOW);
            assert_eq!((&*first.now(), first.rescue()), (&Settings::default(), None));
        }
    }

    #[test]
    fn settings_of_the_first_versions_are_read_as_before() {
        let folder = tempfile::tempdir().unwrap();
        let written = r#"{
  "settings": {
    "accounts": [
      {"id": "one", "name": "Support", "host": "https://a.example", "organisation": "22824",
       "callsPerWindow": 25, "keysSaved": true}
    ],
    "current": "one",
    "preferences": {"theme": "dark", "keepDays": null},
    "presets": {}
  }
}"#;
        fs::write(folder.path().join(FILE), written).unwrap();
        let file = SettingsFile::open(folder.path().to_owned(), NOW);
        let settings = file.now();
        assert_eq!((settings.current(), settings.preferences.theme), ("one", Theme::Dark));
        assert_eq!(settings.accounts[0].lead_step, LeadStep::Ticket);
        assert_eq!(file.rescue(), None);
        assert!(folder.path().join(COPY).is_file(), "from the first start on there is a copy");
    }

    #[tokio::test]
    async fn changes_that_come_at_once_are_all_in_the_file() {
        let folder = Folder::new();
        let file = Arc::new(folder.open());
        let each = |number: u32| {
            let file = file.clone();
            tokio::spawn(async move {
                file.change(|settings| settings.accounts.push(account(&number.to_string()))).await
            })
        };
        for change in (0..20).map(each).collect::<Vec<_>>() {
            change.await.unwrap().unwrap();
        }
        assert_eq!(folder.open().now().accounts.len(), 22);
    }

    #[tokio::test]
    async fn what_cannot_be_written_holds_until_the_end_and_the_file_stays() {
        let folder = Folder::new();
        let file = folder.open();
        let before = folder.read(FILE);
        // Nothing can be put beside the file: where the folder was is none for a moment.
        let (place, aside) = (folder.0.path(), folder.0.path().with_extension("aside"));
        fs::rename(place, &aside).unwrap();
        fs::write(place, "").unwrap();
        file.change(|settings| settings.current = None).await.unwrap_err();
        fs::remove_file(place).unwrap();
        fs::rename(aside, place).unwrap();
        assert_eq!(file.now().current, None);
        assert_eq!(folder.read(FILE), before);
    }
}
