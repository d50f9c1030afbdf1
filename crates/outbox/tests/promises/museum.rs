//! Folders as versions of the app left them: what is in them is there in this version, and the copy from before it is.

use std::fs;
use std::path::{Path, PathBuf};

use outbox::{Outbox, OutboxError};
use rusqlite::Connection;
use tempfile::TempDir;

#[path = "../../examples/museum/facts.rs"]
mod facts;

fn museum() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/museum")
}

/// The museum's folders, with the versions that left them.
fn exhibits() -> Vec<(u32, PathBuf)> {
    let mut exhibits: Vec<(u32, PathBuf)> = fs::read_dir(museum())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter_map(|path| {
            let version = path.file_name()?.to_str()?.strip_prefix("version-")?.parse().ok()?;
            Some((version, path))
        })
        .collect();
    exhibits.sort();
    exhibits
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).unwrap();
        }
    }
}

fn user_version(database: &Path) -> u32 {
    Connection::open(database).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

/// Everything that lies in a folder, with what is in it.
fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push((path.clone(), Vec::new()));
            found.extend(content(&path));
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn what_earlier_versions_left_is_all_there() {
    let exhibits = exhibits();
    assert!(!exhibits.is_empty());
    for (version, exhibit) in exhibits {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("app");
        copy(&exhibit, &folder);
        let before = fs::read_to_string(folder.join("facts.txt")).unwrap();
        let outbox = Outbox::open(&folder).unwrap();
        assert!(outbox.rescue().is_none(), "{version}");
        assert_eq!(facts::facts(&outbox).join("\n") + "\n", before, "version {version}");
        // A second start finds the same, and no reason for a second copy.
        drop(outbox);
        let now = user_version(&folder.join("outbox.db"));
        let copies = |folder: &Path| {
            fs::read_dir(folder)
                .unwrap()
                .filter(|entry| {
                    entry.as_ref().unwrap().file_name().to_str().unwrap().starts_with("outbox.before-")
                })
                .count()
        };
        assert_eq!(copies(&folder), usize::from(version < now), "version {version}");
        let outbox = Outbox::open(&folder).unwrap();
        assert_eq!(facts::facts(&outbox).join("\n") + "\n", before, "version {version}");
        assert_eq!(copies(&folder), usize::from(version < now), "version {version}");
    }
}

#[test]
fn before_each_new_form_the_database_is_copied_as_it_was() {
    for (version, exhibit) in exhibits() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("app");
        copy(&exhibit, &folder);
        drop(Outbox::open(&folder).unwrap());
        let now = user_version(&folder.join("outbox.db"));
        if version == now {
            continue;
        }
        let kept = folder.join(format!("outbox.before-{now}.db"));
        assert_eq!(user_version(&kept), version);
        // Put in its place by hand, it is what it was: another start makes the new form of it again.
        let back = root.path().join("back");
        copy(&exhibit, &back);
        fs::copy(&kept, back.join("outbox.db")).unwrap();
        let outbox = Outbox::open(&back).unwrap();
        let before = fs::read_to_string(exhibit.join("facts.txt")).unwrap();
        assert_eq!(facts::facts(&outbox).join("\n") + "\n", before, "version {version}");
    }
}

#[test]
fn an_older_app_says_that_the_folder_is_newer_and_changes_nothing_in_it() {
    for (version, exhibit) in exhibits() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("app");
        copy(&exhibit, &folder);
        drop(Outbox::open(&folder).unwrap());
        let connection = Connection::open(folder.join("outbox.db")).unwrap();
        let next = user_version(&folder.join("outbox.db")) + 1;
        connection.execute_batch("CREATE TABLE of_tomorrow (what TEXT) STRICT").unwrap();
        connection.pragma_update(None, "user_version", next).unwrap();
        drop(connection);
        let before = content(&folder);
        for _ in 0..2 {
            assert!(matches!(Outbox::open(&folder), Err(OutboxError::Newer)), "version {version}");
            assert!(content(&folder) == before, "version {version}: something was changed");
        }
    }
}
