//! Each sample file against its right reading, written by hand.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::describe::describe;

/// Members of a right reading that are for people.
const FOR_PEOPLE: [&str; 2] = ["note", "words"];

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/samples")
}

fn readings(folder: &Path) -> Map<String, Value> {
    let text = std::fs::read_to_string(folder.join("readings.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn compare(folder: &Path) {
    let readings = readings(folder);
    let mut wrong = Vec::new();
    for (name, right) in &readings {
        let mut seen = describe(&folder.join(name));
        let mut right = right.clone();
        for member in FOR_PEOPLE {
            seen.as_object_mut().unwrap().remove(member);
            right.as_object_mut().unwrap().remove(member);
        }
        if seen != right {
            wrong.push(format!(
                "{name}\nright: {}\nseen:  {}",
                serde_json::to_string(&right).unwrap(),
                serde_json::to_string(&seen).unwrap()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(!readings.is_empty());
}

#[test]
fn every_sample_is_read_as_its_page_says() {
    compare(&folder());
}

#[test]
fn every_other_kind_is_read_as_its_page_says() {
    compare(&folder().with_file_name("more"));
}
