//! The n-th change to the disk fails, for every n, while the desk writes its settings: what is there is the old or the
//! new, whole; what was said to be kept is there after a power cut; and it goes on when there is room.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test ends at the first surprise, and says so"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{Desk, Event, Host, Keychain, KeychainError, LaunchRequests, Preferences, Theme};
use lossy_disk::{Disk, Refused, Tree};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use secrecy::SecretString;

struct Nobody;

impl Keychain for Nobody {
    fn save(&self, _: &str, _: &SecretString) -> Result<(), KeychainError> {
        Ok(())
    }

    fn load(&self, _: &str) -> Result<Option<SecretString>, KeychainError> {
        Ok(None)
    }

    fn forget(&self, _: &str) {}
}

struct Computer(PathBuf);

impl Host for Computer {
    fn folder(&self) -> PathBuf {
        self.0.clone()
    }

    fn computer(&self) -> Option<String> {
        None
    }

    fn keychain(&self) -> Arc<dyn Keychain> {
        Arc::new(Nobody)
    }

    fn tell(&self, _: Event) {}

    fn passing_places(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    fn now(&self) -> i64 {
        1_800_000_000_000
    }
}

fn open(app: &Path) -> Arc<Desk> {
    Desk::new(Arc::new(Computer(app.to_owned())), Arc::new(LaunchRequests::default()))
}

async fn prefer(desk: &Arc<Desk>, theme: Theme) -> bool {
    desk.set_preferences(Preferences { theme, ..Preferences::default() }).await.is_ok()
}

async fn read(app: &Path) -> Theme {
    let overview = open(app).overview();
    assert!(overview.settings_rescue.is_none(), "nothing was cut: {:?}", overview.settings_rescue);
    overview.preferences.theme
}

async fn every_nth(how: Refused) {
    let place = tempfile::tempdir().unwrap();
    let app = place.path().join("share/app");
    let mut n = 0;
    // With nothing there yet, and over something that could be lost.
    for before in [Theme::System, Theme::Light] {
        for change in 0.. {
            n += 1;
            let disk = match Disk::mount(place.path(), Tree::default()) {
                Ok(disk) => disk,
                Err(why) => return eprintln!("skipped: {why}"),
            };
            let desk = open(&app);
            if before == Theme::Light {
                assert!(prefer(&desk, before).await);
            }
            disk.with(|tree| tree.fail_from(change, how, how == Refused::Broken));
            let said = prefer(&desk, Theme::Dark).await;
            let refused = disk.with(Tree::mend);
            let left = disk.with(|tree| tree.after_cut(&mut StdRng::seed_from_u64(n)));
            drop(desk);
            disk.unmount();
            let disk = Disk::mount(place.path(), left).unwrap();
            let theme = read(&app).await;
            assert!(
                theme == Theme::Dark || (theme == before && !said),
                "{how:?} {change}: {theme:?}, said {said}"
            );
            assert!(prefer(&open(&app), Theme::Dark).await, "{how:?} {change}: with room again");
            assert_eq!(read(&app).await, Theme::Dark);
            disk.unmount();
            if !refused {
                assert!(change > 5, "there were {change} changes only");
                break;
            }
        }
    }
}

#[tokio::test]
async fn settings_on_a_disk_that_is_full_from_any_change_on_are_the_old_or_the_new() {
    every_nth(Refused::Full).await;
}

#[tokio::test]
async fn settings_on_a_disk_that_breaks_at_any_change_are_the_old_or_the_new() {
    every_nth(Refused::Broken).await;
}
