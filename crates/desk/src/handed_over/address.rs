//! The path that an address stands for, byte by byte: names are not text everywhere.

use std::path::{Path, PathBuf};

/// `%20` is a space; a "%" that no two hexadecimal digits follow is itself.
pub(super) fn decoded(text: &[u8]) -> Vec<u8> {
    let hex = |at: usize| Some((*text.get(at)? as char).to_digit(16)?.try_into().unwrap_or(0u8));
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                at += 3;
            }
            _ => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

#[cfg(unix)]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    Path::new(std::ffi::OsStr::from_bytes(bytes)).to_owned()
}

/// `/C:/a` is `C:/a`.
#[cfg(not(unix))]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    let text = String::from_utf8_lossy(bytes);
    let drive = text.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    Path::new(drive.unwrap_or(&text)).to_owned()
}
