//! The ending of a file that is saved. Not every system's dialog adds it, and without it nothing opens the file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The path that a person chose, with the ending of its kind. Where it is added and another file has the name already,
/// a number goes before it: nobody was asked whether that one may go.
pub(crate) fn with_ending(chosen: &Path, ending: &str) -> PathBuf {
    if chosen.extension().is_some_and(|there| there.eq_ignore_ascii_case(ending)) {
        return chosen.to_owned();
    }
    let named = |number: usize| {
        let mut name: OsString = chosen.as_os_str().to_owned();
        if number > 1 {
            name.push(format!(" ({number})"));
        }
        name.push(".");
        name.push(ending);
        PathBuf::from(name)
    };
    let free = |path: &PathBuf| path.symlink_metadata().is_err();
    (1..1000).map(named).find(free).unwrap_or_else(|| chosen.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_there_once_and_no_other_file_is_replaced_by_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let saved = |name: &str| with_ending(&at(name), "csv");
        assert_eq!(saved("list.csv"), at("list.csv"));
        assert_eq!(saved("list.CSV"), at("list.CSV"));
        assert_eq!(saved("list"), at("list.csv"));
        assert_eq!(saved("28. November"), at("28. November.csv"));
        std::fs::write(at("list.csv"), "before").unwrap();
        assert_eq!(saved("list.csv"), at("list.csv"), "the dialog asked");
        assert_eq!(saved("list"), at("list (2).csv"));
        std::fs::write(at("list (2).csv"), "before").unwrap();
        assert_eq!(saved("list"), at("list (3).csv"));
    }
}
