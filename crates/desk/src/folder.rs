//! Folders that are to be added: their files are listed first, and a person chooses among them.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Files that are listed at most: as many as a person looks through.
pub const MOST: usize = 500;
/// Entries that are looked at, and folders within folders, at most: a whole disk may have been dropped.
const MOST_ENTRIES: usize = 50_000;
const DEEPEST: usize = 64;

/// A file in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub path: PathBuf,
    /// Its way from the folder, with "/" between the names.
    pub shown: String,
    /// Bytes.
    pub size: u64,
}

/// The files found in folders, in the order of their names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FolderContent {
    pub files: Vec<Listed>,
    /// Hidden and system files and folders, which are left out.
    pub hidden: usize,
    /// Links, pipes and the like, which are not followed.
    pub links: usize,
    /// Folders and files that could not be read.
    pub unread: usize,
    /// There are more than are listed.
    pub more: bool,
    entries: usize,
}

/// Looks through folders, and blocks on the disk for it. Links are not followed, so it comes to an end.
pub fn look(folders: &[PathBuf]) -> FolderContent {
    let mut found = FolderContent::default();
    for folder in folders {
        // Of one folder the dialog's title has the name.
        let before = if folders.len() > 1 { format!("{}/", name(folder)) } else { String::new() };
        found.walk(folder, &before, 0);
    }
    found
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl FolderContent {
    fn walk(&mut self, folder: &Path, before: &str, deep: usize) {
        let Ok(entries) = fs::read_dir(folder) else {
            self.unread += 1;
            return;
        };
        let mut entries: Vec<DirEntry> = entries.flatten().take(MOST_ENTRIES).collect();
        entries.sort_by_cached_key(|entry| (entry.file_name().to_ascii_lowercase(), entry.file_name()));
        // Within a folder its files first.
        let mut folders = Vec::new();
        for entry in entries {
            self.entries += 1;
            if self.more || self.entries > MOST_ENTRIES {
                self.more = true;
                return;
            }
            match entry.file_type() {
                _ if is_hidden(&entry) => self.hidden += 1,
                Ok(kind) if kind.is_dir() => folders.push(entry),
                Ok(kind) if kind.is_file() => self.list(&entry, before),
                Ok(_) => self.links += 1,
                Err(_) => self.unread += 1,
            }
        }
        for entry in folders {
            if deep == DEEPEST {
                self.unread += 1;
                continue;
            }
            let folder = service_crm::exact_path(entry.path());
            self.walk(&folder, &format!("{before}{}/", entry.file_name().to_string_lossy()), deep + 1);
        }
    }

    fn list(&mut self, entry: &DirEntry, before: &str) {
        let Ok(metadata) = entry.metadata() else {
            self.unread += 1;
            return;
        };
        if self.files.len() == MOST {
            self.more = true;
            return;
        }
        let shown = format!("{before}{}", entry.file_name().to_string_lossy());
        self.files.push(Listed { path: entry.path(), shown, size: metadata.len() });
    }
}

/// Files that systems and programs leave in folders, and nobody means to send: hidden files, pictures of folders, locks of
/// documents that are open.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let system = ["thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "$recycle.bin"];
    name.starts_with('.')
        || name.starts_with("~$")
        || system.contains(&name.to_lowercase().as_str())
        || is_marked_hidden(entry)
}

/// Windows marks hidden and system files by attributes.
#[cfg(windows)]
fn is_marked_hidden(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN_OR_SYSTEM: u32 = 0x2 | 0x4;
    entry.metadata().is_ok_and(|metadata| metadata.file_attributes() & HIDDEN_OR_SYSTEM != 0)
}

#[cfg(not(windows))]
fn is_marked_hidden(_: &DirEntry) -> bool {
    false
}

/// The listing that a person chooses from: the screen names files by their number in it, never by a path.
#[derive(Debug, Default)]
pub struct Listing(Mutex<(u64, Vec<PathBuf>)>);

impl Listing {
    /// Takes the place of the one before; answers with its number.
    pub fn keep(&self, files: &[Listed]) -> u64 {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = (kept.0 + 1, files.iter().map(|file| file.path.clone()).collect());
        kept.0
    }

    /// The chosen ones of a listing; none where another has taken its place.
    pub fn chosen(&self, listing: u64, chosen: &[usize]) -> Vec<PathBuf> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != listing {
            return Vec::new();
        }
        chosen.iter().filter_map(|&number| kept.1.get(number).cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            static NUMBER: AtomicU32 = AtomicU32::new(0);
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = std::env::temp_dir().join(format!("folder-{}-{number}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn put(&self, name: &str) {
            let path = self.0.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }

        fn look(&self) -> FolderContent {
            look(std::slice::from_ref(&self.0))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn shown(found: &FolderContent) -> Vec<&str> {
        found.files.iter().map(|file| file.shown.as_str()).collect()
    }

    #[test]
    fn files_are_listed_with_their_way_and_what_nobody_means_is_counted() {
        let folder = Folder::new();
        for name in [
            "b.txt",
            "A.txt",
            "sub/deep/c.txt",
            "sub/Thumbs.db",
            ".DS_Store",
            ".git/config",
            "~$Offer.docx",
            "desktop.ini",
        ] {
            folder.put(name);
        }
        let found = folder.look();
        assert_eq!(shown(&found), ["A.txt", "b.txt", "sub/deep/c.txt"]);
        assert_eq!((found.hidden, found.links, found.unread, found.more), (5, 0, 0, false));
        assert_eq!(found.files[0].size, 5);
    }

    /// Samba and the Linux within Windows make such names.
    #[cfg(windows)]
    #[test]
    fn a_folder_whose_name_ends_in_a_dot_is_not_its_neighbour() {
        let folder = Folder::new();
        folder.put("x/neighbour.txt");
        let dotted = service_crm::exact_path(folder.0.join("x."));
        fs::create_dir(&dotted).unwrap();
        fs::write(dotted.join("own.txt"), "").unwrap();
        assert_eq!(shown(&folder.look()), ["x/neighbour.txt", "x./own.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_counted_and_never_followed() {
        let folder = Folder::new();
        folder.put("a.txt");
        std::os::unix::fs::symlink(&folder.0, folder.0.join("round")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.0.join("out.txt")).unwrap();
        let found = folder.look();
        assert_eq!((shown(&found), found.links), (vec!["a.txt"], 2));
    }

    #[test]
    fn more_than_a_person_looks_through_is_not_listed_and_that_is_said() {
        let folder = Folder::new();
        (0..MOST).for_each(|number| folder.put(&format!("{number:03}.txt")));
        let found = folder.look();
        assert_eq!((found.files.len(), found.more), (MOST, false));
        folder.put("sub/one more.txt");
        let found = folder.look();
        assert_eq!((found.files.len(), found.more), (MOST, true));
    }

    #[test]
    fn of_several_folders_each_has_its_name_before_its_files() {
        let (a, b) = (Folder::new(), Folder::new());
        a.put("1.txt");
        b.put("1.txt");
        let found = look(&[a.0.clone(), b.0.clone(), a.0.join("gone")]);
        assert_eq!(shown(&found), [format!("{}/1.txt", name(&a.0)), format!("{}/1.txt", name(&b.0))]);
        assert_eq!(found.unread, 1);
    }

    #[test]
    fn what_is_chosen_is_of_the_listing_that_was_seen() {
        let listing = Listing::default();
        let file = |name: &str| Listed { path: name.into(), shown: name.into(), size: 1 };
        let first = listing.keep(&[file("a"), file("b")]);
        assert_eq!(listing.chosen(first, &[1, 7]), [PathBuf::from("b")]);
        let second = listing.keep(&[file("c")]);
        assert_eq!(listing.chosen(first, &[0]), [] as [PathBuf; 0]);
        assert_eq!(listing.chosen(second, &[0]), [PathBuf::from("c")]);
    }
}
