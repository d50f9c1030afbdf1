//! Files that are alike: those that are to be added, and those that are there. Only files of one size are read, first
//! their beginnings, and each of them once, however many there are.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use blake3::Hash;
use service_crm::Attachment;

use super::files::{DraftFile, LeftOut, NewFile, left_out};

/// Bytes by which most files differ already.
const BEGINNING: u64 = 64 * 1024;

/// A file, and what was read of it so far; none where it cannot be read, and then it is like no other.
struct Known {
    attachment: Attachment,
    beginning: OnceCell<Option<Hash>>,
    whole: OnceCell<Option<Hash>>,
}

impl Known {
    fn new(attachment: Attachment) -> Self {
        Self { attachment, beginning: OnceCell::new(), whole: OnceCell::new() }
    }

    fn path(&self) -> &Path {
        self.attachment.path()
    }

    fn size(&self) -> u64 {
        self.attachment.stamp().size
    }

    fn beginning(&self) -> Option<Hash> {
        *self.beginning.get_or_init(|| hash(self.path(), BEGINNING).ok())
    }

    fn whole(&self) -> Option<Hash> {
        if self.size() <= BEGINNING {
            return self.beginning();
        }
        *self.whole.get_or_init(|| hash(self.path(), u64::MAX).ok())
    }

    /// Another of the same size with the same content.
    fn holds_the_same(&self, other: &Self) -> bool {
        let equal = |one: Option<Hash>, two: Option<Hash>| one.is_some() && one == two;
        equal(self.beginning(), other.beginning()) && equal(self.whole(), other.whole())
    }
}

fn hash(path: &Path, most: u64) -> io::Result<Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?.take(most))?;
    Ok(hasher.finalize())
}

/// Looks at files that somebody wants whatever they hold; those that are there already by their path are not there twice.
pub(super) fn look_only(there: &[DraftFile], paths: &[PathBuf]) -> Vec<Result<NewFile, LeftOut>> {
    let mut taken: HashSet<&Path> = there.iter().map(|file| file.attachment.path()).collect();
    let one = |path: &PathBuf| {
        let attachment = Attachment::look(path).map_err(|failure| left_out(failure.code))?;
        Ok(NewFile { origin: path.clone(), attachment, hash: None })
    };
    let already = |path: &PathBuf| LeftOut::AlreadyAttached {
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    };
    paths.iter().map(|path| if taken.insert(path) { one(path) } else { Err(already(path)) }).collect()
}

/// Looks at files that are to be added to those that are there, and leaves out those that are there already.
pub(super) fn look(there: &[DraftFile], paths: &[PathBuf]) -> Vec<Result<NewFile, LeftOut>> {
    let mut known: HashMap<u64, Vec<Known>> = HashMap::new();
    let mut taken: HashSet<PathBuf> = HashSet::new();
    for file in there {
        taken.insert(file.attachment.path().to_owned());
        let file = Known::new(file.attachment.clone());
        known.entry(file.size()).or_default().push(file);
    }
    let mut one = |path: &PathBuf| {
        let attachment = Attachment::look(path).map_err(|failure| left_out(failure.code))?;
        let file = || attachment.name().to_owned();
        if taken.contains(attachment.path()) {
            return Err(LeftOut::AlreadyAttached { file: file() });
        }
        let new = Known::new(attachment.clone());
        let of_its_size = known.entry(new.size()).or_default();
        if let Some(left) = like_one_of(of_its_size, &new) {
            return Err(left);
        }
        taken.insert(attachment.path().to_owned());
        of_its_size.push(new);
        Ok(NewFile { origin: path.clone(), attachment, hash: None })
    };
    paths.iter().map(&mut one).collect()
}

/// Why a file is not added to others of its size: it is one of them, by another path, or holds the same.
fn like_one_of(others: &[Known], new: &Known) -> Option<LeftOut> {
    let file = || new.attachment.name().to_owned();
    // Links, dots and the like do not count; one file has one time.
    let one_time: Vec<&Known> =
        others.iter().filter(|other| other.attachment.stamp() == new.attachment.stamp()).collect();
    if !one_time.is_empty()
        && let Ok(path) = new.path().canonicalize()
        && one_time.iter().any(|other| other.path().canonicalize().is_ok_and(|other| other == path))
    {
        return Some(LeftOut::AlreadyAttached { file: file() });
    }
    // Empty files are all alike and all different: .gitkeep and __init__.py may both be meant.
    let same = if new.size() == 0 { None } else { others.iter().find(|other| other.holds_the_same(new)) };
    same.map(|other| LeftOut::SameContent { file: file(), r#as: other.attachment.name().to_owned() })
}

/// Refuses a file that is among the others already. Blocks on their disks.
pub(crate) fn refuse_duplicate(there: &[Attachment], new: NewFile) -> Result<NewFile, LeftOut> {
    if there.iter().any(|other| other.path() == new.attachment.path()) {
        return Err(LeftOut::AlreadyAttached { file: new.attachment.name().to_owned() });
    }
    let size = new.attachment.stamp().size;
    let of_its_size = there.iter().filter(|other| other.stamp().size == size).cloned().map(Known::new);
    match like_one_of(&of_its_size.collect::<Vec<_>>(), &Known::new(new.attachment.clone())) {
        Some(left) => Err(left),
        None => Ok(new),
    }
}
