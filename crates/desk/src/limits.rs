//! The team's own limits to files, where its setup has any: looked at when files are added, and again when they are
//! sent, since the account may be another one by then.

use std::fs;
use std::path::PathBuf;

use outbox::{DraftFile, LeftOut};
use team_setup::SetupLimits;

/// The draft's files that a team does not allow.
pub(crate) fn not_allowed(limits: &SetupLimits, files: &[DraftFile]) -> Vec<LeftOut> {
    let each = files.iter().map(|file| &file.attachment);
    each.filter_map(|file| refusal(limits, file.name(), file.stamp().size)).collect()
}

/// The files that a team allows, and those that it does not. Blocks on the disk.
pub(crate) fn sort_out(limits: &SetupLimits, paths: Vec<PathBuf>) -> (Vec<PathBuf>, Vec<LeftOut>) {
    let (mut allowed, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What is no file, or not there, is said by who looks at it closer.
        let file = fs::metadata(&path).ok().filter(fs::Metadata::is_file);
        match file.and_then(|file| refusal(limits, &name, file.len())) {
            Some(left) => refused.push(left),
            None => allowed.push(path),
        }
    }
    (allowed, refused)
}

/// Why a file of that name and size, in bytes, is not allowed; none where it is.
fn refusal(limits: &SetupLimits, name: &str, size: u64) -> Option<LeftOut> {
    let file = || name.to_owned();
    if let Some(endings) = &limits.endings {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        if !endings.contains(&ending) {
            return Some(LeftOut::KindNotAllowed { file: file(), endings: endings.clone() });
        }
    }
    let most = limits.largest_file.filter(|most| size > *most)?;
    Some(LeftOut::LargerThanAllowed { file: file(), size, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(largest_file: Option<u64>, endings: Option<&[&str]>) -> SetupLimits {
        let endings = endings.map(|endings| endings.iter().map(|&ending| ending.to_owned()).collect());
        SetupLimits { largest_file, endings }
    }

    #[test]
    fn a_file_at_the_limit_is_allowed_and_one_byte_more_is_not() {
        let limits = limits(Some(1000), None);
        assert_eq!(refusal(&limits, "a.exe", 1000), None);
        let larger = LeftOut::LargerThanAllowed { file: "a.exe".into(), size: 1001, most: 1000 };
        assert_eq!(refusal(&limits, "a.exe", 1001), Some(larger));
    }

    #[test]
    fn the_kind_is_the_last_ending_whatever_its_capitals() {
        let limits = limits(None, Some(&["pdf", "jpg"]));
        for allowed in ["a.pdf", "A.PDF", "a.exe.Jpg"] {
            assert_eq!(refusal(&limits, allowed, 1), None, "{allowed}");
        }
        for refused in ["a.exe", "a.pdf.exe", "pdf", "a.", ""] {
            assert!(
                matches!(refusal(&limits, refused, 1), Some(LeftOut::KindNotAllowed { .. })),
                "{refused}"
            );
        }
    }

    #[test]
    fn what_is_no_file_is_left_to_who_looks_at_it_closer() {
        let paths = vec![std::env::temp_dir(), PathBuf::from("/nowhere/a.exe")];
        assert_eq!(sort_out(&limits(Some(1), Some(&["pdf"])), paths.clone()), (paths, Vec::new()));
    }
}
