//! Paths as they lie in the database: exactly, also those that are no Unicode.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

#[cfg(unix)]
pub(crate) fn to_bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(unix)]
pub(crate) fn from_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes).into()
}

/// Windows paths are UTF-16; two bytes each, the lower first.
#[cfg(windows)]
pub(crate) fn to_bytes(path: &Path) -> Vec<u8> {
    use std::os::windows::ffi::OsStrExt;
    path.as_os_str().encode_wide().flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
pub(crate) fn from_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::windows::ffi::OsStringExt;
    let wide: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    OsString::from_wide(&wide).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_as_it_went() {
        let path = PathBuf::from("Häuser/😀.pdf");
        assert_eq!(from_bytes(to_bytes(&path)), path);
        #[cfg(unix)]
        {
            let path = from_bytes(b"/a/\xff\xfe.pdf".to_vec());
            assert_eq!(to_bytes(&path), b"/a/\xff\xfe.pdf");
        }
    }
}
