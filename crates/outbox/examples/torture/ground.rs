//! The ground that a round is played on: a plain folder, or a disk of its own that loses what was not synced when the
//! program under torture ends before its time.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;
use lossy_disk::{Disk, NotMounted, Tree};
use rand::rngs::StdRng;

/// The torture that a program suffers.
#[derive(Debug, Clone)]
pub(crate) enum Torture {
    /// A sudden end, after which everything written is there.
    Kill,
    /// The plug is pulled. Syncs of what is named do nothing: so that one can see it found.
    Plug { deaf: Option<OsString> },
}

/// Where the app's folder lies.
pub(crate) enum Ground {
    Plain(PathBuf),
    Lossy { at: PathBuf, disk: Option<Disk> },
}

impl Ground {
    /// The ground of a round that is played in a folder.
    pub(crate) fn of(torture: &Torture, round: &Path) -> Result<Self> {
        Ok(match torture {
            Torture::Kill => Self::Plain(round.to_owned()),
            Torture::Plug { deaf } => {
                let at = round.join("disk");
                std::fs::create_dir(&at)?;
                let mut tree = Tree::default();
                deaf.iter().for_each(|name| tree.ignore_syncs_of(name));
                let disk = Some(Disk::mount(&at, tree)?);
                Self::Lossy { at, disk }
            }
        })
    }

    /// Whether there can be any here.
    pub(crate) fn try_one(torture: &Torture) -> Result<Result<(), NotMounted>> {
        let round = tempfile::tempdir()?;
        match Self::of(torture, round.path()) {
            Ok(_) => Ok(Ok(())),
            Err(error) => error.downcast().map(Err),
        }
    }

    /// The app's folder. On a disk it lies two folders deep, as in a home that is new.
    pub(crate) fn app(&self) -> PathBuf {
        match self {
            Self::Plain(round) => round.join("app"),
            Self::Lossy { at, .. } => at.join("share/app"),
        }
    }

    /// Whether a power cut is what ends a life here.
    pub(crate) fn is_lossy(&self) -> bool {
        matches!(self, Self::Lossy { .. })
    }

    /// The power is cut: the program on it has ended, and what was not synced is lost, torn or there.
    pub(crate) fn cut(&mut self, chance: &mut StdRng) -> Result<()> {
        if let Self::Lossy { at, disk } = self
            && let Some(before) = disk.take()
        {
            let left = before.with(|tree| tree.after_cut(chance));
            before.unmount();
            *disk = Some(Disk::mount(at, left)?);
        }
        Ok(())
    }
}
