//! Addresses that other programs hand over when something is dragged or copied, one a line (RFC 2483,
//! `text/uri-list`). Most are of files here; of the others it is said what they are.

mod address;
mod mounted;

use std::path::PathBuf;

use outbox::{LeftOut, Lies};

use address::{decoded, path_of};

/// Letters of a name that are shown at most: a page's address has as many as it likes.
const SHOWN: usize = 60;

/// One thing that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// A file or a folder of this computer, to its last byte.
    File(PathBuf),
    /// Something else, and what it is.
    Elsewhere(LeftOut),
}

/// Reads a list. `picture`: what is handed over beside it shows a picture, as a browser's does.
pub fn read_list(list: &[u8], picture: bool) -> Vec<Handed> {
    let lines = list.split(|byte| matches!(byte, b'\n' | b'\r' | 0)).map(<[u8]>::trim_ascii);
    // Lines that begin with "#" are comments.
    lines.filter(|line| !line.is_empty() && line[0] != b'#').map(|line| read(line, picture)).collect()
}

/// Files by their paths, as they come from the system's dialogs and from other systems' drags: one whose path is an
/// address is what that names.
pub fn of_paths(paths: Vec<PathBuf>) -> Vec<Handed> {
    let one = |path: PathBuf| {
        let text = path.as_os_str().as_encoded_bytes();
        // What is there is a file, whatever it is called; a drive's letter is no scheme.
        let address =
            scheme(text).is_some_and(|(scheme, _)| scheme.len() > 1) && path.symlink_metadata().is_err();
        if address { read(text, false) } else { Handed::File(path) }
    };
    paths.into_iter().map(one).collect()
}

fn read(address: &[u8], picture: bool) -> Handed {
    let Some((scheme, rest)) = scheme(address) else { return Handed::File(path_of(address)) };
    let lies = match scheme.as_str() {
        "file" => match here(rest) {
            Some(path) => return Handed::File(local(path)),
            None => Lies::Server,
        },
        // A file manager with the rights of root shows this computer's files so.
        "admin" => match here(rest) {
            Some(path) => return Handed::File(local(path)),
            None => Lies::Server,
        },
        "trash" => Lies::Trash,
        "mtp" | "gphoto2" | "afc" | "obex" => Lies::Phone,
        "http" | "https" if picture => Lies::PagePicture,
        "http" | "https" | "about" | "javascript" => Lies::WebPage,
        "data" | "blob" | "cid" if picture => Lies::PagePicture,
        "archive" | "zip" | "tar" => Lies::Archive,
        "smb" | "cifs" | "sftp" | "ssh" | "fish" | "ftp" | "ftps" | "dav" | "davs" | "webdav" | "webdavs"
        | "nfs" | "afp" | "google-drive" | "onedrive" | "network" => Lies::Server,
        _ => Lies::Nowhere,
    };
    if matches!(lies, Lies::Server | Lies::Phone)
        && let Some(path) = mounted::path(&scheme, &without_query(rest))
    {
        return Handed::File(path);
    }
    Handed::Elsewhere(LeftOut::NotHere { file: called(lies, rest), lies })
}

/// An address's scheme in small letters, and what follows its colon.
fn scheme(address: &[u8]) -> Option<(String, &[u8])> {
    let colon = address.iter().position(|byte| *byte == b':')?;
    let (scheme, rest) = address.split_at(colon);
    let fits = scheme.first()?.is_ascii_alphabetic()
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    fits.then(|| (String::from_utf8_lossy(scheme).to_lowercase(), &rest[1..]))
}

/// The path of a `file:` address of this computer: `file:///a`, `file:/a`, `file://localhost/a`, `file://HOST/a` with
/// its own name (RFC 8089).
fn here(rest: &[u8]) -> Option<&[u8]> {
    let Some(authority) = rest.strip_prefix(b"//") else { return rest.starts_with(b"/").then_some(rest) };
    let slash = authority.iter().position(|byte| *byte == b'/')?;
    let (host, path) = authority.split_at(slash);
    // Windows would make a share's path of two slashes, and by the mere look tell another computer who is asking.
    let share = cfg!(windows) && path.starts_with(b"//");
    let ours = host.is_empty()
        || host.eq_ignore_ascii_case(b"localhost")
        || own_name().is_some_and(|name| host.eq_ignore_ascii_case(name.as_bytes()));
    (ours && !share).then_some(path)
}

/// The computer's name in its network, where the system tells it for nothing.
fn own_name() -> Option<String> {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").ok()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// The file of an address's path. Some programs add a page's number ("#page=2"), and some do not write a "#" of a name
/// as they should: what is there decides.
fn local(path: &[u8]) -> PathBuf {
    let whole = path_of(&decoded(path));
    let short = without_query(path);
    if short.len() == path.len() || whole.symlink_metadata().is_ok() {
        return whole;
    }
    path_of(&decoded(&short))
}

fn without_query(path: &[u8]) -> Vec<u8> {
    path.split(|byte| matches!(byte, b'#' | b'?')).next().unwrap_or_default().to_vec()
}

/// A person's name for it: a page by its host, everything else by the last part of its way.
fn called(lies: Lies, rest: &[u8]) -> String {
    let plain = without_query(rest);
    let mut parts = plain.split(|byte| *byte == b'/').filter(|part| !part.is_empty());
    let part = if lies == Lies::WebPage { parts.next() } else { parts.next_back() };
    let name = String::from_utf8_lossy(&decoded(part.unwrap_or_default())).into_owned();
    if name.chars().count() <= SHOWN {
        return name;
    }
    name.chars().take(SHOWN).chain(['…']).collect()
}

/// A file whose name is no text loses its bytes in some programs: each that cannot be read comes as U+FFFD. Where there
/// is no such file, and one other in its folder would be shown so, that one is meant. Looks at the folder.
pub(crate) fn by_its_bytes(path: PathBuf) -> PathBuf {
    const LOST: char = '\u{fffd}';
    let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.contains(LOST))
    else {
        return path;
    };
    if path.symlink_metadata().is_ok() {
        return path;
    }
    let entries = path.parent().and_then(|folder| folder.read_dir().ok());
    let mut meant =
        entries.into_iter().flatten().flatten().filter(|entry| entry.file_name().to_string_lossy() == name);
    match (meant.next(), meant.next()) {
        (Some(one), None) => one.path(),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(list: &str) -> Vec<PathBuf> {
        let path = |one| match one {
            Handed::File(path) => path,
            Handed::Elsewhere(left) => panic!("{left:?}"),
        };
        read_list(list.as_bytes(), false).into_iter().map(path).collect()
    }

    #[cfg(unix)]
    #[test]
    fn files_of_this_computer_are_read_however_they_are_written() {
        for list in [
            "file:///a/b%20c.pdf\r\n",
            "file:///a/b%20c.pdf",
            "file:///a/b%20c.pdf\0",
            "file:///a/b%20c.pdf\r\n\0",
            "# a comment\nfile:///a/b%20c.pdf\n",
            "FILE:///a/b%20c.pdf",
            "file:/a/b%20c.pdf",
            "file://localhost/a/b%20c.pdf",
            "file:///a/b%20c.pdf#page=2",
            "file:///a/b%20c.pdf?x",
            "admin:///a/b%20c.pdf",
            "/a/b c.pdf",
        ] {
            assert_eq!(paths(list), [PathBuf::from("/a/b c.pdf")], "{list:?}");
        }
        if let Some(name) = own_name() {
            assert_eq!(paths(&format!("file://{}/a", name.to_uppercase())), [PathBuf::from("/a")]);
        }
        assert_eq!(paths("file:///100%25%20done%20%233"), [PathBuf::from("/100% done #3")]);
        assert_eq!(paths("file:///100%"), [PathBuf::from("/100%")]);
        let two = [PathBuf::from("/a"), PathBuf::from("/b")];
        assert_eq!(paths("file:///a\r\nfile:///b\0"), two, "PCManFM ends its list so");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_keeps_its_bytes() {
        use std::os::unix::ffi::OsStrExt;
        let [Handed::File(path)] = &read_list(b"file:///r%E9sum%E9.pdf", false)[..] else { panic!() };
        assert_eq!(path.as_os_str().as_bytes(), b"/r\xe9sum\xe9.pdf");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_whose_bytes_were_lost_on_the_way_is_found_where_one_is_meant() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let name = |bytes| folder.path().join(std::ffi::OsStr::from_bytes(bytes));
        std::fs::write(name(b"r\xe9sum\xe9.pdf"), "x").unwrap();
        let lost = folder.path().join("r\u{fffd}sum\u{fffd}.pdf");
        assert_eq!(by_its_bytes(lost.clone()), name(b"r\xe9sum\xe9.pdf"));
        std::fs::write(name(b"r\xe8sum\xe9.pdf"), "y").unwrap();
        assert_eq!(by_its_bytes(lost.clone()), lost, "two are shown so");
    }

    #[test]
    fn what_is_no_file_here_is_told_for_what_it_is() {
        for (address, picture, lies, file) in [
            ("smb://nowhere/share/Bill%201.pdf", false, Lies::Server, "Bill 1.pdf"),
            ("ftp://127.0.0.1:2121/Contract%207.pdf", false, Lies::Server, "Contract 7.pdf"),
            ("file://elsewhere/share/a.pdf", false, Lies::Server, "a.pdf"),
            ("mtp://Phone_1/DCIM/IMG_1.jpg", false, Lies::Phone, "IMG_1.jpg"),
            ("trash:///Old%20bill.pdf", false, Lies::Trash, "Old bill.pdf"),
            ("https://example.org/a/b.png?x=1", true, Lies::PagePicture, "b.png"),
            ("https://example.org/ticket/143", false, Lies::WebPage, "example.org"),
            ("archive:///home/x.zip/a.txt", false, Lies::Archive, "a.txt"),
            ("recent:///0123", false, Lies::Nowhere, "0123"),
        ] {
            let told = Handed::Elsewhere(LeftOut::NotHere { file: file.into(), lies });
            assert_eq!(read_list(address.as_bytes(), picture), [told], "{address}");
        }
        let long = format!("https://example.org/{}", "x".repeat(3000));
        let [Handed::Elsewhere(LeftOut::NotHere { file, .. })] = &read_list(long.as_bytes(), true)[..] else {
            panic!()
        };
        assert_eq!(file.chars().count(), SHOWN + 1);
    }
}
