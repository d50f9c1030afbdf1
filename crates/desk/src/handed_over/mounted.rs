//! Where GVFS shows servers and phones as folders: `$XDG_RUNTIME_DIR/gvfs/smb-share:server=files,share=team`, a folder
//! for each that is mounted (<https://wiki.gnome.org/Projects/gvfs/doc>).

use std::path::{Path, PathBuf};

use super::address::{decoded, path_of};

/// The path of a server's or phone's file, where it is mounted and there. `rest` follows the scheme's colon.
pub(super) fn path(scheme: &str, rest: &[u8]) -> Option<PathBuf> {
    let folder = Path::new(&std::env::var_os("XDG_RUNTIME_DIR")?).join("gvfs");
    within(&folder, scheme, rest)
}

fn within(folder: &Path, scheme: &str, rest: &[u8]) -> Option<PathBuf> {
    let rest = decoded(rest.strip_prefix(b"//")?);
    let mut parts = rest.split(|byte| *byte == b'/').filter(|part| !part.is_empty());
    let host = text(parts.next()?);
    let share = (scheme == "smb").then(|| parts.next().map(text)).flatten();
    let within: Vec<&[u8]> = parts.collect();
    let mounts = folder.read_dir().ok()?.flatten();
    let mut found = mounts
        .filter(|mount| is(&text(mount.file_name().as_encoded_bytes()), scheme, &host, share.as_deref()));
    found.find_map(|mount| {
        let path = mount.path().join(path_of(&within.join(&b'/')));
        path.symlink_metadata().is_ok().then_some(path)
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_lowercase()
}

/// Whether a mount's name is that of the address: its kind, its server and, of Windows' shares, the share.
fn is(mount: &str, scheme: &str, host: &str, share: Option<&str>) -> bool {
    let Some((kind, facts)) = mount.split_once(':') else { return false };
    let fact = |name: &str| facts.split(',').find_map(|fact| fact.strip_prefix(name)?.strip_prefix('='));
    // Someone's name may stand before the host, and a port behind it.
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let bare = host.rsplit_once(':').map_or(host, |(bare, _)| bare);
    let kinds = match scheme {
        "smb" => "smb-share",
        "davs" | "dav" => "dav",
        "ssh" => "sftp",
        other => other,
    };
    kind == kinds
        && fact("server").or_else(|| fact("host")).is_some_and(|named| named == host || named == bare)
        && share.is_none_or(|share| fact("share") == Some(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_mounted_is_found_by_its_address() {
        let gvfs = tempfile::tempdir().unwrap();
        for (mount, scheme, rest) in [
            ("smb-share:server=files,share=team", "smb", "//Files/Team/2026/Bill%201.pdf"),
            ("smb-share:server=files,share=team,user=ann", "smb", "//ann@files/team/2026/Bill%201.pdf"),
            ("sftp:host=box,user=ann", "sftp", "//ann@box/2026/Bill%201.pdf"),
            ("ftp:host=127.0.0.1,port=2121", "ftp", "//127.0.0.1:2121/2026/Bill%201.pdf"),
            ("mtp:host=Phone_1", "mtp", "//Phone_1/2026/Bill%201.pdf"),
        ] {
            let file = gvfs.path().join(mount).join("2026/Bill 1.pdf");
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, "x").unwrap();
            assert_eq!(within(gvfs.path(), scheme, rest.as_bytes()), Some(file.clone()), "{mount}");
            std::fs::remove_dir_all(gvfs.path().join(mount)).unwrap();
            assert_eq!(within(gvfs.path(), scheme, rest.as_bytes()), None);
        }
    }
}
