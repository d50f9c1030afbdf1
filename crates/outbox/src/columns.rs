//! Columns of the database that SQL has no type for: values as JSON, and paths exactly, also those that are no Unicode.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::Serialize;

/// Our own types are JSON without exception; an empty text would be read as damage, not as nothing.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(unix)]
pub(crate) fn path_to_bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(unix)]
pub(crate) fn path_from_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes).into()
}

/// Windows paths are UTF-16; two bytes each, the lower first.
#[cfg(windows)]
pub(crate) fn path_to_bytes(path: &Path) -> Vec<u8> {
    use std::os::windows::ffi::OsStrExt;
    path.as_os_str().encode_wide().flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
pub(crate) fn path_from_bytes(bytes: Vec<u8>) -> PathBuf {
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
        assert_eq!(path_from_bytes(path_to_bytes(&path)), path);
        #[cfg(unix)]
        {
            let path = path_from_bytes(b"/a/\xff\xfe.pdf".to_vec());
            assert_eq!(path_to_bytes(&path), b"/a/\xff\xfe.pdf");
        }
    }
}
