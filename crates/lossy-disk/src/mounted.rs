//! A tree under the system's own file calls, by FUSE. The kernel keeps no writes back: each call of the program is one
//! here before it returns.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use fuser::{
    BackgroundSession, BsdFileFlags, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags,
    Generation, INodeNo, LockOwner, MountOption, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData,
    ReplyDirectory, ReplyEmpty, ReplyEntry, ReplyOpen, ReplyStatfs, ReplyWrite, Request, Session, TimeOrNow,
    WriteFlags,
};

use crate::not_mounted::NotMounted;
use crate::tree::{Kind, Refused, Tree};

/// Nobody but the program changes anything; the kernel may still ask each time.
const ASK: Duration = Duration::ZERO;
const BLOCK: u32 = 4096;
/// Blocks that the disk says are free: 64 GiB.
const FREE: u64 = 16 * 1024 * 1024;

/// A mounted disk. Dropped, it is gone.
#[derive(Debug)]
pub struct Disk {
    tree: Shared,
    at: std::path::PathBuf,
    session: Option<BackgroundSession>,
}

#[derive(Debug, Clone)]
struct Shared(Arc<Mutex<Tree>>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Tree> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Disk {
    /// Mounts a tree at an empty folder.
    ///
    /// # Errors
    /// Where there is no FUSE, or this process may not mount.
    pub fn mount(at: &Path, tree: Tree) -> Result<Self, NotMounted> {
        let tree = Shared(Arc::new(Mutex::new(tree)));
        let mut options = Config::default();
        options.mount_options = vec![MountOption::FSName("lossy-disk".to_owned())];
        let session = Session::new(tree.clone(), at, &options).and_then(Session::spawn);
        let session = session.map_err(|error| NotMounted(error.to_string()))?;
        Ok(Self { tree, at: at.to_owned(), session: Some(session) })
    }

    /// Asks the tree, or changes what becomes of it, between two calls of the program.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Tree) -> T) -> T {
        ask(&mut self.tree.lock())
    }

    /// Takes the disk away; answers with what lay on it. Programs that used it have ended.
    pub fn unmount(mut self) -> Tree {
        self.end();
        std::mem::take(&mut *self.tree.lock())
    }

    fn end(&mut self) {
        let Some(session) = self.session.take() else { return };
        // Where a file is still open it goes when that is closed; nobody waits for it.
        if session.umount_and_join().is_err() {
            let _ = Command::new("umount").arg("--lazy").arg(&self.at).status();
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.end();
    }
}

fn errno(refused: Refused) -> Errno {
    match refused {
        Refused::Full => Errno::ENOSPC,
        Refused::Broken => Errno::EIO,
        Refused::Missing => Errno::ENOENT,
        Refused::Exists => Errno::EEXIST,
        Refused::NotEmpty => Errno::ENOTEMPTY,
        Refused::OtherKind => Errno::EISDIR,
    }
}

fn attributes(tree: &Tree, id: u64, asked: &Request) -> Result<FileAttr, Refused> {
    let node = tree.node(id)?;
    let (kind, size) = match &node.kind {
        Kind::File(content) => (FileType::RegularFile, content.now.len() as u64),
        Kind::Folder { .. } => (FileType::Directory, 0),
    };
    let modified = node.modified;
    Ok(FileAttr {
        ino: INodeNo(id),
        size,
        blocks: size.div_ceil(512),
        atime: modified,
        mtime: modified,
        ctime: modified,
        crtime: modified,
        kind,
        perm: node.mode,
        nlink: 1,
        uid: asked.uid(),
        gid: asked.gid(),
        rdev: 0,
        blksize: BLOCK,
        flags: 0,
    })
}

/// The rights that are asked for, as they are kept.
fn rights(mode: u32) -> u16 {
    u16::try_from(mode & 0o7777).unwrap_or(0o600)
}

fn entered(tree: &Tree, id: Result<u64, Refused>, asked: &Request, reply: ReplyEntry) {
    match id.and_then(|id| attributes(tree, id, asked)) {
        Ok(attributes) => reply.entry(&ASK, &attributes, Generation(0)),
        Err(refused) => reply.error(errno(refused)),
    }
}

fn told(tree: &Tree, id: INodeNo, asked: &Request, reply: ReplyAttr) {
    match attributes(tree, id.0, asked) {
        Ok(attributes) => reply.attr(&ASK, &attributes),
        Err(refused) => reply.error(errno(refused)),
    }
}

fn done(result: Result<(), Refused>, reply: ReplyEmpty) {
    match result {
        Ok(()) => reply.ok(),
        Err(refused) => reply.error(errno(refused)),
    }
}

impl Filesystem for Shared {
    fn lookup(&self, asked: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let tree = self.lock();
        entered(&tree, tree.find(parent.0, name), asked, reply);
    }

    fn getattr(&self, asked: &Request, id: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        told(&self.lock(), id, asked, reply);
    }

    fn setattr(
        &self,
        asked: &Request,
        id: INodeNo,
        mode: Option<u32>,
        _uid: Option<u32>,
        _gid: Option<u32>,
        size: Option<u64>,
        _atime: Option<TimeOrNow>,
        mtime: Option<TimeOrNow>,
        _ctime: Option<SystemTime>,
        _handle: Option<FileHandle>,
        _crtime: Option<SystemTime>,
        _chgtime: Option<SystemTime>,
        _bkuptime: Option<SystemTime>,
        _flags: Option<BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut tree = self.lock();
        if let Some(mode) = mode {
            tree.set_mode(id.0, rights(mode));
        }
        if let Some(Err(refused)) = size.map(|size| tree.set_length(id.0, size)) {
            return reply.error(errno(refused));
        }
        match mtime {
            Some(TimeOrNow::SpecificTime(at)) => tree.set_modified(id.0, at),
            Some(TimeOrNow::Now) => tree.set_modified(id.0, SystemTime::now()),
            None => {}
        }
        told(&tree, id, asked, reply);
    }

    fn mkdir(
        &self,
        asked: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        umask: u32,
        reply: ReplyEntry,
    ) {
        let mut tree = self.lock();
        let made = tree.create_folder(parent.0, name, rights(mode & !umask));
        entered(&tree, made, asked, reply);
    }

    fn create(
        &self,
        asked: &Request,
        parent: INodeNo,
        name: &OsStr,
        mode: u32,
        umask: u32,
        _flags: i32,
        reply: ReplyCreate,
    ) {
        let mut tree = self.lock();
        let made = tree.create_file(parent.0, name, rights(mode & !umask));
        match made.and_then(|id| attributes(&tree, id, asked)) {
            Ok(attributes) => {
                reply.created(&ASK, &attributes, Generation(0), FileHandle(0), FopenFlags::empty());
            }
            Err(refused) => reply.error(errno(refused)),
        }
    }

    fn unlink(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        done(self.lock().remove(parent.0, name, false), reply);
    }

    fn rmdir(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        done(self.lock().remove(parent.0, name, true), reply);
    }

    fn rename(
        &self,
        _: &Request,
        parent: INodeNo,
        name: &OsStr,
        newparent: INodeNo,
        newname: &OsStr,
        _flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        done(self.lock().rename((parent.0, name), (newparent.0, newname)), reply);
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        reply.opened(FileHandle(0), FopenFlags::empty());
    }

    fn read(
        &self,
        _: &Request,
        id: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        match self.lock().content(id.0) {
            Ok(content) => {
                let from = usize::try_from(offset).unwrap_or(usize::MAX).min(content.len());
                let until = from.saturating_add(size as usize).min(content.len());
                reply.data(&content[from..until]);
            }
            Err(refused) => reply.error(errno(refused)),
        }
    }

    fn write(
        &self,
        _: &Request,
        id: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        match self.lock().write(id.0, offset, data) {
            Ok(()) => reply.written(u32::try_from(data.len()).unwrap_or(u32::MAX)),
            Err(refused) => reply.error(errno(refused)),
        }
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        reply.ok();
    }

    fn fsync(&self, _: &Request, id: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        done(self.lock().sync(id.0), reply);
    }

    fn fsyncdir(&self, _: &Request, id: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        done(self.lock().sync(id.0), reply);
    }

    fn readdir(&self, _: &Request, id: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        let tree = self.lock();
        let names = match tree.names(id.0) {
            Ok(names) => names,
            Err(refused) => return reply.error(errno(refused)),
        };
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        for (number, (name, id)) in (1_u64..).zip(names).skip(from) {
            let kind = match tree.node(*id).map(|node| &node.kind) {
                Ok(Kind::Folder { .. }) => FileType::Directory,
                _ => FileType::RegularFile,
            };
            if reply.add(INodeNo(*id), number, kind, name) {
                break;
            }
        }
        reply.ok();
    }

    fn statfs(&self, _: &Request, _: INodeNo, reply: ReplyStatfs) {
        reply.statfs(FREE, FREE, FREE, FREE, FREE, BLOCK, 255, BLOCK);
    }
}
