//! Files that another program holds for a moment. On Windows one that has a file open can keep all others from it, and
//! virus scanners, indexers and backups open whatever is new.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long such a program is waited for: a look at one file is over by then.
const PATIENCE: Duration = Duration::from_secs(2);
/// Until it is tried again.
const PAUSE: Duration = Duration::from_millis(20);

/// Windows' words for it: `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
const IN_USE: [i32; 2] = [32, 33];
/// `ERROR_ACCESS_DENIED`, which a rename has for it too.
const DENIED: i32 = 5;

/// Whether another program keeps this one from a file.
pub(crate) fn is_held(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::ResourceBusy
        || cfg!(windows) && error.raw_os_error().is_some_and(|code| IN_USE.contains(&code))
}

/// Renames a file, and blocks for up to two seconds while another program holds it, or the one in whose place it comes.
///
/// # Errors
/// As [`fs::rename`]; of the kind [`io::ErrorKind::ResourceBusy`] where another program still holds it.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let denied = |error: &io::Error| cfg!(windows) && error.raw_os_error() == Some(DENIED);
    patiently(PATIENCE, |error| is_held(error) || denied(error), || fs::rename(from, to))
}

/// Does something with a file, and blocks for up to two seconds while another program keeps this one from it.
///
/// # Errors
/// Those of the deed; of the kind [`io::ErrorKind::ResourceBusy`] where another program still holds the file.
pub fn once_free<T>(act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    patiently(PATIENCE, is_held, act)
}

fn patiently<T>(
    patience: Duration,
    held: impl Fn(&io::Error) -> bool,
    mut act: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let until = Instant::now() + patience;
    loop {
        match act() {
            Err(error) if held(&error) && Instant::now() < until => thread::sleep(PAUSE),
            Err(error) if held(&error) => return Err(io::Error::new(io::ErrorKind::ResourceBusy, error)),
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_tried_again_and_then_said_to_be_held() {
        let busy = || Err::<(), _>(io::ErrorKind::ResourceBusy.into());
        let mut tries = 0;
        let free_at_the_third = patiently(Duration::MAX / 4, is_held, || {
            tries += 1;
            if tries < 3 { busy() } else { Ok(()) }
        });
        assert!(free_at_the_third.is_ok());
        assert_eq!(tries, 3);
        let never = patiently(Duration::ZERO, is_held, busy);
        assert_eq!(never.unwrap_err().kind(), io::ErrorKind::ResourceBusy);
    }

    #[test]
    fn what_is_not_held_fails_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let gone = rename(&folder.path().join("a"), &folder.path().join("b"));
        assert_eq!(gone.unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
