//! The arrows between the workspace's crates, against the table of rooms in `docs/architecture.md`. What a crate's tests
//! know is its own affair.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::call;

/// Each room, and the rooms it may know. A new one needs its row.
const ROOMS: &[(&str, &[&str])] = &[
    ("service-crm", &[]),
    ("practice-server", &[]),
    ("faulty-wire", &[]),
    ("lossy-disk", &[]),
    ("team-setup", &["service-crm"]),
    ("outbox", &["service-crm"]),
    ("tables", &[]),
    ("virtual-files", &[]),
    ("desk", &["tables", "outbox", "team-setup", "practice-server", "service-crm"]),
    ("ticket-courier", &["desk"]),
    // For builders only.
    ("practice-client", &["practice-server", "service-crm"]),
    ("gateways", &["practice-client", "practice-server", "service-crm"]),
    ("window-drive", &["practice-server"]),
    ("xtask", &[]),
    ("empty-window", &[]),
];

/// A crate of the workspace.
pub(crate) struct Room {
    pub(crate) name: String,
    /// The files that its library and its programs begin with.
    pub(crate) roots: Vec<PathBuf>,
    /// Other crates of the workspace that it is built from.
    knows: Vec<String>,
}

impl Room {
    /// The arrows that the table does not have.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == self.name) else {
            return vec![format!("{} stands in no row of xtask/src/circles/rooms.rs", self.name)];
        };
        let wrong = self.knows.iter().filter(|known| !may.contains(&known.as_str()));
        wrong.map(|known| format!("{} may not know {known}", self.name)).collect()
    }
}

/// All crates of the workspace.
pub(crate) fn rooms() -> Result<Vec<Room>> {
    let printed = call::printed(call::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&printed)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    Ok(packages.iter().map(room).collect())
}

fn room(package: &Value) -> Room {
    let words = |list: &Value, word: &str, wanted: &dyn Fn(&Value) -> bool| -> Vec<String> {
        let list = list.as_array().into_iter().flatten().filter(|one| wanted(one));
        list.filter_map(|one| Some(one[word].as_str()?.to_owned())).collect()
    };
    let built = |target: &Value| ["lib", "bin", "example"].iter().any(|kind| target["kind"][0] == **kind);
    // Without a kind it is for the crate itself: neither for its tests nor for its build script.
    let here = |dependency: &Value| dependency["path"].is_string() && dependency["kind"].is_null();
    Room {
        name: package["name"].as_str().unwrap_or_default().to_owned(),
        roots: words(&package["targets"], "src_path", &built).into_iter().map(PathBuf::from).collect(),
        knows: words(&package["dependencies"], "name", &here),
    }
}
