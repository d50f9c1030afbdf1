//! The files and folders of a disk, with what of them is safe.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::time::SystemTime;

use rand::Rng;

use crate::content::Content;

pub(crate) const ROOT: u64 = 1;

/// Why a change is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The disk is full. What only makes room is done.
    Full,
    /// The disk is broken.
    Broken,
    /// There is no such file or folder.
    Missing,
    /// There is one of this name.
    Exists,
    /// A folder with something in it.
    NotEmpty,
    /// A folder where a file was meant, or a file where a folder was.
    OtherKind,
}

/// A disk's files and folders.
#[derive(Debug)]
pub struct Tree {
    nodes: BTreeMap<u64, Node>,
    next: u64,
    /// Names that were given or taken and not synced, in their order.
    unsynced: Vec<Naming>,
    changes: u64,
    fails: Option<(u64, Refused, bool)>,
    refused: bool,
    deaf: BTreeSet<OsString>,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) mode: u16,
    pub(crate) modified: SystemTime,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    File(Content),
    Folder { now: Names, safe: Names },
}

pub(crate) type Names = BTreeMap<OsString, u64>;

/// A change that happens at once: a name that comes or goes, or, when something is renamed, both.
#[derive(Debug)]
struct Naming(Vec<(u64, OsString, Option<u64>)>);

impl Default for Tree {
    fn default() -> Self {
        let root = Node { mode: 0o700, modified: SystemTime::now(), kind: folder() };
        Self {
            nodes: BTreeMap::from([(ROOT, root)]),
            next: ROOT + 1,
            unsynced: Vec::new(),
            changes: 0,
            fails: None,
            refused: false,
            deaf: BTreeSet::new(),
        }
    }
}

fn folder() -> Kind {
    Kind::Folder { now: Names::new(), safe: Names::new() }
}

/// A request to a full disk.
enum Asks {
    Room,
    Nothing,
}

impl Tree {
    /// Changes and syncs so far.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// From the `nth` change on (counted from now, from 0) every one is refused, or only that one.
    pub fn fail_from(&mut self, nth: u64, how: Refused, only: bool) {
        self.fails = Some((self.changes + nth, how, only));
    }

    /// Whether anything was refused so far.
    pub fn was_refused(&self) -> bool {
        self.refused
    }

    /// There is room again; says whether anything had been refused.
    pub fn mend(&mut self) -> bool {
        self.fails = None;
        self.refused
    }

    /// From now on a sync of what has this name does nothing, and says that it did: so that one can see it found.
    pub fn ignore_syncs_of(&mut self, name: impl Into<OsString>) {
        self.deaf.insert(name.into());
    }

    /// The disk after a power cut now; this one stays as it is.
    pub fn after_cut(&self, chance: &mut impl Rng) -> Self {
        let mut left = Self { next: self.next, deaf: self.deaf.clone(), ..Self::default() };
        for (id, node) in &self.nodes {
            let kind = match &node.kind {
                Kind::File(content) => Kind::File(Content::safe(content.after_cut(chance))),
                Kind::Folder { safe, .. } => Kind::Folder { now: safe.clone(), safe: safe.clone() },
            };
            left.nodes.insert(*id, Node { mode: node.mode, modified: node.modified, kind });
        }
        let survives = [0.0, 0.5, 1.0][chance.random_range(0..3)];
        for naming in &self.unsynced {
            if chance.random_bool(survives) {
                left.name_safely(naming);
            }
        }
        left.forget_unreachable();
        left
    }

    fn name_safely(&mut self, naming: &Naming) {
        for (parent, name, id) in &naming.0 {
            if let Some(Node { kind: Kind::Folder { now, safe }, .. }) = self.nodes.get_mut(parent) {
                for names in [now, safe] {
                    match id {
                        Some(id) => names.insert(name.clone(), *id),
                        None => names.remove(name),
                    };
                }
            }
        }
    }

    fn forget_unreachable(&mut self) {
        let mut reached = BTreeSet::from([ROOT]);
        let mut next = vec![ROOT];
        while let Some(id) = next.pop() {
            if let Some(Node { kind: Kind::Folder { now, .. }, .. }) = self.nodes.get(&id) {
                next.extend(now.values().filter(|id| reached.insert(**id)));
            }
        }
        self.nodes.retain(|id, _| reached.contains(id));
    }

    /// Counts a change, and refuses it where it is to be refused.
    fn begin(&mut self, asks: &Asks) -> Result<(), Refused> {
        let this = self.changes;
        self.changes += 1;
        let refused = match (self.fails, asks) {
            (Some((_, Refused::Full, _)), Asks::Nothing) => None,
            (Some((at, how, true)), _) if this == at => Some(how),
            (Some((from, how, false)), _) if this >= from => Some(how),
            _ => None,
        };
        self.refused |= refused.is_some();
        refused.map_or(Ok(()), Err)
    }

    pub(crate) fn node(&self, id: u64) -> Result<&Node, Refused> {
        self.nodes.get(&id).ok_or(Refused::Missing)
    }

    pub(crate) fn names(&self, id: u64) -> Result<&Names, Refused> {
        match &self.node(id)?.kind {
            Kind::Folder { now, .. } => Ok(now),
            Kind::File(_) => Err(Refused::OtherKind),
        }
    }

    pub(crate) fn find(&self, parent: u64, name: &OsStr) -> Result<u64, Refused> {
        self.names(parent)?.get(name).copied().ok_or(Refused::Missing)
    }

    pub(crate) fn content(&self, id: u64) -> Result<&[u8], Refused> {
        match &self.node(id)?.kind {
            Kind::File(content) => Ok(&content.now),
            Kind::Folder { .. } => Err(Refused::OtherKind),
        }
    }

    pub(crate) fn create_file(&mut self, parent: u64, name: &OsStr, mode: u16) -> Result<u64, Refused> {
        self.create(parent, name, mode, Kind::File(Content::default()))
    }

    pub(crate) fn create_folder(&mut self, parent: u64, name: &OsStr, mode: u16) -> Result<u64, Refused> {
        self.create(parent, name, mode, folder())
    }

    fn create(&mut self, parent: u64, name: &OsStr, mode: u16, kind: Kind) -> Result<u64, Refused> {
        self.begin(&Asks::Room)?;
        if self.names(parent)?.contains_key(name) {
            return Err(Refused::Exists);
        }
        let id = self.next;
        self.next += 1;
        self.nodes.insert(id, Node { mode, modified: SystemTime::now(), kind });
        self.name(vec![(parent, name.to_owned(), Some(id))]);
        Ok(id)
    }

    pub(crate) fn remove(&mut self, parent: u64, name: &OsStr, is_folder: bool) -> Result<(), Refused> {
        self.begin(&Asks::Nothing)?;
        let id = self.find(parent, name)?;
        match &self.node(id)?.kind {
            Kind::Folder { now, .. } if is_folder && !now.is_empty() => return Err(Refused::NotEmpty),
            Kind::Folder { .. } if is_folder => {}
            Kind::File(_) if !is_folder => {}
            _ => return Err(Refused::OtherKind),
        }
        self.name(vec![(parent, name.to_owned(), None)]);
        Ok(())
    }

    pub(crate) fn rename(&mut self, from: (u64, &OsStr), to: (u64, &OsStr)) -> Result<(), Refused> {
        self.begin(&Asks::Room)?;
        let id = self.find(from.0, from.1)?;
        if let Ok(there) = self.find(to.0, to.1)
            && matches!(self.node(there)?.kind, Kind::Folder { .. })
        {
            return Err(Refused::Exists);
        }
        self.name(vec![(from.0, from.1.to_owned(), None), (to.0, to.1.to_owned(), Some(id))]);
        Ok(())
    }

    /// Names for those who look; safe they are when the folder is synced.
    fn name(&mut self, names: Vec<(u64, OsString, Option<u64>)>) {
        for (parent, name, id) in &names {
            if let Some(Node { kind: Kind::Folder { now, .. }, modified, .. }) = self.nodes.get_mut(parent) {
                *modified = SystemTime::now();
                match id {
                    Some(id) => now.insert(name.clone(), *id),
                    None => now.remove(name),
                };
            }
        }
        self.unsynced.push(Naming(names));
    }

    pub(crate) fn write(&mut self, id: u64, at: u64, bytes: &[u8]) -> Result<(), Refused> {
        self.change(id, &Asks::Room, |content| content.write(place(at), bytes))
    }

    pub(crate) fn set_length(&mut self, id: u64, length: u64) -> Result<(), Refused> {
        let grows = self.content(id)?.len() < place(length);
        let asks = if grows { Asks::Room } else { Asks::Nothing };
        self.change(id, &asks, |content| content.set_length(place(length)))
    }

    fn change(&mut self, id: u64, asks: &Asks, change: impl FnOnce(&mut Content)) -> Result<(), Refused> {
        self.begin(asks)?;
        match self.nodes.get_mut(&id) {
            Some(Node { kind: Kind::File(content), modified, .. }) => {
                change(content);
                *modified = SystemTime::now();
                Ok(())
            }
            Some(_) => Err(Refused::OtherKind),
            None => Err(Refused::Missing),
        }
    }

    /// Rights are no content: nothing that is tested rests on when they are safe.
    pub(crate) fn set_mode(&mut self, id: u64, mode: u16) {
        if let Some(node) = self.nodes.get_mut(&id) {
            node.mode = mode;
        }
    }

    pub(crate) fn set_modified(&mut self, id: u64, at: SystemTime) {
        if let Some(node) = self.nodes.get_mut(&id) {
            node.modified = at;
        }
    }

    /// Room is taken when something is written.
    pub(crate) fn sync(&mut self, id: u64) -> Result<(), Refused> {
        self.begin(&Asks::Nothing)?;
        if self.is_deaf(id) {
            return Ok(());
        }
        match self.nodes.get_mut(&id) {
            Some(Node { kind: Kind::File(content), .. }) => content.sync(),
            Some(_) => self.sync_names(id),
            None => {}
        }
        Ok(())
    }

    /// All that happened to a folder's names, and what that rests on in other folders.
    fn sync_names(&mut self, folder: u64) {
        let mut syncs = vec![false; self.unsynced.len()];
        let mut touched: BTreeSet<(u64, OsString)> = BTreeSet::new();
        for (number, Naming(names)) in self.unsynced.iter().enumerate().rev() {
            let concerns = |(parent, name, _): &(u64, OsString, _)| {
                *parent == folder || touched.contains(&(*parent, name.clone()))
            };
            if names.iter().any(concerns) {
                syncs[number] = true;
                touched.extend(names.iter().map(|(parent, name, _)| (*parent, name.clone())));
            }
        }
        let unsynced = std::mem::take(&mut self.unsynced);
        for (naming, sync) in unsynced.into_iter().zip(syncs) {
            if sync {
                for (parent, name, id) in naming.0 {
                    if let Some(Node { kind: Kind::Folder { safe, .. }, .. }) = self.nodes.get_mut(&parent) {
                        match id {
                            Some(id) => safe.insert(name, id),
                            None => safe.remove(&name),
                        };
                    }
                }
            } else {
                self.unsynced.push(naming);
            }
        }
    }

    fn is_deaf(&self, id: u64) -> bool {
        let called = |(name, other): (&OsString, &u64)| *other == id && self.deaf.contains(name);
        !self.deaf.is_empty()
            && self.nodes.values().any(|node| match &node.kind {
                Kind::Folder { now, .. } => now.iter().any(called),
                Kind::File(_) => false,
            })
    }
}

/// No file of a test is as large as an address may be.
fn place(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::*;

    /// A file's remains after many power cuts: its content where its name is there.
    fn cuts(tree: &Tree, name: &str) -> BTreeSet<Option<Vec<u8>>> {
        (0..200)
            .map(|seed| {
                let left = tree.after_cut(&mut StdRng::seed_from_u64(seed));
                left.find(ROOT, name.as_ref()).ok().map(|id| left.content(id).unwrap().to_vec())
            })
            .collect()
    }

    #[test]
    fn what_was_synced_with_its_folder_is_there_and_nothing_else_is_certain() {
        let mut tree = Tree::default();
        let id = tree.create_file(ROOT, "a".as_ref(), 0o600).unwrap();
        tree.write(id, 0, &[1; 1024]).unwrap();
        let left = cuts(&tree, "a");
        assert!(left.contains(&None) && left.contains(&Some(vec![1; 1024])) && left.contains(&Some(vec![])));
        let torn = [vec![0; 512], vec![1; 512]].concat();
        assert!(left.contains(&Some(torn)), "the second sector alone");
        tree.sync(id).unwrap();
        assert_eq!(cuts(&tree, "a"), BTreeSet::from([None, Some(vec![1; 1024])]), "its name is not safe");
        tree.sync(ROOT).unwrap();
        assert_eq!(cuts(&tree, "a"), BTreeSet::from([Some(vec![1; 1024])]));
        tree.write(id, 0, &[2; 512]).unwrap();
        tree.write(id, 512, &[3; 512]).unwrap();
        let later_alone = [vec![1; 512], vec![3; 512]].concat();
        assert!(cuts(&tree, "a").contains(&Some(later_alone)), "in no order");
    }

    #[test]
    fn a_rename_comes_whole_or_not_at_all_and_a_sync_takes_what_it_rests_on_along() {
        let mut tree = Tree::default();
        for (name, byte) in [("new", 2), ("old", 1)] {
            let id = tree.create_file(ROOT, name.as_ref(), 0o600).unwrap();
            tree.write(id, 0, &[byte]).unwrap();
            tree.sync(id).unwrap();
        }
        tree.sync(ROOT).unwrap();
        tree.rename((ROOT, "new".as_ref()), (ROOT, "old".as_ref())).unwrap();
        assert_eq!(cuts(&tree, "old"), BTreeSet::from([Some(vec![1]), Some(vec![2])]));
        let inner = tree.create_folder(ROOT, "inner".as_ref(), 0o700).unwrap();
        tree.rename((ROOT, "old".as_ref()), (inner, "moved".as_ref())).unwrap();
        tree.sync(inner).unwrap();
        assert_eq!(cuts(&tree, "old"), BTreeSet::from([None]), "it is elsewhere, and its folder may be lost");
    }

    #[test]
    fn it_is_full_from_the_nth_change_on_and_takes_what_makes_room() {
        let mut tree = Tree::default();
        let id = tree.create_file(ROOT, "a".as_ref(), 0o600).unwrap();
        tree.fail_from(1, Refused::Full, false);
        tree.write(id, 0, b"x").unwrap();
        assert_eq!(tree.write(id, 0, b"y"), Err(Refused::Full));
        tree.sync(id).unwrap();
        tree.set_length(id, 0).unwrap();
        tree.remove(ROOT, "a".as_ref(), false).unwrap();
        assert!(tree.mend());
        tree.create_file(ROOT, "a".as_ref(), 0o600).unwrap();
        tree.fail_from(0, Refused::Broken, true);
        assert_eq!(tree.remove(ROOT, "a".as_ref(), false), Err(Refused::Broken));
        tree.remove(ROOT, "a".as_ref(), false).unwrap();
    }

    #[test]
    fn a_sync_that_is_ignored_makes_nothing_safe() {
        let mut tree = Tree::default();
        tree.ignore_syncs_of("a");
        let id = tree.create_file(ROOT, "a".as_ref(), 0o600).unwrap();
        tree.write(id, 0, b"x").unwrap();
        tree.sync(id).unwrap();
        tree.sync(ROOT).unwrap();
        assert!(cuts(&tree, "a").contains(&Some(vec![])));
    }
}
