//! Reading the settings, however they were left. A file that cannot be read is set aside and named; what it held comes
//! from the last good copy beside it. Within a file each account is read by itself: a bad one does not cost the others.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use team_setup::Preset;
use ts_rs::TS;

use crate::kept::settings::{SavedAccount, Settings};

/// The settings' file, in the app's folder.
pub(crate) const FILE: &str = "settings.json";
/// The last good copy of it.
pub(crate) const COPY: &str = "settings.last-good.json";
/// The one entry of the file: so that later versions can put something beside it.
pub(crate) const ENTRY: &str = "settings";

/// Settings that could not be read at the start, or not all of them, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsRescue {
    /// The damaged file, where it lies now; null where there was none, or it could not be moved.
    pub set_aside: Option<String>,
    /// The unreadable parts are back from the last good copy.
    pub restored: bool,
    /// Accounts that are in neither.
    pub lost: usize,
}

/// The settings as they were read at the start.
pub(crate) struct ReadSettings {
    pub(crate) settings: Settings,
    pub(crate) rescue: Option<SettingsRescue>,
    /// The file, or its copy, is not as these settings are.
    pub(crate) to_be_written: bool,
}

/// A file's content.
enum Content {
    Missing,
    /// Content that is no settings': cut, empty, overwritten, or of another kind.
    Damaged,
    Settings(Map<String, Value>),
}

/// Reads the settings of a folder; blocks on the disk. `now` names what is set aside: milliseconds since 1970.
pub(crate) fn read(folder: &Path, now: i64) -> ReadSettings {
    let (file, copy) = (folder.join(FILE), folder.join(COPY));
    let good = match content(&copy) {
        Content::Settings(map) => Some(settings(map, None).0),
        Content::Missing | Content::Damaged => None,
    };
    let had_copy = good.is_some();
    let (settings, faults) = match content(&file) {
        Content::Settings(map) => settings(map, good.as_ref()),
        // The first start.
        Content::Missing if !had_copy => {
            return ReadSettings { settings: Settings::default(), rescue: None, to_be_written: false };
        }
        Content::Missing | Content::Damaged => (good.unwrap_or_default(), Faults { any: true, lost: 0 }),
    };
    if !faults.any {
        let to_be_written = !same_content(&file, &copy);
        return ReadSettings { settings, rescue: None, to_be_written };
    }
    let rescue = SettingsRescue { set_aside: set_aside(&file, now), restored: had_copy, lost: faults.lost };
    ReadSettings { settings, rescue: Some(rescue), to_be_written: true }
}

fn content(path: &Path) -> Content {
    let bytes = match outbox::once_free(|| fs::read(path)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Content::Missing,
        Err(_) => return Content::Damaged,
    };
    // Some editors put one before everything.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match serde_json::from_slice(text) {
        Ok(Value::Object(mut file)) => match file.remove(ENTRY) {
            Some(Value::Object(settings)) => Content::Settings(settings),
            // Nothing was ever kept in it.
            None if file.is_empty() => Content::Missing,
            _ => Content::Damaged,
        },
        _ => Content::Damaged,
    }
}

fn same_content(file: &Path, copy: &Path) -> bool {
    matches!((fs::read(file), fs::read(copy)), (Ok(file), Ok(copy)) if file == copy)
}

/// Moves a damaged file out of the way, where a person or an engineer can look at it.
fn set_aside(file: &Path, now: i64) -> Option<String> {
    let aside = file.with_file_name(format!("settings.unreadable-{now}.json"));
    outbox::rename(file, &aside).ok()?;
    Some(aside.to_string_lossy().into_owned())
}

/// The faults of a file's entries.
#[derive(Default)]
struct Faults {
    any: bool,
    /// Accounts that are not in the copy either.
    lost: usize,
}

/// Each entry by itself, or where it cannot be read as the last good copy has it.
fn settings(mut map: Map<String, Value>, good: Option<&Settings>) -> (Settings, Faults) {
    let mut faults = Faults::default();
    let accounts = accounts(map.remove("accounts"), good, &mut faults);
    let settings = Settings {
        accounts,
        current: entry(&mut map, "current", good.map(|good| &good.current), &mut faults),
        preferences: entry(&mut map, "preferences", good.map(|good| &good.preferences), &mut faults),
        presets: presets(map.remove("presets"), good, &mut faults),
    };
    (settings, faults)
}

fn entry<T: DeserializeOwned + Default + Clone>(
    map: &mut Map<String, Value>,
    name: &str,
    good: Option<&T>,
    faults: &mut Faults,
) -> T {
    match map.remove(name).map(serde_json::from_value) {
        None => T::default(),
        Some(Ok(read)) => read,
        Some(Err(_)) => {
            faults.any = true;
            good.cloned().unwrap_or_default()
        }
    }
}

fn accounts(kept: Option<Value>, good: Option<&Settings>, faults: &mut Faults) -> Vec<SavedAccount> {
    let kept = match kept {
        None => return Vec::new(),
        Some(Value::Array(kept)) => kept,
        Some(_) => {
            faults.any = true;
            return good.map(|good| good.accounts.clone()).unwrap_or_default();
        }
    };
    let mut read = Vec::new();
    for account in kept {
        let id = account.get("id").and_then(Value::as_str).map(str::to_owned);
        let account = serde_json::from_value(account).ok().or_else(|| {
            faults.any = true;
            good?.account(&id?).cloned()
        });
        match account {
            Some(account) => read.push(account),
            None => faults.lost += 1,
        }
    }
    read
}

fn presets(
    kept: Option<Value>,
    good: Option<&Settings>,
    faults: &mut Faults,
) -> HashMap<String, Vec<Preset>> {
    let kept = match kept {
        None => return HashMap::new(),
        Some(Value::Object(kept)) => kept,
        Some(_) => {
            faults.any = true;
            return good.map(|good| good.presets.clone()).unwrap_or_default();
        }
    };
    let of = |(account, kept): (String, Value)| {
        let read = serde_json::from_value(kept).ok().or_else(|| {
            faults.any = true;
            good?.presets.get(&account).cloned()
        });
        Some((account, read?))
    };
    kept.into_iter().filter_map(of).collect()
}
