//! Places of this computer whose files go by themselves.
//!
//! A mail program removes the attachment that was dragged out of it after minutes, a viewer its page at its end, a stick is
//! pulled out, a share is gone with the network. `docs/users.md` has the list for people.

use std::env;
use std::path::PathBuf;

/// File systems that another computer or a device keeps, as Linux calls them in `/proc/self/mountinfo`.
const ELSEWHERE: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "9p",
    "afs",
    "ceph",
    "davfs",
    "glusterfs",
    "exfat",
    "vfat",
    "iso9660",
];
/// The same of file systems outside the kernel; others, as that of an encrypted folder, lie on a disk.
const FUSE_ELSEWHERE: [&str; 8] = [
    "fuse.sshfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.s3fs",
    "fuse.portal",
    "fuse.jmtpfs",
    "fuse.simple-mtpfs",
];

/// The folders of this computer whose content does not last. Asks none of their disks.
pub(crate) fn places() -> Vec<PathBuf> {
    let mut places = vec![env::temp_dir()];
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = named("HOME");
    let in_home = |folder: &str| home.as_ref().map(|home| home.join(folder));
    if cfg!(windows) {
        places.extend(named("LOCALAPPDATA").map(|folder| folder.join(r"Microsoft\Windows\INetCache")));
        return places;
    }
    places.extend(
        ["/var/tmp", "/run", "/dev/shm", "/media", "/Volumes", "/private/var/folders"].map(PathBuf::from),
    );
    places.extend(named("XDG_RUNTIME_DIR"));
    places.extend(named("XDG_CACHE_HOME").or_else(|| in_home(".cache")));
    places.extend(in_home(".gvfs"));
    places.extend(in_home("Library/Caches"));
    // Elsewhere there is none.
    let mounts = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
    places.extend(mounted_elsewhere(&String::from_utf8_lossy(&mounts)));
    places
}

/// Mount points by the fifth word of a line, and the kind by the one behind the hyphen (proc_pid_mountinfo(5)). The system's
/// own start is on such a file system, too.
fn mounted_elsewhere(mounts: &str) -> Vec<PathBuf> {
    let place = |line: &str| {
        let (facts, kind) = line.split_once(" - ")?;
        let kind = kind.split(' ').next()?;
        let place = facts.split(' ').nth(4)?;
        let elsewhere = ELSEWHERE.contains(&kind) || FUSE_ELSEWHERE.contains(&kind);
        let fits = elsewhere && place != "/" && !place.starts_with("/boot");
        fits.then(|| PathBuf::from(place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")))
    };
    mounts.lines().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_a_stick_and_a_phone_are_known_by_how_they_are_mounted() {
        let mounts = r"22 1 0:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /srv/team\040files rw,relatime shared:1 - cifs //files/team rw
31 22 0:41 / /home/ann/box rw - fuse.sshfs ann@box: rw
32 22 8:17 / /mnt/stick rw - vfat /dev/sdb1 rw
33 22 8:2 / /boot/efi rw - vfat /dev/sda2 rw
34 22 0:42 / /home/ann/secret rw - fuse.gocryptfs x rw
a line of another kind";
        let found = mounted_elsewhere(mounts);
        assert_eq!(found, ["/srv/team files", "/home/ann/box", "/mnt/stick"].map(PathBuf::from));
    }
}
